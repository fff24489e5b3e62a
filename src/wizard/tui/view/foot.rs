//! The keys at the foot of a screen: a few of the moment, and at the right end always those for help and for the way out.

use ratatui::{
    Frame,
    layout::Rect,
    text::{Line, Span},
};

use super::{
    hit, text,
    theme::{self, Role},
};
use crate::app::{Binding, Drawn, Message, Model, bindings, endings};

/// More keys than these are not read at the foot.
const MOST: usize = 5;
/// Between two hints.
const GAP: usize = 2;

/// A key, its word, and what a click on it means.
struct Hint {
    caps: &'static str,
    word: String,
    message: &'static Message,
}

/// The hints of the moment as many as fit, a sign where there are more, and the ending.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, model: &Model, drawn: &mut Drawn) {
    if area.is_empty() {
        return;
    }
    let (hints, ending) = hints(model, drawn);
    let columns = usize::from(area.width).saturating_sub(2);
    let ending_width = width(&ending);
    let sign = theme::signs(model.look()).cut;
    let mut row = area.y;
    let mut used = 0;
    let mut shown = 0;
    for hint in hints.iter().take(MOST) {
        let is_last_row = row + 1 == area.bottom();
        let room = |is_last_row: bool| {
            if is_last_row { columns.saturating_sub(ending_width + GAP + text::width(sign) + 1) } else { columns }
        };
        if used + hint.width() > room(is_last_row) {
            if is_last_row || hint.width() > room(row + 2 == area.bottom()) {
                break;
            }
            (row, used) = (row + 1, 0);
        }
        hint.draw(frame, area, (used, row), model, drawn);
        used += hint.width() + GAP;
        shown += 1;
    }
    if shown < hints.len() && used >= columns && row + 1 < area.bottom() {
        (row, used) = (row + 1, 0);
    }
    if shown < hints.len() && used < columns {
        let style = theme::style(model.look(), Role::Dim);
        frame.buffer_mut().set_string(area.x + 1 + used.saturating_sub(GAP - 1) as u16, row, sign, style);
    }
    let mut at = columns.saturating_sub(ending_width);
    for hint in &ending {
        hint.draw(frame, area, (at, area.bottom() - 1), model, drawn);
        at += hint.width() + GAP;
    }
}

fn width(hints: &[Hint]) -> usize {
    hints.iter().map(|hint| hint.width() + GAP).sum::<usize>().saturating_sub(GAP)
}

impl Hint {
    fn new(model: &Model, caps: &'static str, binding: &'static Binding) -> Self {
        Hint {
            caps,
            word: model.words().say(&format!("key-{}", model.hint(&binding.message, binding.hint))),
            message: &binding.message,
        }
    }

    fn width(&self) -> usize {
        text::width(self.caps) + 1 + text::width(&self.word)
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, (column, y): (usize, u16), model: &Model, drawn: &mut Drawn) {
        let x = area.x + 1 + column as u16;
        let line = Line::from(vec![
            Span::styled(self.caps, theme::style(model.look(), Role::Accent)),
            Span::raw(" "),
            Span::styled(self.word.clone(), theme::style(model.look(), Role::Dim)),
        ]);
        frame.buffer_mut().set_line(x, y, &line, area.right().saturating_sub(x));
        hit(drawn, Rect { x, y, width: self.width() as u16, height: 1 }.intersection(area), self.message.clone());
    }
}

/// The keys that do something now, in the order of the keymap, and those that end the foot.
fn hints(model: &Model, drawn: &Drawn) -> (Vec<Hint>, Vec<Hint>) {
    let context = model.context();
    let (help, (caps, out)) = endings(context);
    let is_ending = |message: &Message| *message == out.message || help.is_some_and(|help| *message == help.message);
    let unicode = model.look().unicode;
    let serves = |known: &Binding| match known.hint {
        "scroll" => drawn.last > 0,
        "preview" => !drawn.is_previewed,
        _ => model.serves(&known.message),
    };
    let others = bindings(context).filter(|binding| !binding.caps.is_empty() && !is_ending(&binding.message));
    let others = others.filter(|binding| serves(binding) && model.is_at_foot(binding));
    let help = help.map(|help| Hint::new(model, help.caps(unicode), help));
    let ending = help.into_iter().chain([Hint::new(model, caps, out)]).collect();
    (others.map(|binding| Hint::new(model, binding.caps(unicode), binding)).collect(), ending)
}

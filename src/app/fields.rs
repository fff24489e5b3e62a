//! Text fields: typing, pasting, and keeping what was typed.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use tui_input::{Input, backend::crossterm::EventHandler};

use super::{
    Model, Overlay, Purpose, Screen, exporting,
    focus::{say, with_session},
    handing,
    home::LONGEST,
    search::TYPED,
    taking,
};
use crate::{case::Mark, l10n::args, text::sanitise};

/// The longest text of a field, in characters.
const LONGEST_FIELD: usize = 500;

pub(super) fn keep_field(model: &mut Model) {
    let Some(Overlay::Field(mut field)) = model.overlays.pop() else { return };
    let text = sanitise::visible_line(field.input.value().trim());
    let now = model.now.clone();
    match field.purpose.clone() {
        Purpose::Note(key) => with_session(model, |session| session.note(&key, &text, &now)),
        Purpose::Fail(key) => with_session(model, |session| session.mark(&[key], Some(&Mark::Failed(text)), &now)),
        Purpose::Skip(key) => with_session(model, |session| session.mark(&[key], Some(&Mark::Skipped(text)), &now)),
        Purpose::Name => with_session(model, |session| session.rename(&text)),
        Purpose::Target if text.is_empty() => {}
        Purpose::Target => exporting::aim(model, text),
        Purpose::Variable(id) => {
            let Some(session) = model.session_mut() else { return };
            let variable = &session.open.guide[id];
            let values: Vec<String> = if variable.several {
                text.split(',').map(|value| value.trim().to_owned()).filter(|value| !value.is_empty()).collect()
            } else {
                Some(text).filter(|value| !value.is_empty()).into_iter().collect()
            };
            if values.iter().all(|value| variable.rule.accepts(value)) {
                let name = variable.id.clone();
                let spelt: Vec<String> = values.iter().filter_map(|value| sanitise::spelt(value)).collect();
                session.fill(&name, values);
                if !spelt.is_empty() {
                    model.status = Some(model.words.say_with("status-lookalike", &args!("name" => spelt.join(", "))));
                }
            } else {
                field.refused = true;
                model.overlays.push(Overlay::Field(field));
            }
        }
    }
}

pub(super) fn type_key(model: &mut Model, event: &Event) {
    if let Some(shown) = shown(event) {
        return paste_line(model, &shown);
    }
    let full = model.overlays.is_empty() && model.home.input.value().chars().count() >= LONGEST;
    if full
        && matches!(event, Event::Key(key) if matches!(key.code, KeyCode::Char(_)) && (key.modifiers - KeyModifiers::SHIFT).is_empty())
    {
        return say(model, "paste-cut");
    }
    match model.overlays.last_mut() {
        Some(Overlay::Field(field)) => {
            field.refused = false;
            field.input.handle_event(event);
            cut(&mut field.input, LONGEST_FIELD);
        }
        Some(Overlay::Palette(form)) => {
            form.input.handle_event(event);
            cut(&mut form.input, LONGEST_FIELD);
            form.at = 0;
        }
        _ => {
            if model.home.input.handle_event(event).is_some_and(|change| change.value) {
                cut(&mut model.home.input, LONGEST);
                look_for(model);
            }
        }
    }
}

/// A typed character that would act or hide, written out as in a paste.
fn shown(event: &Event) -> Option<String> {
    let Event::Key(KeyEvent { code: KeyCode::Char(c), modifiers, .. }) = event else { return None };
    let shown = sanitise::visible_line(c.encode_utf8(&mut [0; 4]));
    ((*modifiers - KeyModifiers::SHIFT).is_empty() && shown.chars().ne([*c])).then_some(shown)
}

fn cut(input: &mut Input, longest: usize) -> bool {
    let long = input.value().chars().count() > longest;
    if long {
        *input = Input::new(input.value().chars().take(longest).collect());
    }
    long
}

pub(super) fn paste(model: &mut Model, raw: &str) {
    // The output of the commands in view has its place below them.
    if let Some(Overlay::Collect(_)) = model.overlays.last() {
        model.overlays.pop();
    }
    if model.overlays.is_empty() && model.screen != Screen::Home {
        return handing::paste(model, raw);
    }
    // A value goes to the selected one, in place of what it has, and waits there for Enter.
    if let Some(Overlay::Variables(_)) = model.overlays.last() {
        taking::edit_variable(model);
        if let Some(Overlay::Field(field)) = model.overlays.last_mut() {
            field.input.reset();
        }
    }
    // Reading all of a huge paste would hold up the frame for text that is dropped anyway.
    let start: String = raw.chars().take(LONGEST * 4).collect();
    let text = sanitise::visible_line(&start);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let too_long = match (model.overlays.last_mut(), model.screen) {
        (Some(Overlay::Field(field)), _) => insert(&mut field.input, &text, LONGEST_FIELD),
        (Some(Overlay::Palette(form)), _) => {
            form.at = 0;
            insert(&mut form.input, &text, LONGEST_FIELD)
        }
        (None, Screen::Home) => paste_at_home(model, raw, &text),
        _ => return say(model, "paste-unused"),
    };
    if too_long {
        say(model, "paste-cut");
    }
}

/// A word that is pasted is as good as typed; a text is read as a whole, however much of it the field shows. Answers
/// whether a word was too long.
fn paste_at_home(model: &mut Model, raw: &str, text: &str) -> bool {
    model.home.typing = true;
    let lines = if model.home.query().is_empty() { Some(0) } else { model.home.pasted };
    let long = insert(&mut model.home.input, text, LONGEST);
    let is_text = text.chars().count() > TYPED || raw.trim().contains('\n');
    if is_text {
        model.home.pasted = lines.map(|lines| lines + raw.trim().lines().count());
        handing::at_home(model, raw);
    } else {
        look_for(model);
    }
    long && !is_text
}

/// Text at the cursor of whatever has the keys.
fn paste_line(model: &mut Model, text: &str) {
    let too_long = match model.overlays.last_mut() {
        Some(Overlay::Field(field)) => {
            field.refused = false;
            insert(&mut field.input, text, LONGEST_FIELD)
        }
        Some(Overlay::Palette(form)) => {
            form.at = 0;
            insert(&mut form.input, text, LONGEST_FIELD)
        }
        _ => {
            let too_long = insert(&mut model.home.input, text, LONGEST);
            look_for(model);
            too_long
        }
    };
    if too_long {
        say(model, "paste-cut");
    }
}

/// Looks for what the field asks now; what was handed in counts as long as the field is not emptied, whatever is typed
/// into it by mistake.
fn look_for(model: &mut Model) {
    model.home.pasted = None;
    if model.home.query().is_empty() {
        model.home.handed.clear();
    }
    model.search();
}

pub(super) fn fill(model: &mut Model, text: &str) {
    match model.overlays.last_mut() {
        Some(Overlay::Field(field)) => {
            field.refused = false;
            field.input.reset();
        }
        _ => {
            model.home.input.reset();
            (model.home.pasted, model.home.handed) = (None, Vec::new());
        }
    }
    paste(model, text);
}

fn insert(input: &mut Input, text: &str, longest: usize) -> bool {
    let at = input.cursor();
    let before: String = input.value().chars().take(at).collect();
    let after: String = input.value().chars().skip(at).collect();
    let cursor = at + text.chars().count();
    *input = Input::new(before + text + &after).with_cursor(cursor);
    cut(input, longest)
}

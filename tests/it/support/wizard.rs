//! The wizard without a terminal: keys in as text, frames out as text.

use std::{ops::Range, rc::Rc};

use backup_medic::{
    app::{
        self, Access, Context, Drawn, Effect, HomeRow, KeptCases, Look, Message, Model, Preferences, Scheme, Started,
    },
    case::Case,
    data::{Files, builtin},
    l10n::Words,
    library::Library,
    settings::Settings,
    store::record::CaseRecord,
    wizard::tui::view,
};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::{Terminal, backend::TestBackend, buffer::Buffer, style::Style};

use crate::{check::fixture, walks};

/// Has a case as the only open one.
pub(crate) fn open_only(model: &mut Model, case: &Case) {
    while !model.sessions().is_empty() {
        _ = app::update(model, Message::GoHome);
        _ = app::update(model, Message::Remove);
    }
    let time = "2026-11-25T00:00:00Z".to_owned();
    let record = CaseRecord { id: "a".into(), opened: time.clone(), changed: time, closed: false, case: case.clone() };
    _ = app::update(model, Message::Opened(Ok(Box::new((record, Access::Ours)))));
    assert_eq!(model.sessions().len(), 1);
}

/// A wizard on a screen of its own.
pub(crate) struct Wizard {
    pub(crate) model: Model,
    pub(crate) drawn: Drawn,
    pub(crate) effects: Vec<Effect>,
    terminal: Terminal<TestBackend>,
}

impl Wizard {
    /// A wizard at Home, in a language, on a screen of so many columns and rows.
    pub(crate) fn new(locale: &str, columns: u16, rows: u16) -> Self {
        Self::looking(locale, columns, rows, Look { scheme: Scheme::Dark, unicode: true })
    }

    /// The same with a small guide of its own, in two languages, so that no sentence of the real ones is in its frames.
    pub(crate) fn small(locale: &str, columns: u16, rows: u16) -> Self {
        Self::small_in(Scheme::Dark, locale, columns, rows)
    }

    /// The same in other colours.
    pub(crate) fn small_in(scheme: Scheme, locale: &str, columns: u16, rows: u16) -> Self {
        let of_program = |path: &str| {
            ["i18n/en/", "i18n/ru/"]
                .iter()
                .any(|folder| path.strip_prefix(folder).is_some_and(|rest| !rest.contains('/')))
        };
        let builtin = builtin::embedded();
        let program = builtin.under("i18n/").filter(|(path, _)| of_program(path));
        let program = program.map(|(path, text)| (path.to_owned(), text.to_owned()));
        let guide = fixture("valid/small.txt").into_iter().filter(|(path, _)| !path.starts_with('-'));
        let look = Look { scheme, unicode: true };
        let files = Rc::new(program.chain(guide).collect::<Files>());
        let words = Rc::new(Words::new(Rc::clone(&files), locale));
        Self::with(Rc::new(Library::new(files)), words, columns, rows, look)
    }

    pub(crate) fn looking(locale: &str, columns: u16, rows: u16, look: Look) -> Self {
        Self::with(walks::library(), walks::said(locale), columns, rows, look)
    }

    fn with(library: Rc<Library>, words: Rc<Words>, columns: u16, rows: u16, look: Look) -> Self {
        let mut model = Model::new(library, words, look).expect("the guides are sound");
        _ = app::update(&mut model, Message::Resize(columns, rows));
        let terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a test screen takes any size");
        let mut wizard = Wizard { model, drawn: Drawn::default(), effects: Vec::new(), terminal };
        wizard.draw();
        wizard
    }

    /// The same where cases are kept, of which there are these.
    pub(crate) fn keeping(mut self, cases: Vec<CaseRecord>) -> Self {
        let kept = Some(KeptCases { cases, ..KeptCases::default() });
        self.message(Message::Started(Started { kept, ..Started::default() }));
        self
    }

    /// The same for a person with these settings.
    pub(crate) fn with_settings(mut self, text: &str) -> Self {
        let settings = Settings::file("config.toml", text).expect("the settings are sound");
        self.message(Message::Prefer(Box::new(Preferences::from(&settings))));
        self
    }

    /// Opens a problem, as its code on the command line does.
    pub(crate) fn open(&mut self, code: &str) {
        let row = self.model.catalog().entries.iter().position(|entry| entry.code == code).expect("it is listed");
        self.message(Message::OpenProblem(row));
    }

    /// Types keys such as `Down Enter 0 C-l text:abc paste:def`, drawing a frame after each; `Open` opens the first
    /// problem that Home shows below its category.
    pub(crate) fn keys(mut self, keys: &str) -> Self {
        for key in keys.split_whitespace() {
            if key == "Open" {
                let group = self.model.rows().iter().position(|row| matches!(row, HomeRow::Group(_)));
                let group = group.expect("Home shows categories");
                if !matches!(self.model.rows()[group + 1], HomeRow::Problem(_)) {
                    self.message(Message::Open(group));
                }
                self.message(Message::Open(group + 1));
                continue;
            }
            if let Some(text) = key.strip_prefix("text:") {
                text.chars().for_each(|c| self.event(press(KeyCode::Char(if c == '_' { ' ' } else { c }))));
            } else if let Some(text) = key.strip_prefix("paste:") {
                self.event(Event::Paste(text.replace('_', " ")));
            } else if let Some(time) = key.strip_prefix("now:") {
                self.message(Message::Now(time.to_owned()));
            } else {
                self.event(named(key));
            }
        }
        self
    }

    /// Takes an event in and draws the next frame.
    pub(crate) fn event(&mut self, event: Event) {
        if let Some(message) = app::message(event, &self.model, &self.drawn) {
            self.message(message);
        }
    }

    /// Takes a message in and draws the next frame.
    pub(crate) fn message(&mut self, message: Message) {
        self.effects.extend(app::update(&mut self.model, message));
        self.draw();
    }

    /// Gives the screen another size and draws on it.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.terminal.backend_mut().resize(columns, rows);
        self.event(Event::Resize(columns, rows));
    }

    /// The text of a part of the frame, a line per row.
    pub(crate) fn cells(&self, columns: Range<usize>, rows: Range<usize>) -> Vec<String> {
        let buffer = self.terminal.backend().buffer();
        let row = |y: usize| columns.clone().map(|x| buffer[(x as u16, y as u16)].symbol()).collect();
        rows.map(row).collect()
    }

    fn draw(&mut self) {
        let mut drawn = Drawn::default();
        let model = &self.model;
        self.terminal.draw(|frame| drawn = view::draw(frame, model)).expect("a test screen cannot fail");
        self.drawn = drawn;
    }

    /// The frame's text, a line per row, without blanks at the ends.
    pub(crate) fn text(&self) -> String {
        self.rows().join("\n")
    }

    /// The cells of the frame.
    pub(crate) fn buffer(&self) -> &Buffer {
        self.terminal.backend().buffer()
    }

    /// Column and row of the cursor, where text is typed.
    pub(crate) fn typing_at(&mut self) -> Option<(u16, u16)> {
        let typing = matches!(self.model.context(), Context::Search | Context::Palette | Context::Field);
        let place = self.terminal.get_cursor_position().expect("a test screen cannot fail");
        typing.then_some((place.x, place.y))
    }

    pub(crate) fn rows(&self) -> Vec<String> {
        let buffer = self.buffer();
        let row = |y| {
            let mut row = String::new();
            let mut skip = 0;
            for x in 0..buffer.area.width {
                let symbol = buffer[(x, y)].symbol();
                if skip == 0 {
                    row.push_str(symbol);
                    skip = unicode_width::UnicodeWidthStr::width(symbol).max(1);
                }
                skip -= 1;
            }
            row.trim_end().to_owned()
        };
        (0..buffer.area.height).map(row).collect()
    }

    /// The frame's text, and behind each row the styles that begin in it, so that a snapshot sees colours too.
    pub(crate) fn styled(&self) -> String {
        let buffer = self.buffer();
        let mut lines = Vec::new();
        for (y, text) in self.rows().into_iter().enumerate() {
            let mut styles = Vec::new();
            let mut last = Style::default();
            for x in 0..buffer.area.width {
                let cell = &buffer[(x, y as u16)];
                let style = cell.style();
                if style != last && cell.symbol() != " " {
                    styles.push(format!("{x}:{}", short(style)));
                    last = style;
                }
            }
            lines.push(format!("{text:width$} |{}", styles.join(" "), width = usize::from(buffer.area.width)));
        }
        lines.join("\n")
    }
}

fn short(style: Style) -> String {
    let color = style.fg.filter(|fg| *fg != ratatui::style::Color::Reset).map_or(String::new(), |fg| fg.to_string());
    let modifiers: String = style.add_modifier.iter_names().map(|(name, _)| name[..1].to_lowercase()).collect();
    format!("{color}{}{modifiers}", if modifiers.is_empty() { "" } else { "+" })
}

/// A frame without how many problems there are in all and in each category, which another problem changes.
pub(crate) fn uncounted(frame: &str) -> String {
    let row = |row: &str| {
        let count = row.match_indices(char::is_numeric).map(|(at, _)| at).find(|at| {
            let before = row[..*at].trim_start();
            let is_all = [" of ", " из "].iter().any(|of| before.ends_with(of)) && before.contains(':');
            is_all || before.starts_with(['▸', '▾']) && before.ends_with("  ")
        });
        let Some(at) = count else { return row.to_owned() };
        let digits = row[at..].bytes().take_while(u8::is_ascii_digit).count();
        format!("{}{}{}", &row[..at], " ".repeat(digits), &row[at + digits..])
    };
    frame.lines().map(row).collect::<Vec<_>>().join("\n")
}

fn press(code: KeyCode) -> Event {
    Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

/// A key by its name.
pub(crate) fn named(key: &str) -> Event {
    if let Some(letter) = key.strip_prefix("C-").and_then(|rest| rest.chars().next()) {
        return Event::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL));
    }
    press(match key {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "PgDn" => KeyCode::PageDown,
        "PgUp" => KeyCode::PageUp,
        "BS" => KeyCode::Backspace,
        "Space" => KeyCode::Char(' '),
        "F1" => KeyCode::F(1),
        letter if letter.chars().count() == 1 => KeyCode::Char(letter.chars().next().expect("counted")),
        other => panic!("no key is called {other}"),
    })
}

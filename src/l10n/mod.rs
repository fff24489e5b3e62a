//! Words: every sentence a person sees, by id, in the language they read.

mod guide_text;
mod labels;
pub mod lint;
mod names;
mod negotiate;

use std::{cell::OnceCell, rc::Rc};

use fluent::{FluentArgs, FluentBundle, FluentMessage, FluentResource};
use unic_langid::LanguageIdentifier;

pub use fluent::fluent_args as args;
pub use guide_text::{GuideText, facts};
pub use negotiate::{available, negotiate};

use crate::files::Files;

/// The language that always has every word.
pub const ENGLISH: &str = "en";

/// The parts of the program's own words, each a file of the language's folder.
pub const PARTS: [&str; 4] = ["ui", "cli", "check", "export"];

/// A message opens at most so many brackets; the largest of ours has a tenth.
const MOST_BRACKETS: usize = 400;

/// The words of one language, with English behind them.
pub struct Words {
    files: Rc<Files>,
    locale: String,
    bundle: Bundle,
    guides: Vec<String>,
    english: OnceCell<Bundle>,
    english_labels: OnceCell<Bundle>,
}

type Bundle = FluentBundle<FluentResource>;

impl Words {
    /// The program's own words in a language that `available` names.
    pub fn new(files: Rc<Files>, locale: &str) -> Self {
        let mut bundle = bundle(locale);
        add(&mut bundle, &files, &program(locale, "ui"));
        let (english, english_labels) = (OnceCell::new(), OnceCell::new());
        Words { files, locale: locale.to_owned(), bundle, guides: Vec::new(), english, english_labels }
    }

    /// The language, as its folder is named.
    pub fn locale(&self) -> &str {
        &self.locale
    }

    /// Where the words come from.
    pub fn files(&self) -> Rc<Files> {
        self.files.clone()
    }

    /// Adds another part of the program's words: `cli`, `check` or `export`.
    pub fn add_program(&mut self, part: &str) {
        add(&mut self.bundle, &self.files, &program(&self.locale, part));
    }

    /// Adds what Home needs of a guide: its problems and categories.
    pub fn add_heads(&mut self, guide: &str) {
        for part in ["problems", "common"] {
            add(&mut self.bundle, &self.files, &format!("i18n/{}/{guide}/{part}.ftl", self.locale));
        }
    }

    /// Adds all words of a guide, once.
    pub fn add_guide(&mut self, guide: &str) {
        if !self.guides.iter().any(|known| known == guide) {
            self.guides.push(guide.to_owned());
            add_all(&mut self.bundle, &self.files, &self.locale, guide);
        }
    }

    /// A sentence of the program.
    pub fn say(&self, id: &str) -> String {
        self.text(id, None, None).unwrap_or_else(|| format!("{{{id}}}"))
    }

    /// A sentence of the program, with arguments.
    pub fn say_with(&self, id: &str, args: &FluentArgs<'_>) -> String {
        self.text(id, None, Some(args)).unwrap_or_else(|| format!("{{{id}}}"))
    }

    /// A message, or one of its attributes; `None` where no language has it.
    pub fn text(&self, id: &str, attribute: Option<&str>, args: Option<&FluentArgs<'_>>) -> Option<String> {
        format(&self.bundle, id, attribute, args).or_else(|| {
            if self.locale == ENGLISH {
                return None;
            }
            format(self.english.get_or_init(|| self.all_english()), id, attribute, args)
        })
    }

    /// A label of the portal, with the English one beside it, since Azure shows either.
    pub fn label(&self, guide: &str, id: &str) -> String {
        let id = format!("label-{id}");
        let own = self.say(&id);
        if self.locale == ENGLISH {
            return own;
        }
        let english = self.english_labels.get_or_init(|| {
            let mut english = bundle(ENGLISH);
            add(&mut english, &self.files, &format!("i18n/{ENGLISH}/{guide}/labels.ftl"));
            english
        });
        match format(english, &id, None, None) {
            Some(english) if english != own => format!("{own} [{english}]"),
            _ => own,
        }
    }

    /// A length of time in whole minutes, hours or days.
    pub fn duration(&self, minutes: u32) -> String {
        let (id, count) = match minutes {
            m if m >= 48 * 60 && m.is_multiple_of(24 * 60) => ("duration-days", m / (24 * 60)),
            m if m >= 60 && m.is_multiple_of(60) => ("duration-hours", m / 60),
            m if m > 120 => ("duration-hours", m.div_ceil(60)),
            m => ("duration-minutes", m),
        };
        self.say_with(id, &args!("count" => count))
    }

    fn all_english(&self) -> Bundle {
        let mut english = bundle(ENGLISH);
        for part in PARTS {
            add(&mut english, &self.files, &program(ENGLISH, part));
        }
        for guide in self.files.folders("guides/") {
            add_all(&mut english, &self.files, ENGLISH, guide);
        }
        english
    }
}

fn program(locale: &str, part: &str) -> String {
    format!("i18n/{locale}/{part}.ftl")
}

fn bundle(locale: &str) -> Bundle {
    let language: LanguageIdentifier = locale.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![language]);
    // The marks would stand as stray characters in terminals and in copied commands.
    bundle.set_use_isolating(false);
    bundle
}

fn add_all(bundle: &mut Bundle, files: &Files, locale: &str, guide: &str) {
    for (path, _) in files.under(&format!("i18n/{locale}/{guide}/")) {
        add(bundle, files, path);
    }
}

/// Adds a file's messages; those already there stay, and broken ones are left to the lint.
fn add(bundle: &mut Bundle, files: &Files, path: &str) {
    let Some(text) = files.get(path).filter(|text| overgrown(text).is_none()) else { return };
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(good, _)| good);
    // What Home loaded before is loaded again with its guide; that is no error.
    let _ = bundle.add_resource(resource);
}

/// Where a message with so many opened brackets begins that the parser, which recurses into them, could overflow.
fn overgrown(text: &str) -> Option<usize> {
    let (mut start, mut opened, mut at) = (0, 0, 0);
    for line in text.split_inclusive('\n') {
        // A new message, since inside brackets no `=` may follow a name.
        let name =
            line.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).next().unwrap_or_default();
        if !name.is_empty() && line[name.len()..].trim_start_matches(' ').starts_with('=') {
            (start, opened) = (at, 0);
        }
        opened += line.matches(['{', '(']).count();
        if opened > MOST_BRACKETS {
            return Some(start);
        }
        at += line.len();
    }
    None
}

fn format(bundle: &Bundle, id: &str, attribute: Option<&str>, args: Option<&FluentArgs<'_>>) -> Option<String> {
    let message: FluentMessage<'_> = bundle.get_message(id)?;
    let pattern = match attribute {
        None => message.value()?,
        Some(attribute) => message.get_attribute(attribute)?.value(),
    };
    Some(bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned())
}

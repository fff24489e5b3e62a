//! Words: every sentence a person sees, by id, in the language they read.

mod filled;
mod guide_text;
mod labels;
pub mod lint;
mod listed;
mod messages;
mod names;
mod negotiate;
mod problem;
mod timeline;
mod worded;

use std::{
    cell::{OnceCell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

use fluent::{FluentArgs, FluentBundle, FluentMessage, FluentResource};
use fluent_syntax::ast::Pattern;
use unic_langid::LanguageIdentifier;

use filled::Arguments;
pub use fluent::fluent_args as args;
pub use guide_text::{GuideText, fact};
pub use listed::prepare;
use messages::{FoundMessage, MessageId, MessageList, Told};
use names::named;
pub use negotiate::{available, knows, negotiate};
pub use timeline::ToldEvent;
pub use worded::Worded;

use crate::{
    case::Finding,
    data::Files,
    guide::{Facts, Via},
    text::markdown,
};

/// The attributes of a problem that hold what Azure shows of it, word for word: its message, and how other places and times
/// word it.
pub const MESSAGES: [&str; 8] =
    ["message", "wording", "wording-2", "wording-3", "wording-4", "wording-5", "wording-6", "wording-7"];
/// The attributes of a hand-over that say what to send.
pub const SENDS: [&str; 5] = ["send", "send-2", "send-3", "send-4", "send-5"];

/// The language that always has every word.
pub const ENGLISH: &str = "en";

/// The parts of the program's own words, each a file of the language's folder.
pub const PARTS: [&str; 8] = ["home", "ui", "cli", "check", "export", "match", "plain", "triage"];

/// The words of one language, with English behind them; a message is read when it is first said.
pub struct Words {
    files: Rc<Files>,
    locale: String,
    /// What the program says, and what guides say: a name in the one never means anything in the other.
    own: Space,
    guides: Space,
    english: OnceCell<Box<Words>>,
    /// Lengths of time that were told: to find the plural of each anew takes as long as ten other sentences.
    durations: RefCell<BTreeMap<u32, String>>,
    /// What tools are called, as far as that was told: a page of commands says it of each.
    tools: [OnceCell<String>; Via::COUNT],
    /// The figures of guides whose problems name some.
    facts: RefCell<Vec<(String, Rc<Facts>)>>,
}

/// Messages that have their names to themselves.
struct Space {
    bundle: RefCell<Bundle>,
    name: String,
    /// The files of the messages.
    paths: Vec<String>,
    /// Listed when the first one is said.
    messages: OnceCell<MessageList>,
}

type Bundle = FluentBundle<FluentResource>;

impl Words {
    /// The words of a language that `available` names.
    pub fn new(files: Rc<Files>, locale: &str) -> Self {
        let [own, guides] = listed::spaces(&files, locale);
        Words {
            locale: locale.to_owned(),
            own: Space::new(locale, own),
            guides: Space::new(locale, guides),
            english: OnceCell::new(),
            durations: RefCell::default(),
            tools: Default::default(),
            facts: RefCell::default(),
            files,
        }
    }

    /// The language, as its folder is named.
    pub fn locale(&self) -> &str {
        &self.locale
    }

    /// Where the words come from.
    pub fn files(&self) -> Rc<Files> {
        self.files.clone()
    }

    /// A sentence of the program.
    pub fn say(&self, id: &str) -> String {
        self.text(id, None, None).unwrap_or_else(|| format!("{{{id}}}"))
    }

    /// A sentence of the program, with arguments.
    pub fn say_with(&self, id: &str, args: &FluentArgs<'_>) -> String {
        self.text(id, None, Some(args)).unwrap_or_else(|| format!("{{{id}}}"))
    }

    /// A message of the program, or one of its attributes; `None` where no language has it.
    pub fn text(&self, id: &str, attribute: Option<&str>, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let args = args.map(Arguments::Given);
        let own = |words: &Words| words.own.text(&words.files, id.into(), attribute, args);
        own(self).or_else(|| own(self.english()?))
    }

    /// A message of a guide, or one of its attributes; `None` where no language has it.
    pub fn of_guide(&self, id: &str, attribute: Option<&str>, args: Option<&FluentArgs<'_>>) -> Option<String> {
        self.of_guide_with(id.into(), attribute, args.map(Arguments::Given))
    }

    /// The same with arguments that are perhaps made as they are named.
    fn of_guide_with(&self, id: MessageId<'_>, attribute: Option<&str>, args: Option<Arguments<'_>>) -> Option<String> {
        let guides = |words: &Words| words.guides.text(&words.files, id, attribute, args);
        guides(self).or_else(|| guides(self.english()?))
    }

    /// What guides call an item that needs no figures.
    pub fn title<T: Worded>(&self, item: &T) -> String {
        self.title_of::<T>(item.name())
    }

    /// The same where only its name is at hand.
    pub fn title_of<T: Worded>(&self, name: &str) -> String {
        self.titled(T::KIND, name)
    }

    fn titled(&self, kind: &str, name: &str) -> String {
        let title = self.of_guide_with(MessageId::of(kind, name), None, None);
        title.unwrap_or_else(|| format!("{{{kind}-{name}}}"))
    }

    /// A label of the portal, with the English one beside it, since Azure shows either.
    pub fn label(&self, id: &str) -> String {
        let own = self.titled("label", id);
        match self.english().map(|english| english.titled("label", id)) {
            Some(english) if english != own => format!("{own} [{english}]"),
            _ => own,
        }
    }

    /// A place in a file: in JSON the way to a value, else a line.
    pub fn place(&self, file: &str, line: usize, path: &str) -> String {
        let file = markdown::code(file);
        if path.is_empty() {
            self.say_with("place-line", &args!("file" => file, "line" => line))
        } else {
            self.say_with("place-path", &args!("file" => file, "path" => markdown::code(path)))
        }
    }

    /// Where evidence says something, and what it is about where that is not what the case is about.
    pub fn place_of(&self, finding: &Finding) -> String {
        let place = self.place(&finding.file, finding.line, &finding.path);
        if finding.about.is_empty() {
            return place;
        }
        self.say_with("place-other", &args!("place" => place, "named" => markdown::code(&finding.about)))
    }

    /// The same, and in which words.
    pub fn finding(&self, finding: &Finding) -> String {
        let place = self.place_of(finding);
        self.say_with("evidence-from", &args!("place" => place, "words" => markdown::code(&finding.text)))
    }

    /// A length of time in whole minutes, hours or days.
    pub fn duration(&self, minutes: u32) -> String {
        let (id, count) = match minutes {
            m if m >= 48 * 60 && m.is_multiple_of(24 * 60) => ("duration-days", m / (24 * 60)),
            m if m >= 60 && m.is_multiple_of(60) => ("duration-hours", m / 60),
            m if m > 120 => ("duration-hours", m.div_ceil(60)),
            m => ("duration-minutes", m),
        };
        let known = self.durations.borrow().get(&minutes).cloned();
        known.unwrap_or_else(|| {
            let said = self.say_with(id, &args!("count" => count));
            self.durations.borrow_mut().insert(minutes, said.clone());
            said
        })
    }

    /// What a tool is called.
    pub fn tool(&self, tool: Via) -> String {
        self.tools[tool as usize].get_or_init(|| self.say(&format!("via-{}", tool.name()))).clone()
    }

    fn english(&self) -> Option<&Words> {
        let english = || Box::new(Words::new(self.files.clone(), ENGLISH));
        (self.locale != ENGLISH).then(|| &**self.english.get_or_init(english))
    }
}

impl Space {
    fn new(locale: &str, (name, paths): (String, Vec<String>)) -> Self {
        Space { bundle: RefCell::new(bundle(locale)), name, paths, messages: OnceCell::new() }
    }

    fn messages(&self, files: &Files) -> &MessageList {
        self.messages.get_or_init(|| MessageList::of(files, &self.name, &self.paths))
    }

    fn text(
        &self,
        files: &Files,
        id: MessageId<'_>,
        attribute: Option<&str>,
        args: Option<Arguments<'_>>,
    ) -> Option<String> {
        let found = self.messages(files).find(id)?;
        let told = match found.told(attribute) {
            Told::Text(text) => Some(text.to_owned()),
            Told::Nothing => return None,
            Told::Line(line) => filled::filled(line, args),
            Told::More => None,
        };
        told.or_else(|| self.read(&found, attribute, args))
    }

    /// What Fluent makes of a message.
    fn read(&self, found: &FoundMessage<'_>, attribute: Option<&str>, args: Option<Arguments<'_>>) -> Option<String> {
        let id = found.id();
        if !self.bundle.borrow().has_message(id) {
            add(&mut self.bundle.borrow_mut(), found.source());
        }
        let bundle = self.bundle.borrow();
        let message = bundle.get_message(id)?;
        match args {
            None => format(&bundle, &message, attribute, None),
            Some(Arguments::Given(args)) => format(&bundle, &message, attribute, Some(args)),
            Some(Arguments::Named(value)) => {
                let made = named(found.source()).filter_map(|name| Some((name, value(name)?)));
                format(&bundle, &message, attribute, Some(&made.collect()))
            }
        }
    }
}

/// The names of tasks and options for the sentences that point to one: no translation has them.
pub fn cli_names() -> FluentArgs<'static> {
    args!(
        "list" => "list", "match" => "match", "resume" => "resume", "questions" => "questions", "check" => "check", "config" => "config", "cases" => "cases",
        "collect" => "collect", "restore" => "cases restore", "force" => "--force", "plain" => "--plain",
        "format" => "--format", "data-dir" => "--data-dir", "last" => "last", "triage" => "triage"
    )
}

fn bundle(locale: &str) -> Bundle {
    let language: LanguageIdentifier = locale.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![language]);
    // The marks would stand as stray characters in terminals and in copied commands.
    bundle.set_use_isolating(false);
    bundle
}

/// Adds messages; those already there stay, and broken ones are left to the lint.
fn add(bundle: &mut Bundle, text: &str) {
    if messages::overgrown(text).is_some() {
        return;
    }
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(good, _)| good);
    let _ = bundle.add_resource(resource);
}

fn format(
    bundle: &Bundle,
    message: &FluentMessage<'_>,
    attribute: Option<&str>,
    args: Option<&FluentArgs<'_>>,
) -> Option<String> {
    let pattern = pattern(message, attribute)?;
    Some(bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned())
}

/// A message itself, or one of its attributes.
fn pattern<'a>(message: &FluentMessage<'a>, attribute: Option<&str>) -> Option<&'a Pattern<&'a str>> {
    match attribute {
        None => message.value(),
        Some(attribute) => Some(message.get_attribute(attribute)?.value()),
    }
}

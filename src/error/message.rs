//! An error as the person reads it: what a field of it adds to the sentence.

use std::path::PathBuf;

use fluent::FluentArgs;

use super::{Error, EvidenceFlaw, JobsFlaw};
use crate::{
    guide::Diagnostic,
    l10n::{Words, cli_names},
    text::sanitise,
};

/// A message of the words under `error-ID`, and the attribute of it that says what to do.
pub(super) struct ErrorMessage<'a> {
    id: &'static str,
    hint: String,
    args: FluentArgs<'a>,
}

/// A field of an error.
pub(super) trait Fact {
    fn add_to(&self, message: &mut ErrorMessage<'_>, name: &'static str);

    #[cfg(test)]
    fn sample(name: &'static str, at: usize) -> Self;
}

impl ErrorMessage<'_> {
    pub(super) fn new(id: &'static str) -> Self {
        ErrorMessage { id, hint: "hint".to_owned(), args: cli_names() }
    }

    /// What comes from outside is shown with its control characters written out.
    fn set(&mut self, name: &'static str, value: &str) {
        self.args.set(name, sanitise::visible_line(value));
    }
}

impl Error {
    /// The sentence and the hint, for the person.
    pub fn text(&self, words: &Words) -> String {
        let ErrorMessage { id, hint, args } = self.message();
        let id = format!("error-{id}");
        let sentence = words.say_with(&id, &args);
        match words.text(&id, Some(&hint), Some(&args)) {
            Some(hint) => format!("{sentence}\n{hint}"),
            None => sentence,
        }
    }
}

/// Values of a field in the samples.
#[cfg(test)]
pub(super) const SAMPLES: usize = 9;

impl Fact for String {
    fn add_to(&self, message: &mut ErrorMessage<'_>, name: &'static str) {
        message.set(name, self);
    }

    #[cfg(test)]
    fn sample(name: &'static str, _: usize) -> Self {
        format!("<{name}>")
    }
}

impl Fact for &'static str {
    fn add_to(&self, message: &mut ErrorMessage<'_>, name: &'static str) {
        message.set(name, self);
    }

    #[cfg(test)]
    fn sample(name: &'static str, _: usize) -> Self {
        format!("<{name}>").leak()
    }
}

impl Fact for PathBuf {
    fn add_to(&self, message: &mut ErrorMessage<'_>, name: &'static str) {
        message.set(name, &self.to_string_lossy());
    }

    #[cfg(test)]
    fn sample(name: &'static str, _: usize) -> Self {
        format!("<{name}>").into()
    }
}

impl Fact for usize {
    fn add_to(&self, message: &mut ErrorMessage<'_>, name: &'static str) {
        message.set(name, &self.to_string());
    }

    #[cfg(test)]
    fn sample(name: &'static str, _: usize) -> Self {
        70_000 + name.len()
    }
}

impl Fact for u64 {
    fn add_to(&self, message: &mut ErrorMessage<'_>, name: &'static str) {
        message.set(name, &self.to_string());
    }

    #[cfg(test)]
    fn sample(name: &'static str, _: usize) -> Self {
        80_000 + name.bytes().map(u64::from).sum::<u64>()
    }
}

/// What is known only sometimes, and then is in a hint of its own: `.hint-NAME`.
impl Fact for Option<String> {
    fn add_to(&self, message: &mut ErrorMessage<'_>, name: &'static str) {
        if let Some(value) = self {
            message.hint = format!("hint-{name}");
            message.set(name, value);
        }
    }

    #[cfg(test)]
    fn sample(name: &'static str, at: usize) -> Self {
        at.is_multiple_of(2).then(|| String::sample(name, at))
    }
}

/// Which of several sentences it is.
impl Fact for EvidenceFlaw {
    fn add_to(&self, message: &mut ErrorMessage<'_>, _: &'static str) {
        message.id = self.id();
    }

    #[cfg(test)]
    fn sample(_: &'static str, at: usize) -> Self {
        Self::ALL[at % Self::ALL.len()]
    }
}

/// Which of several sentences it is.
impl Fact for JobsFlaw {
    fn add_to(&self, message: &mut ErrorMessage<'_>, _: &'static str) {
        message.id = self.id();
    }

    #[cfg(test)]
    fn sample(_: &'static str, at: usize) -> Self {
        Self::ALL[at % Self::ALL.len()]
    }
}

/// What there is to choose from, a line each.
impl Fact for Vec<String> {
    fn add_to(&self, message: &mut ErrorMessage<'_>, name: &'static str) {
        let lines: Vec<String> = self.iter().map(|line| format!("  {}", sanitise::visible_line(line))).collect();
        message.args.set(name, lines.join("\n"));
    }

    #[cfg(test)]
    fn sample(name: &'static str, at: usize) -> Self {
        vec![String::sample(name, at)]
    }
}

/// Defects are listed below the sentence, which does not name them.
impl Fact for Vec<Diagnostic> {
    fn add_to(&self, _: &mut ErrorMessage<'_>, _: &'static str) {}

    #[cfg(test)]
    fn sample(_: &'static str, _: usize) -> Self {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use std::{
        collections::{BTreeMap, BTreeSet},
        rc::Rc,
    };

    use fluent::FluentValue;
    use fluent_syntax::{ast::Entry, parser};

    use super::*;
    use crate::{
        data::{Files, builtin},
        l10n,
    };

    /// The `error-` messages of a language, each with its attributes.
    fn messages(files: &Files, locale: &str) -> BTreeSet<(String, Option<String>)> {
        let text = files.get(&format!("i18n/{locale}/cli.ftl")).expect("the words of the command line");
        let resource = parser::parse(text).expect("they are sound");
        let mut names = BTreeSet::new();
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let Some(id) = message.id.name.strip_prefix("error-") else { continue };
            names.insert((id.to_owned(), None));
            let attributes = message.attributes.iter().map(|attribute| attribute.id.name.to_owned());
            names.extend(attributes.map(|attribute| (id.to_owned(), Some(attribute))));
        }
        names
    }

    /// Where one line says all.
    const WITHOUT_HINT: [&str; 1] = ["no-terminal"];

    #[test]
    fn every_error_has_its_sentence_and_its_hint_in_each_language_and_no_other() {
        let files = builtin::embedded();
        let mut needed = BTreeSet::new();
        for error in Error::samples() {
            let ErrorMessage { id, hint, .. } = error.message();
            needed.insert((id.to_owned(), None));
            if !WITHOUT_HINT.contains(&id) {
                needed.insert((id.to_owned(), Some(hint)));
            }
        }
        for locale in l10n::available(&files) {
            assert_eq!(messages(&files, &locale), needed, "{locale}");
        }
    }

    /// The values that an error has for its sentence, beside the names that every sentence may use.
    fn values(error: &Error) -> Vec<String> {
        let ErrorMessage { args, .. } = error.message();
        let own = args.iter().filter(|(name, _)| cli_names().get(*name).is_none());
        let texts = own.map(|(_, value)| match value {
            FluentValue::String(text) => text.to_string(),
            other => unreachable!("{other:?} is no text"),
        });
        texts.collect()
    }

    #[test]
    fn every_error_says_all_that_it_knows_in_each_language() {
        let files = Rc::new(builtin::embedded());
        for locale in l10n::available(&files) {
            let words = Words::new(Rc::clone(&files), &locale);
            // By variant: of its sentences one may leave out what another says.
            let mut known: BTreeMap<String, (BTreeSet<String>, String)> = BTreeMap::new();
            for error in Error::samples() {
                let text = error.text(&words);
                assert!(!text.contains('{'), "{locale}: {text}");
                let variant = format!("{error:?}").split(' ').next().map(str::to_owned);
                let (own, said) = known.entry(variant.unwrap_or_default()).or_default();
                own.extend(values(&error));
                *said += &text;
            }
            for (variant, (own, said)) in known {
                let unsaid: Vec<_> = own.iter().filter(|value| !said.contains(*value)).collect();
                assert!(unsaid.is_empty(), "{locale}: {variant} does not say {unsaid:?}: {said}");
            }
        }
    }
}

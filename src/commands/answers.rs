//! Answers and values from outside: read from an answer file or from arguments, and put into a case.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::{
    case::{Case, UNSURE, reachable::Reachable},
    error::Error,
    guide::{Guide, Id, Question, QuestionKind, Verb, nearest},
    settings::values::Values,
};

/// An answer file above this size is refused, in bytes; a blank one has some thousand, and TOML takes eighty times its
/// size in memory.
const LARGEST: usize = 256 << 10;

/// What a person gives for a case, in the order given; `at` names its place for errors.
#[derive(Debug, Default)]
pub struct Given {
    answers: Vec<(String, String, String)>,
    values: Values,
}

/// An answer file: an option per question, or none where it is empty; a value, or several, per variable.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerFile {
    #[serde(default)]
    answers: BTreeMap<Spanned<String>, String>,
    #[serde(default)]
    variables: BTreeMap<Spanned<String>, OneOrMany>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl Given {
    /// Reads an answer file; `path` is named in errors.
    ///
    /// # Errors
    /// Bad input where it is no answer file, or far too large for one.
    pub fn file(path: &str, text: &str) -> Result<Self, Error> {
        if text.len() > LARGEST {
            return Err(Error::TooLarge { path: path.into() });
        }
        // Counted once: a file may name as many questions as it has lines.
        let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
        let at = |byte: usize| format!("{path}:{}", ends.partition_point(|end| *end < byte) + 1);
        let file: AnswerFile = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or_else(|| path.to_owned(), |span| at(span.start));
            Error::AnswerFile { at, reason: error.message().into() }
        })?;
        let answers = file.answers.into_iter().filter(|(_, option)| !option.is_empty());
        let values = file.variables.into_iter().map(|(name, values)| {
            let mut values = match values {
                OneOrMany::One(value) => vec![value],
                OneOrMany::Many(values) => values,
            };
            values.retain(|value| !value.is_empty());
            (at(name.span().start), name.into_inner(), values)
        });
        let mut given = Given {
            answers: answers.map(|(key, option)| (at(key.span().start), key.into_inner(), option)).collect(),
            values: Values::default(),
        };
        values
            .filter(|(.., values)| !values.is_empty())
            .for_each(|(at, name, values)| given.values.push(at, name, values));
        Ok(given)
    }

    /// Reads `QUESTION=OPTION` and `NAME=VALUE`; a name that is given again holds several values.
    ///
    /// # Errors
    /// Bad input where the `=` is missing.
    pub fn arguments(answers: &[String], values: &[String]) -> Result<Self, Error> {
        let mut given = Given::default();
        for text in answers {
            let (key, option) = halves("--answer", text, "--answer guest-os=linux")?;
            given.answers.push((format!("--answer {text}"), key, option));
        }
        for text in values {
            let (name, value) = halves("--var", text, "--var vm=vm-web-01")?;
            given.values.push(format!("--var {text}"), name, vec![value]);
        }
        Ok(given)
    }

    /// Puts everything into a case; what the case has already is replaced.
    ///
    /// # Errors
    /// Bad input where there is no such question, option or variable, or a value breaks its rule.
    pub fn fill(&self, guide: &Guide, reach: &Reachable, case: &mut Case) -> Result<(), Error> {
        for (at, key, option) in &self.answers {
            let question = question(guide, reach, key).ok_or_else(|| unknown(reach, at, key))?;
            let question = &guide[question];
            let unsure = (question.kind == QuestionKind::State).then_some(UNSURE);
            let known: Vec<&str> = question.options.iter().map(String::as_str).chain(unsure).collect();
            // A capital, or the blank of the words on the screen, means the same option.
            let written = option.trim().to_lowercase().replace([' ', '_'], "-");
            let Some(option) = known.iter().find(|known| **known == written) else {
                let (at, name, question) = (at.clone(), option.clone(), key.clone());
                return Err(Error::UnknownOption { at, name, question, known: known.join(", ") });
            };
            case.answers.insert(key.clone(), (*option).to_owned());
        }
        self.values.fill(guide, case)
    }
}

/// The question whose answer a key keeps: at a place of this problem, or anywhere in the guide by its id.
fn question(guide: &Guide, reach: &Reachable, key: &str) -> Option<Id<Question>> {
    let here = reach.places.iter().find(|place| place.ask.key == key).map(|place| place.ask.question);
    here.or_else(|| {
        let trees = guide.problems.iter().map(|p| &p.tree).chain(guide.causes.iter().map(|c| &c.tree));
        let id = guide.find::<Question>(key)?;
        let asks = |verb: &Verb| matches!(verb, Verb::Ask { question, fresh: false, .. } if *question == id);
        trees.flat_map(|tree| &tree.nodes).any(|node| asks(&node.verb)).then_some(id)
    })
}

/// Names what a key could have been: a question alone, or one at a place, as the key is written.
fn unknown(reach: &Reachable, at: &str, key: &str) -> Error {
    let at = at.to_owned();
    let keys = || reach.places.iter().map(|place| place.ask.key.as_str());
    if keys().next().is_none() {
        return Error::NoQuestion { at };
    }
    // A word of a name, such as `os`, says more than how far apart two names are.
    let has_word = |known: &&str| known.split('-').any(|word| word.eq_ignore_ascii_case(key));
    let by_word = keys().filter(has_word).min_by_key(|known| strsim::damerau_levenshtein(known, key));
    let near = by_word.or_else(|| nearest(key, keys())).map(str::to_owned);
    let is_placed = |key: &str| key.contains('/');
    let mut known: Vec<&str> = keys().filter(|known| is_placed(known) == is_placed(key)).collect();
    if known.is_empty() {
        known = keys().collect();
    }
    Error::UnknownQuestion { at, name: key.to_owned(), known: known.join(", "), near }
}

fn halves(option: &'static str, text: &str, example: &'static str) -> Result<(String, String), Error> {
    match text.split_once('=') {
        Some((name, value)) => Ok((name.trim().to_owned(), value.to_owned())),
        None => Err(Error::NoEquals { option, value: text.into(), example }),
    }
}

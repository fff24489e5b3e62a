//! What Azure shows in languages that the program does not speak: texts are recognized by it, and nobody is shown it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Report,
    heads::parse,
    load::{is_day, is_web_address},
    nearest, prepared,
    raw::RawWord,
};
use crate::data::Files;

/// The messages of one language, as one guide knows them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Translation {
    /// Its language, such as `de`.
    pub language: String,
    /// Problem and message, in the order of the problems' names.
    pub messages: Vec<(String, String)>,
}

/// A language of `messages.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTranslation {
    /// Where its wordings stand.
    url: RawWord,
    /// The day of the copy that was read, where it says one.
    dated: Option<RawWord>,
    messages: BTreeMap<RawWord, Vec<RawWord>>,
}

type RawTranslations = BTreeMap<String, RawTranslation>;

/// The messages of all guides; what cannot be read is left to `check`.
pub fn translations(files: &Files) -> Vec<Translation> {
    if let Some(translations) = prepared::read_compressed(files, prepared::TRANSLATIONS) {
        return translations;
    }
    let raw = |guide| parse::<RawTranslations>(files, &path(guide), &mut Report::default()).unwrap_or_default();
    let pairs = |(problem, messages): (RawWord, Vec<RawWord>)| {
        let problem = problem.into_inner();
        messages.into_iter().map(move |message| (problem.clone(), message.into_inner()))
    };
    let languages = files.folders("guides/").flat_map(raw);
    let read = languages.map(|(language, raw)| {
        let messages = raw.messages.into_iter().flat_map(pairs).collect();
        Translation { language, messages }
    });
    read.collect()
}

/// Reports what is wrong with the messages of a guide, whose problems are named.
pub(super) fn check<'a>(
    files: &Files,
    guide: &str,
    problems: impl Iterator<Item = &'a String> + Clone,
    report: &mut Report,
) {
    let file = path(guide);
    for raw in parse::<RawTranslations>(files, &file, report).unwrap_or_default().into_values() {
        if !is_web_address(raw.url.get_ref()) {
            report.add("bad-link", &file, raw.url.span(), [("name", raw.url.get_ref())]);
        }
        if let Some(day) = raw.dated.filter(|day| !is_day(day.get_ref())) {
            report.add("bad-day", &file, day.span(), [("name", day.get_ref())]);
        }
        for problem in raw.messages.keys() {
            let name = problem.get_ref();
            if !problems.clone().any(|known| known == name) {
                let near = nearest(name, problems.clone().map(String::as_str)).unwrap_or_default();
                report.add("unknown-problem", &file, problem.span(), [("name", name.as_str()), ("near", near)]);
            }
        }
    }
}

fn path(guide: &str) -> String {
    format!("guides/{guide}/messages.toml")
}

//! How old the facts are: the days that the data files bear, counted from one that is given.

use std::collections::BTreeMap;

use serde::Serialize;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    data::Files,
    l10n::{Words, args},
    text::day::Day,
};

/// Keys that hold the day of a source or of a comparison with it.
const KEYS: [&str; 5] = ["checked", "dated", "newest", "since", "withdrawn"];

/// All places that bear the same day under the same key.
#[derive(Serialize)]
pub(super) struct Age {
    /// Negative where the day is still to come.
    days: i64,
    date: String,
    key: String,
    /// Each file once.
    files: Vec<String>,
}

/// The ages of all days in the guides, the oldest first.
pub(super) fn of(files: &Files, today: Day) -> Vec<Age> {
    let mut found: BTreeMap<(Day, String), Vec<String>> = BTreeMap::new();
    for (path, text) in files.under("guides/").filter(|(path, _)| path.ends_with(".toml")) {
        let Ok(document) = DeTable::parse(text) else { continue };
        days(document.get_ref(), &mut |day, key| {
            let files = found.entry((day, key.to_owned())).or_default();
            if files.last().is_none_or(|last| last != path) {
                files.push(path.to_owned());
            }
        });
    }
    let ages = found.into_iter();
    ages.map(|((day, key), files)| Age { days: today.since(day), date: day.to_string(), key, files }).collect()
}

/// A line for each day and key, and below it the files.
pub(super) fn text(ages: &[Age], words: &Words) -> String {
    let line = |age: &Age| {
        let args = args!("days" => age.days, "date" => age.date.as_str(), "key" => age.key.as_str());
        let files: String =
            age.files.iter().map(|file| format!("  {}\n", crate::text::sanitise::visible_line(file))).collect();
        format!("{}\n{files}", words.say_with("check-age", &args))
    };
    ages.iter().map(line).collect::<String>() + "\n"
}

/// The parser bounds how deep a document nests, so this may recurse.
fn days(table: &DeTable<'_>, found: &mut impl FnMut(Day, &str)) {
    for (key, value) in table {
        match value.get_ref() {
            DeValue::String(text) if KEYS.contains(&key.get_ref().as_ref()) => {
                Day::parse(text).into_iter().for_each(|day| found(day, key.get_ref()));
            }
            DeValue::Table(table) => days(table, found),
            DeValue::Array(items) => {
                items
                    .iter()
                    .filter_map(|item: &Spanned<_>| item.get_ref().as_table())
                    .for_each(|table| days(table, found));
            }
            _ => {}
        }
    }
}

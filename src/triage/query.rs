//! The same grouping as a query, to be run where the records are: in a log, or over a tenant's resources.
//!
//! The tenant's dialect has no `let`, and no table of constants is known to work there: `case` takes their place.

use std::collections::BTreeSet;

use crate::{
    guide::{self, Catalog, CatalogEntry, Strength},
    l10n::{ENGLISH, Words},
    text::{markdown::plain, sanitise},
};

/// Kusto for Log Analytics, over the vaults' own table of jobs: the latest record of each job counts.
pub fn kql(catalog: &Catalog, words: &Words) -> String {
    let rows = catalog.entries.iter().flat_map(|entry| {
        let name = title(words, entry);
        let row = move |key: String| format!("    {}, {}, {}", literal(&key), literal(&entry.problem), literal(&name));
        keys(entry, words).into_iter().map(row)
    });
    // A spelling that several codes of a problem share is one row: a second one would count its jobs twice.
    let mut seen = BTreeSet::new();
    let rows: Vec<String> = rows.filter(|row| seen.insert(row.clone())).collect();
    include_str!("log.kql").replace("<rows>", &rows.join(",\n"))
}

/// Kusto for Azure Resource Graph, over the jobs of all vaults that the person may see.
///
/// A job tells its error there as a number, so that its message, in English and the person's language, decides as well.
pub fn arg(catalog: &Catalog, words: &Words) -> String {
    let of =
        |entry: &CatalogEntry, problem: &CatalogEntry| entry.guide == problem.guide && entry.problem == problem.problem;
    let first = |at: usize| !catalog.entries[..at].iter().any(|earlier| of(earlier, &catalog.entries[at]));
    let problems: Vec<&CatalogEntry> =
        (0..catalog.entries.len()).filter(|at| first(*at)).map(|at| &catalog.entries[at]).collect();
    let test = |problem: &&CatalogEntry| {
        let entries = catalog.entries.iter().filter(|entry| of(entry, problem));
        let keys: BTreeSet<String> = entries.flat_map(|entry| keys(entry, words)).map(|key| literal(&key)).collect();
        let keys: Vec<String> = keys.into_iter().collect();
        let mut tests = vec![format!("error in~ ({})", keys.join(", "))];
        tests
            .extend(messages(words, problem).into_iter().map(|message| format!("said contains {}", literal(&message))));
        format!("    {}, {},", tests.join(" or "), literal(&problem.problem))
    };
    let name = |problem: &&CatalogEntry| {
        format!("    problem == {}, {},", literal(&problem.problem), literal(&title(words, problem)))
    };
    let lines = |line: &dyn Fn(&&CatalogEntry) -> String| problems.iter().map(line).collect::<Vec<_>>().join("\n");
    include_str!("tenant.kql").replace("<problems>", &lines(&test)).replace("<names>", &lines(&name))
}

/// The official message of a problem, without the stop at its end, as far as it holds no figures.
fn messages(words: &Words, problem: &CatalogEntry) -> Vec<String> {
    let english = Words::new(words.files(), ENGLISH);
    let message = |words: &Words| words.of_guide(&format!("problem-{}", problem.problem), Some("message"), None);
    let whole = [message(&english), message(words)].into_iter().flatten().map(|text| plain(&text));
    let mut messages: Vec<String> = whole.map(|text| text.trim_end_matches('.').to_owned()).collect();
    messages.dedup();
    messages
}

fn title(words: &Words, entry: &CatalogEntry) -> String {
    plain(&words.entry_title(entry))
}

/// What stands for a problem in a record: its code or another spelling of Azure's own, in lower case, or a sure number.
fn keys(entry: &CatalogEntry, words: &Words) -> Vec<String> {
    let aliases = entry.aliases.iter().filter(|alias| alias.is_ascii());
    let numbers = guide::numbers(&words.files()).into_iter();
    let numbers = numbers.filter(|(_, problem, strength)| *problem == entry.problem && *strength == Strength::Strong);
    let keys = [&entry.code].into_iter().chain(aliases).map(|key| key.to_lowercase());
    keys.chain(numbers.map(|(number, ..)| number.to_string())).collect()
}

/// Text as a string of Kusto: a backslash escapes, and no control character stays.
fn literal(text: &str) -> String {
    format!("'{}'", sanitise::visible_line(text).replace('\\', "\\\\").replace('\'', "\\'"))
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn text_stays_inside_its_quotes() {
        let check = |text: &str, expected: &str| assert_eq!(literal(text), expected);
        check("no network", "'no network'");
        check("it's", r"'it\'s'");
        check(r"a\", r"'a\\'");
        check("a\n| take 1\u{1b}", "'a | take 1^['");
        check("\"x\"", "'\"x\"'");
    }
}

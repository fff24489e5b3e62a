//! Identifiers in sentences: what a translation would corrupt must come in by variable.

use std::collections::BTreeSet;

use crate::guide::{Guide, normal};

/// Names with a capital inside that are no identifiers.
const PROPER_NAMES: [&str; 10] =
    ["AppLocker", "BitLocker", "CentOS", "GiB", "GitHub", "MiB", "NetworkManager", "PowerShell", "TiB", "macOS"];

/// What a guide calls by name.
#[derive(Default)]
pub(super) struct GuideNames {
    /// In the form in which spellings are compared.
    codes: BTreeSet<String>,
    literals: BTreeSet<String>,
}

impl GuideNames {
    pub(super) fn of(guide: &Guide) -> Self {
        let spellings = guide.problems.iter().flat_map(|problem| problem.codes.iter().chain(&problem.aliases));
        let literals = guide.literals.iter().map(|(_, text)| text.clone());
        GuideNames {
            codes: spellings.map(|spelling| normal(spelling)).collect(),
            literals: literals.filter(|text| text.chars().filter(|c| c.is_alphabetic()).count() > 1).collect(),
        }
    }

    /// The identifiers that stand in a text.
    pub(super) fn find<'a>(&self, text: &'a str) -> Vec<&'a str> {
        let foreign = text.chars().any(|c| c.is_alphabetic() && c > '\u{24f}');
        let mut found: Vec<&str> = Vec::new();
        let words: Vec<&str> = text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect();
        for (at, word) in words.iter().enumerate() {
            let command = *word == "az" && words.get(at + 1).is_some_and(|next| is_lower(next));
            // In a language of its own letters, a Latin word that is a literal cannot be one of the language.
            let literal = self.literals.contains(*word) && (foreign || !is_plain(word));
            if command || literal || self.codes.contains(&normal(word)) || looks_like_identifier(word) {
                found.push(word);
            }
        }
        for phrase in self.literals.iter().filter(|literal| literal.contains(' ')) {
            found.extend(phrase_in(text, phrase));
        }
        found.extend(text.find('`').map(|at| &text[at..=at]));
        found
    }
}

/// A word without the punctuation around it; what belongs to identifiers stays.
fn bare(word: &str) -> &str {
    word.trim_start_matches(|c: char| "\"'«»„“”(,;:!?".contains(c))
        .trim_end_matches(|c: char| "\"'«»„“”),.;:!?…".contains(c))
}

fn is_lower(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
}

/// Letters only, with no capital inside: it may well be a word of the language.
fn is_plain(word: &str) -> bool {
    word.chars().all(char::is_alphabetic) && !word.chars().skip(1).any(char::is_uppercase)
}

fn phrase_in<'a>(text: &'a str, phrase: &str) -> Option<&'a str> {
    let outside = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    let mut places = text.match_indices(phrase);
    places.find_map(|(at, found)| {
        let whole = outside(text[..at].chars().next_back()) && outside(text[at + found.len()..].chars().next());
        whole.then_some(found)
    })
}

/// Addresses, paths, assignments, options, dotted names, versions, file names and words with a capital inside.
fn looks_like_identifier(word: &str) -> bool {
    let chars: Vec<char> = word.chars().collect();
    let pair = |good: fn(char, char) -> bool| chars.windows(2).any(|pair| good(pair[0], pair[1]));
    let named = chars.windows(4).any(|part| {
        part[1] == '.' && part[0].is_ascii_alphanumeric() && part[2..].iter().all(char::is_ascii_alphabetic)
    });
    let dotted = chars.windows(3).any(|part| {
        part[1] == '.' && word.matches('.').count() > 1 && part[0].is_ascii_digit() && part[2].is_ascii_digit()
    });
    let verb_noun = word.split_once('-').is_some_and(|(verb, noun)| {
        ["Get", "Set", "New", "Remove", "Start", "Stop", "Restart", "Add", "Enable", "Disable", "Update", "Test"]
            .contains(&verb)
            && noun.starts_with(|c: char| c.is_ascii_uppercase())
    });
    let inner_capital = !PROPER_NAMES.contains(&word) && pair(|a, b| a.is_ascii_lowercase() && b.is_ascii_uppercase());
    word.contains("://")
        || word.contains(['\\', '=', '_'])
        || word.starts_with("--") && word.len() > 2
        || word.starts_with(['/', '~']) && word.len() > 1
        || word.starts_with('$') && word.len() > 1
        || pair(|a, b| a == '<' && b.is_ascii_lowercase())
        || named
        || dotted
        || verb_noun
        || inner_capital
}

#[cfg(test)]
mod tests {
    use super::GuideNames;

    #[test]
    fn identifiers_are_told_from_words() {
        let known = GuideNames {
            codes: ["usererrorcode".to_owned()].into(),
            literals: ["Owner", "waagent", "Not Ready", "2.7.1.9"].map(str::to_owned).into(),
        };
        let check = |text: &str, found: &[&str]| assert_eq!(known.find(text), found, "{text}");
        check("Restart the agent (on Linux, too).", &[]);
        check("PowerShell, .NET, GitHub, TB/s and \"quotes\" are fine: yes...", &[]);
        check("See https://x.y.", &["https://x.y"]);
        check("Run az vm list now", &["az"]);
        check("Из az нельзя", &[]);
        check("Open /etc/waagent.conf or C:\\Logs", &["/etc/waagent.conf", "C:\\Logs"]);
        check("Set Extensions.Enabled to y=1, services.msc", &["Extensions.Enabled", "y=1", "services.msc"]);
        check("Version 1.2.3 of 10.0 or 4.x", &["1.2.3"]);
        check("The UserErrorCode, usererrorcode", &["UserErrorCode", "usererrorcode"]);
        check("Start-Service and Self-Service", &["Start-Service"]);
        check("The Owner restarts waagent", &[]);
        check("Владелец Owner и waagent", &["Owner", "waagent"]);
        check("It reads Not Ready.", &["Not Ready"]);
        check("a `code` b", &["`"]);
        check("with --force", &["--force"]);
    }
}

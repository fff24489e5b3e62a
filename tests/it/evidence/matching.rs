//! Every file of the corpus is about the problems that its expectation names: no wrong one, and none where none is meant.

use std::{collections::BTreeMap, rc::Rc};

use backup_medic::{
    data::builtin,
    evidence::{
        self, EvidenceRules,
        matching::{Match, Matcher},
    },
    guide::{self, Catalog},
    l10n,
};

use super::{
    GUIDE,
    corpus::{self, Matched},
};

#[test]
fn every_file_of_the_corpus_is_about_what_it_should_be() {
    let files = Rc::new(builtin::embedded());
    let catalog = Catalog::read(&files).expect("the embedded guides are sound");
    let matcher = Matcher::read(&files, &catalog, &l10n::available(&files));
    let matched = |found: Match| Matched {
        code: catalog.entries[found.row].code.clone(),
        confidence: found.confidence.name().to_owned(),
    };
    let mut wrong = Vec::new();
    let mut told = 0;
    for case in corpus::cases() {
        let reading = evidence::read("handed-in", &case.bytes, &EvidenceRules::for_guide(&GUIDE).knowing(&case.known));
        let found: Vec<Matched> = reading
            .map_or_else(|_| Vec::new(), |reading| matcher.find_in(&[reading]).into_iter().map(matched).collect());
        told += usize::from(!found.is_empty());
        if found != case.matches {
            wrong.push(format!("{}: {found:?}, not {:?}", case.path, case.matches));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(told >= 80, "{told}");
}

/// Text and the problem that it must give first.
type Alone = BTreeMap<String, String>;

#[test]
fn each_message_alone_gives_its_problem_first() {
    let table = include_str!("../../messages.toml");
    let rows: BTreeMap<String, Alone> = toml::from_str(table).expect("a table of texts");
    let rows: Vec<(String, String)> = rows.into_values().flatten().collect();
    assert!(rows.len() >= 80, "{}", rows.len());
    first(rows);
}

#[test]
fn messages_of_other_languages_give_their_problem_first() {
    let messages = guide::translations(&builtin::embedded()).into_iter().flat_map(|known| known.messages);
    let rows: Vec<(String, String)> = messages.map(|(problem, text)| (text, problem)).collect();
    assert!(rows.len() >= 200, "{}", rows.len());
    first(rows);
}

/// Looks at each text by itself, as it is and in the middle of others.
fn first(rows: Vec<(String, String)>) {
    let files = Rc::new(builtin::embedded());
    let catalog = Catalog::read(&files).expect("the embedded guides are sound");
    let matcher = Matcher::read(&files, &catalog, &l10n::available(&files));
    let mut wrong = Vec::new();
    for (text, expected) in rows {
        for text in [text.clone(), format!("Ticket 4711\n\n{text}\n\nweb01")] {
            let found = matcher.find(&text);
            let problem = found.first().map_or("none", |found| &catalog.entries[found.row].problem);
            if problem != expected {
                wrong.push(format!("{text:?}: {problem}, not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

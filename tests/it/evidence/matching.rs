//! Every file of the corpus is about the problems that its expectation names: no wrong one, and none where none is meant.

use std::rc::Rc;

use backup_medic::{
    data::builtin,
    evidence::{
        self, EvidenceRules,
        matching::{Match, Matcher},
    },
    guide::Catalog,
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

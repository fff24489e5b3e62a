//! Texts and the problems that they are about: no wrong one, and none where none of ours is meant.

use std::{fs, path::Path, rc::Rc};

use backup_medic::{
    assets,
    guide::Catalog,
    l10n,
    matching::{Match, Matcher},
};
use serde::Deserialize;

/// What a text is about, the surest first.
#[derive(Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
struct Expected {
    #[serde(default, rename = "match")]
    matches: Vec<Row>,
}

#[derive(Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
struct Row {
    code: String,
    confidence: String,
}

struct World {
    catalog: Catalog,
    matcher: Matcher,
}

impl World {
    fn new() -> Self {
        let files = Rc::new(assets::embedded());
        let catalog = Catalog::read(&files).expect("the embedded guides are sound");
        let matcher = Matcher::read(&files, &catalog, &l10n::available(&files));
        World { catalog, matcher }
    }

    fn rows(&self, matches: &[Match]) -> Vec<Row> {
        let row = |found: &Match| Row {
            code: self.catalog.entries[found.row].code.clone(),
            confidence: found.confidence.name().to_owned(),
        };
        matches.iter().map(row).collect()
    }
}

#[test]
fn every_text_of_the_corpus_is_about_what_it_should_be() {
    let world = World::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/evidence/match");
    let mut failed = Vec::new();
    let mut texts = 0;
    for entry in fs::read_dir(folder).expect("the corpus is there").flatten() {
        let path = entry.path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        texts += 1;
        let text = fs::read_to_string(&path).expect("texts are UTF-8");
        let expected = fs::read_to_string(path.with_extension("expected.toml")).expect("every text has its answer");
        let expected: Expected = toml::from_str(&expected).expect("an answer is a list of matches");
        let found = world.matcher.find(&text);
        let rows = world.rows(&found);
        if rows != expected.matches {
            failed.push(format!("{}: {rows:?}, not {:?}\n    {:?}", path.display(), expected.matches, found));
        }
    }
    assert!(failed.is_empty(), "{} of {texts}:\n{}", failed.len(), failed.join("\n"));
    assert!(texts >= 40, "{texts}");
}

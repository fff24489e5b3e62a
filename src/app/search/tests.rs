use std::collections::BTreeMap;

use serde::Deserialize;

use super::*;
use crate::data::builtin;

/// What is typed, and the problems of which one must come first.
#[derive(Deserialize)]
struct QueryTable {
    query: Vec<BTreeMap<String, Vec<String>>>,
    nothing: Nothing,
    alike: BTreeMap<String, String>,
    inside: Inside,
}

/// What only stands in the body of a problem.
#[derive(Deserialize)]
struct Inside {
    query: String,
    problem: String,
}

#[derive(Deserialize)]
struct Nothing {
    queries: Vec<String>,
}

/// Of a hundred queries so many must find their problem first.
const FIRST: usize = 99;

fn table() -> QueryTable {
    toml::from_str(include_str!("../../../tests/search.toml")).expect("the table is sound")
}

fn built_in() -> (Rc<Catalog>, Search) {
    let files = Rc::new(builtin::embedded());
    let catalog = Rc::new(Catalog::read(&files).expect("the embedded guides are sound"));
    let search = Search::read(&files, &catalog);
    (catalog, search)
}

#[test]
fn what_a_person_types_finds_the_problem_first() {
    let (catalog, search) = built_in();
    let queries: Vec<_> = table().query.into_iter().flatten().collect();
    let missed = |(query, right): &(String, Vec<String>)| {
        let hits = search.find(query).found;
        let first = hits.first().map_or("nothing", |hit| catalog.entries[hit.row].problem.as_str());
        (!right.iter().any(|right| right == first)).then(|| format!("{query}: {first}, not {right:?}"))
    };
    let misses: Vec<String> = queries.iter().filter_map(missed).collect();
    assert!(queries.len() > 100);
    let first = 100 * (queries.len() - misses.len()) / queries.len();
    assert!(first >= FIRST, "{first} %:\n{}", misses.join("\n"));
}

#[test]
fn nonsense_and_codes_of_others_find_nothing() {
    let (catalog, search) = built_in();
    for query in table().nothing.queries {
        let found: Vec<&str> =
            search.find(&query).found.iter().map(|hit| catalog.entries[hit.row].code.as_str()).collect();
        assert_eq!(found, Vec::<&str>::new(), "{query}");
    }
}

#[test]
fn a_hit_in_the_body_says_where() {
    let (catalog, search) = built_in();
    let hit = |query: &str, problem: &str| {
        let found = search.find(query).found.into_iter().find(|hit| catalog.entries[hit.row].problem == problem);
        found.unwrap_or_else(|| panic!("{query} finds {problem}")).why
    };
    assert_eq!(hit("restore points", "restore-point-limit"), None);
    let Inside { query, problem } = table().inside;
    assert!(matches!(hit(&query, &problem), Some(Why::Inside(..))), "{query}");
    assert!(matches!(hit("lock", "restore-point-limit"), Some(Why::Inside(..) | Why::Keyword(_))));
}

#[test]
fn a_letter_finds_what_a_name_begins_with() {
    let files: Files = [
        ("guides/g/guide.toml", "id = \"g\"\nproblems = [\"p\", \"q\"]\n"),
        ("guides/g/problems/p.toml", "codes = [\"DiskFull\"]\ncategory = \"c\"\n"),
        ("guides/g/problems/q.toml", "codes = [\"Other\"]\ncategory = \"c\"\n"),
        ("i18n/en/g/p.ftl", "problem-p = No disk left\n    .why = Writers wait, quietly.\n    .keywords = space\n"),
        ("i18n/en/g/q.ftl", "problem-q = A writer died\n    .why = The disk X left.\n"),
    ]
    .into_iter()
    .collect();
    let files = Rc::new(files);
    let catalog = Rc::new(Catalog::read(&files).expect("the guide is sound"));
    let search = Search::read(&files, &catalog);
    let check = |query: &str, expected: &[usize]| {
        let mut rows: Vec<usize> = search.find(query).found.iter().map(|hit| hit.row).collect();
        rows.sort_unstable();
        assert_eq!(rows, expected, "{query}");
    };
    check("w", &[1]);
    check("s", &[0]);
    check("o", &[1]);
    check("q", &[]);
    check("x", &[1]);
    check("wai", &[0]);
}

#[test]
fn what_is_meant_is_found_however_it_is_written() {
    let (_, search) = built_in();
    let first = |query: &str| search.find(query).found.into_iter().next().map(|hit| hit.row);
    for (written, meant) in table().alike {
        assert!(first(&meant).is_some(), "{meant} is found");
        assert_eq!(first(&written), first(&meant), "{written}");
    }
}

#[test]
fn what_is_only_guessed_is_no_hit_beside_a_word_that_means_nothing() {
    let (_, search) = built_in();
    assert!(!search.find("bitlokcer").found.is_empty());
    assert!(search.find("bitlokcer sourdough").found.is_empty());
    assert!(!search.find("bitlocker sourdough").found.is_empty());
}

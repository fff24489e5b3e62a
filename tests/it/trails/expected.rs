//! What `tests/trails/PROBLEM.toml` says of a problem: these answers, these remedies in this order, this outcome.

use std::{collections::BTreeMap, fs, rc::Rc};

use backup_medic::{
    case::{
        open::OpenCase,
        trail::{Head, Trail},
    },
    export::{self, PageShape},
    guide::{Guide, Outcome, Problem},
};
use serde::Deserialize;

use super::{answered, built_in, problem};
use crate::walks;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TrailFile {
    /// Questions, causes and remedies that come in this order on every trail, as far as they come.
    #[serde(default)]
    pub order: Vec<String>,
    /// Exits that a cause has for its other callers, and that no trail takes here.
    #[serde(default)]
    pub never: Vec<String>,
    trail: Vec<ExpectedTrail>,
}

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
struct ExpectedTrail {
    /// Each `KEY=OPTION`, or `PLACE:worked` and `PLACE:failed` for all that is asked of a backup or restore there.
    answers: String,
    #[serde(default)]
    remedies: String,
    /// With its detail behind it.
    outcome: String,
}

/// The files by the names of their problems.
pub(super) fn files() -> BTreeMap<String, TrailFile> {
    let entries = fs::read_dir("tests/trails").expect("the folder of trails");
    let read = |path: std::path::PathBuf| {
        let text = fs::read_to_string(&path).expect("a file of trails");
        let file = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        (path.file_stem().expect("a name").to_string_lossy().into_owned(), file)
    };
    entries.map(|entry| read(entry.expect("a file").path())).collect()
}

fn head(guide: &Guide, trail: &Trail) -> String {
    match &trail.head {
        Head::Open(ask) => format!("open {}", ask.key),
        Head::Ended { outcome, .. } => match outcome {
            Outcome::Resolved => "resolved".to_owned(),
            Outcome::Wait(minutes) => format!("wait {minutes}m"),
            Outcome::Escalate(to) => format!("escalate {}", guide[*to].id),
            Outcome::See(None) => "see the named one".to_owned(),
            Outcome::See(Some(other)) => format!("see {}", other.id),
        },
    }
}

/// The answers of a trail one by one, `PLACE:worked` as often as something is asked there.
fn spelled_out(guide: &Guide, name: &str, answers: &str) -> String {
    let mut given = String::new();
    for word in answers.split_whitespace() {
        let Some((place, how)) = word.split_once(':') else {
            given += &format!(" {word}");
            continue;
        };
        let before = given.len();
        while let Head::Open(ask) = Trail::of(guide, problem(guide, name), &answered(guide, name, &given)).head
            && ask.key.strip_prefix(place).is_some_and(|rest| rest.starts_with('/'))
        {
            let options = &guide[ask.question].options;
            let option = options.iter().find(|option| *option == how).unwrap_or(&options[0]);
            given += &format!(" {}={option}", ask.key);
            if how == "failed" {
                break;
            }
        }
        assert!(given.len() > before, "{name}: nothing is asked at {place} after{given}");
    }
    given
}

/// What comes otherwise than a file says.
fn mistake(guide: &Guide, name: &str, expected: &ExpectedTrail) -> Option<String> {
    let answers = spelled_out(guide, name, &expected.answers);
    let trail = Trail::of(guide, problem(guide, name), &answered(guide, name, &answers));
    let asked: Vec<_> = trail.asked().map(|(ask, _)| ask.key.as_str()).collect();
    let given: Vec<_> = answers.split_whitespace().filter_map(|pair| pair.split('=').next()).collect();
    let done: Vec<_> = trail.remedies().map(|(_, place)| guide[place.remedy].id.as_str()).collect();
    let remedies: Vec<_> = expected.remedies.split_whitespace().collect();
    let found = head(guide, &trail);
    (found != expected.outcome || asked != given || done != remedies)
        .then(|| format!("{name}:{answers}\n  asks {asked:?}\n  does {}\n  ends {found}", done.join(" ")))
}

#[test]
fn trails_lead_where_the_files_say_and_every_problem_has_some() {
    let guide = built_in();
    let files = files();
    let trails = files.iter().flat_map(|(name, file)| file.trail.iter().map(move |trail| (name, trail)));
    let mistakes: Vec<_> = trails.filter_map(|(name, trail)| mistake(&guide, name, trail)).collect();
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
    let missing = guide.ids::<Problem>().map(|id| &guide[id].id).filter(|id| !files.contains_key(*id));
    assert_eq!(missing.collect::<Vec<_>>(), [""; 0], "write tests/trails/PROBLEM.toml");
}

/// A ticket's field shows some forty lines without a scroll bar.
#[test]
fn the_brief_export_of_every_trail_has_at_most_forty_lines() {
    let guide = Rc::new(built_in());
    let mut long = Vec::new();
    for locale in ["en", "ru"] {
        let words = walks::said(locale);
        for (name, file) in files() {
            for trail in file.trail {
                let case = answered(&guide, &name, &spelled_out(&guide, &name, &trail.answers));
                let open = OpenCase::new(Rc::clone(&guide), problem(&guide, &name), case);
                let lines = export::brief(&words, &open, &PageShape::default()).lines().count();
                if lines > 40 {
                    long.push(format!("{locale} {name} {}: {lines}", trail.answers));
                }
            }
        }
    }
    assert!(long.is_empty(), "{} of them:\n{}", long.len(), long.join("\n"));
}

#[test]
fn a_trail_that_leads_elsewhere_is_seen() {
    let guide = built_in();
    let right = ExpectedTrail {
        answers: "vm-power=stopped power-shown=right stopped-choice=leave retry-stopped:worked".to_owned(),
        remedies: "start-backup".to_owned(),
        outcome: "resolved".to_owned(),
    };
    let check = |seen: bool, expected: ExpectedTrail| {
        assert_eq!(mistake(&guide, "guest-agent-status-unavailable", &expected).is_some(), seen);
    };
    check(false, right.clone());
    check(true, ExpectedTrail { outcome: "escalate support".to_owned(), ..right.clone() });
    check(true, ExpectedTrail { remedies: String::new(), ..right.clone() });
    check(true, ExpectedTrail { answers: "vm-power=stopped power-shown=right".to_owned(), ..right.clone() });
    check(true, ExpectedTrail { answers: format!("{} guest-os=linux", right.answers), ..right });
}

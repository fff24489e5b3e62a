//! Which steps and commands a trail shows: those whose conditions its answers meet or leave open, nothing else.

use std::collections::{HashMap, HashSet};

use backup_medic::{
    case::{
        checklist::Checklist,
        trail::{Answer, Entry, Trail},
    },
    guide::{Condition, Guide, Id, Question, Remedy},
};

use super::{answered, built_in, problem};

type Known = HashMap<Id<Question>, Answer>;

/// The parts of a condition that are open; `None` where one part is not met.
fn open(when: &Condition, known: &Known) -> Option<Condition> {
    let denied = |(question, options): &&(Id<Question>, Vec<usize>)| matches!(known.get(question), Some(Answer::Option(option)) if !options.contains(option));
    let met = |(question, options): &(Id<Question>, Vec<usize>)| matches!(known.get(question), Some(Answer::Option(option)) if options.contains(option));
    when.iter().find(denied).is_none().then(|| when.iter().filter(|part| !met(part)).cloned().collect())
}

/// Compares a checklist with a second reading of the trail, entry by entry, and its keys with each other.
pub(super) fn show_what_applies(guide: &Guide, trail: &Trail, checklist: &Checklist) {
    let (mut known, mut keys) = (Known::new(), HashSet::new());
    for (at, entry) in trail.entries.iter().enumerate() {
        match entry {
            Entry::Asked(ask, answer) if ask.with.is_empty() => {
                known.insert(ask.question, *answer);
            }
            Entry::Remedy(place) => {
                let group = checklist.at(at).expect("every remedy has a group");
                assert_eq!(group.remedy, place.remedy);
                let expected: Vec<_> = guide[place.remedy]
                    .steps
                    .iter()
                    .enumerate()
                    .filter_map(|(step, item)| Some((step, open(&item.when, &known)?)))
                    .collect();
                let shown: Vec<_> = group.items.iter().map(|item| (item.step, item.undecided.clone())).collect();
                assert_eq!(shown, expected, "{}", place.key);
                assert!(
                    group.items.iter().all(|item| keys.insert(&item.key)),
                    "a mark key stands twice: {}",
                    place.key
                );
            }
            _ => {}
        }
    }
    assert_eq!(checklist.groups.len(), trail.remedies().count());
}

/// The last lines of a remedy's commands on the trail of these answers, an undecided one with `only if QUESTION=OPTIONS`.
fn commands(name: &str, answers: &str, remedy: &str) -> Vec<String> {
    let guide = built_in();
    let problem = problem(&guide, name);
    let case = answered(&guide, name, answers);
    let trail = Trail::of(&guide, problem, &case);
    let checklist = Checklist::for_trail(&guide, &trail, &case);
    let remedy = guide.find::<Remedy>(remedy).expect("a remedy of the guide");
    let group = checklist.groups.iter().find(|group| group.remedy == remedy).expect("the trail offers it");
    let runs = group.items.iter().flat_map(|item| group.commands(&guide, &case, group.step(&guide, item)));
    let label = |open: &Condition| match open.first() {
        None => String::new(),
        Some((question, options)) => {
            let options: Vec<_> = options.iter().map(|at| guide[*question].options[*at].as_str()).collect();
            format!(", only if {}={}", guide[*question].id, options.join(","))
        }
    };
    runs.map(|run| format!("{}{}", run.text.lines().next_back().unwrap_or_default(), label(&run.undecided))).collect()
}

#[test]
fn a_condition_decides_by_the_answers_and_says_so_where_it_cannot() {
    let check = |family: &str, expected: &[&str]| {
        let way = "retried=retried policy-upgraded=not-changed guest-os=linux guest-rights=yes";
        let answers = format!("{way} linux-family={family} linux-agent-process=stopped");
        assert_eq!(commands("internal-error", &answers, "start-linux-agent")[1..3], *expected, "{family}");
    };
    check("debian", &["sudo systemctl restart walinuxagent", "sudo service walinuxagent start"]);
    check("red-hat", &["sudo systemctl restart waagent", "sudo service waagent start"]);
    check("other", &["sudo systemctl restart waagent", "sudo service waagent start"]);
    check(
        "unsure",
        &[
            "sudo systemctl restart walinuxagent, only if linux-family=debian",
            "sudo systemctl restart waagent, only if linux-family=red-hat,suse,other",
        ],
    );
}

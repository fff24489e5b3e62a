//! The plan of a case: it holds what every trail holds that agrees with the answers, and each answer only takes away.

use std::collections::BTreeSet;

use backup_medic::{
    case::{
        Case, Mark, UNSURE,
        checklist::Checklist,
        plan::Plan,
        trail::{Answer, Trail},
    },
    guide::{Guide, Id, Problem, QuestionKind, Remedy, Renames},
};

use super::{answered, built_in, problem};
use crate::walks::Random;

type Steps = BTreeSet<(Id<Remedy>, Renames, usize)>;

fn of_plan(guide: &Guide, problem: Id<Problem>, case: &Case) -> Steps {
    let groups = Plan::new(guide, problem, case).groups.into_iter().map(|planned| planned.group);
    groups
        .flat_map(|group| group.items.into_iter().map(move |item| (group.remedy, group.with.clone(), item.step)))
        .collect()
}

fn of_trail(guide: &Guide, trail: &Trail) -> Steps {
    let groups = Checklist::for_trail(guide, trail, &Case::default()).groups.into_iter();
    groups
        .flat_map(|group| group.items.into_iter().map(move |item| (group.remedy, group.with.clone(), item.step)))
        .collect()
}

/// A trail by the dice, and its answers in the order given.
fn wander(guide: &Guide, problem: Id<Problem>, dice: &mut Random) -> (Trail, Vec<(String, String)>) {
    let mut answers = Vec::new();
    let trail = Trail::replay(guide, problem, |ask| {
        let question = &guide[ask.question];
        let all = question.options.len() + usize::from(question.kind == QuestionKind::State);
        let at = dice.below(all);
        answers.push((ask.key.clone(), question.options.get(at).map_or(UNSURE, String::as_str).to_owned()));
        Some(if at < question.options.len() { Answer::Option(at) } else { Answer::Unsure })
    });
    (trail, answers)
}

/// The plan of each prefix of random trails holds the trail, and less than the plan before it; so does one in any order.
fn check(guide: &Guide, problem: Id<Problem>, dice: &mut Random) {
    let (trail, mut answers) = wander(guide, problem, dice);
    let steps = of_trail(guide, &trail);
    for in_order in [true, false] {
        if !in_order {
            (1..answers.len()).rev().for_each(|at| answers.swap(at, dice.below(at + 1)));
        }
        let mut case = Case::new(guide, problem, &guide[problem].codes[0]);
        let mut before = of_plan(guide, problem, &case);
        for (key, option) in &answers {
            assert!(steps.is_subset(&before), "{}: a step is missing before {key}: {answers:?}", guide[problem].id);
            case.answers.insert(key.clone(), option.clone());
            let after = of_plan(guide, problem, &case);
            assert!(after.is_subset(&before), "{}: {key}={option} adds a step: {answers:?}", guide[problem].id);
            before = after;
        }
        assert_eq!(before, steps, "{}: all is decided: {answers:?}", guide[problem].id);
    }
}

#[test]
fn a_plan_holds_its_trails_and_every_answer_only_takes_away() {
    let guide = built_in();
    let mut dice = Random(0x517c_c1b7_2722_0a95);
    for problem in guide.ids::<Problem>() {
        (0..3).for_each(|_| check(&guide, problem, &mut dice));
    }
}

/// The ids of the remedies that a case can come to.
fn remedies(name: &str, answers: &str) -> Vec<String> {
    let guide = built_in();
    let plan = Plan::new(&guide, problem(&guide, name), &answered(&guide, name, answers));
    plan.groups.iter().map(|planned| guide[planned.group.remedy].id.clone()).collect()
}

#[test]
fn an_answer_counts_before_its_question_is_reached() {
    let has =
        |answers: &str, remedy: &str| remedies("guest-agent-status-unavailable", answers).iter().any(|id| id == remedy);
    assert!(has("", "start-linux-agent") && has("", "restart-windows-agent"));
    assert!(has("guest-os=linux", "start-linux-agent") && !has("guest-os=linux", "restart-windows-agent"));
    assert!(!has("guest-os=windows", "collect-linux-logs") && has("guest-os=windows", "collect-windows-logs"));
    assert!(!has("vm-power=running", "start-vm") && has("vm-power=stopped", "start-vm"));
}

#[test]
fn a_mark_set_in_the_plan_is_there_when_the_trail_gets_there() {
    let guide = built_in();
    let mut dice = Random(0x2545_f491_4f6c_dd1d);
    for problem in guide.ids::<Problem>() {
        let mut case = Case::new(&guide, problem, &guide[problem].codes[0]);
        let plan = Plan::new(&guide, problem, &case);
        for item in plan.groups.iter().flat_map(|planned| &planned.group.items) {
            case.marks.insert(item.key.clone(), Mark::Done);
        }
        let (trail, _) = wander(&guide, problem, &mut dice);
        let mut met = BTreeSet::new();
        for group in Checklist::for_trail(&guide, &trail, &case).groups {
            // What is done anew at each place is done once.
            let first = met.insert((group.remedy, group.with.clone()));
            assert!(group.items.iter().all(|item| item.mark.is_some() == first), "{}", guide[group.remedy].id);
        }
    }
}

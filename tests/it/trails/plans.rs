//! The plan of a case: it holds what every trail holds that agrees with the answers, and each answer only takes away.

use std::collections::BTreeSet;

use backup_medic::{
    case::{
        Case, Mark, UNSURE,
        checklist::{Checklist, Group},
        plan::Plan,
        trail::{Answer, Trail},
    },
    guide::{Guide, Id, Problem, QuestionKind, Remedy, Renames},
};

use super::{answered, built_in, problem};
use crate::walks::Random;

type Steps = BTreeSet<(Id<Remedy>, Renames, usize)>;

fn steps<'a>(groups: impl Iterator<Item = &'a Group>) -> Steps {
    groups.flat_map(|group| group.items.iter().map(|item| (group.remedy, group.with.clone(), item.step))).collect()
}

fn of_plan(guide: &Guide, problem: Id<Problem>, case: &Case) -> Steps {
    let plan = Plan::new(guide, problem, case);
    steps(plan.repairs.iter().chain(&plan.routines).map(|planned| &planned.group))
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

/// A trail's answers given in its order and in any: no plan lacks a step of it, and none has one that the last had not.
fn check(guide: &Guide, problem: Id<Problem>, dice: &mut Random) {
    let (trail, mut answers) = wander(guide, problem, dice);
    let of_trail = steps(Checklist::for_trail(guide, &trail, &Case::default()).groups.iter());
    for in_order in [true, false] {
        if !in_order {
            (1..answers.len()).rev().for_each(|at| answers.swap(at, dice.below(at + 1)));
        }
        let mut case = Case::new(guide, problem, &guide[problem].codes[0]);
        let mut before = of_plan(guide, problem, &case);
        for (key, option) in &answers {
            assert!(of_trail.is_subset(&before), "{}: a step is missing before {key}: {answers:?}", guide[problem].id);
            case.answers.insert(key.clone(), option.clone());
            let after = of_plan(guide, problem, &case);
            assert!(after.is_subset(&before), "{}: {key}={option} adds a step: {answers:?}", guide[problem].id);
            before = after;
        }
        assert_eq!(before, of_trail, "{}: all is decided: {answers:?}", guide[problem].id);
    }
}

#[test]
fn a_plan_holds_its_trails_and_every_answer_only_takes_away() {
    let guide = built_in();
    let mut dice = Random(0x517c_c1b7_2722_0a95);
    for problem in guide.ids::<Problem>() {
        (0..20).for_each(|_| check(&guide, problem, &mut dice));
    }
}

#[test]
fn a_mark_set_in_the_plan_is_there_when_the_trail_gets_there() {
    let guide = built_in();
    let mut dice = Random(0x2545_f491_4f6c_dd1d);
    for problem in guide.ids::<Problem>() {
        let mut case = Case::new(&guide, problem, &guide[problem].codes[0]);
        let plan = Plan::new(&guide, problem, &case);
        for item in plan.repairs.iter().flat_map(|planned| &planned.group.items) {
            case.marks.insert(item.key.clone(), Mark::Done);
        }
        let routines: Vec<_> = plan.routines.iter().map(|planned| planned.group.remedy).collect();
        let (trail, _) = wander(&guide, problem, &mut dice);
        for group in Checklist::for_trail(&guide, &trail, &case).groups {
            let is_routine = routines.contains(&group.remedy);
            assert!(group.items.iter().all(|item| item.mark.is_none() == is_routine), "{}", guide[group.remedy].id);
        }
    }
}

/// The ids of the repairs that a case of the agent's problem can come to.
fn repairs(answers: &str) -> Vec<String> {
    let guide = built_in();
    let name = "guest-agent-status-unavailable";
    let plan = Plan::new(&guide, problem(&guide, name), &answered(&guide, name, answers));
    plan.repairs.iter().map(|planned| guide[planned.group.remedy].id.clone()).collect()
}

#[test]
fn an_answer_counts_before_its_question_is_reached() {
    let check = |answers: &str, remedy: &str, expected: bool| {
        assert_eq!(repairs(answers).iter().any(|id| id == remedy), expected, "{remedy} with {answers:?}");
    };
    check("", "start-linux-agent", true);
    check("", "restart-windows-agent", true);
    check("guest-os=linux", "start-linux-agent", true);
    check("guest-os=linux", "restart-windows-agent", false);
    check("guest-os=windows", "start-linux-agent", false);
    check("guest-rights=no", "restart-windows-agent", false);
}

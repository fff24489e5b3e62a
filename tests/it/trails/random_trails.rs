//! Seeded random walks of the whole: 100,000 a problem, the same ones in every run.

use std::{collections::BTreeMap, thread};

use backup_medic::{
    case::{
        Case, UNSURE,
        checklist::Checklist,
        trail::{Answer, Ask, Entry, Head, Owner, Trail},
    },
    guide::{Guide, Id, Outcome, Problem, Question, QuestionKind, Verb},
};

use super::{
    built_in, expected,
    follow::{Reached, follow, whose},
    owners, steps, tree,
};
use crate::walks::Random;

/// Checklists cost more than trails: one of so many walks.
const CHECKLISTS: usize = 16;

type Answers = BTreeMap<String, Answer>;

/// Every answer that a question takes, by one number each.
fn choices(question: &Question) -> usize {
    question.options.len() + usize::from(question.kind == QuestionKind::State)
}

fn choice(question: &Question, at: usize) -> Answer {
    if at < question.options.len() { Answer::Option(at) } else { Answer::Unsure }
}

/// A trail by these answers, the others by the dice.
fn wander(guide: &Guide, problem: Id<Problem>, answers: &Answers, dice: &mut Random) -> Trail {
    Trail::replay(guide, problem, |ask| {
        let question = &guide[ask.question];
        Some(answers.get(&ask.key).copied().unwrap_or_else(|| choice(question, dice.below(choices(question)))))
    })
}

fn answers(trail: &Trail) -> Answers {
    trail.asked().map(|(ask, answer)| (ask.key.clone(), answer)).collect()
}

/// The case that holds these answers.
fn case(guide: &Guide, problem: Id<Problem>, trail: &Trail) -> Case {
    let mut case = Case::new(guide, problem, &guide[problem].codes[0]);
    let stored = trail.asked().map(|(ask, answer)| (ask.key.clone(), stored(guide, ask, answer)));
    case.answers.extend(stored);
    case
}

fn stored(guide: &Guide, ask: &Ask, answer: Answer) -> String {
    match answer {
        Answer::Option(option) => guide[ask.question].options[option].clone(),
        Answer::Unsure => UNSURE.to_owned(),
    }
}

/// The answers of a trail as a file of trails takes them, to repeat what went wrong.
fn told(guide: &Guide, trail: &Trail) -> String {
    trail.asked().map(|(ask, answer)| format!(" {}={}", ask.key, stored(guide, ask, answer))).collect()
}

fn ended(trail: &Trail) -> &Outcome {
    match &trail.head {
        Head::Ended { outcome, .. } => outcome,
        Head::Open(ask) => panic!("{} was answered and is open", ask.key),
    }
}

/// One walk to an end that is no `wait`, everything checked on the way.
fn walk(guide: &Guide, problem: Id<Problem>, dice: &mut Random, reached: &mut Reached) -> Trail {
    let mut trail = wander(guide, problem, &Answers::new(), dice);
    follow(guide, Owner::Problem(problem), &trail, reached);
    while let Outcome::Wait(minutes) = ended(&trail) {
        assert!(*minutes > 0, "a wait takes time");
        trail = reopened(guide, problem, &trail, dice);
        follow(guide, Owner::Problem(problem), &trail, reached);
    }
    nothing_is_offered_twice(guide, &trail);
    nothing_is_retried_unchanged(guide, &trail);
    let case = case(guide, problem, &trail);
    assert_eq!(Trail::of(guide, problem, &case), trail, "stored answers lead the same way");
    one_answer_changed(guide, problem, &trail, case, dice);
    trail
}

/// What comes of another answer than "not yet" where a trail waits: it goes on from there.
fn reopened(guide: &Guide, problem: Id<Problem>, waiting: &Trail, dice: &mut Random) -> Trail {
    let (before, Some(Entry::Asked(ask, _))) = (&waiting.entries[..waiting.entries.len() - 1], waiting.entries.last())
    else {
        panic!("a wait is reached by an answer")
    };
    assert!(ask.fresh, "{} waits by an answer that cannot change", ask.key);
    let question = &guide[ask.question];
    let others: Vec<_> = (0..question.options.len()).filter(|at| question.options[*at] != "not-yet").collect();
    let mut answers = answers(waiting);
    answers.insert(ask.key.clone(), Answer::Option(others[dice.below(others.len())]));
    let trail = wander(guide, problem, &answers, dice);
    assert!(trail.entries.starts_with(before), "what came before the wait stays");
    let goes_on = trail.entries.len() > waiting.entries.len() || trail.head != waiting.head;
    assert!(goes_on, "{} still waits", ask.key);
    trail
}

fn nothing_is_offered_twice(guide: &Guide, trail: &Trail) {
    let mut keys: Vec<_> = trail.remedies().map(|(_, place)| &place.key).collect();
    keys.sort_unstable();
    assert!(keys.is_sorted_by(|a, b| a < b), "offered twice: {keys:?}, by{}", told(guide, trail));
}

/// A routine that has come back runs again only behind a remedy that changes something.
fn nothing_is_retried_unchanged(guide: &Guide, trail: &Trail) {
    let mut unchanged = vec![false; guide.causes.len()];
    for entry in &trail.entries {
        match entry {
            Entry::Remedy(place) if guide[place.remedy].changes => unchanged.fill(false),
            Entry::Entered(cause) if guide[*cause].routine => {
                let name = &guide[*cause].id;
                assert!(!unchanged[cause.index()], "{name} again with nothing changed, by{}", told(guide, trail));
            }
            Entry::Left { cause, .. } => unchanged[cause.index()] = true,
            _ => {}
        }
    }
}

/// Another answer in the middle keeps what came before it; answers off the new trail steer nothing.
fn one_answer_changed(guide: &Guide, problem: Id<Problem>, trail: &Trail, mut case: Case, dice: &mut Random) {
    let asked: Vec<_> = trail.entries.iter().enumerate().filter(|(_, e)| matches!(e, Entry::Asked(..))).collect();
    // A problem that only points to another one asks nothing.
    if asked.is_empty() {
        return;
    }
    let (at, Entry::Asked(ask, _)) = asked[dice.below(asked.len())] else { unreachable!("only questions were kept") };
    let question = &guide[ask.question];
    let answer = choice(question, dice.below(choices(question)));
    case.answers.insert(ask.key.clone(), stored(guide, ask, answer));
    let changed = Trail::of(guide, problem, &case);
    assert!(changed.entries.starts_with(&trail.entries[..at]), "an answer before {} changed", ask.key);
    assert_eq!(changed.entries[at], Entry::Asked(ask.clone(), answer));
    let on_trail: Vec<_> = changed.asked().map(|(ask, _)| ask.key.as_str()).collect();
    case.answers.retain(|key, _| on_trail.contains(&key.as_str()));
    assert_eq!(Trail::of(guide, problem, &case), changed, "an answer off the trail steered it");
}

/// The first places of the things named, in the order demanded, must rise.
fn in_order(guide: &Guide, trail: &Trail, demanded: &[String], seen: &mut [bool]) {
    let name = |entry: &Entry, wanted: &str| match entry {
        Entry::Entered(cause) => guide[*cause].id == wanted,
        Entry::Asked(ask, _) => ask.key == wanted,
        Entry::Remedy(place) => place.key == wanted,
        Entry::Left { .. } => false,
    };
    let first = |wanted: &String| trail.entries.iter().position(|entry| name(entry, wanted));
    let firsts: Vec<Option<usize>> = demanded.iter().map(first).collect();
    firsts.iter().zip(seen).for_each(|(first, seen)| *seen |= first.is_some());
    assert!(firsts.iter().flatten().is_sorted(), "not in the order {demanded:?}, by{}", told(guide, trail));
}

fn walks_of(guide: &Guide, problem: Id<Problem>, demanded: &[String]) -> Reached {
    let id = &guide[problem].id;
    let mut seen = vec![false; demanded.len()];
    let mut reached = Reached::default();
    // Any seed but 0, another for each problem.
    let mut dice = Random(0x9e37_79b9_7f4a_7c15 ^ problem.index() as u64);
    for at in 0..crate::promises::times("walks") {
        let trail = walk(guide, problem, &mut dice, &mut reached);
        in_order(guide, &trail, demanded, &mut seen);
        if at % CHECKLISTS == 0 {
            let checklist = Checklist::for_trail(guide, &trail, &Case::default());
            steps::show_what_applies(guide, &trail, &checklist);
        }
    }
    assert!(seen.iter().all(|seen| *seen), "{id}: some of {demanded:?} never came");
    reached
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn random_walks_end_without_repeating_themselves_and_together_reach_everything() {
        let guide = built_in();
        let files = expected::files();
        let mut reached = Reached::default();
        thread::scope(|scope| {
            let guide = &guide;
            let started = guide.ids::<Problem>().map(|id| {
                let order = &files[&guide[id].id].order;
                scope.spawn(move || walks_of(guide, id, order))
            });
            let walks: Vec<_> = started.collect();
            for walk in walks {
                let part = walk.join().expect("the walk says itself what is wrong");
                reached.ways.extend(part.ways);
                reached.answers.extend(part.answers);
            }
        });
        let mut never = Vec::new();
        for owner in owners(&guide) {
            let (name, tree) = tree(&guide, owner);
            for (at, node) in tree.nodes.iter().enumerate() {
                let ways = match &node.verb {
                    Verb::Ask { exits, unsure, .. } => exits.len() + usize::from(unsure.is_some()),
                    Verb::Walk { exits, .. } => exits.len(),
                    _ => 1,
                };
                let missed = (0..ways).filter(|way| !reached.ways.contains(&(whose(owner), at, *way)));
                never.extend(missed.map(|way| format!("{name}/{} way {way}", node.id)));
            }
        }
        for id in guide.ids::<Question>() {
            let question = &guide[id];
            let missed =
                (0..choices(question)).filter(|at| !reached.answers.contains(&(id.index(), choice(question, *at))));
            never.extend(missed.map(|at| format!("{}={:?}", question.id, question.options.get(at))));
        }
        let foreseen = files.iter().flat_map(|(name, file)| file.never.iter().map(move |way| format!("{name}/{way}")));
        assert_eq!(never, foreseen.collect::<Vec<_>>(), "no walk comes here");
    }
}

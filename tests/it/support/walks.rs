//! Trails of seeded random answers, enough of them that every exit, and every pair of exits, is among them.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use backup_medic::{
    case::{
        Case, UNSURE,
        open::OpenCase,
        trail::{self, Answer, Ask, Entry, Head, Owner, Trail},
    },
    data::{Files, builtin},
    guide::{Guide, Id, Problem, QuestionKind},
    l10n::Words,
    library::Library,
};

/// Walks of a problem that find every pair of ways out: a million find no other.
pub(crate) const ALL: usize = 40_000;

/// Marsaglia's xorshift: the same seed gives the same walks on every machine.
#[derive(Clone)]
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// A number below `end`, 0 where there is none.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

thread_local! {
    /// Read once for all that one test does.
    static LIBRARY: Rc<Library> = Rc::new(Library::new(Rc::new(builtin::embedded())));
    static WORDS: RefCell<BTreeMap<String, Rc<Words>>> = RefCell::default();
}

/// The guide of most tests.
pub(crate) fn guide() -> Rc<Guide> {
    library().guide("azure-vm-backup").unwrap_or_else(|defects| panic!("{defects:?}"))
}

/// A case with what follows from it.
pub(crate) fn open(guide: &Rc<Guide>, problem: Id<Problem>, case: &Case) -> OpenCase {
    OpenCase::new(Rc::clone(guide), problem, case.clone())
}

/// The guides of the program.
pub(crate) fn library() -> Rc<Library> {
    LIBRARY.with(Rc::clone)
}

/// The words of the program in a language.
pub(crate) fn said(locale: &str) -> Rc<Words> {
    let new = || Rc::new(Words::new(Rc::clone(library().files()), locale));
    WORDS.with_borrow_mut(|words| Rc::clone(words.entry(locale.to_owned()).or_insert_with(new)))
}

/// The words of a language with all that an export needs.
pub(crate) fn words(files: Files, locale: &str) -> Words {
    Words::new(Rc::new(files), locale)
}

/// One way out of a tree: whose it is, and which.
pub(crate) type Way = (String, String);

/// Every way out that a trail took.
pub(crate) fn ways(guide: &Guide, trail: &Trail) -> BTreeSet<Way> {
    let mut ways: BTreeSet<Way> = BTreeSet::new();
    for entry in &trail.entries {
        if let Entry::Left { cause, exit, .. } = entry {
            ways.insert((guide[*cause].id.clone(), exit.name().to_owned()));
        }
    }
    if let Head::Ended { node, owner, .. } = &trail.head {
        let owner = match owner {
            Owner::Problem(problem) => &guide[*problem].id,
            Owner::Cause(cause) => &guide[*cause].id,
        };
        ways.insert((owner.clone(), node.clone()));
    }
    ways
}

/// The cases whose trails together take every pair of ways out that so many walks find.
pub(crate) fn cases(guide: &Guide, problem: Id<Problem>, walks: usize) -> Vec<Case> {
    let mut random = Random(0x9E37_79B9_7F4A_7C15 ^ problem.index() as u64);
    let mut seen: BTreeSet<(Way, Way)> = BTreeSet::new();
    let mut kept = Vec::new();
    for _ in 0..walks {
        // Every second walk varies an earlier one, which gets deeper than chance alone.
        let at = random.below(2 * kept.len() + 1);
        let base = kept.get(at).map(|case: &Case| case.answers.clone()).unwrap_or_default();
        let (trail, answers) = walk(guide, problem, &base, &mut random);
        let ways = ways(guide, &trail);
        let pairs = ways.iter().flat_map(|one| ways.iter().map(move |other| (one.clone(), other.clone())));
        let before = seen.len();
        seen.extend(pairs.collect::<Vec<_>>());
        if seen.len() > before {
            kept.push(Case { answers, ..Case::new(guide, problem, &guide[problem].codes[0]) });
        }
    }
    kept
}

pub(crate) type Answers = BTreeMap<String, String>;

/// A trail of random answers, most of them a known case's where it knows one, and the answers that led along it.
pub(crate) fn walk(guide: &Guide, problem: Id<Problem>, base: &Answers, random: &mut Random) -> (Trail, Answers) {
    let mut answers = Answers::new();
    let trail = Trail::replay(guide, problem, |ask: &Ask| {
        let question = &guide[ask.question];
        if let Some(known) = base.get(&ask.key).filter(|_| random.below(8) > 0) {
            answers.insert(ask.key.clone(), known.clone());
            return trail::answer(guide, ask, known);
        }
        let count = question.options.len() + usize::from(question.kind == QuestionKind::State);
        // Else hardly a walk would get past the first repairs: a backup that works ends it, and so does one still running.
        let failed = question.option("failed").filter(|_| random.below(3) > 0);
        let at = failed.unwrap_or_else(|| random.below(count));
        let option = question.options.get(at);
        answers.insert(ask.key.clone(), option.map_or(UNSURE, String::as_str).to_owned());
        Some(option.map_or(Answer::Unsure, |_| Answer::Option(at)))
    });
    (trail, answers)
}

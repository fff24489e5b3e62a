//! The export is a save file: whatever a formatter or a person did to it, the case comes back, or what is left of it.

mod damage;
mod rewrap;

use std::rc::Rc;

use backup_medic::{
    case::{Case, Mark, NOTE, checklist::Item, open::OpenCase},
    data::builtin,
    export,
    guide::{Guide, Id, Problem},
    import::{Difference, Importer, Resumed},
    l10n::{self, Words},
    library::Library,
    text::sanitise,
};
use proptest::prelude::*;

use crate::{
    promises::times,
    walks::{self, Random},
};

/// The whole file, as `export` writes it.
fn saved(words: &Words, guide: &Rc<Guide>, problem: Id<Problem>, case: &Case) -> String {
    let open = export::shareable_copy(&walks::open(guide, problem, case), false);
    format!("{}\n{}", export::markdown(words, &open, &export::PageShape::default()), export::comment(&open.case))
}

fn without_comment(text: &str) -> String {
    text[..text.rfind("<!--").expect("a comment")].trim_end().to_owned() + "\n"
}

struct World {
    reader: Importer,
    guide: Rc<Guide>,
    languages: Vec<Words>,
}

impl World {
    fn new() -> Self {
        let files = Rc::new(builtin::embedded());
        let locales = l10n::available(&files);
        let languages = locales.iter().map(|locale| Words::new(Rc::clone(&files), locale)).collect();
        World { guide: walks::guide(), languages, reader: Importer::new(&Rc::new(Library::new(files))) }
    }

    fn resume(&self, text: &str) -> Resumed {
        self.reader.resume("ticket.md", text).unwrap_or_else(|failure| panic!("{failure:?}\n{text}"))
    }

    /// Cases of all problems, with marks, times, notes and values, that together take every pair of ways out.
    fn cases(&self, walks: usize) -> Vec<(Id<Problem>, Case)> {
        let mut random = Random(7);
        let mut cases = Vec::new();
        for problem in self.guide.ids::<Problem>() {
            for case in walks::cases(&self.guide, problem, walks) {
                cases.push((problem, self.dressed(problem, case, &mut random)));
            }
        }
        cases
    }

    fn dressed(&self, problem: Id<Problem>, mut case: Case, random: &mut Random) -> Case {
        for item in self.items(problem, &case) {
            let mark = match random.below(6) {
                0 | 1 => Mark::Done,
                2 => Mark::Failed("no `rights` | at all".to_owned()),
                3 => Mark::Skipped(String::new()),
                _ => continue,
            };
            case.marks.insert(item.key.clone(), mark);
            if random.below(2) == 0 {
                case.times.insert(item.key.clone(), "2026-11-24T10:00:00Z".to_owned());
                case.notes.insert(item.key, "first line\nsecond <line>".to_owned());
            }
        }
        for variable in &self.guide.variables {
            if random.below(3) > 0 {
                case.variables.insert(variable.id.clone(), vec![variable.example.clone()]);
            }
        }
        case.name = "web | `shop`".to_owned();
        case.notes.insert(NOTE.to_owned(), "ask Anna".to_owned());
        let timed = |(at, key): (usize, &String)| (key.clone(), format!("2026-11-24T10:{:02}:00Z", at / 3));
        case.answered = case.answers.keys().enumerate().filter(|(at, _)| at % 4 > 0).map(timed).collect();
        case.noted = case.notes.keys().enumerate().filter(|(at, _)| at % 2 == 0).map(timed).collect();
        case
    }

    fn items(&self, problem: Id<Problem>, case: &Case) -> Vec<Item> {
        walks::open(&self.guide, problem, case).items().cloned().collect()
    }
}

/// What a file keeps of a case when it is cut somewhere in its comment: all but what nobody would miss, and when
/// something was answered or noted, which is only read of the comment.
fn shown(case: &Case) -> Case {
    Case { guide: String::new(), revision: 0, answered: Default::default(), noted: Default::default(), ..case.clone() }
}

trait Tap: Sized {
    fn tap(self, see: impl FnOnce(&Self)) -> Self {
        see(&self);
        self
    }
}
impl Tap for String {}

#[test]
fn what_a_person_deleted_in_sight_is_gone_from_the_case_and_told() {
    let world = World::new();
    let problem = world.guide.find::<Problem>("guest-agent-status-unavailable").expect("the problem");
    let mut case = walks::cases(&world.guide, problem, 500).into_iter().next().expect("a case");
    case.variables.insert("vm".to_owned(), vec!["web-01".to_owned()]);
    case.variables.insert("vault".to_owned(), vec!["vault-01".to_owned()]);
    case.notes.insert(NOTE.to_owned(), "ring Anna 5550100".to_owned());
    case.noted.insert(NOTE.to_owned(), "2026-11-24T10:00:00Z".to_owned());
    case.name = "Payroll of Contoso".to_owned();
    let text = saved(&world.languages[0], &world.guide, problem, &case);
    let check = |holds: &str, told: &str, gone: &dyn Fn(&mut Case)| {
        let lines: Vec<&str> = text.lines().filter(|line| !line.contains(holds)).collect();
        assert!(lines.len() < text.lines().count(), "{holds}\n{text}");
        let resumed = world.resume(&(lines.join("\n") + "\n"));
        let mut expected = case.clone();
        gone(&mut expected);
        assert_eq!(resumed.open.case, expected, "{holds}");
        assert_eq!(resumed.differs, [Difference::Deleted(told.to_owned())]);
        for words in &world.languages {
            assert!(resumed.differs[0].text(words).contains(told));
        }
    };
    check("| `web-01` |", "vm", &|case| drop(case.variables.remove("vm")));
    check("| `vault-01` |", "vault", &|case| drop(case.variables.remove("vault")));
    check("5550100", "ring Anna 5550100", &|case| (case.notes, case.noted) = Default::default());
    check("Payroll of Contoso", "Payroll of Contoso", &|case| case.name.clear());
}

#[test]
fn a_step_of_the_plan_is_ticked_in_the_text_and_done_when_the_trail_gets_there() {
    let world = World::new();
    let problem = world.guide.find("guest-agent-status-unavailable").expect("a problem");
    let mut case = Case::new(&world.guide, problem, "UserErrorGuestAgentStatusUnavailable");
    case.answers.insert("guest-os".to_owned(), "windows".to_owned());
    for words in &world.languages {
        let text = saved(words, &world.guide, problem, &case);
        let step = |open: &OpenCase| open.items().find(|item| item.key == "restart-windows-agent/restart").cloned();
        let at = walks::open(&world.guide, problem, &case)
            .items()
            .position(|item| item.key == "restart-windows-agent/restart");
        let (task, _) = text.match_indices("- [ ] ").nth(at.expect("a planned step")).expect("a task");
        let ticked = format!("{}- [x] {}", &text[..task], &text[task + 6..]);
        for text in [without_comment(&ticked), ticked] {
            let mut open = walks::open(&world.guide, problem, &world.resume(&text).open.case);
            assert_eq!(open.case.answers, case.answers, "{text}");
            assert_eq!(step(&open).and_then(|item| item.mark), Some(Mark::Done), "{text}");
            let answers = "vm-power=running agent-status=not-ready guest-rights=yes windows-service=stopped";
            let answers = answers.split(' ').filter_map(|pair| pair.split_once('='));
            open.change(|_, case| {
                case.answers.extend(answers.map(|(key, option)| (key.to_owned(), option.to_owned())))
            });
            let done = open.checklist.items().find(|item| item.key == "restart-windows-agent/restart");
            assert_eq!(done.and_then(|item| item.mark.clone()), Some(Mark::Done), "{text}");
        }
    }
}

#[test]
fn what_is_said_of_a_step_comes_back_from_text_alone_also_without_blanks_at_the_ends_of_lines() {
    let world = World::new();
    let problem = world.guide.find("guest-agent-status-unavailable").expect("a problem");
    let mut case = Case::new(&world.guide, problem, "UserErrorGuestAgentStatusUnavailable");
    for answers in
        ["", "vm-power=running agent-status=not-ready guest-os=windows guest-rights=yes windows-service=stopped"]
    {
        let pairs = answers.split_whitespace().filter_map(|pair| pair.split_once('='));
        case.answers.extend(pairs.map(|(key, option)| (key.to_owned(), option.to_owned())));
        let step = |name: &str| format!("restart-windows-agent/{name}");
        case.marks.insert(step("restart"), Mark::Failed("access denied".to_owned()));
        case.marks.insert(step("look"), Mark::Done);
        case.times.insert(step("look"), "2026-11-24T10:00:00Z".to_owned());
        case.notes.insert(step("restart"), "asked the owner".to_owned());
        for words in &world.languages {
            let text = without_comment(&saved(words, &world.guide, problem, &case));
            let stripped: String = text.lines().map(|line| line.trim_end().to_owned() + "\n").collect();
            for text in [text, stripped] {
                let back = world.resume(&text).open.case;
                assert_eq!(
                    (back.marks, back.times, back.notes),
                    (case.marks.clone(), case.times.clone(), case.notes.clone()),
                    "{text}"
                );
            }
        }
    }
}

#[test]
fn what_a_person_changed_beside_the_ticks_is_told() {
    let world = World::new();
    let problem = world.guide.find::<Problem>("guest-agent-status-unavailable").expect("the problem");
    let case = walks::cases(&world.guide, problem, 500).into_iter().max_by_key(|case| world.items(problem, case).len());
    let mut case = case.expect("a case");
    case.variables.insert("vm".to_owned(), vec!["web-01".to_owned()]);
    let text = saved(&world.languages[0], &world.guide, problem, &case);
    let tasks: Vec<&str> = text.lines().filter(|line| line.starts_with("- [")).collect();
    let check = |from: &str, to: &str, expected: &dyn Fn(&Difference) -> bool| {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "{from}");
        let resumed = world.resume(&changed);
        assert_eq!(resumed.open.case, case, "{from:?} to {to:?}");
        assert!(resumed.differs.len() == 1 && expected(&resumed.differs[0]), "{:?}", resumed.differs);
        for words in &world.languages {
            let told = resumed.differs[0].text(words);
            assert!(!told.contains('{') && told.len() > 20, "{told}");
        }
    };
    check(tasks[1], &format!("- [x] ring Anna\n{}", tasks[1]), &|told| {
        *told == Difference::Unknown("ring Anna".to_owned())
    });
    check(tasks[1], "", &|told| *told == Difference::Missing(1));
    check("| `web-01` |", "| `web-02` |", &|told| matches!(told, Difference::Row(row) if row == "VM (vm)"));
}

/// A case without the blanks that an export leaves out around what a person wrote.
fn bare(case: &Case) -> Case {
    let mut case = case.clone();
    case.name = case.name.trim().to_owned();
    for mark in case.marks.values_mut() {
        if let Mark::Failed(reason) | Mark::Skipped(reason) = mark
            && reason.trim().is_empty()
        {
            reason.clear();
        }
    }
    for note in case.notes.values_mut() {
        let text = note.trim_end().replace("\r\n", "\n").replace('\r', "\n");
        *note = if text.contains('\n') { text } else { text.trim().to_owned() };
    }
    case.notes.retain(|_, note| !note.is_empty());
    case
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn every_pair_of_exits_comes_back_in_each_language_also_re_wrapped_and_without_its_comment() {
        let world = World::new();
        let cases = world.cases(walks::ALL);
        assert!(cases.len() > 100, "{} cases", cases.len());
        for (at, (problem, case)) in cases.iter().enumerate() {
            for (language, words) in world.languages.iter().enumerate() {
                let text = saved(words, &world.guide, *problem, case);
                let check = |text: &str| {
                    let resumed = world.resume(text);
                    assert_eq!(&resumed.open.case, case, "{text}");
                    assert_eq!(resumed.differs, [], "{text}");
                };
                check(&text);
                let formatted = rewrap::rewrap(&text, at + language);
                check(&formatted);
                let resumed = world.resume(&without_comment(&formatted));
                assert_eq!(shown(&resumed.open.case), shown(case), "{}", without_comment(&text));
                assert_eq!(resumed.differs, [Difference::Absent], "{text}");
            }
        }
    }

    #[test]
    fn answers_off_the_trail_are_shown_and_come_back() {
        let world = World::new();
        for (problem, case) in world.cases(300) {
            for key in case.answers.keys() {
                let mut open = case.clone();
                open.answers.remove(key);
                open.answered.remove(key);
                let text = saved(&world.languages[0], &world.guide, problem, &open);
                assert_eq!(world.resume(&text).open.case, open, "{text}");
                // The comment holds nothing that the text does not show.
                let shown = without_comment(&text);
                let opened = walks::open(&world.guide, problem, &open);
                for (key, option) in &open.answers {
                    let on = opened.trail.asked().any(|(ask, _)| ask.key == *key);
                    let counts = opened.plan().given.iter().any(|(ask, _)| ask.key == *key);
                    assert!(on || counts || shown.contains(&format!("| `{key}` | `{option}` |")), "{key} in {shown}");
                }
            }
        }
    }

    #[test]
    fn ticks_that_were_changed_in_the_text_win_and_are_told() {
        let world = World::new();
        let mut random = Random(11);
        let (mut done, mut todo) = (0, 0);
        for (at, (problem, case)) in world.cases(2_000).into_iter().enumerate() {
            let words = &world.languages[at % world.languages.len()];
            let text = saved(words, &world.guide, problem, &case);
            let (mut expected, mut changed) = (case.clone(), Vec::new());
            let mut items = world.items(problem, &case).into_iter();
            let lines = text.lines().map(|line| {
                let ticked = line.starts_with("- [x] ");
                if !ticked && !line.starts_with("- [ ] ") {
                    return line.to_owned();
                }
                // Behind the steps stands what to send to whoever takes over.
                let Some(item) = items.next() else { return line.to_owned() };
                if random.below(3) > 0 {
                    return line.to_owned();
                }
                expected.times.remove(&item.key);
                if ticked {
                    expected.marks.remove(&item.key);
                    line.replacen("[x]", "[ ]", 1)
                } else {
                    expected.marks.insert(item.key.clone(), Mark::Done);
                    line.replacen("[ ]", "[X]", 1)
                }
                .tap(|_| changed.push(!ticked))
            });
            let text = lines.collect::<Vec<_>>().join("\n");
            for text in [rewrap::rewrap(&text, at), text] {
                let resumed = world.resume(&text);
                assert_eq!(resumed.open.case, expected, "{text}");
                let told = resumed.differs.iter().map(|difference| match difference {
                    Difference::Done(_) => true,
                    Difference::Todo(_) => false,
                    other => panic!("{other:?}"),
                });
                assert_eq!(told.collect::<Vec<_>>(), changed);
            }
            done += changed.iter().filter(|done| **done).count();
            todo += changed.iter().filter(|done| !**done).count();
        }
        assert!(done > 50 && todo > 50, "{done} ticked, {todo} no longer");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: times("hostile-names-resumed") as u32, ..ProptestConfig::default() })]
        #[test]
        fn hostile_names_notes_and_reasons_come_back(
            texts in prop::collection::vec(crate::export::hostile(), 12),
            seed in 1..u64::MAX,
            comment in any::<bool>(),
        ) {
            let world = World::new();
            let mut random = Random(seed);
            let cases = world.cases(60);
            let (problem, mut case) = cases[random.below(cases.len())].clone();
            let mut text = |one_line: bool| {
                let text = &texts[random.below(texts.len())];
                if one_line { sanitise::visible_line(text) } else { sanitise::visible(text) }
            };
            case.name = text(true);
            for mark in case.marks.values_mut() {
                if let Mark::Failed(reason) | Mark::Skipped(reason) = mark {
                    *reason = text(true);
                }
            }
            for note in case.notes.values_mut() {
                *note = text(false);
            }
            let words = &world.languages[usize::from(comment)];
            let saved = saved(words, &world.guide, problem, &case);
            prop_assert_eq!(&world.resume(&saved).open.case, &case);
            let left = world.resume(&without_comment(&saved));
            prop_assert_eq!(shown(&left.open.case), shown(&bare(&case)));
        }
    }
}

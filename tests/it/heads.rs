//! The title of what is in view never scrolls away, and a foot says when it does not say all.

use std::collections::BTreeSet;

use backup_medic::{
    app::{
        Message, bindings, endings,
        views::{QuestionView, RemedyView},
    },
    case::{Case, reachable::Reachable, trail::Head},
    guide::{Guide, Problem},
    text::markdown,
};

use crate::{walks, wizard::Wizard, wizard::open_only};

/// Walks of a problem that come to all of its questions, remedies and outcomes.
const WALKS: usize = 1000;

/// The title of what is in view.
fn title(wizard: &Wizard) -> String {
    let model = &wizard.model;
    let question = QuestionView::of(model).map(|view| view.title);
    let outcome = || match model.session().map(|session| &session.open.trail.head) {
        Some(Head::Ended { .. }) => Some(model.outcome_title()),
        _ => None,
    };
    let title = question.or_else(|| RemedyView::of(model).map(|view| view.head.title)).or_else(outcome);
    markdown::plain(&title.expect("something is in view"))
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Whether the title is on the frame, beside the trail where that is shown.
fn has_title(wizard: &Wizard) -> bool {
    let (columns, rows) = wizard.model.size();
    // The trail stands at the left, or in a row of its own.
    let (left, top) = match columns {
        110.. => (41, 1),
        72.. => (0, 2),
        _ => (0, 1),
    };
    let place = wizard.cells(left..usize::from(columns), top..usize::from(rows)).concat();
    squeeze(&place).contains(&squeeze(&title(wizard)))
}

/// What is wrong with a foot: a key that it lacks without saying so, or no key for help or for the way out.
fn foot_lacks(wizard: &Wizard, foot: &str) -> Option<String> {
    let model = &wizard.model;
    let word = |caps: &str, binding: &backup_medic::app::Binding| {
        format!("{caps} {}", model.words().say(&format!("key-{}", model.hint(&binding.message, binding.hint))))
    };
    let (help, (caps, out)) = endings(model.context());
    let ending = help.map(|help| word(help.caps(true), help)).into_iter().chain([word(caps, out)]);
    if let Some(lacked) = ending.into_iter().find(|hint| !foot.contains(hint)) {
        return Some(lacked);
    }
    let offered =
        bindings(model.context()).filter(|binding| !binding.caps.is_empty() && model.serves(&binding.message));
    let offered = offered.filter(|binding| model.is_at_foot(binding));
    let offered = offered.filter(|binding| binding.message != out.message && binding.message != Message::ScrollTo(0));
    let lacked = offered.map(|binding| word(binding.caps(true), binding)).find(|hint| !foot.contains(hint));
    lacked.filter(|_| !foot.contains('…'))
}

fn check(wizard: &Wizard) {
    let rows = wizard.rows();
    let foot = rows[rows.len() - 2..].join(" ");
    assert!(has_title(wizard), "{}:\n{}", title(wizard), wizard.text());
    assert_eq!(foot_lacks(wizard, &foot), None, "{}", wizard.text());
}

/// Every frame that scrolling makes of the place in view.
fn check_scrolled(wizard: &mut Wizard) {
    check(wizard);
    let mut line = 0;
    while line <= wizard.drawn.last {
        wizard.message(Message::ScrollTo(line));
        check(wizard);
        line += 7;
    }
    wizard.message(Message::ScrollTo(wizard.drawn.last));
    check(wizard);
}

#[test]
fn a_title_that_scrolled_away_and_a_foot_that_was_cut_are_seen() {
    let low = Wizard::new("en", 40, 4).keys("Open 0 PgDn");
    assert!(!has_title(&low), "{}", low.text());
    let wizard = Wizard::new("en", 80, 24).keys("Open 2 1 1");
    let rows = wizard.rows();
    let foot = rows.last().expect("a foot");
    assert_eq!(foot_lacks(&wizard, foot), None);
    assert!(foot_lacks(&wizard, &foot.replace('…', "")).is_some(), "{foot}");
    assert!(foot_lacks(&wizard, &foot.replace("q quit", "q qu")).is_some(), "{foot}");
}

#[test]
fn every_dialog_says_how_to_get_help_and_out() {
    let keys = [
        "",
        "Esc",
        "Open",
        "Open c",
        "Open Tab",
        "Open v",
        "Open v Enter",
        "Open L",
        "Open e",
        "Open 2 1 1 n",
        "Open ?",
        "Open 1 q",
    ];
    for (locale, keys) in ["en", "ru"].into_iter().flat_map(|locale| keys.map(|keys| (locale, keys))) {
        for (columns, rows) in [(80, 24), (40, 12)] {
            let wizard = Wizard::new(locale, columns, rows).keys(keys);
            let rows = wizard.rows();
            assert_eq!(foot_lacks(&wizard, &rows[rows.len() - 2..].join(" ")), None, "{keys}\n{}", wizard.text());
        }
    }
}

#[test]
fn a_question_selects_nothing_until_the_person_or_the_evidence_does() {
    let wizard = Wizard::new("en", 80, 24).keys("Open");
    assert_eq!(wizard.model.session().expect("a case").selected, None);
    assert!(!wizard.rows().iter().any(|row| row.contains("▌")), "{}", wizard.text());
    let pressed = wizard.keys("Enter");
    assert!(pressed.model.session().expect("a case").open.case.answers.is_empty());
    assert!(pressed.text().contains("Nothing is selected yet"), "{}", pressed.text());
    let selected = |keys: &str| Wizard::new("en", 80, 24).keys(keys).model.session().expect("a case").selected;
    assert_eq!((selected("Open Down"), selected("Open Up"), selected("Open 0")), (Some(0), Some(2), None));
    assert_eq!((selected("Open Down Down 0"), selected("Open 1 BS")), (Some(1), Some(0)));
}

#[test]
fn undo_shows_what_is_undone() {
    let title_after = |keys: &str| title(&Wizard::new("en", 80, 24).keys(keys));
    assert_eq!(title_after("Open 1 2 u"), title_after("Open 1"));
    assert_eq!(title_after("Open 1 2 1 u u"), title_after("Open 1"));
    assert_eq!(title_after("Open 1 2 u U"), title_after("Open 1 2"));
    // An earlier answer that was changed.
    assert_eq!(title_after("Open 1 1 BS BS 2 u"), title_after("Open"));
    let step = |keys: &str| Wizard::new("en", 80, 24).keys(keys).model.session().expect("a case").selected;
    assert_eq!(
        (title_after("Open 2 1 1 Down x Enter BS u"), step("Open 2 1 1 Down x Enter BS u")),
        (title_after("Open 2 1 1"), Some(1))
    );
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn every_title_stands_still_on_every_frame() {
        for guide in walks::library().guides().expect("the built-in guides are sound") {
            let cases = cases(&guide);
            for (locale, columns, rows) in [("en", 80, 24), ("ru", 80, 24), ("en", 40, 12), ("ru", 40, 12)] {
                let (mut wizard, mut seen) = (Wizard::new(locale, columns, rows), BTreeSet::new());
                for case in &cases {
                    open_only(&mut wizard.model, case);
                    for stop in 0..wizard.model.session().map_or(0, |session| session.steps().len()) {
                        look(&mut wizard, stop, &mut seen);
                    }
                }
                let unseen = known(&guide).into_iter().filter(|id| !seen.contains(id)).collect::<Vec<_>>();
                assert!(unseen.is_empty(), "{unseen:?}");
            }
        }
    }

    /// Cases that together come to all that random walks come to.
    fn cases(guide: &Guide) -> Vec<Case> {
        let (mut random, mut seen, mut cases) = (walks::Random(7), BTreeSet::new(), Vec::new());
        for problem in guide.ids::<Problem>() {
            for _ in 0..WALKS {
                let (trail, answers) = walks::walk(guide, problem, &walks::Answers::new(), &mut random);
                let asked = trail.asked().map(|(ask, _)| guide[ask.question].id.clone());
                let done = trail.remedies().map(|(_, place)| guide[place.remedy].id.clone());
                let end = [format!("{:?}", trail.head)];
                let all: Vec<String> = asked.chain(done).chain(end).collect();
                if all.iter().filter(|id| seen.insert((*id).clone())).count() > 0 {
                    cases.push(Case { answers, ..Case::new(guide, problem, &guide[problem].codes[0]) });
                }
            }
        }
        cases
    }

    /// Every question and remedy that a guide's problems lead to.
    fn known(guide: &Guide) -> Vec<String> {
        let reach = guide.ids::<Problem>().map(|problem| Reachable::from_problem(guide, problem));
        let named = |reach: Reachable| {
            let questions = reach.questions.iter().map(|id| guide[*id].id.clone());
            questions.chain(reach.remedies.iter().map(|id| guide[*id].id.clone())).collect::<Vec<_>>()
        };
        reach.flat_map(named).collect()
    }

    /// Looks at a place of the trail, and at the ways to find out, unless it was seen before.
    fn look(wizard: &mut Wizard, stop: usize, seen: &mut BTreeSet<String>) {
        wizard.message(Message::Look(stop));
        let session = wizard.model.session().expect("a case");
        let asked = session.question().map(|(ask, _)| session.open.guide[ask.question].id.clone());
        let done = || session.group().map(|group| session.open.guide[group.remedy].id.clone());
        if !seen.insert(asked.or_else(done).unwrap_or_else(|| title(wizard))) {
            return;
        }
        check_scrolled(wizard);
        if wizard.model.serves(&Message::Unsure) {
            wizard.message(Message::Unsure);
            check_scrolled(wizard);
        }
    }
}

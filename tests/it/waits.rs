//! What a case waits for, and for whom, is said in one place of every face: beside the steps done and the minutes left.

use std::rc::Rc;

use backup_medic::{
    app::Message,
    case::{
        Case,
        trail::{Ask, Head, Trail},
    },
    export,
    guide::{Guide, Id, Outcome, Problem},
    l10n::{GuideText, Words},
    text::markdown,
    wizard::plain,
};

use crate::{
    walks,
    wizard::{Wizard, open_only},
};

/// What must be said, and a word for the kind of it; no sentence where nothing is to come.
fn expected(words: &Words, guide: &Guide, case: &Case, trail: &Trail) -> (&'static str, Vec<String>) {
    let text = GuideText::new(words, guide, case);
    let question = |ask: &Ask| GuideText::renamed(words, guide, case, &ask.with).title(&guide[ask.question]);
    match &trail.head {
        Head::Open(ask) => ("answer", vec![question(ask)]),
        Head::Ended { outcome: Outcome::Wait(minutes), .. } => {
            let (ask, _) = trail.asked().last().expect("an answer led there");
            ("time", vec![words.duration(*minutes), question(ask)])
        }
        Head::Ended { outcome: Outcome::Escalate(to), .. } => ("taker", vec![text.title(&guide[*to])]),
        Head::Ended { .. } => ("nothing", Vec::new()),
    }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The faces' summaries: the checklist on the screen, in lines, and what an export says is open.
fn faces(wizard: &mut Wizard, guide: &Rc<Guide>, problem: Id<Problem>, case: &Case) -> [String; 3] {
    open_only(&mut wizard.model, case);
    wizard.message(Message::ToggleChecklist);
    let words = wizard.model.words();
    let export = export::markdown(words, &walks::open(guide, problem, case), &export::PageShape::default());
    let open = export.split(&format!("## {}\n", words.say("export-open"))).nth(1).unwrap_or_default();
    let open = open.split("\n## ").next().unwrap_or_default();
    let head = |text: String| text.lines().take(6).collect::<Vec<_>>().join("\n");
    [head(wizard.text()), head(plain::screen(&wizard.model)), markdown::plain(open)]
}

#[test]
fn every_face_says_what_waits_for_whom() {
    let guide = walks::guide();
    let mut seen = std::collections::BTreeMap::<&str, usize>::new();
    for locale in ["en", "ru"] {
        let mut wizard = Wizard::new(locale, 200, 30);
        for problem in guide.ids::<Problem>() {
            let whole = walks::cases(&guide, problem, 40).into_iter().take(12);
            for case in whole.chain([Case::new(&guide, problem, &guide[problem].codes[0])]) {
                let trail = Trail::of(&guide, problem, &case);
                let (kind, says) = expected(wizard.model.words(), &guide, &case, &trail);
                *seen.entry(kind).or_default() += 1;
                for text in faces(&mut wizard, &guide, problem, &case) {
                    for said in &says {
                        let said = markdown::plain(said);
                        assert!(squeezed(&text).contains(&squeezed(&said)), "{kind}: {said} is not in {text}");
                    }
                }
            }
        }
    }
    assert!(seen.len() == 4 && seen.values().all(|count| *count > 5), "{seen:?}");
}

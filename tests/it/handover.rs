//! The package for whoever takes over holds all that they ask for, and is a save file too.

use backup_medic::{
    app::{Context, Overlay},
    case::{
        Case, Mark,
        checklist::Checklist,
        trail::{Head, Trail},
    },
    export,
    guide::{Guide, Id, Outcome, Problem},
    import::Importer,
    l10n::GuideText,
    text::markdown::code,
};

use crate::{
    walks::{self, Random},
    wizard::Wizard,
};

/// Cases that end with somebody who takes over, with marks, times and reasons.
fn cases(guide: &Guide) -> Vec<(Id<Problem>, Case)> {
    let mut random = Random(1);
    let mut kept = Vec::new();
    for problem in guide.ids::<Problem>() {
        for mut case in walks::cases(guide, problem, 2_000) {
            let trail = Trail::of(guide, problem, &case);
            if export::taker(&trail).is_none() {
                continue;
            }
            for item in Checklist::for_trail(guide, &trail, &case).groups.iter().flat_map(|group| &group.items) {
                match random.below(3) {
                    0 => case.marks.insert(item.key.clone(), Mark::Done),
                    1 => case.marks.insert(item.key.clone(), Mark::Failed("access | denied".to_owned())),
                    _ => continue,
                };
                case.times.insert(item.key.clone(), format!("2026-11-24T10:00:{:02}Z", random.below(60)));
            }
            case.variables.insert("vm".to_owned(), vec!["web-01".to_owned()]);
            kept.push((problem, case));
        }
    }
    kept
}

/// The block to paste of a text.
fn pasted(text: &str) -> &str {
    text.rsplit("```text\n").next().and_then(|rest| rest.split("\n```").next()).expect("a block to paste")
}

#[test]
fn in_the_middle_of_a_case_it_says_what_was_found_tried_and_is_open() {
    let check = |locale: &str, keys: &str, shown: &[&str]| {
        let wizard = Wizard::new(locale, 120, 40).keys("text:UserErrorGuestAgentStatusUnavailable Enter").keys(keys);
        let Some(Overlay::Export(form)) = wizard.model.overlay() else { panic!("{}", wizard.text()) };
        let block = pasted(&form.sheet);
        shown.iter().for_each(|what| assert!(block.contains(what), "{what} in\n{block}"));
        assert!(form.target.ends_with("-handover.md"), "{}", form.target);
    };
    let found = [
        "VM: <vm>",
        "Findings:\n- Is the VM running? Running\n",
        "Still open:\n- Waiting for your answer: Is the VM agent ready?",
    ];
    check("en", "1 K Esc", &found);
    // What is filled in on the way is in the text, and so is a language of whoever takes over.
    check("en", "1 K Enter text:vm-7 Enter Esc Esc", &["vm-7"]);
    check("en", "1 K Esc L", &["Что выяснено:", "Что осталось:"]);
    check("ru", "1 K Esc", &["Что выяснено:", "Что осталось:"]);
    let tried = ["no right", "ask Anna", "Still open:"];
    check("en", "2 2 x text:no_right Enter n text:ask_Anna Enter K Esc", &tried);
}

#[test]
fn the_names_that_are_missing_are_asked_in_one_form_first() {
    let wizard = Wizard::new("en", 80, 24).keys("text:UserErrorGuestAgentStatusUnavailable Enter 1 K");
    assert_eq!(wizard.model.context(), Context::Variables);
    let text = wizard.text();
    assert!(text.contains("Values missing for the handover: "), "{text}");
    let before = export::missing_names(&wizard.model.session().expect("a case").open);
    let filled = wizard.keys("Enter text:x-1 Enter");
    let after = export::missing_names(&filled.model.session().expect("a case").open);
    assert_eq!(after, before[1..]);
    assert_eq!(filled.keys("Esc Esc").model.context(), Context::Export);
}

#[test]
fn the_dialog_offers_it() {
    let check = |keys: &str, shown: &[&str], hidden: &[&str]| {
        let text = Wizard::new("en", 120, 40).keys(keys).text();
        shown.iter().for_each(|what| assert!(text.contains(what), "{what} after {keys} in\n{text}"));
        hidden.iter().for_each(|what| assert!(!text.contains(what), "{what} after {keys} in\n{text}"));
    };
    let escalate = "text:disk Enter 1";
    check(&format!("{escalate} Enter Esc"), &["-handover.md", "package"], &["## Outcome"]);
    check(&format!("{escalate} k Esc"), &["-handover.md", "package"], &["## Outcome"]);
    check(&format!("{escalate} Enter Esc k"), &["unsupported-disk-size.md"], &["-handover.md"]);
    check(&format!("{escalate} e"), &["unsupported-disk-size.md"], &["-handover.md"]);
    check(&format!("{escalate} e k"), &["-handover.md"], &[]);
    check("Open 1 e k", &["-handover.md"], &[]);
    let named = "text:disk Enter 1 v Down Down Down Down Down Down Down Enter text:zq-web Enter Esc Enter Esc p";
    check(named, &["zq-web-unsupported-disk-size-handover.md", "`zq-web`"], &["vm-1"]);
    check(&format!("{named} r"), &["vm-1-unsupported-disk-size-handover.md", "`vm-1`"], &["zq-web"]);
    check(&format!("{named} r r"), &["zq-web-unsupported-disk-size-handover.md"], &["vm-1"]);
    check(&format!("{named} f text:x Enter r"), &["handover.mdx"], &["vm-1-"]);
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn it_holds_what_support_asks_for() {
        let guide = walks::guide();
        let library = walks::library();
        let reader = Importer::new(&library);
        let cases = cases(&guide);
        assert!(cases.len() > 50, "{}", cases.len());
        for locale in ["en", "ru"] {
            let words = walks::said(locale);
            for (problem, case) in &cases {
                let trail = Trail::of(&guide, *problem, case);
                let text =
                    export::handover(&words, &walks::open(&guide, *problem, case), &export::PageShape::default());
                let holds = |what: &str| assert!(text.contains(what), "{what} in {text}");
                holds(&case.code);
                let Head::Ended { outcome: Outcome::Escalate(to), .. } = &trail.head else { panic!("no hand-over") };
                for id in &guide[*to].ids {
                    let value = case.variables.get(&guide[*id].id).map(|values| values[0].clone());
                    holds(&code(&value.unwrap_or_else(|| format!("<{}>", guide[*id].id))));
                }
                let known_os = |os: &str| case.answers.get("guest-os").is_some_and(|answer| answer == os);
                let mut boxes = GuideText::new(&words, &guide, case).to_send(*to).len();
                for log in &guide[*to].logs {
                    let is_windows = log.path.starts_with("C:");
                    let ruled_out = known_os(if is_windows { "linux" } else { "windows" })
                        && trail.asked().any(|(ask, _)| ask.key == "guest-os");
                    assert_eq!(text.contains(&code(&log.path)), !ruled_out, "{} in {text}", log.path);
                    boxes += usize::from(!ruled_out);
                }
                let checklist = Checklist::for_trail(&guide, &trail, case);
                let items: Vec<_> = checklist.groups.iter().flat_map(|group| &group.items).collect();
                for time in items.iter().filter_map(|item| case.times.get(&item.key)) {
                    holds(time);
                }
                let open = items.iter().filter(|item| item.mark.is_none()).count();
                let (_, rest) = text.split_once(&format!("## {}", words.say("export-left"))).expect("the open steps");
                let left = rest.split("\n## ").next().unwrap_or_default();
                assert_eq!(left.lines().filter(|line| line.starts_with("- ")).count(), open, "{left}");
                holds("```text\n");
                assert_eq!((text.matches("- [ ]").count(), text.contains("- [x]")), (boxes, false), "{text}");
                assert!(boxes > 0 && !text.contains('{'), "{text}");

                let file = export::with_embedded_case(text.clone(), case, &words);
                // What was sent is ticked off in the text, and says nothing of the case.
                for file in [file.replace("- [ ]", "- [x]"), file] {
                    let whole = reader.resume("x.md", &file).expect("a case");
                    assert_eq!((&whole.open.case, whole.differs.len()), (case, 0), "{text}");
                }
                let shown = reader.resume("x.md", &text).expect("what it shows").open;
                assert_eq!((&shown.case.answers, &shown.case.variables), (&case.answers, &case.variables), "{text}");
            }
        }
    }
}

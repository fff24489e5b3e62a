//! What was done, and when: only what has a time, in its order, under the names that the reader may see.

use backup_medic::{
    case::{Case, Mark, NOTE, open::OpenCase},
    export::{self, PageShape},
    import::Importer,
    text::day,
};

use super::formats::opened;
use crate::{walks, wizard::Wizard};

/// Five answers within two minutes, a step that is done and one that failed, a note, each with its time.
fn timed() -> OpenCase {
    let open = opened("web", "web01", "called Anna");
    let mut case = open.case.clone();
    let answers = [
        ("vm-power", "21:10:05"),
        ("agent-status", "21:10:40"),
        ("guest-os", "21:10:59"),
        ("guest-rights", "21:11:30"),
    ];
    let time = |time: &str| format!("2026-11-29T{time}Z");
    case.answered.extend(answers.map(|(key, at)| (key.to_owned(), time(at))));
    let mut step = |name: &str, mark: Mark, at: &str| {
        let key = format!("restart-windows-agent/{name}");
        case.marks.insert(key.clone(), mark);
        case.times.insert(key, time(at));
    };
    step("look", Mark::Done, "21:20:00");
    step("restart", Mark::Failed("access denied".to_owned()), "21:20:00");
    case.noted.insert(NOTE.to_owned(), "2026-11-30T06:00:00Z".to_owned());
    open.with(case)
}

/// The section of a text, up to the next one.
fn section(text: &str) -> Vec<&str> {
    let begin = text.find("## What was done, when\n").map(|at| &text[at..]);
    begin.map_or(Vec::new(), |text| text.lines().skip(1).take_while(|line| !line.starts_with('#')).collect())
}

#[test]
fn what_has_a_time_is_told_in_its_order_and_answers_of_a_minute_share_a_line() {
    let words = walks::said("en");
    let shape = PageShape::default();
    let open = timed();
    let expected = [
        "- `2026-11-29 21:10 UTC` Answered: Is the VM running? Running; Is the VM agent ready? Not ready; \
         Which operating system does the VM run? Windows",
        "- `2026-11-29 21:11 UTC` Answered: Can you sign in to the VM as an administrator? Yes",
        "- `2026-11-29 21:20 UTC` Done: In `services.msc`, find `Windows Azure Guest Agent`.",
        "- `2026-11-29 21:20 UTC` Failed: Restart the service `WindowsAzureGuestAgent`.",
        "- `2026-11-30 06:00 UTC` Note on the case",
        "",
    ];
    assert_eq!(section(&export::markdown(&words, &open, &shape)), expected);
    assert_eq!(section(&export::handover(&words, &open, &shape)), expected);
    let without = |case: Case| section(&export::markdown(&words, &open.with(case), &shape)).len();
    let times = Case { times: Default::default(), ..open.case.clone() };
    assert_eq!(without(times.clone()), expected.len() - 2, "marks without a time");
    assert_eq!(without(Case { answered: Default::default(), noted: Default::default(), ..times }), 0);
    assert!(!export::brief(&words, &open, &shape).contains("What was done"));
}

#[test]
fn a_timeline_has_the_names_that_the_export_has() {
    let words = walks::said("en");
    let mut open = timed();
    let step = open.items().find(|item| item.key.ends_with("/start")).expect("the backup is started").key.clone();
    open.change(|_, case| {
        case.marks.insert(step.clone(), Mark::Done);
        case.times.insert(step, "2026-11-29T22:00:00Z".to_owned());
    });
    let shown = |redacted| {
        let open = export::shareable_copy(&open, redacted);
        section(&export::markdown(&words, &open, &PageShape::default())).join("\n")
    };
    assert!(shown(false).contains("`web01`") && !shown(true).contains("web01"), "{}", shown(true));
}

/// The ticket of somebody who knows the answers: no more lines than a person reads.
#[test]
fn the_file_of_a_first_call_has_at_most_ninety_lines() {
    let named = timed();
    let at = |time: &str| {
        let answered = named.case.answers.keys().map(|key| (key.clone(), time.to_owned())).collect();
        let case = Case {
            name: String::new(),
            notes: Default::default(),
            noted: Default::default(),
            answered,
            ..named.case.clone()
        };
        named.with(Case { marks: Default::default(), times: Default::default(), ..case })
    };
    let open = at("2026-11-29T21:10:00Z");
    let shape = PageShape { now: "2026-11-29T21:11:00Z", ..PageShape::default() };
    for locale in ["en", "ru"] {
        let words = walks::said(locale);
        let file = export::with_embedded_case(export::markdown(&words, &open, &shape), &open.case, &words);
        assert!(section(&file).len() <= 2 && file.lines().count() <= 90, "{} lines:\n{file}", file.lines().count());
    }
}

/// The first case of a problem that waits, with the time of the answer that led there.
fn waiting(answered: &str) -> OpenCase {
    let guide = walks::guide();
    let is_waiting = |open: &OpenCase| open.until("2026-11-29T08:00:00Z").is_some();
    let cases =
        guide.ids().flat_map(|problem| walks::cases(&guide, problem, 500).into_iter().map(move |c| (problem, c)));
    let mut open = cases.map(|(problem, case)| walks::open(&guide, problem, &case)).find(is_waiting).expect("a wait");
    open.change(|_, case| {
        case.answered = case.answers.keys().map(|key| (key.clone(), answered.to_owned())).collect();
    });
    open
}

#[test]
fn a_wait_that_comes_out_of_a_file_counts_from_when_it_began() {
    let words = walks::said("en");
    let open = waiting("2026-11-29T08:00:00Z");
    let begun = open.until("").expect("a wait");
    let markdown = export::markdown(&words, &open, &PageShape::default());
    let check = |name: &str, text: &str, expected: Option<u64>| {
        let resumed = Importer::new(&walks::library()).resume(name, text).expect("a case");
        // When it was written says nothing of when it began.
        assert_eq!(resumed.open.until("2026-12-24T18:00:00Z"), expected, "{name}");
    };
    check("ticket.md", &export::with_embedded_case(markdown.clone(), &open.case, &words), Some(begun));
    check(
        "handover.md",
        &export::with_embedded_case(export::handover(&words, &open, &PageShape::default()), &open.case, &words),
        Some(begun),
    );
    check("case.json", &export::json(&open.case), Some(begun));
    let now = day::seconds("2026-12-24T18:00:00Z").expect("a moment")
        - day::seconds("2026-11-29T08:00:00Z").expect("a moment");
    check("without.md", &markdown, Some(begun + now));
}

#[test]
fn a_time_from_outside_is_of_something_and_is_one() {
    let mut case = timed().case;
    case.answered.insert("vm-power".to_owned(), "ring me".to_owned());
    case.answered.insert("nobody-asked".to_owned(), "2026-11-29T21:10:05Z".to_owned());
    case.noted.insert("no-note".to_owned(), "2026-11-29T21:10:05Z".to_owned());
    let case = case.visible();
    assert_eq!(case.answered.keys().collect::<Vec<_>>(), ["agent-status", "guest-os", "guest-rights"]);
    assert_eq!(case.noted.keys().collect::<Vec<_>>(), [NOTE]);
}

#[test]
fn an_answer_that_was_changed_stays_with_its_time() {
    let keys =
        "paste:UserErrorGuestAgentStatusUnavailable Enter now:2026-11-29T21:10:00Z 2 BS now:2026-11-30T06:00:00Z 1 u U";
    let wizard = Wizard::new("en", 80, 24).keys(keys);
    let open = &wizard.model.session().expect("a case").open;
    let words = walks::said("en");
    let markdown = export::markdown(&words, open, &PageShape::default());
    let expected = [
        "- `2026-11-29 21:10 UTC` Answered: Is the VM running? Stopped or deallocated",
        "- `2026-11-30 06:00 UTC` Answered: Is the VM running? Running",
    ];
    assert_eq!(section(&markdown)[..2], expected, "{markdown}");
    let file = export::with_embedded_case(markdown, &open.case, &words);
    let resumed = Importer::new(&walks::library()).resume("ticket.md", &file).expect("a case");
    assert_eq!((&resumed.open.case, resumed.differs.len()), (&open.case, 0));
    let text = wizard.keys("T").text();
    assert!(text.contains("Stopped or deallocated") && text.contains("Running"), "{text}");
}

#[test]
fn a_step_that_the_case_does_not_come_to_any_more_keeps_its_name() {
    let words = walks::said("en");
    let open = timed();
    let mut case = open.case.clone();
    case.answers.insert("guest-rights".to_owned(), "no".to_owned());
    let text = export::markdown(&words, &open.with(case), &PageShape::default());
    let told = section(&text).join("\n");
    assert!(told.contains("Done: In `services.msc`") && !told.contains("restart-windows-agent/"), "{told}");
}

//! Where cases stand on Home, by a clock that is given and moves: due, waiting, open, resolved, closed.

use backup_medic::{
    app::{Effect, Message, Started},
    case::trail::Answer,
    store::{
        Store,
        record::{CaseRecord, encode},
    },
    text::zone::Zone,
    wizard::{self, FaceEffect},
};

use crate::wizard::Wizard;

/// The keys from Home to the end of a problem of the small guide, by its last answer.
const RESOLVED: &str = "text:off Enter Enter Enter Enter Enter 1";
const WAITING: &str = "text:off Enter Enter Enter Enter Enter 3";

/// A small wizard that keeps cases, in a zone two hours ahead.
struct Desk(Wizard);

impl Desk {
    fn new() -> Self {
        Desk::keeping(Vec::new())
    }

    fn keeping(cases: Vec<CaseRecord>) -> Self {
        let mut wizard = Wizard::small("en", 100, 30).keeping(Vec::new());
        let kept = Some(backup_medic::app::KeptCases { cases, ..Default::default() });
        wizard.message(Message::Started(Started { zone: Zone::new(|_| 7200), kept, ..Started::default() }));
        Desk(wizard)
    }

    /// The clock shows another time of the day.
    fn at(mut self, time: &str) -> Self {
        self.0.message(Message::Now(format!("2026-11-29T{time}:00Z")));
        self
    }

    fn keys(mut self, keys: &str) -> Self {
        self.0 = self.0.keys(keys);
        self
    }

    fn shows(self, shown: &[&str], hidden: &[&str]) -> Self {
        let text = self.0.text();
        shown.iter().for_each(|what| assert!(text.contains(what), "{what} in\n{text}"));
        hidden.iter().for_each(|what| assert!(!text.contains(what), "{what} in\n{text}"));
        self
    }

    /// How often it rang since this was asked last.
    fn rings(&mut self) -> usize {
        let rung = self.0.effects.iter().filter(|effect| matches!(effect, Effect::Ring(_))).count();
        self.0.effects.clear();
        rung
    }

    /// The cases that were saved last.
    fn saved(&self) -> Vec<CaseRecord> {
        let mut saved: Vec<CaseRecord> = Vec::new();
        for effect in &self.0.effects {
            if let Effect::Save(record) = effect {
                saved.retain(|known| known.id != record.id);
                saved.push((**record).clone());
            }
        }
        saved
    }
}

#[test]
fn a_wait_has_a_clock_time_rings_once_and_is_due_first() {
    let desk = Desk::new().at("08:00").keys(WAITING).shows(&["Wait until 11:00 UTC+2 (1 hour left)"], &[]);
    let mut desk = desk.keys("Esc").shows(&["Waiting", "until 11:00 UTC+2 (in 1 hour)"], &["Due now"]);
    assert_eq!(desk.rings(), 0);
    desk = desk.at("08:31").shows(&["(in 29 minutes)"], &[]);
    desk = desk.at("09:00");
    assert_eq!(desk.rings(), 1);
    desk = desk.at("09:05").shows(&["Due now", "since 11:00 UTC+2"], &["Waiting"]);
    assert_eq!(desk.rings(), 0);
    // The wait begins anew with the same answer.
    let mut desk =
        desk.keys("Enter").shows(&["The waiting time has been over since 11:00 UTC+2"], &["nothing to do until then"]);
    desk = desk.keys("Enter 3").shows(&["Wait until 12:05 UTC+2"], &[]);
    assert_eq!(desk.at("10:04").rings(), 0);
}

#[test]
fn a_wait_that_ended_while_the_program_was_closed_is_due_and_does_not_ring() {
    let desk = Desk::new().at("08:00").keys(WAITING);
    let mut desk = Desk::keeping(desk.saved()).at("12:00").shows(&["Due now", "since 11:00 UTC+2"], &[]);
    assert_eq!(desk.rings(), 0);
    // What was saved by a version that kept no times waits from its last change on.
    let mut saved = desk.keys("Enter").saved();
    assert_eq!(saved, []);
    saved = Desk::new().at("08:00").keys(WAITING).saved();
    saved[0].case.answered.clear();
    Desk::keeping(saved).at("08:20").shows(&["until 11:00 UTC+2 (in 40 minutes)"], &[]);
}

#[test]
fn a_wait_that_ends_just_before_the_saving_is_heard_of_rings_all_the_same() {
    let mut desk = Desk::new();
    desk.0.message(Message::Now("2020-01-01T08:00:00Z".into()));
    let waiting = desk.keys(WAITING).saved().remove(0);
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path().join("cases"));
    store.save(&waiting.id, &encode(&waiting)).expect("it is saved");
    let mut driver = wizard::Wizard::new(Wizard::small("en", 100, 30).model, Some(store));
    for message in [Message::OpenProblem(0), Message::Answer(Answer::Option(0))] {
        assert_eq!(driver.send(message), []);
    }
    driver.flush().expect("it is saved");
    // The clock of the Model stands before the end of the wait, and the machine's is far behind it.
    assert_eq!(driver.send(Message::Now("2020-01-01T08:31:00Z".into())), []);
    assert!(driver.settle(), "the change is on the disk");
    assert!(matches!(driver.tick()[..], [FaceEffect::Ring(_)]));
}

#[test]
fn a_case_that_is_due_is_told_of_in_another_one() {
    let desk = Desk::new().at("08:00").keys(WAITING).keys("Esc / text:silent Enter");
    let desk = desk.shows(&[], &["1 due"]).at("09:00").shows(&["1 due"], &[]);
    desk.keys("Esc").shows(&["Due now"], &["1 due"]);
}

#[test]
fn a_resolved_case_is_closed_by_one_key_and_can_be_shown_again() {
    let desk = Desk::new().at("08:00").keys(RESOLVED).shows(&["Press Enter to close this case"], &[]);
    let desk = desk.keys("Esc").shows(&["Resolved, not closed yet"], &["Closed today"]);
    let desk = desk.keys("Enter Enter").shows(&["Closed today", "closed 10:00 UTC+2"], &["Resolved, not closed"]);
    let saved = desk.saved();
    assert!(saved.len() == 1 && saved[0].closed);

    // The next day it is out of sight, and one row brings it back.
    let mut desk = Desk::keeping(saved.clone());
    desk.0.message(Message::Now("2026-11-30T06:00:00Z".into()));
    let desk = desk.shows(&["Show 1 closed case"], &["Closed today", "closed 2026"]);
    let desk = desk.keys("Esc g Enter").shows(&["Hide 1 closed case", "closed 2026-11-29 10:00 UTC+2"], &[]);
    let mut desk = desk.keys("g Enter");
    assert_eq!(desk.0.effects, [Effect::OpenCase(saved[0].id.clone())]);
    let opened = Box::new((saved[0].clone(), backup_medic::app::Access::Ours));
    desk.0.message(Message::Opened(Ok(opened)));
    let desk = desk.shows(&["This case is closed"], &[]);
    let desk = desk.keys("M text:again Enter");
    let last = desk.saved().pop().expect("it was changed");
    assert!(!last.closed && last.case.notes.len() == 1 && last.case.noted.len() == 1);
}

#[test]
fn a_case_is_found_by_all_that_its_row_says() {
    let named = "N text:INC1006 Enter M text:ask_Anna Enter v Enter text:vm06 Enter Esc Esc";
    let saved = Desk::new().at("08:00").keys("Enter 1").keys(named).saved();
    let check = |query: &str, found: bool| {
        let desk = Desk::keeping(saved.clone()).keys(&format!("text:{query}"));
        let shown = desk.0.text();
        assert_eq!(shown.contains("INC1006: "), found, "{query} in\n{shown}");
    };
    Desk::keeping(saved.clone()).shows(&["INC1006: ", "next: ", "ask Anna"], &[]);
    check("inc1006", true);
    check("vm06", true);
    check("anna", true);
    check("UserErrorAgentSilent", true);
    check("vm06_anna", true);
    check("vm07", false);
    // The code is a problem's, and may be about another VM.
    Desk::keeping(saved.clone()).keys("text:UserErrorAgentSilent Enter").shows(&["Which case?"], &[]);
    let desk = Desk::keeping(saved.clone()).keys("text:inc1006 Enter");
    assert_eq!(desk.0.effects, [Effect::OpenCase(saved[0].id.clone())]);
}

#[test]
fn looking_into_a_problem_leaves_no_case() {
    Desk::new().at("08:00").keys("Enter Esc").shows(&[], &["Open", "next: "]);
    Desk::new().at("08:00").keys("Enter 1 Esc").shows(&["next: "], &[]);
}

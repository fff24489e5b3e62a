//! Evidence in the wizard: it proposes, the person answers; both faces show the same.

use std::collections::BTreeSet;

use backup_medic::{
    app::{self, Effect, Message, Model, Overlay, Screen},
    case::{Case, Finding, trail::Answer},
    evidence::{self, EvidenceRules, FoundValue, Reading, SourceRef, apply},
    guide::Via,
    wizard::plain,
};
use crossterm::event::Event;

use super::corpus;
use crate::wizard::{Wizard, uncounted};

const NOT_READY: &str = "instance-view/cli-not-ready.json";
const READY: &str = "instance-view/cli-ready.json";

const TICKET: &str = "The nightly backup of dye-3 stops again.\n\
                      Could not communicate with the VM agent for snapshot status.\n\
                      It is not UserErrorGuestAgentStatusUnavailable, as it was last week.\n";

fn paste(mut wizard: Wizard, text: &str) -> Wizard {
    wizard.event(Event::Paste(text.to_owned()));
    wizard
}

/// A wizard at the question whether the VM runs, after these pastes; the sheet that tells of values is closed.
fn at_question(columns: u16, rows: u16, pastes: &[&str]) -> Wizard {
    let mut wizard = Wizard::new("en", columns, rows).keys("Open");
    for text in pastes {
        wizard = paste(wizard, &corpus(text));
        if wizard.model.overlay().is_some() {
            wizard = wizard.keys("Esc");
        }
    }
    wizard
}

fn answers(model: &Model) -> Vec<(String, String)> {
    let session = model.session().expect("a case is open");
    session.open.case.answers.iter().map(|(key, option)| (key.clone(), option.clone())).collect()
}

fn pair(key: &str, option: &str) -> (String, String) {
    (key.to_owned(), option.to_owned())
}

#[test]
fn frames() {
    for (columns, rows) in [(80, 24), (40, 12)] {
        let name = |name: &str| format!("{name}-{columns}x{rows}");
        let home = paste(Wizard::new("en", columns, rows), TICKET);
        insta::assert_snapshot!(name("ranked"), uncounted(&home.styled()));
        let none = paste(Wizard::new("en", columns, rows), &corpus("match/none-sql.txt"));
        insta::assert_snapshot!(name("ranked-none"), uncounted(&none.styled()));
        let filled = paste(Wizard::new("en", columns, rows).keys("Open"), &corpus(NOT_READY));
        insta::assert_snapshot!(name("filled"), filled.styled());
        insta::assert_snapshot!(name("proposed"), at_question(columns, rows, &[NOT_READY]).styled());
        let contradicted = at_question(columns, rows, &[NOT_READY, READY]).keys("Enter");
        insta::assert_snapshot!(name("contradicted"), contradicted.styled());
    }
    insta::assert_snapshot!("proposed-ru", {
        let wizard = paste(Wizard::new("ru", 80, 24).keys("Open"), &corpus(NOT_READY));
        wizard.keys("Esc").text()
    });
}

#[test]
fn a_paste_at_home_ranks_the_problems_and_goes_along_into_the_case() {
    let wizard = paste(Wizard::new("en", 80, 24), TICKET);
    let codes: Vec<&str> =
        wizard.model.home().hits.iter().map(|found| wizard.model.catalog().entries[found.row].code.as_str()).collect();
    assert_eq!(codes, ["GuestAgentSnapshotTaskStatusError"]);
    // The view of a machine names no problem, so the person chooses one; what it says is in the case then.
    let wizard = paste(Wizard::new("en", 80, 24), &corpus(NOT_READY));
    let problems: BTreeSet<&str> = wizard.model.catalog().entries.iter().map(|entry| entry.problem.as_str()).collect();
    assert_eq!(wizard.model.home().hits.len(), problems.len());
    let wizard = wizard.keys("Enter Esc");
    let session = wizard.model.session().expect("a case is open");
    assert_eq!(session.open.case.proposed("agent-status"), Some("not-ready"));
    assert_eq!(session.open.case.variables["vm"], ["vm-web-01"]);
}

#[test]
fn what_is_pasted_at_home_counts_until_the_field_is_emptied() {
    let check = |wizard: Wizard, handed: usize| {
        let texts: Vec<&str> = wizard.model.home().handed.iter().map(|reading| reading.file.as_str()).collect();
        assert_eq!(texts.len(), handed, "{texts:?}");
    };
    let ticket = || paste(Wizard::new("en", 80, 24), TICKET);
    check(ticket(), 1);
    // A slip of the hand, before or behind it.
    check(ticket().keys("text:x"), 1);
    check(ticket().keys("BS"), 1);
    check(paste(ticket(), "web01"), 1);
    check(paste(ticket(), &corpus(NOT_READY)), 2);
    check(paste(Wizard::new("en", 80, 24).keys("text:x"), TICKET), 1);
    check(ticket().keys("C-u"), 0);
    check(paste(ticket().keys("C-u"), &corpus(NOT_READY)), 1);
    let wizard = ticket().keys("text:x Enter");
    assert_eq!(
        wizard.model.session().map(|session| session.open.case.code.as_str()),
        Some("GuestAgentSnapshotTaskStatusError")
    );
}

#[test]
fn nothing_is_answered_until_the_person_does() {
    let wizard = at_question(80, 24, &[NOT_READY]);
    assert_eq!(answers(&wizard.model), []);
    // The cursor stands on the proposal; Enter accepts it, a digit overrules it.
    let wizard = wizard.keys("Enter Enter");
    assert_eq!(answers(&wizard.model), [pair("agent-status", "not-ready"), pair("vm-power", "running")]);
    let wizard = wizard.keys("BS 1");
    assert_eq!(answers(&wizard.model), [pair("agent-status", "ready"), pair("vm-power", "running")]);
}

#[test]
fn contradicting_findings_select_nothing() {
    let wizard = at_question(80, 24, &[NOT_READY, READY]).keys("Enter");
    let session = wizard.model.session().expect("a case is open");
    let (ask, _) = session.question().expect("a question");
    assert_eq!((session.selected, session.proposed(ask), session.findings(ask).len()), (None, None, 2));
    assert!(wizard.text().contains("contradictory"), "{}", wizard.text());
}

#[test]
fn undo_goes_over_proposals_and_over_pastes() {
    let wizard = at_question(80, 24, &[NOT_READY]).keys("Enter u");
    let session = wizard.model.session().expect("a case is open");
    assert_eq!((answers(&wizard.model), session.selected), (vec![], Some(0)));
    let wizard = wizard.keys("u");
    let session = wizard.model.session().expect("a case is open");
    assert!(session.open.case.findings.is_empty() && session.open.case.variables.is_empty());
    let wizard = wizard.keys("U U");
    assert_eq!(answers(&wizard.model), [pair("vm-power", "running")]);
    assert_eq!(wizard.model.session().and_then(|session| session.open.case.proposed("vm-power")), Some("running"));
}

#[test]
fn what_the_person_typed_stays_and_a_new_reading_of_a_file_takes_the_place_of_the_old() {
    let wizard = Wizard::new("en", 80, 24).keys("Open");
    let mut wizard = paste(wizard.keys("v Down Down Enter text:VM-WEB-01 Enter Esc"), &corpus(NOT_READY)).keys("Esc");
    let session = wizard.model.session().expect("a case is open");
    assert_eq!(session.open.case.variables["vm"], ["VM-WEB-01"]);
    assert_eq!(session.open.case.variables["resource-group"], ["rg-web"]);
    let mut read = |file: &str| {
        let session = wizard.model.session().expect("a case is open");
        let reading =
            evidence::read("/tmp/view.json", corpus(file).as_bytes(), &EvidenceRules::for_guide(&session.open.guide));
        let readings = vec![reading.expect("it is sound")];
        wizard.message(Message::HandedIn(readings));
        let case = &wizard.model.session().expect("a case is open").open.case;
        let of_file = case.findings.iter().filter(|finding| finding.file == "view.json");
        of_file.filter(|finding| finding.question == "agent-status").map(|f| f.option.clone()).collect::<Vec<_>>()
    };
    assert_eq!(read(NOT_READY), ["not-ready"]);
    assert_eq!(read(READY), ["ready"]);
}

#[test]
fn what_is_about_another_vm_says_so_wherever_it_is_shown() {
    let of_other = corpus(READY).replace("vm-web-01", "vm-db-09");
    let wizard = paste(at_question(80, 60, &[NOT_READY]).keys("1"), &of_other).keys("Down Enter");
    let case = &wizard.model.session().expect("a case is open").open.case;
    let about = |file: &str| {
        let of_file = case.findings.iter().filter(|finding| finding.file == file);
        of_file.map(|finding| finding.about.as_str()).collect::<BTreeSet<_>>()
    };
    assert_eq!((about("paste-1"), about("paste-2")), ([""].into(), ["vm-db-09"].into()));
    for text in [full_text(&wizard.model), plain::screen(&wizard.model).split_whitespace().collect()] {
        assert!(text.contains("aboutanotherresource:vm-db-09"), "{text}");
    }
    let exported = |keys: &str| {
        let wizard = paste(at_question(80, 60, &[NOT_READY]), &of_other).keys("Down Enter").keys(keys);
        let Some(Overlay::Export(form)) = wizard.model.overlay() else { panic!("{}", wizard.text()) };
        form.text.clone()
    };
    assert!(exported("e c").contains("from `paste-2`, `"), "{}", exported("e c"));
    assert!(exported("e c").contains("about another resource: `vm-db-09`"));
    assert!(exported("K Esc").contains("about another resource: `vm-db-09`"));
    assert!(!exported("e r").contains("vm-db-09"));
}

#[test]
fn what_is_collected_begins_where_the_shown_tool_is() {
    let first = |code: &str, tool: Via| {
        let mut wizard = Wizard::new("en", 80, 24);
        wizard.open(code);
        wizard.message(Message::Tool(tool));
        let wizard = wizard.keys("i");
        let Some(Overlay::Collect(form)) = wizard.model.overlay() else { panic!("{}", wizard.text()) };
        form.blocks[form.at].0
    };
    assert_eq!(first("UserErrorGuestAgentStatusUnavailable", Via::Portal), Via::Az);
    assert_eq!(first("UserErrorGuestAgentStatusUnavailable", Via::PowerShell), Via::PowerShell);
    assert_eq!(first("UserErrorGuestAgentStatusUnavailable", Via::Linux), Via::Linux);
}

#[test]
fn no_two_pastes_of_a_case_have_one_name() {
    let named = |pastes: u32, known: &[&str], file: &str, value: &str| {
        let finding = |file: &&str| Finding { file: (*file).to_owned(), ..Finding::default() };
        let mut case = Case { pastes, findings: known.iter().map(finding).collect(), ..Case::default() };
        let place = SourceRef { file: file.to_owned(), ..SourceRef::default() };
        let value = FoundValue { variable: "vm".to_owned(), value: value.to_owned(), place };
        let variables = if value.value.is_empty() { Vec::new() } else { vec![value] };
        let mut reading = Reading { file: file.to_owned(), variables, ..Reading::default() };
        apply::number(&mut case, &mut reading);
        assert!(reading.variables.iter().all(|value| value.place.file == reading.file));
        (reading.file, case.pastes)
    };
    let check = |pastes, known: &[&str], file, expected: &str, then| {
        assert_eq!(named(pastes, known, file, "vm-1"), (expected.to_owned(), then), "{pastes} {known:?} {file}");
    };
    check(0, &[], "paste-1", "paste-1", 1);
    check(0, &[], "paste-3", "paste-3", 3);
    // Of an earlier session, whose text had names only.
    check(1, &[], "paste-1", "paste-2", 2);
    // Of a case that did not count yet.
    check(0, &["paste-1", "paste-2"], "paste-1", "paste-3", 3);
    check(5, &[], "ticket.txt", "ticket.txt", 5);
    assert_eq!(named(1, &[], "paste-1", ""), ("paste-1".to_owned(), 1));
}

#[test]
fn evidence_that_says_otherwise_than_an_answer_is_told() {
    let check = |keys: &str, told: bool| {
        let wizard = paste(Wizard::new("en", 80, 24).keys("Open").keys(keys), &corpus(NOT_READY));
        let status = wizard.model.status().unwrap_or_default();
        assert_eq!(status.contains("different from yours: 1"), told, "{keys}: {status}");
    };
    check("1", false);
    check("2", true);
    check("", false);
}

#[test]
fn evidence_never_answers_what_is_asked_anew_or_is_up_to_the_person() {
    // With the agent repaired, the same question comes again at its place.
    let mut wizard = at_question(80, 24, &[NOT_READY]);
    for _ in 0..60 {
        let Some(session) = wizard.model.session() else { break };
        if let Some((ask, None)) = session.question()
            && (ask.fresh || !ask.with.is_empty())
        {
            assert_eq!((session.findings(ask).len(), session.proposed(ask)), (0, None));
            return;
        }
        // What nothing proposes is answered with its first option.
        let is_open = session.question().is_some() && session.selected.is_none();
        wizard = wizard.keys(if is_open { "1" } else { "Enter" });
    }
    panic!("no question was asked anew: {}", wizard.text());
}

#[test]
fn what_says_nothing_or_is_broken_changes_nothing() {
    let check = |text: &str, said: &str| {
        let wizard = paste(Wizard::new("en", 80, 24).keys("Open"), text);
        assert!(wizard.text().contains(said), "{}", wizard.text());
        let session = wizard.model.session().expect("a case is open");
        assert!(session.open.case.findings.is_empty() && !session.can_undo());
    };
    check("good morning", "The evidence answers no question");
    check("{\"vmAgent\": ", "paste-1:1:");
}

#[test]
fn both_faces_offer_the_same() {
    for files in [&[NOT_READY][..], &[NOT_READY, READY]] {
        let mut full = at_question(80, 60, files).keys("Enter");
        let model = &mut full.model;
        let frame = full_text(model);
        let screen = plain::screen(model);
        for text in [frame, screen.split_whitespace().collect()] {
            let proposed = files.len() == 1;
            assert_eq!(text.contains("Notready(fromtheevidence)"), proposed, "{text}");
            assert_eq!(text.contains("contradictory"), !proposed, "{text}");
            assert!(text.contains("frompaste-1,instanceView.vmAgent.statuses[0].displayStatus:NotReady"), "{text}");
        }
        let mut other = at_question(80, 60, files).keys("Enter").model;
        // An empty line accepts what is proposed, and means nothing where nothing is.
        assert_eq!(crate::plain::take(&mut other, "").is_some(), files.len() == 1);
        _ = app::update(model, Message::Answer(Answer::Option(1)));
        if files.len() == 1 {
            assert_eq!(answers(model), answers(&other));
            assert_eq!(other.screen(), Screen::Place);
        }
    }
}

/// The question of the full screen, without blanks, the bar of what is selected and the trail beside it.
fn full_text(model: &Model) -> String {
    let mut terminal = ratatui::Terminal::new(ratatui::backend::TestBackend::new(71, 120)).expect("any size");
    terminal
        .draw(|frame| drop(backup_medic::wizard::tui::view::draw(frame, model)))
        .expect("a test screen cannot fail");
    let cells = terminal.backend().buffer().content.iter().map(|cell| cell.symbol());
    cells.collect::<String>().replace('▌', "").split_whitespace().collect()
}

#[test]
fn files_given_at_the_start_are_ranked_at_home() {
    let mut wizard = Wizard::new("en", 80, 24);
    let guide = crate::walks::guide();
    let read = |file: &str| {
        evidence::read(file, corpus(file).as_bytes(), &EvidenceRules::for_guide(&guide)).expect("it is sound")
    };
    wizard.message(Message::HandedIn(vec![read("match/several-codes.txt"), read(NOT_READY)]));
    assert_eq!(wizard.model.home().hits.len(), 3);
    let wizard = wizard.keys("Enter Esc");
    let session = wizard.model.session().expect("a case is open");
    assert_eq!(session.open.case.code, "UserErrorGuestAgentStatusUnavailable");
    assert_eq!(session.open.case.proposed("vm-power"), Some("running"));
}

#[test]
fn one_block_one_paste_and_one_key_give_all_answers_that_the_evidence_has() {
    let wizard = Wizard::new("en", 80, 24).keys("Open i");
    insta::assert_snapshot!("collect-80x24", wizard.styled());
    insta::assert_snapshot!("collect-40x12", Wizard::new("ru", 40, 12).keys("Open i").styled());
    let mut wizard = wizard.keys("y");
    let Some(Effect::Copy(block)) = wizard.effects.iter().find(|effect| matches!(effect, Effect::Copy(_))) else {
        panic!("{:?}", wizard.effects)
    };
    assert!(block.starts_with("{\necho 'backup-medic: vm-power") && block.ends_with("} 2>&1\n"), "{block}");
    assert!(block.contains("<vm>") && !wizard.text().contains("press v"), "no value can be filled in here");

    let outputs = format!("backup-medic: vm-power agent-status\n{}\n{}", corpus(NOT_READY), corpus("marked/linux.txt"));
    wizard = paste(wizard, &outputs);
    assert!(matches!(wizard.model.overlay(), Some(Overlay::Told(_))), "the values are told");
    // The key that closes accepts nothing.
    wizard = wizard.keys("a Enter");
    assert_eq!(answers(&wizard.model), []);
    wizard = wizard.keys("a");
    let given = answers(&wizard.model);
    assert!(
        given.contains(&pair("guest-os", "linux")) && given.contains(&pair("agent-status", "not-ready")),
        "{given:?}"
    );
    assert_eq!(given.len(), 6, "{given:?}");
    // The question in view is the first that the evidence leaves open; there the key gives no answer.
    wizard = wizard.keys("a");
    assert_eq!(answers(&wizard.model), given);
    assert_eq!(answers(&wizard.keys("u").model).len(), 5);
}

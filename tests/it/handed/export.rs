//! An export with evidence: which answers it gave, how each was known, and that it comes back.

use std::rc::Rc;

use backup_medic::{
    case::{Case, Finding},
    export,
    guide::{Guide, Id, Problem},
    import::Importer,
    l10n,
    library::Library,
    redact,
};

use crate::{process::program, walks};

const CODE: &str = "UserErrorGuestAgentStatusUnavailable";

fn run(args: &[&str]) -> String {
    let done = program(&[&["export", CODE], args].concat())
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/evidence/instance-view"))
        .output()
        .expect("the program starts");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).expect("UTF-8")
}

#[test]
fn agreed_findings_answer_and_explicit_answers_win() {
    let check = |args: &[&str], has: &[&str], has_not: &[&str]| {
        let text = run(args);
        has.iter().for_each(|part| assert!(text.contains(part), "{part} is not in {text}"));
        has_not.iter().for_each(|part| assert!(!text.contains(part), "{part} is in {text}"));
    };
    let place = "from `cli-not-ready.json`, `instanceView.vmAgent.statuses[0].displayStatus`: `Not Ready`";
    check(
        &["--evidence", "cli-not-ready.json"],
        &["| Is the VM agent ready? | Not ready |", &format!("**Not ready**, {place}\n"), "`vm-web-01`"],
        &["Overruled"],
    );
    check(
        &["--evidence", "cli-not-ready.json", "--answer", "agent-status=missing", "--var", "vm=VM-WEB-01"],
        &[
            "| Is the VM agent ready? | No agent is installed |",
            &format!("{place}. The answer given differs"),
            "`VM-WEB-01`",
        ],
        &["`vm-web-01`"],
    );
    // What contradicts itself answers nothing.
    check(
        &["--evidence", "cli-not-ready.json", "--evidence", "cli-ready.json"],
        &["Next question: Is the VM agent ready?", "**Not ready**, from", "**Ready**, from"],
        &["| Is the VM agent ready? |"],
    );
    // After the repair, nothing but the person answers.
    check(
        &[
            "--evidence",
            "cli-not-ready.json",
            "--answer",
            "guest-rights=yes",
            "--answer",
            "linux-agent-process=running",
        ],
        &["All other answers are from the user.", "Next question:"],
        &[],
    );
    check(&["--answer", "vm-power=running"], &[], &["What the evidence shows"]);
}

struct World {
    library: Rc<Library>,
    guide: Rc<Guide>,
    problem: Id<Problem>,
}

impl World {
    fn new() -> Self {
        let guide = walks::guide();
        let problem = guide.find("guest-agent-status-unavailable").expect("it is there");
        World { library: walks::library(), guide, problem }
    }

    fn case(&self, findings: Vec<Finding>) -> Case {
        let mut case = Case::new(&self.guide, self.problem, CODE);
        case.answers.insert("vm-power".to_owned(), "running".to_owned());
        Case { findings, ..case }
    }

    fn text(&self, case: &Case, locale: &str) -> String {
        let words = walks::words((**self.library.files()).clone(), locale);
        export::with_embedded_case(
            export::markdown(&words, &walks::open(&self.guide, self.problem, case), &export::PageShape::default()),
            case,
            &words,
        )
    }
}

fn finding(question: &str, option: &str, file: &str, text: &str) -> Finding {
    let (question, option) = (question.to_owned(), option.to_owned());
    let (file, path, text) = (file.to_owned(), "a.b[0]".to_owned(), text.to_owned());
    Finding { question, option, file, line: 7, path, text, ..Finding::default() }
}

#[test]
fn findings_come_back_from_an_export_and_are_all_visible_in_it() {
    let world = World::new();
    let findings = vec![
        finding("vm-power", "running", "view.json", "PowerState/running"),
        finding("agent-status", "ready", "view `two`.json", "Ready | so"),
        finding("lock-scope", "group", "locks.json", "CanNotDelete"),
    ];
    let case = world.case(findings);
    for locale in l10n::available(world.library.files()) {
        let text = world.text(&case, &locale);
        let back = Importer::new(&world.library).resume("ticket.md", &text).expect("it is an export");
        assert_eq!((&back.open.case, &back.differs[..]), (&case, &[][..]), "{text}");
        let shown = &text[..text.rfind("<!--").expect("a comment")];
        for finding in &case.findings {
            for part in [&finding.file, &finding.text] {
                assert!(shown.contains(part.trim_matches('`')), "{part} is not in {shown}");
            }
        }
    }
}

#[test]
fn what_a_kept_case_holds_answers_nothing_by_itself() {
    let world = World::new();
    let mut case = world.case(vec![finding("vm-power", "running", "view.json", "PowerState/running")]);
    case.answers.clear();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("ticket.md");
    std::fs::write(&path, world.text(&case, "en")).expect("it is written");
    let done = program(&["export"]).arg(&path).output();
    let text = String::from_utf8(done.expect("the program starts").stdout).expect("UTF-8");
    assert!(text.contains("No questions answered yet.") && text.contains("`PowerState/running`"), "{text}");
}

#[test]
fn a_finding_that_the_guide_does_not_know_is_left_out() {
    let world = World::new();
    let case = world.case(vec![finding("vm-power", "exploded", "f", "t"), finding("nothing", "ready", "f", "t")]);
    let words = walks::words((**world.library.files()).clone(), "en");
    let text = export::with_embedded_case(world.text(&world.case(Vec::new()), "en"), &case, &words);
    let text = text.replacen("<!--", "<!-- other", 1);
    assert_eq!(
        Importer::new(&world.library).resume("ticket.md", &text).expect("it is an export").open.case.findings,
        []
    );
}

#[test]
fn redaction_and_masks_hold_for_findings() {
    let world = World::new();
    let secret = "https://x.blob/y?sig=S3cret%3D at 10.77.3.4 of zq-host";
    let mut case = world.case(vec![finding("vm-power", "running", "zq-host-view.json", secret)]);
    case.variables.insert("vm".to_owned(), vec!["zq-host".to_owned()]);
    let masked = export::shareable_copy(&walks::open(&world.guide, world.problem, &case), false).case;
    assert!(!world.text(&masked, "en").contains("S3cret"));
    let redacted = export::shareable_copy(&walks::open(&world.guide, world.problem, &case), true).case;
    let told = serde_json::to_string(&redacted).expect("a case is plain data") + &world.text(&redacted, "en");
    for name in ["zq-host", "10.77.3.4", "S3cret"] {
        assert!(!told.contains(name), "{name} in {told}");
    }
    assert_eq!(redact::redact(&redacted, &world.guide), redacted);
}

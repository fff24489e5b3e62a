//! Two VMs with one code: whatever comes in by whichever way, no command of the one ever holds a name of the other.

use std::{fs, path::Path, rc::Rc};

use backup_medic::{
    app::{self, Context, Drawn, HomeRow, Look, Message, Model, Scheme},
    case::{Case, Shell},
    data::builtin,
    evidence::apply,
    export,
    guide::{Guide, Question, Remedy, Renames},
    store::Store,
    wizard::{FaceEffect, Wizard, plain},
};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use crate::{
    handed::corpus,
    process::{fed, program},
    walks, wizard as screen,
};

const CODE: &str = "UserErrorGuestAgentStatusUnavailable";
const VIEW: &str = "instance-view/cli-not-ready.json";

/// What the two are called: VM, group, subscription.
const FIRST: [&str; 3] = ["vm-web-01", "rg-web", "0a1b2c3d-1111-4222-8333-444455556666"];
const SECOND: [&str; 3] = ["db-zwei", "rg-daten", "9a1b2c3d-1111-4222-8333-444455557777"];

/// An instance view of a VM of these names.
fn view(names: [&str; 3]) -> String {
    FIRST.iter().zip(names).fold(corpus(VIEW), |text, (own, name)| text.replace(own, name))
}

/// All commands that a case could ever show, filled in.
fn commands(guide: &Guide, case: &Case) -> String {
    let checks = guide.ids::<Question>().flat_map(|id| &guide[id].checks).filter_map(|check| check.run.as_deref());
    let steps = guide.ids::<Remedy>().flat_map(|id| &guide[id].steps).flat_map(|step| &step.commands);
    let runs = checks.chain(steps.map(|command| command.run.as_str()));
    runs.map(|run| case.command(guide, run, Shell::Bash, &Renames::new()) + "\n").collect()
}

fn holds(text: &str, names: [&str; 3]) -> bool {
    names.iter().any(|name| text.contains(name))
}

/// The wizard as one of the faces, with cases kept in a folder.
struct Face {
    wizard: Wizard,
    by_lines: bool,
    copied: String,
}

impl Face {
    fn start(folder: &Path, by_lines: bool) -> Self {
        let look = Look { scheme: Scheme::Plain, unicode: true };
        let model = Model::new(walks::library(), walks::said("en"), look).expect("the built-in guides are sound");
        Face { wizard: Wizard::new(model, Some(Store::open(folder.to_owned()))), by_lines, copied: String::new() }
    }

    fn send(&mut self, message: Message) {
        for effect in self.wizard.send(message) {
            if let FaceEffect::Copy(text) = effect {
                self.copied.push_str(&text);
            }
        }
    }

    fn key(&mut self, code: KeyCode) {
        let event = Event::Key(KeyEvent::new(code, KeyModifiers::NONE));
        if let Some(message) = app::message(event, self.wizard.model(), &Drawn::default()) {
            self.send(message);
        }
    }

    fn line(&mut self, line: &str) {
        let message = plain::message(self.wizard.model(), line).unwrap_or_else(|| panic!("{line:?} means nothing"));
        self.send(message);
    }

    /// Chooses what stands in this row of a list, counted from 1.
    fn choose(&mut self, row: usize) {
        if self.by_lines {
            self.line(&row.to_string());
        } else {
            self.key(KeyCode::Char(char::from_digit(row as u32, 10).expect("a few rows")));
            self.key(KeyCode::Enter);
        }
    }

    fn leave(&mut self) {
        if self.by_lines { self.line("") } else { self.key(KeyCode::Esc) }
    }

    fn type_code(&mut self) {
        if self.by_lines {
            self.line(CODE);
            self.line("");
        } else {
            self.key(KeyCode::Char('/'));
            CODE.chars().for_each(|c| self.key(KeyCode::Char(c)));
            self.key(KeyCode::Enter);
        }
    }

    /// Opens the problem that a paste at Home did not name.
    fn open_problem(&mut self) {
        let row =
            self.wizard.model().catalog().entries.iter().position(|entry| entry.code == CODE).expect("it is listed");
        let rows = self.wizard.model().rows();
        let at = rows.iter().position(|known| *known == HomeRow::Problem(row)).expect("all are shown");
        self.send(Message::Open(at));
    }

    /// The messages that only tell are closed.
    fn read_on(&mut self) {
        while self.wizard.model().context() == Context::Told {
            self.leave();
        }
    }

    fn asks(&self) -> bool {
        self.wizard.model().context() == Context::WhichCase
    }

    /// The names of the VM of the case in view.
    fn vm(&self) -> Option<Vec<String>> {
        self.wizard.model().session()?.open.case.variables.get("vm").cloned()
    }

    /// No case mixes names, in no command, copy or export.
    fn check(&mut self, told: &str) {
        self.copied.clear();
        if !self.asks() && self.wizard.model().context() == Context::Question {
            [Message::Unsure, Message::TurnTool(1), Message::Copy].into_iter().for_each(|message| self.send(message));
        }
        let words = walks::said("en");
        for session in self.wizard.model().sessions() {
            let all = commands(&session.open.guide, &session.open.case);
            assert!(!(holds(&all, FIRST) && holds(&all, SECOND)), "{told}: {:?}", session.open.case.variables);
            let exported = export::markdown(&words, &session.open, &export::PageShape::default());
            // Where evidence is from is told, also of what the person took of another VM.
            let own = exported.lines().filter(|line| !line.contains("about another resource: "));
            let exported = own.collect::<Vec<_>>().join("\n");
            assert!(!(holds(&exported, FIRST) && holds(&exported, SECOND)), "{told}: {exported}");
        }
        assert!(!(holds(&self.copied, FIRST) && holds(&self.copied, SECOND)), "{told}: {}", self.copied);
    }
}

/// A way for evidence of the second VM to come in while there is a case of the first.
type Way = fn(&mut Face);

const WAYS: [(&str, Way); 4] = [
    ("pasted at Home", |face| {
        face.send(Message::GoHome);
        face.send(Message::Paste(view(SECOND)));
        face.open_problem();
    }),
    ("a file at Home", |face| {
        face.send(Message::GoHome);
        let guide = face.wizard.model().sessions().first().map_or_else(guide, |session| Rc::clone(&session.open.guide));
        let reading =
            apply::read("view.json", view(SECOND).as_bytes(), &guide, &std::collections::BTreeMap::new(), None);
        face.send(Message::HandedIn(vec![reading.expect("the corpus is sound")]));
        face.open_problem();
    }),
    ("a code, then pasted into the case", |face| {
        face.send(Message::GoHome);
        face.type_code();
        face.choose(2);
        face.send(Message::Paste(view(SECOND)));
    }),
    ("pasted into the case that was opened by its row", |face| {
        face.send(Message::GoHome);
        face.send(Message::Open(0));
        face.send(Message::Paste(view(SECOND)));
    }),
];

fn guide() -> Rc<Guide> {
    Rc::new(backup_medic::guide::load(&builtin::embedded(), "azure-vm-backup").expect("it is sound"))
}

#[test]
fn no_way_in_mixes_the_names_of_two_vms() {
    for by_lines in [false, true] {
        for restart in [false, true] {
            for (name, way) in WAYS {
                // A new case, the case of the other VM all the same, and neither.
                for answer in ["new", "continue", "leave"] {
                    let told = format!("by lines: {by_lines}, restart: {restart}, {name}, {answer}");
                    let folder = tempfile::tempdir().expect("a temporary folder");
                    let mut face = Face::start(folder.path(), by_lines);
                    face.type_code();
                    assert!(!face.asks(), "{told}: there is no case yet");
                    face.send(Message::Paste(view(FIRST)));
                    face.read_on();
                    face.wizard.flush().expect("a new folder takes cases");
                    if restart {
                        face = Face::start(folder.path(), by_lines);
                    }
                    way(&mut face);
                    face.read_on();
                    assert!(face.asks(), "{told}: it went on unasked");
                    face.check(&told);
                    match answer {
                        "new" => face.choose(1),
                        "continue" => {
                            face.choose(2);
                            // The case was chosen before the evidence was looked at.
                            if face.asks() {
                                face.check(&told);
                                face.choose(2);
                            }
                        }
                        _ => face.leave(),
                    }
                    face.read_on();
                    assert!(!face.asks(), "{told}");
                    face.check(&told);
                    let vm = face.vm().map(|names| names.join(" "));
                    match answer {
                        "new" => assert_eq!(vm.as_deref(), Some(SECOND[0]), "{told}"),
                        "continue" => assert_eq!(vm.as_deref(), Some(FIRST[0]), "{told}"),
                        _ => assert_ne!(vm.as_deref(), Some(SECOND[0]), "{told}"),
                    }
                }
            }
        }
    }
}

#[test]
fn another_group_or_subscription_is_another_vm_and_the_same_one_is_not_asked_for() {
    let check = |names: [&str; 3], asks: bool| {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut face = Face::start(folder.path(), false);
        face.type_code();
        face.send(Message::Paste(view(FIRST)));
        face.read_on();
        face.send(Message::Paste(view(names)));
        face.read_on();
        assert_eq!(face.asks(), asks, "{names:?}");
    };
    check(FIRST, false);
    check([&FIRST[0].to_uppercase(), FIRST[1], FIRST[2]], false);
    check([SECOND[0], FIRST[1], FIRST[2]], true);
    check([FIRST[0], SECOND[1], FIRST[2]], true);
    check([FIRST[0], FIRST[1], SECOND[2]], true);
}

/// The names that each kept case holds: of the first VM, of the second.
fn kept(folder: &Path) -> Vec<(bool, bool)> {
    let files = fs::read_dir(folder.join("data/cases")).into_iter().flatten().flatten().map(|file| file.path());
    let cases = files.filter(|path| path.extension().is_some_and(|kind| kind == "case"));
    let names = |path: std::path::PathBuf| {
        let text = fs::read_to_string(path).expect("a case is text");
        let values = text.split("\"variables\"").nth(1).and_then(|rest| rest.split('}').next()).unwrap_or_default();
        (holds(values, FIRST), holds(values, SECOND))
    };
    let mut names: Vec<_> = cases.map(names).collect();
    names.sort_unstable();
    names
}

/// The ids of the kept cases.
fn ids(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder.join("data/cases")).expect("cases are kept there").flatten();
    files.filter_map(|file| file.file_name().to_string_lossy().strip_suffix(".case").map(str::to_owned)).collect()
}

#[test]
fn cases_with_one_title_differ_in_the_question() {
    let mut wizard = screen::Wizard::new("en", 80, 24);
    wizard.message(Message::Now("2026-11-27T08:15:30Z".to_owned()));
    let mut wizard = wizard.keys("Open 1 Esc");
    wizard.message(Message::Now("2026-11-28T09:00:00Z".to_owned()));
    let wizard = wizard.keys("/ text:UserErrorGuestAgentStatusUnavailable Enter Enter 1 Esc / text:UserErrorGuestAgentStatusUnavailable Enter");
    for text in [wizard.text(), plain::screen(&wizard.model)] {
        assert!(text.contains("Which case?"), "{text}");
        // Without the places where lines break.
        let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '│').collect();
        for start in ["(started2026-11-2708:15UTC)", "(started09:00UTC)"] {
            assert!(text.contains(start), "{start}: {text}");
        }
    }
}

#[test]
fn the_program_asks_at_every_start_and_a_task_refuses() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = |name: &str, names| {
        let path = folder.path().join(name);
        fs::write(&path, view(names)).expect("it can be written");
        path.to_string_lossy().into_owned()
    };
    let (first, second) = (file("a.json", FIRST), file("b.json", SECOND));
    let run = |args: &[&str], script: &str| {
        let mut command = program(args);
        command.arg("--data-dir").arg(folder.path().join("data")).current_dir(folder.path());
        let done = fed(command, script.as_bytes());
        (
            done.status.code(),
            String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr),
        )
    };
    let plain = |args: &[&str], script: &str| run(&[&["--plain"], args].concat(), script);
    let (_, text) = plain(&[CODE, "--evidence", &first], "\n1\nq\n");
    assert!(!text.contains("Which case?"), "{text}");
    assert_eq!(kept(folder.path()), [(true, false)], "{text}");
    // Left, then the other's case: asked, and asked again before anything goes in.
    let (_, text) = plain(&[CODE, "--evidence", &second], "\nq\n");
    assert!(text.contains("Which case?") && kept(folder.path()) == [(true, false)], "{text}");
    let (_, text) = plain(&[CODE, "--evidence", &second], "2\n\nq\n");
    assert_eq!(
        (text.matches("== Backup Medic: Which case?").count(), kept(folder.path())),
        (2, vec![(true, false)]),
        "{text}"
    );
    let id = ids(folder.path()).remove(0);
    let (_, text) = plain(&["--evidence", &second, "resume", &id], "2\n\nq\n");
    assert!(text.contains("Which case?") && kept(folder.path()) == [(true, false)], "{text}");
    let (_, text) = plain(&[CODE, "--evidence", &second], "1\n\nq\n");
    assert_eq!(kept(folder.path()), [(false, true), (true, false)], "{text}");
    // A task has nobody to ask.
    for id in ids(folder.path()) {
        let refused = [&first, &second].map(|file| run(&["export", &id, "--evidence", file], "").0);
        assert!(refused == [Some(0), Some(2)] || refused == [Some(2), Some(0)], "{refused:?}");
    }
    let both = run(&["export", CODE, "--evidence", &first, "--evidence", &second], "");
    assert!(both.0 == Some(2) && both.1.contains(SECOND[0]), "{both:?}");
}

//! Two days of five cases: by a clock that is given, through a restart, in both languages, handed over twice.

use std::{fs, path::PathBuf};

use tempfile::TempDir;

use super::harness::{CODE, PROGRAM, Pty, Setup};

/// The keys to the third question, each with what it brings.
const TO_THE_THIRD: [(&str, &str); 6] = [
    ("2", "Question 2"),
    ("2", "Steps marked: 0 of 4"),
    ("\r", "are not marked"),
    ("\r", "Steps marked: 0 of 2"),
    ("\r", "are not marked"),
    ("\r", "Question 3"),
];

/// A folder with the cases, a clock and what is exported.
struct Desk(TempDir);

impl Desk {
    fn at(&self, time: &str) {
        fs::write(self.clock(), time).expect("a clock");
    }

    fn clock(&self) -> PathBuf {
        self.0.path().join("clock")
    }

    /// The program, nine hours ahead of UTC.
    fn start(&self, args: &[&str], first: &str) -> Pty {
        let clock = self.clock();
        let data = self.0.path().join("data");
        let command = [&[PROGRAM, "--data-dir", data.to_str().expect("UTF-8")], args].concat();
        let env = [("BACKUP_MEDIC_TEST_CLOCK", clock.to_str().expect("UTF-8")), ("TZ", "JST-9")];
        Pty::wizard(&Setup { command: &command, env: &env, size: (100, 50), folder: self.0.path() }, first)
    }

    /// A new case by its name, at its third question and then where the keys lead; the program has ended.
    fn case(&self, name: &str, keys: &[(&str, &str)]) {
        let is_first = !self.0.path().join("data").exists();
        let mut pty = self.start(&[CODE], if is_first { "Question 1" } else { "Which case?" });
        if !is_first {
            pty.walk(&[("\r", "Question 1")]);
        }
        pty.walk(&[("N", "Name of this case"), (name, name), ("\r", &format!("{name}: "))]);
        pty.walk(&TO_THE_THIRD);
        pty.walk(keys);
        pty.wait_until("saved", |pty| pty.text().lines().next().is_some_and(|header| header.ends_with("saved  EN")));
        pty.send("q");
        let left = pty.left();
        assert!(left.status.success());
        let text = super::harness::text(&left.screen);
        let goes_on = text.contains("To continue this case: backup-medic ");
        assert_eq!(goes_on, !keys.iter().any(|(_, shows)| *shows == "Closed today"), "{name}: {text}");
    }

    /// The packages that were written, the first written first.
    fn packages(&self) -> Vec<String> {
        let files = fs::read_dir(self.0.path()).expect("a folder").flatten().map(|file| file.path());
        let mut files: Vec<_> = files.filter(|path| path.to_string_lossy().ends_with("-handover.md")).collect();
        files.sort();
        files.iter().map(|path| fs::read_to_string(path).expect("a text")).collect()
    }
}

/// Checks what a text has and has not.
fn check(text: &str, shown: &[&str], hidden: &[&str]) {
    shown.iter().for_each(|what| assert!(text.contains(what), "{what} in\n{text}"));
    hidden.iter().for_each(|what| assert!(!text.contains(what), "{what} in\n{text}"));
}

#[test]
fn five_cases_go_through_two_days() {
    let desk = Desk(tempfile::tempdir().expect("a folder"));
    desk.at("2026-11-29T08:00:00Z");
    desk.case("INC1", &[("3", "Wait until 18:00 UTC+9 (1 hour left)")]);
    desk.case("INC2", &[("1", "Question 4"), ("3", "Wait until 2026-11-30 17:00 UTC+9 (24 hours left)")]);
    desk.case("INC3", &[("K", "Values missing for the handover"), ("\x1b", "-handover.md"), ("\r", "Written to")]);
    desk.case("INC4", &[("1", "Question 4"), ("1", "Press Enter to close this case")]);
    desk.case("INC5", &[("1", "Question 4"), ("1", "Press Enter to close this case"), ("\r", "Closed today")]);
    let packages = desk.packages();
    assert_eq!(packages.len(), 1);
    let findings = "Findings:\n- Is the VM running? Stopped or deallocated\n";
    check(&packages[0], &["INC3", findings, "Still open:\n- Waiting for your answer: Did the backup succeed?\n"], &[]);

    // The next morning.
    desk.at("2026-11-30T00:30:00Z");
    let mut pty = desk.start(&[], "Due now");
    let text = pty.text();
    check(
        &text,
        &["since 2026-11-29 18:00 UTC+9", "until 17:00 UTC+9", "Resolved, not closed yet", "Show 1 closed"],
        &["INC5"],
    );
    let order = ["Due now", "INC1: ", "Waiting", "INC2: ", "Open", "INC3: ", "Resolved,", "INC4: "];
    let places: Vec<_> = order.iter().map(|what| text.find(what).expect(what)).collect();
    assert!(places.is_sorted(), "{text}");

    // In the other language, and later, while the program is open: a wait ends, and the terminal is called once.
    pty.walk(&[("\x0c", "Русский")]);
    pty.send("\x1b[B");
    pty.walk(&[("\r", "Пора продолжить")]);
    assert!(!pty.raw.contains(&7), "it rang");
    desk.at("2026-11-30T08:00:00Z");
    pty.send("\x1b[B");
    pty.wait_until("the call", |pty| pty.raw.windows(4).any(|bytes| bytes == b"\x1b]9;"));
    pty.wait_until("two that are due", |pty| !pty.text().contains("Ожидают"));
    assert_eq!(pty.raw.iter().filter(|byte| **byte == 7).count(), 1);

    // The resolved one is handed over at its end, and closed.
    pty.walk(&[("INC4", "Поиск: INC4"), ("\r", "Исправлено")]);
    pty.walk(&[("k", "Для передачи не хватает значений"), ("\x1b", "-handover.md"), ("\r", "Записано")]);
    let packages = desk.packages();
    assert_eq!(packages.len(), 2);
    check(&packages[1], &["INC4", "Что выяснено:\n", "Что осталось:\n"], &["Findings"]);
    pty.walk(&[("\r", "Закрыты сегодня")]);
    pty.send("\x03");
    assert!(pty.left().status.success());
}

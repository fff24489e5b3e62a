//! What a terminal pastes, with CR for each line break, says what a file says; and one paste answers a whole trail.

use std::fs;

use super::harness::{CODE, PROGRAM, Pty, Setup};
use crate::handed::corpus;

/// Outputs that answer questions or fill in values.
const OUTPUTS: [&str; 12] = [
    "unit/stopped-with-process.txt",
    "unit/journal-gave-up.txt",
    "services/cut-names.txt",
    "processes/ps-ef.txt",
    "agent-log/new-extensions-off.log",
    "agent-configuration/extensions-off.conf",
    "instance-view/cli-not-ready.json",
    "listings/get-azvm-not-ready.txt",
    "pages/overview.txt",
    "tables/extensions-of-linux.txt",
    "typed/bash.txt",
    "marked/windows.txt",
];

/// Texts that name a problem, or none of ours.
const TEXTS: [&str; 8] = [
    "match/chat-no-network.txt",
    "match/german-writers.txt",
    "names/terraform-fields.txt",
    "names/alert-of-key-vault.json",
    "damaged/quoted-job.txt",
    "solved/german-ticket.txt",
    "told/limit.log",
    "other-services/none-hana-job.json",
];

/// The text between the marks of a paste, with its lines ended as most terminals end them.
fn paste(text: &str) -> String {
    format!("\x1b[200~{}\x1b[201~", text.replace("\r\n", "\n").replace('\n', "\r"))
}

/// The screen but for the field of the search, which shows the name of a file, or of a paste its end or its lines.
fn without_search(screen: &str) -> String {
    let rows = screen.lines().map(|row| if row.starts_with(" Search: ") { "" } else { row });
    rows.collect::<Vec<_>>().join("\n")
}

/// Starts the wizard with a file and pastes the same into another one: both come to show the same.
fn same(sample: &str, code: &[&str], with_file: &[&str], first: &str) {
    let text = corpus(sample);
    let folder = tempfile::tempdir().expect("there is room for a folder");
    // A paste is told by this name.
    fs::write(folder.path().join("paste-1"), &text).expect("it is written");
    let command: Vec<&str> = [PROGRAM].iter().chain(code).chain(&["--evidence", "paste-1"]).copied().collect();
    let mut file = Pty::start(&Setup { command: &command, folder: folder.path(), ..Setup::default() });
    file.wait_until(sample, |pty| with_file.iter().all(|shown| pty.text().contains(shown)));
    let command: Vec<&str> = [PROGRAM].iter().chain(code).copied().collect();
    let mut pasted = Pty::wizard(&Setup { command: &command, ..Setup::default() }, first);
    let before = pasted.text();
    pasted.send(paste(&text));
    let expected = without_search(&file.text());
    assert_ne!(expected, without_search(&before), "{sample} says nothing");
    pasted.wait_until(sample, |pty| without_search(&pty.text()) == expected);
}

#[test]
fn pasted_with_cr_at_home_a_text_says_what_its_file_says() {
    for sample in TEXTS.iter().chain(&OUTPUTS) {
        same(sample, &[], &["Search: paste-1"], "Search: ");
    }
}

#[test]
fn pasted_with_cr_at_a_question_an_output_says_what_its_file_says() {
    for sample in OUTPUTS {
        same(sample, &[CODE], &["Evidence read", "saved  EN"], "Is the VM running?");
    }
}

/// Opens the first problem of Home, copies the block, pastes its output, closes what is told, and accepts everything.
#[test]
fn five_keys_and_a_paste_lead_from_home_to_the_checklist() {
    for (output, remedy) in [
        ("marked/linux-stopped-whole.txt", "Start the Linux agent"),
        ("marked/windows-stopped-whole.txt", "Restart the Windows agent"),
    ] {
        let mut pty = Pty::wizard(&Setup::default(), "Search: ");
        pty.walk(&[
            ("\x1b[B\r\x1b[B", "▌   Azure Backup cannot reach"),
            ("\r", "Is the VM running?"),
            ("i", "echo 'backup-medic: "),
            ("y", "Sent to the clipboard"),
            (&paste(&corpus(output)), "Evidence read"),
            ("\r", "0  I don't know."),
            ("a", remedy),
        ]);
        assert!(pty.text().contains("Steps marked: 0 of 4"), "{}", pty.text());
    }
}

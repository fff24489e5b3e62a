//! Pastes, clicks and sizes, as a terminal sends them.

use std::{fs, time::Duration};

use crate::{
    promises::times,
    typed::{mails, replies},
    walks::Random,
};

use super::{
    bytes::{Sequence, sequences},
    harness::{CODE, PROGRAM, Pty, Setup},
};

fn paste(text: &str) -> String {
    format!("\x1b[200~{text}\x1b[201~")
}

fn home() -> Pty {
    Pty::wizard(&Setup::default(), "Search")
}

#[test]
fn a_huge_paste_is_cut_and_said_so() {
    let mut pty = home();
    pty.send(paste(&"word ".repeat(1 << 18)));
    pty.wait_for("Only the beginning was pasted");
    pty.send("\x03");
    assert!(pty.left().status.success());
}

#[test]
fn a_huge_paste_without_brackets_is_text() {
    let mut pty = home();
    pty.send("word ".repeat(250_000));
    pty.wait_for("Only the beginning was pasted");
    pty.send("\x03");
    assert!(pty.left().status.success());
}

/// What follows the false end would open a problem, answer its question, and quit.
#[test]
fn the_end_of_a_paste_inside_it_makes_no_keys() {
    let mut random = Random(9);
    for at in 0..times("pastes-that-end-early") {
        let mut pty = home();
        let before = "x ".repeat(at % 20 * 30);
        let pasted = paste(&format!("{before}key vault\x1b[201~\r1\x03\x1b[B\r"));
        // Wherever the bytes are cut on their way.
        let (start, rest) = pasted.split_at(random.below(pasted.len()));
        pty.send(start);
        pty.send(rest);
        pty.wait_until("the only hit", |pty| !pty.text().contains("Internal error"));
        // A person is slower than what comes with a paste.
        pty.listen(Duration::from_millis(20));
        pty.walk(&[("!!", "!!")]);
        assert!(pty.text().contains("Search: ") && !pty.text().contains("key vault1"), "{}", pty.text());
    }
}

/// A sample of the replies, each whole and cut at a random place, with a key behind it that is heard.
#[test]
fn replies_to_questions_of_others_are_no_keys() {
    let mut pty = Pty::wizard(&Setup { command: &[PROGRAM, CODE], ..Setup::default() }, "Is the VM running?");
    let before = pty.text();
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let all = replies();
    for at in 0..times("replies-to-a-terminal") {
        let reply = &all[(at * 7) % all.len()];
        let cut = random.below(reply.len());
        pty.send(&reply[..cut]);
        pty.send(&reply[cut..]);
        pty.walk(&[("?", "Keys on this"), ("\x1b", "VM running?")]);
        pty.wait_until("the same picture", |pty| pty.text() == before);
    }
    // Without its end it is given up by itself.
    pty.send("\x1b]11;rgb:ffff/1");
    pty.listen(Duration::from_millis(700));
    pty.send("q");
    assert!(pty.left().status.success());
}

/// Pasted into the wizard that a shell runs, in a terminal that marks no paste; the wizard leaves, the shell goes on.
#[test]
fn a_mail_pasted_without_marks_runs_nothing_in_the_shell_afterwards() {
    for plain in ["", "--plain"] {
        for at in 0..times("mails-before-a-shell") {
            let folder = tempfile::tempdir().expect("a folder");
            let setup = Setup { command: &["sh", "-i"], folder: folder.path(), ..Setup::default() };
            let mut pty = Pty::wizard(&setup, "ready>");
            let place = if at % 2 == 0 { CODE } else { "" };
            pty.send(format!("\"$MEDIC\" --data-dir data {plain} {place}; echo status=$?\n"));
            let home = if plain.is_empty() { "Search" } else { " open, text search" };
            pty.wait_for(if place.is_empty() { home } else { "Is the VM running?" });
            let mails = mails();
            pty.send(mails[at % mails.len()].replace(['\u{3}', '\u{1a}'], "").repeat(1 + at % 3 * 40));
            pty.listen(Duration::from_millis(400));
            let asks = |pty: &Pty, prompts: &[&str]| prompts.iter().any(|end| pty.text().trim_end().ends_with(end));
            // With the rest of a paste behind it, whatever was typed ends the wizard and runs nothing.
            if plain.is_empty() {
                pty.send("\x03");
            } else {
                // What was filled in from the mail is told first.
                pty.wait_until("a prompt", |pty| asks(pty, &["go back >", "? keys >", "? >"]));
                if asks(&pty, &["go back >"]) {
                    pty.send("\r");
                    pty.wait_until("the prompt below", |pty| asks(pty, &["? keys >", "? >"]));
                }
                pty.send("q\r");
            }
            // It leaves by then, and what comes is read by nobody.
            pty.listen(Duration::from_millis(15));
            pty.send("touch PWNED\rtouch PWNED\r");
            // To a busy machine the end came together with what is behind it: that is one paste, which ends nothing.
            let is_one_paste =
                |pty: &Pty| !plain.is_empty() && pty.text().contains("PWNED") && asks(pty, &["? keys >", "? >"]);
            pty.wait_until("the end", |pty| pty.text().contains("status=0") || is_one_paste(pty));
            if is_one_paste(&pty) {
                pty.send("q\r");
            }
            pty.wait_for("status=0");
            pty.wait_until("the prompt", Pty::prompts);
            pty.send("echo us''able\n");
            pty.wait_for("usable");
            let names: Vec<_> =
                fs::read_dir(folder.path()).expect("a folder").flatten().map(|e| e.file_name()).collect();
            assert!(names.iter().all(|name| name == "data"), "{names:?}");
        }
    }
}

#[test]
fn ten_megabytes_are_a_paste_and_nothing_freezes() {
    for (before, after) in [("\x1b[200~", "\x1b[201~"), ("", "")] {
        let mut pty = Pty::wizard(&Setup { command: &[PROGRAM, CODE], ..Setup::default() }, "Is the VM running?");
        pty.send(format!("{before}{}{after}", "a line of a log, 1 2 q\r".repeat(450_000)));
        pty.wait_for("The evidence answers no question");
        let status = fs::read_to_string(format!("/proc/{}/status", pty.pid)).unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok());
        assert!(peak.unwrap_or(0) < 64 << 10, "{peak:?} KiB");
        pty.signal("TERM");
        assert_eq!(pty.left().changed, [""; 0]);
    }
}

#[test]
fn no_pasted_control_character_reaches_the_terminal() {
    let controls: String = ('\0'..='\x1f').chain('\x7f'..='\u{9f}').filter(|c| !"\x1b".contains(*c)).collect();
    let hostile =
        ["\x1b]0;title\x07", "\x1b]52;c;AAAA\x07", "\x1b[31mred", "\x1b[2J", "\x1b[c", "\x1bP$qm\x1b\\", "\u{202e}"];
    let mut pty = home();
    pty.send(paste(&format!("start {} end", hostile.concat())));
    pty.wait_for("^[[31mred");
    pty.send(paste(&format!("second {controls} last")));
    pty.wait_for("last");
    pty.send("\x03");
    let left = pty.left();
    let ours = |sequence: &Sequence| match sequence {
        Sequence::Csi(parameters, last) => {
            matches!(last, 'H' | 'm' | 'h' | 'l') || (*last == 'J' && parameters.is_empty())
        }
        // What the terminal's own line end adds.
        Sequence::Control(c) => matches!(c, '\r' | '\n'),
        _ => false,
    };
    let others: Vec<_> = sequences(&left.raw).into_iter().filter(|sequence| !ours(sequence)).collect();
    assert_eq!(others, []);
    assert!(!String::from_utf8_lossy(&left.raw).contains('\u{202e}'));
}

#[test]
fn a_click_answers_where_clicks_are_listened_to() {
    let mut pty = Pty::wizard(&Setup { command: &[PROGRAM, CODE], ..Setup::default() }, "Is the VM running?");
    pty.send("m");
    pty.wait_until("the mouse", |pty| pty.screen().mouse_protocol_mode() != vt100::MouseProtocolMode::None);
    let (x, y) = pty.find("2  Stopped").expect("the option is in view");
    let (column, row) = (x + 1, y + 1);
    pty.send(format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m"));
    pty.wait_for("Question 2");
    pty.send("\x03");
    assert_eq!(pty.left().changed, [""; 0]);
}

#[test]
fn the_last_of_many_sizes_is_drawn() {
    let mut pty = Pty::wizard(&Setup { command: &[PROGRAM, CODE], ..Setup::default() }, "Is the VM running?");
    let fresh = pty.text();
    for round in 0..times("storms-of-sizes") {
        pty.resize(1 + (round * 37 % 211) as u16, 1 + (round * 17 % 61) as u16);
    }
    pty.resize(80, 24);
    pty.wait_until("the same picture", |pty| pty.text() == fresh);
}

#[test]
fn a_size_that_comes_before_the_first_frame_is_drawn() {
    let opened = |size| Setup { command: &[PROGRAM, CODE], size, ..Setup::default() };
    let fresh = Pty::wizard(&opened((100, 30)), "Is the VM running?").text();
    for _ in 0..20 {
        let mut pty = Pty::start(&opened((60, 20)));
        pty.resize(100, 30);
        pty.wait_until("the picture of the new size", |pty| pty.text() == fresh);
    }
}

#[test]
fn any_size_is_drawn() {
    // A terminal that does not know its size is taken for the usual one.
    Pty::wizard(&Setup { size: (0, 0), ..Setup::default() }, "Search");
    for size in [(1, 1), (2, 1), (1, 30), (5, 3), (500, 200), (u16::MAX, u16::MAX)] {
        let mut pty = Pty::start(&Setup { size, ..Setup::default() });
        pty.wait_until("a frame", |pty| pty.screen().alternate_screen() && pty.raw.ends_with(b"\x1b[?2026l"));
        pty.send("\x03");
        let left = pty.left();
        assert!(left.status.success(), "{size:?} {:?}", left.status);
        assert_eq!(left.changed, [""; 0], "{size:?}");
    }
}

/// Two scrolls and a click that wait together each mean what the one before has shown.
#[test]
fn what_waits_together_is_taken_one_by_one() {
    let mut pty = Pty::wizard(&Setup { command: &[PROGRAM, CODE], ..Setup::default() }, "Is the VM running?");
    pty.walk(&[("2", "Question 2"), ("1", "Question 3"), ("1", "Steps marked: 0 of 3"), ("e", "Export the checklist")]);
    // The text is shown as soon as somebody asks for it.
    pty.walk(&[("p", "## Findings")]);
    let row = |text: &str, at: usize| text.lines().nth(at).map(str::trim_end).unwrap_or_default().to_owned();
    // The first row of the text has the sign that there is more above it.
    let fifth = row(&pty.text(), 13);
    assert!(!fifth.is_empty() && fifth != row(&pty.text(), 9), "{fifth}");
    pty.send("\x1b[B\x1b[B\x1b[B\x1b[B");
    pty.wait_until("four lines further", |pty| row(&pty.text(), 9) == fifth);
}

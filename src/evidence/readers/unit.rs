//! The Linux agent as its guest shows it: `systemctl status`, the journal of its unit, `ps`, and `waagent --version`.

use crate::{
    evidence::{
        EvidenceKind,
        azure::system,
        notes::Notes,
        text::sheet::{SheetLine, around},
    },
    text::number::is_number,
};

/// What the distributions call the agent's unit.
const UNITS: [&str; 2] = ["walinuxagent.service", "waagent.service"];

pub(super) fn read_status(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    for (at, line) in lines.iter().enumerate() {
        // A mark, which may be lost on the way, the unit and its description.
        let unit = line.text.trim_start_matches(['●', '○', '×', '*', '?', '\u{fffd}', ' ']).split(' ').next();
        if !unit.is_some_and(|unit| UNITS.contains(&unit)) {
            continue;
        }
        let behind = lines[at + 1..].iter().take(8).take_while(|line| !line.text.is_empty());
        let active = behind.filter_map(|line| Some((line, line.text.trim_start().strip_prefix("Active: ")?))).next();
        let Some((line, state)) = active else { continue };
        notes.kind(EvidenceKind::Unit);
        notes.fact("os", "linux", notes.place_of(line), line.text);
        if state.starts_with("active (running)") {
            notes.fact("linux-process", "running", notes.place_of(line), line.text);
        } else if ["inactive (dead)", "failed", "activating (auto-restart)"].iter().any(|dead| state.starts_with(dead))
        {
            notes.fact("linux-process", "stopped", notes.place_of(line), line.text);
        }
    }
}

/// What systemd writes into the journal of a unit that is down, each behind the unit's name.
const DOWN: [&str; 4] = [
    "Main process exited, code=",
    "Failed with result ",
    "Start request repeated too quickly",
    "Deactivated successfully",
];

/// What it writes with the unit's description.
const DESCRIBED: [(&str, bool); 3] = [("Started ", false), ("Stopped ", true), ("Failed to start ", true)];

/// The description of the unit.
const DESCRIPTION: &str = "Azure Linux Agent";

/// The journal of the unit: its last word counts, and of a unit that was started nobody knows whether it still runs.
pub(super) fn read_journal(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let mut words = lines.iter().filter_map(|line| Some((line, is_down(line.text)?)));
    let Some((line, true)) = words.next_back() else { return };
    notes.kind(EvidenceKind::Unit);
    notes.fact("os", "linux", notes.place_of(line), line.text);
    notes.fact("linux-process", "stopped", notes.place_of(line), line.text);
}

/// Whether an entry of the journal says that the unit is down or up; `None` where it says neither.
fn is_down(line: &str) -> Option<bool> {
    let (head, text) = around(line, "systemd[1]: ")?;
    if head.trim_start().starts_with('>') || head.is_empty() {
        return None;
    }
    let of_unit = UNITS.iter().find_map(|unit| text.strip_prefix(unit)?.strip_prefix(": "));
    if let Some(text) = of_unit {
        let again = text.starts_with("Scheduled restart job");
        return (again || DOWN.iter().any(|words| text.starts_with(words))).then_some(true);
    }
    let (_, down) = DESCRIBED.iter().find(|(words, _)| text.starts_with(words))?;
    text.contains(DESCRIPTION).then_some(*down)
}

pub(super) fn read_processes(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let Some(line) = lines.iter().find(|line| is_daemon(line.text)) else { return };
    notes.kind(EvidenceKind::Processes);
    notes.fact("os", "linux", notes.place_of(line), line.text);
    notes.fact("linux-process", "running", notes.place_of(line), line.text);
}

/// A row of `ps` for the daemon itself, not for a search that names it; a log and the status of a unit name it too.
fn is_daemon(line: &str) -> bool {
    if !line.contains("waagent") {
        return false;
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let name = |word: &str| word.rsplit('/').next().unwrap_or_default().to_owned();
    let is_agent = |word: &str| ["waagent", "waagent2.0"].contains(&name(word).as_str());
    let Some(agent) = words.windows(2).position(|pair| is_agent(pair[0]) && pair[1] == "-daemon") else { return false };
    // What runs it stands before it, with options of its own.
    let options = words[..agent].iter().rev().take_while(|word| word.starts_with('-')).count();
    let runs = agent.checked_sub(options + 1).filter(|at| name(words[*at]).starts_with("python"));
    let command = runs.unwrap_or(agent);
    let is_path = |word: &str| word.starts_with('/') || !word.contains('/');
    is_path(words[command]) && is_path(words[agent]) && is_row(&words[..command])
}

/// Whether these are the columns before the command: the id of a process alone, or with terminal and time at their end.
fn is_row(columns: &[&str]) -> bool {
    let is_time =
        |word: &str| word.contains(':') && word.bytes().all(|byte| byte.is_ascii_digit() || b":-".contains(&byte));
    let is_terminal = |word: &&str| *word == "?" || word.starts_with("pts/") || word.starts_with("tty");
    match columns {
        [id] => is_number(id),
        [first, .., time] => {
            let id = is_number(first) || is_number(columns[1]);
            id && is_time(time) && columns.iter().any(is_terminal)
        }
        _ => false,
    }
}

pub(super) fn read_version(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let running = |line: &&SheetLine<'_>| {
        let (version, system) = line.text.strip_prefix("WALinuxAgent-")?.split_once(" running on ")?;
        version.starts_with(|c: char| c.is_ascii_digit()).then_some(system).map(str::to_owned)
    };
    let Some((line, system)) = lines.iter().find_map(|line| Some((line, running(&line)?))) else { return };
    notes.kind(EvidenceKind::AgentVersion);
    notes.fact("os", "linux", notes.place_of(line), line.text);
    if let Some(family) = system::family(&system) {
        notes.fact("linux-family", family, notes.place_of(line), line.text);
    }
}

#[cfg(test)]
mod tests {
    use super::{is_daemon, is_down};

    #[test]
    fn the_journal_tells_when_the_unit_is_down() {
        let check = |line: &str, expected: Option<bool>| assert_eq!(is_down(line), expected, "{line}");
        check("Nov 26 06:41:02 vm systemd[1]: Started Azure Linux Agent.", Some(false));
        check("Nov 26 06:41:02 vm systemd[1]: Started walinuxagent.service - Azure Linux Agent.", Some(false));
        check("Nov 26 06:41:02 vm systemd[1]: Failed to start Azure Linux Agent.", Some(true));
        check("Nov 26 06:41:02 vm systemd[1]: waagent.service: Failed with result 'exit-code'.", Some(true));
        check("Nov 26 06:41:02 vm systemd[1]: ssh.service: Failed with result 'exit-code'.", None);
        check("Nov 26 06:41:02 vm systemd[1]: Started OpenBSD Secure Shell server.", None);
        check("Nov 26 06:41:02 vm sudo[1]: COMMAND=/usr/bin/systemctl status walinuxagent", None);
        check("systemd[1]: Stopped Azure Linux Agent", None);
    }

    #[test]
    fn only_a_row_of_the_daemon_counts() {
        let check = |line: &str, expected: bool| assert_eq!(is_daemon(line), expected, "{line}");
        check("root  812  1  0 Jan02 ?  00:00:01 /usr/bin/python3 -u /usr/sbin/waagent -daemon", true);
        check("    812 ?        00:00:01 python3 -u /usr/sbin/waagent -daemon", true);
        check("root  990 812  0 Jan02 ?  00:00:09 python3 -u bin/WALinuxAgent.egg -run-exthandlers", false);
        check("me  1201 1100  0 Jan02 pts/0 00:00:00 grep -i waagent -daemon", false);
        check("812 /usr/sbin/waagent -daemon", true);
        check("root 812 0.0 0.3 33944 24312 ? Ss 06:12 0:01 /usr/bin/python3 -u /usr/sbin/waagent -daemon", true);
        check("    Process: 812 ExecStart=/usr/bin/python3 -u /usr/sbin/waagent -daemon (code=exited)", false);
        check("             \u{251c}\u{2500} 812 /usr/bin/python3 -u /usr/sbin/waagent -daemon", false);
        check(
            "Nov 20 07:31:11 vm1 kernel: Out of memory: Killed process 812 (python3) /usr/sbin/waagent -daemon",
            false,
        );
        check("Nov 20 07:31:11 vm1 systemd[1]: Started /usr/bin/python3 -u /usr/sbin/waagent -daemon.", false);
        check("Nov 20 07:31:11 /usr/sbin/waagent -daemon", false);
        check("Start /usr/sbin/waagent -daemon by hand", false);
        check("", false);
    }
}

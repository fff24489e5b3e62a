//! The Linux agent as its guest shows it: `systemctl status`, `ps`, and `waagent --version`.

use crate::evidence::{EvidenceKind, azure::system, notes::Notes, text::sheet::SheetLine};

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
        } else if state.starts_with("inactive (dead)") || state.starts_with("failed") {
            notes.fact("linux-process", "stopped", notes.place_of(line), line.text);
        }
    }
}

pub(super) fn read_processes(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let Some(line) = lines.iter().find(|line| is_daemon(line.text)) else { return };
    notes.kind(EvidenceKind::Processes);
    notes.fact("os", "linux", notes.place_of(line), line.text);
    notes.fact("linux-process", "running", notes.place_of(line), line.text);
}

/// A row of `ps` for the daemon itself, not for a search that names it.
fn is_daemon(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_id = |word: Option<&&str>| word.is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    let is_row = is_id(words.first()) || is_id(words.get(1));
    let daemon = words.windows(2).any(|pair| {
        pair[1] == "-daemon" && pair[0].rsplit('/').next().is_some_and(|name| ["waagent", "waagent2.0"].contains(&name))
    });
    is_row && daemon && !words.iter().any(|word| word.ends_with("grep"))
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
    use super::is_daemon;

    #[test]
    fn only_a_row_of_the_daemon_counts() {
        let check = |line: &str, expected: bool| assert_eq!(is_daemon(line), expected, "{line}");
        check("root  812  1  0 Jan02 ?  00:00:01 /usr/bin/python3 -u /usr/sbin/waagent -daemon", true);
        check("    812 ?        00:00:01 python3 -u /usr/sbin/waagent -daemon", true);
        check("root  990 812  0 Jan02 ?  00:00:09 python3 -u bin/WALinuxAgent.egg -run-exthandlers", false);
        check("me  1201 1100  0 Jan02 pts/0 00:00:00 grep -i waagent -daemon", false);
        check("Start /usr/sbin/waagent -daemon by hand", false);
        check("", false);
    }
}

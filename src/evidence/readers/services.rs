//! Services as Windows lists them: the agent by `Get-Service`, `sc query` and the list of programs, and those that a snapshot
//! needs by whether they can start.

use super::words::{WORDS, is_in};
use crate::evidence::{
    EvidenceKind,
    notes::Notes,
    text::{node::JsonNode, sheet::SheetLine},
};

/// The service that answers Azure.
const AGENT: &str = "WindowsAzureGuestAgent";

/// The one that keeps it running; it says nothing of the agent itself, but shows what the text is.
const MONITOR: &str = "RdAgent";

/// What several services of Azure begin with, so that a name cut there could be any of them.
const SHARED: &str = "WindowsAzure";

/// Services that a snapshot needs, and the fact that tells whether each can start.
const NEEDED: [(&str, &str); 2] = [("VSS", "vss-service"), ("msiserver", "installer-service")];

/// Reads rows of `Win32_Service`, or of `Get-Service` with the way in which each starts.
pub(super) fn read(document: &JsonNode<'_>, notes: &mut Notes<'_>) -> bool {
    let (rows, _) = document.resources();
    let mut known = false;
    for row in rows {
        let mode = ["StartMode", "StartType"].iter().find_map(|key| row.get(key));
        let (Some(name), Some(mode)) = (row.text_of("Name"), mode) else { continue };
        let needed = NEEDED.iter().find(|(service, _)| name.eq_ignore_ascii_case(service));
        let (Some((_, fact)), Some(text)) = (needed, mode.text()) else { continue };
        known = true;
        notes.kind(EvidenceKind::Services);
        notes.fact("os", "windows", notes.place(&mode), name);
        let state = ["State", "Status"].iter().find_map(|key| row.text_of(key)).unwrap_or_default();
        let pending = state.to_ascii_lowercase().ends_with("pending");
        match text {
            _ if pending && *fact == "vss-service" => notes.fact(fact, "stuck", notes.place(&mode), state),
            _ if pending => {}
            "Disabled" => notes.fact(fact, "disabled", notes.place(&mode), text),
            "Manual" | "Auto" | "Automatic" => notes.fact(fact, "can-start", notes.place(&mode), text),
            _ => {}
        }
    }
    known
}

pub(super) fn read_lines(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let rows: Vec<_> = lines.iter().filter_map(|line| Some((line, row(line.text)?))).collect();
    let known = |(_, (_, name)): &&(&SheetLine<'_>, (&str, &str))| is(name, AGENT) || is(name, MONITOR);
    if let Some((first, _)) = rows.iter().find(known) {
        notes.kind(EvidenceKind::Services);
        notes.fact("os", "windows", notes.place_of(first), first.text);
    }
    for (line, (status, name)) in &rows {
        if is(name, AGENT) {
            service(status, line, notes);
        }
    }
    for (at, line) in lines.iter().enumerate() {
        let behind = || lines[at + 1..].iter().take(8);
        if line.text.split_once(':').is_some_and(|(label, name)| is_label(label, "Name") && name.trim() == AGENT) {
            // Format-List, and `sc query`, whose labels follow the language of the system.
            let status =
                behind().take_while(|line| !line.text.is_empty()).find_map(|line| Some((line, listed(line.text)?)));
            if let Some((line, status)) = status {
                notes.kind(EvidenceKind::Services);
                notes.fact("os", "windows", notes.place_of(line), line.text);
                service(status, line, notes);
            }
        }
        if line
            .text
            .split_once(':')
            .is_some_and(|(label, name)| is_label(label, "Name") && name.trim().eq_ignore_ascii_case(NEEDED[0].0))
            && let Some((line, value)) = behind().find_map(|line| Some((line, start(line.text)?)))
        {
            notes.kind(EvidenceKind::Services);
            notes.fact("os", "windows", notes.place_of(line), line.text.trim());
            notes.fact(NEEDED[0].1, value, notes.place_of(line), line.text.trim());
        }
        if let Some((line, status)) = window(lines, at) {
            notes.kind(EvidenceKind::Services);
            notes.fact("os", "windows", notes.place_of(line), line.text);
            service(status, line, notes);
        }
        let told = is_record(line.text) && !notes.knows("windows-service");
        if told || is_missing(line.text, behind().next().map_or("", |line| line.text)) {
            notes.kind(EvidenceKind::Services);
            notes.fact("os", "windows", notes.place_of(line), line.text);
            notes.fact("windows-service", "missing", notes.place_of(line), line.text);
        }
        if let Some(version) = line.text.trim_start().strip_prefix("Windows Azure VM Agent - ")
            && version.starts_with(|c: char| c.is_ascii_digit())
        {
            notes.kind(EvidenceKind::Services);
            notes.fact("windows-program", "listed", notes.place_of(line), line.text);
        }
    }
}

fn service(status: &str, line: &SheetLine<'_>, notes: &mut Notes<'_>) {
    match status.to_ascii_lowercase().as_str() {
        "running" => notes.fact("windows-service", "running", notes.place_of(line), line.text),
        "stopped" => notes.fact("windows-service", "stopped", notes.place_of(line), line.text),
        _ => {}
    }
}

/// A row of the table: status and name.
fn row(line: &str) -> Option<(&str, &str)> {
    const STATUSES: [&str; 7] =
        ["Running", "Stopped", "Paused", "StartPending", "StopPending", "PausePending", "ContinuePending"];
    let (status, rest) = line.split_once(' ').filter(|(status, _)| STATUSES.contains(status))?;
    let (name, shown) = rest.trim_start().split_once(' ')?;
    // The name that is shown stands in a third column, perhaps cut; in a sentence something else does.
    let shown = shown.trim_start().trim_end_matches(['.', '…']);
    let is_row = ["Windows Azure ", "WindowsAzure", MONITOR].iter().any(|start| shown.starts_with(start));
    is_row.then_some((status, name))
}

/// Whether a name, perhaps cut to fit its column, is that of a service.
fn is(name: &str, service: &str) -> bool {
    match name.strip_suffix("...").or_else(|| name.strip_suffix('…')) {
        Some(head) => head.len() > SHARED.len() && head.is_char_boundary(SHARED.len()) && service.starts_with(head),
        None => name.eq_ignore_ascii_case(service),
    }
}

/// `Name` of Format-List, `SERVICE_NAME` of sc.
fn is_label(label: &str, name: &str) -> bool {
    let label = label.trim();
    label == name || label == "SERVICE_NAME"
}

/// Lines of the window of a service between its name and its state at most, blank ones too.
const WINDOW: usize = 24;

/// The state that the window of the agent shows, in any language: the line of its name is the one at a place.
fn window<'l, 't>(lines: &'l [SheetLine<'t>], at: usize) -> Option<(&'l SheetLine<'t>, &'static str)> {
    let value = |line: &SheetLine<'t>| {
        line.text.split_once([':', '\t', '\u{ff1a}']).map_or(line.text, |(_, value)| value).trim()
    };
    // Format-List and sc say it in English.
    let is_name = value(&lines[at]).eq_ignore_ascii_case(AGENT) && !is_label(lines[at].text.split(':').next()?, "Name");
    if !is_name {
        return None;
    }
    let state = |line: &'l SheetLine<'t>| {
        let (states, value) = (&WORDS.service, value(line));
        let running = is_in(&states.running, value);
        (running || is_in(&states.stopped, value)).then_some((line, if running { "running" } else { "stopped" }))
    };
    lines[at + 1..].iter().take(WINDOW).find_map(state)
}

/// The state behind a colon: the word of Format-List, or the number of sc with its word.
fn listed(line: &str) -> Option<&str> {
    let (label, value) = line.split_once(':')?;
    let mut words = value.split_whitespace();
    let first = words.next()?;
    match (first, words.next()) {
        ("1", Some("STOPPED")) => Some("stopped"),
        ("4", Some("RUNNING")) => Some("running"),
        _ if label.trim() == "Status" => Some(first),
        _ => None,
    }
}

/// What PowerShell says of that error in every language.
fn is_record(line: &str) -> bool {
    line.contains("ObjectNotFound: (") && line.contains(&format!("({AGENT}:String) [Get-Service]"))
}

/// How a service starts, by the number and the word of `sc qc`.
fn start(line: &str) -> Option<&'static str> {
    let words: Vec<&str> = line.split_once(':')?.1.split_whitespace().collect();
    match words[..] {
        ["4", "DISABLED"] => Some("disabled"),
        ["2", "AUTO_START", ..] | ["3", "DEMAND_START"] => Some("can-start"),
        _ => None,
    }
}

/// The error of Get-Service, which a narrow console breaks into two lines.
fn is_missing(line: &str, next: &str) -> bool {
    let begins = line.starts_with("Get-Service :") || line.starts_with("Get-Service:");
    begins && {
        let names = format!("service name '{AGENT}'");
        [line, &format!("{line} {next}"), &format!("{line}{next}")].iter().any(|text| text.contains(&names))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_was_cut_is_known_by_what_is_left() {
        let check = |name: &str, expected: bool| assert_eq!(is(name, AGENT), expected, "{name}");
        check("WindowsAzureGuestAgent", true);
        check("windowsazureguestagent", true);
        check("WindowsAzureGue...", true);
        check("WindowsAzureGue…", true);
        check("WindowsAzure...", false);
        check("WindowsAzureTel...", false);
        check("...", false);
        check("RdAgent", false);
    }

    #[test]
    fn the_error_of_a_missing_service_is_known_over_two_lines() {
        let check = |line: &str, next: &str, expected: bool| assert_eq!(is_missing(line, next), expected);
        let error = "Get-Service : Cannot find any service with service name 'WindowsAzureGuestAgent'.";
        check(error, "", true);
        for broken in ["'WindowsAzureGuestAgent'", "GuestAgent"] {
            let (line, next) = error.split_at(error.find(broken).expect("it is there"));
            check(line.trim_end(), next, true);
        }
        check(&error[14..], "", false);
        check("Get-Service : Cannot find any service with service name 'Spooler'.", "", false);
        assert!(is_record("+ CategoryInfo : ObjectNotFound: (WindowsAzureGuestAgent:String) [Get-Service], x"));
        assert!(!is_record("+ CategoryInfo : ObjectNotFound: (Spooler:String) [Get-Service], x"));
    }
}

//! Whether the guest reaches the platform's address, as `Test-NetConnection` says it in a listing or a table.

use crate::evidence::{notes::Notes, text::sheet::SheetLine};

const ADDRESS: &str = "168.63.129.16";

/// Both have to answer.
const PORTS: [&str; 2] = ["80", "32526"];

/// The columns of the table.
const COLUMNS: [&str; 2] = ["RemotePort", "TcpTestSucceeded"];

pub(super) fn read_lines(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let has = |words: &str| lines.iter().any(|line| line.text.contains(words));
    if !has(COLUMNS[1]) || !has(ADDRESS) {
        return;
    }
    let mut tests: Vec<(&str, bool, &SheetLine<'_>)> = Vec::new();
    let (mut address, mut port, mut is_table) = ("", "", false);
    for line in lines {
        let words: Vec<&str> = line.text.split_whitespace().collect();
        match words.as_slice() {
            ["RemoteAddress", ":", value] => (address, is_table) = (value, false),
            ["RemotePort", ":", value] => port = value,
            ["TcpTestSucceeded", ":", value] if address == ADDRESS => tests.push((port, *value == "True", line)),
            words if words == COLUMNS => is_table = true,
            [value, outcome @ ("True" | "False")] if is_table => tests.push((value, *outcome == "True", line)),
            _ => {}
        }
    }
    tests.retain(|(port, ..)| PORTS.contains(port));
    let last = |wanted: &str| tests.iter().rfind(|(port, ..)| *port == wanted);
    let ends = PORTS.map(last);
    if let Some((.., line)) = ends.iter().flatten().find(|(_, is_open, _)| !is_open) {
        notes.fact("platform", "blocked", notes.place_of(line), line.text.trim());
    } else if let [Some(_), Some((.., line))] = ends {
        notes.fact("platform", "reachable", notes.place_of(line), line.text.trim());
    }
}

//! `waagent.log` in its old and its new form, and the log of the backup extension on Linux; either may be cut.

use crate::evidence::{
    EvidenceKind,
    azure::system,
    notes::Notes,
    text::sheet::{SheetLine, around},
};

/// The agent gave up on an extension because extensions are off.
const SWITCHED_OFF: [&str; 2] =
    ["Extensions.Enabled is set to False, not processing the operation", "extension processing is disabled"];

/// The agent is at work on an extension, so they are on.
const AT_WORK: &str = "Target handler state:";

/// An extension that failed, in the agent's words.
const FAILURES: [&str; 3] = ["[ExtensionError]", "[ExtensionOperationError]", "[ExtensionDownloadError]"];

/// Failures at most; the last ones count.
pub(super) const MOST: usize = 10;

/// Begins the name of the backup extension in brackets.
const EXTENSION: &str = "[Microsoft.Azure.RecoveryServices.VMSnapshotLinux";

pub(super) fn read_lines(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let entries: Vec<_> = lines.iter().filter_map(|line| Some((line, agent_entry(line.text)?))).collect();
    let Some((first, _)) = entries.first().filter(|_| is_log(entries.len(), lines)) else { return };
    notes.kind(EvidenceKind::AgentLog);
    notes.fact("os", "linux", notes.place_of(first), first.text);
    let off = entries.iter().rposition(|(_, text)| SWITCHED_OFF.iter().any(|words| text.contains(words)));
    let on = entries.iter().rposition(|(_, text)| text.contains(AT_WORK));
    if let Some(off) = off.filter(|off| on < Some(*off)) {
        notes.fact("extensions-setting", "off", notes.place_of(entries[off].0), entries[off].1);
    }
    for (line, text) in &entries {
        if let Some((_, name)) = text.split_once("OS: ")
            && let Some(family) = system::family(name)
        {
            notes.fact("linux-family", family, notes.place_of(line), name);
        }
    }
    let failures = entries.iter().rev().filter(|(_, text)| FAILURES.iter().any(|word| text.contains(word)));
    for (line, text) in failures.take(MOST) {
        notes.statement(text, None, None, notes.place_of(line));
    }
}

pub(super) fn read_extension_lines(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let entries: Vec<_> = lines.iter().filter_map(|line| Some((line, extension_entry(line.text)?))).collect();
    // Lines of a trace have the stamp and not the name.
    let stamped = lines.iter().filter(|line| stamp(line.text).is_some()).count();
    let Some((first, _)) = entries.first().filter(|_| is_log(entries.len().max(stamped), lines)) else { return };
    notes.kind(EvidenceKind::ExtensionLog);
    notes.fact("os", "linux", notes.place_of(first), first.text);
    let code = |text: &'_ str| symbol(text).map(|symbol| of_script(symbol).unwrap_or(symbol).to_owned());
    let code = |text: &str| code(text).or_else(|| failed_script(text).map(str::to_owned));
    let failures = entries.iter().rev().filter_map(|(line, text)| Some((line, text, code(text)?)));
    for (line, text, code) in failures.take(MOST) {
        notes.statement(text, Some(&code), None, notes.place_of(line));
    }
}

/// What the extension calls the errors of scripts that run before and behind a snapshot, and what the job calls them.
const OF_SCRIPTS: [(&str, &str); 9] = [
    ("FailedPrepostPreScriptFailed", "Pre-ScriptExecutionFailed"),
    ("FailedPrepostPostScriptFailed", "Post-ScriptExecutionFailed"),
    ("FailedPrepostPreScriptNotFound", "Pre-ScriptNotFound"),
    ("FailedPrepostPostScriptNotFound", "Post-ScriptNotFound"),
    ("FailedPrepostPluginhostConfigParsing", "IncorrectPluginhostFile"),
    ("FailedPrepostPluginConfigParsing", "IncorrectJSONConfigFile"),
    ("FailedPrepostPreScriptPermissionError", "InsufficientPermissionforPre-Script"),
    ("FailedPrepostPostScriptPermissionError", "InsufficientPermissionforPre-Script"),
    ("FailedPrepostScriptTimeout", "ExtensionPreScriptTimeout"),
];

fn of_script(symbol: &str) -> Option<&'static str> {
    OF_SCRIPTS.iter().find(|(known, _)| *known == symbol).map(|(_, code)| *code)
}

/// The code of a script that an entry says to have failed, in the words of the extension.
fn failed_script(text: &str) -> Option<&'static str> {
    let lower = text.to_ascii_lowercase();
    let is = |words: [&str; 3]| words.iter().any(|word| lower.contains(word));
    let before = is(["prescript", "pre-script", "pre script"]);
    if !before && !is(["postscript", "post-script", "post script"]) {
        return None;
    }
    let number = ["exit code", "return code", "returned"].iter().find_map(|label| {
        let rest = lower.split_once(label)?.1.trim_start_matches([' ', ':', '=']);
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(rest.len());
        rest[..end].parse::<i64>().ok()
    });
    let is_failed = number.map_or(lower.contains("failed") && !lower.contains("not failed"), |number| number != 0);
    is_failed.then_some(if before { "Pre-ScriptExecutionFailed" } else { "Post-ScriptExecutionFailed" })
}

/// One entry among other lines may be a quotation; a log has more, or nothing else.
fn is_log(entries: usize, lines: &[SheetLine<'_>]) -> bool {
    entries > 1 || lines.iter().filter(|line| !line.text.is_empty()).count() == entries
}

/// The text behind the stamp, the level and the thread; the new form has a `T` and a `Z` in its stamp.
fn agent_entry(line: &str) -> Option<&str> {
    const LEVELS: [&str; 4] = ["INFO", "WARNING", "ERROR", "VERBOSE"];
    // The journal has its own stamp, the host and the process before it.
    let behind_process = || around(line, "]: ").map(|(_, rest)| rest).and_then(stamp);
    let rest = match stamp(line).filter(|(kind, _)| *kind != b' ').or_else(behind_process)? {
        (b'-', rest) => rest.strip_prefix('.')?.trim_start_matches(|c: char| c.is_ascii_digit()).strip_prefix('Z')?,
        (b'/', rest) => rest.strip_prefix('.')?.trim_start_matches(|c: char| c.is_ascii_digit()),
        _ => return None,
    };
    let (level, text) = rest.strip_prefix(' ')?.split_once(' ')?;
    LEVELS.contains(&level).then_some(text)
}

/// The text behind the stamp and the name of the extension, with no blank between them.
fn extension_entry(line: &str) -> Option<&str> {
    let (_, rest) = stamp(line)?;
    let fraction = rest.strip_prefix(['.', ',']).map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    let rest = fraction.unwrap_or(rest).strip_prefix(' ')?.strip_prefix(EXTENSION)?;
    rest.split_once(']').map(|(_, text)| text)
}

/// A stamp such as `2026/01/02 03:04:05`, `2026-01-02 03:04:05` or `2026-01-02T03:04:05`: a sign
/// for each form, and the rest of the line.
pub(super) fn stamp(line: &str) -> Option<(u8, &str)> {
    // Most lines begin otherwise.
    let head = line.get(..19).filter(|head| head.starts_with(|c: char| c.is_ascii_digit()))?.as_bytes();
    const FORMS: [(u8, &[u8; 19]); 3] =
        [(b'-', b"dddd-dd-ddTdd:dd:dd"), (b'/', b"dddd/dd/dd dd:dd:dd"), (b' ', b"dddd-dd-dd dd:dd:dd")];
    let fits = |(byte, form): (&u8, &u8)| if *form == b'd' { byte.is_ascii_digit() } else { byte == form };
    let form = FORMS.into_iter().find(|(_, form)| head.iter().zip(*form).all(fits));
    form.map(|(kind, _)| (kind, &line[19..]))
}

/// A name that the extension gives an error, such as `FailedFsFreezeFailed`.
pub(super) fn symbol(text: &str) -> Option<&str> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    let mut symbols = words.filter(|word| {
        let rest = ["Failed", "ExtensionTempTerminalState", "Error"].iter().find_map(|start| word.strip_prefix(start));
        // A label is no name.
        let is_label = ["ErrorCode", "ErrorMessage", "ErrorString"].contains(word);
        !is_label && rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
    });
    symbols.next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_known_by_their_stamps() {
        let check = |line: &str, agent: Option<&str>, extension: Option<&str>| {
            assert_eq!((agent_entry(line), extension_entry(line)), (agent, extension), "{line}");
        };
        check("2026-01-02T03:04:05.678901Z INFO Daemon Daemon text", Some("Daemon Daemon text"), None);
        check("2026/01/02 03:04:05.678901 ERROR text", Some("text"), None);
        check("2026/01/02 03:04:05 [Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0]text", None, Some("text"));
        check(
            "2026-01-02 03:04:05.678901 [Microsoft.Azure.RecoveryServices.VMSnapshotLinux-1.0]text",
            None,
            Some("text"),
        );
        check("2026-01-02 03:04:05,678 [Microsoft.Azure.RecoveryServices.VMSnapshotLinux]text", None, Some("text"));
        check("2026/01/02 03:04:05 [Microsoft.Azure.Security.Monitoring-1.0]text", None, None);
        check("2026-01-02 03:04:05,678 INFO text", None, None);
        check("2026-01-02T03:04:05Z INFO text", None, None);
        check("2026/01/02 03:04:05.6 NOTE text", None, None);
        check("я026/01/02 03:04:05.6 INFO text", None, None);
        check("", None, None);
    }

    #[test]
    fn scripts_that_failed_are_known_by_their_exit_code_or_a_word() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(failed_script(text), expected, "{text}");
        check("ScriptRunner: prescript /opt/pre.sh returned exit code 1", Some("Pre-ScriptExecutionFailed"));
        check("Post script failed with return code 3", Some("Post-ScriptExecutionFailed"));
        check("prescript failed, continueBackupOnFailure is false", Some("Pre-ScriptExecutionFailed"));
        check("pre-script returned exit code 0", None);
        check("Prescript for the plugin : /opt/pre.sh", None);
        check("snapshot failed", None);
    }

    #[test]
    fn names_of_errors_are_found_in_the_text() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(symbol(text), expected, "{text}");
        check("T:S FailedRetryableSnapshotFailedNoNetwork, retry", Some("FailedRetryableSnapshotFailedNoNetwork"));
        check("Failed to do it", None);
        check("failedSnapshot", None);
    }
}

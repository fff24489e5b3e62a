//! Labels of fields that name the VM, the vault or the job, on lines of their own and in minified JSON.

/// Labels of a value, without blanks and in small letters.
const LABELS: [(&str, &str); 18] = [
    ("jobid", "job-id"),
    ("jobuniqueid", "job-id"),
    ("activityid", "activity-id"),
    ("workloadname", "vm"),
    ("vmname", "vm"),
    ("virtualmachinename", "vm"),
    ("protecteditem", "vm"),
    ("backupitem", "vm"),
    ("backupitemname", "vm"),
    ("backupitemfriendlyname", "vm"),
    ("backupinstancename", "vm"),
    ("entityfriendlyname", "vm"),
    ("linkedresourcename", "vm"),
    ("configurationitem", "vm"),
    ("affectedci", "vm"),
    ("recoveryservicesvault", "vault"),
    ("vaultname", "vault"),
    ("vault", "vault"),
];

/// A longer label is a sentence, in bytes.
pub(super) const LONGEST_LABEL: usize = 40;

/// A label without blanks and signs, in small letters.
pub(super) fn squeezed(label: &str) -> String {
    label.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The members of minified JSON whose names are known labels, with their values.
pub(super) fn members(line: &str) -> impl Iterator<Item = (&'static str, &str)> {
    line.match_indices("\":").filter_map(|(at, sign)| {
        let (_, label) = line[..at].rsplit_once('"')?;
        let (value, _) = line[at + sign.len()..].trim_start().strip_prefix('"')?.split_once('"')?;
        let label = label.to_ascii_lowercase();
        Some((LABELS.iter().find(|(name, _)| *name == label)?.1, value))
    })
}

/// A label that is known with what stands behind it on its line, which may be nothing.
pub(super) fn labelled(line: &str) -> Option<(&'static str, &str)> {
    let known = |label: &str| {
        if label.len() > LONGEST_LABEL {
            return None;
        }
        let form = squeezed(label);
        LABELS.iter().find(|(name, _)| *name == form).map(|(_, variable)| *variable)
    };
    if let Some((label, rest)) = line.split_once([':', '\u{ff1a}', '\t'])
        && let Some(variable) = known(label)
    {
        return Some((variable, rest.trim().trim_matches(['"', ',', '\'', ' '])));
    }
    // In columns a word behind another one may be the head of the next; a name with a figure is none.
    if let Some((label, rest)) = line.split_once("  ")
        && let Some(variable) = known(label)
    {
        let value = rest.trim();
        let named = value.contains(|c: char| c.is_ascii_digit()) && !value.contains(char::is_whitespace);
        return named.then_some((variable, value));
    }
    known(line).map(|variable| (variable, ""))
}

#[cfg(test)]
mod tests {
    use super::labelled;

    #[test]
    fn labels_are_known_in_any_style() {
        let check = |line: &str, expected: Option<(&str, &str)>| assert_eq!(labelled(line), expected, "{line}");
        check("\"jobId\": \"x\",", Some(("job-id", "x")));
        check("JobId                : x", Some(("job-id", "x")));
        check("Workload name", Some(("vm", "")));
        check("VM Name\tx", Some(("vm", "x")));
        check("VM name：x", Some(("vm", "x")));
        check("Protected item     web-1", Some(("vm", "web-1")));
        check("VM name     Status", None);
        check("VM name     Resource-Group", None);
        check("Job details", None);
        check("The vault: x", None);
    }
}

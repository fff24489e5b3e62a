//! Names in text that no reader knows: ids of resources, names of containers, and what stands behind a label. An alert, the error
//! of a deployment or a page that was copied names the VM, the vault and the job.

use std::collections::BTreeSet;

use super::{
    labels::{LONGEST_LABEL, labelled, members, squeezed},
    sentences::{self, NamedInProse},
    words::ProseName,
};
use crate::{
    evidence::{
        SourceRef,
        azure::{container, resource_id::ResourceId, restore_points::is_restore_point_group, subject::Subject},
        notes::Notes,
    },
    guide::NamingRule,
};

const VAULT: &str = "Microsoft.RecoveryServices/vaults";
const COLLECTION: &str = "Microsoft.Compute/restorePointCollections";

/// Begins every id.
const SUBSCRIPTIONS: &str = "/subscriptions/";

/// Labels behind which a text names the VM whose backup fails, in the same form.
const FAILING: [&str; 12] = [
    "problemvm",
    "failingvm",
    "failedvm",
    "affectedvm",
    "faultyvm",
    "brokenvm",
    "vminquestion",
    "configurationitem",
    "affectedci",
    "betroffenevm",
    "vmconcernée",
    "vmafectada",
];

/// Pages of a vault, as the head of each names them behind the vault.
const PAGES: [&str; 4] = ["Backup Jobs", "Backup items", "Backup Alerts", "Backup policies"];

/// Kinds of other services, as records name them.
const OTHERS: [&str; 9] = [
    "azureworkload",
    "azurestorage",
    "sqldatabase",
    "sqlinstance",
    "saphana",
    "azurefileshare",
    "azurevmsql",
    "sqlinazurevm",
    "mab",
];

/// A kind of resource that may be a label.
const KIND: &str = "a vault or what a page calls one";

/// Takes the names of a text whose lines stand where they stood in the file.
pub(in crate::evidence) fn read(text: &str, notes: &mut Notes<'_>) {
    if is_of_other(text) {
        return;
    }
    let mut found = FoundNames::default();
    for (number, line) in text.split('\n').enumerate() {
        found.line(line, number + 1);
    }
    found.sentences(text);
    found.note(notes);
}

/// The only VM that lines call the failing one.
pub(super) fn failing<'t>(lines: impl Iterator<Item = &'t str>) -> Option<&'t str> {
    let named = |line: &'t str| {
        let (label, rest) = line.split_once([':', '\u{ff1a}'])?;
        let is_label = label.len() <= LONGEST_LABEL && FAILING.contains(&squeezed(label).as_str());
        first_name(rest).filter(|_| is_label)
    };
    let mut all = lines.filter_map(named);
    let first = all.next()?;
    all.all(|other| other.eq_ignore_ascii_case(first)).then_some(first)
}

/// The name at the beginning of what stands behind a label, where a sentence or a bracket may follow it.
fn first_name(rest: &str) -> Option<&str> {
    let name = rest.trim_start().split([' ', ',', ';', '(']).next().unwrap_or_default().trim_end_matches('.');
    is_name(name).then_some(name)
}

/// Whether a text says that it is about another service: of what that tells no name is that of the case.
fn is_of_other(text: &str) -> bool {
    // Most texts have none of the fields.
    if !["ype", "YPE"].iter().any(|end| text.contains(end)) {
        return false;
    }
    let squeezed: String = text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    let fields = ["managementtype", "workloadtype", "sourcetype", "datasourcetype"];
    fields.iter().any(|field| OTHERS.iter().any(|other| squeezed.contains(&format!("{field}{other}"))))
}

#[derive(Default)]
struct FoundNames<'t> {
    vms: Vec<(Subject<'t>, usize)>,
    ids: Vec<(ResourceId<'t>, usize)>,
    labelled: Vec<(&'static str, &'t str, usize)>,
    /// What sentences call a VM, and what they only say is backed up.
    prose: Vec<(Subject<'t>, usize)>,
    saved: Vec<(Subject<'t>, usize)>,
    /// Subscriptions that sentences name, and the groups of vaults.
    subscriptions: Vec<&'t str>,
    vault_groups: Vec<(&'t str, usize)>,
    /// A label alone on its line, whose value stands on the next one.
    label: Option<&'static str>,
}

impl<'t> FoundNames<'t> {
    fn line(&mut self, line: &'t str, number: usize) {
        for id in ids(line) {
            self.vms.extend(Subject::of_id(id).map(|subject| (subject, number)));
            self.ids.extend(ResourceId::parse(id).map(|id| (id, number)));
        }
        if line.contains(';') {
            self.containers(line, number);
        }
        let text = line.trim();
        if text.is_empty() {
            return;
        }
        // Of a member on its own line the label and its value are seen below.
        if text.starts_with('{') || text.matches("\":").count() > 1 {
            self.labelled.extend(members(text).map(|(label, value)| (label, value, number)));
        }
        match (self.label.take(), labelled(text)) {
            // A page has its kind below its name, as if that were a label, and its menu below that.
            (_, Some(("vault", ""))) if !text.to_ascii_lowercase().ends_with("name") => self.label = Some(KIND),
            (_, Some((label, ""))) => self.label = Some(label),
            (_, Some((label, value))) => self.labelled.push((label, value, number)),
            (Some(KIND), None) if !text.contains(['-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']) => {}
            (Some(KIND), None) => self.labelled.push(("vault", text, number)),
            (Some(label), None) => self.labelled.push((label, text, number)),
            (None, None) => {}
        }
        let head = text.split_once(" | ").filter(|(_, page)| PAGES.contains(page));
        self.labelled.extend(head.map(|(vault, _)| ("vault", vault, number)));
        let label = text.split_once([':', '\u{ff1a}']).filter(|(label, _)| FAILING.contains(&squeezed(label).as_str()));
        self.labelled.extend(label.and_then(|(_, rest)| Some(("vm", first_name(rest)?, number))));
    }

    /// The names that stand in sentences.
    fn sentences(&mut self, text: &'t str) {
        /// A group belongs to what stands so many bytes away from it.
        const NEAR: usize = 60;
        let (mut line, mut from) = (1, 0);
        let mut last: Option<NamedInProse<'_>> = None;
        for named in sentences::names(text) {
            line += text[from..named.at.max(from)].matches('\n').count();
            from = from.max(named.at);
            let near = last.filter(|last| named.at < last.at + last.name.len() + NEAR);
            let is_next = |last: &NamedInProse<'_>| {
                last.what == ProseName::Group && !text[last.at..named.at.max(last.at)].contains('\n')
            };
            let on_own_line = near.is_some_and(|last| text[last.at..named.at.max(last.at)].contains('\n'));
            let group = near.filter(is_next).map(|last| last.name);
            let subject = Subject { vm: named.name, group: named.group.or(group), subscription: None };
            match (named.what, near.map(|last| last.what)) {
                (ProseName::Vm, _) => self.prose.push((subject, line)),
                (ProseName::Saved, _) => self.saved.push((subject, line)),
                // On a line of its own it may be that of the VM.
                (ProseName::Group, Some(ProseName::Vault)) if !on_own_line => {
                    self.vault_groups.push((named.name, line));
                }
                (ProseName::Group, Some(what)) => {
                    let list = if what == ProseName::Vm { &mut self.prose } else { &mut self.saved };
                    let subject = list.last_mut().filter(|_| matches!(what, ProseName::Vm | ProseName::Saved));
                    subject.into_iter().for_each(|(subject, _)| subject.group = subject.group.or(Some(named.name)));
                }
                (ProseName::Group, None) => {}
                (ProseName::Subscription, _) => self.subscriptions.push(named.name),
                (ProseName::Job, _) => self.labelled.push(("job-id", named.name, line)),
                (ProseName::Vault, _) => {
                    self.labelled.push(("vault", named.name, line));
                    self.vault_groups.extend(named.group.map(|group| (group, line)));
                }
            }
            last = Some(named);
        }
    }

    /// The VM that sentences name, with the subscription where they name one.
    fn in_prose(&self) -> Vec<(Subject<'t>, usize)> {
        let named = if self.prose.is_empty() { &self.saved } else { &self.prose };
        let subscription = only(&self.subscriptions);
        named.iter().map(|(subject, line)| (Subject { subscription, ..*subject }, *line)).collect()
    }

    /// The VMs that names of containers name.
    fn containers(&mut self, line: &'t str, number: usize) {
        let names = line.split(|c: char| c.is_whitespace() || "\"'/,<>(){}|=".contains(c));
        let parts = names.filter(|name| name.contains(';')).filter_map(container::parts);
        self.vms.extend(parts.map(|(group, vm)| (Subject { vm, group: Some(group), subscription: None }, number)));
    }

    fn note(&self, notes: &mut Notes<'_>) {
        let place =
            |line: usize, notes: &Notes<'_>| SourceRef { file: notes.reading.file.clone(), line, path: String::new() };
        let told: BTreeSet<String> = notes.reading.variables.iter().map(|value| value.variable.clone()).collect();
        let is_told = |name: &str| told.contains(name);
        if !is_told("vm") {
            let by_label = self.labelled.iter().filter(|(name, value, _)| *name == "vm" && is_name(value));
            let by_label: Vec<_> =
                by_label.map(|(_, vm, line)| (Subject { vm, group: None, subscription: None }, *line)).collect();
            // A sentence names what it speaks of; an id or a field says it.
            let prose = self.in_prose();
            let by_label = if self.vms.is_empty() && by_label.is_empty() { prose.clone() } else { by_label };
            let all = || self.vms.iter().chain(&by_label).map(|(subject, _)| *subject);
            if let Some(meant) = Subject::meant(all(), notes) {
                // Of several places that name it the one that says most.
                let own = self.vms.iter().chain(&by_label).filter(|(subject, _)| subject.is(&meant));
                let best = own.max_by_key(|(subject, line)| {
                    (subject.group.is_some(), subject.subscription.is_some(), std::cmp::Reverse(*line))
                });
                if let Some((subject, line)) = best {
                    let same = prose.iter().find(|(named, _)| named.vm.eq_ignore_ascii_case(subject.vm));
                    let group = subject.group.or_else(|| same?.0.group);
                    Subject { group, ..*subject }.note(notes, &place(*line, notes));
                }
            } else {
                for (subject, line) in self.vms.iter().chain(&by_label) {
                    let place = place(*line, notes);
                    notes.choice("vm", subject.vm, place.clone());
                    notes.choice("resource-group", subject.group.unwrap_or_default(), place);
                }
            }
        }
        // What protects the VM elsewhere is no vault of the case.
        let is_other = |name: &str| notes.known("vault").is_some_and(|known| !known.eq_ignore_ascii_case(name));
        let vaults: Vec<_> = self.ids.iter().filter_map(|(id, line)| Some((id, id.name(VAULT)?, *line))).collect();
        let is_one = vaults.iter().all(|(_, name, _)| name.eq_ignore_ascii_case(vaults[0].1));
        if let Some((id, name, line)) =
            vaults.first().filter(|(_, name, _)| is_one && !is_told("vault") && !is_other(name))
        {
            let place = place(*line, notes);
            notes.variable("vault", name, place.clone());
            notes.variable("vault-group", id.group.unwrap_or_default(), place.clone());
            if !is_told("subscription") {
                notes.variable("subscription", id.subscription, place);
            }
        }
        for (id, line) in &self.ids {
            if let (Some(group), Some(name)) =
                (id.group.filter(|group| is_restore_point_group(group)), id.name(COLLECTION))
            {
                notes.variable("restore-point-group", group, place(*line, notes));
                notes.variable("restore-point-collection", name, place(*line, notes));
            }
        }
        for name in ["job-id", "activity-id", "vault"] {
            let value = |value: &'t str| if name == "vault" { is_name(value).then_some(value) } else { guid(value) };
            let values = self.labelled.iter().filter(|(label, ..)| *label == name);
            let mut values: Vec<_> = values.filter_map(|(_, text, line)| Some(((), value(text)?, *line))).collect();
            values.sort_by_key(|value| value.1.to_ascii_lowercase());
            values.dedup_by(|b, a| a.1.eq_ignore_ascii_case(b.1));
            let known = notes.reading.variables.iter().any(|value| value.variable == name);
            for (_, value, line) in values.iter().filter(|_| !known && values.len() > 1) {
                let place = place(*line, notes);
                notes.choice(name, value, place);
            }
            if let ([(_, value, line)], false) = (&values[..], known) {
                notes.variable(name, value, place(*line, notes));
                let group = self.vault_groups.first().filter(|_| name == "vault" && !is_told("vault-group"));
                if let Some((group, line)) = group {
                    notes.variable("vault-group", group, place(*line, notes));
                }
            }
        }
    }
}

/// The only one of several names that may be the same.
fn only<'t>(names: &[&'t str]) -> Option<&'t str> {
    let first = names.first()?;
    names.iter().all(|name| name.eq_ignore_ascii_case(first)).then_some(*first)
}

/// The id at the beginning of a value; that of an activity has the time or a part of the service behind it.
pub(super) fn guid(value: &str) -> Option<&str> {
    let (head, rest) = value.split_at_checked(36)?;
    (NamingRule::Guid.accepts(head) && (rest.is_empty() || rest.starts_with(['-', ' ']))).then_some(head)
}

/// Whether a value is one name, not a sentence or a list.
fn is_name(value: &str) -> bool {
    value.starts_with(|c: char| c.is_ascii_alphanumeric())
        && value.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
}

/// The ids on a line.
fn ids(line: &str) -> impl Iterator<Item = &str> {
    // Most lines have none.
    let lower = if line.contains('/') { line.to_ascii_lowercase() } else { String::new() };
    let starts: Vec<usize> = lower.match_indices(SUBSCRIPTIONS).map(|(at, _)| at).collect();
    starts.into_iter().map(move |at| {
        let rest = &line[at..];
        let end = rest.find(|c: char| c.is_whitespace() || "\"'`,<>()[]{}|\\?#".contains(c)).unwrap_or(rest.len());
        rest[..end].trim_end_matches(['.', ':', ';'])
    })
}

#[cfg(test)]
mod tests {
    use super::ids;

    #[test]
    fn ids_end_where_a_sentence_goes_on() {
        let check = |line: &str, expected: &[&str]| assert_eq!(ids(line).collect::<Vec<_>>(), expected, "{line}");
        check("on \"/subscriptions/s/resourceGroups/g\": failed", &["/subscriptions/s/resourceGroups/g"]);
        check("(/Subscriptions/s), /subscriptions/t.", &["/Subscriptions/s", "/subscriptions/t"]);
        check("none", &[]);
    }
}

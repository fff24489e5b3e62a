//! A case for each VM, ready to be opened: its problem, the names that the jobs tell, and what else failed there.

use std::{collections::BTreeMap, rc::Rc};

use super::{Summary, VmLine};
use crate::{
    case::{Case, NOTE},
    guide::{Catalog, Guide, Id, Problem, Variable},
    l10n::{Words, args},
    store::record::CaseRecord,
    text::{checksum::fnv1a_32, sanitise},
};

/// What a case that starts at no known time is dated.
const NO_TIME: &str = "1970-01-01T00:00:00Z";

/// A row of the catalogue, and what a VM has of it.
type KnownVm<'a> = (usize, VmLine<'a>);

/// A case for each VM that failed of a known problem, of its last one where there are several; `guides` are
/// those of the catalogue.
///
/// Each is dated by its last failed job, so that the same jobs make the same cases.
pub fn cases(summary: &Summary, catalog: &Catalog, guides: &[Rc<Guide>], words: &Words) -> Vec<CaseRecord> {
    let mut by_vm: BTreeMap<[&str; 3], Vec<KnownVm<'_>>> = BTreeMap::new();
    for group in &summary.groups {
        for line in summary.lines(group) {
            let vm = line.vm;
            by_vm
                .entry([&vm.name, &vm.group, &vm.subscription])
                .or_default()
                .push((group.problem.unwrap_or_default(), line));
        }
    }
    let lines = by_vm.into_values().filter_map(|mut lines| {
        // Of equals the problem of the larger group, which comes first.
        let last = lines.iter().map(|(_, line)| line.last.clone()).max()?;
        let at = lines.iter().position(|(_, line)| line.last == last)?;
        let (row, line) = lines.remove(at);
        let others: Vec<_> = lines.into_iter().map(|(row, _)| catalog.entries[row].code.clone()).collect();
        Some((row, line, others))
    });
    lines.filter_map(|(row, line, others)| saved(catalog, guides, words, row, &line, &others)).collect()
}

fn saved(
    catalog: &Catalog,
    guides: &[Rc<Guide>],
    words: &Words,
    row: usize,
    line: &VmLine<'_>,
    others: &[String],
) -> Option<CaseRecord> {
    let entry = &catalog.entries[row];
    let guide = guides.iter().find(|guide| guide.id == entry.guide)?;
    let problem = guide.find::<Problem>(&entry.problem)?;
    let mut case = Case::new(guide, problem, &entry.code);
    let values = [
        ("vm", line.vm.name.as_str()),
        ("resource-group", &line.vm.group),
        ("subscription", &line.vm.subscription),
        ("vault", &line.vault.name),
        ("vault-group", &line.vault.group),
        ("job-id", &line.job),
        ("activity-id", line.activity.as_deref().unwrap_or_default()),
    ];
    for (name, value) in values {
        // What breaks Azure's rules must not reach a command.
        let good = |id: Id<Variable>| guide[id].rule.accepts(value);
        if guide.find::<Variable>(name).is_some_and(good) {
            case.variables.insert(name.to_owned(), vec![value.to_owned()]);
        }
    }
    case.notes.insert(NOTE.to_owned(), note(words, line, others));
    let changed = line.last.clone().unwrap_or_else(|| NO_TIME.to_owned());
    Some(CaseRecord { id: id(line, &entry.problem), opened: changed.clone(), changed, closed: false, case })
}

/// What the jobs say of this VM.
fn note(words: &Words, line: &VmLine<'_>, others: &[String]) -> String {
    let unknown = || words.say("triage-no-time");
    let args = args!(
        "count" => line.count,
        "first" => line.first.clone().unwrap_or_else(unknown),
        "last" => line.last.clone().unwrap_or_else(unknown)
    );
    let mut note = words.say_with("triage-note", &args);
    for text in [&line.failing.number, &line.failing.message].into_iter().filter(|text| !text.is_empty()) {
        note += "\n";
        note += text;
    }
    if !others.is_empty() {
        note += "\n";
        note += &words.say_with("triage-note-others", &args!("count" => others.len(), "codes" => others.join(", ")));
    }
    sanitise::visible(&note)
}

/// A case's id: names, and a checksum for VMs of one name.
fn id(line: &VmLine<'_>, problem: &str) -> String {
    let sign = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let name: String = line.vm.name.chars().map(sign).take(60).collect();
    let whole = [&line.vm.subscription, &line.vm.group, &line.vm.name].map(|text| text.to_lowercase()).join("\n");
    let sum = fnv1a_32(&[&whole]);
    format!("{name}-{problem}-{sum:08x}").trim_start_matches('-').to_owned()
}

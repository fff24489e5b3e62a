//! Backup jobs of Azure VMs: `az backup job list` and `show`, the same from REST.

use std::collections::{BTreeMap, BTreeSet};

use super::told_names;
use crate::{
    evidence::{
        EvidenceKind,
        azure::{container, subject::Subject},
        notes::Notes,
        text::node::JsonNode,
    },
    guide::NamingRule,
    text::{azure_id::ResourceId, azure_time, day::Day},
};

/// The type of a job.
const TYPE: &str = "Microsoft.RecoveryServices/vaults/backupJobs";

/// The type of a vault.
const VAULT: &str = "Microsoft.RecoveryServices/vaults";

/// The member that names the VM: in JSON, in a table of az, in PowerShell, and as the guide's own commands call it.
const VMS: [&str; 5] = ["entityFriendlyName", "WorkloadName", "ItemName", "vm", "vmName"];

/// The member that has the id of the VM.
const SOURCES: [&str; 4] = ["dataSourceId", "sourceResourceId", "datasource", "backupInstanceId"];

/// The tasks of a backup.
pub(super) const SNAPSHOT: &str = "Take Snapshot";
pub(super) const TRANSFER: &str = "Transfer data to vault";

/// Days that a list has to cover before it tells that there is one backup on each.
const DAYS: usize = 3;

pub(super) fn read(document: &JsonNode<'_>, notes: &mut Notes<'_>) -> bool {
    let (resources, is_list) = document.resources();
    let jobs: Vec<_> = resources.iter().filter_map(VaultJob::of).collect();
    if jobs.is_empty() {
        return false;
    }
    notes.kind(EvidenceKind::Jobs);
    let meant = Subject::meant(jobs.iter().filter_map(VaultJob::subject), notes);
    // Of several VMs the only one whose last backup failed.
    let meant = meant.or_else(|| Some(only_failing(&jobs)?).filter(|vm| !notes.short && vm.may_be_meant(notes)));
    let of_case = |job: &&VaultJob<'_>| match (meant, job.subject()) {
        (Some(meant), Some(subject)) => subject.is(&meant),
        (None, Some(subject)) => subject.may_be_meant(notes),
        (_, None) => false,
    };
    // What failed is told of every VM that may be the case's, and of a job that names none; what follows from the jobs
    // together only of one.
    let (told, mut jobs): (Vec<_>, Vec<_>) = (
        jobs.iter().filter(|job| job.subject().is_none() || of_case(job)).collect(),
        jobs.iter().filter(of_case).collect(),
    );
    for job in told {
        job.errors(notes);
    }
    // A job in another vault is another question.
    let known = notes.known("vault");
    jobs.retain(|job| {
        let vaults = known.zip(job.vault().and_then(|id| id.name(VAULT)));
        vaults.is_none_or(|(known, vault)| known.eq_ignore_ascii_case(vault))
    });
    let vaults: BTreeSet<_> =
        jobs.iter().filter_map(|job| Some(job.vault()?.name(VAULT)?.to_ascii_lowercase())).collect();
    if let Some(meant) = meant.filter(|_| !jobs.is_empty() && vaults.len() < 2) {
        let place = notes.place(jobs[0].node);
        meant.note(notes, &place);
        vault(&jobs, notes);
        running(&jobs, notes);
        per_day(&jobs, is_list, notes);
        ids(&jobs, notes);
    }
    true
}

/// The VM whose last backup failed, where that is one VM alone.
fn only_failing<'n>(jobs: &[VaultJob<'n>]) -> Option<Subject<'n>> {
    let mut last: BTreeMap<String, &VaultJob<'n>> = BTreeMap::new();
    for job in jobs.iter().filter(|job| job.backs_up()) {
        let vm = job.subject()?.vm.to_ascii_lowercase();
        let known = last.entry(vm).or_insert(job);
        // Without a time nothing tells which one of two is the last.
        if !std::ptr::eq(*known, job) && job.start()? > known.start()? {
            *known = job;
        }
    }
    let mut failed = last.values().filter(|job| job.is(&["Failed"])).filter_map(|job| job.subject());
    failed.next().filter(|_| failed.next().is_none())
}

struct VaultJob<'n> {
    node: &'n JsonNode<'n>,
    status: Option<(&'n str, JsonNode<'n>)>,
    operation: Option<&'n str>,
}

impl<'n> VaultJob<'n> {
    fn of(node: &'n JsonNode<'n>) -> Option<Self> {
        let text = |key: &str| node.of(key).and_then(|node| node.text());
        let typed = node.is_a(TYPE);
        let by_members =
            VMS.iter().any(|key| text(key).is_some()) && text("operation").is_some() && text("status").is_some();
        let of_vms = |key: &str, prefix: &str| {
            text(key).is_none_or(|text| text.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix)))
        };
        let is_job = (typed || by_members)
            && (of_vms("backupManagementType", "AzureIaasVM") || of_vms("backupManagementType", "AzureVM"))
            && of_vms("jobType", "AzureIaaSVM");
        let status = node.of("status").and_then(|node| Some((node.text()?, node)));
        is_job.then(|| VaultJob { node, status, operation: text("operation") })
    }

    /// The VM; its group stands in the name of the container, `iaasvmcontainerv2;GROUP;VM`.
    fn subject(&self) -> Option<Subject<'n>> {
        let container = self.node.of("containerName").and_then(|node| node.text()).unwrap_or_default();
        let (group, vm) = container::parts(container).unzip();
        let vm = VMS.iter().find_map(|key| self.node.of(key)?.text()).or(vm);
        let subscription = self.vault().map(|id| id.subscription);
        let by_id = || SOURCES.iter().find_map(|key| Subject::of_id(self.node.of(key)?.text()?));
        vm.map(|vm| Subject { vm, group, subscription }).or_else(by_id)
    }

    /// The id, where it names the vault.
    fn vault(&self) -> Option<ResourceId<'n>> {
        let id = self.node.of("id").and_then(|node| node.text()).and_then(ResourceId::parse)?;
        id.name(VAULT).map(|_| id)
    }

    fn is(&self, statuses: &[&str]) -> bool {
        self.status.as_ref().is_some_and(|(status, _)| statuses.iter().any(|one| status.eq_ignore_ascii_case(one)))
    }

    fn runs(&self) -> bool {
        self.is(&["InProgress", "Cancelling"])
    }

    /// The status of one of its tasks.
    fn task(&self, name: &str) -> Option<(&'n str, JsonNode<'n>)> {
        let tasks = self.node.way(&["extendedInfo", "tasksList"])?.items();
        let task = tasks.iter().find(|task| task.text_of("taskId").is_some_and(|id| id.eq_ignore_ascii_case(name)));
        task?.get("status").and_then(|node| Some((node.text()?, node)))
    }

    fn backs_up(&self) -> bool {
        self.operation.is_some_and(|operation| operation.eq_ignore_ascii_case("Backup"))
    }

    fn start(&self) -> Option<&'n str> {
        ["startTime", "StartTimeUTC", "start"].iter().find_map(|key| self.node.of(key)?.text())
    }

    fn name(&self) -> Option<(&'n str, JsonNode<'n>)> {
        let names = ["jobId", "job", "name"].iter().filter_map(|key| self.node.of(key));
        names.filter_map(|node| Some((node.text()?, node))).find(|(name, _)| NamingRule::Guid.accepts(name))
    }

    /// What the job says went wrong; the number stands for a code, a text for itself.
    fn errors(&self, notes: &mut Notes<'_>) {
        let details = self.node.of("errorDetails").or_else(|| self.node.way(&["extendedInfo", "errorDetails"]));
        let own = || Some(vec![self.node.clone()]).filter(|_| self.is(&["Failed"]));
        for detail in details.map(|list| list.items()).or_else(own).unwrap_or_default() {
            let code = detail.get("errorCode").or_else(|| detail.get("code"));
            let number = code.as_ref().and_then(|code| code.number()).map(|number| number as i64);
            let symbol = code.as_ref().and_then(|code| code.text()).filter(|symbol| !symbol.is_empty());
            let number = number.or_else(|| symbol?.parse().ok());
            let symbol = symbol.filter(|symbol| symbol.parse::<i64>().is_err());
            let title = detail.get("errorTitle").and_then(|node| node.text()).filter(|title| is_symbol(title));
            let symbol = symbol.or(title);
            let texts = ["errorString", "errorMessage", "errorTitle", "message", "text"];
            let said = texts.iter().find_map(|key| detail.get(key).filter(|n| n.text().is_some()));
            let place = notes.place(said.as_ref().or(code.as_ref()).unwrap_or(&detail));
            let text = said.as_ref().and_then(|node| node.text()).unwrap_or_default();
            notes.statement(text, symbol, number, place);
            for advice in detail.get("recommendations").map(|list| list.items()).unwrap_or_default() {
                if let Some(text) = advice.text() {
                    notes.statement(text, None, None, notes.place(&advice));
                }
            }
        }
    }
}

/// Whether a title is one name, such as `UserErrorGuestAgentStatusUnavailable`.
fn is_symbol(title: &str) -> bool {
    title.len() > 11
        && title.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && title.bytes().any(|b| b.is_ascii_uppercase())
}

fn vault(jobs: &[&VaultJob<'_>], notes: &mut Notes<'_>) {
    let Some((id, job)) = jobs.iter().find_map(|job| Some((job.vault()?, job))) else {
        return vault_by_name(jobs, notes);
    };
    let place = notes.place(&job.node.of("id").unwrap_or_else(|| job.node.clone()));
    notes.variable("vault", id.name(VAULT).unwrap_or_default(), place.clone());
    notes.variable("vault-group", id.group.unwrap_or_default(), place);
}

/// The only vault that members name.
fn vault_by_name(jobs: &[&VaultJob<'_>], notes: &mut Notes<'_>) {
    const NAMES: [&str; 2] = ["vaultName", "vault"];
    let named =
        jobs.iter().filter_map(|job| NAMES.iter().find_map(|key| job.node.of(key).filter(|n| n.text().is_some())));
    let named: Vec<_> = named.collect();
    let texts: BTreeSet<_> = named.iter().filter_map(|node| node.text()).collect();
    if let (1, Some(name)) = (texts.len(), texts.first()) {
        notes.variable("vault", name.rsplit('/').next().unwrap_or(name), notes.place(&named[0]));
    }
}

/// Any operation that runs stands in the way of a backup, a restore too.
fn running(jobs: &[&VaultJob<'_>], notes: &mut Notes<'_>) {
    for job in jobs.iter().filter(|job| job.runs()) {
        if let Some((status, node)) = &job.status {
            notes.fact("job", "running", notes.place(node), status);
        }
        if job.backs_up() {
            phase(job, notes);
        }
    }
    for job in jobs.iter().filter(|job| job.is(&["Failed"]) && job.backs_up()) {
        for (task, fact) in [(SNAPSHOT, "snapshot"), (TRANSFER, "transfer")] {
            if let Some((status, node)) = job.task(task).filter(|(status, _)| status.eq_ignore_ascii_case("Failed")) {
                notes.fact("failed-task", fact, notes.place(&node), status);
            }
        }
    }
    // A list of one status may have been asked for that status alone; one of several was not.
    let statuses: BTreeSet<_> =
        jobs.iter().filter_map(|job| Some(job.status.as_ref()?.0.to_ascii_lowercase())).collect();
    let known = jobs.iter().all(|job| job.is(&["Completed", "CompletedWithWarnings", "Failed", "Cancelled"]));
    if known
        && notes.is_whole()
        && statuses.len() > 1
        && let Some((status, node)) = &jobs[0].status
    {
        notes.fact("job", "none", notes.place(node), status);
    }
}

/// A backup can be canceled while it takes its snapshot.
fn phase(job: &VaultJob<'_>, notes: &mut Notes<'_>) {
    let (snapshot, transfer) = (job.task(SNAPSHOT), job.task(TRANSFER));
    let is = |status: &Option<(&str, JsonNode<'_>)>, word: &str| {
        status.as_ref().is_some_and(|(status, _)| status.eq_ignore_ascii_case(word))
    };
    if is(&snapshot, "InProgress") {
        let (status, node) = snapshot.expect("it was compared");
        notes.fact("job-task", "snapshot", notes.place(&node), status);
    } else if is(&snapshot, "Completed") && is(&transfer, "InProgress") {
        let (status, node) = transfer.expect("it was compared");
        notes.fact("job-task", "transfer", notes.place(&node), status);
    }
}

/// Counts the backups of each calendar day in UTC; a job that two pages show counts once.
fn per_day(jobs: &[&VaultJob<'_>], is_list: bool, notes: &mut Notes<'_>) {
    let mut seen = BTreeSet::new();
    let mut days: BTreeMap<Day, (u32, &VaultJob<'_>)> = BTreeMap::new();
    for job in jobs.iter().filter(|job| job.backs_up()) {
        let Some(day) = job.start().and_then(utc_day) else { continue };
        if job.name().is_none_or(|(name, _)| seen.insert(name)) {
            days.entry(day).or_insert((0, job)).0 += 1;
        }
    }
    // The latest day with the most.
    let Some((day, (count, job))) = days.iter().max_by_key(|(_, (count, _))| *count) else { return };
    let node = job.node.of("startTime").unwrap_or_else(|| job.node.clone());
    let text = format!("{day}: {count}");
    notes.figure("backups-per-day", f64::from(*count), notes.place(&node), &text);
    if is_list && notes.is_whole() && days.len() >= DAYS {
        notes.figure("backups-every-day", f64::from(*count), notes.place(&node), &text);
    }
}

/// The job that a person will want to look at: the one that runs, else the last that failed.
fn ids(jobs: &[&VaultJob<'_>], notes: &mut Notes<'_>) {
    let running: Vec<_> = jobs.iter().filter(|job| job.runs()).collect();
    let failed = jobs.iter().filter(|job| job.is(&["Failed"])).max_by_key(|job| job.start());
    let job = match running[..] {
        [one] => one,
        [] => match failed.or(jobs.first().filter(|_| jobs.len() == 1)) {
            Some(job) => job,
            None => return,
        },
        _ => return,
    };
    if let Some((name, node)) = job.name() {
        notes.variable("job-id", name, notes.place(&node));
    }
    if let Some(node) = job.node.of("activityId") {
        let id = node.text().and_then(told_names::guid).unwrap_or_default();
        notes.variable("activity-id", id, notes.place(&node));
    }
}

/// The day in UTC of a time such as `2026-01-02T03:04:05.6Z` or with `+05:30` at its end; one without a zone may be that of
/// a console.
fn utc_day(text: &str) -> Option<Day> {
    let has_zone = text.get(16..)?.contains(['Z', '+', '-']);
    let seconds = azure_time::moment(text).filter(|_| has_zone)?;
    Some(Day::after_epoch(u64::from(seconds) / 86_400))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_utc() {
        let check = |text: &str, day: Option<&str>| {
            assert_eq!(utc_day(text).map(|day| day.to_string()).as_deref(), day, "{text}");
        };
        check("2026-01-02T03:04:05.123456Z", Some("2026-01-02"));
        check("2026-01-02T03:04:05+00:00", Some("2026-01-02"));
        check("2026-01-02T03:04:05.6+05:30", Some("2026-01-01"));
        check("2026-12-31T23:04:05-02:00", Some("2027-01-01"));
        check("2026-01-02T03:04:05", None);
        check("2026-01-02", None);
        check("yesterday", None);
        check("2026-01-02Tяя:04", None);
    }
}

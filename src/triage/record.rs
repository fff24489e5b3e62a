//! What a stream says of one job, in whichever dialect.

use std::borrow::Cow;

use super::scan::{MemberName, Scan, ScanStop, Scanner, hash};
use crate::error::JobsFlaw;

/// What is read of a job; a name of the stream is known by the `field` that it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum JobField {
    /// The resource id of the job.
    Id,
    /// The id of the job.
    Job,
    /// The id by which support finds the operation.
    Activity,
    Operation,
    Status,
    /// Which kind of thing is backed up; any of several members tells.
    Kind,
    /// The error, as a symbol or a number.
    Code,
    /// The error's title, used where there is no message.
    Title,
    Message,
    Started,
    Ended,
    Duration,
    /// When a log wrote the record.
    Written,
    Vm,
    VmGroup,
    /// `iaasvmcontainerv2;GROUP;VM`, alone or within a longer id.
    Container,
    /// The resource id of the VM.
    Source,
    Vault,
    VaultGroup,
    /// The resource id of the vault.
    VaultId,
    Subscription,
}

/// How many fields there are.
const FIELDS: usize = JobField::Subscription as usize + 1;

/// A job as a stream has it: text by field, empty where it says nothing.
#[derive(Debug, Default)]
pub(super) struct Record<'a>([Cow<'a, str>; FIELDS]);

impl<'a> Record<'a> {
    pub(super) fn get(&self, field: JobField) -> &str {
        &self.0[field as usize]
    }

    /// Keeps what comes first, where several members tell the same.
    pub(super) fn set(&mut self, field: JobField, text: Cow<'a, str>) {
        let place = &mut self.0[field as usize];
        if place.is_empty() {
            *place = text;
        }
    }

    /// Whether the stream said anything of a job at all.
    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|text| text.is_empty())
    }
}

/// The members and columns that mean something, in the spellings of Azure CLI, REST, logs and PowerShell.
const NAMES: [(&str, JobField); 60] = [
    ("id", JobField::Id),
    ("name", JobField::Job),
    ("JobUniqueId", JobField::Job),
    ("JobId", JobField::Job),
    ("activityId", JobField::Activity),
    ("ActivityId", JobField::Activity),
    ("operation", JobField::Operation),
    ("Operation", JobField::Operation),
    ("JobOperation", JobField::Operation),
    ("status", JobField::Status),
    ("Status", JobField::Status),
    ("JobStatus", JobField::Status),
    ("LastBackupStatus", JobField::Status),
    ("backupManagementType", JobField::Kind),
    ("BackupManagementType", JobField::Kind),
    ("jobType", JobField::Kind),
    ("JobType", JobField::Kind),
    ("DatasourceType", JobField::Kind),
    ("errorCode", JobField::Code),
    ("ErrorCode", JobField::Code),
    ("JobFailureCode", JobField::Code),
    ("Code", JobField::Code),
    ("errorTitle", JobField::Title),
    ("ErrorTitle", JobField::Title),
    ("errorString", JobField::Message),
    ("ErrorString", JobField::Message),
    ("errorMessage", JobField::Message),
    ("ErrorMessage", JobField::Message),
    ("Message", JobField::Message),
    ("startTime", JobField::Started),
    ("StartTime", JobField::Started),
    ("JobStartDateTime", JobField::Started),
    ("endTime", JobField::Ended),
    ("EndTime", JobField::Ended),
    ("duration", JobField::Duration),
    ("Duration", JobField::Duration),
    ("JobDurationInSecs", JobField::Duration),
    ("TimeGenerated", JobField::Written),
    ("entityFriendlyName", JobField::Vm),
    ("BackupItemFriendlyName", JobField::Vm),
    ("DatasourceFriendlyName", JobField::Vm),
    ("WorkloadName", JobField::Vm),
    ("VirtualMachine", JobField::Vm),
    ("VmName", JobField::Vm),
    ("Vm", JobField::Vm),
    ("ResourceGroup", JobField::VmGroup),
    ("containerName", JobField::Container),
    ("BackupItemUniqueId", JobField::Container),
    ("ProtectedContainerUniqueId", JobField::Container),
    ("DatasourceResourceId", JobField::Source),
    ("vaultName", JobField::Vault),
    ("VaultName", JobField::Vault),
    ("Vault", JobField::Vault),
    ("Resource", JobField::Vault),
    ("ResourceGroupName", JobField::VaultGroup),
    ("VaultResourceGroup", JobField::VaultGroup),
    ("ResourceId", JobField::VaultId),
    ("_ResourceId", JobField::VaultId),
    ("SubscriptionId", JobField::Subscription),
    ("_SubscriptionId", JobField::Subscription),
];

/// The field of a table's column, in any case, without blanks and without what a log adds in brackets behind a time.
pub(super) fn column(head: &str) -> Option<JobField> {
    let head = head.split('[').next().unwrap_or_default();
    let head: String = head.chars().filter(|c| !c.is_whitespace()).collect();
    let head = untyped(&head);
    NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(head)).map(|(_, field)| *field)
}

/// A name without the type that a log of old puts behind it: `JobStatus_s`, `JobUniqueId_g`.
fn untyped(name: &str) -> &str {
    name.strip_suffix("_s").or_else(|| name.strip_suffix("_g")).unwrap_or(name)
}

/// The same for members, by the hash of their names, since every member of every job is looked up.
pub(super) struct Fields([u8; SLOTS]);

/// Four times the names, so that most names that mean nothing find a free slot at once.
const SLOTS: usize = 256;

impl Fields {
    pub(super) fn new() -> Self {
        let mut slots = [0; SLOTS];
        for (at, (name, _)) in NAMES.iter().enumerate() {
            let mut slot = hash(name) as usize % SLOTS;
            while slots[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            slots[slot] = at as u8 + 1;
        }
        Fields(slots)
    }

    fn find(&self, name: MemberName<'_>) -> Option<JobField> {
        let plain = untyped(name.text);
        if plain.len() < name.text.len() {
            return self.find(MemberName { text: plain, hash: hash(plain) });
        }
        let mut slot = name.hash as usize % SLOTS;
        while let Some(at) = self.0[slot].checked_sub(1) {
            let (known, field) = NAMES[usize::from(at)];
            if known == name.text {
                return Some(field);
            }
            slot = (slot + 1) % SLOTS;
        }
        None
    }
}

/// Members whose array holds jobs or tables: the pages of REST, the answers of Resource Graph and of a log.
pub(super) const HOLDERS: [&str; 3] = ["value", "data", "tables"];

/// The members of a log's table: the names of its columns, then its rows.
pub(super) const TABLE: [&str; 2] = ["columns", "rows"];

/// Reads an object into a record; it may turn out to hold jobs instead.
pub(super) fn read<'a>(scanner: &mut Scanner<'a, '_>, fields: &Fields, record: &mut Record<'a>) -> Scan<()> {
    scanner.members(|scanner, name| match scanner.peek()? {
        b'{' if name.text == "properties" => scanner.members(|scanner, name| member(scanner, fields, name, record)),
        b'[' if HOLDERS.contains(&name.text) || TABLE.contains(&name.text) => Err(ScanStop::Holder),
        _ => member(scanner, fields, name, record),
    })
}

fn member<'a>(
    scanner: &mut Scanner<'a, '_>,
    fields: &Fields,
    name: MemberName<'a>,
    record: &mut Record<'a>,
) -> Scan<()> {
    match fields.find(name) {
        Some(field) => {
            let text = scanner.scalar()?;
            record.set(field, text);
            Ok(())
        }
        None if name.text == "errorDetails" || name.text == "ErrorDetails" => errors(scanner, fields, record),
        None => scanner.skip(),
    }
}

/// The errors of a job, of which the first one counts.
fn errors<'a>(scanner: &mut Scanner<'a, '_>, fields: &Fields, record: &mut Record<'a>) -> Scan<()> {
    if scanner.peek()? != b'[' {
        return scanner.skip();
    }
    scanner.expect(b'[')?;
    let mut first = true;
    while scanner.goes_on(first, b']')? {
        if first && scanner.peek()? == b'{' {
            scanner.members(|scanner, name| match fields.find(name) {
                Some(field @ (JobField::Code | JobField::Title | JobField::Message)) => {
                    let text = scanner.scalar()?;
                    record.set(field, text);
                    Ok(())
                }
                _ => scanner.skip(),
            })?;
        } else {
            scanner.skip()?;
        }
        first = false;
    }
    Ok(())
}

/// Reads a row of a log's table, an array, by its columns.
pub(super) fn row<'a>(
    scanner: &mut Scanner<'a, '_>,
    columns: &[Option<JobField>],
    record: &mut Record<'a>,
) -> Scan<()> {
    scanner.expect(b'[')?;
    let mut at = 0;
    while scanner.goes_on(at == 0, b']')? {
        match columns.get(at) {
            None => return scanner.bad(JobsFlaw::Fields),
            Some(None) => scanner.skip()?,
            Some(Some(field)) => {
                let text = scanner.scalar()?;
                record.set(*field, text);
            }
        }
        at += 1;
    }
    if at == columns.len() { Ok(()) } else { scanner.bad(JobsFlaw::Fields) }
}

/// Reads the names of a log's columns: an array of objects with a `name`.
pub(super) fn columns(scanner: &mut Scanner<'_, '_>) -> Scan<Vec<Option<JobField>>> {
    scanner.expect(b'[')?;
    let mut columns = Vec::new();
    while scanner.goes_on(columns.is_empty(), b']')? {
        let mut head = Cow::Borrowed("");
        scanner.members(|scanner, name| {
            if name.text == "name" || name.text == "ColumnName" {
                head = scanner.scalar()?;
                return Ok(());
            }
            scanner.skip()
        })?;
        columns.push(column(&head));
    }
    Ok(columns)
}

#[cfg(test)]
mod tests {
    use super::{Fields, JobField, NAMES, column};
    use crate::triage::scan::{MemberName, hash};

    #[test]
    fn every_name_is_found_and_no_other() {
        let fields = Fields::new();
        let find = |text| fields.find(MemberName { text, hash: hash(text) });
        for (name, field) in NAMES {
            assert_eq!((find(name), column(name)), (Some(field), Some(field)), "{name}");
        }
        for name in ["", "tags", "eTag", "isUserTriggered", "ID"] {
            assert_eq!(find(name), None, "{name}");
        }
    }

    #[test]
    fn a_head_is_known_in_any_case_and_with_its_zone() {
        let check = |head: &str, expected| assert_eq!(column(head), expected, "{head}");
        check("jobuniqueid", Some(JobField::Job));
        check("TimeGenerated [UTC]", Some(JobField::Written));
        check("Start Time", Some(JobField::Started));
        check("JobFailureCode_s", Some(JobField::Code));
        check("JobUniqueId_g", Some(JobField::Job));
        check("Last Backup Status", Some(JobField::Status));
        check("VaultTags", None);
        check("", None);
    }
}

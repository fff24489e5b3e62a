//! What a stream says of one job, in whichever dialect.

use std::borrow::Cow;

use super::{
    fault::Flaw,
    scan::{Scan, Scanner, Stop},
};

/// What is read of a job; a name of the stream is known by the `field` that it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
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
const FIELDS: usize = Field::Subscription as usize + 1;

/// A job as a stream has it: text by field, empty where it says nothing.
#[derive(Debug, Default)]
pub(super) struct Record<'a>([Cow<'a, str>; FIELDS]);

impl<'a> Record<'a> {
    pub(super) fn get(&self, field: Field) -> &str {
        &self.0[field as usize]
    }

    /// Keeps what comes first, where several members tell the same.
    pub(super) fn set(&mut self, field: Field, text: Cow<'a, str>) {
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

/// The columns that mean something in a table; of these `field` knows every one.
pub(super) const COLUMNS: [&str; 46] = [
    "JobUniqueId", "JobId", "JobStatus", "JobOperation", "JobFailureCode", "JobStartDateTime", "JobDurationInSecs",
    "BackupManagementType", "BackupItemFriendlyName", "BackupItemUniqueId", "ProtectedContainerUniqueId",
    "DatasourceFriendlyName", "DatasourceResourceId", "DatasourceType", "TimeGenerated", "VaultName", "ResourceId",
    "_ResourceId", "ResourceGroupName", "SubscriptionId", "_SubscriptionId", "ActivityId", "WorkloadName", "Operation", "Status",
    "StartTime", "EndTime", "Duration", "ErrorCode", "ErrorTitle", "ErrorString", "ErrorMessage", "EntityFriendlyName",
    "ContainerName", "JobType", "VirtualMachine", "VmName", "ResourceGroup", "Vault", "Subscription", "Code", "Vm",
    "Message", "Id", "Name", "VaultResourceGroup",
];

/// The field of a member or a column; its letters' case decides, so that a lookup takes no time.
pub(super) fn field(name: &str) -> Option<Field> {
    Some(match name {
        "id" | "Id" => Field::Id,
        "name" | "Name" | "JobUniqueId" | "JobId" => Field::Job,
        "activityId" | "ActivityId" => Field::Activity,
        "operation" | "Operation" | "JobOperation" => Field::Operation,
        "status" | "Status" | "JobStatus" => Field::Status,
        "backupManagementType" | "BackupManagementType" | "jobType" | "JobType" | "DatasourceType" => Field::Kind,
        "errorCode" | "ErrorCode" | "JobFailureCode" | "Code" => Field::Code,
        "errorTitle" | "ErrorTitle" => Field::Title,
        "errorString" | "ErrorString" | "errorMessage" | "ErrorMessage" | "Message" => Field::Message,
        "startTime" | "StartTime" | "JobStartDateTime" => Field::Started,
        "endTime" | "EndTime" => Field::Ended,
        "duration" | "Duration" | "JobDurationInSecs" => Field::Duration,
        "TimeGenerated" => Field::Written,
        "entityFriendlyName" | "EntityFriendlyName" | "BackupItemFriendlyName" | "DatasourceFriendlyName"
        | "WorkloadName" | "VirtualMachine" | "VmName" | "Vm" => Field::Vm,
        "ResourceGroup" => Field::VmGroup,
        "containerName" | "ContainerName" | "BackupItemUniqueId" | "ProtectedContainerUniqueId" => Field::Container,
        "DatasourceResourceId" => Field::Source,
        "VaultName" | "vaultName" | "Vault" => Field::Vault,
        "ResourceGroupName" | "VaultResourceGroup" => Field::VaultGroup,
        "ResourceId" | "_ResourceId" => Field::VaultId,
        "SubscriptionId" | "_SubscriptionId" | "subscriptionId" | "Subscription" => Field::Subscription,
        _ => return None,
    })
}

/// The field of a table's column, in any case, without blanks and without what a log adds in brackets behind a time.
pub(super) fn column(head: &str) -> Option<Field> {
    let head = head.split('[').next().unwrap_or_default();
    let head: String = head.chars().filter(|c| !c.is_whitespace()).collect();
    COLUMNS.iter().find(|known| known.eq_ignore_ascii_case(&head)).and_then(|known| field(known))
}

/// Members whose array holds jobs or tables: the pages of REST, the answers of Resource Graph and of a log.
pub(super) const HOLDERS: [&str; 3] = ["value", "data", "tables"];

/// The members of a log's table: the names of its columns, then its rows.
pub(super) const TABLE: [&str; 2] = ["columns", "rows"];

/// Reads an object into a record; it may turn out to hold jobs instead.
pub(super) fn read<'a>(scanner: &mut Scanner<'a, '_>, record: &mut Record<'a>) -> Scan<()> {
    scanner.members(|scanner, name| match scanner.peek()? {
        b'{' if name == "properties" => scanner.members(|scanner, name| member(scanner, name, record)),
        b'[' if HOLDERS.contains(&name) || TABLE.contains(&name) => Err(Stop::Holder),
        _ => member(scanner, name, record),
    })
}

fn member<'a>(scanner: &mut Scanner<'a, '_>, name: &'a str, record: &mut Record<'a>) -> Scan<()> {
    match field(name) {
        Some(field) => {
            let text = scanner.scalar()?;
            record.set(field, text);
            Ok(())
        }
        None if name == "errorDetails" => errors(scanner, record),
        None => scanner.skip(),
    }
}

/// The errors of a job, of which the first one counts.
fn errors<'a>(scanner: &mut Scanner<'a, '_>, record: &mut Record<'a>) -> Scan<()> {
    if !scanner.take(b'[')? {
        return scanner.skip();
    }
    let mut first = true;
    while scanner.goes_on(first, b']')? {
        if scanner.peek()? == b'{' {
            scanner.members(|scanner, name| match field(name) {
                Some(field @ (Field::Code | Field::Title | Field::Message)) => {
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
pub(super) fn row<'a>(scanner: &mut Scanner<'a, '_>, columns: &[Option<Field>], record: &mut Record<'a>) -> Scan<()> {
    scanner.expect(b'[')?;
    let mut at = 0;
    while scanner.goes_on(at == 0, b']')? {
        match columns.get(at) {
            None => return scanner.bad(Flaw::Fields),
            Some(None) => scanner.skip()?,
            Some(Some(field)) => {
                let text = scanner.scalar()?;
                record.set(*field, text);
            }
        }
        at += 1;
    }
    if at == columns.len() { Ok(()) } else { scanner.bad(Flaw::Fields) }
}

/// Reads the names of a log's columns: an array of objects with a `name`.
pub(super) fn columns(scanner: &mut Scanner<'_, '_>) -> Scan<Vec<Option<Field>>> {
    scanner.expect(b'[')?;
    let mut columns = Vec::new();
    while scanner.goes_on(columns.is_empty(), b']')? {
        let mut head = Cow::Borrowed("");
        scanner.members(|scanner, name| {
            if name == "name" || name == "ColumnName" {
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
    use super::{COLUMNS, Field, column, field};

    #[test]
    fn every_column_that_is_known_stands_for_something() {
        for name in COLUMNS {
            assert!(field(name).is_some(), "{name}");
        }
    }

    #[test]
    fn a_head_is_known_in_any_case_and_with_its_zone() {
        let check = |head: &str, expected| assert_eq!(column(head), expected, "{head}");
        check("jobuniqueid", Some(Field::Job));
        check("TimeGenerated [UTC]", Some(Field::Written));
        check("Start Time", Some(Field::Started));
        check("VaultTags", None);
        check("", None);
    }
}

//! Texts of a line or two, and the problems that they are about.

use super::{blocks::BLOCK, *};

pub(super) fn matcher() -> (Catalog, Matcher) {
    let files = Rc::new(crate::data::builtin::embedded());
    let catalog = Catalog::read(&files).expect("the embedded guides are sound");
    let matcher = Matcher::read(&files, &catalog, &["en".to_owned(), "ru".to_owned()]);
    (catalog, matcher)
}

pub(super) fn shown(catalog: &Catalog, matches: &[Match]) -> Vec<String> {
    let signals = |found: &Match| found.because.iter().map(|because| because.signal.name()).collect::<Vec<_>>();
    let show = |found: &Match| {
        let code = &catalog.entries[found.row].code;
        format!("{code} {} {}", found.confidence.name(), signals(found).join("+"))
    };
    matches.iter().map(show).collect()
}

thread_local! {
    /// Read once for all texts of a test, which has a thread of its own.
    static MATCHER: (Catalog, Matcher) = matcher();
}

/// The codes that texts of tests have names for.
const CODES: [(&str, &str); 4] = [
    ("CODE", "UserErrorUnsupportedDiskSize"),
    ("ONE", "UserErrorUnsupportedDiskSize"),
    ("TWO", "ExtensionSnapshotFailedCOM"),
    ("THREE", "UserErrorVmProvisioningStateFailed"),
];

/// What a text is about that has names for codes.
pub(super) fn found(text: &str) -> Vec<String> {
    let text = CODES.iter().fold(text.to_owned(), |text, (name, code)| text.replace(name, code));
    MATCHER.with(|(catalog, matcher)| shown(catalog, &matcher.find(&text)))
}

/// Whether it reports an error for sure.
pub(super) fn is_sure(text: &str) -> bool {
    found(text).iter().any(|found| found.contains(" high "))
}

/// Checks that it reports an error, and whether for sure.
pub(super) fn check_sure(text: &str, sure: bool) {
    let found = found(text);
    assert_eq!((found.is_empty(), is_sure(text)), (false, sure), "{text}: {found:?}");
}

/// The names of the codes that it reports for sure.
pub(super) fn sure_names(text: &str) -> Vec<&'static str> {
    let name = |code: &str| CODES[1..].iter().find(|(_, known)| *known == code).map_or("another", |(name, _)| *name);
    found(text).iter().filter_map(|found| Some(name(found.split_once(" high")?.0))).collect()
}

#[test]
fn what_decides_is_named_with_its_line() {
    let (_, matcher) = matcher();
    let check = |text: &str, expected: &[(Signal, &str, usize)]| {
        let matches = matcher.find(text);
        let found = matches.iter().flat_map(|found| &found.because);
        let found: Vec<_> = found.map(|because| (because.signal, because.words.as_str(), because.place.line)).collect();
        assert_eq!(found, expected, "{text}");
    };
    check("a\nb UserErrorUnsupported\nDiskSize.", &[(Signal::Code, "UserErrorUnsupported DiskSize", 2)]);
    check(
        "\n\nSo the VMSnapshot\n  extension operation has failed!",
        &[(Signal::Message, "VMSnapshot extension operation has failed", 3)],
    );
    check("error code 380008", &[(Signal::Number, "380008", 1)]);
    check("all is well", &[]);
    check("", &[]);
}

#[test]
fn every_code_of_azures_is_found_by_itself() {
    let (catalog, matcher) = matcher();
    // A number alone stands for several.
    let codes = catalog.entries.iter().filter_map(|entry| entry.azure_code());
    for code in codes.filter(|code| code.contains(char::is_alphabetic)) {
        let found = shown(&catalog, &matcher.find(&format!("The job failed, error code: {code}")));
        assert!(found.first().is_some_and(|found| found.starts_with(&format!("{code} high"))), "{code}: {found:?}");
    }
}

#[test]
fn a_long_text_is_searched_to_its_end_and_across_its_parts() {
    let (_, matcher) = matcher();
    let message = "Could not communicate\nwith the VM agent\nfor snapshot status\n";
    for (line, lines) in [("nothing of note, here as before\n", 9_000), (&"x ".repeat(100_000), 3), ("\n", BLOCK + 99)]
    {
        for before in [lines, lines - 1, lines / 2, BLOCK / line.len().max(2)] {
            let text = format!("{}{message}{}", line.repeat(before), line.repeat(20));
            let found = matcher.find(&text);
            let because = found.first().map(|found| (found.because[0].signal, found.because[0].place.line));
            let expected = line.matches('\n').count() * before + 1;
            assert_eq!(because, Some((Signal::Message, expected)), "{before} of {:?}", &line[..1]);
        }
    }
}

#[test]
fn a_code_must_be_a_word_of_its_own_and_not_denied() {
    let (catalog, matcher) = matcher();
    let check = |text: &str, expected: &[&str]| {
        assert_eq!(shown(&catalog, &matcher.find(text)), expected, "{text}");
    };
    check("error:BackUpOperationFailed;", &["BackUpOperationFailed high code"]);
    check("SqlBackUpOperationFailed, backup_operation_failed", &[]);
    check("Contoso.BackUpOperationFailed BackUpOperationFailed.Contoso BackUpOperationFailed-2", &[]);
    check("Backup Operation Failed, backup-operation-failed, backup\noperation\nfailed", &[]);
    check("BackUp Operation Failed", &["BackUpOperationFailed high code"]);
    check("no UserErrorUnsupportedDiskSize", &[]);
    check("Is it new? No: UserErrorUnsupportedDiskSize", &["UserErrorUnsupportedDiskSize high code"]);
    check("cannot get rid of UserErrorUnsupportedDiskSize", &["UserErrorUnsupportedDiskSize high code"]);
    check("UserErrorUnsupportedDiskSize is not what we see", &["UserErrorUnsupportedDiskSize low code"]);
    check("Now it is UserErrorUnsupportedDiskSize instead.", &["UserErrorUnsupportedDiskSize high code"]);
    check("instead of UserErrorUnsupportedDiskSize", &[]);
    check("SQL Server: UserErrorBackupOperationInProgress", &["UserErrorBackupOperationInProgress medium code"]);
    check("on vm-sql-01: UserErrorBackupOperationInProgress", &["UserErrorBackupOperationInProgress high code"]);
}

#[test]
fn what_is_over_is_not_said_and_what_is_not_over_is() {
    let (catalog, matcher) = matcher();
    let check = |text: &str, expected: &[&str]| {
        assert_eq!(shown(&catalog, &matcher.find(text)), expected, "{text}");
    };
    let sure = ["UserErrorUnsupportedDiskSize high code"];
    check("We no longer get UserErrorUnsupportedDiskSize.", &[]);
    check("UserErrorUnsupportedDiskSize has been resolved", &[]);
    check("UserErrorUnsupportedDiskSize is gone since yesterday", &[]);
    check("The error \"UserErrorUnsupportedDiskSize\" was fixed last week", &[]);
    check("Previously we had UserErrorUnsupportedDiskSize, solved by a smaller disk", &[]);
    check("different from UserErrorUnsupportedDiskSize", &[]);
    check("la VM n'a plus l'erreur UserErrorUnsupportedDiskSize", &[]);
    check("kein UserErrorUnsupportedDiskSize", &[]);
    check("UserErrorUnsupportedDiskSize is not gone", &sure);
    check("UserErrorUnsupportedDiskSize cannot be resolved", &sure);
    check("UserErrorUnsupportedDiskSize has to be fixed", &sure);
    check("we have not solved UserErrorUnsupportedDiskSize", &sure);
    check("Fixed the network. Now UserErrorUnsupportedDiskSize", &sure);
    check("UserErrorUnsupportedDiskSize. The other one is gone", &sure);
    check(
        "the UserErrorRpCollectionLimitReached is gone. Now: UserErrorUnsupportedDiskSize",
        &["UserErrorUnsupportedDiskSize high code"],
    );
}

#[test]
fn what_is_over_may_be_said_far_behind_and_in_any_language() {
    let check = |text: &str, expected: &[&str]| assert_eq!(found(text), expected, "{text}");
    let (over, low): (&[&str], &[&str]) = (&[], &["UserErrorUnsupportedDiskSize low code"]);
    let sure: &[&str] = &["UserErrorUnsupportedDiskSize high code"];
    check("CODE on db-7.corp.example is resolved.", over);
    check("The CODE from last month\non db-7 has finally been fixed, all is green", over);
    check("CODE, which we had on db-7 after the move, is gone", over);
    check("CODE (since May, on db-7) is solved", over);
    check("UserErrorRpCollectionLimitReached, CODE and BackUpOperationFailed are resolved", over);
    check("RESOLVED: CODE on db-7", over);
    check("Subject: [Fixed] CODE on db-7", over);
    check("CODE on db-7 no longer appears", over);
    check("Der Fehler CODE vom Montag auf db-7 ist inzwischen behoben.", over);
    check("Der Fehler CODE, der seit Mai auftrat, wurde behoben.", over);
    check("CODE tritt auf db-7 nicht mehr auf", over);
    check("L'erreur CODE du mois dernier sur db-7 est résolue", over);
    check("El error CODE del lunes en db-7 ya está resuelto", over);
    check("L'errore CODE di maggio su db-7 è stato risolto", over);
    check("O erro CODE de maio no servidor db-7 foi corrigido", over);
    check("Błąd CODE z maja na db-7 został naprawiony", over);
    check("Chyba CODE z května na db-7 je vyřešena", over);
    check("De fout CODE van mei op db-7 is verholpen", over);
    check("db-7 üzerindeki CODE hatası dün çözüldü", over);
    check("db-7 の CODE エラーは昨日解決しました", over);
    check("db-7 上的 CODE 错误昨天已解决", over);
    check("db-7 서버의 CODE 오류는 어제 해결되었습니다", over);
    check("We had CODE on db-7. It is fixed since Monday.", low);
    check("CODE auf db-7. Das Problem ist behoben.", low);
    check("CODE en db-7. Ya está resuelto.", low);
    check("CODE on db-7. The issue has been fixed.", low);
    check("CODE on db-7. It is not fixed.", sure);
    check("CODE on db-7. This can be fixed by a smaller disk.", sure);
    check("CODE on db-7. Fixed the network, it still fails.", sure);
    check("INC7 State: Resolved\n\nShort description: CODE", over);
    check("Ticket 7, Status: Geschlossen\nFehler: CODE", over);
    check("INC7 State: In Progress\n\nShort description: CODE", sure);
    check("INC7 State: Closed, see below\n\nINC8 State: New\nCODE", sure);
    check("CODE on db-7 and db-8 is resolved", low);
    check("CODE was fixed last week but the backup fails", low);
    check("CODE on db-7 was fixed last week and is back", sure);
    check("CODE on db-7 is not yet resolved", sure);
    check("CODE on db-7 must be fixed by Friday", sure);
    check("Is CODE on db-7 fixed?", sure);
    check("CODE on db-7. The network is fixed.", sure);
    check("CODE on db-7 although the network is fixed", sure);
    check("CODE, the lock is gone", sure);
    check("CODE on db-7 and the lock is gone", sure);
    check("CODE on a VM with a fixed address", sure);
    check("CODE on db-7 with a different disk", sure);
    check("CODE\tdb-7\tlast one resolved", sure);
    check("CODE auf db-7 ist noch nicht behoben", sure);
    check("CODE sur db-7 n'est toujours pas résolu", sure);
}

#[test]
fn a_condition_is_no_error_of_today() {
    let check = |text: &str, expected: &[&str]| assert_eq!(found(text), expected, "{text}");
    let low: &[&str] = &["UserErrorUnsupportedDiskSize low code"];
    let sure: &[&str] = &["UserErrorUnsupportedDiskSize high code"];
    check("If the portal ever shows CODE, resize the disk.", low);
    check("4. Whenever you get CODE: resize", low);
    check("In case of CODE call the storage team", low);
    check("Should the error CODE come up, resize the disk.", low);
    check("Call us should CODE appear.", low);
    check("Falls CODE erscheint, Disk verkleinern", low);
    check("Sollte der Fehler CODE auftreten, bitte melden", low);
    check("Wenn im Portal CODE steht, Disk verkleinern", low);
    check("En cas d'erreur CODE, appelez-nous", low);
    check("Si CODE apparaît, appelez-nous", low);
    check("Si aparece el error CODE, llámenos", low);
    check("Se compare CODE, chiamateci", low);
    check("Caso apareça o erro CODE, ligue", low);
    check("Jeśli pojawi się CODE, proszę dzwonić", low);
    check("Pokud se objeví CODE, volejte", low);
    check("Indien CODE verschijnt, bel ons", low);
    check("Eğer CODE görünürse bizi arayın", low);
    check("CODE が表示された場合は連絡してください", low);
    check("如果出现 CODE，请联系我们", low);
    check("CODE 오류가 발생하면 연락 주세요", low);
    check(
        "If it says could not communicate with the VM agent for snapshot status, restart",
        &["GuestAgentSnapshotTaskStatusError low message"],
    );
    check("If I start it by hand, I get CODE", sure);
    check("If the backup runs at night it fails with CODE", sure);
    check("Wenn ich sie starte, kommt CODE", sure);
    check("Should we care about CODE?", sure);
    check("Se produce el error CODE", sure);
    check("No idea if that helps. CODE", sure);
    check("Can you tell me if CODE is known?", sure);
    check("In diesem Fall CODE", sure);
    check("en este caso CODE", sure);
}

#[test]
fn a_code_with_a_slip_or_without_its_end_is_probably_the_one_it_resembles() {
    let (catalog, matcher) = matcher();
    let check = |text: &str, expected: &[&str]| {
        assert_eq!(shown(&catalog, &matcher.find(text)), expected, "{text}");
    };
    let agent = ["UserErrorGuestAgentStatusUnavailable medium code"];
    check("UserErrorGuestAgentStatusUnavailble", &agent);
    check("UserErrorGuestAgentStatusUnavaiIable", &agent);
    check("UserErrorGuestAgentStatusUnav...", &agent);
    check("UserErrorGuestAgentStat\u{2026}", &agent);
    check("user_error_guest_agent_status_unavailable", &agent);
    check("UserErrorGuestAgentStatusUnav", &[]);
    check("UserError...", &[]);
    check("UserErrorGuestAgentStatusUnavailable2", &[]);
    check("ExtensionSnapshotFailedNoSecureNetwork", &["ExtensionSnapshotFailedNoSecureNetwork high code"]);
    check("Contoso.UserErrorGuestAgentStatusUnavailble", &[]);
    check("backup_operation_failed", &[]);
}

#[test]
fn another_service_counts_where_it_is_what_was_backed_up() {
    let (catalog, matcher) = matcher();
    let check = |text: &str, expected: &[&str]| {
        assert_eq!(shown(&catalog, &matcher.find(text)), expected, "{text}");
    };
    let message = "Could not communicate with the VM agent for snapshot status.";
    let sure = ["GuestAgentSnapshotTaskStatusError high message"];
    for aside in ["The SQL server VM failed:", "SAP application server, backup:", "It is in a failover cluster."] {
        check(&format!("{aside} {message}"), &sure);
    }
    check(&format!("The VM is replicated by ASR. {message}"), &sure);
    check(&format!("Veeam agent removed. {message}"), &sure);
    check(&format!("SQL in Azure VM: {message}"), &[]);
    check(&format!("SQL Server backup: {message}"), &[]);
    check(&format!("Veeam agent: {message}"), &[]);
    let far = "Share=fs-finance Vault=vault-prod JobStatus=Failed Region=northeurope Start=1 End=2 Try=3 Of=4";
    check(&format!("BackupManagementType=AzureStorage {far} {message}"), &[]);
    check(&format!("Workload type\nSQL in Azure VM\nA\nB\nC\nError message\n{message}"), &[]);
    check(&format!("Workload type: SQLDataBase\n\nAnother one, of a VM:\n{message}"), &[]);
    check(&format!("Workload type: SQLDataBase {far} {far}\n\nAnother one, of a VM:\n{message}"), &sure);
}

#[test]
fn a_message_must_be_whole_and_not_denied() {
    let (catalog, matcher) = matcher();
    let check = |text: &str, expected: &[&str]| {
        assert_eq!(shown(&catalog, &matcher.find(text)), expected, "{text}");
    };
    check("the virtual machine is in failed provisioning state", &["UserErrorVmProvisioningStateFailed high message"]);
    check("the VM has the provisioning state: failed", &["UserErrorVmProvisioningStateFailed medium message"]);
    check("the extension is in failed provisioning state", &[]);
    check("the VM is not in failed provisioning state", &[]);
    check("could not communicate with the VM agent", &[]);
    check("unable to initiate restore as another restore operation is currently in progress", &[]);
    check("Another backup operation is currently in progress", &[]);
    check(
        "Could not communicate with the VM agent for snapshot status. Not seen before.",
        &["GuestAgentSnapshotTaskStatusError high message"],
    );
    check("The configured disk size is now supported by Azure Backup", &[]);
    check("Backup failed due to an error.", &[]);
}

#[test]
fn a_record_says_it_in_its_fields() {
    let (catalog, matcher) = matcher();
    let check = |code, number, text, expected: &[&str]| {
        let found = matcher.find_said(StatedError { code, number, text });
        assert_eq!(shown(&catalog, &found), expected, "{code} {number:?} {text}");
    };
    check("usererrorunsupporteddisksize", None, "", &["UserErrorUnsupportedDiskSize high code"]);
    check("UserErrorUnsupportedDiskSize", Some(400_001), "", &["UserErrorUnsupportedDiskSize high code"]);
    check("", Some(400_001), "see UserErrorUnsupportedDiskSize", &["UserErrorUnsupportedDiskSize high code"]);
    check("400001", None, "Command execution failed.", &["UserErrorBackupOperationInProgress low number"]);
    check("", Some(380_008), "", &["AzureVmOffline medium number"]);
    check(
        "BackUpOperationFailedV2",
        Some(1),
        "Backup failed with an internal error - Please retry the operation in a few minutes",
        &["BackUpOperationFailedV2 high code+message"],
    );
    check("UserErrorVmOfAnotherKind", None, "no idea", &[]);
    check("", None, "", &[]);
}

//! Texts that say one thing again and again: whatever that is, none takes the square of its length, of time or of memory.

use std::rc::Rc;

use backup_medic::{
    data::builtin,
    evidence::{self, EvidenceRules, matching},
    guide::{self, Catalog},
    l10n,
};

use crate::process;

/// Bytes of each text: what took the square of this took many minutes.
const SIZE: usize = 250_000;

/// The symbolic code of an error.
const CODE: &str = "UserErrorVmNotDesirableState";

/// A text again and again, each time with its number in place of `#`, up to so many bytes.
fn many(piece: &str, bytes: usize) -> String {
    let pieces = (0..bytes / piece.len()).map(|at| piece.replace('#', &at.to_string()));
    pieces.collect()
}

/// Tables, listings and JSON of which each row could be a head, or each head a row.
fn layouts() -> Vec<String> {
    let (half, third, quarter) = (SIZE / 2, SIZE / 3, SIZE / 4);
    let letters = "a".repeat(SIZE / 6);
    let blanks = " ".repeat(quarter);
    let handler = "{\"type\":\"a#\",\"status\":{\"code\":\"ProvisioningState/failed\"}},";
    let members: String = (0..1050).map(|at| format!("\"a{at}\": \"{}\",\n", "x".repeat(SIZE / 1100))).collect();
    vec![
        many("--\n", SIZE),
        many("a\n--\n", SIZE),
        many(&("2026 line\n".repeat(9) + "-----\n"), SIZE),
        format!("ab\n--{blanks}--\n{}{}\n", many("a\n", half), many("x", quarter + 8)),
        format!("{}\n{}\n{}", many("a", third), many("-", third), many("b\n", third)),
        format!("VM\n{}\n{}", many("-- ", third), many("w1\n", half)),
        format!("{letters},{letters},{letters}\n{}", many("1,2,3\n", half)),
        format!("a: b\nc: d\n{}", many(" x\n", SIZE)),
        many("a: b\nc: d\n\n", SIZE),
        format!(
            "{{\"name\":\"v\",\"vmAgent\":{{\"vmAgentVersion\":\"1\",\"extensionHandlers\":[{}{{}}]}}}}",
            many(handler, SIZE)
        ),
        members + "} , {\"a\": 1}\n\nhello\n",
    ]
}

/// Labels, ids and names, of which each could begin what all behind it goes on with.
fn names() -> Vec<String> {
    let mut texts = vec![
        many("x", SIZE / 2) + ":\n" + &many("\n", SIZE / 2),
        many("Item=a-b, ", SIZE / 10) + &many(":", SIZE),
        "VM: web01\n".to_owned() + &many("Resource group: rg-web\n", SIZE),
        "VM: web01\n".to_owned() + &many("Subscription=A ", SIZE),
        "backup-medic: ".to_owned() + &many("agent-status ", SIZE / 2) + "\n" + &many("x\n", SIZE / 2),
        format!("a\n{} {}", "x".repeat(SIZE), many("iaasvmcontainerv2;g;v# ", 25_000)),
        many(&("web-01 ".repeat(280) + "\n"), SIZE),
        many(&("web1 (rg-a) ".repeat(160) + "\n"), SIZE),
        many(&("(a ".repeat(660) + "\n"), SIZE),
        many(&("rg-a? ".repeat(330) + "\n"), SIZE),
    ];
    let pieces = [
        ":",
        "=",
        "VM] ",
        "(web#) ",
        "iaasvmcontainerv2;g;v# ",
        "/subscriptions/",
        "/subscriptions/<a ",
        "Job ID: x, ",
        "Resource type: x, ",
        "OS.a=1\n",
        "$ az vm show -n $x\n",
        "$ az vm show -n $x#\n",
        "$ az vm show --query provisioningState\n",
    ];
    texts.extend(pieces.map(|piece| many(piece, SIZE)));
    texts
}

/// Codes, and what is said around them.
fn codes() -> Vec<String> {
    let code = format!("{CODE} ");
    let (few, half) = (many(&code, SIZE / 4), many(&code, SIZE / 2));
    vec![
        "Status: open\n".to_owned() + &many("Status: closed\n", SIZE),
        many("regards ", SIZE),
        many("regards Veeam backs up ", SIZE),
        many("a:", SIZE / 2) + &many(&format!("{CODE}:"), SIZE / 2),
        many(&format!("it works\n{}\n", format!("{CODE}, ").repeat(500)), SIZE),
        format!("error such as nothing.\n{few}{}", many("a ", SIZE / 2)),
        format!("it works\n{few}{}", many("b ", SIZE / 2)),
        many(&format!("2026-11-02 01:00 Failed {}\n2026-11-03 01:00 Completed\n", code.repeat(20)), SIZE),
        half.clone() + "\n" + &many("UserErrorGuestAgentStatusUnavailable ", SIZE / 2),
        many("Veeam ", SIZE / 2) + &half,
        format!("{CODE}) x\n{}{half}", many("/ ", SIZE / 2)),
        many("cancel refresh rerun view error ", SIZE),
    ]
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn no_text_takes_the_square_of_its_length() {
        let files = Rc::new(builtin::embedded());
        let guide = guide::load(&files, "azure-vm-backup").expect("the embedded guide is sound");
        let catalog = Catalog::read(&files).expect("the embedded guides are sound");
        let matcher = matching::Matcher::read(&files, &catalog, &l10n::available(&files));
        for text in layouts().into_iter().chain(names()).chain(codes()) {
            let reading = evidence::read("ticket.txt", text.as_bytes(), &EvidenceRules::for_guide(&guide));
            let reading = reading.unwrap_or_else(|refusal| panic!("{refusal:?}: {}", &text[..60]));
            assert!(matcher.find_in(&[reading]).len() <= catalog.entries.len());
        }
    }

    /// Rows that a head or a rule makes large are not kept as often as they stand there.
    #[test]
    #[cfg(target_os = "linux")]
    fn no_text_takes_the_square_of_its_memory() {
        for text in layouts() {
            let mut limited = std::process::Command::new("sh");
            limited.args(["-c", "ulimit -v 400000; exec \"$0\" match -", process::PROGRAM]);
            let left = process::fed(limited, text.as_bytes());
            assert!(matches!(left.status.code(), Some(0..=2)), "{:?}: {}", left.status, &text[..60]);
        }
    }
}

//! What the program says of itself: its version, its address, and what to send where it has failed.

use super::NAME;
use crate::l10n::{Words, args};

/// The version, and behind it commit, target and guides, a line each; as data, for whoever reads a report.
pub const VERSION: &str = include_str!(concat!(env!("OUT_DIR"), "/version"));

/// Where the program is at home; empty while it has no address, and then no text names one.
pub const ADDRESS: &str = env!("CARGO_PKG_REPOSITORY");

/// The sentence that names an address, if there is one.
pub fn address(words: &Words, address: &str) -> Option<String> {
    (!address.is_empty()).then(|| words.say_with("cli-address", &args!("address" => address)))
}

/// What a person can do about a defect that has ended the program, and what to send.
pub fn defect(words: &Words, address: &str, term: &str) -> String {
    let mut text = format!("\n{}\n", words.say("cli-defect"));
    text.extend(self::address(words, address).map(|line| line + "\n"));
    text + &format!("\n{NAME} {VERSION}\nterminal: {term:?}\n")
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{VERSION, address, defect};
    use crate::{data::builtin, l10n::Words};

    const ADDRESS: &str = "https://example.org/backup-medic";

    #[test]
    fn a_version_says_what_was_built() {
        let lines: Vec<&str> = VERSION.lines().collect();
        assert_eq!(lines[0], env!("CARGO_PKG_VERSION"));
        let keys: Vec<&str> = lines[1..].iter().filter_map(|line| Some(line.split_once(": ")?.0)).collect();
        assert_eq!(keys, ["commit", "target", "guides"]);
        assert!(lines[3].contains("azure-vm-backup ") && lines[3].contains(", azure-vm-common "), "{}", lines[3]);
    }

    #[test]
    fn an_address_is_named_only_where_there_is_one() {
        let words = Words::new(Rc::new(builtin::embedded()), "en");
        assert_eq!(address(&words, ""), None);
        assert!(address(&words, ADDRESS).is_some_and(|line| line.contains(ADDRESS)));
        assert!(!defect(&words, "", "xterm").contains("://"));
        let report = defect(&words, ADDRESS, "xterm\u{1b}[2J");
        for part in [ADDRESS, VERSION, "terminal: \"xterm\\u{1b}[2J\""] {
            assert!(report.contains(part), "{part} in {report}");
        }
    }
}

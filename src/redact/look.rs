//! How a value looks: a plain word, a date, something that could be a password, something random.

use super::work::looked_at;
use crate::text::azure_id;

/// Whether the characters change so often between small and capital letters and digits that no words are in it.
pub(super) fn is_mixed(text: &str) -> bool {
    CharKinds::of(text).are_mixed()
}

/// The kinds of characters of a text.
#[derive(Default)]
pub(super) struct CharKinds {
    pub(super) small: usize,
    pub(super) capitals: usize,
    pub(super) digits: usize,
    pub(super) others: usize,
    changes: usize,
}

impl CharKinds {
    pub(super) fn of(text: &str) -> Self {
        let mut kinds = CharKinds::default();
        let mut last = 0;
        looked_at(text.len());
        for c in text.chars() {
            let (count, kind) = match c {
                '0'..='9' => (&mut kinds.digits, 1),
                'A'..='Z' => (&mut kinds.capitals, 2),
                'a'..='z' => (&mut kinds.small, 3),
                '\0'..='\x7f' => (&mut kinds.others, 0),
                c if c.is_numeric() => (&mut kinds.digits, 1),
                c if c.is_uppercase() => (&mut kinds.capitals, 2),
                c if c.is_alphabetic() => (&mut kinds.small, 3),
                _ => (&mut kinds.others, 0),
            };
            *count += 1;
            if kind != 0 {
                kinds.changes += usize::from(last != 0 && last != kind);
                last = kind;
            }
        }
        kinds
    }

    /// Of random characters of Base64 some 62 in a hundred differ in kind from the one before, of words in camel case 35.
    pub(super) fn are_mixed(&self) -> bool {
        self.capitals > 0 && self.small > 0 && self.digits > 0 && self.changes * 100 >= self.count() * 40
    }

    fn count(&self) -> usize {
        self.small + self.capitals + self.digits
    }
}

/// Whether a value behind a name of little weight is random: long, of letters and digits, and no identifier.
pub(super) fn is_random(value: &str) -> bool {
    let value = value.trim_end_matches('=');
    let kinds = CharKinds::of(value);
    let letters = kinds.small + kinds.capitals;
    let signs = |c: char| c.is_ascii_alphanumeric() || "+/_-~.=".contains(c);
    value.len() >= 16
        && value.chars().all(signs)
        && kinds.digits >= 2
        && letters >= 2
        && kinds.others * 6 <= value.len()
        && kinds.changes * 100 >= kinds.count() * 25
        && !is_guid(value)
}

/// Whether a value cannot be a secret: words, numbers, dates, versions, paths, addresses of pages, references.
pub(super) fn is_plain(value: &str) -> bool {
    let kinds = CharKinds::of(value);
    value.chars().count() < 4
        || (kinds.digits == 0 && value.chars().all(|c| c.is_alphabetic() || "-_.,:/\\()'’…".contains(c)))
        || value.chars().all(|c| c.is_ascii_digit() || ".,:/-+TZ%".contains(c))
        || value.starts_with("http://")
        || value.starts_with("https://")
        || value.starts_with(['/', '\\', '$', '<', '{', '[', '('])
        || is_hexadecimal(value)
        || value.get(1..3).is_some_and(|drive| drive == ":\\" || drive == ":/")
        || is_hive(value)
        || is_guid(value)
}

/// A number such as `0x80070005`.
fn is_hexadecimal(value: &str) -> bool {
    value.strip_prefix("0x").is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// A path of the registry, by the name of its hive: `HKLM:` or `HKEY_LOCAL_MACHINE\`; two letters alone begin any password.
fn is_hive(value: &str) -> bool {
    let name = value.split([':', '\\', '/']).next().unwrap_or_default().to_ascii_uppercase();
    name.starts_with("HKEY_") || ["HKLM", "HKCU", "HKCR", "HKCC", "HKU"].contains(&name.as_str())
}

/// Whether a word in a sentence could be a password: letters with digits or other signs among them, and no name.
pub(super) fn could_be_password(word: &str) -> bool {
    let kinds = CharKinds::of(word);
    let letters = kinds.small + kinds.capitals;
    let signs = word.chars().any(|c| "!@#$%^&*+=?~".contains(c));
    // `vm-web-01`, `rg.prod`: names of resources.
    let is_name = kinds.others > 0 && !signs && word.chars().all(|c| c.is_alphanumeric() || "-_./\\:".contains(c));
    let many = word.chars().count();
    many >= 4
        && (letters > 0 || many >= 6 && kinds.digits == many)
        && (letters > 0 && (kinds.digits > 0 || signs) || kinds.digits == many)
        && (!is_name || is_mixed(word))
        && !is_plain(word)
        || many >= 6 && signs && kinds.digits > 0
}

/// An identifier of 32 hexadecimal digits in five groups, in braces or without.
pub(super) fn is_guid(value: &str) -> bool {
    azure_id::guid(value.trim_start_matches('{').trim_end_matches('}')).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_told_apart() {
        let check = |text: &str, plain: bool, random: bool, password: bool| {
            let looks = (is_plain(text), is_random(text), could_be_password(text));
            assert_eq!(looks, (plain, random, password), "{text}");
        };
        check("changed", true, false, false);
        check("UserErrorGuestAgentStatusUnavailable", true, false, false);
        check("2026-11-24T10:20:30Z", true, false, false);
        check("https://kv.vault.azure.net/keys/disk1", true, false, false);
        check("hunter2", false, false, true);
        check("P@ssw0rd!", false, false, true);
        check("vm-web-01", false, false, false);
        check("d41d8cd98f00b204e9800998ecf8427e", false, true, true);
        check("11111111-2222-3333-4444-555555555555", true, false, false);
        check("0x80070005", true, false, false);
        check("0xGq7tR2vLm9", false, false, true);
        check("HKLM:\\SOFTWARE\\Microsoft", true, false, false);
        check("HKEY_LOCAL_MACHINE\\SOFTWARE", true, false, false);
        check("hKFT5n7cfKw6", false, false, true);
        check("HKLM5n7cfKw6", false, false, true);
    }
}

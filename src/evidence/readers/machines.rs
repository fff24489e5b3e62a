//! Names that machines have and hardly anything else: where a label or a sentence only says that it is about one.

use super::words::WORDS;

/// Figures of a name at most where it has nothing else behind its first word; the number of a ticket has more.
const FIGURES: usize = 4;

/// The longest name of a Linux VM, and the longest of Windows, which has no other.
const LONGEST: usize = 64;
const LONGEST_OF_WINDOWS: usize = 15;

/// Whether a text has the form of a machine's name.
pub(super) fn is_machine(name: &str) -> bool {
    let is_whole =
        name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.ends_with(|c: char| c.is_ascii_alphanumeric());
    let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !is_whole || !is_plain || !(4..=LONGEST).contains(&name.len()) {
        return false;
    }
    let lower = name.to_ascii_lowercase();
    let first = lower.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    let parts: Vec<&str> = lower.split('-').collect();
    let words = &WORDS.machine;
    let stems = || parts.iter().map(|part| part.trim_end_matches(|c: char| c.is_ascii_digit()));
    let is_of_other = |part: &str| words.others.contains(part) || part.ends_with("policy") || part.ends_with("vault");
    if is_number(name, &parts) {
        return false;
    }
    if words.beginnings.contains(first) || stems().any(is_of_other) || is_region(&parts) || has_year(&parts) {
        return false;
    }
    let letters = name.bytes().filter(u8::is_ascii_alphabetic).count();
    let has_figure = name.bytes().any(|byte| byte.is_ascii_digit());
    let is_capital = name.bytes().all(|byte| !byte.is_ascii_lowercase());
    match parts.len() {
        // A code, or a word of a program, has small letters within.
        // A region has one figure.
        1 if name.len() == first.len() + 1 && words.regions.contains(first) => false,
        1 => has_figure && letters > 2 && name.len() <= LONGEST_OF_WINDOWS && ends_in_figures(name),
        // A unit or a size, such as "x64-based", has its figures first and one letter before them.
        _ if has_figure => first.len() > 1 || (parts[0].len() > 2 && (is_capital || is_abbreviated(parts[0]))),
        // As in "e-mail".
        _ if first.len() == 1 && !is_capital => false,
        _ => is_capital || stems().any(|part| words.parts.contains(part)) && !lower.ends_with("based"),
    }
}

/// Whether a text has the form of a machine's name and of no word with a hyphen, wherever it stands.
pub(in crate::evidence) fn is_machine_alone(name: &str) -> bool {
    let has = |is: fn(&u8) -> bool| name.as_bytes().iter().any(is);
    let is_even = !has(u8::is_ascii_lowercase) || !has(u8::is_ascii_uppercase);
    is_machine(name) && (has(u8::is_ascii_digit) || (is_even && is_compound(name)))
}

/// Whether it is the number of a ticket or a date: figures behind one word, more than a machine has or with none of its words before
/// them, as in `OPS-1182`.
fn is_number(name: &str, parts: &[&str]) -> bool {
    let Some((head, rest)) = parts.split_first().filter(|(_, rest)| !rest.is_empty()) else { return false };
    let figures = name.bytes().filter(u8::is_ascii_digit).count();
    let is_capital = name.bytes().all(|byte| !byte.is_ascii_lowercase());
    let is_plain = rest.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let is_key = is_capital
        && rest.len() == 1
        && figures > 2
        && !rest[0].starts_with('0')
        && !WORDS.machine.parts.contains(*head);
    is_plain && (figures > FIGURES || is_key)
}

/// The words of a name.
pub(super) fn parts(lower: &str) -> impl Iterator<Item = &str> {
    lower.split(['-', '_'])
}

/// Whether a name in small letters says that it is that of a vault.
pub(super) fn is_vault(lower: &str) -> bool {
    let mut stems = parts(lower).map(|part| part.trim_end_matches(|c: char| c.is_ascii_digit()));
    parts(lower).count() > 1 && stems.any(|stem| WORDS.machine.vaults.contains(stem))
}

/// Whether a name says that it is that of another resource.
pub(super) fn is_of_other(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    parts(&lower).any(|part| WORDS.machine.others.contains(part.trim_end_matches(|c: char| c.is_ascii_digit())))
}

/// Whether a machine only helps with others.
pub(super) fn is_helper(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let mut stems = parts(&lower).map(|part| part.trim_end_matches(|c: char| c.is_ascii_digit()));
    stems.any(|stem| WORDS.machine.helpers.contains(stem))
}

/// Whether a name without a figure is one of a VM and no word with a hyphen: none of its parts is one of such words.
pub(super) fn is_compound(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let is_capital = name.bytes().all(|byte| !byte.is_ascii_lowercase());
    // A field of a program has lines between its words, in small letters.
    let parts: Vec<&str> = lower.split(|c| c == '-' || (c == '_' && is_capital)).collect();
    let is_name = |part: &&str| {
        (part.len() > 1 || is_capital)
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && !WORDS.machine.compounds.contains(*part)
    };
    let is_other = |part: &&str| WORDS.machine.others.contains(*part) || part.ends_with("policy");
    parts.len() > 1
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && parts.iter().all(is_name)
        && !parts.iter().any(is_other)
        && !is_region(&parts)
        && (!WORDS.machine.beginnings.contains(parts[0]) || parts[0] == "win")
}

/// Whether a name is a word with a hyphen, such as one that says of which kind a vault is.
pub(super) fn is_hyphenated_word(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let is_word = |part: &str| WORDS.machine.compounds.contains(part) || WORDS.acted.words.contains(part);
    !is_vault(&lower) && !lower.contains(|c: char| c.is_ascii_digit()) && parts(&lower).any(is_word)
}

/// What a name is without its last part, where that only says which of two machines it is.
pub(super) fn twin(name: &str) -> Option<&str> {
    let (head, part) = name.rsplit_once('-')?;
    WORDS.machine.twins.contains(&part.to_ascii_lowercase()).then_some(head)
}

/// Whether a figure stands between the letters of a part, as in `k8s` and `w2k19`.
fn is_abbreviated(part: &str) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_digit();
    part.as_bytes().windows(3).any(|three| !is_digit(three[0]) && is_digit(three[1]) && !is_digit(three[2]))
}

/// Whether it is a region of another cloud, such as `eu-west-1`.
fn is_region(parts: &[&str]) -> bool {
    let words = &WORDS.machine;
    matches!(parts, [first, second, ..] if words.continents.contains(*first) && words.directions.contains(*second))
}

/// Whether a part is a year, as in the name of a product.
fn has_year(parts: &[&str]) -> bool {
    parts.iter().any(|part| part.len() == 4 && part.starts_with("20") && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether the figures of a name stand at its end, perhaps before one letter.
fn ends_in_figures(name: &str) -> bool {
    let head = name.strip_suffix(|c: char| c.is_ascii_alphabetic()).unwrap_or(name);
    head.ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::is_machine;

    #[test]
    fn machines_are_told_from_everything_else_with_a_figure_or_a_hyphen() {
        let check = |names: &[&str], expected: bool| {
            names.iter().for_each(|name| assert_eq!(is_machine(name), expected, "{name}"));
        };
        check(
            &[
                "web01",
                "SQLREP02",
                "vm-clinic-ehr",
                "gitlab-runner-3",
                "NPS-EDGE1",
                "DC-ATH-2",
                "W2K12-EDI",
                "muc-erp-02",
            ],
            true,
        );
        check(&["SEA01", "spb-1c-03", "fra-mq-2", "vm-lager-ost", "sapapp01", "FS1A", "srv2019dc1"], true);
        check(
            &["up-to-date", "read-only", "re-try", "pre-2019", "rsv-prod-01", "rg-web-1", "kv-app-01", "disk2"],
            false,
        );
        check(
            &["UserErrorVmNotFoundV2", "KB5031364", "INC0012345", "Server2019", "TLS1", "v2", "D4s", "x64-based"],
            false,
        );
        check(
            &[
                "e-mail",
                "web_01",
                "web.01",
                "2019-11",
                "24-hour",
                "Nov-21",
                "westeurope",
                "backup-2",
                "policy-daily-1",
                "a-",
                "eu-west-1",
                "SQL-2019",
                "EUS2",
                "EnhancedPolicy-2",
                "release-2",
            ],
            false,
        );
    }
}

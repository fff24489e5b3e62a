//! The way to a page of the portal, as its head shows it: `Home > Recovery Services vaults > rsv-prod | Backup items > web01`.

use memchr::memchr;

use super::{
    label_words::{FieldLabel, WayPart, squeezed},
    labels,
    words::WORDS,
};

/// What stands between two of its parts.
const ARROWS: [char; 4] = ['>', '\u{203a}', '\u{bb}', '\u{2192}'];

/// What stands between the name of a resource and that of its page; a scanner takes the bar for a letter.
const BARS: [&str; 6] = [" | ", " / ", " \u{2013} ", " \u{2014} ", " - ", " I "];

/// A longer line is no way, in bytes.
const LONGEST: usize = 300;

/// The names on a line that is a way, or the head of a page.
pub(super) fn names<'t>(line: &'t str, mut found: impl FnMut(FieldLabel, &'t str)) {
    let has_arrow = || memchr(b'>', line.as_bytes()).is_some() || (!line.is_ascii() && line.contains(ARROWS));
    if line.len() > LONGEST || !(has_arrow() || BARS.iter().any(|bar| line.contains(bar))) {
        return;
    }
    let way = |part: &str| WORDS.way.get(&squeezed(part)).copied();
    let mut last: Option<WayPart> = None;
    let parts: Vec<&str> = line.split(ARROWS).map(str::trim).collect();
    for (at, part) in parts.iter().copied().enumerate() {
        let head = BARS.iter().find_map(|bar| {
            let (name, page) = part.split_once(bar)?;
            Some((name, way(page))).filter(|(_, page)| *bar == BARS[0] || page.is_some())
        });
        let (name, page) = head.unwrap_or((part, None));
        let label = match last {
            _ if page == Some(WayPart::Page) => Some(FieldLabel::Vault),
            Some(WayPart::Vaults) => Some(FieldLabel::Vault),
            Some(WayPart::Vms) => Some(FieldLabel::Vm),
            Some(WayPart::Page) => Some(FieldLabel::ShortVm),
            Some(WayPart::Groups) => Some(FieldLabel::Group),
            // A page of a vault stands behind its name.
            _ if labels::is_telling(name) && parts.get(at + 1).and_then(|next| way(next)) == Some(WayPart::Page) => {
                Some(FieldLabel::Vault)
            }
            Some(WayPart::Kind) | None => None,
        };
        if let Some(label) = label.filter(|_| way(name).is_none()) {
            found(label, name);
        }
        last = page.or_else(|| way(part));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_way_are_named_by_those_before_them() {
        let check = |line: &str, expected: &[(FieldLabel, &str)]| {
            let mut all = Vec::new();
            names(line, |label, name| all.push((label, name)));
            assert_eq!(all, expected, "{line}");
        };
        check(
            "Home > Recovery Services vaults > rsv-1 > Backup Jobs > web01",
            &[(FieldLabel::Vault, "rsv-1"), (FieldLabel::ShortVm, "web01")],
        );
        check(
            "Startseite > Recovery Services-Tresore > rsv-1 | Sicherungselemente > web01",
            &[(FieldLabel::Vault, "rsv-1"), (FieldLabel::ShortVm, "web01")],
        );
        check("Главная > Виртуальные машины > web01", &[(FieldLabel::Vm, "web01")]);
        check("Home > Resource groups > rg-1 > web01", &[(FieldLabel::Group, "rg-1")]);
        check("rsv-1 | Backup Jobs", &[(FieldLabel::Vault, "rsv-1")]);
        check("rsv-1 – Sicherungsaufträge", &[(FieldLabel::Vault, "rsv-1")]);
        check("rsv-1 / Backup jobs", &[(FieldLabel::Vault, "rsv-1")]);
        check("rsv-1 / web01", &[]);
        check("rsv-1 I Backup jobs", &[(FieldLabel::Vault, "rsv-1")]);
        check("web01 - red again", &[]);
        check("Home > rsv-1 > Backup Jobs > web01", &[(FieldLabel::Vault, "rsv-1"), (FieldLabel::ShortVm, "web01")]);
        check("Home > Recovery Services vaults", &[]);
        check("rsv-1 | Backup Items (SQL in Azure VM) > db", &[]);
        check("a > b | c", &[]);
    }
}

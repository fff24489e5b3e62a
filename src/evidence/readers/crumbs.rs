//! The way to a page of the portal, as its head shows it: `Home > Recovery Services vaults > rsv-prod | Backup items > web01`.

use super::words::{Label, WORDS, Way, squeezed};

/// What stands between two of its parts.
const ARROWS: [char; 4] = ['>', '\u{203a}', '\u{bb}', '\u{2192}'];

/// A longer line is no way, in bytes.
const LONGEST: usize = 300;

/// The names on a line that is a way, or the head of a page.
pub(super) fn names<'t>(line: &'t str, mut found: impl FnMut(Label, &'t str)) {
    if line.len() > LONGEST || !(line.contains(ARROWS) || line.contains(" | ")) {
        return;
    }
    let way = |part: &str| WORDS.way.get(&squeezed(part)).copied();
    let mut last: Option<Way> = None;
    for part in line.split(ARROWS).map(str::trim) {
        let (name, page) = part.split_once(" | ").map_or((part, None), |(name, page)| (name, way(page)));
        let label = match last {
            _ if page == Some(Way::Page) => Some(Label::Vault),
            Some(Way::Vaults) => Some(Label::Vault),
            Some(Way::Vms) => Some(Label::Vm),
            Some(Way::Page) => Some(Label::ShortVm),
            Some(Way::Groups) => Some(Label::Group),
            Some(Way::Kind) | None => None,
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
        let check = |line: &str, expected: &[(Label, &str)]| {
            let mut all = Vec::new();
            names(line, |label, name| all.push((label, name)));
            assert_eq!(all, expected, "{line}");
        };
        check(
            "Home > Recovery Services vaults > rsv-1 > Backup Jobs > web01",
            &[(Label::Vault, "rsv-1"), (Label::ShortVm, "web01")],
        );
        check(
            "Startseite > Recovery Services-Tresore > rsv-1 | Sicherungselemente > web01",
            &[(Label::Vault, "rsv-1"), (Label::ShortVm, "web01")],
        );
        check("Главная > Виртуальные машины > web01", &[(Label::Vm, "web01")]);
        check("Home > Resource groups > rg-1 > web01", &[(Label::Group, "rg-1")]);
        check("rsv-1 | Backup Jobs", &[(Label::Vault, "rsv-1")]);
        check("Home > Recovery Services vaults", &[]);
        check("rsv-1 | Backup Items (SQL in Azure VM) > db", &[]);
        check("a > b | c", &[]);
    }
}

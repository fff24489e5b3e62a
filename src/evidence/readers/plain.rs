//! Plain words that only what stands behind them makes names: the group that a VM is in, or that its backup fails.

use super::{
    between::{QUOTES, is_apart, name_at, skipped},
    forms::{is_group, is_name},
    machines::is_of_other,
    name_labels::ProseName,
    words::WORDS,
};

/// The least part of a group that a name has in common with it.
const COMMON: usize = 4;

/// Whether a plain word behind that for a VM is its name and not the next word of the sentence: it begins like a part of its group,
/// or has other letters than the words around.
pub(super) fn is_plain_name(name: &str, group: &str, before: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let of = &WORDS.between;
    let is_said = [&of.placed, &of.is, &of.r#in, &of.called].into_iter().flatten().any(|word| *word == lower);
    let words = &WORDS.machine;
    let is_word = is_said || words.compounds.contains(&lower) || words.beginnings.contains(&lower);
    if is_word || name.len() < COMMON || WORDS.no_value.contains(&lower) {
        return false;
    }
    let common = |part: &str| part.bytes().zip(lower.bytes()).take_while(|(a, b)| a == b).count();
    let group = group.to_ascii_lowercase();
    is_of_other_letters(before) || group.split(['-', '_']).any(|part| common(part) >= COMMON)
}

/// Whether a text ends with a letter that no name has: one of another script than the Latin one.
fn is_of_other_letters(text: &str) -> bool {
    let end = text.trim_end().chars().next_back();
    end.is_some_and(|c| c > '\u{24f}' && c.is_alphabetic())
}

/// Whether a word right behind that for a VM, which ends a text, is its name, since the group that it is in stands behind it: "the VM
/// billing in the resource group rg-billing", "VM core-mdm, RG rg-mdm".
pub(super) fn group_of_named<'t>(before: &str, name: &str, behind: &'t str) -> Option<&'t str> {
    let is_whole =
        behind.starts_with([' ', '\u{ff0c}', ',', '"', '\'', '`', '\u{201d}', '\u{bb}']) && !name.contains('.');
    let is_listed = behind.starts_with([',', '\u{ff0c}']) && name.contains('-');
    let rest =
        behind.trim_start_matches(|c: char| c == ' ' || QUOTES.contains(&c) || (is_listed && ",\u{ff0c}".contains(c)));
    let inside = WORDS.between.r#in.iter().find_map(|word| rest.strip_prefix(word.as_str())?.strip_prefix(' '));
    let rest = if is_listed { rest } else { inside.unwrap_or(rest) };
    let label = label_at_start(rest).filter(|(what, _)| matches!(what, ProseName::Group | ProseName::AnyGroup));
    let labelled = label.and_then(|(_, end)| skipped(&rest[end..])).map(name_at);
    let labelled = labelled.filter(|group| is_name(group, ProseName::Group, false));
    let bare = inside.map(|_| name_at(rest)).filter(|group| is_group(&group.to_ascii_lowercase()));
    let group = labelled.or(bare).filter(|_| is_whole);
    group.filter(|group| is_listed || is_joined(name) || is_plain_name(name, group, before))
}

/// Whether a name has a hyphen and is no word of any language with one.
fn is_joined(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let mut parts = lower.split('-');
    name.contains('-') && !is_of_other(name) && !parts.any(|part| WORDS.machine.compounds.contains(part))
}

/// Whether what stands right behind a name says that its backup fails.
pub(super) fn is_not_saved(behind: &str) -> bool {
    let rest = behind.trim_start();
    let label = label_at_start(rest).filter(|_| rest.len() < behind.len());
    label.is_some_and(|(what, end)| what == ProseName::NotSaved && is_apart(rest, 0, end))
}

/// What the word that a text begins with says of a name, and the byte at which it ends.
pub(super) fn label_at_start(text: &str) -> Option<(ProseName, usize)> {
    WORDS.labels.at_start(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_word_is_a_name_where_its_group_stands_behind_it() {
        let check = |text: &str, expected: bool| {
            let (before, rest) = text.split_once('|').expect("it has a mark");
            let name = name_at(rest);
            let group = group_of_named(before, name, &rest[name.len()..]);
            assert_eq!(group.is_some(), expected, "{text}");
        };
        check("die VM |kassenarchiv in der Ressourcengruppe rg-kasse", true);
        check("a VM |estoque do grupo de recursos rg-estoque", true);
        check("ВМ |kassa в группе ресурсов rg-sklad", true);
        check("the VM |billing in rg-billing", true);
        check("VM |core-mdm, RG rg-mdm", true);
        check("Le serveur |lims-lyon du groupe rg-lims", true);
        check("Машина |klaster-a из группы rg-sklad", true);
        check("the server |up-to-date in rg-kasse", false);
        check("the VM |there in resource group rg-kasse", false);
        check("the VM |somewhere in rg-kasse", false);
        check("the VM |running in rg-runner", false);
        check("la VM |nuova del gruppo di risorse rg-vendite", false);
        check("ВМ |linux в группе ресурсов rg-sklad", false);
        check("the VM |billing is in rg-billing", false);
    }
}

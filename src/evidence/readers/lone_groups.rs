//! Groups of which only their name says that they are one, and which of them is that of the VM.

use super::{
    between::end_of,
    forms::is_group,
    label_words::FieldLabel,
    labels,
    lone::{BEFORE, words},
    machines::is_vault,
    names::{FoundNames, only},
    pairs::vm_of_group,
    subjects,
    words::WORDS,
};
use crate::evidence::azure::subject::Subject;

/// A group of which only its name says that it is one.
#[derive(Clone, Copy)]
pub(super) struct LoneGroup<'t> {
    name: &'t str,
    /// Whether a vault stands before it.
    is_by_vault: bool,
    /// Whether it is one that a copy is made into, or one of several that somebody asks for.
    is_another: bool,
    line: usize,
}

impl<'t> FoundNames<'t> {
    /// A group by its name, and the VM behind it that is said to be in it.
    pub(super) fn note_group(&mut self, text: &'t str, (at, name): (usize, &'t str), line: usize, asks: bool) {
        let is_made = WORDS.between.into.iter().any(|word| text[..at].ends_with(word.as_str()));
        let is_another = is_made || asks;
        // "Moved from rg-a to rg-b" says of neither that it is the one.
        let same = self.lone_groups.iter_mut().rev().take_while(|one| is_made && one.line == line);
        same.for_each(|one| one.is_another = true);
        self.lone_groups.push(LoneGroup { name, is_by_vault: is_by_vault(&text[..at]), is_another, line });
        let vm = vm_of_group(&text[at + name.len()..]);
        let pair = vm.map(|vm| Subject { vm, group: Some(name), subscription: None });
        self.pairs.extend(pair.map(|pair| (pair, line)));
    }

    /// The only group that its name says is one: by a vault or a label, which may name that of the vault, only where it says too that
    /// it is that of a VM.
    pub(super) fn lone_group(&self, vm: &str) -> Option<&'t str> {
        let vault = self.labelled.iter().find(|(label, ..)| *label == FieldLabel::Vault);
        let vault = vault.and_then(|(_, value, _)| labels::name(value));
        let told = self.lone_groups.iter().filter(|one| !one.is_another);
        let names: Vec<&str> = told.clone().map(|one| one.name).collect();
        let is_by_vault = told.clone().any(|one| one.is_by_vault) || !self.vault_groups.is_empty();
        let is_labelled = |group: &str| self.labelled.iter().any(|(_, value, _)| labels::name(value) == Some(group));
        only(&names).filter(|group| !(is_by_vault || is_labelled(group)) || subjects::is_akin(vm, group, vault))
    }
}

/// Whether a line asks which of several groups is meant.
pub(super) fn asks_for_a_group(line: &str) -> bool {
    let is_one = |(_, word): &(usize, &str)| is_group(&word.to_ascii_lowercase());
    line.contains(['?', '\u{ff1f}']) && words(line).iter().filter(|word| is_one(word)).count() > 1
}

/// Whether a vault stands right before a group.
fn is_by_vault(before: &str) -> bool {
    let near = end_of(before, BEFORE);
    let is_name = |word: &str| is_vault(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase());
    near.split_whitespace().any(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_only_group_is_that_of_the_vm() {
        let check = |text: &str, expected: Option<&str>| {
            let mut found = FoundNames::default();
            found.note_lone(&text.split('\n').collect::<Vec<_>>());
            assert_eq!(found.lone_group("web01"), expected, "{text}");
        };
        check("it is in rg-shop", Some("rg-shop"));
        check("rg-shop or rg-shop-dev?\nrg-shop", Some("rg-shop"));
        check("rg-shop\nrestored into rg-shop-dr", Some("rg-shop"));
        check("rg-shop and rg-bank", None);
        check("moved from rg-old to rg-new", None);
        check("the vault rsv-shop is in rg-shop", None);
    }
}

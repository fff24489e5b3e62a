//! Names that nothing but their own form tells: the only machine that a chat, a page or a mail names in a line about backups, and
//! a vault or a group that says itself what it is.

use super::{
    forms::is_group,
    labels,
    machines::{is_compound, is_helper, is_machine, is_vault, parts},
    names::{FoundNames, only},
    subjects,
    words::{FieldLabel, WORDS},
};
use crate::evidence::{azure::subject::Subject, text::sheet::is_prompt};

/// A longer line is no sentence, in bytes.
const LONGEST: usize = 2000;

/// What may make another thing of a name stands at most so many bytes before it.
const BEFORE: usize = 40;

/// What parts the head of a page, of a window or of a picture of one.
const PARTS: [&str; 6] = [" | ", " - ", " \u{2013} ", " \u{2014} ", " \u{b7} ", " I "];

/// A machine that stands in a text.
struct LoneMachine<'t> {
    name: &'t str,
    line: usize,
    /// Whether the line is about backups, or nothing but its name.
    is_told: bool,
}

impl<'t> FoundNames<'t> {
    /// The only machine, vault and group of the text that nothing else names.
    pub(super) fn note_lone(&mut self, lines: &[&'t str]) {
        let mut machines: Vec<LoneMachine<'t>> = Vec::new();
        let mut vaults: Vec<(&'t str, usize)> = Vec::new();
        let mut last = "";
        for (number, line) in (1..).zip(lines) {
            let text = line.trim();
            let is_read = text.len() < LONGEST
                && !is_prompt(text)
                && !text.contains("\": ")
                && !text.contains(" --")
                && text.contains(is_sign);
            for (at, name) in if is_read { words(text) } else { Vec::new() } {
                let lower = name.to_ascii_lowercase();
                if is_else(&text[..at]) || (at == 0 && has_else(last)) {
                    continue;
                }
                if is_group(&lower) {
                    self.lone_groups.push(name);
                } else if is_vault(&lower) {
                    let is_word = parts(&lower).any(|part| WORDS.machine.compounds.contains(part));
                    vaults.extend((!is_word).then_some((name, number)));
                } else if is_machine(name) && !is_misread(&lower) {
                    let alone = is_alone(text, at, name);
                    let has_figure = lower.contains(|c: char| c.is_ascii_digit());
                    let is_name = has_figure || (is_compound(name) && (alone || parts(&lower).count() > 2));
                    let is_told = alone || (is_about(text) && !is_of_product(text));
                    machines.extend(is_name.then_some(LoneMachine { name, line: number, is_told }));
                }
            }
            last = if text.is_empty() { last } else { text };
        }
        self.lone_vault(&vaults);
        self.lone_machine(&machines);
    }

    fn lone_vault(&mut self, vaults: &[(&'t str, usize)]) {
        let is_named = self.labelled.iter().any(|(label, ..)| *label == FieldLabel::Vault)
            || self.ids.iter().any(|(id, _)| id.name(super::told_names::VAULT).is_some());
        let names: Vec<&str> = vaults.iter().map(|(name, _)| *name).collect();
        if let (Some(name), Some((_, line)), false) = (only(&names), vaults.first(), is_named) {
            self.labelled.push((FieldLabel::Vault, name, *line));
        }
    }

    fn lone_machine(&mut self, machines: &[LoneMachine<'t>]) {
        let is_named = !(self.vms.is_empty() && self.rows.is_empty() && self.prose.is_empty() && self.saved.is_empty());
        if is_named || !self.aside.is_empty() {
            return;
        }
        let is_other = |name: &str| self.labelled.iter().any(|(_, value, _)| labels::name(value) == Some(name));
        let machines: Vec<_> = machines.iter().filter(|machine| !is_other(machine.name)).collect();
        let names: Vec<&str> = machines.iter().map(|machine| machine.name).collect();
        let told = machines.iter().find(|machine| machine.is_told && !is_helper(machine.name));
        if let (Some(vm), Some(told)) = (only(&names), told) {
            self.aside.push((Subject { vm, group: None, subscription: None }, told.line));
        }
    }

    /// The only group that its name says is one, where it says too that it is that of a VM.
    pub(super) fn lone_group(&self, vm: &str) -> Option<&'t str> {
        let vault = self.labelled.iter().find(|(label, ..)| *label == FieldLabel::Vault);
        let vault = vault.and_then(|(_, value, _)| labels::name(value));
        only(&self.lone_groups).filter(|group| subjects::is_akin(vm, group, vault))
    }
}

/// Whether a word without a hyphen is one that a scanner took a letter of for a figure, as in `Insta11` and `Leve1`.
fn is_misread(lower: &str) -> bool {
    let stem = lower.trim_end_matches(|c: char| c.is_ascii_digit());
    let figures = &lower[stem.len()..];
    !lower.contains('-') && (figures.len() < 2 || (figures == "11" && stem.ends_with(['a', 'e', 'i', 'o', 'u'])))
}

/// What every name has that could be told by its form.
fn is_sign(c: char) -> bool {
    c == '-' || c.is_ascii_digit()
}

/// The words of a line that have a figure or a hyphen and are no part of a way, of an address or of a file.
fn words(line: &str) -> Vec<(usize, &str)> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
    let mut words = Vec::new();
    let mut from = 0;
    while let Some(start) = line[from..].find(is_part).map(|at| from + at) {
        let end = line[start..].find(|c| !is_part(c)).map_or(line.len(), |at| start + at);
        from = end;
        let word = line[start..end].trim_end_matches(['.', '-', '_']);
        let behind = &line[start + word.len()..];
        let opens = |c: char| c.is_whitespace() || !c.is_ascii() || "\"'`*([<,".contains(c);
        let closes = |c: char| c.is_whitespace() || !c.is_ascii() || "\"'`*)]>,;!?.".contains(c);
        let is_whole = line[..start].chars().next_back().is_none_or(opens)
            && (behind.chars().next().is_none_or(closes) || behind == ":" || behind.starts_with(": "));
        // A letter with an accent is a part of the word.
        let is_cut = |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && (c.is_lowercase() || c.is_uppercase()));
        let cut = is_cut(line[..start].chars().next_back()) || is_cut(behind.chars().next());
        if is_whole && !cut && word.contains(is_sign) && !word.contains(['.', '_']) {
            words.push((start, word));
        }
    }
    words
}

/// Whether what stands before a name makes of it that of another thing, or the value of an option.
fn is_else(before: &str) -> bool {
    let is_option = before.trim_end().rsplit(' ').next().is_some_and(|word| word.starts_with('-') && word.len() > 1);
    is_option || has_else(before)
}

/// Whether the end of what stands before a name speaks of another thing.
fn has_else(before: &str) -> bool {
    let from = before.len().saturating_sub(BEFORE);
    let from = (from..before.len()).find(|at| before.is_char_boundary(*at)).unwrap_or(0);
    let near = &before[from..];
    let of = &WORDS.between;
    [&of.r#else, &of.services, &of.targets].into_iter().flatten().any(|word| near.contains(word.as_str()))
}

/// Whether a line is about another service.
fn is_of_product(line: &str) -> bool {
    WORDS.between.products.iter().any(|word| line.contains(word.as_str()))
}

/// Whether a name is all of a line, of the title of a mail, or of a part of the head of a page.
fn is_alone(line: &str, at: usize, name: &str) -> bool {
    let (before, behind) = (&line[..at], &line[at + name.len()..]);
    let is_title = || {
        before
            .trim_end()
            .strip_suffix([':', '\u{ff1a}'])
            .is_some_and(|title| WORDS.between.titles.iter().any(|word| word == title))
    };
    let opens = before.is_empty() || is_title() || PARTS.iter().any(|part| before.ends_with(part));
    let closes = behind.trim_end_matches([':', ' ']).is_empty() || PARTS.iter().any(|part| behind.starts_with(part));
    // One of both may be a sentence.
    opens && closes && (before.is_empty() || behind.trim().is_empty() || is_about(line))
}

/// Whether a line speaks of a machine or of backups.
pub(super) fn is_about(line: &str) -> bool {
    WORDS.between.about.iter().any(|word| line.contains(word.as_str()))
}

//! Documents that speak of errors in general: an article, a plan, a quiz, the source of a program. Nobody has an error that such a
//! text names, unless what stands around it tells of a time or of a machine.

use std::collections::BTreeSet;

use memchr::memchr2;

use super::{
    roles::{Does, WeighedWords},
    source::is_source,
    speech::WordList,
    standing::{SIGNS, asks},
};

/// A longer text is no document and no mail, in words.
pub(super) const LONGEST: usize = 4000;

/// What a document is called stands within so many lines.
const TITLE: usize = 5;

/// What a document says of itself stands within so many lines, in so many different fields.
const HEAD: usize = 8;
const FIELDS: usize = 2;

/// So many different lines that begin chapters make one.
const CHAPTERS: usize = 2;

/// A question has so many words at most that has nothing but what it asks about: "What is X?"; a code has more letters than this.
const BARE: usize = 4;
const LETTERS: usize = 16;

/// What is to be filled in begins within so many words.
const FIELD: usize = 12;

/// Of so many languages at least a table of translations has columns.
const LANGUAGES: usize = 3;

impl WeighedWords<'_> {
    /// Whether an error is only spoken of: in a document, or in a part of one that nobody filled in.
    pub(super) fn is_spoken_of(&self, first: usize, last: usize) -> bool {
        let is_of_document = || *self.document.get_or_init(|| self.is_document()) && !self.tells_of_own(first, last);
        self.is_left_open(first) || is_of_document()
    }

    fn is_document(&self) -> bool {
        let (text, words) = (self.text.text(), &self.text.words);
        if words.len() > LONGEST {
            return false;
        }
        let is_titled = || (0..words.partition_point(|word| word.line <= TITLE)).any(|at| self.is(at, Does::Describes));
        // One line is what somebody has, however they ask.
        let is_one = words.first().zip(words.last()).is_none_or(|(first, last)| first.line == last.line);
        (self.has(Does::Describes) && !is_one && is_titled())
            || (self.has(Does::Heads) && self.has_chapters())
            || (self.has(Does::Mastheads) && self.has_masthead())
            || self.answers_its_title()
            || is_source(text)
            || is_translated(text)
    }

    /// Whether one of its first lines asks what something is, and no other word tells of a machine or of whoever has it.
    fn answers_its_title(&self) -> bool {
        let (text, words) = (self.text, &self.text.words);
        let asks_alone = |at: usize| {
            let (first, last) = text.line(at);
            let means = || (first..=last).any(|at| self.speech.is_in(WordList::Means, &words[at].form));
            let names = || (first..=last).any(|at| words[at].form.len() > LETTERS);
            let is_title = first == at && asks(text.behind(last).trim_start()) && last + 1 < words.len();
            let bare = if words[last].is_sign() { BARE * SIGNS } else { BARE };
            is_title && (last - first < bare || means()) && names()
        };
        let is_own = |at: usize| self.speech.is_in(WordList::Own, &words[at].form) || self.is_machine(at);
        (0..words.partition_point(|word| word.line <= TITLE)).any(asks_alone) && !(0..words.len()).any(is_own)
    }

    /// Whether its first lines say who keeps it and for whom, and none of its words names a machine or how a ticket stands.
    fn has_masthead(&self) -> bool {
        let words = &self.text.words;
        let is_field = |at: &usize| {
            let mut rows = self.lists.rows(self.text, *at).filter(|(does, _)| *does == Does::Mastheads);
            rows.any(|(_, of)| self.text.behind(at + of - 1).trim_start().starts_with([':', '\u{ff1a}']))
        };
        let fields = (0..words.partition_point(|word| word.line <= HEAD)).filter(is_field);
        fields.map(|at| &words[at].form).collect::<BTreeSet<_>>().len() >= FIELDS
            && self.tickets().is_empty()
            && !(0..words.len()).any(|at| self.is_machine(at))
    }

    /// Whether lines stand in it that have nothing but the names of chapters.
    fn has_chapters(&self) -> bool {
        let is_alone = |at: &usize| {
            let (first, last) = self.text.line(*at);
            let mut rows = self.lists.rows(self.text, *at).filter(|(does, _)| *does == Does::Heads);
            let opens =
                |gap: &str| gap.rsplit('\n').next().is_some_and(|line| line.trim_matches([' ', '#', '*']).is_empty());
            first == *at
                && opens(self.text.before(first))
                && rows.any(|(_, words)| at + words == last + 1)
                && self.text.behind(last).trim_start_matches([' ', '*']).starts_with('\n')
        };
        let alone = (0..self.roles.len()).filter(|at| self.is(*at, Does::Heads)).filter(is_alone);
        let heading = |at: usize| self.text.span(at, self.text.line(at).1).to_lowercase();
        alone.map(heading).collect::<BTreeSet<_>>().len() >= CHAPTERS
    }

    /// Whether it stands where somebody is to fill it in, as in `<ERROR CODE, e.g. X>`.
    fn is_left_open(&self, first: usize) -> bool {
        let text = self.text;
        let begin = text.line(first).0;
        let is_sign = |gap: &&str| gap.contains(['<', '>']);
        if first == begin || is_sign(&text.before(first)) {
            return false;
        }
        let least = first.saturating_sub(FIELD).max(begin) + 1;
        // Most texts have no sign at all.
        let has_sign = memchr2(b'<', b'>', text.between(least - 1, first).as_bytes()).is_some();
        let sign = (least..first).rev().filter(|_| has_sign).map(|at| text.before(at)).find(is_sign);
        // The first word of the line has the sign before it.
        let sign = sign.or_else(|| text.before(begin).rsplit('\n').next().filter(|_| least == begin + 1));
        sign.is_some_and(|gap| gap.ends_with('<'))
    }
}

/// Whether the head of a table has a column for each of several languages.
fn is_translated(text: &str) -> bool {
    let head = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let is_language = |cell: &&str| {
        let cell = cell.trim_matches([' ', '"']);
        let language = || cell.split(['-', '_']).next().unwrap_or_default();
        cell.len() < 6 && language().len() == 2 && language().bytes().all(|byte| byte.is_ascii_lowercase())
    };
    head.split([';', ',', '\t', '|']).filter(is_language).count() >= LANGUAGES
}

#[cfg(test)]
mod tests {
    use crate::evidence::matching::tests::check_sure as check;

    #[test]
    fn what_a_document_says_of_an_error_is_reported_by_nobody() {
        check("KB article 7\nBackups end in CODE where a disk is too large.", false);
        check("Draft: restores\nStep 2 ends in CODE: choose another disk.", false);
        check("Draft: restores\nStep 2 of last night ended at 02:10 in CODE.", true);
        check("Draft: restores\nOur web-01 ended in CODE.", true);
        check("Lessons learned\nThe backup ended in CODE", false);
        check("Backups\n\nSymptom\n  The job ends in CODE\n\nCause\n  The disk is too large", false);
        check("Symptom: the job ends in CODE\nCause: nobody knows", true);
        check("Symptom\nThe job ends in CODE", true);
        check("Error <ERROR CODE, e.g. CODE>", false);
        check("> Error code, CODE", true);
        check("Error <CODE>", true);
        check(
            "# backup.tf\nresource \"x\" \"y\" {\n  a = \"b\"\n  # fails with CODE without it\n  c = \"d\"\n}",
            false,
        );
        check("#!/bin/sh\nfind_code CODE\nexit", false);
        check("CODES = {\n  \"CODE\": \"linux\",\n}", false);
        check("def test_agent():\n    assert classify(\"CODE\") == \"disk\"", false);
        check("default: CODE", true);
        check("How to fix CODE\n1. Check the disk\n2. Retry", false);
        check("How to fix CODE", true);
        check("# Ticket 7\nweb-01 fails\nwith CODE\nsince Monday\nPlease help", true);
        check("KB-7\n\nWhat is CODE?\n\nA lock is on the group, the job shows CODE.\n\nRemove it.", false);
        check("Wissen 8\n\nWas bedeutet CODE?\n\nDer Auftrag zeigt CODE bei einer Sperre.", false);
        check("What is CODE?\n\nOur web-01 shows CODE.", true);
        check("What is CODE?\n\nThe job of web-01 shows CODE.", true);
        check("Can you say what it means?\n\nThe job shows CODE.", true);
        check("Can you help?\n\nThe job shows CODE.", true);
        check("KB-7 | Last reviewed: 1 May\nThe job shows CODE where a lock is on the group.", false);
        check("KB-9: CODE\nLast updated: May   Owner: Ops   Audience: L1\n\nThe job ends with CODE.", false);
        check("Handbuch 4: CODE\nStand: Mai\nZielgruppe: Bereitschaft\n\nDer Auftrag endet mit CODE.", false);
        check("KB-9: CODE\n\nWhat it means\nThe job ends with CODE.\n\nWhat to do\n- check the disk", false);
        check("Wissen 9: CODE\n\nBedeutung\nEndet mit CODE.\n\nVorgehen\n- prüfen", false);
        check("条目 9：CODE\n\n含义\n作业以 CODE 结束。\n\n处理步骤\n1. 检查", false);
        check("Last updated: May\nOwner: Ops\nVM: web-01\nError: CODE", true);
        check("State: open\nOwner: Ops\nLast updated: May\nError: CODE", true);
        check("Our web-01 ends with CODE.\n> What it means\n> ends so\n> What to do\n> check it", true);
        check("key;en;de;fr\nerror;CODE;CODE;CODE", false);
        check("vm;rg;code\nweb-01;prod;CODE", true);
    }
}

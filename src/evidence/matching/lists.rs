//! Codes that a text lists and does not report: those of a document, of a table that explains them, or of a query.

use std::collections::BTreeSet;

use super::{
    codes::CodeHit,
    roles::{Does, WeighedWords},
    speech::{Sense, WordList},
    standing::ends_sentence,
};
use crate::text::number::is_number;

/// Of so many codes in a row none is clearly the one.
const MANY: usize = 3;

/// What refers to other places stands within so many words before the codes.
const BEFORE: usize = 6;

/// What says that somebody edited the place on a code stands within so many words behind it.
const EDITED: usize = 8;

/// The head of a table stands within so many lines above a row.
const HEADS: usize = 30;

/// A row that explains a code has it within so many words behind its beginning.
const HEAD: usize = 4;

impl WeighedWords<'_> {
    /// For each code of a text whether it is only listed there.
    pub(super) fn listed(&self, codes: &[CodeHit]) -> Vec<bool> {
        let mut listed = vec![false; codes.len()];
        let mut start = 0;
        while start < codes.len() {
            let row = (start + 1..codes.len()).take_while(|at| self.goes_on(codes[at - 1].words.1, codes[*at].words.0));
            let end = start + 1 + row.count();
            let is_list = are_many(codes[start..end].iter(), MANY)
                || self.is_sought(codes[start].words.0)
                || self.is_edited(codes[start].words)
                || self.is_defined(codes[start].words)
                || (end > start + 1 && self.is_literal(codes[start].words))
                || self.is_behind_code(codes[start].words.0);
            listed[start..end].fill(is_list);
            start = end;
        }
        let mut explained = |least: usize, is: fn(&Self, &CodeHit) -> bool| {
            let explained: Vec<bool> = codes.iter().map(|code| codes.len() >= least && is(self, code)).collect();
            if are_many(codes.iter().zip(&explained).filter_map(|(code, is)| is.then_some(code)), least) {
                listed.iter_mut().zip(explained).for_each(|(listed, explained)| *listed |= explained);
            }
        };
        explained(MANY, |said, code| said.is_explained(code) || said.is_row(code));
        // Two are enough where each is the head of a row or of a chapter.
        explained(2, |said, code| said.is_head(code));
        // What is said of a code that a program is compared with, without a machine or a time, is said of the program.
        let compared: BTreeSet<usize> =
            codes.iter().filter(|code| self.is_compared(code.words.0)).map(|code| code.row).collect();
        if !compared.is_empty() {
            let is_of_program = |code: &CodeHit| compared.contains(&code.row) && !self.is_placed(code.words);
            listed.iter_mut().zip(codes).for_each(|(listed, code)| *listed |= is_of_program(code));
        }
        // What a script says of a code beside those that it handles is said by nobody who has it.
        if codes.iter().any(|code| self.is_case(code.words.0)) {
            let mut remark = None;
            for (listed, code) in listed.iter_mut().zip(codes) {
                let first = self.text.line(code.words.0).0;
                let (_, is_remark) =
                    remark.filter(|(of, _)| *of == first).unwrap_or_else(|| (first, self.is_remark(first)));
                remark = Some((first, is_remark));
                *listed |= is_remark;
            }
        }
        listed
    }

    /// Whether it is the title of a part of a document, or somebody changed what a document says of it.
    fn is_edited(&self, (first, last): (usize, usize)) -> bool {
        let text = self.text;
        let joined = |gap: &str| !gap.contains('\n') && !ends_sentence(gap);
        let before = first > 0 && self.is(first - 1, Does::Parts) && joined(text.before(first));
        let behind = last + 1 < self.roles.len() && self.is(last + 1, Does::Parts) && joined(text.behind(last));
        let sentence = (last + 1..self.roles.len().min(last + EDITED)).take_while(|at| joined(text.before(*at)));
        before || behind || sentence.into_iter().any(|at| self.is(at, Does::Edits))
    }

    /// Whether it is the first cell of a row below a head that says that the table tells what codes mean.
    fn is_defined(&self, (first, last): (usize, usize)) -> bool {
        let text = self.text;
        if text.line(first).0 != first || !ends_cell(text.behind(last)) {
            return false;
        }
        let line = text.words[first].line;
        let above = (0..first).rev().take_while(|at| text.words[*at].line + HEADS >= line);
        above
            .into_iter()
            .any(|at| self.speech.is_in(WordList::Means, &text.words[at].form) && ends_cell(text.behind(at)))
    }

    /// Whether a code is the heading of a chapter, or the first cell of a row whose other cells tell more of it.
    fn is_head(&self, code: &CodeHit) -> bool {
        let text = self.text;
        let (first, last) = text.line(code.words.0);
        let (before, behind) = (text.before(code.words.0), text.behind(code.words.1));
        let is_first = code.words.0 == first;
        let on_line = before.rsplit('\n').next().unwrap_or_default();
        let is_cell = ends_cell(behind) && code.words.1 + 1 < last;
        is_first && (on_line.contains('#') || (is_cell && self.is_explained(code)))
    }

    /// Whether a code is the first cell of a row that tells nothing of when it came up or of what failed, whatever it names.
    fn is_row(&self, code: &CodeHit) -> bool {
        let text = self.text;
        text.line(code.words.0).0 == code.words.0 && ends_cell(text.behind(code.words.1)) && !self.tells_of_today(code)
    }

    /// Whether a code follows another one with nothing between but what parts the items of a list.
    fn goes_on(&self, last: usize, next: usize) -> bool {
        let is_number = |at: usize| is_number(&self.text.words[at].form);
        next == last + 1 || (next == last + 2 && (self.is(last + 1, Does::Joins) || is_number(last + 1)))
    }

    /// Whether codes are looked for or referred to, the first of which begins at a word.
    fn is_sought(&self, first: usize) -> bool {
        let text = self.text;
        if self.is_queried(first) || self.is(text.line(first).0, Does::Points) {
            return true;
        }
        // "See also the error codes" refers too.
        (first.saturating_sub(BEFORE)..first).any(|at| {
            let mut rows = self.lists.rows(text, at).filter(|(does, _)| *does == Does::Points);
            rows.any(|(_, words)| at + words <= first && (at + words..first).all(|at| self.is_weightless(at)))
        })
    }

    /// Whether the code heads a line that explains it, without a date or a failed object.
    fn is_explained(&self, code: &CodeHit) -> bool {
        let (first, last) = self.text.line(code.words.0);
        code.words.0 - first < HEAD
            && code.words.1 < last
            && !(code.words.1 + 1..=last).any(|at| self.is_name(at))
            && !self.tells_of_today(code)
    }

    /// Whether the line of a code has a time, or says that something failed.
    fn tells_of_today(&self, code: &CodeHit) -> bool {
        let text = self.text;
        let (first, last) = text.line(code.words.0);
        let is_number = |at: usize| is_number(&text.words[at].form);
        let is_time =
            |at: usize| is_number(at) && is_number(at + 1) && [":", "-", "/", "."].contains(&text.between(at, at + 1));
        let fails = |at: usize| self.senses[at] == Sense::Failure;
        let is_cell = |at: usize| {
            let parts = |gap: &str| gap.is_empty() || gap.contains(['\t', '|', ',', ';', '\n']) || gap.contains("  ");
            parts(text.before(at)) && parts(text.behind(at))
        };
        (first..last).any(is_time) || (first..=last).any(|at| fails(at) && (at < code.words.0 || is_cell(at)))
    }
}

/// Whether a cell of a table ends before this.
fn ends_cell(gap: &str) -> bool {
    gap.trim_start_matches(['`', ' ']).starts_with([';', '|', '\t'])
}

fn are_many<'c>(codes: impl Iterator<Item = &'c CodeHit>, least: usize) -> bool {
    codes.map(|code| code.row).collect::<BTreeSet<_>>().len() >= least
}

#[cfg(test)]
mod tests {
    use crate::evidence::matching::tests::found;

    #[test]
    fn a_list_of_codes_reports_none_of_them_for_sure() {
        let check = |text: &str, sure: bool| {
            let found = found(text);
            let is_so = found.iter().all(|found| found.contains(" low ") != sure);
            assert!(is_so && !found.is_empty(), "{text}: {found:?}");
        };
        check("See also: ONE, TWO", false);
        check("How do I list the jobs that failed, e.g. filter on ONE?", false);
        check("Kann ich die Liste filtern nach ONE?", false);
        check("ONE, TWO and THREE", false);
        check("- ONE\n- TWO\n- THREE", false);
        check("| ONE | resize the disk |\n| TWO | check COM |", false);
        check("## ONE\nResize it.\n## TWO\nCheck it.", false);
        check("RB-1 ONE resize\nRB-2 TWO check\nRB-3 THREE start", false);
        check("where Code in (\"ONE\", \"TWO\")", false);
        check("if ($job.Code -eq 'ONE') { return }", false);
        check("failed{code=\"ONE\"} > 0", false);
        check("> if code == \"ONE\": return\nWhy? Support says that ONE clears by itself.", false);
        check("if echo \"$out\" | grep -q ONE; then sleep 60; fi", false);
        check("case $code in\n  ONE) sleep 60 ;;\nesac", false);
        check("switch ($code) {\n  'ONE' { continue }\n}", false);
        check("RETRIED = [\"ONE\"]", false);
        check("retry_on:\n  - ONE", false);
        check("The wrapper retries on ONE", false);
        check("condition = JobFailureCode equals ONE", false);
        check(
            "|| Code || Team ||\n| ONE | Server | RB-101 |\n| TWO | Cloud | RB-104 |\n| THREE | Cloud | RB-107 |",
            false,
        );
        check("| ONE | web01 | Failed |\n| TWO | web02 | Failed |\n| THREE | web03 | Failed |", true);
        check("switch ($code) {\n  'TWO' { continue }\n}\n# Also handle ONE?", false);
        check("'*too large*' { $queue = 'disks' }   # ONE", false);
        check("if (text.includes('large')) next(); // ONE", false);
        check("Ticket (web01) # ONE", true);
        check("time = \"01:00\" # not 00:00, it collided: ONE", false);
        check("name = \"web01\", error = \"ONE\"", true);
        check("What does ONE mean?\nThe disk is too large.", false);
        check("FAQ\nWas bedeutet ONE?", false);
        check("What does ONE mean?", true);
        check("We got ONE. What does it mean?", true);
        check("What does ONE mean? It is on our web01 since Monday.", true);
        check("errors:\n  - ONE", true);
        check("grep found it:\nONE", true);
        check("Code | Meaning | Action\n---|---|---\nONE | too large | resize", false);
        check("Error code | Error message | Action\nONE | too large | resize", true);
        check("Tags: azure, ONE", false);
        check("The section \"ONE\" is longer now", false);
        check("Im Abschnitt „ONE“ fehlt ein Bild", false);
        check("* ONE got a new screenshot", false);
        check("The error section: ONE", true);
        check("I made a new screenshot: ONE", true);
        check("web01 fails with ONE and web02 with TWO", true);
        check("2026-11-20 01:02 web01 Failed ONE\n2026-11-20 01:03 web02 Failed TWO", true);
        check("| Failed | ONE | web01 |\n| Failed | TWO | web02 |\n| Failed | THREE | web03 |", true);
        check("{\"code\": \"ONE\"}", true);
        check("Error code\tONE", true);
    }
}

//! Errors that a text only mentions beside the one that it is about: others in a list, in a table of counts, or in a paragraph that
//! tells of no machine and of no time.

use std::collections::BTreeSet;

use super::{
    codes::CodeHit,
    documents::LONGEST,
    roles::WeighedWords,
    speech::{Sense, WordList},
    standing::ErrorStanding,
};
use crate::{evidence::readers::is_machine_alone, text::number::is_number};

/// A paragraph is looked at so far before a word and behind it.
const AROUND: usize = 150;

/// Names of other errors than ours begin so, and stand within so many words before the words of one.
const FOREIGN: &str = "usererror";
const BESIDE: usize = 10;

/// So many different errors are a list of them.
const MANY: usize = 3;

/// An error that a text names: its first and its last word, and its problem.
pub(super) type NamedError<'m> = ((usize, usize), &'m str);

impl WeighedWords<'_> {
    /// Whether what stands around an error tells of a time, or of a machine of whoever writes.
    pub(super) fn tells_of_own(&self, first: usize, last: usize) -> bool {
        let (from, to) = self.paragraph(first, last);
        let is_own = || (from..=to).any(|at| self.speech.is_in(WordList::Own, &self.text.words[at].form));
        (from..to).any(|at| self.is_clock(at)) || (is_own() && (from..=to).any(|at| self.is_machine(at)))
    }

    /// For each error of a text that names several whether it is only mentioned: others are told of a machine or of a time, and it
    /// is not, or it is one of many.
    pub(super) fn mentioned(&self, found: &[NamedError<'_>]) -> Vec<bool> {
        let problems: BTreeSet<&str> = found.iter().map(|(_, problem)| *problem).collect();
        if problems.len() < 2 || self.text.words.len() > LONGEST {
            return vec![false; found.len()];
        }
        let parts: Vec<(usize, usize)> = found.iter().map(|((first, last), _)| self.paragraph(*first, *last)).collect();
        let placed: Vec<bool> = parts.iter().map(|part| self.has_place(*part)).collect();
        let is_mentioned = |at: usize| {
            let (words, problem) = found[at];
            let is_labelled = || self.error_before(words.0) || self.text.line(words.0) == words;
            let is_beside = (0..found.len()).any(|other| placed[other] && found[other].1 != problem);
            // What stands in one paragraph tells of one machine.
            let is_apart = || (0..found.len()).all(|other| found[other].1 == problem || parts[other] != parts[at]);
            !placed[at] && ((problems.len() >= MANY && !is_labelled()) || (is_beside && is_apart()))
        };
        (0..found.len()).map(is_mentioned).collect()
    }

    /// Whether the paragraph of an error names a machine or a time of day.
    pub(super) fn is_placed(&self, (first, last): (usize, usize)) -> bool {
        self.has_place(self.paragraph(first, last))
    }

    fn has_place(&self, (from, to): (usize, usize)) -> bool {
        (from..=to).any(|at| (at < to && self.is_clock(at)) || self.is_machine(at))
    }

    /// The first and the last word of the lines around, up to an empty one or to the next item; a colon leads on.
    fn paragraph(&self, first: usize, last: usize) -> (usize, usize) {
        let text = self.text;
        let is_item = |gap: &str| {
            let line = gap.rsplit('\n').next().unwrap_or_default();
            line.trim_start().starts_with(['-', '*', '\u{2022}'])
        };
        let parts = |at: &usize| {
            let gap = text.before(*at);
            let breaks = if gap.contains('\n') { gap.matches('\n').count() } else { 0 };
            let is_led = gap.trim_start().starts_with(':') && breaks == 2;
            breaks > 0 && ((breaks > 1 && !is_led) || is_item(gap))
        };
        let least = first.saturating_sub(AROUND);
        let most = text.words.len().min(last + AROUND);
        // What has a line of its own belongs to what leads to it.
        let is_shown = text.line(first).0 == first && !is_item(text.before(first));
        let own = if is_shown { first.saturating_sub(1) } else { first };
        let begin = (least + 1..=own).rev().find(parts).unwrap_or(least);
        (begin, (last + 1..most).find(parts).unwrap_or(most) - 1)
    }

    /// Whether a time of day begins at a word.
    fn is_clock(&self, at: usize) -> bool {
        let is_digits = |at: usize| {
            let form = &self.text.words[at].form;
            form.len() <= 2 && is_number(form)
        };
        is_digits(at) && is_digits(at + 1) && self.text.between(at, at + 1) == ":"
    }

    /// Whether a word begins the name of a machine.
    pub(super) fn is_machine(&self, at: usize) -> bool {
        let text = self.text;
        let joined = (at..text.words.len() - 1).take_while(|at| text.behind(*at) == "-").count();
        !text.before(at).ends_with(['-', '/', '.']) && is_machine_alone(text.span(at, at + joined))
    }

    /// For each code whether it is one of many behind the same word, none of which a line calls a failure.
    pub(super) fn alike(&self, codes: &[CodeHit]) -> Vec<bool> {
        // Most texts name one or two, and a list is no longer than a mail.
        let several: BTreeSet<usize> = codes.iter().map(|code| code.row).collect();
        if several.len() < MANY || self.text.words.len() > LONGEST {
            return vec![false; codes.len()];
        }
        let lead = |code: &CodeHit| {
            let (first, last) = self.text.line(code.words.0);
            let at = code.words.0.checked_sub(1).filter(|at| *at >= first)?;
            let is_plain = matches!(self.senses[at], Sense::Stem(_)) && !self.error_before(code.words.0);
            let fails = (first..=last).any(|at| matches!(self.senses[at], Sense::Failure | Sense::Error));
            (is_plain && !fails && self.text.before(code.words.0) == " ").then(|| self.text.words[at].form.as_str())
        };
        let leads: Vec<Option<&str>> = codes.iter().map(lead).collect();
        let rows: BTreeSet<(&str, usize)> =
            codes.iter().zip(&leads).filter_map(|(code, lead)| Some(((*lead)?, code.row))).collect();
        let are_many = |lead: &Option<&str>| {
            lead.is_some_and(|lead| rows.range((lead, 0)..=(lead, usize::MAX)).take(MANY).count() == MANY)
        };
        leads.iter().map(are_many).collect()
    }

    /// What is said of the last one of two codes that a word joins is said of the first one too: "A and B did not come up".
    pub(super) fn as_the_last(&self, codes: &[CodeHit], listed: &mut [bool], is_code: impl Fn(usize) -> bool + Copy) {
        for (at, pair) in codes.windows(2).enumerate().rev() {
            let (last, next) = (pair[0].words.1, pair[1].words.0);
            // A word of a letter or two, as every language has them.
            let is_join = next == last + 2 && self.text.words[last + 1].form.chars().count() < 4;
            if is_join && self.senses[last + 1] != Sense::Denial && !listed[at] {
                listed[at] = self.behind(pair[1].words.1, is_code) != ErrorStanding::Present;
            }
        }
    }

    /// Whether a table of how often each error came up says of one that it did not.
    pub(super) fn is_counted_out(&self, last: usize) -> bool {
        let (text, next) = (self.text, last + 1);
        let is_alone =
            || text.line(last).1 == next && text.behind(next).trim_start_matches([' ', '|']).starts_with('\n');
        let is_cell = |gap: &str| gap.contains(['\t', '|', ';', ',', ':']) || gap.contains("  ");
        next < text.words.len() && text.words[next].form == "0" && is_cell(text.behind(last)) && is_alone()
    }

    /// Whether the error of another service stands right before words that one of ours has too.
    pub(super) fn is_of_foreign_code(&self, first: usize, is_code: impl Fn(usize) -> bool) -> bool {
        let before = (first.saturating_sub(BESIDE)..first).rev();
        let ends = |at: usize| self.text.between(at, at + 1).matches('\n').count() > 1;
        let mut before = before.take_while(|at| !ends(*at));
        before.find(|at| self.text.words[*at].form.starts_with(FOREIGN)).is_some_and(|at| !is_code(at))
    }
}

#[cfg(test)]
mod tests {
    use crate::evidence::matching::tests::sure_names;

    #[test]
    fn an_error_beside_the_one_that_a_text_is_about_is_only_mentioned() {
        let check = |text: &str, expected: &[&str]| assert_eq!(sure_names(text), expected, "{text}");
        check("Thank you for the words on ONE.\n\nNow web-01 ends in TWO.", &["TWO"]);
        check("web-01 ends in ONE.\n\nweb-02 ends in TWO.", &["ONE", "TWO"]);
        check("web-01 ends in ONE.\nThe inner error is TWO.", &["ONE", "TWO"]);
        check("It ends in ONE.\n\nAlso in TWO.", &["ONE", "TWO"]);
        check("web-01 fails:\n\nONE\n\nIt is not TWO.", &["ONE"]);
        check("The errors (ONE and TWO) did not appear", &[]);
        check("web-01 has ONE and TWO, they did not disappear", &["ONE", "TWO"]);
        check("a) ONE in step 2: wait\nb) TWO in step 3: choose\nc) THREE in step 4: start", &[]);
        check("web-01 ends in ONE, web-02 in TWO, web-03 in THREE", &["ONE", "TWO", "THREE"]);
        check("x - registered ONE -> A\nx - registered TWO -> B\nx - registered THREE -> C", &[]);
        check("02:10 failed ONE\n02:11 failed TWO\n02:12 failed THREE", &["ONE", "TWO", "THREE"]);
        check("Failures by reason\n  ONE      0\n  TWO      0\n", &[]);
        check("Failures by reason\n  ONE      0\n  TWO      9\n", &["TWO"]);
        check(
            "Error code  UserErrorSQLOther\nError message  Unable to initiate backup as another backup operation is currently in progress",
            &[],
        );
    }
}

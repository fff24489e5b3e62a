//! Backups that work again: what a text tells so of an error that it names before.

use rustc_hash::FxHashMap;

use super::{
    roles::{Does, WeighedWords},
    speech::Sense,
    standing::{COMMAS, ErrorStanding, asks, ends_sentence},
};

/// What says that backups work again stands within so many words behind the error.
const FAR: usize = 60;

/// Within so many, and in the same paragraph, it leaves no doubt.
const NEAR: usize = 30;

/// Of each kind of name with a number, such as `web` of `web01`: where the first one stands, and the first of another number.
pub(super) type Namesakes<'t> = FxHashMap<&'t str, (usize, Option<usize>)>;

impl<'t> WeighedWords<'t> {
    /// What a clause behind the error says that tells of backups that work again.
    pub(super) fn recovery(&self, last: usize, is_code: impl Fn(usize) -> bool) -> Option<ErrorStanding> {
        let text = self.text;
        let end = text.words.len().min(last + FAR);
        // Whether the clause before says since when.
        let mut since = false;
        // Whether a sentence has ended since the error.
        let mut ended = false;
        let (mut start, mut looked) = (last + 1, last + 1);
        while start < end {
            let gap = |at: usize| text.between(at - 1, at);
            let close = (start + 1..end).find(|at| ends_clause(gap(*at))).unwrap_or(end);
            // What follows another error in a sentence of its own tells of that one.
            ended = ended || (looked..=start).any(|at| ends_sentence(gap(at)));
            looked = start + 1;
            if ended && (start..close).any(&is_code) {
                return None;
            }
            let works = self.recovers(start, close, since);
            if (works || self.is_resolved(start, close)) && !asks(text.behind(close - 1)) {
                let apart = !works || (last + 1..close).any(|at| gap(at).matches('\n').count() > 1);
                let over = if close - last > NEAR || apart { ErrorStanding::Doubtful } else { ErrorStanding::Over };
                return (!self.fails_behind(close)).then_some(over);
            }
            since = start > last + 1 && self.is(start, Does::Turned) && gap(close.min(end - 1)).contains(COMMAS);
            start = close;
        }
        None
    }

    /// Whether a clause says that backups work again, and says so of nothing else; `since` where another says when.
    fn recovers(&self, start: usize, end: usize, since: bool) -> bool {
        let (mut works, mut turned, mut of_runs, mut bare) = (false, since, false, true);
        let mut at = start;
        while at < end {
            let sense = self.senses[at];
            let fails = |at: usize| at < end && matches!(self.senses[at], Sense::Error | Sense::Failure);
            let no_error = sense == Sense::Denial && fails(at + 1);
            let spoils = [Does::LeavesOpen, Does::Contrasts, Does::Supposes, Does::Excepts];
            if (sense == Sense::Denial && !no_error) || fails(at) || spoils.iter().any(|does| self.is(at, *does)) {
                return false;
            }
            works |= no_error || self.is(at, Does::Works);
            turned |= self.is(at, Does::Turned);
            of_runs |= self.is(at, Does::Runs) || self.is(at, Does::Refers);
            let weightless = self.is(at, Does::Turned)
                || self.is(at, Does::Links)
                || (sense == Sense::Filler && !self.is(at, Does::Begins));
            bare &= works || weightless;
            if !works && self.is_name(at) && !self.is_of_same(at, start) {
                return false;
            }
            at += if no_error { 2 } else { 1 };
        }
        works && turned && (of_runs || bare)
    }

    /// Whether a sentence begins with what says that the error is over, as in "Resolved on Monday by a restart".
    fn is_resolved(&self, start: usize, end: usize) -> bool {
        let begins = start > 0 && ends_sentence(self.text.between(start - 1, start));
        begins && self.is(start, Does::Ends) && start + 1 < end && !self.is(start + 1, Does::Begins)
    }

    /// Whether a word is a part of a name with a number, such as that of another VM.
    pub(super) fn is_name(&self, at: usize) -> bool {
        let form = &self.text.words[at].form;
        has_figure(form) && (form.contains(char::is_alphabetic) || self.text.before(at) == "-")
    }

    /// Whether a name with a number is the only one of its kind that stands before a clause.
    fn is_of_same(&self, at: usize, start: usize) -> bool {
        let of_kind = self.names.get_or_init(|| self.namesakes()).get(self.kind_of_name(at));
        of_kind.is_some_and(|(first, other)| {
            *first < start
                && other.is_none_or(|other| start <= other)
                && self.text.words[*first].form == self.text.words[at].form
        })
    }

    /// What a name with a number is without it.
    fn kind_of_name(&self, at: usize) -> &'t str {
        let letters = self.text.words[at].form.trim_end_matches(|c: char| c.is_ascii_digit());
        if letters.is_empty() && at > 0 { &self.text.words[at - 1].form } else { letters }
    }

    fn namesakes(&self) -> Namesakes<'t> {
        let mut names = Namesakes::default();
        let figures = self.text.by_form(|form| has_figure(form)).enumerate();
        for at in figures.filter_map(|(at, has)| (has && self.is_name(at)).then_some(at)) {
            let (first, other) = names.entry(self.kind_of_name(at)).or_insert((at, None));
            if self.text.words[*first].form != self.text.words[at].form {
                other.get_or_insert(at);
            }
        }
        names
    }

    /// Whether the text goes on to tell of a failure.
    fn fails_behind(&self, at: usize) -> bool {
        let fails = |at: usize| {
            let denied = at > 0 && self.senses[at - 1] == Sense::Denial;
            self.is(at, Does::Returns) || (self.senses[at] == Sense::Failure && !denied)
        };
        (at..self.text.words.len().min(at + NEAR)).any(fails)
    }
}

fn has_figure(form: &str) -> bool {
    form.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether a clause ends between two words.
pub(super) fn ends_clause(gap: &str) -> bool {
    // Between most words nothing else stands.
    gap != " " && (ends_sentence(gap) || gap.contains(COMMAS) || gap.contains(['(', ')']))
}

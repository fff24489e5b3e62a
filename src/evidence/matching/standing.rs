//! Whether an error that a text names is there today: one that is over, or that the text only reckons with, is none.

use super::{
    recovery::ends_clause,
    roles::{Does, WeighedWords},
    speech::{Sense, WordList},
    words::TextWord,
};

/// How what a text says of an error stands to today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ErrorStanding {
    /// It is there.
    Present,
    /// It may be there: it is a condition, or over unless something else is.
    Doubtful,
    /// It is over.
    Over,
}

/// A condition stands within so many words before what it is about.
pub(super) const CONDITION: usize = 10;

/// A verb stands within so many words behind its subject.
const VERB: usize = 24;

/// An article or a preposition of any language has so many letters at most.
const SHORT: usize = 3;

/// So many signs of a script without blanks are about a word.
pub(super) const SIGNS: usize = 3;

pub(super) const COMMAS: [char; 3] = [',', '\u{ff0c}', '\u{3001}'];

/// The verb of a sentence that only refers to another one stands within so many words.
const REFERS: usize = 8;

/// Who asks about an error says within so many words that they have it.
const AROUND: usize = 40;

/// A sentence has so many words at most.
pub(super) const SENTENCE: usize = 100;

impl WeighedWords<'_> {
    /// How an error stands whose first and last word these are.
    pub(super) fn of(&self, (first, last): (usize, usize), is_code: impl Fn(usize) -> bool) -> ErrorStanding {
        let is_name = is_code(first);
        // Codes in a row make no sentence.
        let in_a_row = first > 0 && is_code(first - 1) && self.text.before(first).trim().is_empty();
        match self.behind(last, &is_code) {
            _ if self.is_titled_over(first) || self.is_over_before(first, &is_code) => ErrorStanding::Over,
            ErrorStanding::Present if !in_a_row && self.is_supposed(first, last, is_name) => ErrorStanding::Doubtful,
            ErrorStanding::Present if self.may_happen(first, last) => ErrorStanding::Doubtful,
            ErrorStanding::Present if self.was_never(first, last) || self.would_follow(first) => {
                ErrorStanding::Doubtful
            }
            ErrorStanding::Present if self.is_asked_about(first, last) => ErrorStanding::Doubtful,
            ErrorStanding::Present if is_name && self.ended_well(first) => ErrorStanding::Doubtful,
            ErrorStanding::Present if is_name && self.is_example(first, last) => ErrorStanding::Doubtful,
            ErrorStanding::Present if self.is_spoken_of(first, last) => ErrorStanding::Doubtful,
            ErrorStanding::Present if self.is_reckoned_with(first, last) => ErrorStanding::Doubtful,
            ErrorStanding::Present if self.is_taken_back(last, &is_code) => ErrorStanding::Doubtful,
            ErrorStanding::Present if self.was_until(first, last) => ErrorStanding::Doubtful,
            ErrorStanding::Present => self.lapsed(first, last, is_code),
            standing => standing,
        }
    }

    /// Whether what stands right before it says that it is over, as in "solved the error"; "not solved" leaves it open.
    fn is_over_before(&self, first: usize, is_code: impl Fn(usize) -> bool) -> bool {
        let ends = |at: &usize| {
            let rows = || self.lists.rows(self.text, *at);
            (self.is(*at, Does::Ends) || self.is(*at, Does::Passed))
                && rows().any(|(does, words)| matches!(does, Does::Ends | Does::Passed) && at + words <= first)
        };
        let over = self.linked(first, is_code).find(ends);
        over.is_some_and(|at| at == 0 || !self.is(at - 1, Does::LeavesOpen))
    }

    /// Whether its line begins with a word that says that it is over, as the heads of tickets do.
    fn is_titled_over(&self, first: usize) -> bool {
        let text = self.text;
        let line = text.words[first].line;
        let begins = text.words[..first].partition_point(|word| word.line < line);
        let is_head =
            |at: &usize| text.behind(*at).trim_start_matches([' ', '*', '"']).starts_with([':', ']', '-', '\u{2013}']);
        (begins..first).take(SENTENCE).take_while(is_head).any(|at| self.is(at, Does::Ends))
    }

    /// What the sentence goes on to say behind a word.
    pub(super) fn behind(&self, last: usize, is_code: impl Fn(usize) -> bool) -> ErrorStanding {
        let (text, speech) = (self.text, self.speech);
        let mut clause = Clause::Same;
        // Whether nothing but words without weight was passed.
        let mut plain = true;
        for at in last + 1..text.words.len().min(last + self.reach(last)) {
            let gap = text.between(at - 1, at);
            if ends_sentence(gap) {
                let goes_on = gap.trim_start_matches(['"', '`', '\'']).starts_with(['.', '!', '\u{3002}']);
                return if goes_on { self.next_sentence(at) } else { ErrorStanding::Present };
            }
            let is_name = is_code(at);
            // Of a list of codes each stands behind a comma or a word that joins them.
            if is_name && !gap.contains(COMMAS) && !self.is(at - 1, Does::Joins) {
                return ErrorStanding::Present;
            }
            let listed = plain && is_name;
            clause = self.clause_behind(at, gap, clause, (plain, listed));
            let ends = self.is(at, Does::Ends) || (plain && self.is(at, Does::Passed));
            if ends && clause != Clause::Aside && (plain || !self.is_attribute(at)) {
                let by_another = self.is(at - 1, Does::Stands) && !self.is(at - 1, Does::Links);
                return self.as_it_goes_on(at, clause == Clause::Doubtful || by_another);
            }
            let open = [Does::LeavesOpen, Does::Contrasts].iter().any(|does| self.is(at, *does));
            if open || (is_name && !plain) {
                return ErrorStanding::Present;
            }
            let form = &text.words[at].form;
            plain &= listed
                || matches!(self.senses[at], Sense::Filler | Sense::Failure | Sense::Error)
                || speech.is_link(form)
                || self.is(at, Does::Links);
        }
        ErrorStanding::Present
    }

    /// How many words behind one its verb may stand; where each sign counts as a word, that is more of them.
    fn reach(&self, last: usize) -> usize {
        if self.text.words.get(last + 1).is_some_and(TextWord::is_sign) { VERB * SIGNS } else { VERB }
    }

    /// What the next sentence says of what this one names: "It is fixed."
    fn next_sentence(&self, first: usize) -> ErrorStanding {
        // "Fixed the network" speaks of another thing too.
        let ends =
            self.is(first, Does::Ends) && !self.roles.get(first + 1).is_some_and(|_| self.is(first + 1, Does::Begins));
        let refers = ends || [Does::Refers, Does::Links, Does::Begins].iter().any(|does| self.is(first, *does));
        let end = self.roles.len().min(first + REFERS);
        let mut words = (first..end).take_while(|at| *at == first || !ends_sentence(self.text.between(at - 1, *at)));
        // "The lock is fixed" says it of another thing.
        let names_it = |at: usize| !self.is(first, Does::Begins) || (first..at).any(|word| self.names_an_error(word));
        let over = words
            .find(|at| self.is(*at, Does::Ends) || self.is(*at, Does::LeavesOpen) || self.is(*at, Does::Contrasts));
        match over {
            Some(at) if refers && self.is(at, Does::Ends) && names_it(at) => self.as_it_goes_on(at, true),
            _ => ErrorStanding::Present,
        }
    }

    /// Whether a word stands for an error by itself.
    fn names_an_error(&self, at: usize) -> bool {
        self.senses[at] == Sense::Error || self.is(at, Does::Refers)
    }

    /// The clause of a word behind a gap; `plain` as in `behind`, and whether the word belongs to a list of codes.
    fn clause_behind(&self, at: usize, gap: &str, clause: Clause, (plain, listed): (bool, bool)) -> Clause {
        let begins = |at: usize| at < self.roles.len() && self.is(at, Does::Begins);
        if gap.contains(')') || self.is(at, Does::Links) && gap.contains(COMMAS) {
            return Clause::Same;
        }
        if gap.contains('(') && !plain {
            return Clause::Aside;
        }
        if gap.contains(COMMAS) && !listed {
            return if begins(at) { Clause::Aside } else { Clause::Doubtful };
        }
        if self.is(at, Does::Joins) {
            return if begins(at + 1) {
                Clause::Aside
            } else if plain {
                clause
            } else {
                Clause::Doubtful
            };
        }
        // "Is since yesterday resolved" goes on.
        let turns = self.is(at, Does::Turns) && !self.is(at - 1, Does::Links);
        if turns { Clause::Doubtful } else { clause }
    }

    /// Whether a word says how another thing is, as in "with a fixed address".
    fn is_attribute(&self, at: usize) -> bool {
        let weightless = self.senses[at - 1] == Sense::Filler && self.text.words[at - 1].form.len() > 1;
        // "..., that went away" is a clause of its own.
        let refers = || self.is(at - 1, Does::Refers) && self.text.before(at - 1).contains(COMMAS);
        (weightless && !self.is(at - 1, Does::Links) && !refers()) || self.is(at - 1, Does::Begins)
    }

    /// What a sentence that says that an error is over says in the end: it may ask, or go on to say that it came back.
    fn as_it_goes_on(&self, over: usize, doubtful: bool) -> ErrorStanding {
        let text = self.text;
        let said = if doubtful { ErrorStanding::Doubtful } else { ErrorStanding::Over };
        for at in over..text.words.len().min(over + VERB) {
            if at > over && self.is(at, Does::LeavesOpen) {
                return said;
            }
            if at > over && self.is(at, Does::Returns) {
                return ErrorStanding::Present;
            }
            if at > over && self.is(at, Does::Contrasts) {
                return ErrorStanding::Doubtful;
            }
            let gap = text.behind(at);
            if ends_sentence(gap) {
                return if asks(gap) { ErrorStanding::Present } else { said };
            }
        }
        said
    }

    /// Whether it is a condition; before a message the short words of one may be a part of it.
    fn is_supposed(&self, first: usize, last: usize, is_name: bool) -> bool {
        let (text, speech) = (self.text, self.speech);
        let is_apart = |left: usize| ends_clause(text.between(left, left + 1));
        let end =
            || (last..text.words.len().min(last + SENTENCE)).map(|at| text.behind(at)).find(|gap| ends_sentence(gap));
        // Where the words without weight begin that stand right before it.
        let mut plain = first;
        // The last word that stands for somebody: behind a condition of its own it begins what follows from it.
        let mut subject = None;
        for at in (first.saturating_sub(CONDITION)..first).rev() {
            if is_apart(at) {
                break;
            }
            let form = &text.words[at].form;
            let asks_whether = || (at.saturating_sub(2)..at).any(|before| self.is(before, Does::Asks));
            if self.is(at, Does::Supposes) && subject.is_none_or(|subject| subject <= at + 2) {
                return !asks_whether();
            }
            let mut rows = self.lists.rows(text, at).filter(|(does, _)| *does == Does::SupposesNext);
            if is_name && self.is(at, Does::SupposesNext) && rows.any(|(_, words)| at + words >= plain) {
                return !end().is_some_and(asks);
            }
            let is_plain = form.chars().count() <= SHORT
                || matches!(self.senses[at], Sense::Filler | Sense::Error)
                || self.is(at, Does::Begins)
                || speech.is_link(form);
            if is_plain && plain == at + 1 {
                plain = at;
            }
            if subject.is_none() && self.is(at, Does::Stands) {
                subject = Some(at);
            }
        }
        let mut behind = (last + 1..text.words.len().min(last + 1 + CONDITION)).take_while(|at| !is_apart(at - 1));
        behind.any(|at| self.is(at, Does::SupposesLast))
    }
}

impl WeighedWords<'_> {
    /// Whether a question asks if it can come up, as in "Can X happen after a change?".
    fn may_happen(&self, first: usize, last: usize) -> bool {
        let (text, end) = (self.text, self.text.words.len());
        if !self.has(Does::Happens) {
            return false;
        }
        let ends = |at: usize| ends_sentence(text.between(at - 1, at));
        let before = (first.saturating_sub(REFERS)..first).rev().take_while(|at| !ends(at + 1));
        let verb = before.into_iter().find(|at| self.is(*at, Does::LeavesOpen) || !self.is_weightless(*at));
        let happens = (last + 1..end.min(last + VERB)).take_while(|at| !ends(*at)).any(|at| self.is(at, Does::Happens));
        let close = (last..end.min(last + SENTENCE)).map(|at| text.behind(at)).find(|gap| ends_sentence(gap));
        happens && verb.is_some_and(|at| self.is(at, Does::LeavesOpen)) && close.is_some_and(asks)
    }

    /// Whether a question asks what it means, and nothing around it tells that somebody has it.
    fn is_asked_about(&self, first: usize, last: usize) -> bool {
        let (text, end) = (self.text, self.text.words.len());
        if !text.asks {
            return false;
        }
        let is = |at: usize, list: WordList| self.speech.is_in(list, &text.words[at].form);
        let ends = |at: usize| ends_sentence(text.between(at - 1, at));
        let Some(close) = (last..end.min(last + VERB)).find(|at| ends_sentence(text.behind(*at))) else { return false };
        if !asks(text.behind(close)) {
            return false;
        }
        let before = (first.saturating_sub(REFERS)..first).rev().take_while(|at| !ends(at + 1));
        let means = (last + 1..=close).chain(before).any(|at| is(at, WordList::Means));
        let apart = |at: usize| text.between(at - 1, at).matches('\n').count() > 1;
        let above = (first.saturating_sub(AROUND)..first).rev().take_while(|at| !apart(at + 1));
        let below = (last + 1..end.min(last + AROUND)).take_while(|at| !apart(*at));
        // Whoever hands in nothing but the question has the error.
        let is_told = (close + 1..end.min(close + AROUND)).any(|at| is(at, WordList::Means));
        let is_document = is_told || text.words[0].line < text.words[end - 1].line;
        means && is_document && !above.chain(below).any(|at| is(at, WordList::Own))
    }

    /// Whether a word only leads to the error that it stands before.
    pub(super) fn is_weightless(&self, at: usize) -> bool {
        matches!(self.senses[at], Sense::Filler | Sense::Error) || self.speech.is_link(&self.text.words[at].form)
    }
}

/// The clause that a word behind an error stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Clause {
    /// That of the error.
    Same,
    /// That of another thing, or one about the error that says more of it.
    Aside,
    /// Perhaps that of another thing.
    Doubtful,
}

/// Whether a sentence, an item or a field ends between two words; a sign inside a name ends none.
pub(super) fn ends_sentence(gap: &str) -> bool {
    // Between most words nothing else stands.
    if gap == " " {
        return false;
    }
    let is_inside = matches!(gap, "." | ":");
    let item = |line: &str| ["- ", "* "].iter().any(|sign| line.trim_start().starts_with(sign));
    let breaks = || gap.matches('\n').count() > 1 || gap.split('\n').skip(1).any(item);
    (gap.contains(ends) && !is_inside)
        || gap.contains(" - ")
        || gap == ","
        || gap.contains("\",")
        || (gap.contains('\n') && breaks())
}

/// Whether a sign ends a sentence, an item or a field.
fn ends(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | ';' | ':' | '=' | '{' | '}' | '[' | ']' | '|' | '\t')
        || matches!(c, '\u{2013}' | '\u{2014}' | '\u{2022}' | '\u{2192}' | '\u{3002}')
        || matches!(c, '\u{ff01}' | '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}')
}

/// Whether a sentence ends with a question.
pub(super) fn asks(end: &str) -> bool {
    end.trim_start_matches(['"', '\u{201d}', '`', '\'']).starts_with(['?', '\u{ff1f}'])
}

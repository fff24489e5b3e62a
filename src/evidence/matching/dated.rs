//! Errors that a text dates: the one that was there before, where it says that another one is there now.

use std::collections::BTreeSet;

use super::{
    mentions::NamedError,
    roles::{Does, WeighedWords},
    speech::Sense,
    standing::COMMAS,
};

/// What says when it was may stand in a clause of its own of so many words.
const WHEN: usize = 4;

/// Of so many errors it is looked at which of them are there now.
const MANY: usize = 8;

impl WeighedWords<'_> {
    /// For each error of a text whether it is one of before, where another one of no other machine is there now.
    pub(super) fn of_before(&self, found: &[NamedError<'_>]) -> Vec<bool> {
        if found.len() < 2 || !(self.has(Does::Lately) || self.has(Does::LongAgo)) {
            return vec![false; found.len()];
        }
        let named: BTreeSet<usize> = found.iter().flat_map(|((first, last), _)| *first..=*last).collect();
        let clauses: Vec<(usize, usize)> = found.iter().map(|(words, _)| self.dated_clause(*words, &named)).collect();
        let is_new = |at: &usize| self.is_current(clauses[*at]) && !self.is_of_past(clauses[*at]);
        let new: Vec<usize> = (0..found.len()).filter(is_new).take(MANY).collect();
        let is_old = |at: usize| {
            let is_other = |new: &usize| {
                found[*new].1 != found[at].1
                    && !self.name_apart(clauses[at], clauses[*new])
                    && !self.adds(clauses[*new])
            };
            self.is_of_past(clauses[at]) && !self.is_current(clauses[at]) && new.iter().any(is_other)
        };
        (0..found.len()).map(is_old).collect()
    }

    /// The clause of an error, with a short one before it that says when that was, as in "last week, it was X".
    fn dated_clause(&self, (first, last): (usize, usize), named: &BTreeSet<usize>) -> (usize, usize) {
        let (start, end) = (self.clause(first).0, self.clause(last).1);
        if start == 0 || !self.text.before(start).contains(COMMAS) {
            return (start, end);
        }
        let before = self.clause(start - 1).0;
        let is_when = start - before <= WHEN && named.range(before..start).next().is_none();
        (if is_when { before } else { start }, end)
    }

    /// Whether a clause tells of a time that is over; "since last week" is not.
    fn is_of_past(&self, (start, end): (usize, usize)) -> bool {
        let since =
            |at: usize| (at.saturating_sub(2)..at).any(|at| self.is(at, Does::Turns) || self.is(at, Does::Turned));
        (start..end).any(|at| (self.is(at, Does::Lately) || self.is(at, Does::LongAgo)) && !since(at))
    }

    fn is_current(&self, (start, end): (usize, usize)) -> bool {
        (start..end).any(|at| self.is(at, Does::IsToday) || self.is(at, Does::Turned))
    }

    fn adds(&self, (start, end): (usize, usize)) -> bool {
        (start..end).any(|at| self.is(at, Does::Adds))
    }

    /// Whether each of two clauses names a machine, and not the same.
    fn name_apart(&self, one: (usize, usize), other: (usize, usize)) -> bool {
        let names = |(start, end): (usize, usize)| (start..end).filter(|at| self.is_name(*at));
        let form = |at: usize| &self.text.words[at].form;
        let mut of_one = names(one).peekable();
        of_one.peek().is_some()
            && names(other).next().is_some()
            && !of_one.any(|at| names(other).any(|of| form(of) == form(at)))
    }

    /// Whether it was there until a time that is told right behind it, as in "was X until Thursday".
    pub(super) fn was_until(&self, first: usize, last: usize) -> bool {
        if !self.has(Does::UntilThen) || !self.has(Does::Was) {
            return false;
        }
        let (start, end) = self.clause(first);
        let ends = last + 1 < end && self.is(last + 1, Does::UntilThen) && self.text.behind(last) == " ";
        // "Until now" is still so.
        let is_now = |at: usize| self.is(at, Does::IsToday) || self.is(at, Does::Turned);
        let ends = ends && !(last + 2..end).any(is_now);
        ends && (start..first).any(|at| self.is(at, Does::Was)) && !(start..end).any(|at| self.is(at, Does::LeavesOpen))
    }

    /// Whether the clause of a word says that all is well, or that something is not.
    pub(super) fn is_well_there(&self, at: usize) -> bool {
        let (start, end) = self.clause(at);
        (start..end).any(|at| self.senses[at] == Sense::Denial || self.is(at, Does::Works))
    }
}

#[cfg(test)]
mod tests {
    use crate::evidence::matching::tests::{found, sure_names};

    #[test]
    fn of_two_errors_the_one_that_is_there_now_is_the_one() {
        let check = |text: &str, expected: &[&str]| {
            let mut names = sure_names(text);
            names.sort_unstable();
            assert_eq!((found(text).is_empty(), names.as_slice()), (false, expected), "{text}");
        };
        check("no. ONE was last week, that went away after the reboot\nsince tuesday it's TWO, 3 of 3", &["TWO"]);
        check("Last week it was ONE, now it is TWO", &["TWO"]);
        check("Last week, it was ONE. Since Tuesday it is TWO", &["TWO"]);
        check("It used to be ONE, today TWO", &["TWO"]);
        check("Letzte Woche war es ONE, seit Dienstag ist es TWO", &["TWO"]);
        check("La semaine dernière c'était ONE, maintenant c'est TWO", &["TWO"]);
        check("la semana pasada era ONE, desde ayer es TWO", &["TWO"]);
        check("La settimana scorsa era ONE, adesso è TWO", &["TWO"]);
        check("Na semana passada era ONE, agora é TWO", &["TWO"]);
        check("W zeszłym tygodniu był ONE, teraz jest TWO", &["TWO"]);
        check("Minulý týden to byl ONE, teď je to TWO", &["TWO"]);
        check("Vorige week was het ONE, nu is het TWO", &["TWO"]);
        check("Geçen hafta ONE vardı, şimdi TWO var", &["TWO"]);
        check("На прошлой неделе была ONE, сейчас TWO", &["TWO"]);
        check("先週は ONE でした。今は TWO です", &["TWO"]);
        check("上周是 ONE，现在是 TWO", &["TWO"]);
        check("지난주에는 ONE 였는데, 지금은 TWO 입니다", &["TWO"]);
        check("Last week it was ONE, today again ONE", &["ONE"]);
        check("Last week it was ONE, and today again", &["ONE"]);
        check("Last week it was ONE", &["ONE"]);
        check("Last week it was ONE, now also TWO", &["ONE", "TWO"]);
        check("Last week web-01 had ONE, now web-02 has TWO", &["ONE", "TWO"]);
        check("Since last week it is ONE, today TWO", &["ONE", "TWO"]);
        check("Last week it was ONE. The inner error is TWO", &["ONE", "TWO"]);
        check("Last year it was ONE all the time. No, it completed and none runs today", &[]);
        check("vorig jaar was het ONE, elke week", &[]);
        check("web-01: was ONE until Thursday, five clean runs", &[]);
        check("web-01: war ONE bis Donnerstag", &[]);
        check("web-01 : c'était ONE jusqu'à jeudi", &[]);
        check("web-01: era ONE hasta el jueves", &[]);
        check("web-01: была ONE до четверга", &[]);
        check("web-01 ends with ONE until the disk is smaller", &["ONE"]);
        check("web-01 had ONE until now", &["ONE"]);
        check("web-01 hatte ONE bis heute", &["ONE"]);
        check("на web-01 была ONE до сих пор", &["ONE"]);
        check("It was ONE. Until Thursday nobody looked", &["ONE"]);
        check("früher ONE, jetzt TWO, zwei Läufe in Folge", &["TWO"]);
        check("раньше была ONE, теперь TWO", &["TWO"]);
        check("earlier ONE, then TWO", &["ONE", "TWO"]);
        check("Last year it was ONE. Tonight it failed again", &["ONE"]);
        check("Last month we had ONE, it comes every night again", &["ONE"]);
    }
}

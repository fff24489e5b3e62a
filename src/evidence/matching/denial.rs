//! Whether a sentence denies the error that it names, before it or behind it.

use super::{
    recovery::ends_clause,
    roles::{Does, WeighedWords},
    speech::Sense,
    standing::{CONDITION, SIGNS, asks, ends_sentence},
};

/// A denial reaches over so many words at most.
const REACH: usize = 12;

/// A clause has so many words at most.
const CLAUSE: usize = 14;

/// An error is named within so many words before its number.
const BEFORE: usize = 3;

/// What takes back an error stands within so many words behind it, and speaks of nothing that was not named within as many before.
const BACK: usize = 60;

impl WeighedWords<'_> {
    /// Whether a denial stands before a word, with nothing between but what links them; `skip` may stand between too.
    pub(super) fn denied(&self, at: usize, skip: impl Fn(usize) -> bool) -> bool {
        self.linked(at, skip).any(|word| self.senses[word] == Sense::Denial)
    }

    /// The words before one that is left, the nearest first, up to and with the first that is none of those that link.
    pub(super) fn linked(&self, at: usize, skip: impl Fn(usize) -> bool) -> impl Iterator<Item = usize> {
        let mut next = Some(at);
        std::iter::from_fn(move || {
            let right = next?;
            let near = right > at.saturating_sub(REACH);
            let joins = near && !breaks(self.text.between(right - 1, right), skip(right - 1));
            let word = joins.then(|| right - 1)?;
            let links = matches!(self.senses[word], Sense::Filler | Sense::Failure | Sense::Error)
                || skip(word)
                || self.speech.is_link(&self.text.words[word].form);
            next = links.then_some(word);
            Some(word)
        })
    }

    /// Whether the sentence goes on behind a word to deny it; what denies that it is over does not.
    pub(super) fn denied_behind(&self, at: usize) -> bool {
        let next = |at: usize| {
            let gap = self.text.behind(at);
            let goes_on =
                at + 1 < self.senses.len() && gap.starts_with(' ') && !breaks(gap, false) && !gap.contains('\n');
            goes_on.then(|| (at + 1, self.senses[at + 1]))
        };
        let (mut at, last) = (at, at + REACH);
        while let Some((word, sense)) = next(at).filter(|(word, _)| *word <= last) {
            match sense {
                _ if self.speech.is_forward(&self.text.words[word].form) => return false,
                // "Not solved" denies that it is over.
                Sense::Denial => {
                    let mut behind = std::iter::successors(next(word), |(word, _)| next(*word));
                    let said = behind.find(|(_, sense)| *sense != Sense::Filler);
                    return said.is_none_or(|(word, _)| !self.is(word, Does::Ends) && !self.is(word, Does::Passed));
                }
                Sense::Filler => at = word,
                _ => return false,
            }
        }
        false
    }

    /// Whether its clause says that nobody ever had it, as in "X hatten wir nie"; what was never there before is there now.
    pub(super) fn was_never(&self, first: usize, last: usize) -> bool {
        let (text, end) = (self.text, self.text.words.len());
        if !self.has(Does::Never) || !self.has(Does::Had) {
            return false;
        }
        let gap = |at: usize| text.between(at - 1, at);
        let ends = |at: usize| ends_clause(gap(at)) || self.is(at, Does::Joins);
        let start = (first.saturating_sub(CLAUSE) + 1..=first).rev().find(|at| ends(*at));
        let start = start.unwrap_or(first.saturating_sub(CLAUSE));
        // "The error X, we never had it" goes on behind the comma.
        let goes_on = |at: usize| !ends(at) || (at == last + 1 && gap(at).trim() == ",");
        let close = (last + 1..end.min(last + CLAUSE)).take_while(|at| goes_on(*at)).last().unwrap_or(last);
        let has = |does: Does| (start..=close).any(|at| self.is(at, does));
        let sentence = (close + 1..end.min(close + CLAUSE)).find(|at| ends_sentence(gap(*at))).unwrap_or(close + 1);
        let spoils = |at: usize| {
            let of_other = at > last && self.is_name(at);
            of_other || self.is(at, Does::Until) || self.senses[at] == Sense::Failure
        };
        has(Does::Never) && has(Does::Had) && !(start..sentence.min(end)).any(spoils)
    }

    /// Whether it is what follows where a step is left out: "stop the VM, otherwise the restore will end with X".
    pub(super) fn would_follow(&self, first: usize) -> bool {
        if !self.has(Does::Follows) {
            return false;
        }
        let is_sign = first > 0 && self.text.words[first - 1].is_sign();
        let reach = if is_sign { CONDITION * SIGNS } else { CLAUSE };
        let is_apart = |left: usize| ends_clause(self.text.between(left, left + 1));
        let mut before = (first.saturating_sub(reach)..first).rev().take_while(|at| !is_apart(*at));
        let begins = |at: usize| at == 0 || is_apart(at - 1) || self.text.before(at).contains('\n');
        before.any(|at| self.is(at, Does::Follows) && begins(at))
    }

    /// Whether the text goes on to say that the error that it just named is not there: "srv-x does not have this error".
    pub(super) fn is_taken_back(&self, last: usize, is_code: impl Fn(usize) -> bool) -> bool {
        let takes_back = self.takes_back.get_or_init(|| self.all_taken_back());
        let next = takes_back.get(takes_back.partition_point(|at| *at <= last));
        next.is_some_and(|at| *at - last < BACK && !(last + 1..*at).any(is_code))
    }

    /// Where the text takes back what it named before.
    fn all_taken_back(&self) -> Vec<usize> {
        let takes_back = |at: &usize| {
            (self.is(*at, Does::Repeats) && self.has_it_not(*at))
                || (self.is(*at, Does::TakesBack) && !self.speaks_of_another(*at))
                || (self.is(*at, Does::Misreads) && !self.has_object(*at))
        };
        (0..self.roles.len()).filter(takes_back).collect()
    }

    /// Whether a clause says of nothing but what was named before that it has no such error.
    fn has_it_not(&self, at: usize) -> bool {
        let (start, end) = self.clause(at);
        let mut rows = self.lists.rows(self.text, at).filter(|(does, _)| *does == Does::Repeats);
        let Some((_, words)) = rows.next() else { return false };
        let rest = || (start..at).chain(at + words..end);
        let spoils = [Does::Until, Does::Excepts, Does::Ends, Does::Contrasts, Does::Supposes, Does::Asks];
        let is_plain = |at: usize| {
            let has = [Does::Has, Does::Links, Does::Stands, Does::Refers, Does::Begins].iter();
            let says = self.senses[at] == Sense::Denial || has.clone().any(|does| self.is(at, *does));
            says || self.is_weightless(at) || self.was_named(at, start)
        };
        let has = |at: usize| self.is(at, Does::Has) || self.is(at, Does::Links);
        rest().any(|at| self.senses[at] == Sense::Denial)
            && rest().any(has)
            && rest().all(is_plain)
            // "Ma" is "but" in one language and "has" in another.
            && !rest().any(|at| spoils.iter().any(|does| self.is(at, *does)) && !self.is(at, Does::Has))
            && !asks(self.text.behind(end - 1))
    }

    /// Whether the clause of a word names a machine that was not named before, or others, or denies what the word begins.
    fn speaks_of_another(&self, at: usize) -> bool {
        let (start, end) = self.clause(at);
        if (start..at).any(|at| self.senses[at] == Sense::Denial) {
            return true;
        }
        let is_other = |at: usize| self.is(at, Does::Excepts) || (self.is_name(at) && !self.was_named(at, start));
        (start..end).any(is_other)
    }

    /// Whether a word stands before the words of a clause too.
    fn was_named(&self, at: usize, start: usize) -> bool {
        let words = &self.text.words;
        words[start.saturating_sub(BACK)..start].iter().any(|word| word.form == words[at].form)
    }

    /// Whether a row of words goes on with the name of a thing.
    fn has_object(&self, at: usize) -> bool {
        let rows = self.lists.rows(self.text, at).filter(|(does, _)| *does == Does::Misreads);
        let mut next = rows.map(|(_, words)| at + words).filter(|next| *next < self.roles.len());
        next.any(|next| self.is(next, Does::Begins) && self.text.before(next) == " ")
    }

    /// The words of the clause that a word stands in, from the first to the one behind the last.
    pub(super) fn clause(&self, at: usize) -> (usize, usize) {
        let text = self.text;
        let reach = if text.words[at].is_sign() { CLAUSE * SIGNS } else { CLAUSE };
        let ends = |at: usize| ends_clause(text.between(at - 1, at)) || text.before(at).contains('\n');
        let least = at.saturating_sub(reach);
        let start = (least + 1..=at).rev().find(|at| ends(*at)).unwrap_or(least);
        let most = text.words.len().min(at + reach);
        (start, (at + 1..most).find(|at| ends(*at)).unwrap_or(most))
    }

    /// Whether a failure is told right before a number.
    pub(super) fn fails_before(&self, at: usize) -> bool {
        (at.saturating_sub(BEFORE)..at).any(|at| self.senses[at] == Sense::Failure)
    }

    /// Whether an error is named right before a word, as in "error code: 1".
    pub(super) fn error_before(&self, at: usize) -> bool {
        let is_error = |at: usize| self.senses[at] == Sense::Error || self.text.words[at].form.ends_with("code");
        (at.saturating_sub(BEFORE)..at).any(is_error)
    }
}

/// Whether one thought ends between two words; in a list of names a comma ends none.
fn breaks(gap: &str, list: bool) -> bool {
    if gap == " " {
        return false;
    }
    let ends = |c: char| ".!?;:()[]{}=\u{2013}\u{2014}".contains(c) || (c == ',' && !list);
    gap.contains(ends) || gap.contains(" - ") || gap.matches('\n').count() > 1
}

#[cfg(test)]
mod tests {
    use crate::evidence::matching::tests::{check_sure as check, found, is_sure};

    #[test]
    fn what_nobody_had_or_would_only_follow_is_doubted() {
        let check = |text: &str, sure: bool| assert_eq!(is_sure(text), sure, "{text}: {:?}", found(text));
        check("nein, den Fehler CODE hatten wir bei uns nie, auch nicht nach der Umstellung", false);
        check("the error CODE we never had here", false);
        check("CODE, nous ne l'avons jamais eue chez nous", false);
        check("De fout CODE hebben wij nooit gehad", false);
        check("Błędu CODE nigdy u nas nie było", false);
        check("Ошибки CODE у нас никогда не было", false);
        check("CODE is new, we never had it before the move", true);
        check("Heute kam CODE auf fs-02, das hatten wir vorher nie", true);
        check("CODE on sql-03, dn1 and dn2 never had this", true);
        check("db-7 ends with CODE, it never completes", true);
        check("Stop the VM, otherwise the restore will end with CODE", false);
        check("Sperre entfernen. Sonst endet die Sicherung mit CODE", false);
        check("Retirer le verrou, sinon la sauvegarde se terminera par CODE", false);
        check("Снять блокировку, иначе копирование завершится ошибкой CODE", false);
        check("ロックを外す。そうしないとバックアップは CODE で終わる", false);
        check("db-7 looks otherwise fine but the backup ends with CODE", true);
        check("Die VM läuft sonst ohne Probleme, die Sicherung endet mit CODE", true);
        check("CODE. Otherwise no errors", true);
        check("What is the difference between CODE and another one?", false);
        check("Wo liegt der Unterschied zwischen CODE und einer Sperre?", false);
        check("db-7 fails with CODE. What is the difference to a delete lock?", true);
    }

    #[test]
    fn what_another_sentence_takes_back_is_doubted() {
        check("Ana: is it CODE on srv-a-03?\nBen: no, srv-a-03 does not have this error", false);
        check("still on CODE?\nno, we don't have that error any more", false);
        check("CODE?\nthere is no such error", false);
        check("CODE noch da?\nnein, den Fehler haben wir hier nicht", false);
        check("CODE auf srv-03?\nsrv-03 hat diesen Fehler nicht", false);
        check("toujours CODE avec srv-03 ?\nnon, srv-03 n'a pas cette erreur", false);
        check("no será CODE?\nno, no hay ese error", false);
        check("c'è CODE su srv-03?\nno, srv-03 non ha questo errore", false);
        check("CODE ainda?\na srv-03 não tem esse erro", true);
        check("srv-03: CODE ainda?\na srv-03 não tem esse erro", false);
        check("CODE?\nnie ma tego błędu", false);
        check("CODE?\nnemáme tuto chybu", false);
        check("nog CODE?\nnee, we hebben deze fout niet", false);
        check("srv-03: опять CODE?\nна srv-03 нет этой ошибки", false);
        check("CODE ですか\nこのエラーは出ていません", false);
        check("是 CODE 吗\n没有这个错误", false);
        check("CODE 인가요\n이 오류는 없습니다", false);
        check("CODE mi?\nhayır, bu hata yok", false);
        check("It said CODE. Sorry, I misread it.", false);
        check("CODE. j'avais mal lu, désolé", false);
        check("The page said CODE. That was a false alarm.", false);
        check("web-01 has CODE. web-02 does not have this error.", true);
        check("CODE on web-01. The other servers don't have this error.", true);
        check("CODE on web-01. The test server does not have this error.", true);
        check("CODE. We did not have this error before.", true);
        check("CODE. This error is not gone.", true);
        check("CODE. I do not understand this error.", true);
        check("CODE. I do not know why we have this error.", true);
        check("CODE. Does nobody else have this error?", true);
        check("I misread the time, it ends with CODE", true);
        check("CODE on web-01. I misread the time of it.", true);
        check("CODE. This is not a false alarm.", true);
        check("web-01 で CODE。他の VM ではこのエラーは出ていません", true);
    }
}

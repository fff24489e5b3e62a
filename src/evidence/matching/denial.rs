//! Whether a sentence denies the error that it names, before it or behind it.

use super::{
    lapsed::ends_clause,
    roles::{Does, WeighedWords},
    speech::Sense,
    standing::{CONDITION, SIGNS, ends_sentence},
};

/// A denial reaches over so many words at most.
const REACH: usize = 12;

/// A clause has so many words at most.
const CLAUSE: usize = 14;

/// An error is named within so many words before its number.
const BEFORE: usize = 3;

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
    use crate::evidence::matching::tests::{matcher, shown};

    #[test]
    fn what_nobody_had_or_would_only_follow_is_doubted() {
        let (catalog, matcher) = matcher();
        let mut wrong = Vec::new();
        let mut check = |text: &str, sure: bool| {
            let found = shown(&catalog, &matcher.find(&text.replace("CODE", "UserErrorUnsupportedDiskSize")));
            if found.iter().any(|found| found.contains(" high ")) != sure {
                wrong.push(format!("{text}: {found:?}"));
            }
        };
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
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

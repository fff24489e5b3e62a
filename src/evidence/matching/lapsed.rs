//! Errors that a text tells of as a thing of the past: the case is closed, or all of it was long ago.

use super::{
    roles::{Does, WeighedWords},
    speech::{Sense, WordList},
    standing::{ErrorStanding, SENTENCE, asks, ends_sentence},
};
use crate::text::number::is_number;

/// What tells of today stands within so many words behind the error.
const FAR: usize = 60;

/// The sign of an answer in the subject of a mail has so many letters at most.
const RE: usize = 3;

/// What says when it was stands within so many words of the error.
const WHEN: usize = 14;

/// The heading of a document stands within so many lines.
const HEADING: usize = 5;

impl WeighedWords<'_> {
    /// How an error stands by what the text tells of the time since then.
    pub(super) fn lapsed(&self, first: usize, last: usize, is_code: impl Fn(usize) -> bool) -> ErrorStanding {
        let recovery = if self.has(Does::Works) || self.has(Does::Ends) { self.recovery(last, is_code) } else { None };
        recovery.unwrap_or_else(|| {
            let over = self.is_long_ago(first, last) || *self.shut.get_or_init(|| self.is_shut());
            if over { ErrorStanding::Doubtful } else { ErrorStanding::Present }
        })
    }

    /// Whether whoever writes takes the whole case for done, by the subject of the mail or in a sentence of its own.
    fn is_shut(&self) -> bool {
        let (text, end) = (self.text, self.text.words.len());
        if self.has(Does::Returns) {
            return false;
        }
        // "Subject: Re: CLOSED - ..."
        let closed = |at: usize| {
            let value = (at + 1..end.min(at + 4)).find(|at| self.text.words[*at].form.len() > RE);
            value.is_some_and(|at| {
                self.is(at, Does::Closes) && text.behind(at).trim_start().starts_with([':', ']', '-', '\u{2013}'])
            })
        };
        // "Subject: Re: INC7 - closed"
        let ends_closed = |at: usize| {
            let last = text.line(at).1;
            last > at + 1 && self.is(last, Does::Closes) && text.before(last).contains(['-', '\u{2013}', '[', '(', ':'])
        };
        let is_title = |at: usize| self.is(at, Does::Titles) && text.behind(at).contains([':', '\u{ff1a}']);
        let titled = |at: usize| is_title(at) && (closed(at) || ends_closed(at));
        let open = |at: usize| {
            [Does::LeavesOpen, Does::Contrasts, Does::Supposes, Does::Excepts].iter().any(|does| self.is(at, *does))
                || self.senses[at] == Sense::Denial
        };
        let shuts = |at: usize| {
            let before = (0..at).rev().take(WHEN).take_while(|one| !ends_sentence(text.behind(*one)));
            let close = (at..end).take(WHEN).find(|one| ends_sentence(text.behind(*one))).unwrap_or(end - 1);
            let is_of_machine = self.is_of_machine(at);
            !is_of_machine && !before.into_iter().any(open) && !(at + 1..=close).any(open) && !asks(text.behind(close))
        };
        // "# Changelog": what follows was changed, and fails nowhere.
        let lists = |at: usize| {
            self.is(at, Does::Lists)
                && text.words[at].line <= HEADING
                && text.line(at).0 == at
                && !text.behind(text.line(at).1).trim_start_matches(' ').starts_with('.')
        };
        (0..end).any(|at| titled(at) || lists(at) || (self.is(at, Does::Shuts) && shuts(at)))
    }

    /// Whether words that shut a case only belong to a machine, as in `vm-test-mail` and "only a test server".
    fn is_of_machine(&self, at: usize) -> bool {
        let text = self.text;
        let rows = self.lists.rows(text, at).filter(|(does, _)| *does == Does::Shuts);
        let mut next = rows.map(|(_, words)| at + words).filter(|next| *next < text.words.len());
        text.before(at) == "-"
            || next.any(|next| match text.before(next) {
                "-" => text.words[next].form.contains(|c: char| c.is_ascii_digit()),
                " " => {
                    self.senses[next] == Sense::Machine || self.speech.is_in(WordList::Hosts, &text.words[next].form)
                }
                _ => false,
            })
    }

    /// Whether it is an example of errors in a sentence that tells of nobody who has it, and of no time.
    pub(super) fn is_example(&self, first: usize, last: usize) -> bool {
        let text = self.text;
        if !self.has(Does::Exemplifies) {
            return false;
        }
        let ends = |at: usize| ends_sentence(text.between(at - 1, at));
        let before = |at: &usize| {
            let mut rows = self.lists.rows(text, *at).filter(|(does, _)| *does == Does::Exemplifies);
            rows.any(|(_, words)| at + words <= first && (at + words..first).all(|at| self.is_weightless(at)))
        };
        let start = (first.saturating_sub(FAR)..first).rev().find(|at| ends(at + 1)).map_or(0, |at| at + 1);
        let most = text.words.len().min(last + SENTENCE);
        let end = (last + 1..most).find(|at| ends(*at)).unwrap_or(most);
        let is = (start..first).any(|at| before(&at)) || (last + 1 < end && self.is(last + 1, Does::Exemplifies));
        let may = (start..first).any(|at| self.is(at, Does::LeavesOpen));
        let happens = |at: usize| {
            let tells = [Does::IsToday, Does::Returns, Does::Turns, Does::Turned].iter().any(|does| self.is(at, *does));
            let fails = at < first && !may && self.senses[at] == Sense::Failure;
            tells || fails || self.is_name(at) || self.speech.is_in(WordList::Own, &text.words[at].form)
        };
        is && !(start..first).chain(last + 1..end).any(happens)
    }

    /// Whether its sentence tells of a time that is long over, and nothing around it of today.
    fn is_long_ago(&self, first: usize, last: usize) -> bool {
        let text = self.text;
        if !self.has(Does::LongAgo) && !self.has(Does::Dates) {
            return false;
        }
        let ends = |at: usize| ends_sentence(text.between(at - 1, at));
        // "Two years ago: ..." goes on.
        let start = |at: &usize| ends(*at) && text.between(at - 1, *at).trim() != ":";
        let start = (first.saturating_sub(WHEN) + 1..=first).rev().find(start);
        let start = start.unwrap_or(first.saturating_sub(WHEN));
        let end = (last + 1..text.words.len().min(last + WHEN)).find(|at| ends(*at)).unwrap_or(last + WHEN);
        let end = end.min(text.words.len());
        // "Since last month" is not over.
        let since = |at: usize| (at.saturating_sub(2)..at).any(|at| self.is(at, Does::Turns));
        let is_year = |at: usize| {
            let form = &text.words[at].form;
            form.len() == 4 && form.starts_with("20") && is_number(form)
        };
        // "In 2024" is a year, "2024-11-20" a day.
        let alone = |at: usize| at > 0 && text.before(at) == " " && text.behind(at).starts_with([' ', ',', ':']);
        let in_year = |at: usize| is_year(at) && alone(at) && self.is(at - 1, Does::Dates);
        let when = (start..end).any(|at| (self.is(at, Does::LongAgo) || in_year(at)) && !since(at));
        // "Last year it came every night" is over, and so is what today's backups do not have.
        let is_now = |at: usize| if at < end { !self.is(at, Does::Recurs) } else { !self.is_well_there(at) };
        let is_today = |at: usize| self.is(at, Does::IsToday) && is_now(at);
        when && !(start..text.words.len().min(last + FAR)).any(is_today)
    }
}

#[cfg(test)]
mod tests {
    use crate::evidence::matching::tests::found;

    #[test]
    fn an_error_of_the_past_is_none_of_today() {
        let check = |text: &str, expected: &[&str]| assert_eq!(found(text), expected, "{text}");
        let low: &[&str] = &["UserErrorUnsupportedDiskSize low code"];
        let sure: &[&str] = &["UserErrorUnsupportedDiskSize high code"];
        check("Last month we had CODE, it has been green since", &[]);
        check("CODE on db-7. Restarted it, the backup works again.", &[]);
        check("CODE auf db-7, seitdem laufen alle Sicherungen durch", &[]);
        check("CODE on db-7.\n\nBen: all good now", low);
        check("Last month we had CODE", low);
        check("Two years ago: CODE", low);
        check("In 2024 we had CODE", low);
        check("В 2024 году была CODE", low);
        check("In May another VM of ours had CODE, a hardened image", low);
        check("В мае была CODE", low);
        check("Since May we have CODE every night", sure);
        check("CODE on db-7. Nobody looked. Resolved by a smaller disk.", low);
        check("Subject: CLOSED - INC7\nCODE was the reason", low);
        check("Subject: RE: INC7 db-7 - closed\nCODE was the reason", low);
        check("Betreff: AW: db-7 (erledigt)\nCODE kam vom Update.", low);
        check("Closing this. Cause was CODE", low);
        check("CODE was the reason, no further action needed", low);
        check("After we fixed the agent last week, all backups are green.\nFor the record: the code was CODE.", low);
        check("Alle Sicherungen laufen wieder. Der Code war CODE.", low);
        check("Do I need to worry about CODE if I take a backup every 4 hours?", low);
        check("All backups are green except db-7: CODE", sure);
        check("All backups are green, but db-7 has CODE", sure);
        check("Without the role the jobs would fail with CODE", low);
        check("Disks over 4 TB would lead to CODE; none has one", low);
        check("Ohne die Rolle würden die Aufträge mit CODE enden", low);
        check("Без роли задание завершилось бы ошибкой CODE", low);
        check("Large disks can lead to CODE", low);
        check("Subject: INC7 db-7 - not closed\nCODE", sure);
        check("Subject: INC7 - failed\nCODE", sure);
        check("The backup will not start: CODE", sure);
        check("AW: db-7\nIch schließe das Ticket. CODE kam vom Update.", low);
        check("Can CODE happen after a change?", low);
        check("Kann CODE nach dem Wechsel auftreten?", low);
        check("Would we run into CODE as well?", low);
        check("I read that some people got CODE", low);
        check("CODE on db-7. Backups of db-7 are green again.", &[]);
        check("Subject: INC7\nCODE", sure);
        check("Subject: Closed - INC7\nThe error is back: CODE", sure);
        check("Before closing this ticket: CODE", sure);
        check("Please do not close it, why are you closing this ticket? CODE", sure);
        check("Can you help with CODE?", sure);
        check("Can you say why CODE does happen?", sure);
        check("CODE on db-7, db-8 failed. Backups of db-8 are green again.", sure);
        check("Since last month we have CODE", sure);
        check("Last month we had CODE, and tonight again", sure);
        check("CODE since Monday, other VMs are fine now", sure);
        check("CODE. The agent works again, the backup does not.", sure);
        check("CODE. db-8 is green now.", sure);
        check("CODE. The backup is not green yet.", sure);
        check("CODE. The backup was green again for a day and failed tonight.", sure);
        check("CODE, are backups green now?", sure);
        check("An error such as CODE consists of an origin (Extension) and a result (Failed).", low);
        check("Ein Fehler wie CODE besteht aus drei Teilen.", low);
        check("Ошибка вида CODE состоит из трёх частей.", low);
        check("Jobs can fail with errors such as CODE.", low);
        check("Errors such as CODE keep coming up since Monday", sure);
        check("We have errors such as CODE", sure);
        check("Jobs fail with errors such as CODE", sure);
        check("The job of web01 ends in errors such as CODE", sure);
        check("TEST ONLY - this mail checks the gateway.\nItem value: CODE (sample text)", low);
        check("Nur zu Testzwecken: CODE", low);
        check("Это тестовое письмо.\nЗначение: CODE", low);
        check("Backup failed on vm-test-mail: CODE", sure);
        check("Backup failed on test-mail-01: CODE", sure);
        check("It is only a test server: CODE", sure);
        check("PROBLEM: backup of vm-test-01 failed, CODE", sure);
        check("Remove the lock, otherwise we may run into CODE later.", low);
        check("Sonst laufen wir später in CODE.", low);
        check("Иначе можем получить CODE.", low);
        check("There is a risk of CODE", low);
        check("We may run into trouble later: tonight the job failed with CODE", sure);
        check("We may run into an audit since db-7 has CODE", sure);
    }
}

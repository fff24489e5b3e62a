//! Errors that a text reckons with: examples of what may happen, and the risks of work to come.

use super::{
    roles::{Does, WeighedWords},
    speech::{Sense, WordList},
    standing::{SIGNS, ends_sentence},
};
use crate::text::number::is_number;

/// What leads to an example stands within so many words before it.
const LEAD: usize = 5;

/// A sentence has so many words at most.
const SENTENCE: usize = 60;

/// What a text is called stands within so many lines, and the heading of an item within so many above it.
const TITLE: usize = 3;
const ITEMS: usize = 12;

/// A heading has so many words at most.
const HEADING: usize = 6;

impl WeighedWords<'_> {
    /// Whether an error is one that may come, as in "jobs may fail, e.g. with X", and none that came.
    pub(super) fn is_reckoned_with(&self, first: usize, last: usize) -> bool {
        self.is_sample(first, last)
            || self.may_end_so(first, last)
            || (self.has(Does::Risks) && self.is_risk(first))
            || (self.has(Does::Plans) && self.is_planned(first, last))
    }

    /// Whether it is an example of what is possible.
    fn is_sample(&self, first: usize, last: usize) -> bool {
        if !self.has(Does::Samples) {
            return false;
        }
        let leads = |at: &usize| {
            let mut rows = self.lists.rows(self.text, *at).filter(|(does, _)| *does == Does::Samples);
            rows.any(|(_, words)| at + words <= first)
        };
        let Some(lead) = (first.saturating_sub(self.wide(first, LEAD))..first).find(leads) else { return false };
        // The points of "z. B." end no sentence.
        let (start, _) = self.sentence(lead, lead);
        let (_, end) = self.sentence(first, last);
        // Some languages have their verb behind it.
        let (_, clause) = self.clause(last);
        (start..lead).chain(last + 1..clause.min(end)).any(|at| self.is_possible(at))
            && !(start..end).any(|at| self.is_there(at))
    }

    /// Whether its sentence says that something may end with it.
    fn may_end_so(&self, first: usize, last: usize) -> bool {
        if !self.has(Does::May) || !self.has(Does::Fails) {
            return false;
        }
        let (start, end) = self.sentence(first, last);
        let is_own = |at: usize| self.speech.is_in(WordList::Own, &self.text.words[at].form);
        let fails = (start..first).chain(last + 1..end).any(|at| self.is(at, Does::Fails));
        fails
            && (start..first).any(|at| self.is_possible(at))
            && !(start..end).any(|at| self.is_there(at) || is_own(at))
    }

    /// Whether the heading of the list that it stands in says that these are risks.
    fn is_risk(&self, first: usize) -> bool {
        let text = self.text;
        let own = text.line(first);
        let labels = |at: usize| self.is(at, Does::Risks) && text.behind(at).starts_with(':');
        if (own.0..first).take(1).any(labels) {
            return true;
        }
        let mut line = own;
        for _ in 0..ITEMS {
            let is_item = self.is_item(line.0);
            if line.0 == 0 || (line != own && !is_item) {
                return false;
            }
            line = text.line(line.0 - 1);
            if self.heads_risks(line) {
                return true;
            }
            // What is no item stands right below its heading.
            if !is_item {
                return false;
            }
        }
        false
    }

    /// Whether a line ends with the name of what such work may bring, and has hardly anything else.
    fn heads_risks(&self, (first, last): (usize, usize)) -> bool {
        let ends = |at: usize| {
            let mut rows = self.lists.rows(self.text, at).filter(|(does, _)| *does == Does::Risks);
            rows.any(|(_, words)| at + words == last + 1)
        };
        last - first < self.wide(first + 1, HEADING) && (first..=last).any(ends)
    }

    /// Whether the line that a word begins is an item of a list, or goes on with one.
    fn is_item(&self, first: usize) -> bool {
        let gap = self.text.before(first).rsplit('\n').next().unwrap_or_default();
        let is_number = is_number(&self.text.words[first].form);
        gap.starts_with("  ")
            || gap.trim_end_matches(' ').ends_with(['-', '*', '\u{2022}', '\u{30fb}'])
            || (is_number && self.text.behind(first).starts_with(['.', ')', '\u{3001}']))
    }

    /// Whether the text tells of work to come, and the sentence of what is then reckoned with.
    fn is_planned(&self, first: usize, last: usize) -> bool {
        let text = self.text;
        let is_plan = || {
            let titles = text.words.partition_point(|word| word.line <= TITLE);
            (0..titles).any(|at| self.is(at, Does::Plans))
        };
        let (start, end) = self.sentence(first, last);
        let reckons = |at: usize| {
            self.is_possible(at) || [Does::Expects, Does::Samples, Does::Supposes].iter().any(|does| self.is(at, *does))
        };
        *self.plan.get_or_init(is_plan)
            && (start..first).chain(last + 1..end).any(reckons)
            && !(start..end).any(|at| self.is_there(at) || (at < first && self.senses[at] == Sense::Failure))
    }

    /// The words of the sentence around some, from the first to the one behind the last.
    fn sentence(&self, first: usize, last: usize) -> (usize, usize) {
        let ends = |at: &usize| ends_sentence(self.text.between(at - 1, *at));
        let reach = self.wide(first, SENTENCE);
        let least = first.saturating_sub(reach);
        let start = (least + 1..=first).rev().find(ends).unwrap_or(least);
        let most = self.text.words.len().min(last + reach);
        (start, (last + 1..most).find(ends).unwrap_or(most))
    }

    /// So many words, or as many signs as those are.
    fn wide(&self, at: usize, words: usize) -> usize {
        if self.text.words[at.saturating_sub(1)].is_sign() { words * SIGNS } else { words }
    }

    /// Whether a word says that something is possible; a month does not.
    fn is_possible(&self, at: usize) -> bool {
        let is_month = || {
            let is_dated =
                |at: usize| self.is(at, Does::Dates) || self.is(at, Does::Turns) || self.is(at, Does::Turned);
            let is_figure = |at: usize| self.text.words[at].form.starts_with(|c: char| c.is_ascii_digit());
            self.text.word(at) == "May" || (at > 0 && (is_dated(at - 1) || is_figure(at - 1)))
        };
        self.is(at, Does::May) && !(self.text.words[at].form == "may" && is_month())
    }

    /// Whether a word says that something is there now, or came back.
    fn is_there(&self, at: usize) -> bool {
        [Does::IsToday, Does::Returns, Does::Turned].iter().any(|does| self.is(at, *does))
    }
}

#[cfg(test)]
mod tests {
    use crate::evidence::matching::tests::check_sure as check;

    #[test]
    fn what_may_come_is_not_there() {
        check("On Sunday from 01:00 to 04:00 backups may fail, e.g. with CODE.", false);
        check("Am Samstag können Sicherungen fehlschlagen, z. B. mit CODE.", false);
        check("Am Samstag können Sicherungen mit CODE fehlschlagen.", false);
        check("Samedi, des sauvegardes peuvent échouer, par exemple avec CODE.", false);
        check("El sábado las copias pueden fallar, por ejemplo con CODE.", false);
        check("Sabato le copie possono fallire, ad esempio con CODE.", false);
        check("No sábado os backups podem falhar, por exemplo com CODE.", false);
        check("W sobotę kopie mogą się nie powieść, np. z kodem CODE.", false);
        check("V sobotu mohou zálohy selhat, např. s kódem CODE.", false);
        check("Zaterdag kunnen back-ups mislukken, bijv. met CODE.", false);
        check("Cumartesi yedeklemeler başarısız olabilir, örneğin CODE ile.", false);
        check("В субботу задания могут завершиться ошибкой, например CODE.", false);
        check("土曜日はバックアップが失敗する可能性があります(例えば CODE など)。", false);
        check("周六备份可能失败，例如 CODE。", false);
        check("토요일에 백업이 실패할 수 있습니다. 예를 들어 CODE 오류가 발생할 수 있습니다.", false);
        check("The job ends with a code, e.g. CODE", true);
        check("Several VMs fail since Monday, e.g. web-01 with CODE", true);
        check("It could be the firewall, e.g. port 443: web-01 ends with CODE", true);
        check("It may be the proxy. The backup of web-01 fails with CODE", true);
        check("Since May backups fail with CODE", true);
        check("In May we moved it, the jobs fail, e.g. with CODE", true);
        check("Die Sicherung kann nicht starten und endet mit CODE", true);
        check("The VM could not be saved, e.g. tonight with CODE", true);
        check("Back-out / known risks\n- CODE after the switch: open a case", false);
        check("Known risks\n- none of the app\n- CODE after the switch: wait", false);
        check("Risiken:\n* CODE nach der Umstellung: warten", false);
        check("Risks: none\nError: CODE", true);
        check("Rollback plan\nRemove the policy.\n\nThe backup of web-01 failed with CODE", true);
        check("Rollback plan\n- remove the policy\n\nReason: the backup failed with CODE", true);
        check("Risk: Low\nReason: CODE", true);
        check("Maintenance window Sunday\n\nJobs will end with CODE until the new proxy is up.", false);
        check("Wartungsfenster am Sonntag\n\nIn dieser Zeit werden Aufträge CODE melden.", false);
        check("Backup failed after the maintenance window\n\nweb-01 ends with CODE", true);
        check("Since the maintenance window\n\nthe backup fails each night, it will end with CODE again", true);
    }
}

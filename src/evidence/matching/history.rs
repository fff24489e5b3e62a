//! Histories of one thing, a row a run: an error whose last row says that the run was completed is over.

use rustc_hash::FxHashSet;

use super::{
    roles::{Does, WeighedWords},
    speech::Sense,
};

/// Numbers at the beginning of a row at most that say when it was.
const NUMBERS: usize = 5;

/// Rows of a history at most.
const ROWS: usize = 60;

impl WeighedWords<'_> {
    /// Whether the row of an error stands in a history whose latest row tells of a run that was completed.
    pub(super) fn ended_well(&self, first: usize) -> bool {
        if !self.has(Does::Works) {
            return false;
        }
        let own = self.text.line(first);
        *self.histories.borrow_mut().entry(own.0).or_insert_with(|| self.ends_well(own))
    }

    fn ends_well(&self, own: (usize, usize)) -> bool {
        let rows = self.history(own);
        let latest = rows.iter().max_by_key(|row| self.when(**row));
        let Some(latest) = latest.filter(|latest| rows.len() > 1 && **latest != own) else { return false };
        if self.when(own) >= self.when(*latest) {
            return false;
        }
        let form = |at: usize| self.text.words[at].form.as_str();
        // A row of another thing has another name.
        let names: FxHashSet<&str> = (own.0..=own.1).filter(|at| !self.is_count(*at)).map(form).collect();
        let same = |at: usize| self.is(at, Does::Works) || self.is_count(at) || names.contains(form(at));
        (latest.0..=latest.1).all(|at| !self.fails(at) && same(at))
    }

    /// The rows around one, each the first and the last word of a line that says when it was and how it ended.
    fn history(&self, own: (usize, usize)) -> Vec<(usize, usize)> {
        let is_row = |row: &(usize, usize)| {
            let says = (row.0..=row.1).any(|at| self.is(at, Does::Works) || self.fails(at));
            says && !self.when(*row).is_empty()
        };
        // The row of a word that is beside the first word of another one, with no empty line between them.
        let beside = |first: usize, of: usize| {
            let near = self.text.before(first).matches('\n').count() == 1;
            near.then(|| self.text.line(of)).filter(is_row)
        };
        let next = |row: &(usize, usize)| {
            Some(row.1 + 1).filter(|at| *at < self.text.words.len()).and_then(|at| beside(at, at))
        };
        let last = |row: &(usize, usize)| row.0.checked_sub(1).and_then(|at| beside(row.0, at));
        if !is_row(&own) {
            return Vec::new();
        }
        let behind = std::iter::successors(Some(own), next).take(ROWS);
        behind.chain(std::iter::successors(last(&own), last).take(ROWS)).collect()
    }

    /// The numbers with which a row says when it was.
    fn when(&self, (first, last): (usize, usize)) -> Vec<u32> {
        let counts = (first..=last).filter(|at| self.is_count(*at));
        let numbers = counts.filter_map(|at| self.text.words[at].form.parse().ok());
        numbers.take(NUMBERS).collect()
    }

    /// Whether a word is a number by itself, and no part of a name such as `web-02`.
    fn is_count(&self, at: usize) -> bool {
        let starts = |at: usize, is: fn(char) -> bool| self.text.words[at].form.starts_with(is);
        let of_name = self.text.before(at) == "-" && at > 0 && starts(at - 1, char::is_alphabetic);
        starts(at, |c| c.is_ascii_digit()) && !of_name
    }

    fn fails(&self, at: usize) -> bool {
        matches!(self.senses[at], Sense::Failure | Sense::Error)
    }
}

#[cfg(test)]
mod tests {
    use crate::evidence::matching::tests::{found, is_sure};

    #[test]
    fn a_history_that_ends_well_reports_no_error_of_today() {
        let check = |text: &str, sure: bool| assert_eq!(is_sure(text), sure, "{text}: {:?}", found(text));
        check("2026-11-02 01:00 Failed CODE\n2026-11-03 01:00 Completed", false);
        check("2026-11-03 01:00 Completed\n2026-11-02 01:00 Failed CODE", false);
        check("Nov 12 Failed (CODE)\nNov 13 09:00 Completed\nNov 14 09:00 Completed", false);
        check("web01 Backup Failed 2026-11-02 01:00 CODE\nweb01 Backup Completed 2026-11-03 01:00", false);
        check("2026-11-02 01:00 Completed\n2026-11-03 01:00 Failed CODE", true);
        check("2026-11-03 01:00 Failed CODE\n2026-11-02 01:00 Completed", true);
        check("web01 Backup Failed 2026-11-02 01:00 CODE\nweb02 Backup Completed 2026-11-03 01:00", true);
        check("web-01,Failed,2026-11-02 01:00,CODE\nweb-02,Completed,2026-11-03 01:00", true);
        check("2026-11-02 01:00 Failed CODE\n2026-11-03 01:00 Failed CODE", true);
        check("2026-11-02 01:00 Failed CODE\n\n2026-11-03 01:00 Completed", true);
    }
}

//! Where a case stands, as lists of cases show it: it follows from its answers and their times.

use crate::{
    case::{open::OpenCase, trail::Head, waiting::WaitingFor},
    guide::Outcome,
    text::day,
};

/// Where a case stands, in the order of the lists; moments are seconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Its time has come, at this moment.
    Due(u64),
    /// It waits until this moment.
    Waiting(u64),
    /// The person or somebody else is to act.
    Open,
    /// The backup works again, and nobody has closed the case.
    Resolved,
    /// The person is done with it.
    Closed,
}

impl Standing {
    /// Its name in lists for programs.
    pub fn name(self) -> &'static str {
        match self {
            Standing::Due(_) => "due",
            Standing::Waiting(_) => "waiting",
            Standing::Open => "open",
            Standing::Resolved => "resolved",
            Standing::Closed => "closed",
        }
    }

    /// The moment that the case waits for, or waited for, in seconds since 1970; `None` where it waits for nothing.
    pub fn until(self) -> Option<u64> {
        match self {
            Standing::Due(until) | Standing::Waiting(until) => Some(until),
            Standing::Open | Standing::Resolved | Standing::Closed => None,
        }
    }

    /// Where a case stands; `open` is none where no guide knows it.
    pub fn of_any(open: Option<&OpenCase>, is_closed: bool, changed: &str, now: u64) -> Self {
        match open {
            _ if is_closed => Standing::Closed,
            Some(open) => Standing::of(open, changed, now),
            None => Standing::Open,
        }
    }

    /// Where a case stands that is not closed; `changed` is when that was written last, in UTC.
    pub fn of(open: &OpenCase, changed: &str, now: u64) -> Self {
        match (open.until(changed), &open.trail.head) {
            (Some(until), _) if until <= now => Standing::Due(until),
            (Some(until), _) => Standing::Waiting(until),
            (None, Head::Ended { outcome: Outcome::Resolved, .. }) => Standing::Resolved,
            (None, _) => Standing::Open,
        }
    }
}

impl OpenCase {
    /// The moment until which the case waits: so long after the answer that led there, or after the last change where nobody
    /// knows when that was given.
    pub fn until(&self, changed: &str) -> Option<u64> {
        let Some(WaitingFor::Time(minutes, ask)) = WaitingFor::at_end(&self.trail) else { return None };
        let since = self.case.answered.get(&ask.key).and_then(|time| day::seconds(time));
        Some(since.or_else(|| day::seconds(changed))? + u64::from(minutes) * 60)
    }
}

//! What a case waits for, and for whom: it follows from where its trail stands.

use crate::{
    case::trail::{Ask, Head, Trail},
    guide::{Handover, Id, Outcome},
};

/// What has to happen before a case continues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WaitingFor<'a> {
    /// The person answers this question.
    Answer(&'a Ask),
    /// So many minutes pass; then this question is answered again.
    Time(u32, &'a Ask),
    /// Somebody else acts.
    Taker(Id<Handover>),
}

impl<'a> WaitingFor<'a> {
    /// What a trail waits for; `None` where it has come to its end, or continues with another problem.
    pub fn at_end(trail: &'a Trail) -> Option<Self> {
        match &trail.head {
            Head::Open(ask) => Some(WaitingFor::Answer(ask)),
            // A wait is reached by the answer to a fresh question.
            Head::Ended { outcome: Outcome::Wait(minutes), .. } => {
                trail.asked().last().map(|(ask, _)| WaitingFor::Time(*minutes, ask))
            }
            Head::Ended { outcome: Outcome::Escalate(to), .. } => Some(WaitingFor::Taker(*to)),
            Head::Ended { outcome: Outcome::Resolved | Outcome::See(_), .. } => None,
        }
    }
}

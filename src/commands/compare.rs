//! `compare`: what was done between two states of a case.

use super::{Reply, TaskContext, cases, is_file};
use crate::{case::open::OpenCase, error::Error, export};

pub(super) fn run(context: &TaskContext<'_>, before: &str, now: &str) -> Result<Reply, Error> {
    let mut notice = String::new();
    let [one, other] = [state(context, before, &mut notice)?, state(context, now, &mut notice)?];
    if (&one.case.guide, &one.case.problem) != (&other.case.guide, &other.case.problem) {
        return Err(Error::OtherProblem { code: one.case.code, other: other.case.code });
    }
    let changes = export::changes(&context.words, &one, &other);
    if changes.is_none() {
        notice += &(context.words.say("notice-unchanged") + "\n");
    }
    Ok(Reply { no: changes.is_none(), data: changes.unwrap_or_default(), notice, ..Reply::default() })
}

/// An exported file or a kept case; what of it may leave the program.
fn state(context: &TaskContext<'_>, name: &str, notice: &mut String) -> Result<OpenCase, Error> {
    if !is_file(name) {
        let kept = cases::kept(context, name).unwrap_or_else(|| Err(Error::UnknownCase { name: name.to_owned() }));
        return kept.map(|(open, _)| export::shareable_copy(&open, false));
    }
    cases::exported(context, name, notice).map(|open| export::shareable_copy(&open, false))
}

//! Undo and redo: what a case was before each change, and what it was before a change was taken back.

use std::mem;

use crate::case::Case;

/// Earlier and later states of a case; the state in between is whoever's case it is.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    past: Vec<Case>,
    future: Vec<Case>,
}

impl History {
    /// Puts a new state in place of the present one; what was taken back is lost.
    pub(super) fn change(&mut self, present: &mut Case, new: Case) {
        self.past.push(mem::replace(present, new));
        self.future.clear();
    }

    /// Goes back by one change; false where there is none.
    pub(super) fn undo(&mut self, present: &mut Case) -> bool {
        step(&mut self.past, &mut self.future, present)
    }

    /// Redoes the last undone change; false where there is none.
    pub(super) fn redo(&mut self, present: &mut Case) -> bool {
        step(&mut self.future, &mut self.past, present)
    }

    pub(super) fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub(super) fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

/// Takes the present from one pile, and lays what it was on the other.
fn step(from: &mut Vec<Case>, to: &mut Vec<Case>, present: &mut Case) -> bool {
    let Some(case) = from.pop() else { return false };
    to.push(mem::replace(present, case));
    true
}

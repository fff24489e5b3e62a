//! Which messages say what the items of a guide are called and mean.

use crate::guide::{
    Category, Cause, Handover, KnownCode, Link, Named, Problem, Question, Remedy, SideEffect, Variable,
};

/// An item of a guide that has a message of its own.
pub trait Worded: Named {
    /// What its message's id begins with.
    const KIND: &'static str;
}

macro_rules! worded {
    ($($item:ident as $kind:literal),*) => {$(
        impl Worded for $item {
            const KIND: &'static str = $kind;
        }
    )*};
}
worded!(
    Category as "category", Cause as "cause", Handover as "handover", KnownCode as "code", Link as "link",
    Problem as "problem", Question as "question", Remedy as "remedy", SideEffect as "effect", Variable as "variable"
);

//! Names for the items of a guide that always resolve, and its lists by them.

use std::{fmt, marker::PhantomData, ops::Index};

use serde::{Deserialize, Serialize};

use super::model::{Cause, Guide, Handover, KnownCode, Link, Problem, Question, Remedy, SideEffect, Source, Variable};

/// The place of a `T` in its guide; only handed out by `check`, so it always resolves.
#[derive(Serialize, Deserialize)]
#[serde(bound = "")]
pub struct Id<T>(pub(super) usize, pub(super) PhantomData<fn() -> T>);

impl Guide {
    /// The id of an item of one of the guide's lists, by its name; `None` where the list has none of it.
    pub fn find<T: Named>(&self, name: &str) -> Option<Id<T>>
    where
        Self: Holds<T>,
    {
        self.list().iter().position(|item| item.name() == name).map(Id::new)
    }

    /// The ids of one of the guide's lists, in its order.
    pub fn ids<T: Named>(&self) -> impl Iterator<Item = Id<T>> + use<T>
    where
        Self: Holds<T>,
    {
        (0..self.list().len()).map(Id::new)
    }
}

/// An item with a name that is unique in its list.
pub trait Named {
    /// That name.
    fn name(&self) -> &str;
}

/// A guide's list of `T`.
pub trait Holds<T> {
    /// That list.
    fn list(&self) -> &[T];
}

macro_rules! lists {
    ($($item:ident in $list:ident),*) => {$(
        impl Named for $item {
            fn name(&self) -> &str {
                &self.id
            }
        }
        impl Holds<$item> for Guide {
            fn list(&self) -> &[$item] {
                &self.$list
            }
        }
        impl Index<Id<$item>> for Guide {
            type Output = $item;
            fn index(&self, id: Id<$item>) -> &$item {
                &self.$list[id.0]
            }
        }
    )*};
}
lists!(
    Problem in problems, Cause in causes, Remedy in remedies, Question in questions, Variable in variables,
    Link in links, SideEffect in effects, Handover in handovers, Source in sources,
    KnownCode in codes
);

impl<T> Id<T> {
    pub(super) fn new(index: usize) -> Self {
        Id(index, PhantomData)
    }

    /// Its place in the guide's list, for tables beside it.
    pub fn index(self) -> usize {
        self.0
    }
}

// Derives would ask the same of `T`.
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> std::hash::Hash for Id<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

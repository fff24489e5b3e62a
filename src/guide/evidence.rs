//! `evidence.toml`: which answers follow from facts and figures that were read, and what numeric error codes point to.

use serde::{Deserialize, Serialize};

use super::model::{Id, Question};

/// What follows from evidence that was read.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Evidence {
    /// Answers that facts give.
    pub meanings: Vec<Meaning>,
    /// Answers that figures give; of those to one question the first whose bound holds counts.
    pub figures: Vec<Figure>,
    /// What numeric error codes point to.
    pub numbers: Vec<Number>,
}

/// An answer that a fact gives.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Meaning {
    /// One of `fact::FACTS`.
    pub fact: String,
    /// One of its values.
    pub value: String,
    /// Which question it answers, a state question.
    pub question: Id<Question>,
    /// With which option.
    pub option: usize,
}

/// An answer that a figure gives.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Figure {
    /// One of `fact::FIGURES`.
    pub fact: String,
    /// How it has to stand to the limit.
    pub bound: Bound,
    /// The limit's figure.
    pub limit: u32,
    /// The limit's name in sentences, without `limit-`.
    pub limit_name: String,
    /// Which question it answers, a state question.
    pub question: Id<Question>,
    /// With which option.
    pub option: usize,
}

/// How a figure stands to a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bound {
    /// Larger.
    Above,
    /// As large, or larger.
    AtLeast,
    /// Smaller.
    Below,
    /// As large, or smaller.
    UpTo,
}

/// What a numeric error code points to.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Number {
    /// The code.
    pub number: i64,
    /// The problem, of whichever guide; `None`: an error that is none of ours.
    pub problem: Option<String>,
    /// How much it proves.
    pub strength: Strength,
}

/// How much a sign proves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Strength {
    /// Enough by itself.
    Strong,
    /// Only together with others.
    Weak,
}

impl Evidence {
    /// Adds what another file says, its figures after those that are there.
    pub(super) fn extend(&mut self, more: Evidence) {
        self.meanings.extend(more.meanings);
        self.figures.extend(more.figures);
        self.numbers.extend(more.numbers);
    }
}

impl Bound {
    /// Whether a figure stands so to a limit.
    pub fn holds(self, figure: f64, limit: u32) -> bool {
        let limit = f64::from(limit);
        match self {
            Bound::Above => figure > limit,
            Bound::AtLeast => figure >= limit,
            Bound::Below => figure < limit,
            Bound::UpTo => figure <= limit,
        }
    }
}

//! Streams of failed backup jobs, grouped by problem.
//!
//! A stream is read once and never kept: `window` shows a part of it, `json` and `csv` take jobs out of that, `tally` counts
//! them, and `summary` puts the tally in order. Whoever knows problems is handed in.

mod beginning;
mod cases;
mod csv;
mod failed_backup;
mod interned;
mod jobs;
mod json;
mod markdown;
mod query;
mod quoted;
mod record;
mod redacted;
mod resource;
mod scan;
mod summary;
mod table;
mod tally;
mod window;

use std::{io, path::Path};

pub use cases::cases;
pub use markdown::markdown;
pub use query::{arg, kql};
pub use summary::{FailureGroup, Part, Summary, VmLine};
pub use table::{Table, json};
pub use tally::{Classifier, Failing, JobFailure, Read, Vault, Vm};

use crate::{error::Error, guide::Catalog};
use beginning::Beginning;
use quoted::Unquoted;
use tally::Tally;
use window::Window;

/// The tally of streams of jobs.
pub struct Triage<'a> {
    tally: Tally<'a>,
}

impl<'a> Triage<'a> {
    /// Nothing read yet; `known` tells the problem of a failure.
    pub fn new(known: &'a Classifier<'a>) -> Self {
        Triage { tally: Tally::new(known) }
    }

    /// Reads a stream to its end: JSON by its first bracket, a table by its head, whatever was copied along before either;
    /// `path` names it in errors.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub fn read(&mut self, path: &Path, source: &mut dyn io::Read) -> Result<(), Error> {
        let mut unquoted = Unquoted::new(source);
        let mut window = Window::new(path, &mut unquoted);
        let mut take = |record: &record::Record<'_>| self.tally.add(record);
        match beginning::find(&mut window)? {
            Beginning::Json => json::read(&mut window, &mut take),
            Beginning::Table => csv::read(&mut window, &mut take),
            Beginning::Nothing => Ok(()),
        }
    }

    /// All that was read, in order; the catalogue is the one whose rows `known` names.
    pub fn summary(self, catalog: &Catalog) -> Summary {
        Summary::of(self.tally, catalog)
    }
}

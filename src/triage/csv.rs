//! Streams of jobs as tables.

use memchr::memchr;

use super::{
    record::{self, JobField, Record},
    window::Window,
};
use crate::{
    error::{Error, JobsFlaw},
    text::csv::{self, CsvLine, separator},
};

/// What begins the line that Windows PowerShell puts above a table.
const TYPE: &str = "#TYPE ";

/// Whether a line is the head of a table of jobs.
pub(super) fn is_head(line: &str) -> bool {
    let mut fields = Vec::new();
    let whole = matches!(csv::line(line, separator(line), true, &mut fields), CsvLine::Whole(_));
    // A lone word is a label of a page that was copied.
    line.starts_with(TYPE) || (whole && fields.len() > 1 && fields.iter().any(|head| tells(record::column(head))))
}

/// Whether a column tells of a failure.
fn tells(field: Option<JobField>) -> bool {
    matches!(field, Some(JobField::Code | JobField::Status | JobField::Message))
}

/// Hands every line of a table below its head to `take`.
pub(super) fn read(window: &mut Window<'_>, take: &mut dyn FnMut(&Record<'_>)) -> Result<(), Error> {
    let mut head: Option<(u8, Vec<Option<JobField>>)> = None;
    let mut at_end = false;
    loop {
        let mut fields = Vec::new();
        let text = window.text();
        let separator = match &head {
            Some((separator, _)) => *separator,
            // The rest of the line may show that another separator is used.
            None if !at_end && memchr(b'\n', text.as_bytes()).is_none() => {
                at_end = !window.more()?;
                continue;
            }
            None => separator(text),
        };
        let end = match csv::line(text, separator, at_end, &mut fields) {
            CsvLine::Whole(end) => end,
            CsvLine::Bad(at) => return Err(window.error(JobsFlaw::Syntax, at)),
            CsvLine::Open if at_end => {
                let end = text.len();
                return if end == 0 { Ok(()) } else { Err(window.error(JobsFlaw::Cut, end)) };
            }
            CsvLine::Open => {
                at_end = !window.more()?;
                continue;
            }
        };
        // Windows PowerShell names the type of its objects above the head.
        if head.is_none() && text.starts_with(TYPE) {
            window.pass(end);
            continue;
        }
        let is_row = head.is_some();
        let is_blank = matches!(fields.as_slice(), [only] if only.is_empty());
        match &head {
            _ if is_blank => {}
            None => {
                let columns: Vec<_> = fields.iter().map(|head| record::column(head)).collect();
                if !columns.iter().copied().any(tells) {
                    return Err(window.error(JobsFlaw::Foreign, 0));
                }
                head = Some((separator, columns));
            }
            Some((_, columns)) if columns.len() != fields.len() => {
                let cut = at_end && end == text.len() && fields.len() < columns.len();
                return Err(window.error(if cut { JobsFlaw::Cut } else { JobsFlaw::Fields }, 0));
            }
            Some((_, columns)) => {
                let mut record = Record::default();
                for (field, text) in columns.iter().zip(fields.drain(..)) {
                    if let Some(field) = field {
                        record.set(*field, text);
                    }
                }
                take(&record);
            }
        }
        window.pass(end);
        window.rows += u64::from(is_row && !is_blank);
    }
}

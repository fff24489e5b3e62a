//! `list`: every code that the guides know.

use serde::Serialize;

use super::{Reply, TaskContext, cli::TextOrJson};
use crate::{error::Error, text::markdown};

#[derive(Serialize)]
struct ProblemRow<'a> {
    code: &'a str,
    problem: &'a str,
    title: String,
    category: &'a str,
    aliases: &'a [String],
}

pub(super) fn run(context: &TaskContext<'_>, format: TextOrJson) -> Result<Reply, Error> {
    let catalog = context.library.catalog()?;
    let rows = catalog.entries.iter().map(|entry| ProblemRow {
        code: &entry.code,
        problem: &entry.problem,
        title: markdown::plain(&context.words.entry_title(entry)),
        category: &catalog.categories[entry.category].id,
        aliases: &entry.aliases,
    });
    let data = match format {
        TextOrJson::Json => {
            serde_json::to_string_pretty(&rows.collect::<Vec<_>>()).expect("strings are always JSON") + "\n"
        }
        TextOrJson::Text => {
            let width = catalog.entries.iter().map(|entry| entry.code.len()).max().unwrap_or(0);
            rows.map(|row| format!("{:width$}  {}\n", row.code, row.title)).collect()
        }
    };
    Ok(Reply { data, is_to_read: format == TextOrJson::Text, ..Reply::default() })
}

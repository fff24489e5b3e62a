//! `export`: the checklist of a problem as a document.

use super::{Context, Reply};
use crate::{case::Case, cli::Export, export, failure::Failure};

pub(super) fn run(context: &mut Context<'_>, options: &Export) -> Result<Reply, Failure> {
    let (guide, problem, entry) = context.open(&options.code)?;
    context.words.add_program("export");
    let mut case = Case::new(&guide, problem, &entry.code);
    for answer in &options.answer {
        let (k, v) = answer.split_once('=').unwrap();
        case.answers.insert(k.to_owned(), v.to_owned());
    }
    let text = export::markdown(&context.words, &guide, problem, &case);
    Ok(Reply { data: text, ..Reply::default() })
}

//! `triage`: many failed jobs in, groups by problem out, or the query that does the same elsewhere.

use std::{
    path::{Path, PathBuf},
    rc::Rc,
};

use super::{
    Chunks, Reply, TaskContext,
    cli::{TriageArgs as Options, TriageFormat},
};
use crate::{
    error::Error,
    evidence::matching::{self, Confidence, Matcher},
    guide::{Catalog, Guide},
    l10n::{self, args},
    machine::{files, progress::ProgressLine},
    store::{Presence, Store, record::encode},
    text::sanitise,
    triage::{self, JobFailure, Summary, Table, Triage},
};

pub(super) fn run(context: &TaskContext<'_>, options: &Options) -> Result<Reply, Error> {
    let catalog = context.library.catalog()?;
    match (options.format, options.files.is_empty()) {
        (TriageFormat::Kql | TriageFormat::Arg, false) => Err(Error::QueryInput),
        (TriageFormat::Kql, true) => Ok(Reply { data: triage::kql(catalog, &context.words), ..Reply::default() }),
        (TriageFormat::Arg, true) => Ok(Reply { data: triage::arg(catalog, &context.words), ..Reply::default() }),
        (_, true) => Err(Error::NoJobs),
        (_, false) => groups(context, options, catalog),
    }
}

fn groups(context: &TaskContext<'_>, options: &Options, catalog: &Rc<Catalog>) -> Result<Reply, Error> {
    let mut summary = read(context, &options.files, catalog)?;
    if options.redact || context.settings.is_on("redact") {
        summary.redact();
    }
    let guides = context.library.guides()?;
    let read = summary.read;
    let mut notice = String::new();
    if read.records > 0 {
        let args = args!("records" => read.records, "jobs" => read.jobs, "others" => read.others);
        notice += &(context.words.say_with("triage-read", &args) + "\n");
    }
    let none = match (summary.rows(), summary.groups.len()) {
        (0, _) => Some("triage-none"),
        (_, 0) => Some("triage-no-known"),
        _ => None,
    };
    if let Some(none) = none {
        notice += &(context.words.say(none) + "\n");
    }
    if let Some(folder) = &options.out {
        notice += &write(context, folder, options.force, &summary, catalog, &guides)?;
    }
    let mut reply = Reply { notice, no: none.is_some(), ..Reply::default() };
    match options.format {
        TriageFormat::Json => reply.data = triage::json(&summary, catalog),
        TriageFormat::Csv => reply.parts = Some(Chunks(Box::new(Table::new(summary, Rc::clone(catalog))))),
        _ => reply.data = triage::markdown(&summary, catalog, &guides, &context.words),
    }
    Ok(reply)
}

/// Reads all streams, and shows on a terminal how far that is.
fn read(context: &TaskContext<'_>, files: &[PathBuf], catalog: &Catalog) -> Result<Summary, Error> {
    let matcher = Matcher::read(context.library.files(), catalog, &l10n::available(context.library.files()));
    let known = |said: &JobFailure<'_>| known(&matcher, said);
    let mut tally = Triage::new(&known);
    let mut progress = ProgressLine::new(context.shows_progress());
    for path in files {
        let (source, size) = files::open(path)?;
        tally.read(path, &mut progress.watch(source, size))?;
    }
    drop(progress);
    Ok(tally.summary(catalog))
}

/// The row of the catalogue that a failure tells of; one that it may only perhaps tell of is listed as unknown.
fn known(matcher: &Matcher, said: &JobFailure<'_>) -> Option<usize> {
    let said = matching::StatedError { code: said.code, number: said.number.parse().ok(), text: said.message };
    let found = matcher.find_said(said).into_iter().next()?;
    (found.confidence > Confidence::Low).then_some(found.row)
}

/// Writes a case for each VM into a folder that `--data-dir` takes; none of them where one is there already.
fn write(
    context: &TaskContext<'_>,
    folder: &Path,
    force: bool,
    summary: &Summary,
    catalog: &Catalog,
    guides: &[Rc<Guide>],
) -> Result<String, Error> {
    let cases = triage::cases(summary, catalog, guides, &context.words);
    let store = Store::open(folder.join("cases"));
    if !force && let Some(there) = cases.iter().find_map(|saved| store.has(&saved.id)) {
        return Err(Error::Exists { path: there });
    }
    for saved in &cases {
        let failed = |error: std::io::Error| Error::unwritable(folder, &error);
        // Whoever has a case open would save over it; one that is new nobody has.
        let (_lock, mut place) = match store.has(&saved.id) {
            None => (None, Presence::New),
            Some(_) => match store.lock(&saved.id).map_err(failed)? {
                None => return Err(Error::CaseTaken { name: saved.id.clone() }),
                lock => (lock, Presence::There),
            },
        };
        store.put(&saved.id, &encode(saved), &mut place).map_err(failed)?;
    }
    let path = sanitise::visible_line(&folder.to_string_lossy());
    let args = args!("count" => cases.len(), "path" => path.as_str(), "option" => format!("--data-dir {path}"));
    Ok(context.words.say_with("triage-written", &args) + "\n")
}

//! `cases`: the cases that are kept on the disk.

use std::path::Path;

use serde::Serialize;

use super::{
    Reply, TaskContext,
    cli::{CaseAction, TextOrJson},
};
use crate::{
    case::{open::OpenCase, standing::Standing},
    error::Error,
    export::{self, PageShape},
    import::Importer,
    l10n::{GuideText, args, cli_names},
    machine::{clock, files},
    store::{LAST, Store, record::CaseRecord},
    text::{day, markdown},
};

pub(super) fn run(
    context: &TaskContext<'_>,
    action: CaseAction,
    case: Option<&str>,
    due: bool,
    format: TextOrJson,
) -> Result<Reply, Error> {
    let folder = context.cases().ok_or(Error::NoHome)?;
    let store = Store::open(folder);
    let named = || case.ok_or(Error::WhichCase);
    match action {
        CaseAction::List => Ok(list(context, &store, due, format)),
        CaseAction::Show => {
            let saved = store.load(&find(context, &store, named()?)?)?;
            let closed = if saved.closed { saved.changed } else { String::new() };
            let open = export::shareable_copy(&context.library.open(saved.case)?, false);
            let shape = PageShape { closed: &closed, ..PageShape::default() };
            let data = export::markdown(&context.words, &open, &shape);
            Ok(Reply { data, ..Reply::default() })
        }
        CaseAction::Rm => {
            let id = match named()? {
                LAST => store.find(LAST)?,
                id => id.to_owned(),
            };
            store.remove(&id)?;
            let mut args = cli_names();
            args.set("id", id);
            let notice = context.words.say_with("cli-case-removed", &args) + "\n";
            Ok(Reply { notice, ..Reply::default() })
        }
        CaseAction::Restore => store.restore(named()?).map(|()| Reply::default()),
    }
}

/// The id of the case that a name means. Of several that it could mean each is told with what it is about.
///
/// # Errors
/// As [`Store::find`].
pub fn find(context: &TaskContext<'_>, store: &Store, name: &str) -> Result<String, Error> {
    store.find(name).map_err(|error| {
        let Error::AmbiguousCase { name, ids } = error else { return error };
        let (cases, _) = store.list();
        let meant = cases.iter().filter(|saved| ids.contains(&saved.id));
        let rows = meant.map(|saved| CaseRow::new(context, saved, 0).choice());
        Error::AmbiguousCase { name, ids: rows.collect() }
    })
}

/// A kept case by its id, and when it was closed; `None` where none is kept by that name.
pub(super) fn kept(context: &TaskContext<'_>, id: &str) -> Option<Result<(OpenCase, Option<String>), Error>> {
    let store = Store::open(context.cases()?);
    store.has(id)?;
    let opened = store.load(id).and_then(|saved| {
        let closed = saved.closed.then_some(saved.changed);
        Ok((context.library.open(saved.case)?, closed))
    });
    Some(opened)
}

/// The case that an exported file holds; what differs there is told in the notice.
pub(super) fn exported(context: &TaskContext<'_>, path: &str, notice: &mut String) -> Result<OpenCase, Error> {
    let resumed = Importer::new(&context.library).resume(path, &files::read(Path::new(path))?)?;
    for difference in &resumed.differs {
        *notice += &(difference.text(&context.words) + "\n");
    }
    Ok(resumed.open)
}

/// What a list says of a case; the times are UTC.
#[derive(Serialize)]
struct CaseRow<'a> {
    id: &'a str,
    state: &'static str,
    /// Until when it waits, or waited where it is due.
    until: Option<String>,
    opened: &'a str,
    changed: &'a str,
    code: &'a str,
    problem: &'a str,
    name: &'a str,
    vm: &'a [String],
    /// What it asks next.
    question: Option<String>,
    steps: usize,
    marked: usize,
    note: Option<&'a str>,
    /// For its place in the list.
    #[serde(skip)]
    standing: Standing,
}

impl<'a> CaseRow<'a> {
    fn new(context: &TaskContext<'_>, saved: &'a CaseRecord, now: u64) -> Self {
        let CaseRecord { id, opened, changed, closed, case } = saved;
        let open = context.library.open(case.clone()).ok();
        let standing = Standing::of_any(open.as_ref(), *closed, changed, now);
        let asks = open.as_ref().filter(|_| !closed);
        let question =
            asks.and_then(|open| GuideText::new(&context.words, &open.guide, &open.case).next_question(&open.trail));
        let progress = open.map(|open| open.checklist.progress(&open.guide)).unwrap_or_default();
        CaseRow {
            id,
            state: standing.name(),
            until: standing.until().map(day::moment),
            opened,
            changed,
            code: &case.code,
            problem: &case.problem,
            name: &case.name,
            vm: case.variables.get("vm").map_or(&[], Vec::as_slice),
            question: question.map(|question| markdown::plain(&question)),
            steps: progress.steps,
            marked: progress.marked,
            note: case.last_note(),
            standing,
        }
    }

    /// Its columns but the last one, which needs no width.
    fn columns(&self) -> [String; 6] {
        let progress = format!("{}/{}", self.marked, self.steps);
        let until = self.until.as_deref().unwrap_or("-");
        [self.id, self.changed, self.state, until, &progress, self.code].map(str::to_owned)
    }

    /// What there is to choose it by.
    fn choice(&self) -> String {
        let asks = self.question.clone().unwrap_or_else(|| self.state.to_owned());
        let parts = [self.id.to_owned(), self.named(), self.code.to_owned(), self.changed.to_owned(), asks];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" | ")
    }

    fn named(&self) -> String {
        if self.name.is_empty() { self.vm.join(",") } else { self.name.to_owned() }
    }
}

/// A line per case, what is due first: id, last change, state, until when it waits, progress, code, name or VM.
fn list(context: &TaskContext<'_>, store: &Store, due: bool, format: TextOrJson) -> Reply {
    let (cases, broken) = store.list();
    let now = day::seconds(&clock::now()).unwrap_or(0);
    let mut rows: Vec<CaseRow<'_>> = cases.iter().map(|saved| CaseRow::new(context, saved, now)).collect();
    rows.retain(|row| !due || matches!(row.standing, Standing::Due(_)));
    rows.sort_by_key(|row| row.standing);
    let data = match format {
        TextOrJson::Json => serde_json::to_string_pretty(&rows).expect("strings are always JSON") + "\n",
        TextOrJson::Text => text(&rows),
    };
    let unreadable = |path: &std::path::PathBuf| {
        let path = crate::text::sanitise::visible_line(&path.to_string_lossy());
        context.words.say_with("cli-case-unreadable", &args!("path" => path)) + "\n"
    };
    let notice = match (cases.is_empty() && !due, broken.is_empty()) {
        (true, true) => context.words.say("cli-cases-none") + "\n",
        _ => broken.iter().map(unreadable).collect(),
    };
    Reply { data, notice, no: rows.is_empty(), ..Reply::default() }
}

fn text(rows: &[CaseRow<'_>]) -> String {
    let columns: Vec<_> = rows.iter().map(|row| (row.columns(), row.named())).collect();
    let widths: Vec<usize> =
        (0..6).map(|at| columns.iter().map(|(cells, _)| cells[at].len()).max().unwrap_or(0)).collect();
    let line = |(cells, name): &([String; 6], String)| {
        let cells = cells.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}  "));
        (cells.collect::<String>() + name).trim_end().to_owned() + "\n"
    };
    columns.iter().map(line).collect()
}

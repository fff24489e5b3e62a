//! `cases`: the cases that are kept on the disk.

use std::path::Path;

use super::{Reply, TaskContext};
use crate::{
    case::open::OpenCase,
    cli::CaseAction,
    error::Error,
    export::{self, PageShape},
    import::Importer,
    l10n::{args, cli_names},
    machine::files,
    store::{Store, record::CaseRecord},
};

pub(super) fn run(context: &mut TaskContext<'_>, action: CaseAction, case: Option<&str>) -> Result<Reply, Error> {
    let folder = context.cases().ok_or(Error::NoHome)?;
    let store = Store::open(folder);
    let named = || case.ok_or(Error::WhichCase);
    match action {
        CaseAction::List => Ok(list(context, &store)),
        CaseAction::Show => {
            let saved = store.load(named()?)?;
            let open = export::shareable_copy(&context.library.open(saved.case)?, false);
            let data = export::markdown(&context.words, &open, &PageShape::default());
            Ok(Reply { data, ..Reply::default() })
        }
        CaseAction::Rm => {
            store.remove(named()?)?;
            let mut args = cli_names();
            args.set("id", named()?);
            let notice = context.words.say_with("cli-case-removed", &args) + "\n";
            Ok(Reply { notice, ..Reply::default() })
        }
        CaseAction::Restore => store.restore(named()?).map(|()| Reply::default()),
    }
}

/// A kept case by its id; `None` where none is kept by that name.
pub(super) fn kept(context: &TaskContext<'_>, id: &str) -> Option<Result<OpenCase, Error>> {
    let store = Store::open(context.cases()?);
    store.has(id)?;
    Some(store.load(id).and_then(|saved| context.library.open(saved.case)))
}

/// The case that an exported file holds; what differs there is told in the notice.
pub(super) fn exported(context: &TaskContext<'_>, path: &str, notice: &mut String) -> Result<OpenCase, Error> {
    let resumed = Importer::new(&context.library).resume(path, &files::read(Path::new(path))?)?;
    for difference in &resumed.differs {
        *notice += &(difference.text(&context.words) + "\n");
    }
    Ok(resumed.open)
}

/// A line per case: id, last change, progress, name or VM, code.
fn list(context: &TaskContext<'_>, store: &Store) -> Reply {
    let (cases, broken) = store.list();
    let widest = |column: fn(&CaseRecord) -> &String| cases.iter().map(|saved| column(saved).len()).max().unwrap_or(0);
    let (ids, codes) = (widest(|saved| &saved.id), widest(|saved| &saved.case.code));
    let line = |saved: &CaseRecord| {
        let progress = context.library.open(saved.case.clone()).map(|open| {
            let progress = open.checklist.progress(&open.guide);
            format!("{}/{}", progress.marked, progress.steps)
        });
        let name = match (saved.case.name.as_str(), saved.case.variables.get("vm")) {
            ("", Some(vm)) => vm.join(","),
            (name, _) => name.to_owned(),
        };
        let closed = if saved.closed { "x" } else { " " };
        let progress = progress.unwrap_or_default();
        let (id, changed, code) = (&saved.id, &saved.changed, &saved.case.code);
        format!("{id:ids$}  {changed}  {closed}  {progress:>5}  {code:codes$}  {name}").trim_end().to_owned()
    };
    let data = cases.iter().map(|saved| line(saved) + "\n").collect();
    let unreadable = |path: &std::path::PathBuf| {
        let path = crate::text::sanitise::visible_line(&path.to_string_lossy());
        context.words.say_with("cli-case-unreadable", &args!("path" => path)) + "\n"
    };
    let notice = match (cases.is_empty(), broken.is_empty()) {
        (true, true) => context.words.say("cli-cases-none") + "\n",
        _ => broken.iter().map(unreadable).collect(),
    };
    Reply { data, notice, no: cases.is_empty(), ..Reply::default() }
}

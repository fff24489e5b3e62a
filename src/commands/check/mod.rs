//! `check`: looks for defects in guides and words, all in one run.

mod ages;
mod render;

use std::path::PathBuf;

use serde::Serialize;

pub(super) use render::render;

use super::{Reply, TaskContext, cli::TextOrJson};
use crate::{
    data::Files,
    error::Error,
    guide::{self, Cause, Diagnostic, Guide, Holds, Named, Question, Remedy, Tree, graph},
    l10n::{args, lint},
    library,
    machine::files,
    text::{day::Day, position::Positions, sanitise::visible_line},
};

#[derive(Serialize)]
struct CheckOutput {
    diagnostics: Vec<DiagnosticRow>,
    counts: Counts,
    #[serde(skip_serializing_if = "Option::is_none")]
    ages: Option<Vec<ages::Age>>,
}

#[derive(Serialize)]
struct DiagnosticRow {
    code: &'static str,
    file: String,
    line: Option<usize>,
    column: Option<usize>,
    message: String,
    help: String,
}

/// How much the sound guides hold; `trails` counts each tree for itself.
#[derive(Default, Serialize)]
struct Counts {
    problems: usize,
    questions: usize,
    causes: usize,
    remedies: usize,
    steps: usize,
    rules: usize,
    trails: u64,
}

pub(super) fn run(
    context: &TaskContext<'_>,
    folder: Option<PathBuf>,
    format: TextOrJson,
    today: Option<&str>,
) -> Result<Reply, Error> {
    let today =
        today.map(|day| Day::parse(day).ok_or_else(|| Error::BadDate { date: day.into(), example: "2026-11-24" }));
    let today = today.transpose()?;
    let own = folder.as_ref().or(context.global.guides.as_ref());
    let own = own.map(|folder| files::read_folder(folder)).transpose()?;
    let files = match &own {
        Some(own) => library::around(own),
        None => Files::clone(context.library.files()),
    };
    let (mut diagnostics, guides) = look(&files);
    if let Some(own) = own {
        // What is lent to a folder is not its own to mend.
        diagnostics.retain(|found| own.get(&found.file).is_some() || files.get(&found.file).is_none());
    }
    let counts = Counts::of(&guides);
    let ages = today.map(|today| ages::of(&files, today));
    let data = match format {
        TextOrJson::Json => {
            let mut places = DiagnosticPlaces::new(&files);
            let diagnostics = diagnostics.iter().map(|diagnostic| row(diagnostic, &mut places, context)).collect();
            let answer = CheckOutput { diagnostics, counts, ages };
            serde_json::to_string_pretty(&answer).expect("strings and numbers are always JSON") + "\n"
        }
        TextOrJson::Text => {
            let drawn = render::render_for(&diagnostics, &files, context, context.env.stdout_tty);
            let ages = ages.map(|ages| ages::text(&ages, &context.words)).unwrap_or_default();
            drawn + &ages + &summary(&counts, diagnostics.len(), context)
        }
    };
    Ok(Reply { data, no: !diagnostics.is_empty(), ..Reply::default() })
}

/// Every defect, by file and place, and the guides that are sound.
pub(super) fn look(files: &Files) -> (Vec<Diagnostic>, Vec<Guide>) {
    let mut guides: Vec<Guide> = Vec::new();
    let mut found = guide::lint(files);
    let mut sound = true;
    for id in files.folders("guides/") {
        match guide::load(files, id) {
            Ok(guide) => guides.push(guide),
            Err(diagnostics) => {
                found.extend(diagnostics);
                sound = false;
            }
        }
    }
    // What a guide without problems has is used by others, of which nothing is known while they have defects.
    for guide in guides.iter().filter(|guide| sound || !guide.problems.is_empty()) {
        let users: Vec<&Guide> = guides.iter().filter(|user| user.is_using(&guide.id)).collect();
        let said = [guide].into_iter().chain(users.iter().copied()).flat_map(|guide| lint::said(files, &guide.id));
        found.extend(guide::unused(files, guide, &users, &said.collect()));
    }
    found.extend(lint::lint(files, &guides));
    let start = |diagnostic: &Diagnostic| diagnostic.span.as_ref().map(|span| span.start);
    found.sort_by(|a, b| (&a.file, start(a), a.code, &a.args).cmp(&(&b.file, start(b), b.code, &b.args)));
    found.dedup();
    (found, guides)
}

/// The lines and columns of diagnostics, which are in the order of their files and places.
struct DiagnosticPlaces<'a> {
    files: &'a Files,
    file: &'a str,
    positions: Positions<'a>,
}

impl<'a> DiagnosticPlaces<'a> {
    fn new(files: &'a Files) -> Self {
        DiagnosticPlaces { files, file: "", positions: Positions::new("") }
    }

    fn of(&mut self, diagnostic: &'a Diagnostic) -> Option<(usize, usize)> {
        let start = diagnostic.span.as_ref()?.start;
        if self.file != diagnostic.file {
            (self.file, self.positions) = (&diagnostic.file, Positions::new(self.files.get(&diagnostic.file)?));
        }
        Some(self.positions.of(start))
    }
}

fn row<'a>(diagnostic: &'a Diagnostic, places: &mut DiagnosticPlaces<'a>, context: &TaskContext<'_>) -> DiagnosticRow {
    let place = places.of(diagnostic);
    let (message, help) = render::sentences(diagnostic, &context.words);
    DiagnosticRow {
        code: diagnostic.code,
        file: visible_line(&diagnostic.file),
        line: place.map(|(line, _)| line),
        column: place.map(|(_, column)| column),
        message,
        help,
    }
}

fn summary(counts: &Counts, diagnostics: usize, context: &TaskContext<'_>) -> String {
    let args = args!(
        "problems" => counts.problems,
        "questions" => counts.questions,
        "causes" => counts.causes,
        "remedies" => counts.remedies,
        "steps" => counts.steps,
        "rules" => counts.rules,
        "trails" => counts.trails
    );
    let counts = context.words.say_with("check-counts", &args);
    format!("{counts}\n{}\n", context.words.say_with("check-diagnostics", &args!("count" => diagnostics)))
}

impl Counts {
    fn of(guides: &[Guide]) -> Self {
        let mut counts = Counts::default();
        for guide in guides {
            // What a guide uses is counted where it stands.
            let used: Vec<&Guide> = guides.iter().filter(|other| guide.is_using(&other.id)).collect();
            let rules = |guide: &Guide| {
                guide.evidence.meanings.len() + guide.evidence.figures.len() + guide.evidence.numbers.len()
            };
            counts.problems += guide.problems.len();
            counts.questions += own::<Question>(guide, &used).count();
            counts.causes += own::<Cause>(guide, &used).count();
            counts.remedies += own::<Remedy>(guide, &used).count();
            counts.steps += own::<Remedy>(guide, &used).map(|remedy| remedy.steps.len()).sum::<usize>();
            counts.rules += rules(guide) - used.iter().map(|used| rules(used)).sum::<usize>();
            let trees = guide.problems.iter().map(|p| &p.tree).chain(own::<Cause>(guide, &used).map(|c| &c.tree));
            let trails = trees.map(|tree: &Tree| graph::trails(guide, tree));
            counts.trails = trails.fold(counts.trails, u64::saturating_add);
        }
        counts
    }
}

/// What stands in the guide's own folder.
fn own<'g, T: Named + 'g>(guide: &'g Guide, used: &[&Guide]) -> impl Iterator<Item = &'g T>
where
    Guide: Holds<T>,
{
    let list: &[T] = guide.list();
    list.iter().filter(|item| used.iter().all(|used| used.find(item.name()).is_none()))
}

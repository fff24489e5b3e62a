//! An exported Markdown file back to its case: the comment gives the case, then the ticks of the text win.

mod align;
mod shown;
mod text;

use std::rc::Rc;

use self::{align::Pair, shown::Shown, text::Text};
use crate::{
    case::{Case, MOST_FINDINGS, Mark},
    checklist::{Checklist, Item},
    export::Kept,
    failure::Failure,
    files::Files,
    guide::{self, Catalog, Guide, Id, Problem, Question},
    l10n::{self, Words, args},
    sanitise,
    trail::Trail,
};

/// The largest file that is read, in bytes.
const LARGEST: usize = 4 << 20;

/// Whether an argument names a file rather than a code or a case.
pub fn is_file(name: &str) -> bool {
    name.contains(['/', std::path::MAIN_SEPARATOR]) || name.to_ascii_lowercase().ends_with(".md")
}

/// A case that came back from a file.
#[derive(Debug)]
pub struct Resumed {
    /// Whose trees.
    pub guide: Guide,
    /// Which problem.
    pub problem: Id<Problem>,
    /// The case, with the ticks of the text.
    pub case: Case,
    /// What the person should know, in the order of the file.
    pub differs: Vec<Difference>,
}

/// Something that the text says otherwise than the case in the comment, or that could not be brought back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// There is no comment, so the case is what the text shows.
    Absent,
    /// The comment is damaged, so the case is what the text shows.
    Damaged,
    /// A later version wrote the comment, so the case is what the text shows.
    Newer,
    /// This step is ticked in the text, so it is done.
    Done(String),
    /// This step is no longer ticked in the text, so it is to do.
    Todo(String),
    /// This task of the text is no step of the case.
    Unknown(String),
    /// So many steps of the case do not stand in the text; their marks stay.
    Missing(usize),
    /// This row of the tables is another in the text; the case keeps its own.
    Row(String),
    /// This value cannot be one of its variable, so it is left out.
    Value(String),
}

impl Difference {
    /// A sentence for the person.
    pub fn text(&self, words: &Words) -> String {
        let say = |name: &str, what: &str| {
            words.say_with(&format!("export-resumed-{name}"), &args!("what" => sanitise::visible_line(what)))
        };
        match self {
            Difference::Absent => say("absent", ""),
            Difference::Damaged => say("damaged", ""),
            Difference::Newer => say("newer", ""),
            Difference::Done(step) => say("done", step),
            Difference::Todo(step) => say("todo", step),
            Difference::Unknown(task) => say("unknown", task),
            Difference::Missing(count) => words.say_with("export-resumed-missing", &args!("count" => *count)),
            Difference::Row(row) => say("row", row),
            Difference::Value(name) => say("value", name),
        }
    }
}

/// Reads a case back from the text of an exported Markdown file; `path` is named in errors.
///
/// # Errors
/// Bad input where the text is too large or shows no problem that the guides know.
pub fn resume(files: &Rc<Files>, path: &str, text: &str) -> Result<Resumed, Failure> {
    if text.len() > LARGEST {
        return Err(Failure::input("too-large", [("path", path)]));
    }
    let text = Text::read(text);
    let languages: Vec<Words> =
        l10n::available(files).iter().map(|locale| Words::new(Rc::clone(files), locale)).collect();
    let kept = match &text.kept {
        Some(Kept::Whole(case)) => from_comment(files, case)?,
        _ => None,
    };
    let (mut resumed, is_whole) = match kept {
        Some(resumed) => (resumed, true),
        None => (from_text(files, path, &text, &languages)?, false),
    };
    let Resumed { guide, problem, case, differs } = &mut resumed;
    let shown = languages.iter().map(|words| Shown::of(words, guide, *problem, case, &text));
    let best = shown.max_by_key(Shown::score);
    if let Some(shown) = best {
        differs.extend(shown.rows.into_iter().map(Difference::Row));
        tick(guide, *problem, case, &text, &shown.steps, &shown.pairs, differs);
        // What was read from the text alone cannot differ from it.
        differs.retain(|told| is_whole || !matches!(told, Difference::Row(_) | Difference::Done(_)));
    }
    Ok(resumed)
}

/// The case of the comment; `None` where the guides know nothing of its problem.
fn from_comment(files: &Files, case: &Case) -> Result<Option<Resumed>, Failure> {
    if !files.folders("guides/").any(|guide| guide == case.guide) {
        return Ok(None);
    }
    let guide = guide::load(files, &case.guide).map_err(Failure::diagnosed)?;
    let Some(problem) = guide.find::<Problem>(&case.problem) else { return Ok(None) };
    let mut differs = Vec::new();
    let case = clean(&guide, case, &mut differs);
    Ok(Some(Resumed { guide, problem, case, differs }))
}

/// A case from outside: made visible, and without values that break their rule.
fn clean(guide: &Guide, case: &Case, differs: &mut Vec<Difference>) -> Case {
    let line = |text: &String| sanitise::visible_line(text);
    let mut case = case.clone();
    case.name = line(&case.name);
    case.code = line(&case.code);
    case.answers = case.answers.iter().map(|(key, option)| (line(key), line(option))).collect();
    case.times = case.times.iter().map(|(key, time)| (line(key), line(time))).collect();
    case.notes = case.notes.iter().map(|(key, note)| (line(key), sanitise::visible(note))).collect();
    let marks = case.marks.iter().map(|(key, mark)| {
        let mark = match mark {
            Mark::Done => Mark::Done,
            Mark::Failed(reason) => Mark::Failed(line(reason)),
            Mark::Skipped(reason) => Mark::Skipped(line(reason)),
        };
        (line(key), mark)
    });
    case.marks = marks.collect();
    case.findings.retain_mut(|finding| {
        for text in [&mut finding.file, &mut finding.path, &mut finding.text] {
            *text = line(text);
        }
        guide.find::<Question>(&finding.question).is_some_and(|id| guide[id].option(&finding.option).is_some())
    });
    case.findings.truncate(MOST_FINDINGS);
    case.variables.retain(|name, values| {
        let variable = guide.variables.iter().find(|variable| variable.id == *name);
        let several = variable.is_some_and(|variable| variable.several);
        let good =
            |value: &String| line(value) == *value && variable.is_some_and(|variable| variable.rule.accepts(value));
        let keep = values.iter().all(good) && (several || values.len() <= 1);
        if !keep {
            differs.push(Difference::Value(name.clone()));
        }
        keep
    });
    case
}

/// The case that the text shows: its problem, values and answers; the ticks are read with those of the comment's case.
fn from_text(files: &Rc<Files>, path: &str, text: &Text, languages: &[Words]) -> Result<Resumed, Failure> {
    let catalog = Catalog::read(files).map_err(Failure::diagnosed)?;
    let entry = text.spans.iter().find_map(|span| catalog.find(span));
    let entry = entry.ok_or_else(|| Failure::input("no-export", [("path", path)]))?;
    let guide = guide::load(files, &entry.guide).map_err(Failure::diagnosed)?;
    let problem = guide.find(&entry.problem).expect("the catalogue was read from the same files");
    let mut differs = vec![match text.kept {
        None => Difference::Absent,
        Some(Kept::Newer) => Difference::Newer,
        Some(Kept::Damaged | Kept::Whole(_)) => Difference::Damaged,
    }];
    let mut case = Case::new(&guide, problem, &entry.code);
    case.variables = shown::values(&guide, text);
    let mut case = clean(&guide, &case, &mut differs);
    let answers = languages.iter().map(|words| shown::answers(words, &guide, problem, &case, text));
    case.answers = answers.max_by_key(std::collections::BTreeMap::len).unwrap_or_default();
    Ok(Resumed { guide, problem, case, differs })
}

/// Lets the ticks of the text win over the marks of the case.
fn tick(
    guide: &Guide,
    problem: Id<Problem>,
    case: &mut Case,
    text: &Text,
    steps: &[String],
    pairs: &[Pair],
    differs: &mut Vec<Difference>,
) {
    let trail = Trail::of(guide, problem, case);
    let checklist = Checklist::of(guide, &trail, case);
    let items: Vec<&Item> = checklist.groups.iter().flat_map(|group| &group.items).collect();
    let mut known = vec![false; text.tasks.len()];
    for pair in pairs {
        let (Some(item), task) = (items.get(pair.step), &text.tasks[pair.task]) else { continue };
        known[pair.task] = true;
        let done = item.mark == Some(Mark::Done);
        if done == task.done {
            continue;
        }
        case.times.remove(&item.key);
        if task.done {
            case.marks.insert(item.key.clone(), Mark::Done);
            differs.push(Difference::Done(steps[pair.step].clone()));
        } else {
            case.marks.remove(&item.key);
            differs.push(Difference::Todo(steps[pair.step].clone()));
        }
    }
    let unknown = text.tasks.iter().zip(&known).filter(|(_, known)| !**known);
    differs.extend(unknown.take(MOST_UNKNOWN).map(|(task, _)| Difference::Unknown(task.words.clone())));
    // A hand-over shows no task at all.
    if !text.tasks.is_empty() && pairs.len() < steps.len() {
        differs.push(Difference::Missing(steps.len() - pairs.len()));
    }
}

/// So many tasks that are no steps are named.
const MOST_UNKNOWN: usize = 20;

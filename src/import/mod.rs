//! An exported file back to its case: JSON is the case; in Markdown the comment gives it, then the ticks of the text win.

mod align;
mod boxes;
mod deleted;
mod said;
mod shown;
mod text;

use std::{collections::BTreeMap, rc::Rc};

use self::{
    boxes::HandoverBoxes,
    shown::Shown,
    text::{ShownText, letters},
};
use crate::{
    case::{Case, MOST_FINDINGS, Mark, checklist::Item, open::OpenCase},
    error::Error,
    export::{self, EmbeddedCase},
    guide::{Guide, Problem, Question},
    l10n::{self, Words, args},
    library::Library,
    text::sanitise,
};

/// The largest file that is read, in bytes.
const LARGEST: usize = 4 << 20;

/// A case that came back from a file.
#[derive(Debug)]
pub struct Resumed {
    /// The case, with the ticks of the text.
    pub open: OpenCase,
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
    /// This row of the tables is gone from the text; the case keeps it.
    Kept(String),
    /// This was deleted from the text, so it is gone from the case too.
    Deleted(String),
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
            Difference::Kept(row) => say("kept", row),
            Difference::Deleted(what) => say("deleted", what),
            Difference::Value(name) => say("value", name),
        }
    }
}

/// Reads files back, each compared with all guides and languages.
pub struct Importer {
    library: Rc<Library>,
    languages: Vec<Words>,
}

impl Importer {
    /// A reader that knows the guides of a library, and the languages beside them.
    pub fn new(library: &Rc<Library>) -> Self {
        let files = library.files();
        let languages = l10n::available(files).iter().map(|locale| Words::new(Rc::clone(files), locale)).collect();
        Importer { library: Rc::clone(library), languages }
    }

    /// Reads a case back from the text of an exported Markdown file; `path` is named in errors.
    ///
    /// # Errors
    /// Bad input where the text is too large or shows no problem that the guides know.
    pub fn resume(&self, path: &str, text: &str) -> Result<Resumed, Error> {
        if text.len() > LARGEST {
            return Err(Error::TooLarge { path: path.into() });
        }
        if let Some(case) = export::case_of_json(text) {
            return self.case_of_json(path, &case);
        }
        let mut text = ShownText::read(text);
        let kept = match &text.kept {
            Some(EmbeddedCase::Whole(case)) => self.case_of_comment(case)?,
            _ => None,
        };
        let is_whole = kept.is_some();
        let Resumed { mut open, mut differs } = kept.map_or_else(|| self.case_of_text(path, &text), Ok)?;
        let boxes = HandoverBoxes::of(&self.languages, &open);
        text.tasks.retain(|task| !boxes.has(&task.words));
        let Some((shown, words)) = self.language(&open, &text, &boxes) else { return Ok(Resumed { open, differs }) };
        let mut case = open.case.clone();
        differs.extend(shown.rows.iter().cloned().map(Difference::Row));
        // Other kinds of exports show other tables.
        if is_whole && !text.tasks.is_empty() && !text.tables.is_empty() {
            differs.extend(shown.gone.iter().cloned().map(Difference::Kept));
        }
        tick(&open, &mut case, &text, &shown, &mut differs);
        // What lost all tasks and tables is not what was exported, with something taken out.
        let is_export = !text.tasks.is_empty() || !text.tables.is_empty();
        if is_whole && is_export {
            deleted::take_out(words, &open, &mut case, &shown.exported, &text, &mut differs);
        }
        if !is_whole {
            said::of_steps(words, &open, &mut case, &text, &shown.pairs);
        }
        // What was read from the text alone cannot differ from it.
        differs.retain(|told| is_whole || !matches!(told, Difference::Row(_) | Difference::Done(_)));
        open.change(|_, before| *before = case);
        Ok(Resumed { open, differs })
    }

    /// The case that a file of JSON is.
    fn case_of_json(&self, path: &str, case: &EmbeddedCase) -> Result<Resumed, Error> {
        match case {
            EmbeddedCase::Whole(case) => {
                self.case_of_comment(case)?.ok_or_else(|| Error::NoExport { path: path.into() })
            }
            EmbeddedCase::Newer => Err(Error::NewerCase { path: path.into() }),
            EmbeddedCase::Damaged => Err(Error::NoExport { path: path.into() }),
        }
    }

    /// The language that explains most of a text, and what the case shows in it; that of its headings is looked at first.
    fn language(&self, open: &OpenCase, text: &ShownText, boxes: &HandoverBoxes) -> Option<(Shown, &Words)> {
        let mut languages: Vec<&Words> = self.languages.iter().collect();
        languages.sort_by_key(|words| !text.letters.contains(&letters(&words.say("export-found"))));
        let mut best: Option<(Shown, &Words)> = None;
        for words in languages {
            let shown = Shown::of(words, open, text, boxes);
            // A language that explains all leaves nothing for another.
            let is_all = shown.is_all();
            if best.as_ref().is_none_or(|(best, _)| shown.score() > best.score()) {
                best = Some((shown, words));
            }
            if is_all {
                break;
            }
        }
        best
    }

    /// The case of the comment; `None` where the guides know nothing of its problem.
    fn case_of_comment(&self, case: &Case) -> Result<Option<Resumed>, Error> {
        if !self.library.catalog()?.guides.contains(&case.guide) {
            return Ok(None);
        }
        let guide = self.library.guide(&case.guide)?;
        let Some(problem) = guide.find::<Problem>(&case.problem) else { return Ok(None) };
        let mut differs = Vec::new();
        let case = clean(&guide, case, &mut differs);
        Ok(Some(Resumed { open: OpenCase::new(guide, problem, case), differs }))
    }

    /// The case that the text shows: its problem, values and answers; the ticks are read with those of the comment's case.
    fn case_of_text(&self, path: &str, text: &ShownText) -> Result<Resumed, Error> {
        let catalog = self.library.catalog()?;
        let entry = text.spans.iter().find_map(|span| catalog.find(span));
        let entry = entry.ok_or_else(|| Error::NoExport { path: path.into() })?;
        let OpenCase { guide, problem, mut case, .. } = self.library.begin(entry)?;
        let mut differs = vec![match text.kept {
            None => Difference::Absent,
            Some(EmbeddedCase::Newer) => Difference::Newer,
            Some(EmbeddedCase::Damaged | EmbeddedCase::Whole(_)) => Difference::Damaged,
        }];
        said::of_case(&self.languages, text, &mut case);
        case.variables = shown::values(&guide, text);
        let mut case = clean(&guide, &case, &mut differs);
        let answers = self.languages.iter().map(|words| shown::answers(words, &guide, problem, &case, text));
        case.answers = answers.max_by_key(BTreeMap::len).unwrap_or_default();
        Ok(Resumed { open: OpenCase::new(guide, problem, case), differs })
    }
}

/// A case from outside: made visible, and without values that break their rule.
fn clean(guide: &Guide, case: &Case, differs: &mut Vec<Difference>) -> Case {
    // What is no sound value is told by its own name, and not made one.
    let mut case = Case { variables: case.variables.clone(), ..case.clone().visible() };
    case.findings.retain(|finding| {
        guide.find::<Question>(&finding.question).is_some_and(|id| guide[id].option(&finding.option).is_some())
    });
    case.findings.truncate(MOST_FINDINGS);
    case.variables.retain(|name, values| {
        let variable = guide.variables.iter().find(|variable| variable.id == *name);
        let several = variable.is_some_and(|variable| variable.several);
        let good = |value: &String| {
            sanitise::visible_line(value) == *value && variable.is_some_and(|variable| variable.rule.accepts(value))
        };
        let keep = values.iter().all(good) && (several || values.len() <= 1);
        if !keep {
            differs.push(Difference::Value(name.clone()));
        }
        keep
    });
    case
}

/// Lets the ticks of the text win over the marks of the case.
fn tick(open: &OpenCase, case: &mut Case, text: &ShownText, shown: &Shown, differs: &mut Vec<Difference>) {
    let Shown { steps, pairs, .. } = shown;
    let items: Vec<&Item> = open.shown_items().collect();
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
    // A hand-over shows no step as a task.
    if !text.tasks.is_empty() && pairs.len() < steps.len() {
        differs.push(Difference::Missing(steps.len() - pairs.len()));
    }
}

/// So many tasks that are no steps are named.
const MOST_UNKNOWN: usize = 20;

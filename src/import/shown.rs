//! A text against what the export of a case shows in one language.

use std::collections::{BTreeMap, HashMap};

use super::{
    align::{Pair, align},
    boxes::HandoverBoxes,
    text::{Cell, ShownText, letters},
};
use crate::{
    case::{
        Case, UNSURE,
        open::OpenCase,
        reachable::Reachable,
        trail::{Answer, Ask, Trail},
    },
    export::{self, PageShape},
    guide::{Guide, Id, Problem, QuestionKind},
    l10n::{GuideText, Words},
    text::markdown::plain,
};

/// A text, compared with an export in one language.
pub(super) struct Shown {
    /// What that export shows.
    pub exported: ShownText,
    /// The words of every step, as that export shows them.
    pub steps: Vec<String>,
    /// Which task is which step.
    pub pairs: Vec<Pair>,
    /// Rows of the tables that end otherwise in the text.
    pub rows: Vec<String>,
    same_rows: usize,
    /// Rows that are not in the text, those of values left out.
    pub gone: Vec<String>,
    missing_rows: usize,
}

impl Shown {
    /// Compares a text with the export of a case.
    pub(super) fn of(words: &Words, open: &OpenCase, text: &ShownText, boxes: &HandoverBoxes) -> Self {
        let exported = ShownText::read(&export::markdown(words, open, &PageShape::default()));
        let tasks = exported.tasks.iter().map(|task| task.words.clone());
        let steps: Vec<String> = tasks.filter(|words| !boxes.has(words)).collect();
        let pairs = align(&steps, &text.tasks);
        let mut seen: HashMap<String, Vec<String>> = HashMap::new();
        for [left, right] in text.tables.iter().flatten() {
            seen.entry(letters(&left.words)).or_default().push(letters(&right.words));
        }
        let (mut rows, mut gone, mut same_rows, mut missing_rows) = (Vec::new(), Vec::new(), 0, 0);
        for [left, right] in exported.tables.iter().flatten() {
            match seen.get(&letters(&left.words)) {
                Some(rights) if rights.contains(&letters(&right.words)) => same_rows += 1,
                Some(_) => rows.push(left.words.clone()),
                None => {
                    missing_rows += 1;
                    gone.extend(left.codes.is_empty().then(|| left.words.clone()));
                }
            }
        }
        Shown { exported, steps, pairs, rows, gone, same_rows, missing_rows }
    }

    /// Whether the text shows all that an export in this language does.
    pub(super) fn is_all(&self) -> bool {
        let exact = self.pairs.iter().filter(|pair| pair.exact).count();
        exact == self.steps.len() && self.score() > 0 && self.rows.is_empty() && self.missing_rows == 0
    }

    /// How much of the text is of this language.
    pub(super) fn score(&self) -> usize {
        self.pairs.iter().filter(|pair| pair.exact).count() + self.same_rows
    }
}

/// The values that the tables of a text show.
pub(super) fn values(guide: &Guide, text: &ShownText) -> BTreeMap<String, Vec<String>> {
    let value = |[name, values]: &[Cell; 2]| {
        let id = name.codes.last().filter(|id| name.words.trim_end().ends_with(&format!("({id})")))?;
        let known = guide.variables.iter().any(|variable| variable.id == *id);
        let nothing_else = letters(&values.words) == letters(&values.codes.concat());
        // A hand-over shows what is not filled in as its placeholder.
        let filled = !values.codes.is_empty() && values.codes[0] != format!("<{id}>");
        (known && nothing_else && filled).then(|| (id.clone(), values.codes.clone()))
    };
    text.tables.iter().flatten().filter_map(value).collect()
}

/// The answers that the tables of a text show in one language, read along the trail that they lead along, then ahead of it.
pub(super) fn answers(
    words: &Words,
    guide: &Guide,
    problem: Id<Problem>,
    case: &Case,
    text: &ShownText,
) -> BTreeMap<String, String> {
    let rows: Vec<[String; 2]> =
        text.tables.iter().flatten().map(|[left, right]| [letters(&left.words), letters(&right.words)]).collect();
    let mut answers = BTreeMap::new();
    let mut answer = |ask: &Ask, from: usize| {
        let question = letters(&plain(&GuideText::new(words, guide, case).asked(ask)));
        let row = from + rows[from..].iter().position(|[left, _]| *left == question)?;
        let of = &guide[ask.question];
        let unsure = (of.kind == QuestionKind::State).then_some(Answer::Unsure);
        let mut all = (0..of.options.len()).map(Answer::Option).chain(unsure);
        let said = GuideText::renamed(words, guide, case, &ask.with);
        let answer = all.find(|answer| letters(&plain(&said.answer(ask.question, *answer))) == rows[row][1])?;
        let option = if let Answer::Option(option) = answer { of.options[option].as_str() } else { UNSURE };
        answers.insert(ask.key.clone(), option.to_owned());
        Some((row, answer))
    };
    let mut at = 0;
    let trail = Trail::replay(guide, problem, |ask: &Ask| {
        let (row, answer) = answer(ask, at)?;
        at = row + 1;
        Some(answer)
    });
    // Answers given ahead of the trail are listed after it.
    for place in Reachable::from_problem(guide, problem).places {
        if !place.ask.fresh && !trail.asked().any(|(ask, _)| ask.key == place.ask.key) {
            answer(&place.ask, at);
        }
    }
    answers
}

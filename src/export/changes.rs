//! What was done between two states of a case, for whoever takes over or reads a ticket again.

use std::collections::BTreeSet;

use super::page::{MarkdownPage, PageShape, one_line};
use crate::{
    case::{
        Case, NOTE,
        checklist::Group,
        open::OpenCase,
        reachable::{AskedAt, Reachable},
        trail::Answer,
    },
    guide::{Id, Variable},
    l10n::{Words, args},
    text::markdown::code,
};

/// What differs between two states of a case of one problem, as Markdown; `None` where nothing does.
pub fn changes(words: &Words, before: &OpenCase, now: &OpenCase) -> Option<String> {
    let shape = PageShape::default();
    let page = |open| MarkdownPage::new(words, open, &shape);
    let both = TwoStates { before: page(before), now: page(now), opened: [now, before] };
    let parts = [
        ("export-answers", both.answers(&Reachable::from_problem(&now.guide, now.problem).places)),
        ("export-marks", both.marks()),
        ("export-values", both.values()),
        ("export-notes", both.notes()),
        ("export-evidence", both.findings()),
    ];
    if parts.iter().all(|(_, rows)| rows.is_empty()) {
        return None;
    }
    let TwoStates { before, mut now, .. } = both;
    let title = now.text.title(&now.guide[now.problem]);
    now.block(0, &one_line(&format!("# {}", words.say_with("export-changes", &args!("problem" => title)))));
    for (id, state) in [("export-state-before", before.state()), ("export-state-now", now.state())] {
        now.line(0, &words.say_with(id, &args!("state" => state)));
    }
    for (id, rows) in parts.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        now.heading(id);
        now.lines(0, &rows.join("\n"));
    }
    Some(now.out)
}

/// Both states, each as a page that words it.
struct TwoStates<'a> {
    before: MarkdownPage<'a>,
    now: MarkdownPage<'a>,
    /// The later one first, since its steps are those that the reader knows.
    opened: [&'a OpenCase; 2],
}

impl TwoStates<'_> {
    /// A line where something differs.
    fn row(&self, what: &str, before: Option<String>, now: Option<String>) -> Option<String> {
        let id = match (&before, &now) {
            (before, now) if before == now => return None,
            (None, _) => "export-change-new",
            (_, None) => "export-change-gone",
            _ => "export-change",
        };
        let args = args!("what" => what, "before" => before.unwrap_or_default(), "now" => now.unwrap_or_default());
        Some(one_line(&format!("- {}", self.now.words.say_with(id, &args))))
    }

    fn answers(&self, places: &[AskedAt]) -> Vec<String> {
        let answer = |page: &MarkdownPage<'_>, place: &AskedAt| {
            let said = page.case.answers.get(&place.ask.key)?;
            let question = &page.guide[place.ask.question];
            let answer = question.option(said).map_or(Answer::Unsure, Answer::Option);
            Some(format!("**{}**", page.renamed(&place.ask.with).answer(place.ask.question, answer)))
        };
        let row = |place: &AskedAt| {
            let asked = self.now.asked(&place.ask);
            self.row(&asked, answer(&self.before, place), answer(&self.now, place))
        };
        places.iter().filter_map(row).collect()
    }

    fn marks(&self) -> Vec<String> {
        let mark = |page: &MarkdownPage<'_>, key: &str| Some(page.mark_text(page.case.marks.get(key)?, key));
        let row = |key: &str| self.row(&self.step(key), mark(&self.before, key), mark(&self.now, key));
        self.keys(|case| case.marks.keys()).iter().filter_map(|key| row(key)).collect()
    }

    fn values(&self) -> Vec<String> {
        let values = |page: &MarkdownPage<'_>, name: &str| {
            let values = page.case.variables.get(name).filter(|values| !values.is_empty())?;
            Some(values.iter().map(|value| code(value)).collect::<Vec<_>>().join(", "))
        };
        let row = |id: Id<Variable>| {
            let name = &self.now.guide[id].id;
            let what = format!("{} ({}):", self.now.text.title_of::<Variable>(name), code(name));
            self.row(&what, values(&self.before, name), values(&self.now, name))
        };
        self.now.guide.ids().filter_map(row).collect()
    }

    fn notes(&self) -> Vec<String> {
        let note = |case: &Case, key: &str| {
            let note = case.notes.get(key).filter(|note| !note.trim().is_empty())?;
            Some(code(note.trim()))
        };
        let row = |key: &str| {
            let what = if key == NOTE { self.now.words.say("export-whole-case") } else { self.step(key) };
            self.row(&what, note(self.before.case, key), note(self.now.case, key))
        };
        self.keys(|case| case.notes.keys()).iter().filter_map(|key| row(key)).collect()
    }

    fn findings(&self) -> Vec<String> {
        let new = self.now.case.findings.iter().filter(|finding| !self.before.case.findings.contains(finding));
        new.map(|finding| self.now.finding(finding)).collect()
    }

    /// The sentence of a step, or the key of one that neither state shows.
    fn step(&self, key: &str) -> String {
        let here = |group: &&Group| group.items.iter().any(|item| item.key == key);
        let sentence = |open: &OpenCase| {
            let group = open.groups().find(here)?;
            let item = group.items.iter().find(|item| item.key == key)?;
            let (guide, text) = (&open.guide, self.now.renamed(&group.with));
            text.part(&guide[group.remedy], &format!("step-{}", group.step(guide, item).id))
        };
        self.opened.into_iter().find_map(sentence).unwrap_or_else(|| code(key))
    }

    /// The keys of both states: those of steps in the order of the checklist, then all others.
    fn keys<'k, K: Iterator<Item = &'k String>>(&'k self, of: impl Fn(&'k Case) -> K) -> Vec<&'k str> {
        let named: BTreeSet<&str> = self.opened.iter().flat_map(|open| of(&open.case)).map(String::as_str).collect();
        let steps = self.opened.iter().flat_map(|open| open.items()).map(|item| item.key.as_str());
        let mut keys: Vec<&str> = Vec::new();
        for key in steps.filter(|key| named.contains(key)).chain(named.iter().copied()) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }
}

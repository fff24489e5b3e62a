//! Home: the search and what it finds, the cases, the problems by category, and the selected one in full.

use crate::{
    app::{CaseSection, HomeRow, ListedCase, Model, SearchHit, Why},
    guide::Variable,
    l10n::{GuideText, Words, args},
    text::{day, markdown},
};

/// What Home shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HomeView {
    /// What stands in the field instead of a text of several lines.
    pub pasted: Option<String>,
    /// How many of all problems fit what was typed.
    pub count: Option<String>,
    /// That nothing fits.
    pub nothing: Option<String>,
    /// In the order in which they can be selected.
    pub rows: Vec<HomeRowView>,
}

/// A row of Home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HomeRowView {
    /// What it is.
    pub row: HomeRow,
    /// What stands above it.
    pub heading: Option<String>,
    /// Its name; no Markdown.
    pub title: String,
    /// The code for which it is taken.
    pub tail: Option<String>,
    /// Where a case stands and what it asks next; no Markdown.
    pub state: Option<String>,
    /// What the person noted on a case last, behind its label; no Markdown.
    pub note: Option<(String, String)>,
    /// The code that tells it from another row, or that shows why it was found.
    pub code: Option<String>,
    /// The text that matched the search, unless title or code shows it.
    pub why: Option<String>,
    /// Whether a group shows what is in it; nothing else has any.
    pub is_unfolded: Option<bool>,
    /// Whether it is part of a group.
    pub is_inner: bool,
}

/// What is known of the selected row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewView {
    /// Its name, unless its row has it in full.
    pub title: Option<String>,
    /// What is known of this case, each behind its label where it has one; no Markdown.
    pub case: Vec<(String, String)>,
    /// Its code.
    pub code: Option<String>,
    /// Azure's message, behind its label.
    pub message: Option<(String, String)>,
    /// Whether that is among what it was recognized by.
    pub is_by_code: bool,
    /// Why the evidence matches this problem.
    pub because: Vec<String>,
    /// What it means; a group means nothing by itself.
    pub why: Option<String>,
    /// Other codes of Azure's for it, behind their label.
    pub aliases: Option<(String, Vec<String>)>,
    /// The names of what is in a group.
    pub members: Vec<String>,
}

impl HomeView {
    /// What a Model's Home shows.
    pub fn of(model: &Model) -> Self {
        let home = model.home();
        let is_searched = !home.query().is_empty();
        let rows = model.rows();
        let section = |row: &HomeRow| model.listed(*row).map(|listed| model.section(listed));
        let sections: Vec<_> = rows.iter().map(section).collect();
        let ways_on = if model.is_grouped() { 0 } else { model.ways_on().count() };
        let heading = |at: usize| {
            let is_first = at == 0 || sections[at] != sections[at - 1];
            let found = matches!(rows[at], HomeRow::Problem(_)).then_some("home-problems");
            let id = sections[at].map(CaseSection::heading).or(found.filter(|_| is_searched && at > 0));
            // What helps with anything is none of what was found.
            let apart = (ways_on > 0 && at == rows.len() - ways_on && !home.hits.is_empty()).then_some("home-else");
            apart.or(id.filter(|_| is_first)).map(|id| model.words().say(id))
        };
        let counts = args!("found" => home.hits.len(), "all" => model.catalog().errors());
        let pasted = home.pasted.filter(|lines| *lines > 1);
        HomeView {
            pasted: pasted.map(|lines| model.words().say_with("home-pasted", &args!("lines" => lines))),
            count: is_searched.then(|| model.words().say_with("home-count", &counts)),
            nothing: (is_searched && home.hits.is_empty()).then(|| model.words().say("home-nothing")),
            rows: rows
                .iter()
                .enumerate()
                .map(|(at, row)| HomeRowView { heading: heading(at), ..row_view(model, *row) })
                .collect(),
        }
    }
}

fn row_view(model: &Model, row: HomeRow) -> HomeRowView {
    let words = model.words();
    let mut view = HomeRowView {
        row,
        heading: None,
        title: String::new(),
        tail: None,
        state: None,
        note: None,
        code: None,
        why: None,
        is_unfolded: None,
        is_inner: false,
    };
    match row {
        HomeRow::Case(_) | HomeRow::Kept(_) => {
            let Some(listed) = model.listed(row) else { return view };
            view.title = model.case_title(listed.case);
            view.state = Some(model.case_state(listed));
            view.note = noted(words, listed);
        }
        HomeRow::Closed => {
            let id = if model.home().shows_closed { "home-hide-closed" } else { "home-show-closed" };
            view.title = words.say_with(id, &args!("count" => model.closed_cases()));
        }
        HomeRow::All => view.title = words.say("home-all"),
        HomeRow::Group(category) => {
            view.title = words.title(&model.catalog().categories[category]);
            view.is_unfolded = Some(model.home().unfolded == Some(category));
        }
        HomeRow::Problem(row) => problem(model, row, &mut view),
    }
    view
}

fn noted(words: &Words, listed: ListedCase<'_>) -> Option<(String, String)> {
    listed.case.last_note().map(|note| (words.say("home-case-note"), note.to_owned()))
}

/// What the list knows of a case: where it stands, how far it is, what was filled in and noted, and when it was changed.
fn case_facts(model: &Model, listed: ListedCase<'_>) -> Vec<(String, String)> {
    let words = model.words();
    let label = |id: &str, text: String| (words.say(id), text);
    let mut facts = vec![(String::new(), model.case_state(listed))];
    if let Some(open) = listed.open {
        let progress = open.checklist.progress(&open.guide);
        let counts = args!("done" => progress.marked, "all" => progress.steps);
        facts.extend((progress.steps > 0).then(|| (String::new(), words.say_with("header-progress", &counts))));
        let text = GuideText::new(words, &open.guide, &open.case);
        let values = open.case.variables.iter();
        facts.extend(values.map(|(name, values)| {
            (format!("{}:", markdown::plain(&text.title_of::<Variable>(name))), values.join(", "))
        }));
    }
    facts.extend(noted(words, listed));
    facts.extend(day::seconds(listed.changed).map(|changed| label("home-case-changed", model.local(changed))));
    facts
}

fn problem(model: &Model, row: usize, view: &mut HomeRowView) {
    let (entry, home) = (&model.catalog().entries[row], model.home());
    let found = home.hits.iter().find(|found| found.row == row);
    view.is_inner = model.is_grouped() && Some(row) != model.catalog().no_code;
    view.title = markdown::plain(&model.words().entry_title(entry));
    let is_unknown = found.is_none() && Some(row) == model.catalog().unknown_code;
    view.tail = home.unknown_code().filter(|_| is_unknown).map(str::to_owned);
    let marked = |text: &str| !crate::app::marked(text, &home.stems).is_empty();
    // Codes that share a problem are told apart by the code alone.
    let shared = !model.is_grouped() && found.is_some() && model.catalog().shares_problem(row);
    view.code = entry.azure_code().filter(|code| shared || marked(code)).map(str::to_owned);
    if !marked(&view.title) && !marked(&entry.code) {
        view.why = found.and_then(|found| why(model, found));
    }
}

fn why(model: &Model, found: &SearchHit) -> Option<String> {
    let words = model.words();
    let (id, text) = match found.why.as_ref()? {
        Why::Inside(kind, id) => {
            let entry = &model.catalog().entries[found.row];
            let guide = model.library().guide(&entry.guide).ok()?;
            let case = crate::case::Case::new(&guide, guide.find(&entry.problem)?, &entry.code);
            ("home-inside", markdown::plain(&GuideText::new(words, &guide, &case).titled(kind, id)))
        }
        Why::Keyword(word) => ("home-keyword", word.clone()),
    };
    Some(words.say_with(id, &args!("text" => text)))
}

impl PreviewView {
    /// What is known of the selected row; nothing is of a row that is no problem, no case and no group, or that says it all.
    pub fn of(model: &Model) -> Option<Self> {
        let row = *model.rows().get(model.home().selected)?;
        let at = match row {
            HomeRow::Problem(at) if model.is_grouped() && Some(at) == model.catalog().no_code => return None,
            HomeRow::Problem(at) => at,
            HomeRow::Case(_) | HomeRow::Kept(_) => row_of(model, &model.listed(row)?.case.code)?,
            // What is unfolded stands below it.
            HomeRow::Group(category) if model.home().unfolded == Some(category) => return None,
            HomeRow::Group(category) => return Some(PreviewView::group(model, category)),
            HomeRow::All | HomeRow::Closed => return None,
        };
        let (words, entry) = (model.words(), &model.catalog().entries[at]);
        let because = if matches!(row, HomeRow::Problem(_)) { model.because(at) } else { Vec::new() };
        // What it was recognized by has its words already.
        let message = words.of_problem(&entry.guide, &entry.problem, Some("message")).filter(|_| because.is_empty());
        // What machine translation made of a code is found and no text of any language.
        let aliases: Vec<String> = entry.aliases.iter().filter(|alias| alias.is_ascii()).cloned().collect();
        Some(PreviewView {
            title: model.listed(row).map(|_| words.entry_title(entry)),
            case: model.listed(row).map_or_else(Vec::new, |listed| case_facts(model, listed)),
            code: entry.azure_code().map(str::to_owned),
            message: message.map(|message| (words.say("home-message"), message)),
            is_by_code: !because.is_empty() && model.is_by_code(at),
            because,
            why: Some(model.why(entry)),
            aliases: (!aliases.is_empty()).then(|| (words.say("home-aliases"), aliases)),
            members: Vec::new(),
        })
    }

    fn group(model: &Model, category: usize) -> Self {
        let title = |row: usize| {
            let entry = &model.catalog().entries[row];
            markdown::plain(&model.words().entry_title(entry))
        };
        let mut members: Vec<String> = model.members(category).map(title).collect();
        members.dedup();
        PreviewView {
            title: None,
            case: Vec::new(),
            code: None,
            message: None,
            is_by_code: false,
            because: Vec::new(),
            why: None,
            aliases: None,
            members,
        }
    }
}

fn row_of(model: &Model, code: &str) -> Option<usize> {
    model.catalog().entries.iter().position(|entry| entry.code == code)
}

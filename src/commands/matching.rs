//! `match`: which problem this is, and what the files say besides.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use serde::Serialize;

use super::{
    Reply, TaskContext,
    cli::{NAME, TextOrJson},
    inputs,
};
use crate::{
    case::{Case, Shell},
    error::Error,
    evidence::{
        Proposal, Reading, SourceRef,
        matching::{Match, Matcher},
        topics,
    },
    guide::{Catalog, Guide, Question, Variable},
    l10n::{self, GuideText, Words, args},
    text::{markdown::code, page::TextPage, sanitise},
};

/// The contract.
#[derive(Serialize)]
struct Answers<'a> {
    matches: Vec<MatchRow<'a>>,
    findings: Vec<FindingRow<'a>>,
    variables: BTreeMap<&'a str, String>,
}

#[derive(Serialize)]
struct MatchRow<'a> {
    code: &'a str,
    problem: &'a str,
    confidence: &'static str,
    because: Vec<SignalRow<'a>>,
}

#[derive(Serialize)]
struct SignalRow<'a> {
    signal: &'static str,
    file: &'a str,
    r#where: String,
    text: String,
}

#[derive(Serialize)]
struct FindingRow<'a> {
    question: &'a str,
    option: &'a str,
    file: &'a str,
    r#where: String,
    text: &'a str,
}

pub(super) fn run(context: &TaskContext<'_>, files: &[PathBuf], format: TextOrJson) -> Result<Reply, Error> {
    let (catalog, guide) = (context.library.catalog()?, context.library.together()?);
    let stdin = [PathBuf::from("-")];
    let files = if files.is_empty() { &stdin } else { files };
    let readings = inputs::readings(&guide, files, &BTreeMap::new())?;
    let matcher = Matcher::read(context.library.files(), catalog, &l10n::available(context.library.files()));
    let matches = matcher.find_in(&readings);
    if let Some(damage) = readings.iter().find_map(|reading| reading.damage.as_ref().map(|damage| (reading, damage)))
        && matches.is_empty()
        && !readings.iter().any(Reading::fills_a_case)
    {
        return Err(damage.1.error(&damage.0.file));
    }
    let data = match format {
        TextOrJson::Json => json(catalog, &guide, &matches, &readings),
        TextOrJson::Text => {
            let page = TextPage::new(context.prose_width());
            text(page, &context.words, catalog, &guide, &matches, (files, &readings))
        }
    };
    let no = matches.is_empty();
    let mut notice = damage(&context.words, &readings);
    // What answers questions is no text without a problem: only its name is missing.
    let why =
        if readings.iter().any(|reading| !reading.findings.is_empty()) { "match-unnamed" } else { "match-nothing" };
    notice += &if no { context.words.say_with(why, &l10n::cli_names()) + "\n" } else { String::new() };
    Ok(Reply { data, notice, no, ..Reply::default() })
}

/// Says where JSON is damaged, since what is missing may matter.
fn damage(words: &Words, readings: &[Reading]) -> String {
    let damaged = readings.iter().filter_map(|reading| Some((reading, reading.damage.as_ref()?)));
    let said = damaged.map(|(reading, damage)| {
        let at = format!("{}:{}:{}", reading.file, damage.line, damage.column);
        words.say_with("match-damaged", &args!("at" => at)) + "\n"
    });
    said.collect()
}

fn json(catalog: &Catalog, guide: &Guide, matches: &[Match], readings: &[Reading]) -> String {
    let answers = Answers {
        matches: matches.iter().map(|found| row(catalog, found)).collect(),
        findings: readings.iter().flat_map(|reading| &reading.findings).map(finding).collect(),
        variables: values(guide, readings).into_iter().map(|(name, values)| (name, values.join(", "))).collect(),
    };
    serde_json::to_string_pretty(&answers).expect("strings are always JSON") + "\n"
}

fn row<'a>(catalog: &'a Catalog, found: &'a Match) -> MatchRow<'a> {
    let entry = &catalog.entries[found.row];
    let because = found.because.iter().map(|because| SignalRow {
        signal: because.signal.name(),
        file: &because.place.file,
        r#where: spot(&because.place),
        text: sanitise::visible_line(&because.words),
    });
    MatchRow {
        code: &entry.code,
        problem: &entry.problem,
        confidence: found.confidence.name(),
        because: because.collect(),
    }
}

fn finding(finding: &Proposal) -> FindingRow<'_> {
    FindingRow {
        question: &finding.question,
        option: &finding.option,
        file: &finding.place.file,
        r#where: spot(&finding.place),
        text: &finding.text,
    }
}

/// A place inside its file.
fn spot(place: &SourceRef) -> String {
    if place.path.is_empty() { format!("line {}", place.line) } else { place.path.clone() }
}

/// The values of each variable that the files agree on; where they name several, the variable must take several.
fn values<'a>(guide: &Guide, readings: &'a [Reading]) -> BTreeMap<&'a str, Vec<&'a str>> {
    let mut values: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for value in readings.iter().flat_map(|reading| &reading.variables) {
        let known = values.entry(&value.variable).or_default();
        if !known.iter().any(|known| known.eq_ignore_ascii_case(&value.value)) {
            known.push(&value.value);
        }
    }
    values.retain(|name, values| {
        values.len() == 1 || guide.find::<Variable>(name).is_some_and(|variable| guide[variable].several)
    });
    values
}

fn text(
    mut page: TextPage,
    words: &Words,
    catalog: &Catalog,
    guide: &Guide,
    matches: &[Match],
    (files, readings): (&[PathBuf], &[Reading]),
) -> String {
    for (at, found) in matches.iter().enumerate() {
        let entry = &catalog.entries[found.row];
        let title = words.entry_title(entry);
        page.hanging(0, &format!("{}. ", at + 1), &title);
        let sure = words.say(&format!("match-{}", found.confidence.name()));
        page.prose(3, &format!("{} ({sure})", code(&entry.code)));
        for because in &found.because {
            let place = words.place(&because.place.file, because.place.line, &because.place.path);
            let args = args!("place" => place, "words" => code(&sanitise::visible_line(&because.words)));
            page.prose(3, &words.say_with(&format!("match-by-{}", because.signal.name()), &args));
        }
    }
    findings(&mut page, words, guide, readings);
    let values = values(guide, readings);
    if !values.is_empty() {
        page.space();
        page.prose(0, &words.say("match-values"));
        for (name, values) in values {
            page.hanging(2, "- ", &format!("{}: {}", code(name), code(&values.join(", "))));
        }
    }
    if let Some(first) = matches.first() {
        page.gap();
        page.prose(0, &words.say_with("match-go-on", &args!("command" => code(&go_on(catalog, first, files)))));
    }
    sanitise::visible(&page.text)
}

/// The command that opens the problem with all that the files say; standard input is read only once.
fn go_on(catalog: &Catalog, found: &Match, files: &[PathBuf]) -> String {
    let mut command = format!("{NAME} {}", catalog.entries[found.row].code);
    for file in files.iter().filter(|file| **file != Path::new("-")) {
        command += &format!(" --evidence {}", Shell::Bash.quote(&file.to_string_lossy()));
    }
    command
}

/// What the files say of the guide's questions; where they contradict each other, both.
fn findings(page: &mut TextPage, words: &Words, guide: &Guide, readings: &[Reading]) {
    let topics = topics(readings);
    if topics.is_empty() {
        return;
    }
    page.space();
    page.prose(0, &words.say("match-findings"));
    let case = Case::default();
    let text = GuideText::new(words, guide, &case);
    for topic in topics {
        let Some(question) = guide.find::<Question>(topic.question) else { continue };
        let short = text.part_of::<Question>(topic.question, "short").unwrap_or_default();
        if topic.agreed.is_none() {
            page.hanging(2, "- ", &words.say_with("match-contradiction", &args!("question" => short.as_str())));
        }
        for finding in &topic.findings {
            let Some(option) = guide[question].option(&finding.option) else { continue };
            let says = text.condition(&vec![(question, vec![option])]);
            let place = words.place(&finding.place.file, finding.place.line, &finding.place.path);
            let said = args!("finding" => says, "place" => place, "words" => code(&finding.text));
            let indent = if topic.agreed.is_none() { 4 } else { 2 };
            page.hanging(indent, "- ", &words.say_with("match-finding", &said));
            // One place is enough where all say the same.
            if topic.agreed.is_some() {
                break;
            }
        }
    }
}

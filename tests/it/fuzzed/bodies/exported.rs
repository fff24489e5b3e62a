//! What every export must be, whatever its case holds.

use std::collections::BTreeSet;

use backup_medic::{
    case::{
        Case, Mark, Shell,
        checklist::Checklist,
        known::Known,
        open::OpenCase,
        trail::{Head, Trail},
    },
    export,
    guide::{Guide, Lookup, Variable, Via},
    l10n::{GuideText, Words},
};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// What a Markdown parser sees.
#[derive(Debug, Default)]
pub struct Seen {
    /// Whether each task is done.
    pub ticks: Vec<bool>,
    /// The levels of the headings.
    pub headings: Vec<HeadingLevel>,
    /// Language and text of each fenced block, and whether it belongs to a step.
    pub blocks: Vec<(String, String, bool)>,
    /// Where links lead to.
    pub links: BTreeSet<String>,
    /// Prose, outside of any code.
    pub text: String,
    /// The code spans of each row of a table.
    pub rows: Vec<Vec<String>>,
    /// What no export may hold.
    pub forbidden: Vec<String>,
}

fn parse(markdown: &str) -> Seen {
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_STRIKETHROUGH;
    let (mut seen, mut block, mut items) = (Seen::default(), None, 0);
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::TaskListMarker(tick) => seen.ticks.push(tick),
            Event::Start(Tag::Heading { level, .. }) => seen.headings.push(level),
            Event::Start(Tag::Link { dest_url, .. }) => drop(seen.links.insert(dest_url.into_string())),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                block = Some((language.into_string(), String::new(), items > 0));
            }
            Event::Start(Tag::Item) => items += 1,
            Event::End(TagEnd::Item) => items -= 1,
            Event::End(TagEnd::CodeBlock) => seen.blocks.extend(block.take()),
            Event::Start(Tag::TableRow) => seen.rows.push(Vec::new()),
            Event::Code(code) => {
                if let Some(row) = seen.rows.last_mut() {
                    row.push(code.into_string());
                }
            }
            Event::Text(text) => match &mut block {
                Some((_, code, _)) => code.push_str(&text),
                None => seen.text.push_str(&text),
            },
            Event::Html(_) | Event::InlineHtml(_) | Event::Rule | Event::FootnoteReference(_) => {
                seen.forbidden.push(format!("{event:?}"));
            }
            Event::Start(Tag::Image { .. } | Tag::Strikethrough | Tag::CodeBlock(CodeBlockKind::Indented)) => {
                seen.forbidden.push(format!("{event:?}"));
            }
            _ => {}
        }
    }
    seen
}

/// Every command of the default tool and of the inside of the VM, as the checklist gives it, and whether it belongs to a step.
fn commands(guide: &Guide, trail: &Trail, case: &Case) -> Vec<(String, String, bool)> {
    let checklist = Checklist::for_trail(guide, trail, case);
    let mut commands = Vec::new();
    let mut add = |runs: Vec<(Via, String)>, has_path: bool, is_step: bool| {
        let has = |via| runs.iter().any(|(of, _)| *of == via);
        let desk = if has(Via::Az) || has_path { Via::Az } else { Via::PowerShell };
        let shown = runs.into_iter().filter(|(via, _)| matches!(via, Via::Windows | Via::Linux) || *via == desk);
        commands.extend(shown.map(|(via, text)| (language(via.shell()), text, is_step)));
    };
    for group in &checklist.groups {
        for item in &group.items {
            let step = group.step(guide, item);
            let runs = group.commands(guide, case, step).into_iter().map(|run| (run.via, run.text)).collect();
            add(runs, !step.portal.is_empty(), true);
        }
    }
    let progress = checklist.progress(guide);
    if let Head::Open(ask) = &trail.head
        && progress.marked == progress.steps
    {
        let known = Known::before(trail, trail.entries.len());
        let checks = || guide[ask.question].checks.iter().filter(|check| known.undecided(&check.when).is_some());
        let run =
            |check: &Lookup| Some((check.via, case.command(guide, check.run.as_ref()?, check.via.shell(), &ask.with)));
        add(
            checks().filter_map(run).collect(),
            checks().any(|check| check.via == Via::Portal && !check.portal.is_empty()),
            false,
        );
    }
    commands
}

fn language(shell: Shell) -> String {
    if shell == Shell::Bash { "bash" } else { "powershell" }.to_owned()
}

/// How many boxes stand behind those of the steps, for whoever hands the case over.
fn to_send(words: &Words, open: &OpenCase) -> usize {
    let OpenCase { guide, case, trail, .. } = open;
    let Some(to) = export::taker(trail) else { return 0 };
    let known = Known::before(trail, trail.entries.len());
    let logs = guide[to].logs.iter().filter(|log| known.undecided(&log.when).is_some());
    GuideText::new(words, guide, case).to_send(to).len() + logs.count()
}

/// Checks one export, whatever its case holds; returns what was seen.
pub fn check(words: &Words, open: &OpenCase) -> (String, Seen) {
    let OpenCase { guide, case, trail, checklist, .. } = open;
    let markdown = export::markdown(words, open, &export::PageShape::default());
    let seen = parse(&markdown);

    let plan = open.plan();
    let ticks = open.shown_items().map(|item| item.mark == Some(Mark::Done));
    let ticks: Vec<bool> = ticks.chain(vec![false; to_send(words, open)]).collect();
    assert_eq!(seen.ticks, ticks, "a task for each step and for what to send\n{markdown}");
    let count = |level| seen.headings.iter().filter(|heading| **heading == level).count();
    assert_eq!(count(HeadingLevel::H1), 1);
    let given = || trail.asked().map(|(ask, _)| ask).chain(plan.given.iter().map(|(ask, _)| ask));
    let aside = case.answers.keys().any(|key| !given().any(|ask| ask.key == *key));
    // Marks, times and notes of steps that are not shown stand there too.
    let has_aside = markdown.contains(&format!("\n## {}\n", words.say("export-aside")));
    assert!(has_aside || !aside, "{markdown}");
    let is_planned = !plan.repairs.is_empty() && checklist.groups.is_empty();
    let open_lines = markdown.contains(&format!("\n## {}\n", words.say("export-open")));
    let is_ended = matches!(trail.head, Head::Ended { .. });
    assert!(open_lines || is_ended, "{markdown}");
    // A file may name a variable without a value of it, or one that the guide does not know.
    let is_known = |name: &str| guide.find::<Variable>(name).is_some();
    let is_filled = case.variables.iter().any(|(name, values)| !values.is_empty() && is_known(name));
    let more = [is_filled, has_aside, !case.findings.is_empty(), is_planned, open_lines, is_ended];
    assert_eq!(count(HeadingLevel::H2), 3 + more.into_iter().filter(|more| *more).count(), "{markdown}");
    let mut decides: Vec<_> = plan.repairs.iter().map(|planned| &planned.condition).collect();
    decides.dedup();
    let mut routines: Vec<bool> = plan.routines.iter().map(|planned| planned.is_last).collect();
    routines.dedup();
    let planned = if is_planned { (decides.len() + routines.len(), plan.repairs.len()) } else { (0, 0) };
    assert_eq!(count(HeadingLevel::H3), checklist.groups.len() + planned.0);
    assert_eq!(count(HeadingLevel::H4), planned.1);
    assert_eq!(count(HeadingLevel::H5) + count(HeadingLevel::H6), 0);

    // A lone carriage return ends a line in Markdown, so it comes out as one.
    let line_ends = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n");
    let expected: Vec<_> = commands(guide, trail, case)
        .into_iter()
        .map(|(language, text, step)| (language, line_ends(&text) + "\n", step))
        .collect();
    let blocks: Vec<_> = seen.blocks.iter().filter(|(language, ..)| language != "text").cloned().collect();
    assert_eq!(blocks, expected);

    let known: BTreeSet<String> = guide
        .links
        .iter()
        .map(|link| link.url.clone())
        .chain(guide.sources.iter().map(|source| source.url.clone()))
        .chain(guide.problems.iter().map(|problem| guide.address(&problem.origin)))
        .chain(guide.causes.iter().map(|cause| guide.address(&cause.origin)))
        .chain(guide.remedies.iter().map(|remedy| guide.address(&remedy.origin)))
        .collect();
    assert!(seen.links.is_subset(&known), "{:?}", seen.links.difference(&known));
    assert_eq!(seen.forbidden, Vec::<String>::new());
    for sign in ["{", "}", "@", "://", "www.", "hostile", "`", "**"] {
        assert!(!seen.text.contains(sign), "{sign:?} stands in prose of\n{markdown}");
    }
    assert!(markdown.ends_with('\n') && !markdown.ends_with("\n\n"));
    (markdown, seen)
}

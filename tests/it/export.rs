//! Exports: each parses as GitHub-flavoured Markdown, says what the checklist says, and holds its untrusted values.

mod quoting;

use std::collections::BTreeSet;

use backup_medic::{
    case::{
        Case, Mark, Shell,
        checklist::{Checklist, undecided},
        trail::{Head, Trail},
    },
    data::{Files, builtin},
    export,
    guide::{self, Guide, Id, Problem, Variable},
    l10n::Words,
};
use proptest::prelude::*;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::{
    promises::times,
    walks::{self, Random},
};

/// What a Markdown parser sees.
#[derive(Debug, Default)]
struct Seen {
    ticks: Vec<bool>,
    headings: Vec<HeadingLevel>,
    /// Language and text of each fenced block, and whether it belongs to a step.
    blocks: Vec<(String, String, bool)>,
    links: BTreeSet<String>,
    /// Prose, outside of any code.
    text: String,
    /// The code spans of each row of a table.
    rows: Vec<Vec<String>>,
    /// What no export may hold.
    forbidden: Vec<String>,
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

/// Every command that an export must show, as the checklist gives it, and whether it belongs to a step.
fn commands(guide: &Guide, trail: &Trail, case: &Case) -> Vec<(String, String, bool)> {
    let checklist = Checklist::of(guide, trail, case);
    let mut commands = Vec::new();
    for group in &checklist.groups {
        for item in &group.items {
            let runs = group.commands(guide, trail, case, group.step(guide, item));
            commands.extend(runs.into_iter().map(|run| (language(run.via.shell()), run.text, true)));
        }
    }
    if let Head::Open(ask) = &trail.head {
        for check in &guide[ask.question].checks {
            if let Some(run) = &check.run
                && undecided(&check.when, trail, trail.entries.len()).is_some()
            {
                let text = case.command(guide, run, check.via.shell(), &ask.with);
                commands.push((language(check.via.shell()), text, false));
            }
        }
    }
    commands
}

fn language(shell: Shell) -> String {
    if shell == Shell::Bash { "bash" } else { "powershell" }.to_owned()
}

/// Checks one export, whatever its case holds; returns what was seen.
fn check(words: &Words, guide: &Guide, problem: Id<Problem>, case: &Case) -> (String, Seen) {
    let trail = Trail::of(guide, problem, case);
    let checklist = Checklist::of(guide, &trail, case);
    let markdown = export::markdown(words, guide, problem, case);
    let seen = parse(&markdown);

    let items = checklist.groups.iter().flat_map(|group| &group.items);
    let ticks: Vec<bool> = items.map(|item| item.mark == Some(Mark::Done)).collect();
    assert_eq!(seen.ticks, ticks, "a task for each step\n{markdown}");
    let count = |level| seen.headings.iter().filter(|heading| **heading == level).count();
    assert_eq!(count(HeadingLevel::H1), 1);
    let aside = case.answers.keys().any(|key| !trail.asked().any(|(ask, _)| ask.key == *key));
    assert_eq!(count(HeadingLevel::H2), 5 + usize::from(!case.variables.is_empty()) + usize::from(aside), "{markdown}");
    assert_eq!(count(HeadingLevel::H3), checklist.groups.len());
    assert_eq!(seen.headings.len(), count(HeadingLevel::H1) + count(HeadingLevel::H2) + count(HeadingLevel::H3));

    // A lone carriage return ends a line in Markdown, so it comes out as one.
    let line_ends = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n");
    let expected: Vec<_> = commands(guide, &trail, case)
        .into_iter()
        .map(|(language, text, step)| (language, line_ends(&text) + "\n", step))
        .collect();
    let blocks: Vec<_> = seen.blocks.iter().filter(|(language, ..)| language != "text").cloned().collect();
    assert_eq!(blocks, expected);

    let anchors = |anchor: &String| format!("{}{anchor}", guide.source.url);
    let known: BTreeSet<String> = guide
        .links
        .iter()
        .map(|link| link.url.clone())
        .chain([guide.source.url.clone()])
        .chain(guide.problems.iter().map(|problem| anchors(&problem.origin.anchor)))
        .chain(guide.causes.iter().map(|cause| anchors(&cause.origin.anchor)))
        .chain(guide.remedies.iter().map(|remedy| anchors(&remedy.origin.anchor)))
        .collect();
    assert!(seen.links.is_subset(&known), "{:?}", seen.links.difference(&known));
    assert_eq!(seen.forbidden, Vec::<String>::new());
    for sign in ["{", "}", "@", "://", "www.", "hostile", "`", "**"] {
        assert!(!seen.text.contains(sign), "{sign:?} stands in prose of\n{markdown}");
    }
    assert!(markdown.ends_with('\n') && !markdown.ends_with("\n\n"));
    (markdown, seen)
}

/// Pieces of text that would break out of Markdown if they could.
pub(crate) fn hostile() -> impl Strategy<Value = String> {
    let pieces = [
        "`",
        "```",
        "~~~",
        "|",
        "\\|",
        "\\",
        "\n",
        "\r",
        "\r\n",
        "\n\n",
        "<b>",
        "<!--",
        "-->",
        "&amp;",
        "[x](https://evil.example)",
        "![x](y)",
        "@team",
        "#1",
        "\n# heading\n",
        "\n\n- [x] task\n",
        "\n---\n",
        "\n> quote",
        "~~",
        "**",
        "_",
        "{",
        "}",
        "$",
        "'",
        "\u{2019}",
        "\"",
        "https://evil.example",
        "www.evil.example",
        "   ",
        "    code",
        "<vm>",
        "я",
        "日本",
        "1. ",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..8)
        .prop_flat_map(|pieces| (Just(pieces), 0..9usize))
        .prop_map(|(mut pieces, at)| {
            pieces.insert(at.min(pieces.len()), "hostile");
            pieces.concat()
        })
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    let guide = walks::guide();
    let words = walks::words(builtin::embedded(), "en");
    for problem in guide.ids::<Problem>() {
        let case = walks::cases(&guide, problem, 500).pop().expect("a case");
        let again = walks::words(builtin::embedded(), "en");
        assert_eq!(
            export::markdown(&words, &guide, problem, &case),
            export::markdown(&again, &walks::guide(), problem, &case)
        );
    }
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn exports_of_every_pair_of_exits_say_what_the_checklist_says_in_each_language() {
        let guide = walks::guide();
        // Without the English sentences a missing Russian one shows; the labels stay, they are shown beside the Russian.
        let files = builtin::embedded();
        let russian: Files = files
            .under("")
            .filter(|(path, _)| !path.starts_with("i18n/en/") || path.ends_with("labels.ftl"))
            .map(|(path, text)| (path.to_owned(), text.to_owned()))
            .collect();
        let languages = [walks::words(builtin::embedded(), "en"), walks::words(russian, "ru")];
        let with_english = walks::words(builtin::embedded(), "ru");
        let mut ways = BTreeSet::new();
        for problem in guide.ids::<Problem>() {
            let cases = walks::cases(&guide, problem, walks::ALL);
            for case in &cases {
                ways.extend(walks::ways(&guide, &Trail::of(&guide, problem, case)));
                for words in &languages {
                    let (markdown, _) = check(words, &guide, problem, case);
                    assert!(!markdown.lines().any(|line| line.ends_with([' ', '\t'])), "{markdown}");
                    if words.locale() == "ru" {
                        assert_eq!(
                            markdown,
                            export::markdown(&with_english, &guide, problem, case),
                            "words are missing"
                        );
                    }
                }
            }
            // The way there is exported too: each answer taken back leaves its question open.
            let case = cases.last().expect("a case");
            for key in case.answers.keys() {
                let mut open = case.clone();
                open.answers.remove(key);
                languages.iter().for_each(|words| drop(check(words, &guide, problem, &open)));
            }
        }
        for cause in &guide.causes {
            for exit in guide::exits(&cause.tree) {
                assert!(ways.contains(&(cause.id.clone(), exit.name().to_owned())), "{} {}", cause.id, exit.name());
            }
        }
        for (owner, tree) in guide
            .problems
            .iter()
            .map(|problem| (&problem.id, &problem.tree))
            .chain(guide.causes.iter().map(|cause| (&cause.id, &cause.tree)))
        {
            for node in tree.nodes.iter().filter(|node| matches!(node.verb, guide::Verb::End(_))) {
                assert!(ways.contains(&(owner.clone(), node.id.clone())), "{owner} {}", node.id);
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: times("hostile-exports") as u32, ..ProptestConfig::default() })]
        #[test]
        fn untrusted_text_cannot_leave_its_place(
            values in prop::collection::vec(hostile(), 40),
            seed in 1..u64::MAX,
            locale in prop::sample::select(vec!["en", "ru"]),
        ) {
            let guide = walks::guide();
            let words = walks::words(builtin::embedded(), locale);
            let mut random = Random(seed);
            let problem = guide.ids::<Problem>().nth(random.below(guide.problems.len())).expect("a problem");
            let cases = walks::cases(&guide, problem, 500);
            let mut case = cases[random.below(cases.len())].clone();
            let value = |random: &mut Random| values[random.below(values.len())].clone();
            case.code = value(&mut random);
            for id in guide.ids::<Variable>() {
                let count = if guide[id].several { 2 } else { 1 };
                let several = (0..count).map(|_| value(&mut random)).collect();
                case.variables.insert(guide[id].id.clone(), several);
            }
            let trail = Trail::of(&guide, problem, &case);
            let mut notes = Vec::new();
            for item in Checklist::of(&guide, &trail, &case).groups.iter().flat_map(|group| &group.items) {
                let mark = match random.below(4) {
                    0 => Mark::Done,
                    1 => Mark::Failed(value(&mut random)),
                    2 => Mark::Skipped(value(&mut random)),
                    _ => continue,
                };
                case.marks.insert(item.key.clone(), mark);
                let note = value(&mut random);
                notes.extend(note.trim_end().contains(['\n', '\r']).then(|| note.clone()));
                case.notes.insert(item.key.clone(), note);
            }
            let (_, seen) = check(&words, &guide, problem, &case);

            // A note of several lines stands whole in a block of its own.
            let line_ends = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n");
            let blocks: Vec<_> = seen.blocks.iter().filter(|(language, .., step)| language == "text" && *step).map(|(_, text, _)| text.clone()).collect();
            prop_assert_eq!(blocks, notes.iter().map(|note| line_ends(note.trim_end()) + "\n").collect::<Vec<_>>());
            // Every value stands whole in its cell, though a row has no room for a bar.
            let line = |text: &String| text.replace(['\n', '\r'], " ");
            let expected = guide.ids::<Variable>().map(|id| {
                let name = guide[id].id.clone();
                let values: Vec<String> = case.variables[&name].iter().map(line).collect();
                [vec![name], values].concat()
            });
            let expected: Vec<Vec<String>> = expected.collect();
            prop_assert_eq!(&seen.rows[..expected.len()], &expected[..]);
        }
    }
}

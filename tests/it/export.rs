//! Exports: each parses as GitHub-flavoured Markdown, says what the checklist says, and holds its untrusted values.

mod changes;
mod dialog;
mod formats;
mod quoting;
mod timeline;

use std::collections::BTreeSet;

use backup_medic::{
    case::{Mark, checklist::Checklist, trail::Trail},
    data::{Files, builtin},
    export,
    guide::{self, Problem, Variable},
};
use proptest::prelude::*;

use crate::{
    fuzzed::bodies::check,
    promises::times,
    walks::{self, Random},
};

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
            export::markdown(&words, &walks::open(&guide, problem, &case), &export::PageShape::default()),
            export::markdown(&again, &walks::open(&walks::guide(), problem, &case), &export::PageShape::default())
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
                    let (markdown, _) = check(words, &walks::open(&guide, problem, case));
                    // Two blanks end a line inside of a paragraph; all others are nobody's.
                    let blanks = markdown.lines().map(|line| line.len() - line.trim_end().len());
                    assert!(blanks.into_iter().all(|blanks| blanks == 0 || blanks == 2), "{markdown}");
                    if words.locale() == "ru" {
                        assert_eq!(
                            markdown,
                            export::markdown(
                                &with_english,
                                &walks::open(&guide, problem, case),
                                &export::PageShape::default()
                            ),
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
                languages.iter().for_each(|words| drop(check(words, &walks::open(&guide, problem, &open))));
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
            for item in Checklist::for_trail(&guide, &trail, &case).groups.iter().flat_map(|group| &group.items) {
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
            let (_, seen) = check(&words, &walks::open(&guide, problem, &case));

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

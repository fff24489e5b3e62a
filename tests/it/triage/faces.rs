//! What is printed of hostile streams: no control character, and nothing that leaves its place.

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::{name, run, streams, text};

/// Formats and languages that streams are printed in.
const FACES: [[&str; 4]; 4] = [
    ["--format", "markdown", "--locale", "en"],
    ["--format", "markdown", "--locale", "ru"],
    ["--format", "csv", "--locale", "en"],
    ["--format", "json", "--locale", "ru"],
];

/// Markup of a text: the headings, what is set in tables, and whatever else is no text, code or list.
fn markup(markdown: &str) -> (usize, Vec<usize>, Vec<String>) {
    let (mut headings, mut rows, mut others) = (0, Vec::new(), Vec::new());
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS) {
        match event {
            Event::Start(Tag::Heading { .. }) => headings += 1,
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(0),
            Event::Start(Tag::TableCell) => *rows.last_mut().expect("a cell stands in a row") += 1,
            Event::Start(
                Tag::Link { .. } | Tag::Image { .. } | Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::HtmlBlock,
            ) => {
                others.push(format!("{event:?}"));
            }
            Event::Html(_) | Event::InlineHtml(_) | Event::Rule => others.push(format!("{event:?}")),
            _ => {}
        }
    }
    (headings, rows, others)
}

#[test]
fn nothing_of_a_stream_leaves_its_cell() {
    let check = |locale: &str| {
        let hostile = run(&["hostile-names.jsonl", "--locale", locale]);
        let (headings, rows, others) = markup(text(&hostile.stdout));
        assert_eq!(others, Vec::<String>::new(), "{locale}");
        // The title, the known problem with four parts at most, and the unknown codes.
        assert_eq!(headings, 6, "{}", text(&hostile.stdout));
        assert!(rows.iter().all(|cells| (4..=6).contains(cells)), "{rows:?}");
        // Two rows of the head, the vaults and the VMs of the one group; a head and a row for each unknown code.
        assert_eq!(rows.len(), 2 + 2 + 2 + 1 + 2, "{}", text(&hostile.stdout));
    };
    check("en");
    check("ru");
}

#[test]
fn a_table_has_its_columns_in_every_line_and_no_formula() {
    let csv = run(&["hostile-names.jsonl", "--format", "csv"]);
    let csv = text(&csv.stdout);
    let columns = csv.lines().next().expect("a head").split(',').count();
    for line in csv.lines() {
        let (mut inside, mut fields, mut field) = (false, Vec::new(), String::new());
        for c in line.chars() {
            match c {
                '"' => inside = !inside,
                ',' if !inside => fields.push(std::mem::take(&mut field)),
                c => field.push(c),
            }
        }
        fields.push(field);
        assert_eq!(fields.len(), columns, "{line}");
        assert!(fields.iter().all(|field| !field.starts_with(['=', '+', '-', '@'])), "{line}");
    }
    assert!(csv.contains("'=cmd"), "{csv}");
}

#[test]
fn streams_are_one_where_several_are_named() {
    let both = run(&["az-list.json", "odd-ids.jsonl", "--format", "json"]);
    let alone = run(&["az-list.json", "--format", "json"]);
    assert_eq!(both.status.code(), Some(0), "{}", text(&both.stderr));
    assert!(both.stdout.len() > alone.stdout.len());
    let twice = run(&["az-list.json", "az-list.json", "--format", "json"]);
    assert_eq!(text(&twice.stdout), text(&alone.stdout));
}

#[test]
fn what_cannot_be_read_or_asked_is_told() {
    let check = |args: &[&str], code: i32, named: &str| {
        let done = run(args);
        assert_eq!(done.status.code(), Some(code), "{args:?}");
        assert!(text(&done.stderr).contains(named), "{}", text(&done.stderr));
    };
    check(&[], 2, "hyphen");
    check(&["nowhere.json"], 2, "nowhere.json");
    check(&["az-list.json", "--format", "kql"], 2, "--format");
    check(&["-"], 1, "No failed VM backups");
    check(&["."], 2, ". is a folder");
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn no_control_character_is_printed() {
        let acts = |c: char| (c.is_control() && c != '\n') || backup_medic::text::sanitise::acts(c);
        for path in streams() {
            for face in FACES {
                let args: Vec<&str> = [name(&path)].into_iter().chain(face).collect();
                let done = run(&args);
                for text in [text(&done.stdout), text(&done.stderr)] {
                    assert_eq!(text.chars().find(|c| acts(*c)), None, "{args:?}\n{text}");
                }
            }
        }
    }
}

//! Files that were made to break the reader, or broken by accident.

use backup_medic::{
    data::{Files, builtin},
    guide,
};
use proptest::prelude::*;

use crate::promises::times;

use super::{GUIDE, found, laid_out};

/// One line taken away, or one place of a file overwritten.
#[derive(Debug, Clone)]
enum Edit {
    Without(prop::sample::Index),
    With(prop::sample::Index, String),
}

fn edits() -> impl Strategy<Value = Vec<(prop::sample::Index, Edit)>> {
    let edit = prop_oneof![
        any::<prop::sample::Index>().prop_map(Edit::Without),
        (any::<prop::sample::Index>(), "[\\PC\u{0}\n\"'=\\[\\]{}<>$.]{0,3}")
            .prop_map(|(at, text)| Edit::With(at, text)),
    ];
    prop::collection::vec((any::<prop::sample::Index>(), edit), 1..4)
}

fn edited(text: &str, edit: &Edit) -> String {
    match edit {
        Edit::Without(at) => {
            let gone = at.index(text.lines().count().max(1));
            text.lines().enumerate().filter(|(line, _)| *line != gone).map(|(_, line)| format!("{line}\n")).collect()
        }
        Edit::With(at, new) => {
            let mut chars: Vec<char> = text.chars().collect();
            let from = at.index(chars.len().max(1));
            let until = (from + new.chars().count()).min(chars.len());
            chars.splice(from..until, new.chars());
            chars.into_iter().collect()
        }
    }
}

fn loads_or_reports(files: &Files) -> bool {
    let _ = guide::lint(files);
    match guide::load(files, GUIDE) {
        Ok(guide) => !guide.problems.is_empty(),
        Err(diagnostics) => !diagnostics.is_empty(),
    }
}

/// What takes longer than a second.
mod slow {
    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: times("damaged-guides") as u32, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn damaged_guides_load_or_are_reported(edits in edits()) {
            let mut files = builtin::embedded();
            for (file, edit) in &edits {
                let guides: Vec<(String, String)> =
                    files.under("guides/").map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
                let (path, text) = file.get(&guides);
                files.insert(path.clone(), edited(text, edit));
            }
            prop_assert!(loads_or_reports(&files));
        }
    }

    /// A guide of one long file each time; `load` and the lints must come back.
    #[test]
    fn hostile_files_end_in_a_report() {
        let check = |path: &str, text: String| {
            let folder = laid_out(&[(path.to_owned(), text)]);
            assert_ne!(found(Some(folder.path())), Vec::<String>::new(), "{path}");
        };
        let start = "source = \"#x\"\nchecked = \"2026-11-24\"\nstart = \"n0\"\n";
        check("guides/g/questions.toml", format!("x = {}", "[".repeat(100_000)));
        check("guides/g/questions.toml", format!("x = {}", "{ a = ".repeat(80_000)));
        check("guides/g/questions.toml", format!("{}a = 1", "a.".repeat(100_000)));
        check("guides/g/questions.toml", format!("[{}a]\nb = 1", "a.".repeat(100_000)));
        check("guides/g/literals.toml", format!("x = \"{}\" y", "\u{44f}".repeat(1 << 17)));
        check("guides/g/literals.toml", "x".repeat((512 << 10) - 1));
        // What once took the square of their number: names without a use, places on one line, messages that are missing.
        let names = |part: &dyn Fn(usize) -> String| (0..10_000).map(part).collect::<String>();
        check("guides/g/links.toml", names(&|at| format!("l{at} = \"https://example.com/{at}\"\n")));
        check("guides/g/literals.toml", names(&|at| format!("l{at} = \"x\"\n")));
        check("guides/g/guide.toml", names(&|at| format!("[limit.l{at}]\nvalue = 1\ndated = \"2026-01-01\"\n")));
        check("guides/g/links.toml", names(&|at| format!("l{at} = \"x\"\n")));
        check("i18n/en/g/labels.ftl", format!("label-jobs = {}", "UserErrorOne ".repeat(10_000)));
        let options: Vec<String> = (0..5_000).map(|at| format!("\"o{at}\"")).collect();
        check("guides/g/questions.toml", format!("[power]\noptions = [{}]\n", options.join(",")));
        check("i18n/en/g/labels.ftl", format!("label-jobs = {}", "{".repeat(1 << 20)));
        check("i18n/en/g/labels.ftl", format!("label-jobs = {{\n{}", "F(\n".repeat(100_000)));
        check("i18n/en/g/labels.ftl", format!("label-jobs = {}", "x{\"}\"}".repeat(100_000)));
        let chain = (0..10_000).map(|at| format!("[node.n{at}]\ndo = \"start\"\ngo = \"n{}\"\n", at + 1));
        check(
            "guides/g/causes/long.toml",
            start.to_owned() + &chain.collect::<String>() + "[node.n10000]\nend = \"resolved\"\n",
        );
    }
}

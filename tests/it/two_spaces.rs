//! The words of the program and those of guides have their names to themselves.

use std::{collections::BTreeSet, rc::Rc};

use backup_medic::{data::builtin, l10n::Words};

/// The names of the messages of some files of English.
fn names(is_of_guide: bool) -> BTreeSet<String> {
    let files = builtin::embedded();
    let texts = files.under("i18n/en/").filter(|(path, _)| path["i18n/en/".len()..].contains('/') == is_of_guide);
    let name = |line: &str| line.split_once(" =").map(|(name, _)| name.to_owned());
    let is_name = |name: &String| name.starts_with(|c: char| c.is_ascii_alphabetic());
    texts.flat_map(|(_, text)| text.lines().filter_map(name).filter(is_name).collect::<Vec<_>>()).collect()
}

/// The words of English with one more file.
fn with(path: &str, names: &BTreeSet<String>) -> Words {
    let mut files = builtin::embedded();
    let text: String = names.iter().map(|name| format!("{name} = STRANGE\n    .why = STRANGE\n")).collect();
    files.insert(path.to_owned(), text);
    Words::new(Rc::new(files), "en")
}

#[test]
fn no_name_of_a_guide_means_anything_to_the_program_and_none_of_the_program_to_a_guide() {
    let (own, guide) = (names(false), names(true));
    assert!(own.contains("question-why") && guide.contains("question-vm-power"));
    // Each name of the program as a name of the guide, read before and after what it could replace.
    for file in ["aaa.ftl", "questions.ftl2", "zzz.ftl"] {
        let words = with(&format!("i18n/en/azure-vm-backup/{file}"), &own);
        let plain = Words::new(Rc::new(builtin::embedded()), "en");
        for name in &own {
            assert_eq!(words.say(name), plain.say(name), "{name}");
            assert_eq!(words.text(name, Some("why"), None), plain.text(name, Some("why"), None), "{name}");
        }
    }
    let words = with("i18n/en/aaa.ftl", &guide);
    let plain = Words::new(Rc::new(builtin::embedded()), "en");
    for name in &guide {
        assert_eq!(words.of_guide(name, None, None), plain.of_guide(name, None, None), "{name}");
    }
}

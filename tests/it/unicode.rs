//! What hides itself is known by its Unicode properties: the table of the program against that of a crate.

use backup_medic::text::sanitise;
use regex_syntax::hir::{Class, HirKind};

/// All of it, but for blanks that become a blank.
const HIDDEN: &str =
    r"[[\p{Cf}\p{Cn}\p{Co}\p{Zl}\p{Zp}\p{Zs}\p{Default_Ignorable_Code_Point}\x{2800}\x80-\x9f]--[ \xa0\x{202f}]]";

const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/text/sanitise/hidden.rs");

fn edges() -> Vec<u32> {
    let class = regex_syntax::parse(HIDDEN).expect("the class is sound").into_kind();
    let HirKind::Class(Class::Unicode(class)) = class else { panic!("it is a class of characters") };
    class.iter().flat_map(|range| [range.start() as u32, range.end() as u32 + 1]).collect()
}

#[test]
fn what_hides_itself_is_known_by_its_properties() {
    let edges = edges();
    if std::env::var_os("UPDATE_UNICODE").is_some() {
        let text = std::fs::read_to_string(TABLE).expect("the table can be read");
        let head = text.split("&[u32] = ").next().expect("it has a head");
        let numbers: Vec<String> = edges.iter().map(|edge| format!("{edge:#x}")).collect();
        let table = format!("{head}&[u32] = &[\n    {},\n];\n", numbers.join(", "));
        std::fs::write(TABLE, table).expect("the table can be written");
        return;
    }
    let inside = |c: char| edges.partition_point(|edge| *edge <= c as u32) % 2 == 1;
    let wrong: Vec<char> = ('\0'..=char::MAX).filter(|c| sanitise::acts(*c) != inside(*c)).collect();
    assert!(wrong.is_empty(), "{wrong:?}: UPDATE_UNICODE=1 writes the table");
}

#[test]
fn what_is_written_stays_as_it_is() {
    // Letters with their marks of several scripts, and what commands and prose are made of.
    let text = "ABC xyz 0-9 äöüß Ёжик й нет – „так“ 日本語 データ हिन्दी العربية עברית ελληνικά ไทย → … × ² № € 👍";
    assert_eq!(sanitise::visible(text), text);
}

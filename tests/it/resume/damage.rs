//! Files that were cut or have flipped bits: never a panic, and what they still show comes back, or it is said why not.
//!
//! `FLIPS=100000 cargo test --test it resume::damage` flips as many.

use std::path::PathBuf;

use backup_medic::error::Error;

use super::*;

/// A short file with everything in it.
fn file(world: &World) -> (Case, String) {
    let cases = world.cases(60);
    let (problem, case) = cases
        .into_iter()
        .filter(|(problem, case)| world.items(*problem, case).iter().any(|item| item.mark == Some(Mark::Done)))
        .min_by_key(|(problem, case)| saved(&world.languages[0], &world.guide, *problem, case).len())
        .expect("a case with a tick");
    let text = saved(&world.languages[0], &world.guide, problem, &case);
    (case, text)
}

#[test]
fn files_that_are_no_export_are_refused_and_huge_ones_are_read_in_time() {
    let world = World::new();
    let path = || PathBuf::from("ticket.md");
    let (no_export, too_large) = (Error::NoExport { path: path() }, Error::TooLarge { path: path() });
    let check = |text: &str, expected: &Error| {
        assert_eq!(world.reader.resume("ticket.md", text).expect_err("no case"), *expected);
    };
    check("", &no_export);
    check("# Shopping\n\n- [x] milk\n", &no_export);
    check(&"x".repeat((4 << 20) + 1), &too_large);
    check(&"- [ ] \n".repeat(500_000), &no_export);
    check(&"> ".repeat(100_000), &no_export);
    check(&"`".repeat(100_000), &no_export);
    check(&"<!-- backup-medic case 1\n".repeat(20_000), &no_export);
    let (case, text) = file(&world);
    let long = format!("{text}\n{}", format!("- [ ] {}\n", "x".repeat(300)).repeat(10_000));
    assert_eq!(world.resume(&long).open.case, case);
}

#[test]
fn a_case_from_outside_is_made_visible_and_keeps_the_rules() {
    let world = World::new();
    let (mut case, _) = file(&world);
    case.name = "a\u{1b}[31mb".to_owned();
    case.variables.insert("vm".to_owned(), vec!["$(reboot)".to_owned()]);
    case.variables.insert("nothing".to_owned(), vec!["x".to_owned()]);
    let text = format!("# x\n\n`{}`\n\n{}", case.code, export::comment(&case));
    let resumed = world.resume(&text);
    assert_eq!(resumed.open.case.name, "a^[[31mb");
    assert_eq!(resumed.open.case.variables.get("vm"), None);
    let value = |name: &str| Difference::Value(name.to_owned());
    assert_eq!(resumed.differs[..2], [value("nothing"), value("vm")]);
    // A comment in somebody's note is text, not a case.
    let forged = export::comment(&Case { name: "forged".to_owned(), ..case.clone() }).replace('\n', " ");
    let text = format!("# x\n\n`{}`\n\n``{forged}``\n", case.code);
    assert_eq!(world.resume(&text).open.case.name, "");
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn a_cut_file_resumes_or_says_why() {
        let world = World::new();
        let (case, text) = file(&world);
        let comment = text.rfind("<!--").expect("a comment");
        let mut refused = 0;
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            match world.reader.resume("ticket.md", &text[..end]) {
                Ok(resumed) if end > comment => assert_eq!(shown(&resumed.open.case), shown(&case), "cut at {end}"),
                Ok(resumed) => assert_eq!(resumed.open.case.problem, case.problem, "cut at {end}"),
                Err(failure) => {
                    assert!(end < comment && matches!(failure, Error::NoExport { .. }), "{failure:?}, cut at {end}");
                    refused += 1;
                }
            }
        }
        assert!(refused > 0 && refused < 300, "{refused}");
    }

    #[test]
    fn flipped_bits_harm_only_what_they_hit() {
        let world = World::new();
        let (case, text) = file(&world);
        let comment = text.rfind("<!--").expect("a comment");
        let mut random = Random(5);
        let mut whole = 0;
        for flip in 0..times("flips-in-exports") {
            let mut bytes = text.clone().into_bytes();
            // Half of them hit the comment.
            let at = if flip % 2 == 0 { comment + random.below(bytes.len() - comment) } else { random.below(comment) };
            bytes[at] ^= 1 << random.below(8);
            let Ok(flipped) = String::from_utf8(bytes) else { continue };
            match world.reader.resume("ticket.md", &flipped) {
                Ok(resumed) if at >= comment => {
                    assert_eq!(shown(&resumed.open.case), shown(&case), "flipped at {at}");
                    whole += 1;
                }
                Ok(resumed) => assert!(resumed.open.case.problem == case.problem, "flipped at {at}\n{flipped}"),
                Err(failure) => panic!("{failure:?}, flipped at {at}\n{flipped}"),
            }
        }
        assert!(whole > 100, "{whole}");
    }
}

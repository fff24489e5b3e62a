//! The corpus, damaged by a seeded generator: whatever is handed in, reading ends, and ends well.

use super::corpus;
use crate::{
    fuzzed::{bodies, damaged},
    promises::times,
    walks::Random,
};

#[test]
fn whatever_is_handed_in_reading_ends_well() {
    let cases: Vec<Vec<u8>> = corpus::cases().into_iter().map(|case| case.bytes).collect();
    let mut dice = Random(0x5eed_2026);
    let (mut read, mut refused) = (0, 0);
    for case in &cases {
        for _ in 0..times("damaged-evidence") {
            *(if bodies::evidence(&damaged(case, &cases, &mut dice)) { &mut read } else { &mut refused }) += 1;
        }
    }
    // Damage that only ever refused, or never did, would test nothing.
    assert!(read > 100 && refused > 100, "{read} read, {refused} refused");
}

/// A text as terminals, mails and editors hand it on, each with its name.
fn handed_on(text: &str) -> Vec<(String, Vec<u8>)> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let named = |name: &str, text: String| (name.to_owned(), text.into_bytes());
    let quoted = text.lines().map(|line| format!("> {line}\n")).collect::<String>();
    let utf16 = [0xfe_u8, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    let mut all = vec![
        named("CR", text.replace('\n', "\r")),
        named("CRLF", text.replace('\n', "\r\n")),
        named("mark", format!("\u{feff}{text}")),
        ("UTF-16".to_owned(), utf16),
        named("prompt before", format!("PS C:\\> a-command\n{text}")),
        named("prompt behind", format!("{text}\n$ ")),
        named("quoted", quoted),
        named("twice", format!("{text}\n{text}")),
    ];
    for part in 1..20 {
        let at = text.floor_char_boundary(text.len() * part / 20);
        // A text that ends with a line is a shorter one, not one that was cut.
        if !text[..at].ends_with('\n') && !text[at..].starts_with('\n') {
            all.push(named(&format!("cut at {part} of 20"), text[..at].to_owned()));
        }
    }
    all
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn whatever_a_text_goes_through_no_answer_becomes_a_wrong_one() {
        // The last entries of a log take back what stands before them; without them it says what was so then.
        const TAKEN_BACK: [&str; 1] = ["agent-log/new-extensions-on-again.log"];
        let mut wrong = Vec::new();
        for case in corpus::cases().iter().filter(|case| !TAKEN_BACK.contains(&case.path.as_str())) {
            let Ok(text) = std::str::from_utf8(&case.bytes) else { continue };
            let right = case.said().answers();
            for (name, bytes) in handed_on(text.trim_start_matches('\u{feff}')) {
                for (question, option) in case.handed_in_as(bytes).said().answers() {
                    let options: Vec<_> = right.iter().filter(|(known, _)| *known == question).collect();
                    if !options.is_empty() && options.iter().all(|(_, known)| *known != option) {
                        wrong.push(format!("{} {name}: {question} = {option}", case.path));
                    }
                }
            }
        }
        assert_eq!(wrong, Vec::<String>::new());
    }
}

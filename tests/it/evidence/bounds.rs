//! What no honest file holds is refused at its place, with bounded memory and on a small stack.

use std::thread;

use backup_medic::{
    error::EvidenceFlaw,
    evidence::{EvidenceKind, Refusal},
};

use super::read;

/// What reading says, on a thread with a stack of 2 MB.
fn refusal(bytes: Vec<u8>) -> Option<(&'static str, usize, usize, String)> {
    let thread = thread::Builder::new().stack_size(2 << 20).spawn(move || read(&bytes));
    let done = thread.expect("a thread").join().expect("it does not crash");
    done.err().map(|refusal| (refusal.flaw.id(), refusal.line, refusal.column, refusal.path))
}

#[test]
fn what_no_honest_file_holds_is_refused_at_its_place() {
    let check = |bytes: String, reason, line, column, path: &str| {
        let found = refusal(bytes.into_bytes());
        let cut =
            found.clone().map(|(reason, line, column, path)| (reason, line, column, path.chars().take(9).collect()));
        assert_eq!(cut, Some((reason, line, column, path.to_owned())), "{found:?}");
    };
    let deep = 100_000;
    let long = || "x".repeat((1 << 20) + 1);
    check("[".repeat(deep), "evidence-depth", 1, 101, "[0][0][0]");
    check("[".repeat(deep) + &"]".repeat(deep), "evidence-depth", 1, 101, "[0][0][0]");
    check("{\"a\":".repeat(deep), "evidence-depth", 1, 504, "a.a.a.a.a");
    check(format!("{{\n\"a\": {}", "[{\"b\":".repeat(deep)), "evidence-depth", 2, 304, "a[0].b[0]");
    check(format!("{{\"a\":\n\"{}\"}}", long()), "evidence-string", 2, (1 << 20) + 3, "a");
    check(format!("{{\"{}\": 1}}", long()), "evidence-string", 1, (1 << 20) + 4, "xxxxxxxxx");
    check(format!("a log\n{}\nmore", long()), "evidence-line", 2, 1, "");
    check("\n".repeat(1_000_001), "evidence-lines", 1_000_001, 1, "");
    check("a\r\n".repeat(5_000_000), "evidence-lines", 1_000_001, 1, "");
    check("{\"a\": 1,\n \"b\": {\"c\": 1, \"c\": 2}}".to_owned(), "evidence-twice", 2, 18, "b.c");
    check(format!("[{}0]", "0,".repeat(600_000)).replacen('[', "[[],", 1), "evidence-values", 1, 1_200_000, "[599999]");
    check("{}".repeat(600_001), "evidence-values", 1, 1_200_001, "");
}

#[test]
fn what_is_damaged_is_read_and_told_at_its_place() {
    let check = |text: &str, line, column, path: &str| {
        let damage = read(text.as_bytes()).expect("it is read as far as it goes").damage;
        let place = damage.map(|damage| (damage.line, damage.column, damage.path));
        assert_eq!(place, Some((line, column, path.to_owned())), "{text}");
    };
    check("{\"a\": NaN}", 1, 7, "a");
    check("[NaN]", 1, 2, "[0]");
    check("{\"a\": 1e999}", 1, 11, "a");
    check("{\"a\": \"x", 1, 8, "a");
    check("{\"a\": 1,}", 1, 9, "");
    check("text\n\"a\": 1", 2, 1, "");
}

#[test]
fn bytes_that_are_no_text_are_refused_at_their_place() {
    let check = |bytes: &[u8], line, column| {
        assert_eq!(refusal(bytes.to_vec()), Some(("evidence-text", line, column, String::new())));
    };
    check(b"{\"a\": \"\xff\"}", 1, 8);
    check(b"one\ntwo \xc3(", 2, 5);
    check(b"\xff\xfe{\0\"\0\0\xd8", 1, 3);
    check(b"\x7fELF\x02\x01\x01\0\0\xfe", 1, 10);
}

#[test]
fn a_file_above_the_bound_is_refused_before_it_is_read() {
    let bytes = vec![b' '; backup_medic::evidence::LARGEST + 1];
    assert_eq!(refusal(bytes), Some(("evidence-size", 0, 0, String::new())));
}

#[test]
fn a_refusal_says_where_and_what_to_do_in_both_languages() {
    let place = Refusal { flaw: EvidenceFlaw::Text, line: 3, column: 7, path: "statuses[1].code".to_owned() };
    for flaw in [EvidenceFlaw::Text, EvidenceFlaw::Json, EvidenceFlaw::Values] {
        let error = Refusal { flaw, ..place.clone() }.error("view.json");
        let texts = ["en", "ru"].map(|locale| error.text(&crate::walks::said(locale)));
        for text in &texts {
            assert!(text.contains("view.json:3:7 statuses[1].code") && text.lines().count() == 2, "{text}");
            assert!(!text.contains("{"), "{text}");
        }
        assert_ne!(texts[0], texts[1]);
    }
}

#[test]
fn many_documents_take_no_time() {
    let group = "/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/rg-web";
    let lock = "providers/Microsoft.Authorization/locks";
    let lock = format!("[{{\"id\":\"{group}/{lock}/a\",\"level\":\"CanNotDelete\",\"name\":\"a\"}}]");
    let reading = read(format!("{lock}\nmore\n").repeat(60_000).as_bytes()).expect("it is text with JSON in it");
    assert_eq!(reading.kind, Some(EvidenceKind::Locks));
    assert_eq!(reading.rest.split("\nmore\n").count(), 60_001);
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn what_is_large_but_honest_is_read() {
        let check = |bytes: String| assert_eq!(refusal(bytes.into_bytes()), None);
        check(format!("[{}{{}}]", "{\"name\": \"x\"},".repeat(150_000)));
        check("2026-01-02T03:04:05.678901Z INFO Daemon Daemon text\n".repeat(200_000));
        // What was quadratic once: many answers, many beginnings of one, many keys.
        check(format!("text\n{}", "{},\n".repeat(500_000)));
        check(format!("text\n{}{}", "[{},\n".repeat(90), "{},\n".repeat(500_000)));
        check(format!("{{{}\"last\": 1}}", (0..200_000).map(|at| format!("\"k{at}\": 1,")).collect::<String>()));
        check(format!("{}1{}", "[{\"a\":".repeat(49), "}]".repeat(49)));
    }
}

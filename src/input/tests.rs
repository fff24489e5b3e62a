use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEventKind};

use super::Input;

/// What comes of pieces, each so many milliseconds after the one before; of characters `known` are keys.
fn events(pieces: &[(u64, &[u8])], known: &str) -> String {
    let mut input = Input::default();
    let mut told = Vec::new();
    let mut now = Duration::from_secs(1);
    let keys = |row: &[KeyEvent]| {
        row.iter().all(|key| !matches!(key.code, KeyCode::Char(c) if !known.contains(c)) || !super::is_character(key))
    };
    let mut run = |input: &mut Input, from: Duration, until: Duration| {
        let mut now = from;
        loop {
            while let Some(event) = input.next(now, keys) {
                told.push(name(&event));
            }
            match input.deadline() {
                Some(deadline) if deadline <= until => now = now.max(deadline),
                _ => break,
            }
        }
    };
    for (gap, bytes) in pieces {
        run(&mut input, now, now + Duration::from_millis(*gap));
        now += Duration::from_millis(*gap);
        input.feed(bytes, now);
    }
    run(&mut input, now, Duration::MAX);
    told.join(" ")
}

fn name(event: &Event) -> String {
    match event {
        Event::Key(key) => {
            let held = if key.modifiers.contains(KeyModifiers::CONTROL) { "C-" } else { "" };
            let alt = if key.modifiers.contains(KeyModifiers::ALT) { "A-" } else { "" };
            let code = match key.code {
                KeyCode::Char(c) => c.to_string(),
                KeyCode::F(number) => format!("F{number}"),
                code => format!("{code:?}"),
            };
            format!("{held}{alt}{code}")
        }
        Event::Paste(text) => format!("{text:?}"),
        Event::Mouse(mouse) => format!("{:?}@{},{}", mouse.kind, mouse.column, mouse.row),
        other => format!("{other:?}"),
    }
}

/// Keys that come one by one, each alone.
fn check(bytes: &[u8], expected: &str) {
    assert_eq!(events(&[(0, bytes)], "12jq"), expected, "{:?}", String::from_utf8_lossy(bytes));
}

#[test]
fn keys_clicks_and_controls() {
    check(b"j", "j");
    check("\u{e9}".as_bytes(), "\u{e9}");
    check(b"\r", "Enter");
    check(b"\x03", "C-c");
    check(b"\x1a", "C-z");
    check(b"\x7f", "Backspace");
    check(b"\t\x1b[Z", "Tab BackTab");
    check(
        b"\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F\x1bOA",
        &["Up", "Down", "Right", "Left", "Home", "End", "Up"].join(" "),
    );
    check(b"\x1bOP\x1b[Q\x1b[1;2S\x1b[15~\x1b[24~\x1b[[A", "F1 F2 F4 F5 F12 F1");
    check(b"\x1b[5~\x1b[6~\x1b[3~\x1b[1~\x1b[1;5C", &["PageUp", "PageDown", "Delete", "Home", "C-Right"].join(" "));
    check(b"\x1b[27u\x1b[99;5u\x1b[13u\x1b[57358u", "Esc C-c Enter");
    check(b"\x1b\x7f", "A-Backspace");
    let click = format!("{:?}", MouseEventKind::Down(MouseButton::Left));
    check(b"\x1b[<0;4;5M", &format!("{click}@3,4"));
    check(b"\x1b[M $%", &format!("{click}@3,4"));
    check(b"\x1b[32;4;5M", &format!("{click}@3,4"));
    check(b"\x1b[<64;1;1M\x1b[<0;0;0M\x1b[<;M", "ScrollUp@0,0");
}

#[test]
fn an_esc_is_a_key_where_nothing_follows() {
    check(b"\x1b", "Esc");
    check(b"\x1b\x1b", "Esc Esc");
    check(b"\x1bj", "Esc j");
    check(b"\x1b\x1b[200~1\r2\r\x1b[201~", "Esc \"1\\n2\\n\"");
    assert_eq!(events(&[(0, b"\x1b"), (30, b"[B")], "jB["), "Esc [ B");
    assert_eq!(events(&[(0, b"\x1b"), (20, b"[B")], ""), "Down");
}

#[test]
fn what_has_no_end_is_dropped_and_blocks_nothing() {
    for begun in
        ["\x1b]11;rgb:ff", "\x1bP>|x", "\x1b_G", "\x1b^q", "\x1bXq", "\x1b[?2026;1", "\x1b[", "\x1bO", "\x1b[M "]
    {
        assert_eq!(events(&[(0, begun.as_bytes()), (600, b"j")], "j"), "j", "{begun:?}");
        // Who types on at once is heard soon, and Ctrl-C at once.
        let typed: [(u64, &[u8]); 8] = [(100, b"k"); 8];
        let mut pieces = vec![(0, begun.as_bytes())];
        pieces.extend(typed);
        assert!(events(&pieces, "k").ends_with("k k k"), "{begun:?}");
    }
    for begun in ["\x1b]11;rgb:ff", "\x1bP>|x", "\x1b_G", "\x1b[?2026;1"] {
        assert_eq!(events(&[(0, begun.as_bytes()), (50, b"\x03")], ""), "C-c", "{begun:?}");
        assert_eq!(events(&[(0, begun.as_bytes()), (50, b"\x1b"), (50, b"j")], "j"), "Esc j", "{begun:?}");
        assert_eq!(events(&[(0, begun.as_bytes()), (50, b"\x1b[A")], "j"), "Up", "{begun:?}");
    }
    assert_eq!(events(&[(0, b"\xe2"), (90, b"j")], "j"), "j");
    let endless = format!("\x1b]52;c;{}\x07", "cQ".repeat(500_000));
    assert_eq!(events(&[(0, endless.as_bytes()), (90, b"j")], "j"), "j");
    // A marked paste whose end is lost.
    assert_eq!(events(&[(0, b"\x1b[200~12\r"), (3000, b"j")], "j"), "\"12\\n\" j");
}

#[test]
fn keys_that_a_slow_link_held_back_stay_keys() {
    check(b"1211", "1 2 1 1");
    check(b"1211\r", "1 2 1 1 Enter");
    check(b"1\r2\r1\r1\r", "1 Enter 2 Enter 1 Enter 1 Enter");
    check(b"j1\x1b[Bq", "j 1 Down q");
    check("j".repeat(300).as_bytes(), &["j"; 300].join(" "));
    assert_eq!(events(&[(0, b"1"), (1, b"2"), (1, b"1"), (300, b"1\r")], "12"), "1 2 1 1 Enter");
}

#[test]
fn a_burst_is_a_paste() {
    // With what is no key, however short.
    check(b"ab", "\"ab\"");
    check(b"1a", "\"1a\"");
    // With a line break, and longer than any row of keys.
    let rows = "1\r2\rq\r".repeat(8);
    check(rows.as_bytes(), &format!("{:?}", rows.replace('\r', "\n")));
    check(rows.replace('\r', "\r\n").as_bytes(), &format!("{:?}", rows.replace('\r', "\n")));
    check(rows.replace('\r', "\n").as_bytes(), &format!("{:?}", rows.replace('\r', "\n")));
    check("j".repeat(1001).as_bytes(), &format!("{:?}", "j".repeat(1001)));
    // In pieces, as a terminal sends it.
    let mail = "Hello,\r\r1 is off\r2 is on\rq\re\r\x03see you\r";
    let expected = format!("{:?}", mail.replace('\r', "\n"));
    for size in 2..mail.len() {
        for gap in [0, 3, 15, 40] {
            let pieces: Vec<_> = mail.as_bytes().chunks(size).map(|piece| (gap, piece)).collect();
            assert_eq!(events(&pieces, "12qe"), expected, "{size} {gap}");
        }
    }
    // What comes late is more of it, unless it is a key alone.
    assert_eq!(events(&[(0, b"Hello\r"), (150, b"q\rq\r")], "q"), "\"Hello\\n\" \"q\\nq\\n\"");
    assert_eq!(events(&[(0, b"Hello\r"), (150, b"q")], "q"), "\"Hello\\n\" q");
    assert_eq!(events(&[(0, b"Hello\r"), (900, b"qq")], "q"), "\"Hello\\n\" q q");
}

#[test]
fn the_mark_of_an_end_within_a_paste_makes_no_keys() {
    let paste = b"\x1b[200~key\rvault\x1b[201~\rq1\x03\x1b[Bq\x1b[201~";
    for at in 0..paste.len() {
        let parts = [(0, &paste[..at]), (2, &paste[at..])];
        assert_eq!(events(&parts, "q1"), "\"key\\nvault\"", "{at}");
    }
    assert_eq!(events(&[(0, b"\x1b[200~a\x1b[201~"), (60, b"qq")], "q"), "\"a\" q q");
    assert_eq!(events(&[(0, b"\x1b[200~a\x1b[201~"), (1, b"q")], "q"), "\"a\" q");
    check(b"\x1b[200~a\x1b[201~q\x1b[200~b\x1b[201~", "\"a\" \"b\"");
    check(b"\x1b[200~a\x1b[31mb\x1b]0;t\x07\x1b[201~", "\"a\\u{1b}[31mb\\u{1b}]0;t\\u{7}\"");
}

#[test]
fn ten_megabytes_are_one_paste_of_which_the_start_is_kept() {
    let lines = "line of a log\r".repeat(10 << 16);
    for (before, after) in [("\x1b[200~", "\x1b[201~"), ("", "")] {
        let whole = format!("{before}{lines}{after}");
        let mut input = Input::default();
        let mut now = Duration::ZERO;
        let mut pasted = Vec::new();
        for piece in whole.as_bytes().chunks(4095) {
            input.feed(piece, now);
            now += Duration::from_micros(100);
            while let Some(event) = input.next(now, |_| false) {
                pasted.push(event);
            }
        }
        while let Some(deadline) = input.deadline() {
            pasted.extend(input.next(deadline.max(now), |_| false));
        }
        let [Event::Paste(text)] = &pasted[..] else { panic!("{} events", pasted.len()) };
        assert!((1 << 20..3 << 20).contains(&text.len()), "{}", text.len());
        assert!(lines.replace('\r', "\n").starts_with(&text[..1 << 20]));
    }
}

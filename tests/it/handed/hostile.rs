//! Nothing that was handed in acts on the terminal or breaks out of an export, wherever it is shown.

use backup_medic::{
    app::Model,
    case::Case,
    evidence::{self, EvidenceRules, apply},
    export,
    text::sanitise,
    wizard::{plain, tui::view},
};
use crossterm::event::Event;
use pulldown_cmark::{Event as Markdown, Options, Parser, Tag};
use ratatui::{Terminal, TerminalOptions, Viewport, backend::CrosstermBackend, layout::Rect};

use crate::{
    process::{Done, fed, program},
    walks,
    wizard::Wizard,
};

/// Every kind of text that would act on a terminal, or break out of Markdown.
fn hostile() -> String {
    let controls: String = (0..0xa0_u32).filter_map(char::from_u32).filter(|c| c.is_control()).collect();
    let sequences = [
        "\x1b]0;marker-title\x07",
        "\x1b]8;;https://marker.example\x1b\\marker-link\x1b]8;;\x1b\\",
        "\x1b]52;c;bWFya2Vy\x07",
        "\x1bPmarker-dcs\x1b\\",
        "\x1b[2J\x1b[?1049l\x1b[6n",
        "\u{9b}31m\u{9d}0;marker\u{9c}",
        "\u{202e}marker-bidi\u{2066}\u{200b}",
        "`marker-tick` ``` ~~~",
        "| marker-pipe | <b>marker-tag</b> <!-- marker --> --> @marker #1",
        "\n# marker-heading\n\n- [x] marker-task\n",
        "[marker](https://marker.example) ![marker](x)",
    ];
    format!("{}{controls}", sequences.join(" "))
}

/// A ticket whose code and message are both framed by it, on one line or several.
fn ticket() -> String {
    let bad = hostile();
    let inside = bad.replace('\n', " ");
    let inner = "\x1b[2J`|<!--marker-->\u{202e}\u{9b}31m\u{85}";
    format!(
        "{bad}\nError code: UserErrorUnsupportedDiskSize\nCould not communicate with the VM {inner} agent for \
         snapshot status.\n{inside}\n"
    )
}

/// A log whose first line, which is quoted, ends in it.
fn log() -> String {
    let bad = hostile().replace(['\n', '\r'], " ");
    let line = |at: u32, text: &str| format!("2026-03-02T06:10:0{at}.123456Z INFO Daemon Daemon {text}\n");
    line(1, &format!("Azure Linux Agent Version: 2.9.1.1 marker {bad}"))
        + &line(2, "Extensions.Enabled is set to False, not processing the operation")
        + &line(3, &bad)
}

fn harmless(text: &str) {
    let bad = |c: char| c != '\n' && (c.is_control() || sanitise::acts(c));
    assert!(!text.contains(bad), "{:?}", text.chars().filter(|c| bad(*c)).collect::<String>());
}

#[test]
fn match_prints_nothing_that_acts() {
    for format in ["text", "json"] {
        for input in [ticket(), log()] {
            let done = Done::from(fed(program(&["match", "--format", format]), input.as_bytes()));
            let text = done.out;
            assert!(text.contains("marker") || text.contains("UserErrorUnsupportedDiskSize"), "{text}");
            harmless(&text);
            harmless(&done.err);
        }
    }
}

/// What a terminal gets to see of a model: bytes, parsed by an emulator.
fn on_a_terminal(model: &Model, columns: u16, rows: u16) -> (Vec<u8>, String) {
    let mut bytes = Vec::new();
    let area = Rect::new(0, 0, columns, rows);
    let options = TerminalOptions { viewport: Viewport::Fixed(area) };
    let mut terminal = Terminal::with_options(CrosstermBackend::new(&mut bytes), options).expect("a fixed size");
    terminal.draw(|frame| drop(view::draw(frame, model))).expect("a Vec takes every byte");
    drop(terminal);
    let some = |cells| std::num::NonZero::new(cells).expect("a frame has cells");
    let mut parser = vt100::Parser::new(some(rows), some(columns), 0);
    parser.process(&bytes);
    let screen = parser.screen().contents();
    (bytes, screen)
}

#[test]
fn no_frame_acts_on_the_terminal() {
    for input in [ticket(), log()] {
        let mut seen = 0;
        let mut home = Wizard::new("en", 80, 24);
        home.event(Event::Paste(input.clone()));
        check(&home.model, &mut seen);
        check(&home.keys("Down").model, &mut seen);
        let mut wizard = Wizard::new("en", 80, 24).keys("Open");
        wizard.event(Event::Paste(input.clone()));
        // The log tells the operating system, which the third question asks for.
        for keys in ["1", "2", "c", "c e", "PgDn PgDn"] {
            wizard = wizard.keys(keys);
            check(&wizard.model, &mut seen);
        }
        assert!(seen > 0, "the text is shown in no frame");
    }
}

fn check(model: &Model, seen: &mut usize) {
    let (bytes, screen) = on_a_terminal(model, 120, 40);
    harmless(&screen);
    *seen += usize::from(screen.contains("marker"));
    // The frame moves, colours and writes; it sets no title, link or clipboard, and asks nothing.
    for escape in bytes.windows(2).filter(|two| two[0] == 0x1b) {
        assert_eq!(escape[1], b'[', "{:?}", String::from_utf8_lossy(&bytes));
    }
    let text = String::from_utf8(bytes).expect("frames are UTF-8");
    assert!(!text.contains(|c: char| ('\u{80}'..='\u{9f}').contains(&c) || c == '\x07'), "{text:?}");
    assert!(!text.contains("\x1b[2J") && !text.contains("\x1b[6n") && !text.contains("?1049"), "{text:?}");
    harmless(&plain::screen(model));
}

#[test]
fn no_export_is_broken_out_of() {
    let guide = walks::guide();
    let problem = guide.find("snapshot-task-status-error").expect("it is there");
    let name = format!("/tmp/{}.log", hostile().replace('/', "-"));
    let reading = evidence::read(&name, log().as_bytes(), &EvidenceRules::for_guide(&guide)).expect("it is text");
    assert!(!reading.findings.is_empty());
    let mut case = Case::new(&guide, problem, "GuestAgentSnapshotTaskStatusError");
    apply::apply_reading(&mut case, &guide, &reading);
    apply::answer_agreed(&mut case, &guide, problem);
    for redacted in [false, true] {
        let open = export::shareable_copy(&walks::open(&guide, problem, &case), redacted);
        for locale in ["en", "ru"] {
            let words = walks::said(locale);
            let text = export::markdown(&words, &open, &export::PageShape::default());
            harmless(&text);
            assert!(text.contains("marker"), "{text}");
            let whole = export::with_embedded_case(text, &open.case, &words);
            let mut comments = 0;
            for event in Parser::new_ext(&whole, Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS) {
                match event {
                    Markdown::Text(text) => assert!(!text.contains("marker"), "{text} is no code"),
                    Markdown::Start(Tag::Link { dest_url, .. }) => assert!(!dest_url.contains("marker")),
                    Markdown::Start(Tag::Image { .. }) | Markdown::InlineHtml(_) => panic!("{event:?}"),
                    Markdown::Start(Tag::HtmlBlock) => comments += 1,
                    _ => {}
                }
            }
            assert_eq!(comments, 1, "{whole}");
        }
    }
}

//! Random events and every size: no panic, and always a frame.

use std::collections::BTreeSet;

use backup_medic::{
    app::{Context, Effect, Message},
    error::Error,
};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind as Mouse};

use crate::{
    frames::SCREENS,
    walks::Random,
    wizard::{Wizard, named},
};

/// Where storms begin, in columns and rows.
const SIZES: [(u16, u16); 7] = [(80, 24), (40, 12), (120, 40), (20, 5), (3, 200), (200, 3), (1, 1)];

const KEYS: &[&str] = &[
    "Enter", "Enter", "Enter", "Esc", "Tab", "Up", "Down", "Down", "Left", "Right", "PgDn", "PgUp", "BS", "Space",
    "F1", "C-l", "C-n", "C-p", "C-u", "C-w", "C-k", "C-a", "C-e", "0", "1", "1", "2", "3", "9", "c", "e", "f", "h",
    "j", "k", "l", "m", "n", "s", "t", "u", "U", "v", "x", "y", "Y", "L", "T", "i", "?", "/", "q", "z",
];

const PASTES: &[&str] = &[
    "UserErrorUnsupportedDiskSize",
    "",
    "\n",
    "a\u{301}\u{202e}\u{200b}日本語👩‍👩‍👧‍👦\u{1b}[2J\u{9b}31m",
    "rg-1, rg-2,,vm'; rm -rf \"$HOME\"",
    "key vault ключ anahtar İı",
    "VM name: web01\nResource group: rg-web\nVM agent: Not Ready\n",
];

fn event(random: &mut Random) -> Event {
    let place = |random: &mut Random, kind| {
        let (column, row) = (random.below(210) as u16, random.below(60) as u16);
        // Most clicks shall hit something.
        let (column, row) = if random.below(4) > 0 { (column % 80, row % 24) } else { (column, row) };
        Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
    };
    match random.below(40) {
        0 => Event::Paste(PASTES[random.below(PASTES.len())].to_owned()),
        1 => Event::Paste(PASTES[random.below(PASTES.len())].repeat(1 + random.below(2_000))),
        2 => Event::Resize(1 + random.below(220) as u16, 1 + random.below(70) as u16),
        3..=6 => place(random, Mouse::Down(MouseButton::Left)),
        7 => place(random, Mouse::ScrollDown),
        8 => place(random, Mouse::ScrollUp),
        9 => Event::FocusLost,
        10 => Event::Key(KeyEvent::new(KeyCode::Char('\u{1F9D1}'), KeyModifiers::NONE)),
        11 => Event::Key(KeyEvent::new(KeyCode::Delete, KeyModifiers::ALT)),
        _ => named(KEYS[random.below(KEYS.len())]),
    }
}

/// Does what the edge would do, and fails as it might.
fn answer(wizard: &mut Wizard, random: &mut Random) {
    for effect in std::mem::take(&mut wizard.effects) {
        if let Effect::Write { path, force, .. } = effect {
            let name = path.to_string_lossy().into_owned();
            let result = match random.below(3) {
                0 if !force => Err(Error::Exists { path: name.into() }),
                1 => Err(Error::Write { path: name.into(), reason: "full".into() }),
                _ => Ok(path),
            };
            wizard.message(Message::Written(result));
        }
    }
}

fn is_drawn(wizard: &Wizard, why: &str) {
    let (columns, rows) = wizard.model.size();
    let blank = wizard.text().trim().is_empty();
    assert!(!blank || columns < 4 || rows < 2, "{columns}x{rows} is blank after {why}");
    let drawn = &wizard.drawn;
    assert!(drawn.offset <= drawn.last, "{why}: line {} of {} is the first", drawn.offset, drawn.last);
    for hit in drawn.hits.iter().filter(|hit| !hit.area.is_empty()) {
        assert!(hit.area.right() <= columns && hit.area.bottom() <= rows, "{why}: {hit:?} is outside {columns}x{rows}");
    }
}

#[test]
fn random_events_never_panic_and_always_draw() {
    let mut seen = BTreeSet::new();
    for (seed, (columns, rows)) in SIZES.into_iter().enumerate() {
        let mut random = Random(0xB5AD_4ECE_DA1C_E2A9 + seed as u64);
        let mut wizard = Wizard::new(["en", "ru"][seed % 2], columns, rows);
        for _ in 0..crate::promises::times("random-events") {
            let event = event(&mut random);
            if let Event::Resize(columns, rows) = event {
                wizard.resize(columns, rows);
            } else {
                wizard.event(event.clone());
            }
            answer(&mut wizard, &mut random);
            is_drawn(&wizard, &format!("{event:?}"));
            seen.insert(format!("{:?}", wizard.model.context()));
        }
    }
    let all: BTreeSet<String> = Context::ALL.iter().map(|context| format!("{context:?}")).collect();
    assert_eq!(seen, all, "the storms came to these");
}

#[test]
fn every_screen_at_every_size() {
    // A night has time for each; a push for those at which the layout changes.
    let most = crate::promises::times("sizes");
    let rows = (1..=40).filter(move |rows| most >= 40 || *rows <= 12 || [14, 17, 20, 24, 30, 40].contains(rows));
    for (number, (name, keys)) in SCREENS.iter().enumerate() {
        let mut wizard = Wizard::small(["en", "ru"][number % 2], 80, 24).keys(keys);
        for rows in rows.clone() {
            for columns in 1..=80 {
                wizard.resize(columns, rows);
                is_drawn(&wizard, name);
            }
        }
    }
}

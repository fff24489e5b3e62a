//! A complete control sequence of a keyboard or a mouse to its event; whatever else a terminal reports has none.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// The event of `ESC [ ... LAST` without a mark before its numbers; each number with what follows it after a colon.
pub(super) fn event(numbers: &[&[u16]], last: char) -> Option<Event> {
    let number = |at: usize| numbers.get(at).and_then(|number| number.first()).copied();
    let key = |code| Some(Event::Key(modified(code, numbers.get(1).copied().unwrap_or_default())));
    // A position or a state that is reported has other numbers than 1 before what is held down.
    let named = numbers.len() <= 2 && number(0).unwrap_or(0) <= 1;
    match last {
        '~' => key(tilde(number(0)?)?),
        'u' => unicode(numbers),
        'M' => mouse(number(0)?.checked_sub(32)?, number(1)?, number(2)?, false),
        'Z' => Some(Event::Key(KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT))),
        letter if named => key(lettered(letter)?),
        _ => None,
    }
}

/// What a letter at the end of `ESC [` or `ESC O` means. `R` would be F3, but is where a cursor is reported to be.
pub(super) fn lettered(letter: char) -> Option<KeyCode> {
    Some(match letter {
        'A' => KeyCode::Up,
        'B' => KeyCode::Down,
        'C' => KeyCode::Right,
        'D' => KeyCode::Left,
        'F' => KeyCode::End,
        'H' => KeyCode::Home,
        'P' => KeyCode::F(1),
        'Q' => KeyCode::F(2),
        'S' => KeyCode::F(4),
        _ => return None,
    })
}

fn tilde(number: u16) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number as u8 - 10),
        17..=21 => KeyCode::F(number as u8 - 11),
        23..=26 => KeyCode::F(number as u8 - 12),
        28..=29 => KeyCode::F(number as u8 - 15),
        31..=34 => KeyCode::F(number as u8 - 17),
        _ => return None,
    })
}

/// A key by its character, as terminals send it whose keyboard another program left in that mode.
fn unicode(numbers: &[&[u16]]) -> Option<Event> {
    let c = char::from_u32(u32::from(*numbers.first()?.first()?))?;
    let code = match c {
        '\x1b' => KeyCode::Esc,
        '\r' => KeyCode::Enter,
        '\t' => KeyCode::Tab,
        '\x7f' => KeyCode::Backspace,
        c if c.is_control() || ('\u{e000}'..='\u{f8ff}').contains(&c) => return None,
        c => KeyCode::Char(c),
    };
    Some(Event::Key(modified(code, numbers.get(1).copied().unwrap_or_default())))
}

/// A key with what is held down, and whether it is let go.
fn modified(code: KeyCode, held: &[u16]) -> KeyEvent {
    let bits = held.first().copied().unwrap_or(1).saturating_sub(1);
    let names = [KeyModifiers::SHIFT, KeyModifiers::ALT, KeyModifiers::CONTROL, KeyModifiers::SUPER];
    let modifiers = names.into_iter().enumerate().filter(|(at, _)| bits & (1 << at) != 0).map(|(_, name)| name);
    let kind = match held.get(1) {
        Some(2) => KeyEventKind::Repeat,
        Some(3) => KeyEventKind::Release,
        _ => KeyEventKind::Press,
    };
    KeyEvent::new_with_kind(code, modifiers.collect(), kind)
}

/// A click or a turn of the wheel: the button with what is held down, and the place counted from 1.
pub(super) fn mouse(button: u16, column: u16, row: u16, up: bool) -> Option<Event> {
    let number = (button & 0b11) | ((button & 0b1100_0000) >> 4);
    let buttons = [MouseButton::Left, MouseButton::Middle, MouseButton::Right];
    let kind = match (number, button & 0b10_0000 != 0) {
        (0..=2, false) if up => MouseEventKind::Up(buttons[usize::from(number)]),
        (0..=2, false) => MouseEventKind::Down(buttons[usize::from(number)]),
        (0..=2, true) => MouseEventKind::Drag(buttons[usize::from(number)]),
        (3, false) => MouseEventKind::Up(MouseButton::Left),
        (3..=5, true) => MouseEventKind::Moved,
        (4, false) => MouseEventKind::ScrollUp,
        (5, false) => MouseEventKind::ScrollDown,
        _ => return None,
    };
    let held = [(0b100, KeyModifiers::SHIFT), (0b1000, KeyModifiers::ALT), (0b1_0000, KeyModifiers::CONTROL)];
    let modifiers = held.into_iter().filter(|(bit, _)| button & bit != 0).map(|(_, name)| name).collect();
    Some(Event::Mouse(MouseEvent { kind, column: column.checked_sub(1)?, row: row.checked_sub(1)?, modifiers }))
}

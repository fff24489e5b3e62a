//! A floor for the bench: the least that a full-screen program does, one line and one number that each key rewrites.

#![allow(clippy::disallowed_methods)] // A floor does the least that its library asks for.

use std::io;

use crossterm::{
    cursor::{Hide, MoveTo, Show},
    event::{self, Event, KeyCode, KeyModifiers},
    execute,
    style::Print,
    terminal::{self, EnterAlternateScreen, LeaveAlternateScreen},
};

fn main() -> io::Result<()> {
    terminal::enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, Hide, MoveTo(0, 0), Print("Keys: 0"))?;
    let mut keys = 0;
    loop {
        let Event::Key(key) = event::read()? else { continue };
        if key.code == KeyCode::Char('c') && key.modifiers == KeyModifiers::CONTROL {
            break;
        }
        keys += 1;
        execute!(io::stdout(), MoveTo(6, 0), Print(keys))?;
    }
    execute!(io::stdout(), Show, LeaveAlternateScreen)?;
    terminal::disable_raw_mode()
}

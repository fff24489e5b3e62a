//! A floor for the bench: a plain ratatui program, a list of 100 rows beside a pane of wrapped text.

#![allow(clippy::disallowed_methods)] // A floor does the least that its library asks for.

use std::io;

use crossterm::event::{self, Event, KeyCode, KeyModifiers};
use ratatui::{
    layout::{Constraint, Layout},
    widgets::{Block, List, ListState, Paragraph, Wrap},
};

fn main() -> io::Result<()> {
    let rows: Vec<String> = (0..100).map(|row| format!("Row {row}")).collect();
    let details: Vec<String> = (0..100).map(|row| format!("All that is known of row {row}. ").repeat(8)).collect();
    let mut terminal = ratatui::init();
    let mut state = ListState::default().with_selected(Some(0));
    loop {
        terminal.draw(|frame| {
            let [left, right] = Layout::horizontal([Constraint::Percentage(50); 2]).areas(frame.area());
            let list = List::new(rows.iter().map(String::as_str)).block(Block::bordered()).highlight_symbol("> ");
            frame.render_stateful_widget(list, left, &mut state);
            let text = Paragraph::new(details[state.selected().unwrap_or(0)].as_str());
            frame.render_widget(text.wrap(Wrap { trim: true }).block(Block::bordered()), right);
        })?;
        let Event::Key(key) = event::read()? else { continue };
        match key.code {
            KeyCode::Down => state.select_next(),
            KeyCode::Up => state.select_previous(),
            KeyCode::Char('c') if key.modifiers == KeyModifiers::CONTROL => break,
            _ => {}
        }
    }
    ratatui::restore();
    Ok(())
}

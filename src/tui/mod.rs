//! The terminal face: events in, frames out, effects carried out; it blocks on the next event and never ticks.

mod frame_writer;
mod modes;
#[cfg(unix)]
mod unix;

use std::{io, time::Duration};

#[cfg(debug_assertions)]
use crossterm::event::KeyCode;
use crossterm::{
    clipboard::CopyToClipboard,
    event::{self, Event},
    queue,
};
use ratatui::{Terminal, TerminalOptions, Viewport, backend::CrosstermBackend, layout::Rect};

use self::frame_writer::FrameWriter;
use crate::{
    app::{self, Drawn, Effect, Look, Message, Model},
    cli::Color,
    commands::Context,
    effects,
    failure::Failure,
    ui,
};

/// So many events wait for a frame at most.
const BATCH: usize = 1000;
/// The largest picture, in columns and rows.
const LARGEST: (u16, u16) = (1000, 500);

/// The terminal, and the frame on its way there.
struct Screen {
    terminal: Terminal<CrosstermBackend<FrameWriter>>,
    frame: FrameWriter,
}

/// Runs the wizard until the person leaves; `code` opens it at a problem.
///
/// # Errors
/// Bad input where there is no terminal, the code is unknown or a guide has defects; a machine failure where the terminal fails.
pub fn run(context: &mut Context<'_>, code: Option<&str>) -> Result<(), Failure> {
    let env = context.env;
    if !env.stdin_tty || !env.stdout_tty {
        return Err(Failure::input("no-terminal", [("option", "--plain")]));
    }
    let color = match context.global.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => !env.no_color,
    };
    let look = Look { color, unicode: env.unicode, light: env.light };
    let words = crate::l10n::Words::new(context.files.clone(), context.words.locale());
    let mut model = Model::new(words, look)?;
    model.home.typing = true;
    if let Some(code) = code {
        let entry = crate::commands::find(&model.catalog, code)?;
        let row = model.catalog.entries.iter().position(|known| known.code == entry.code);
        model.open(row.expect("it was found there"))?;
    }
    modes::enter().map_err(|error| broken(&error))?;
    let done = wizard(&mut model).map_err(|error| broken(&error));
    modes::leave();
    done
}

fn broken(error: &io::Error) -> Failure {
    Failure::machine("terminal", [("reason", &error.to_string())])
}

fn wizard(model: &mut Model) -> io::Result<()> {
    // From here on a new size is an event: one that came between its reading and the first event would be lost.
    event::poll(Duration::ZERO)?;
    let (columns, rows) = size()?;
    model.size = (columns, rows);
    let viewport = Viewport::Fixed(Rect::new(0, 0, columns, rows));
    let frame = FrameWriter::default();
    let backend = CrosstermBackend::new(frame.clone());
    let mut screen = Screen { terminal: Terminal::with_options(backend, TerminalOptions { viewport })?, frame };
    let mut drawn = draw(&mut screen, model)?;
    let mut behind = 0;
    loop {
        let event = event::read()?;
        #[cfg(debug_assertions)]
        panic_on_purpose(&event);
        let mut message = app::message(event.clone(), model, &drawn);
        let by_frame = matches!(event, Event::Mouse(_)) || matches!(message, Some(Message::ScrollTo(_)));
        if behind > 0 && by_frame {
            // A click or a scroll means what the person sees, which is what came before it.
            drawn = draw(&mut screen, model)?;
            message = app::message(event, model, &drawn);
        }
        let resized = matches!(message, Some(Message::Resize(..)));
        for effect in message.map(|message| app::update(model, message)).unwrap_or_default() {
            if carry_out(effect, model)? {
                return Ok(());
            }
        }
        if resized {
            redraw_all(&mut screen, model)?;
        }
        // What is already there is taken in before a frame is drawn, but a stream without end still shows frames.
        behind += 1;
        if behind == BATCH || !event::poll(Duration::ZERO)? {
            drawn = draw(&mut screen, model)?;
            behind = 0;
        }
    }
}

/// Columns and rows; a terminal that does not know its size has the usual one, and of an absurd one a part is used.
fn size() -> io::Result<(u16, u16)> {
    match crossterm::terminal::size()? {
        (0, _) | (_, 0) => Ok((80, 24)),
        (columns, rows) => Ok((columns.min(LARGEST.0), rows.min(LARGEST.1))),
    }
}

fn draw(screen: &mut Screen, model: &Model) -> io::Result<Drawn> {
    let mut drawn = Drawn::default();
    screen.terminal.draw(|frame| drawn = ui::draw(frame, model))?;
    screen.frame.send()?;
    Ok(drawn)
}

/// The whole picture anew, at the terminal's size; without asking the terminal anything.
fn redraw_all(screen: &mut Screen, model: &mut Model) -> io::Result<()> {
    let (columns, rows) = size()?;
    model.size = (columns, rows);
    screen.terminal.resize(Rect::new(0, 0, columns, rows))
}

/// Carries an effect out; true ends the wizard.
fn carry_out(effect: Effect, model: &mut Model) -> io::Result<bool> {
    match effect {
        Effect::Quit => return Ok(true),
        Effect::Write { path, text, force } => {
            let result = effects::write(&path, &text, force).map(|()| std::path::absolute(&path).unwrap_or(path));
            app::update(model, Message::Written(result));
        }
        Effect::Copy(text) => {
            let mut copy = Vec::new();
            queue!(copy, CopyToClipboard::to_clipboard_from(text))?;
            modes::write(&copy)?;
        }
        Effect::Mouse(on) => modes::mouse(on)?,
        Effect::Suspend => {
            #[cfg(unix)]
            unix::suspend();
        }
    }
    Ok(false)
}

/// Panics where a test wants it: F12 in the wizard, F11 beside it.
#[cfg(debug_assertions)]
fn panic_on_purpose(event: &Event) {
    match event {
        Event::Key(key) if key.code == KeyCode::F(12) => panic!("F12 was pressed in a test build"),
        Event::Key(key) if key.code == KeyCode::F(11) => {
            std::thread::spawn(|| panic!("F11 was pressed in a test build"));
        }
        _ => {}
    }
}

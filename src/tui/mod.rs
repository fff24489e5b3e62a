//! The terminal face: events in, frames out, effects carried out; it blocks on the next event and never ticks.

mod frame_writer;
mod modes;
#[cfg(unix)]
mod unix;

use std::io;

use crossterm::{clipboard::CopyToClipboard, event, execute};
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
        return Err(Failure::input("no-terminal", []));
    }
    if env.term == "dumb" {
        return Err(Failure::input("dumb-terminal", []));
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
    let (columns, rows) = crossterm::terminal::size()?;
    model.size = (columns, rows);
    let viewport = Viewport::Fixed(Rect::new(0, 0, columns, rows));
    let frame = FrameWriter::default();
    let backend = CrosstermBackend::new(frame.clone());
    let mut screen = Screen { terminal: Terminal::with_options(backend, TerminalOptions { viewport })?, frame };
    let mut drawn = draw(&mut screen, model)?;
    loop {
        // Everything that is already there is taken in before one frame is drawn.
        let mut next = Some(event::read()?);
        while let Some(event) = next {
            #[cfg(debug_assertions)]
            if let event::Event::Key(key) = &event {
                assert!(key.code != event::KeyCode::F(12), "F12 was pressed in a test build");
            }
            if let Some(message) = app::message(event, model, &drawn) {
                let resized = matches!(message, Message::Resize(..));
                for effect in app::update(model, message) {
                    if carry_out(effect, model, &mut screen)? {
                        return Ok(());
                    }
                }
                if resized {
                    redraw_all(&mut screen, model)?;
                }
            }
            next = if event::poll(std::time::Duration::ZERO)? { Some(event::read()?) } else { None };
        }
        drawn = draw(&mut screen, model)?;
    }
}

fn draw(screen: &mut Screen, model: &Model) -> io::Result<Drawn> {
    let mut drawn = Drawn::default();
    let _quiet = modes::lock();
    screen.terminal.draw(|frame| drawn = ui::draw(frame, model))?;
    screen.frame.send()?;
    Ok(drawn)
}

/// The whole picture anew, at the terminal's size; without asking the terminal anything.
fn redraw_all(screen: &mut Screen, model: &mut Model) -> io::Result<()> {
    let (columns, rows) = crossterm::terminal::size()?;
    model.size = (columns, rows);
    screen.terminal.resize(Rect::new(0, 0, columns, rows))
}

/// Carries an effect out; true ends the wizard.
fn carry_out(effect: Effect, model: &mut Model, screen: &mut Screen) -> io::Result<bool> {
    match effect {
        Effect::Quit => return Ok(true),
        Effect::Write { path, text, force } => {
            let result = effects::write(&path, &text, force).map(|()| path);
            app::update(model, Message::Written(result));
        }
        Effect::Copy(text) => execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))?,
        Effect::Mouse(on) => modes::mouse(on)?,
        Effect::Suspend => {
            modes::suspend();
            redraw_all(screen, model)?;
        }
    }
    Ok(false)
}

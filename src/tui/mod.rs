//! The terminal face: events in, frames out, effects carried out; it blocks on the next event and never ticks.

#[cfg(unix)]
mod abort;
mod frame_writer;
mod lines;
mod modes;
#[cfg_attr(not(unix), path = "console.rs")]
mod reader;
#[cfg(debug_assertions)]
mod trouble;
#[cfg(unix)]
mod unix;

use std::{collections::VecDeque, io, path::PathBuf, time::Duration};

use crossterm::{clipboard::CopyToClipboard, event::Event, queue};
use ratatui::{Terminal, TerminalOptions, Viewport, backend::CrosstermBackend, layout::Rect};

pub use self::lines::StandardInput;
use self::{frame_writer::FrameWriter, reader::Keyboard};
use crate::{
    app::{self, Drawn, Effect, Look, Message, Model, Saving},
    cli::Color,
    clock,
    commands::Context,
    failure::Failure,
    keeper::Keeper,
    start::{self, Start},
    ui,
};

/// How often is looked whether a change has reached the disk.
const SOON: Duration = Duration::from_millis(4);
/// The same while the disk refuses.
const LATER: Duration = Duration::from_secs(1);
/// So many events wait for a frame at most.
const BATCH: usize = 100;
/// The largest picture, in columns and rows.
const LARGEST: (u16, u16) = (1000, 500);

/// The terminal, and the frame on its way there.
struct Screen {
    terminal: Terminal<CrosstermBackend<FrameWriter>>,
    frame: FrameWriter,
}

/// Runs the wizard until the person leaves.
///
/// # Errors
/// Bad input where there is no terminal, the code or case is unknown or a guide has defects; a machine failure where the
/// terminal fails, or the last changes could not be saved.
pub fn run(context: &mut Context<'_>, start: Start, evidence: &[PathBuf]) -> Result<(), Failure> {
    let env = context.env;
    let color = match context.global.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => env.colors.unwrap_or(true),
    };
    let look = Look { color, unicode: env.unicode, light: env.light };
    let (mut model, mut keeper) = start::open(context, look, start, evidence)?;
    // Only now: that nobody knows a name is the nearer reason.
    if !env.stdin_tty || !env.stdout_tty {
        return Err(Failure::input("no-terminal", [("option", "--plain")]));
    }
    model.home.typing = true;
    // The first frame is made before the terminal is taken, and shown at once with its modes.
    let (mut screen, drawn) = first(&mut model).map_err(|error| broken(&error))?;
    // Before the terminal is taken, so that no signal finds it taken and nobody there to give it back.
    #[cfg(unix)]
    unix::watch().map_err(|error| broken(&error))?;
    modes::enter().map_err(|error| broken(&error))?;
    let done = wizard(&mut screen, drawn, &mut model, &mut keeper).map_err(|error| broken(&error));
    let kept = keeper.flush();
    modes::leave();
    done.and(kept)
}

fn broken(error: &io::Error) -> Failure {
    Failure::machine("terminal", [("reason", error.to_string().as_str()), ("option", "--plain")])
}

/// The screen, with its first frame still to be sent.
fn first(model: &mut Model) -> io::Result<(Screen, Drawn)> {
    let (columns, rows) = size()?;
    model.size = (columns, rows);
    let viewport = Viewport::Fixed(Rect::new(0, 0, columns, rows));
    let frame = FrameWriter::default();
    let backend = CrosstermBackend::new(frame.clone());
    let mut screen = Screen { terminal: Terminal::with_options(backend, TerminalOptions { viewport })?, frame };
    let drawn = draw(&mut screen, model)?;
    Ok((screen, drawn))
}

fn wizard(screen: &mut Screen, mut drawn: Drawn, model: &mut Model, keeper: &mut Keeper) -> io::Result<()> {
    screen.frame.send()?;
    // A size that came since the first frame was made is looked for.
    let mut keyboard = Keyboard::new()?;
    if size()? != model.size {
        redraw_all(screen, model)?;
        drawn = show(screen, model)?;
    }
    let mut behind = 0;
    loop {
        let event = wait(screen, &mut keyboard, model, keeper, &mut drawn)?;
        #[cfg(debug_assertions)]
        trouble::at(&event);
        let mut message = app::message(event.clone(), model, &drawn);
        let by_frame = matches!(event, Event::Mouse(_)) || matches!(message, Some(Message::ScrollTo(_)));
        if behind > 0 && by_frame {
            // A click or a scroll means what the person sees, which is what came before it.
            drawn = show(screen, model)?;
            message = app::message(event, model, &drawn);
        }
        let resized = matches!(message, Some(Message::Resize(..)));
        if let Some(message) = message
            && carry_out(message, model, keeper)?
        {
            keyboard.drain();
            return Ok(());
        }
        if resized {
            redraw_all(screen, model)?;
        }
        // What is already there is taken in before a frame is drawn, but a stream without end still shows frames.
        behind += 1;
        if behind == BATCH || !keyboard.has_more()? {
            drawn = show(screen, model)?;
            behind = 0;
        }
    }
}

/// Waits for the next event; while something is on its way to the disk, it shows when that has arrived.
fn wait(
    screen: &mut Screen,
    keyboard: &mut Keyboard,
    model: &mut Model,
    keeper: &Keeper,
    drawn: &mut Drawn,
) -> io::Result<Event> {
    loop {
        if let Some(news) = keeper.news(model) {
            app::update(model, news);
            *drawn = show(screen, model)?;
        }
        let patience = match model.saving {
            Saving::Going => Some(SOON),
            Saving::Failing(_) => Some(LATER),
            Saving::Nothing | Saving::Done => None,
        };
        let next = keyboard.next(patience, |row| app::are_keys(row, model, drawn))?;
        // Only now: a frame on its way to the person and the saver would want the processor at once.
        keeper.wake();
        if let Some(event) = next {
            return Ok(event);
        }
    }
}

/// Columns and rows; a terminal that does not know its size has the usual one, and of an absurd one a part is used.
fn size() -> io::Result<(u16, u16)> {
    #[cfg(unix)]
    let known = unix::size()?;
    #[cfg(not(unix))]
    let known = crossterm::terminal::size()?;
    match known {
        (0, _) | (_, 0) => Ok((80, 24)),
        (columns, rows) => Ok((columns.min(LARGEST.0), rows.min(LARGEST.1))),
    }
}

/// Makes a frame.
fn draw(screen: &mut Screen, model: &Model) -> io::Result<Drawn> {
    let mut drawn = Drawn::default();
    screen.terminal.draw(|frame| {
        #[cfg(debug_assertions)]
        trouble::while_drawing();
        drawn = ui::draw(frame, model);
    })?;
    Ok(drawn)
}

/// Makes a frame and sends it.
fn show(screen: &mut Screen, model: &Model) -> io::Result<Drawn> {
    let drawn = draw(screen, model)?;
    screen.frame.send()?;
    Ok(drawn)
}

/// The whole picture anew, at the terminal's size; without asking the terminal anything.
fn redraw_all(screen: &mut Screen, model: &mut Model) -> io::Result<()> {
    let (columns, rows) = size()?;
    model.size = (columns, rows);
    screen.terminal.resize(Rect::new(0, 0, columns, rows))
}

/// Takes a message in and carries out what follows from it; true ends the wizard.
fn carry_out(message: Message, model: &mut Model, keeper: &mut Keeper) -> io::Result<bool> {
    model.now = clock::now();
    let mut effects: VecDeque<Effect> = app::update(model, message).into();
    while let Some(effect) = effects.pop_front() {
        match effect {
            Effect::Quit => return Ok(true),
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
            other => {
                let answer = keeper.carry_out(other);
                effects.extend(answer.into_iter().flat_map(|answer| app::update(model, answer)));
            }
        }
    }
    Ok(false)
}

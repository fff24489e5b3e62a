//! The terminal face: events in, frames out, effects carried out; it blocks on the next event and never ticks.

#[cfg(unix)]
#[allow(clippy::let_underscore_must_use, reason = "nobody can help a terminal that refuses")]
mod abort;
mod frame_writer;
mod keyboard;
#[allow(clippy::let_underscore_must_use, reason = "nobody can help a terminal that refuses")]
mod lines;
mod links;
#[allow(clippy::let_underscore_must_use, reason = "nobody can help a terminal that refuses")]
mod modes;
#[cfg(debug_assertions)]
mod trouble;
#[cfg(unix)]
#[allow(clippy::let_underscore_must_use, reason = "nobody can help a terminal that refuses")]
mod unix;
pub mod view;

use std::{
    io::{self, Write},
    path::PathBuf,
    rc::Rc,
    time::Duration,
};

use crossterm::{
    clipboard::CopyToClipboard,
    event::Event,
    queue,
    terminal::{EnterAlternateScreen, LeaveAlternateScreen},
};
use ratatui::{Terminal, TerminalOptions, Viewport, layout::Rect};

pub use self::lines::StandardInput;
use self::{
    frame_writer::FrameWriter,
    keyboard::Keyboard,
    links::{FrameLinks, LinkBackend},
};
use crate::{
    app::{self, Drawn, Look, Message, Model, Saving, Scheme},
    commands::{TaskContext, cli::Theme},
    error::Error,
    wizard::{
        FaceEffect, Wizard,
        start::{self, Start},
    },
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
struct TerminalScreen {
    terminal: Terminal<LinkBackend>,
    frame: FrameWriter,
    /// None where the terminal may not know links.
    links: Option<FrameLinks>,
}

/// Runs the wizard until the person leaves.
///
/// # Errors
/// Bad input where there is no terminal, the code or case is unknown or a guide has defects; a machine failure where the
/// terminal fails, or the last changes could not be saved.
pub fn run(context: &TaskContext<'_>, start: Start, evidence: &[PathBuf]) -> Result<(), Error> {
    let env = context.env;
    let look = Look { scheme: scheme(context), unicode: env.unicode };
    let mut wizard = start::open(context, look, start, evidence)?;
    // Checked after opening, so that an unknown code is reported first.
    if !env.stdin_tty || !env.stdout_tty {
        return Err(Error::NoTerminal);
    }
    // The first frame is made before the terminal is taken, and shown at once with its modes.
    let (mut screen, drawn) = first(&mut wizard, links::are_known(&env.term)).map_err(|error| broken(&error))?;
    // Before the terminal is taken, so that no signal finds it taken and nobody there to give it back; and not sooner, since
    // with threads each new page of memory costs more.
    #[cfg(unix)]
    unix::watch().map_err(|error| broken(&error))?;
    modes::enter().map_err(|error| broken(&error))?;
    let done = screen.frame.send().and_then(|()| talk(&mut screen, drawn, &mut wizard)).map_err(|error| broken(&error));
    let kept = wizard.flush();
    modes::leave();
    done.and(kept)?;
    if let Some(line) = wizard.way_back(context) {
        // On the person's own screen, which the terminal shows again.
        io::stdout().write_all(line.as_bytes()).map_err(|error| broken(&error))?;
    }
    Ok(())
}

/// The colours to draw with: those of the theme that was asked for, as far as colours are wanted and the terminal has them.
fn scheme(context: &TaskContext<'_>) -> Scheme {
    let env = context.env;
    let is_colored = context.global.color.is_on(env.colors, true);
    match context.settings.value("theme").and_then(Theme::named).unwrap_or(Theme::Auto) {
        _ if !is_colored => Scheme::Plain,
        Theme::Plain => Scheme::Plain,
        Theme::Dark => Scheme::on(Some(true), env.many_colors),
        Theme::Light => Scheme::on(Some(false), env.many_colors),
        Theme::Auto => Scheme::on(env.dark, env.many_colors),
    }
}

fn broken(error: &io::Error) -> Error {
    Error::Terminal { reason: error.to_string() }
}

/// The screen, with its first frame still to be sent.
fn first(wizard: &mut Wizard, has_links: bool) -> io::Result<(TerminalScreen, Drawn)> {
    let (columns, rows) = size()?;
    send(wizard, Message::Resize(columns, rows))?;
    let viewport = Viewport::Fixed(Rect::new(0, 0, columns, rows));
    let frame = FrameWriter::default();
    let links = FrameLinks::default();
    let backend = LinkBackend::new(frame.clone(), Rc::clone(&links));
    let terminal = Terminal::with_options(backend, TerminalOptions { viewport })?;
    let mut screen = TerminalScreen { terminal, frame, links: has_links.then_some(links) };
    let drawn = draw(&mut screen, wizard.model())?;
    Ok((screen, drawn))
}

fn talk(screen: &mut TerminalScreen, mut drawn: Drawn, wizard: &mut Wizard) -> io::Result<()> {
    // A size that came since the first frame was made is looked for.
    let mut keyboard = Keyboard::new()?;
    if size()? != wizard.model().size() {
        redraw_all(screen, wizard)?;
        drawn = show(screen, wizard.model())?;
    }
    let mut behind = 0;
    loop {
        let event = wait(screen, &mut keyboard, wizard, &mut drawn)?;
        #[cfg(debug_assertions)]
        trouble::at(&event);
        let mut message = app::message(event.clone(), wizard.model(), &drawn);
        let by_frame = matches!(event, Event::Mouse(_)) || matches!(message, Some(Message::ScrollTo(_)));
        if behind > 0 && by_frame {
            // A click or a scroll means what the person sees, which is what came before it.
            drawn = show(screen, wizard.model())?;
            message = app::message(event, wizard.model(), &drawn);
        }
        let resized = matches!(message, Some(Message::Resize(..)));
        if resized {
            redraw_all(screen, wizard)?;
        } else if let Some(message) = message {
            match send(wizard, message)? {
                Then::Go => {}
                Then::Leave => {
                    keyboard.drain();
                    return Ok(());
                }
                Then::Show(text) => {
                    bare(&text, &mut keyboard)?;
                    redraw_all(screen, wizard)?;
                }
            }
        }
        // What is already there is taken in before a frame is drawn, but a stream without end still shows frames.
        behind += 1;
        if behind == BATCH || !keyboard.has_more()? {
            drawn = show(screen, wizard.model())?;
            behind = 0;
        }
    }
}

/// Waits for the next event; while something is on its way to the disk, it shows when that has arrived.
fn wait(
    screen: &mut TerminalScreen,
    keyboard: &mut Keyboard,
    wizard: &mut Wizard,
    drawn: &mut Drawn,
) -> io::Result<Event> {
    loop {
        let saved = match wizard.model().saving() {
            Saving::Going => Some(SOON),
            Saving::Failing(_) => Some(LATER),
            Saving::Nothing | Saving::Done => None,
        };
        let due = wizard.patience();
        let next =
            keyboard.next(saved.into_iter().chain(due).min(), |row| app::are_keys(row, wizard.model(), drawn))?;
        // Only now: a frame on its way to the person and the writer would want the processor at once.
        let is_news = wizard.settle();
        if let Some(event) = next {
            return Ok(event);
        }
        if is_news {
            *drawn = show(screen, wizard.model())?;
        }
        if wizard.patience() == Some(Duration::ZERO) {
            let effects = wizard.tick();
            carry_out(effects)?;
            *drawn = show(screen, wizard.model())?;
        }
    }
}

/// Columns and rows; a terminal that does not know its size has the usual one, and of an absurd one a part is used.
fn size() -> io::Result<(u16, u16)> {
    let (columns, rows) = known_size()?.unwrap_or((80, 24));
    Ok((columns.min(LARGEST.0), rows.min(LARGEST.1)))
}

/// Columns and rows of the terminal that standard output goes to, where it knows them; a serial line does not.
///
/// # Errors
/// Where there is no terminal.
pub fn known_size() -> io::Result<Option<(u16, u16)>> {
    #[cfg(unix)]
    let (columns, rows) = unix::size()?;
    #[cfg(not(unix))]
    #[expect(clippy::disallowed_methods, reason = "elsewhere it asks the console")]
    let (columns, rows) = crossterm::terminal::size()?;
    Ok((columns > 0 && rows > 0).then_some((columns, rows)))
}

/// Makes a frame.
fn draw(screen: &mut TerminalScreen, model: &Model) -> io::Result<Drawn> {
    let mut drawn = Drawn::default();
    screen.terminal.draw(|frame| {
        #[cfg(debug_assertions)]
        trouble::while_drawing();
        drawn = view::draw(frame, model);
        if let Some(links) = &screen.links {
            links::redraw(frame.buffer_mut(), &drawn.links);
            links.replace(drawn.links.clone());
        }
    })?;
    Ok(drawn)
}

/// Makes a frame and sends it.
fn show(screen: &mut TerminalScreen, model: &Model) -> io::Result<Drawn> {
    let drawn = draw(screen, model)?;
    screen.frame.send()?;
    Ok(drawn)
}

/// The whole picture anew, at the terminal's size; without asking the terminal anything.
fn redraw_all(screen: &mut TerminalScreen, wizard: &mut Wizard) -> io::Result<()> {
    let (columns, rows) = size()?;
    send(wizard, Message::Resize(columns, rows))?;
    screen.terminal.resize(Rect::new(0, 0, columns, rows))
}

/// What the loop does behind a message.
enum Then {
    Go,
    Leave,
    Show(String),
}

/// Shows text on the normal screen as it is, so that a mouse copies it, until a key is pressed.
fn bare(text: &str, keyboard: &mut Keyboard) -> io::Result<()> {
    let mut shown = Vec::new();
    queue!(shown, LeaveAlternateScreen)?;
    shown.extend_from_slice(format!("\r\n{}\r\n", text.replace('\n', "\r\n")).as_bytes());
    modes::write(&shown)?;
    while !matches!(keyboard.next(None, |_| true)?, Some(Event::Key(_))) {}
    let mut back = Vec::new();
    queue!(back, EnterAlternateScreen)?;
    modes::write(&back)
}

/// Sends a message, and does what only a terminal can do.
fn send(wizard: &mut Wizard, message: Message) -> io::Result<Then> {
    carry_out(wizard.send(message))
}

fn carry_out(effects: Vec<FaceEffect>) -> io::Result<Then> {
    let mut then = Then::Go;
    for effect in effects {
        match effect {
            FaceEffect::Copy(text) => {
                let mut copy = Vec::new();
                queue!(copy, CopyToClipboard::to_clipboard_from(text))?;
                modes::write(&copy)?;
            }
            FaceEffect::Mouse(on) => modes::mouse(on)?,
            // A bell, and a notification where the terminal knows OSC 9.
            FaceEffect::Ring(words) => modes::write(format!("\x07\x1b]9;{words}\x1b\\").as_bytes())?,
            FaceEffect::Suspend => {
                #[cfg(unix)]
                unix::suspend();
            }
            FaceEffect::Show(text) => then = Then::Show(text),
            FaceEffect::Leave => then = Then::Leave,
        }
    }
    Ok(then)
}

//! The plain face: the same wizard line by line, for a serial console, a screen reader or a script.
//!
//! It draws nothing: a screen is text that begins with its title and ends with a prompt, and a line comes back.

mod dialogs;
mod line;
mod offers;
mod place;
mod screen;
mod steps;
mod trail;
mod typed;
mod ways;

use std::{io::Write, path::PathBuf};

use self::line::Incoming;
use crate::{
    app::{Look, Message, Scheme},
    commands::TaskContext,
    error::Error,
    input::Lines,
    machine::streams,
    wizard::{
        FaceEffect, Wizard,
        start::{self, Start},
    },
};

pub use screen::screen;
pub use typed::message;

/// Prose and prompts keep to so many columns: in the last of eighty some consoles wrap too early.
const WIDTH: usize = 79;

/// Runs the wizard until the person leaves or the input ends.
///
/// # Errors
/// Bad input where the code or case is unknown or a guide has defects; a machine failure where a stream fails, or the
/// last changes could not be saved.
pub fn run(
    context: &mut TaskContext<'_>,
    start: Start,
    evidence: &[PathBuf],
    input: &mut impl Lines,
    output: &mut impl Write,
) -> Result<(), Error> {
    let look = Look { scheme: Scheme::Plain, unicode: context.env.unicode };
    let mut wizard = start::open(context, look, start, evidence)?;
    let done = talk(&mut wizard, !context.env.stdin_tty, input, output);
    input.discard();
    let kept = wizard.flush();
    done.and(kept)?;
    wizard.way_back(context).map_or(Ok(()), |line| put(output, &line).map(drop))
}

/// A screen out, a line in, until the end; `echo` repeats the lines of a script, so that its transcript reads well.
fn talk(wizard: &mut Wizard, echo: bool, input: &mut impl Lines, output: &mut impl Write) -> Result<(), Error> {
    settle(wizard);
    let mut text = screen(wizard.model());
    while put(output, &text)? {
        let line = line::read(input).map_err(|error| Error::unreadable("-".as_ref(), &error))?;
        let typed = if let Incoming::Text(line) = &line { line.as_str() } else { "" };
        if (echo || line == Incoming::End) && !put(output, &format!("{typed}\n"))? {
            break;
        }
        let meant = match &line {
            Incoming::End => break,
            Incoming::TooLong => Err("plain-too-long"),
            Incoming::Paste(text) => Ok(Message::Paste(text.clone())),
            Incoming::Text(line) => message(wizard.model(), line).ok_or("plain-not-understood"),
        };
        let said = match meant {
            Err(aside) => screen::aside(wizard.model(), aside),
            Ok(message) => {
                // A plain terminal has no clipboard, no mouse and no modes: all that it can do is to leave.
                if wizard.send(message).contains(&FaceEffect::Leave) {
                    break;
                }
                settle(wizard);
                screen(wizard.model())
            }
        };
        text = format!("\n{said}");
    }
    Ok(())
}

/// What changed is on the disk before the next prompt asks for more: here is no frame that would wait for it.
fn settle(wizard: &mut Wizard) {
    // What is not saved is said under the title.
    wizard.flush().ok();
    wizard.hear();
}

/// Writes at once; false where the reader has left, which is no error.
fn put(output: &mut impl Write, text: &str) -> Result<bool, Error> {
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Ok(()) => Ok(true),
        Err(error) if streams::reader_has_left(&error) => Ok(false),
        Err(error) => Err(Error::stdout(&error)),
    }
}

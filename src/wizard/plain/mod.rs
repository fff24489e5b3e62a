//! The plain face: the same wizard line by line, for a serial console, a screen reader or a script.
//!
//! It draws nothing: a screen is text that begins with its title and ends with a prompt, and a line comes back.

mod console;
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
    app::{Look, Message, Model, Overlay, Scheme},
    commands::TaskContext,
    error::Error,
    input::Lines,
    machine::streams,
    wizard::{
        FaceEffect, Wizard,
        start::{self, Start},
    },
};

pub use console::{Console, ShownScreen};
pub use screen::screen;
pub use typed::message;

/// Prose and prompts keep to so many columns: in their last one some consoles wrap too early.
fn width(model: &Model) -> usize {
    usize::from(model.size().0).saturating_sub(1)
}

/// Runs the wizard until the person leaves or the input ends; `size` says how many columns and rows the console has now,
/// which no script has.
///
/// # Errors
/// Bad input where the code or case is unknown or a guide has defects; a machine failure where a stream fails, or the
/// last changes could not be saved.
pub fn run(
    context: &TaskContext<'_>,
    start: Start,
    evidence: &[PathBuf],
    size: &dyn Fn() -> Option<(u16, u16)>,
    input: &mut impl Lines,
    output: &mut impl Write,
) -> Result<(), Error> {
    let look = Look { scheme: Scheme::Plain, unicode: context.env.unicode };
    let mut wizard = start::open(context, look, start, evidence)?;
    let mut talk = Talk { wizard: &mut wizard, size, columns: context.env.size.0, echo: !context.env.stdin_tty };
    let done = talk.run(input, output);
    input.discard();
    let kept = wizard.flush();
    done.and(kept)?;
    wizard.way_back(context).map_or(Ok(()), |line| put(output, &line).map(drop))
}

/// A screen out, a line in, until the end.
struct Talk<'a> {
    wizard: &'a mut Wizard,
    size: &'a dyn Fn() -> Option<(u16, u16)>,
    /// Where there is no console.
    columns: Option<u16>,
    /// Repeats the lines of a script, so that its transcript reads well.
    echo: bool,
}

impl Talk<'_> {
    fn run(&mut self, input: &mut impl Lines, output: &mut impl Write) -> Result<(), Error> {
        let mut shown = self.show();
        let mut text = shown.text();
        while put(output, &text)? {
            let line = line::read(input).map_err(|error| Error::unreadable("-".as_ref(), &error))?;
            let typed = if let Incoming::Text(line) = &line { line.as_str() } else { "" };
            if (self.echo || line == Incoming::End) && !put(output, &format!("{typed}\n"))? {
                break;
            }
            let model = self.wizard.model();
            let meant = match &line {
                Incoming::End => break,
                Incoming::TooLong => Err("plain-too-long"),
                Incoming::Paste(text) => Ok(Message::Paste(text.clone())),
                Incoming::Text(line) if shown.turn(line) => {
                    text = format!("\n{}", shown.text());
                    continue;
                }
                Incoming::Text(line) => message(model, line).ok_or("plain-not-understood"),
            };
            match meant {
                Err(aside) => text = format!("\n{}{}", screen::aside(model, aside), shown.prompt()),
                Ok(message) => {
                    let commands = matches!(model.overlay(), Some(Overlay::Collect(_)));
                    // A plain terminal has no clipboard, no mouse and no modes: all that it can do is to leave.
                    if self.wizard.send(message).contains(&FaceEffect::Leave) {
                        break;
                    }
                    if commands && self.wizard.model().overlay().is_none() {
                        self.wizard.paste_printed();
                    }
                    shown = self.show();
                    text = format!("\n{}", shown.text());
                }
            }
        }
        Ok(())
    }

    /// What changed is on the disk before the next prompt asks for more: here is no frame that would wait for it.
    fn show(&mut self) -> ShownScreen {
        // What is not saved is said under the title.
        self.wizard.flush().ok();
        self.wizard.settle();
        let size = (self.size)();
        let console =
            Console { columns: size.map(|(columns, _)| columns).or(self.columns), rows: size.map(|(_, rows)| rows) };
        self.wizard.begin(console.resize());
        ShownScreen::of(self.wizard.model(), console.rows)
    }
}

/// Writes at once; false where the reader has left, which is no error.
fn put(output: &mut impl Write, text: &str) -> Result<bool, Error> {
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Ok(()) => Ok(true),
        Err(error) if streams::reader_has_left(&error) => Ok(false),
        Err(error) => Err(Error::stdout(&error)),
    }
}

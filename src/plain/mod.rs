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

use std::{
    collections::VecDeque,
    io::{ErrorKind, Write},
    path::PathBuf,
};

use self::line::Line;
use crate::{
    app::{self, Effect, Look, Message, Model},
    clock,
    commands::Context,
    failure::Failure,
    input::Lines,
    keeper::Keeper,
    start::{self, Start},
};

pub use screen::screen;
pub use typed::take;

/// Prose and prompts keep to so many columns: in the last of eighty some consoles wrap too early.
const WIDTH: usize = 79;

/// Runs the wizard until the person leaves or the input ends.
///
/// # Errors
/// Bad input where the code or case is unknown or a guide has defects; a machine failure where a stream fails, or the
/// last changes could not be saved.
pub fn run(
    context: &mut Context<'_>,
    start: Start,
    evidence: &[PathBuf],
    input: &mut impl Lines,
    output: &mut impl Write,
) -> Result<(), Failure> {
    let look = Look { color: false, unicode: context.env.unicode, light: false };
    let (mut model, mut keeper) = start::open(context, look, start, evidence)?;
    let done = talk(&mut model, &mut keeper, !context.env.stdin_tty, input, output);
    input.discard();
    let kept = keeper.flush();
    done.and(kept)
}

/// A screen out, a line in, until the end; `echo` repeats the lines of a script, so that its transcript reads well.
fn talk(
    model: &mut Model,
    keeper: &mut Keeper,
    echo: bool,
    input: &mut impl Lines,
    output: &mut impl Write,
) -> Result<(), Failure> {
    let mut text = screen(model);
    while put(output, &text)? {
        let line = line::read(input).map_err(|error| {
            let reason = error.to_string();
            Failure::machine("read", [("path", "-"), ("reason", &reason)])
        })?;
        let typed = if let Line::Text(line) = &line { line.as_str() } else { "" };
        if (echo || line == Line::End) && !put(output, &format!("{typed}\n"))? {
            break;
        }
        let said = match &line {
            Line::End => break,
            Line::TooLong => screen::aside(model, "plain-too-long"),
            Line::Paste(text) => {
                model.now = clock::now();
                let effects = app::update(model, Message::Paste(text.clone()));
                if carry_out(effects.into(), model, keeper) {
                    break;
                }
                screen(model)
            }
            Line::Text(line) => {
                model.now = clock::now();
                match take(model, line) {
                    None => screen::aside(model, "plain-not-understood"),
                    Some(effects) => {
                        if carry_out(effects.into(), model, keeper) {
                            break;
                        }
                        screen(model)
                    }
                }
            }
        };
        text = format!("\n{said}");
    }
    Ok(())
}

/// Carries effects out; true ends the wizard. A plain terminal has no clipboard, no mouse and no modes.
///
/// What changed is on the disk before the next prompt asks for more: here is no frame that would wait for it.
fn carry_out(mut effects: VecDeque<Effect>, model: &mut Model, keeper: &mut Keeper) -> bool {
    while let Some(effect) = effects.pop_front() {
        if effect == Effect::Quit {
            return true;
        }
        let answer = keeper.carry_out(effect);
        effects.extend(answer.into_iter().flat_map(|answer| app::update(model, answer)));
    }
    // What is not saved is said under the title.
    let _ = keeper.flush();
    if let Some(news) = keeper.news(model) {
        app::update(model, news);
    }
    false
}

/// Writes at once; false where the reader has left, which is no error.
fn put(output: &mut impl Write, text: &str) -> Result<bool, Failure> {
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(Failure::machine("stdout", [("reason", &error.to_string())])),
    }
}

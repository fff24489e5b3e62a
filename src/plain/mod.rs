//! The plain face: the same wizard line by line, for a serial console, a screen reader or a script.
//!
//! It draws nothing: a screen is text that begins with its title and ends with a prompt, and a line comes back.

mod dialogs;
mod line;
mod offers;
mod place;
mod screen;
mod steps;
mod typed;

use std::io::{BufRead, ErrorKind, Write};

use self::line::Line;
use crate::{
    app::{self, Effect, Look, Message, Model},
    commands::{self, Context},
    effects,
    failure::Failure,
    l10n::Words,
};

pub use screen::screen;
pub use typed::take;

/// Runs the wizard until the person leaves or the input ends; `code` opens it at a problem.
///
/// # Errors
/// Bad input where the code is unknown or a guide has defects; a machine failure where a stream fails.
pub fn run(
    context: &mut Context<'_>,
    code: Option<&str>,
    input: &mut impl BufRead,
    output: &mut impl Write,
) -> Result<(), Failure> {
    let words = Words::new(context.files.clone(), context.words.locale());
    let look = Look { color: false, unicode: context.env.unicode, light: false };
    let mut model = Model::new(words, look)?;
    if let Some(code) = code {
        let entry = commands::find(&model.catalog, code)?;
        let row = model.catalog.entries.iter().position(|known| known.code == entry.code);
        model.open(row.expect("it was found there"))?;
    }
    talk(&mut model, !context.env.stdin_tty, input, output)
}

/// A screen out, a line in, until the end; `echo` repeats the lines of a script, so that its transcript reads well.
fn talk(model: &mut Model, echo: bool, input: &mut impl BufRead, output: &mut impl Write) -> Result<(), Failure> {
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
            Line::Text(line) => match take(model, line) {
                None => screen::aside(model, "plain-not-understood"),
                Some(effects) => match carry_out(effects, model) {
                    true => break,
                    false => screen(model),
                },
            },
        };
        text = format!("\n{said}");
    }
    Ok(())
}

/// Carries effects out; true ends the wizard. A plain terminal has no clipboard, no mouse and no modes.
fn carry_out(effects: Vec<Effect>, model: &mut Model) -> bool {
    let mut done = false;
    for effect in effects {
        match effect {
            Effect::Quit => done = true,
            Effect::Write { path, text, force } => {
                let result = effects::write(&path, &text, force).map(|()| std::path::absolute(&path).unwrap_or(path));
                app::update(model, Message::Written(result));
            }
            Effect::Copy(_) | Effect::Mouse(_) | Effect::Suspend => {}
        }
    }
    done
}

/// Writes at once; false where the reader has left, which is no error.
fn put(output: &mut impl Write, text: &str) -> Result<bool, Failure> {
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(Failure::machine("stdout", [("reason", &error.to_string())])),
    }
}

//! Diagnostics as a compiler shows them: what is wrong, the line it stands in, and what to do.

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use fluent::FluentArgs;

use super::DiagnosticPlaces;
use crate::{
    commands::{TaskContext, is_colored},
    data::Files,
    guide::Diagnostic,
    l10n::Words,
    text::sanitise::visible_line,
};

/// So much of a line is shown behind a place, in characters; a line with more before the place is not shown at all.
const AROUND: usize = 400;

/// The defects of the files in use, for standard error; `context.words` must have the part `check`.
pub(in crate::commands) fn render(diagnostics: &[Diagnostic], context: &TaskContext<'_>) -> String {
    render_for(diagnostics, context.library.files(), context, context.env.stderr_tty)
}

/// The defects of these files, colored where the person wants it or the output is a terminal.
pub(super) fn render_for(
    diagnostics: &[Diagnostic],
    files: &Files,
    context: &TaskContext<'_>,
    terminal: bool,
) -> String {
    let renderer =
        if is_colored(context.global.color, context.env, terminal) { Renderer::styled() } else { Renderer::plain() };
    let mut places = DiagnosticPlaces::new(files);
    let one = |diagnostic| one(diagnostic, places.of(diagnostic), files, &context.words, &renderer) + "\n\n";
    diagnostics.iter().map(one).collect()
}

fn one(
    diagnostic: &Diagnostic,
    place: Option<(usize, usize)>,
    files: &Files,
    words: &Words,
    renderer: &Renderer,
) -> String {
    let (message, help) = sentences(diagnostic, words);
    let (error, advice) = (words.say("check-error"), words.say("check-help"));
    let path = visible_line(&diagnostic.file);
    let title = Level::ERROR.with_name(error).primary_title(message).id(diagnostic.code);
    let help = Level::HELP.with_name(advice).message(help);
    let text = files.get(&diagnostic.file).unwrap_or_default();
    let group = match (place, diagnostic.span.clone()) {
        (Some((line, column)), _) if column > AROUND => {
            title.element(Origin::path(path).line(line).char_column(column)).element(help)
        }
        (None, _) | (_, None) => title.element(Origin::path(path)).element(help),
        (Some((line, _)), Some(span)) => {
            let (shown, marked) = shown_line(text, span);
            let snippet = Snippet::source(shown).line_start(line).path(path);
            title.element(snippet.annotation(AnnotationKind::Primary.span(marked))).element(help)
        }
    };
    renderer.render(&[group])
}

/// What is wrong and what to do, in the person's language.
pub(super) fn sentences(diagnostic: &Diagnostic, words: &Words) -> (String, String) {
    let mut args = FluentArgs::new();
    for (name, value) in &diagnostic.args {
        args.set(*name, visible_line(value));
    }
    // Fluent cannot choose by an empty text.
    let near = diagnostic.args.iter().any(|(name, value)| *name == "near" && !value.is_empty());
    args.set("guess", if near { "yes" } else { "no" });
    let id = format!("check-{}", diagnostic.code);
    let help = words.text(&id, Some("help"), Some(&args)).unwrap_or_default();
    (words.say_with(&id, &args), help)
}

/// The line that a place begins in, made harmless, and where the place is in it.
fn shown_line(text: &str, span: std::ops::Range<usize>) -> (String, std::ops::Range<usize>) {
    let start = text.floor_char_boundary(span.start);
    let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |length| start + length);
    let end = text.floor_char_boundary(span.end).clamp(start, line_end);
    let before = visible_line(&text[line_start..start]);
    let marked = visible_line(&text[start..end]);
    let after: String = text[end..line_end].chars().take(AROUND).collect();
    let place = before.len()..before.len() + marked.len();
    (before + &marked + &visible_line(&after), place)
}

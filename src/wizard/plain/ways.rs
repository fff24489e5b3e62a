//! Portal paths and commands as text: for questions and for steps.

use crate::{
    app::views::{WayView, WaysView},
    l10n::{Words, args},
    text::{markdown, page::TextPage},
};

/// Where the details of an option or a step stand.
pub(super) const INNER: usize = 6;

/// The tool whose way is shown, and the others; then where to click and what to run.
pub(super) fn fill(page: &mut TextPage, words: &Words, view: &WaysView, no_way: Option<&str>) {
    tools(page, words, view);
    view.ways.iter().for_each(|way| self::way(page, way));
    no_way.iter().for_each(|no_way| page.prose(INNER, no_way));
    view.missing.iter().for_each(|names| page.prose(INNER, names));
}

fn tools(page: &mut TextPage, words: &Words, view: &WaysView) {
    let (shown, others): (Vec<_>, Vec<_>) = view.tools.iter().partition(|(tool, _)| *tool == view.shown);
    let others: Vec<&str> = others.into_iter().map(|(_, name)| name.as_str()).collect();
    for (_, tool) in shown {
        if others.is_empty() {
            page.prose(INNER, &format!("{tool}:"));
        } else {
            let args = args!("tool" => tool.as_str(), "others" => others.join(", "));
            page.prose(INNER, &words.say_with("plain-way", &args));
        }
    }
}

/// A click path, and a command, which is never broken, so that it can be copied from the screen.
fn way(page: &mut TextPage, way: &WayView) {
    if !way.clicks.is_empty() {
        let path: Vec<String> = way.clicks.iter().map(|click| markdown::code(&click.text)).collect();
        page.prose(INNER, &path.join(" > "));
    }
    way.only_if.iter().for_each(|label| page.prose(INNER, label));
    way.command.iter().for_each(|command| page.verbatim(INNER, command));
    for (answer, shown) in &way.shows {
        page.prose(INNER, &format!("{answer}: {}", markdown::code(shown)));
    }
}

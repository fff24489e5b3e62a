//! What the keys do to a step: mark it, note something on it, copy its command.

use std::collections::BTreeSet;

use tui_input::Input;

use super::{
    Confirm, Deed, Effect, Effects, Field, Model, Overlay, Purpose, Session,
    focus::{move_selection, say, select, selection, with_session},
};
use crate::{
    case::{
        Mark,
        checklist::{Group, Item},
    },
    guide::{Id, SideEffect, placeholder},
    l10n::{GuideText, args},
    text::{markdown, sanitise},
};

impl Model {
    /// What the steps of a deed warn of, each behind the number of its step where there are several.
    pub fn warnings(&self, deed: &Deed) -> Vec<String> {
        let (Some((group, selected)), Some(session)) = (self.item(), self.session()) else { return Vec::new() };
        let open = &session.open;
        let text = GuideText::renamed(&self.words, &open.guide, &open.case, &group.with);
        let is_meant = |item: &Item| match deed {
            Deed::Mark(keys) => keys.contains(&item.key),
            Deed::Copy(_) => item.key == selected.key,
        };
        let warning = |(at, item): (usize, &Item)| {
            let warning = format!("warn-{}", group.step(&open.guide, item).id);
            let warning = text.part(&open.guide[group.remedy], &warning)?;
            let args = args!("number" => at + 1, "warning" => warning.as_str());
            Some(if deed.is_of_several() { self.words.say_with("confirm-warning", &args) } else { warning })
        };
        group.items.iter().enumerate().filter(|(_, item)| is_meant(item)).filter_map(warning).collect()
    }
}

/// The disruptive effects of steps, each once, in the guide's order.
fn disruptive<'a>(session: &Session, group: &Group, items: impl Iterator<Item = &'a Item>) -> Vec<Id<SideEffect>> {
    let guide = &session.open.guide;
    let effects = items.flat_map(|item| group.step(guide, item).effects.iter().copied());
    let effects: BTreeSet<Id<SideEffect>> = effects.filter(|effect| guide[*effect].disruptive).collect();
    effects.into_iter().collect()
}

pub(super) fn tick(model: &mut Model) {
    let Some((group, item)) = model.item() else { return };
    let Some(session) = model.session() else { return };
    let (key, marked) = (item.key.clone(), item.mark.is_some());
    let effects = disruptive(session, group, [item].into_iter());
    let now = model.now.clone();
    if marked {
        with_session(model, |session| session.mark(&[key], None, &now));
    } else {
        mark_or_ask(model, vec![key], effects);
    }
}

/// Marks all steps of the remedy in view that have no mark yet, as one change; one that may be left out, or may not apply,
/// is only said to be done by whoever did it.
pub(super) fn mark_all(model: &mut Model) {
    let Some((session, group)) = model.session().and_then(|session| Some((session, session.group()?))) else { return };
    let keys: Vec<String> = session.unmarked().map(|item| item.key.clone()).collect();
    let effects = disruptive(session, group, session.unmarked());
    if keys.is_empty() {
        say(model, "all-marked");
    } else {
        mark_or_ask(model, keys, effects);
    }
}

fn mark_or_ask(model: &mut Model, keys: Vec<String>, effects: Vec<Id<SideEffect>>) {
    if effects.is_empty() {
        mark_done(model, &keys);
    } else {
        model.overlays.push(Overlay::Confirm(Confirm::Disruptive(Deed::Mark(keys), effects)));
    }
}

/// Marks steps as done, and selects the next one where it was one.
pub(super) fn mark_done(model: &mut Model, keys: &[String]) {
    let now = model.now.clone();
    with_session(model, |session| session.mark(keys, Some(&Mark::Done), &now));
    if keys.len() == 1 {
        move_selection(model, 1);
    } else {
        model.status = Some(model.words.say_with("status-marked", &args!("steps" => keys.len())));
    }
}

pub(super) fn edit_step(model: &mut Model, purpose: fn(String) -> Purpose) {
    let Some((_, item)) = model.item() else { return };
    let purpose = purpose(item.key.clone());
    let text = match (&purpose, &item.mark, model.session()) {
        (Purpose::Note(key), _, Some(session)) => session.open.case.notes.get(key).cloned(),
        (Purpose::Fail(_), Some(Mark::Failed(reason)), _) | (Purpose::Skip(_), Some(Mark::Skipped(reason)), _) => {
            Some(reason.clone())
        }
        _ => None,
    };
    let input = Input::new(text.unwrap_or_default());
    model.overlays.push(Overlay::Field(Field { purpose, input, refused: false }));
}

pub(super) fn step_back(model: &mut Model, done: &str, nothing: &str, step: impl FnOnce(&mut Session) -> bool) {
    let stepped = model.session_mut().is_some_and(step);
    say(model, if stepped { done } else { nothing });
    let (at, rows) = selection(model);
    if rows > 0 && at.is_some_and(|at| at >= rows) {
        select(model, rows - 1);
    }
    model.scroll = None;
}

pub(super) fn turn_tool(model: &mut Model, by: isize) {
    let Some(session) = model.session() else { return };
    let tools = session.tools();
    let shown = tools.iter().position(|tool| *tool == session.shown_tool());
    if let Some(at) = shown {
        let next = tools[(at as isize + by).rem_euclid(tools.len() as isize) as usize];
        with_session(model, |session| session.tool = next);
        (model.scroll, model.ways) = (None, true);
    }
}

pub(super) fn copy(model: &mut Model) -> Effects {
    let text = match model.overlays.last() {
        Some(Overlay::Export(form)) => {
            // What is pasted into a ticket shows all that it holds.
            let text = form.sheet.clone();
            say(model, "copied-export");
            return Effect::Copy(text).into();
        }
        Some(Overlay::Collect(form)) => Some(form.block().to_owned()),
        _ => model.session().and_then(Session::command),
    };
    let Some(text) = text else {
        show_command(model);
        return Effects::none();
    };
    let asks = match (model.overlays.last(), model.session()) {
        (None, Some(session)) => session.item().map(|(group, item)| disruptive(session, group, [item].into_iter())),
        _ => None,
    };
    match asks.filter(|effects| !effects.is_empty()) {
        Some(effects) => {
            model.overlays.push(Overlay::Confirm(Confirm::Disruptive(Deed::Copy(text), effects)));
            Effects::none()
        }
        None => copied(model, text),
    }
}

/// Copies a command, and says what it still lacks where that can be filled in.
pub(super) fn copied(model: &mut Model, text: String) -> Effects {
    let open = placeholder::names(&text).next().map(|name| format!("<{name}>"));
    model.status = Some(match open.filter(|_| model.overlays.is_empty()) {
        Some(name) => model.words.say_with("status-copied-open", &args!("name" => name)),
        None => model.words.say("status-copied"),
    });
    Effect::Copy(text).into()
}

/// Shows the first tool that has a command where the one in view has none, so that nothing unseen is copied.
fn show_command(model: &mut Model) {
    let Some(tool) = model.session().and_then(Session::tool_with_command) else {
        return say(model, "nothing-to-copy");
    };
    let named = model.words.tool(tool);
    with_session(model, |session| session.tool = tool);
    (model.scroll, model.ways) = (None, true);
    model.status = Some(model.words.say_with("status-command-shown", &args!("tool" => named)));
}

/// The addresses in view: those of the step, or else of its remedy.
fn links(session: &Session) -> Vec<String> {
    let Some((group, item)) = session.item() else { return Vec::new() };
    let guide = &session.open.guide;
    let own = &group.step(guide, item).links;
    let links = if own.is_empty() { &guide[group.remedy].links } else { own };
    links.iter().map(|link| guide[*link].url.clone()).collect()
}

/// Shows what is to be copied as it stands, for terminals that take no clipboard; what is disruptive is warned of first.
pub(super) fn show_bare(model: &mut Model) -> Effects {
    let shown = match (model.overlays.last(), model.session()) {
        (Some(Overlay::Collect(form)), _) => vec![form.block().to_owned()],
        (None, Some(session)) => session.command().into_iter().chain(links(session)).collect(),
        _ => Vec::new(),
    };
    if shown.is_empty() {
        show_command(model);
        return Effects::none();
    }
    let warnings = model.warnings(&Deed::Copy(String::new())).into_iter();
    let warning = |text: String| format!("# {} {}", model.words.say("step-warning"), markdown::plain(&text));
    let warnings: Vec<String> = warnings.filter(|_| model.overlays.is_empty()).map(warning).collect();
    let text = [warnings, shown, vec![format!("# {}", model.words.say("bare-end"))]].concat().join("\n\n");
    Effect::Show(sanitise::visible(&text)).into()
}

pub(super) fn copy_link(model: &mut Model) -> Effects {
    let link = model.session().and_then(|session| links(session).into_iter().next());
    say(model, if link.is_some() { "copied" } else { "nothing-to-copy" });
    link.map(Effect::Copy).into_iter().collect()
}

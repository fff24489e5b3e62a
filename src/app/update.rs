//! update: a message changes the Model and may ask the edge for effects; it touches nothing else.

use super::{
    Confirm, Deed, Effect, Effects, Message, Model, Overlay, Purpose, Saving, Screen, answering, cases, collecting,
    dialog, exporting, fields,
    focus::{go, move_selection, refuse, say, select, with_session},
    handing, offered, palette, steps, taking, waiting, which,
};
use crate::l10n::args;

/// Takes a message in; what it changes of a case is to be saved.
pub fn update(model: &mut Model, message: Message) -> Effects {
    let asked = act(model, message);
    let mut effects = model.take_changes();
    if !effects.is_empty() {
        model.saving = Saving::Going;
    }
    effects.then(asked);
    effects
}

impl Model {
    /// What changed since it was handed over last.
    pub(super) fn take_changes(&mut self) -> Effects {
        if !self.keeps {
            return Effects::none();
        }
        let now = &self.now;
        let changed = self.sessions.iter_mut().filter_map(|session| session.take_change(now));
        changed.map(|saved| Effect::Save(Box::new(saved))).collect()
    }
}

pub(super) fn act(model: &mut Model, message: Message) -> Effects {
    if !message.is_of_the_edge() {
        (model.status, model.is_trouble) = (None, false);
        model.ways = false;
    }
    match message {
        Message::Started(started) => cases::start(model, started),
        Message::Prefer(preferences) => model.preferences = *preferences,
        Message::Demo(ticket, sentence) => {
            fields::paste(model, ticket);
            say(model, sentence);
        }
        Message::Now(now) => return waiting::at(model, now),
        Message::OpenProblem(row) => open_problem(model, row),
        Message::Imported(case, told) => return which::imported(model, *case, told),
        Message::HandedIn(readings) => handing::hand_in(model, readings),
        Message::Several(messages) => return several(model, messages),
        Message::Move(by) => move_selection(model, by),
        Message::Select(row) => select(model, row),
        Message::Look(at) => {
            with_session(model, |session| session.go_to(at));
            go(model, Screen::Place);
        }
        Message::Open(row) => {
            model.home.selected = row;
            return taking::take_row(model);
        }
        Message::ScrollTo(line) => model.scroll = Some(line),
        Message::Take => return taking::take(model),
        Message::Answer(answer) => answering::give(model, answer),
        Message::Unsure => answering::unsure(model),
        Message::Back => back(model),
        Message::Leave if model.is_looking() => back(model),
        Message::Leave | Message::GoHome => go(model, Screen::Home),
        Message::FocusTrail => focus_trail(model),
        Message::ToggleChecklist => toggle_checklist(model),
        Message::Tick => steps::tick(model),
        Message::MarkAll => steps::mark_all(model),
        Message::Fail => steps::edit_step(model, Purpose::Fail),
        Message::Skip => steps::edit_step(model, Purpose::Skip),
        Message::Note => steps::edit_step(model, Purpose::Note),
        Message::Undo => steps::step_back(model, "undone", "nothing-to-undo", |session| session.undo()),
        Message::Redo => steps::step_back(model, "redone", "nothing-to-redo", |session| session.redo()),
        Message::TurnTool(by) => steps::turn_tool(model, by),
        Message::Tool(tool) => with_session(model, |session| session.tool = tool),
        Message::Copy => return steps::copy(model),
        Message::CopyChecklist => return exporting::copy(model),
        Message::CopyLink => return steps::copy_link(model),
        Message::ShowBare => return steps::show_bare(model),
        Message::Collect => collecting::open(model),
        Message::Accept => answering::accept(model),
        Message::Export => exporting::open(model, exporting::ExportKind::Checklist),
        Message::HandOver => exporting::hand_over(model),
        Message::ExportAs(change) => exporting::change(model, change),
        Message::EditTarget => exporting::edit_target(model),
        Message::Write => return exporting::write(model, false),
        Message::Written(result) => exporting::written(model, result),
        Message::Opened(result) => cases::opened(model, result),
        Message::Taken(ids) => cases::taken(model, &ids),
        Message::Saving(saving) => tell_saving(model, saving),
        Message::Remove => return cases::remove(model),
        Message::Restore => return cases::restore(model),
        Message::Moved(Ok(())) => {}
        Message::Moved(Err(failure)) => refuse(model, &failure),
        Message::Rename => cases::edit_name(model),
        Message::NoteCase => cases::edit_note(model),
        Message::CloseCase => return cases::ask_to_close(model),
        Message::Variables => dialog::open_variables(model),
        Message::Timeline => dialog::open_timeline(model),
        Message::Languages => dialog::open_languages(model),
        Message::Palette => palette::open(model),
        Message::Help => dialog::open_help(model),
        Message::Close => close(model),
        Message::Search => model.home.typing = true,
        Message::Type(key) => fields::type_key(model, &crossterm::event::Event::Key(key)),
        Message::Paste(text) => fields::paste(model, &text),
        Message::Fill(text) => fields::fill(model, &text),
        Message::TakeOffered => offered::take(model),
        Message::Confirm => return confirm(model),
        Message::ToggleMouse => return toggle_mouse(model),
        Message::Resize(columns, rows) => model.size = (columns, rows),
        Message::Quit if !kept(model) && model.sessions.iter().any(|session| session.unsaved) => {
            model.overlays.push(Overlay::Confirm(Confirm::Quit));
        }
        Message::Quit | Message::QuitNow => return Effect::Quit.into(),
        Message::Suspend => return Effect::Suspend.into(),
    }
    Effects::none()
}

fn tell_saving(model: &mut Model, saving: Saving) {
    if let Saving::Failing(reason) = &saving {
        model.status = Some(model.words.say_with("status-not-kept", &args!("reason" => reason.as_str())));
        model.is_trouble = true;
    }
    model.saving = saving;
}

fn toggle_mouse(model: &mut Model) -> Effects {
    model.mouse = !model.mouse;
    model.status = Some(model.words.say(if model.mouse { "status-mouse-on" } else { "status-mouse-off" }));
    Effect::Mouse(model.mouse).into()
}

impl Message {
    /// Whether it comes from the edge by itself: what the person asked for has its sentence already, and keeps it.
    fn is_of_the_edge(&self) -> bool {
        use Message::{HandedIn, Imported, Moved, Now, OpenProblem, Opened, Prefer, Resize, Saving, Several, Started};
        matches!(
            self,
            Started(_)
                | Now(_)
                | Prefer(_)
                | OpenProblem(_)
                | Imported(..)
                | Opened(_)
                | HandedIn(_)
                | Resize(..)
                | Saving(_)
                | Moved(Ok(()))
                // Each of its parts counts for itself.
                | Several(_)
        )
    }
}

/// The last sentence that any of the messages has to say is said.
fn several(model: &mut Model, messages: Vec<Message>) -> Effects {
    let (mut effects, mut said) = (Effects::none(), None);
    for message in messages {
        effects.then(act(model, message));
        said = model.status.take().or(said);
    }
    model.status = said;
    effects
}

pub(super) fn open_problem(model: &mut Model, row: usize) {
    if let Err(failure) = model.open(row) {
        refuse(model, &failure);
    }
}

fn focus_trail(model: &mut Model) {
    match (model.screen, model.session()) {
        (Screen::Trail(_), _) => go(model, Screen::Place),
        (_, Some(session)) => go(model, Screen::Trail(session.at)),
        _ => {}
    }
}

fn toggle_checklist(model: &mut Model) {
    match model.screen {
        Screen::Checklist(_) => go(model, Screen::Place),
        _ => go(model, Screen::Checklist(0)),
    }
}

/// Closes what lies on top, or leaves the search.
fn close(model: &mut Model) {
    match model.overlays.pop() {
        Some(Overlay::WhichCase(question)) => which::dropped(model, &question),
        // What was filled in belongs into the text below.
        Some(Overlay::Variables(..)) if matches!(model.overlay(), Some(Overlay::Export(_))) => {
            exporting::refresh(model)
        }
        Some(_) => {}
        None => model.home.typing = false,
    }
    model.scroll = None;
}

/// Whether leaving loses nothing.
fn kept(model: &Model) -> bool {
    model.keeps && !matches!(model.saving, Saving::Failing(_)) && !model.sessions.iter().any(|s| s.read_only)
}

fn back(model: &mut Model) {
    match model.session_mut() {
        Some(session) if session.how => session.how = false,
        Some(session) if session.at > 0 => {
            let at = session.at.min(session.steps().len() - 1) - 1;
            session.go_to(at);
        }
        _ => go(model, Screen::Home),
    }
    model.scroll = None;
}

fn confirm(model: &mut Model) -> Effects {
    let Some(Overlay::Confirm(confirm)) = model.overlays.pop() else { return Effects::none() };
    model.scroll = None;
    match confirm {
        Confirm::LeftOff(answer, _) => answering::answer_now(model, answer),
        Confirm::Disruptive(Deed::Mark(keys), _) => steps::mark_done(model, &keys),
        Confirm::Disruptive(Deed::Copy(text), _) => return steps::copied(model, text),
        Confirm::Overwrite => return exporting::write(model, true),
        Confirm::Quit => return Effect::Quit.into(),
        Confirm::CloseCase => return cases::close(model),
    }
    Effects::none()
}

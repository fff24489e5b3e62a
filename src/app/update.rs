//! update: a message changes the Model and may ask the edge for effects; it touches nothing else.

use std::path::PathBuf;

use crossterm::event::Event;
use tui_input::{Input, backend::crossterm::EventHandler};

use super::{
    Confirm, Effect, ExportForm, Field, Message, Model, Overlay, Purpose, Row, Screen, Stop, dialog, home::LONGEST,
};
use crate::{
    case::Mark,
    failure::Failure,
    guide::{Kind, Outcome},
    l10n::args,
    sanitise,
    trail::{Answer, Head},
};

/// The longest text of a field, in characters.
const LONGEST_FIELD: usize = 500;

/// Takes a message in.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    if !matches!(message, Message::Resize(..)) {
        model.status = None;
    }
    match message {
        Message::Move(by) => move_selection(model, by),
        Message::Select(row) => select(model, row),
        Message::Look(at) => {
            with_session(model, |session| session.look_at(at));
            go(model, Screen::Place);
        }
        Message::Open(row) => {
            model.home.selected = row;
            take_row(model);
        }
        Message::ScrollTo(line) => model.scroll = Some(line),
        Message::Take => return take(model),
        Message::Answer(answer) => give(model, answer),
        Message::Unsure => unsure(model),
        Message::Back => back(model),
        Message::GoHome => go(model, Screen::Home),
        Message::FocusTrail => match (model.screen, model.session()) {
            (Screen::Trail(_), _) => go(model, Screen::Place),
            (_, Some(session)) => go(model, Screen::Trail(session.at)),
            _ => {}
        },
        Message::ToggleChecklist => match model.screen {
            Screen::Checklist(_) => go(model, Screen::Place),
            _ => go(model, Screen::Checklist(0)),
        },
        Message::Tick => tick(model),
        Message::Fail => edit_step(model, Purpose::Fail),
        Message::Skip => edit_step(model, Purpose::Skip),
        Message::Note => edit_step(model, Purpose::Note),
        Message::Undo => step_back(model, "undone", "nothing-to-undo", |session| session.undo()),
        Message::Redo => step_back(model, "redone", "nothing-to-redo", |session| session.redo()),
        Message::NextTool => next_tool(model),
        Message::Tool(tool) => with_session(model, |session| session.tool = tool),
        Message::Copy => return copy(model),
        Message::CopyLink => return copy_link(model),
        Message::Export => {
            let form = model.session().map(|session| ExportForm::new(model, session));
            model.overlays.extend(form.map(Overlay::Export));
            model.scroll = None;
        }
        Message::NextExportLanguage => next_export_language(model),
        Message::EditTarget => {
            if let Some(Overlay::Export(form)) = model.overlays.last() {
                let input = Input::new(form.target.clone());
                model.overlays.push(Overlay::Field(Field { purpose: Purpose::Target, input, refused: false }));
            }
        }
        Message::Write => return write(model, false),
        Message::Written(result) => written(model, result),
        Message::Variables => {
            let variables = model.session().map(dialog::variables);
            model.overlays.extend(variables.map(|variables| Overlay::Variables(variables, 0)));
        }
        Message::Languages => {
            let languages = dialog::languages(model);
            let at = languages.iter().position(|(locale, _)| locale == model.words.locale()).unwrap_or(0);
            model.overlays.push(Overlay::Languages(languages, at));
        }
        Message::Help => {
            let context = model.context();
            model.overlays.push(Overlay::Help(context));
            model.scroll = None;
        }
        Message::Close => {
            if model.overlays.pop().is_none() {
                model.home.typing = false;
            }
            model.scroll = None;
        }
        Message::Search => model.home.typing = true,
        Message::Type(key) => type_key(model, &Event::Key(key)),
        Message::Paste(text) => paste(model, &text),
        Message::Confirm => return confirm(model),
        Message::ToggleMouse => {
            model.mouse = !model.mouse;
            model.status = Some(model.words.say(if model.mouse { "status-mouse-on" } else { "status-mouse-off" }));
            return vec![Effect::Mouse(model.mouse)];
        }
        Message::Resize(columns, rows) => model.size = (columns, rows),
        Message::Quit if model.sessions.iter().any(|session| session.unsaved) => {
            model.overlays.push(Overlay::Confirm(Confirm::Quit));
        }
        Message::Quit | Message::QuitNow => return vec![Effect::Quit],
        Message::Suspend => return vec![Effect::Suspend],
    }
    Vec::new()
}

fn go(model: &mut Model, screen: Screen) {
    model.screen = screen;
    model.scroll = None;
    if screen == Screen::Home {
        model.home.input.reset();
        model.home.typing = true;
        model.search();
    }
}

fn with_session(model: &mut Model, change: impl FnOnce(&mut super::Session)) {
    if let Some(session) = model.session_mut() {
        change(session);
    }
}

fn say(model: &mut Model, id: &str) {
    model.status = Some(model.words.say(&format!("status-{id}")));
}

fn refuse(model: &mut Model, failure: &Failure) {
    model.words.add_program("cli");
    model.status = Some(failure.text(&model.words).replace('\n', " "));
}

fn move_selection(model: &mut Model, by: isize) {
    let (at, rows) = selection(model);
    if rows > 0 {
        select(model, (at as isize + by).clamp(0, rows as isize - 1) as usize);
    }
}

/// The selected row of whatever has the keys, and how many there are.
fn selection(model: &Model) -> (usize, usize) {
    match (model.overlays.last(), model.screen, model.session()) {
        (Some(Overlay::Languages(languages, at)), ..) => (*at, languages.len()),
        (Some(Overlay::Variables(variables, at)), ..) => (*at, variables.len()),
        (Some(_), ..) => (0, 0),
        (None, Screen::Home, _) => (model.home.selected, model.rows().len()),
        (None, Screen::Place, Some(session)) => (session.selected, session.rows()),
        (None, Screen::Trail(at), Some(session)) => (at, session.stops().len()),
        (None, Screen::Checklist(at), Some(session)) => {
            (at, session.checklist.groups.iter().map(|group| group.items.len()).sum())
        }
        _ => (0, 0),
    }
}

fn select(model: &mut Model, row: usize) {
    let (_, rows) = selection(model);
    if row >= rows {
        return;
    }
    model.scroll = None;
    match (model.overlays.last_mut(), &mut model.screen) {
        (Some(Overlay::Languages(_, at) | Overlay::Variables(_, at)), _) => *at = row,
        (Some(_), _) => {}
        (None, Screen::Home) => model.home.selected = row,
        (None, Screen::Trail(at) | Screen::Checklist(at)) => *at = row,
        (None, Screen::Place) => with_session(model, |session| session.selected = row),
    }
}

fn take(model: &mut Model) -> Vec<Effect> {
    match model.overlays.last() {
        Some(Overlay::Field(_)) => return keep_field(model),
        Some(Overlay::Languages(languages, at)) => {
            let locale = languages[*at].0.clone();
            model.overlays.pop();
            model.speak(&locale);
        }
        Some(Overlay::Variables(variables, at)) => {
            let variable = variables[*at];
            let value = model.session().map(|session| {
                let name = &session.guide[variable].id;
                session.case.variables.get(name).map_or(String::new(), |values| values.join(", "))
            });
            let input = Input::new(value.unwrap_or_default());
            model.overlays.push(Overlay::Field(Field { purpose: Purpose::Variable(variable), input, refused: false }));
        }
        Some(_) => {}
        None => take_row(model),
    }
    Vec::new()
}

fn take_row(model: &mut Model) {
    match (model.screen, model.rows().get(model.home.selected).copied()) {
        (Screen::Home, None) => say(model, "nothing-found"),
        (Screen::Home, Some(Row::Case(at))) => {
            model.current = Some(at);
            go(model, Screen::Place);
        }
        (Screen::Home, Some(Row::Problem(row))) => {
            if let Err(failure) = model.open(row) {
                refuse(model, &failure);
            }
        }
        (Screen::Trail(at), _) => {
            with_session(model, |session| session.look_at(at));
            go(model, Screen::Place);
        }
        (Screen::Checklist(row), _) => {
            let entry = model.item().map(|(group, item)| (group.entry, item.key.clone()));
            with_session(model, |session| {
                let stop = session
                    .stops()
                    .iter()
                    .position(|stop| Some(*stop) == entry.as_ref().map(|(at, _)| Stop::Remedy(*at)));
                if let Some((stop, (_, key))) = stop.zip(entry) {
                    session.look_at(stop);
                    let items = session.group().map_or(&[][..], |group| &group.items);
                    session.selected = items.iter().position(|item| item.key == key).unwrap_or(0);
                }
            });
            if model.item().is_some() || row == 0 {
                go(model, Screen::Place);
            }
        }
        (Screen::Place, _) => take_place(model),
    }
}

fn take_place(model: &mut Model) {
    let Some(session) = model.session() else { return };
    if let Some((ask, _)) = session.question() {
        let options = session.guide[ask.question].options.len();
        let selected = session.selected;
        if selected < options {
            give(model, Answer::Option(selected))
        } else {
            unsure(model)
        }
        return;
    }
    if session.group().is_some() {
        let next = session.at + 1;
        with_session(model, |session| session.look_at(next));
        model.scroll = None;
        return;
    }
    let Head::Ended { outcome, .. } = &session.trail.head else { return };
    match outcome {
        Outcome::Wait(_) => with_session(model, super::Session::reopen),
        Outcome::See(Some(problem)) => {
            let (guide, problem) = (&session.guide.id, &session.guide[*problem].id);
            let row = model.catalog.entries.iter().position(|e| e.guide == *guide && e.problem == *problem);
            if let Some(Err(failure)) = row.map(|row| model.open(row)) {
                refuse(model, &failure);
            }
        }
        Outcome::Escalate(_) => {
            update(model, Message::Export);
        }
        Outcome::Resolved | Outcome::See(None) => go(model, Screen::Home),
    }
    model.scroll = None;
}

/// Gives an answer, after naming the later ones that it leaves off the trail.
fn give(model: &mut Model, answer: Answer) {
    let Some(session) = model.session() else { return };
    let Some((ask, now)) = session.question() else { return };
    if matches!(answer, Answer::Option(option) if option >= session.guide[ask.question].options.len()) {
        return;
    }
    let lost = if now.is_none_or(|now| now == answer) { Vec::new() } else { session.left_off(answer) };
    if lost.is_empty() {
        with_session(model, |session| session.answer(answer));
        model.scroll = None;
    } else {
        model.overlays.push(Overlay::Confirm(Confirm::LeftOff(answer, lost)));
    }
}

/// First how to find out, then on without knowing.
fn unsure(model: &mut Model) {
    let Some(session) = model.session_mut() else { return };
    let Some((ask, _)) = session.question() else { return };
    if session.guide[ask.question].kind != Kind::State {
        return;
    }
    if session.how {
        give(model, Answer::Unsure);
    } else {
        session.how = true;
        session.selected = session.rows() - 1;
        model.scroll = None;
    }
}

fn back(model: &mut Model) {
    match model.session_mut() {
        Some(session) if session.how => session.how = false,
        Some(session) if session.at > 0 => {
            let at = session.at.min(session.stops().len() - 1) - 1;
            session.look_at(at);
        }
        _ => go(model, Screen::Home),
    }
    model.scroll = None;
}

fn step_back(model: &mut Model, done: &str, nothing: &str, step: impl FnOnce(&mut super::Session) -> bool) {
    let stepped = model.session_mut().is_some_and(step);
    say(model, if stepped { done } else { nothing });
    let (at, rows) = selection(model);
    if rows > 0 && at >= rows {
        select(model, rows - 1);
    }
    model.scroll = None;
}

fn tick(model: &mut Model) {
    let Some((group, item)) = model.item() else { return };
    let Some(session) = model.session() else { return };
    let (key, marked) = (item.key.clone(), item.mark.is_some());
    let effects = &group.step(&session.guide, item).effects;
    let disruptive: Vec<_> = effects.iter().copied().filter(|effect| session.guide[*effect].disruptive).collect();
    if marked {
        with_session(model, |session| session.mark(&key, None));
    } else if disruptive.is_empty() {
        mark_done(model, &key);
    } else {
        model.overlays.push(Overlay::Confirm(Confirm::Disruptive(key, disruptive)));
    }
}

/// Marks a step as done and selects the next one.
fn mark_done(model: &mut Model, key: &str) {
    with_session(model, |session| session.mark(key, Some(Mark::Done)));
    move_selection(model, 1);
}

fn edit_step(model: &mut Model, purpose: fn(String) -> Purpose) {
    let Some((_, item)) = model.item() else { return };
    let purpose = purpose(item.key.clone());
    let text = match (&purpose, &item.mark, model.session()) {
        (Purpose::Note(key), _, Some(session)) => session.case.notes.get(key).cloned(),
        (Purpose::Fail(_), Some(Mark::Failed(reason)), _) | (Purpose::Skip(_), Some(Mark::Skipped(reason)), _) => {
            Some(reason.clone())
        }
        _ => None,
    };
    let input = Input::new(text.unwrap_or_default());
    model.overlays.push(Overlay::Field(Field { purpose, input, refused: false }));
}

fn keep_field(model: &mut Model) -> Vec<Effect> {
    let Some(Overlay::Field(mut field)) = model.overlays.pop() else { return Vec::new() };
    let text = field.input.value().trim().to_owned();
    match field.purpose.clone() {
        Purpose::Note(key) => with_session(model, |session| session.note(&key, &text)),
        Purpose::Fail(key) => with_session(model, |session| session.mark(&key, Some(Mark::Failed(text)))),
        Purpose::Skip(key) => with_session(model, |session| session.mark(&key, Some(Mark::Skipped(text)))),
        Purpose::Target => match model.overlays.last_mut() {
            Some(Overlay::Export(form)) if !text.is_empty() => form.target = text,
            _ => {}
        },
        Purpose::Variable(id) => {
            let Some(session) = model.session_mut() else { return Vec::new() };
            let variable = &session.guide[id];
            let values: Vec<String> = if variable.several {
                text.split(',').map(|value| value.trim().to_owned()).filter(|value| !value.is_empty()).collect()
            } else {
                Some(text).filter(|value| !value.is_empty()).into_iter().collect()
            };
            if values.iter().all(|value| variable.rule.accepts(value)) {
                let name = variable.id.clone();
                session.fill(&name, values);
            } else {
                field.refused = true;
                model.overlays.push(Overlay::Field(field));
            }
        }
    }
    Vec::new()
}

fn type_key(model: &mut Model, event: &Event) {
    match model.overlays.last_mut() {
        Some(Overlay::Field(field)) => {
            field.refused = false;
            field.input.handle_event(event);
            cut(&mut field.input, LONGEST_FIELD);
        }
        _ => {
            if model.home.input.handle_event(event).is_some_and(|change| change.value) {
                cut(&mut model.home.input, LONGEST);
                model.search();
            }
        }
    }
}

fn cut(input: &mut Input, longest: usize) -> bool {
    let long = input.value().chars().count() > longest;
    if long {
        *input = Input::new(input.value().chars().take(longest).collect());
    }
    long
}

fn paste(model: &mut Model, text: &str) {
    // Reading all of a huge paste would hold up the frame for text that is dropped anyway.
    let start: String = text.chars().take(LONGEST * 4).collect();
    let text = sanitise::visible_line(&start);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let too_long = match (model.overlays.last_mut(), model.screen) {
        (Some(Overlay::Field(field)), _) => insert(&mut field.input, &text, LONGEST_FIELD),
        (None, Screen::Home) => {
            model.home.typing = true;
            let long = insert(&mut model.home.input, &text, LONGEST);
            model.search();
            long
        }
        _ => {
            say(model, "paste-at-home");
            false
        }
    };
    if too_long {
        say(model, "paste-cut");
    }
}

fn insert(input: &mut Input, text: &str, longest: usize) -> bool {
    let at = input.cursor();
    let before: String = input.value().chars().take(at).collect();
    let after: String = input.value().chars().skip(at).collect();
    let cursor = at + text.chars().count();
    *input = Input::new(before + text + &after).with_cursor(cursor);
    cut(input, longest)
}

fn next_tool(model: &mut Model) {
    let Some(session) = model.session() else { return };
    let tools = session.tools();
    if let Some(next) =
        tools.iter().position(|tool| *tool == session.shown_tool()).map(|at| tools[(at + 1) % tools.len()])
    {
        with_session(model, |session| session.tool = next);
    }
}

fn copy(model: &mut Model) -> Vec<Effect> {
    if let Some(Overlay::Export(form)) = model.overlays.last() {
        let text = form.text.clone();
        say(model, "copied");
        return vec![Effect::Copy(text)];
    }
    match model.session().and_then(super::Session::command) {
        Some(text) => {
            let open = crate::guide::placeholder::names(&text).next().map(|name| format!("<{name}>"));
            model.status = Some(match open {
                Some(name) => model.words.say_with("status-copied-open", &args!("name" => name)),
                None => model.words.say("status-copied"),
            });
            vec![Effect::Copy(text)]
        }
        None => {
            say(model, "nothing-to-copy");
            Vec::new()
        }
    }
}

fn copy_link(model: &mut Model) -> Vec<Effect> {
    let link = model.session().and_then(|session| {
        let (group, item) = session.item()?;
        let links = &group.step(&session.guide, item).links;
        let link = links.first().or_else(|| session.guide[group.remedy].links.first())?;
        Some(session.guide[*link].url.clone())
    });
    say(model, if link.is_some() { "copied" } else { "nothing-to-copy" });
    link.map(Effect::Copy).into_iter().collect()
}

fn next_export_language(model: &mut Model) {
    let Some(Overlay::Export(mut form)) = model.overlays.pop() else { return };
    if let Some(session) = model.session() {
        form.next_language(model, session);
    }
    model.overlays.push(Overlay::Export(form));
    model.scroll = None;
}

fn write(model: &Model, force: bool) -> Vec<Effect> {
    match model.overlays.last() {
        Some(Overlay::Export(form)) => {
            vec![Effect::Write { path: PathBuf::from(&form.target), text: form.text.clone(), force }]
        }
        _ => Vec::new(),
    }
}

fn written(model: &mut Model, result: Result<PathBuf, Failure>) {
    match result {
        Ok(path) => {
            model.overlays.clear();
            with_session(model, |session| session.unsaved = false);
            let path = sanitise::visible_line(&path.to_string_lossy());
            model.status = Some(model.words.say_with("status-written", &args!("path" => path)));
        }
        Err(failure) if failure.id == "exists" => model.overlays.push(Overlay::Confirm(Confirm::Overwrite)),
        Err(failure) => refuse(model, &failure),
    }
    model.scroll = None;
}

fn confirm(model: &mut Model) -> Vec<Effect> {
    let Some(Overlay::Confirm(confirm)) = model.overlays.pop() else { return Vec::new() };
    model.scroll = None;
    match confirm {
        Confirm::LeftOff(answer, _) => with_session(model, |session| session.answer(answer)),
        Confirm::Disruptive(key, _) => mark_done(model, &key),
        Confirm::Overwrite => return write(model, true),
        Confirm::Quit => return vec![Effect::Quit],
    }
    Vec::new()
}

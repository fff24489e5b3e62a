//! What Enter does: it takes the selected row, or leads on from the place in view.

use tui_input::Input;

use super::{
    Effect, Effects, Field, HomeRow, Model, Overlay, Purpose, Screen, Session, TrailStep,
    answering::{give, unsure},
    cases, exporting, fields,
    focus::{go, refuse, say, select, with_session},
    handing, palette,
    update::open_problem,
    which,
};
use crate::{
    case::trail::{Answer, Head},
    guide::Outcome,
    l10n::args,
};

pub(super) fn take(model: &mut Model) -> Effects {
    match model.overlays.last() {
        Some(Overlay::Field(_)) => keep(model),
        Some(Overlay::Languages(languages, at)) => {
            let locale = languages[*at].0.clone();
            model.overlays.pop();
            model.speak(&locale);
        }
        Some(Overlay::Variables(_)) => edit_variable(model),
        Some(Overlay::Palette(_)) => return palette::take(model),
        Some(Overlay::WhichCase(_)) => return which::choose(model),
        Some(_) => {}
        None => return take_row(model),
    }
    Effects::none()
}

/// Keeps the text of the field in view, and goes on to the next one.
pub(super) fn keep(model: &mut Model) {
    fields::keep_field(model);
    next_variable(model);
}

pub(super) fn edit_variable(model: &mut Model) {
    let Some(Overlay::Variables(form)) = model.overlays.last() else { return };
    let variable = form.variables[form.at];
    let value = model.session().map(|session| {
        let name = &session.open.guide[variable].id;
        session.open.case.variables.get(name).map_or(String::new(), |values| values.join(", "))
    });
    let input = Input::new(value.unwrap_or_default());
    model.overlays.push(Overlay::Field(Field { purpose: Purpose::Variable(variable), input, refused: false }));
}

/// Behind a value that was kept, the next one that the place in view still lacks.
fn next_variable(model: &mut Model) {
    let Some(session) = model.session() else { return };
    let Some(Overlay::Variables(form)) = model.overlays.last() else { return };
    if let Some(next) = form.empty_from(form.at + 1, session) {
        select(model, next);
        edit_variable(model);
    }
}

pub(super) fn take_row(model: &mut Model) -> Effects {
    match model.screen {
        Screen::Home => return take_listed(model),
        Screen::Trail(at) => {
            with_session(model, |session| session.go_to(at));
            go(model, Screen::Place);
        }
        Screen::Checklist(_) => take_step(model),
        Screen::Place => return take_place(model),
    }
    Effects::none()
}

/// Takes the selected row of Home.
fn take_listed(model: &mut Model) -> Effects {
    match model.rows().get(model.home.selected).copied() {
        None => say(model, "nothing-found"),
        Some(HomeRow::Case(at)) => {
            model.current = Some(at);
            go(model, Screen::Place);
        }
        Some(HomeRow::Kept(at)) => return Effect::OpenCase(model.kept[at].record.id.clone()).into(),
        Some(HomeRow::Problem(row)) => open_problem(model, row),
        Some(HomeRow::Group(category)) => model.unfold(category),
        Some(HomeRow::Closed) => model.home.shows_closed = !model.home.shows_closed,
        Some(HomeRow::All) => {
            go(model, Screen::Home);
            model.home.typing = true;
        }
    }
    Effects::none()
}

/// Shows the step of the whole case that is selected where it is done, if the trail has come there.
fn take_step(model: &mut Model) {
    let step = model.item().map(|(group, item)| (group.entry, item.key.clone()));
    if matches!(step, Some((None, _))) {
        return say(model, "plan-not-yet");
    }
    with_session(model, |session| {
        let Some((Some(entry), key)) = step else { return };
        if let Some(stop) = session.steps().iter().position(|stop| *stop == TrailStep::Remedy(entry)) {
            session.go_to(stop);
            let items = session.group().map_or(&[][..], |group| &group.items);
            session.selected = items.iter().position(|item| item.key == key).or(Some(0));
        }
    });
    go(model, Screen::Place);
}

/// Goes on from a remedy; where steps are left open, it is said once what Enter does then.
fn leave_remedy(model: &mut Model) {
    let Some(session) = model.session_mut() else { return };
    let open = if session.read_only || session.is_asked { 0 } else { session.unmarked().count() };
    if open > 0 {
        session.is_asked = true;
        model.status = Some(model.words.say_with("status-unmarked", &args!("steps" => open)));
        return;
    }
    session.go_to(session.at + 1);
    model.scroll = None;
}

fn take_place(model: &mut Model) -> Effects {
    let Some(session) = model.session() else { return Effects::none() };
    if let Some((ask, _)) = session.question() {
        let options = session.open.guide[ask.question].options.len();
        match session.selected {
            Some(option) if option < options => give(model, Answer::Option(option)),
            Some(_) => unsure(model),
            None => say(model, "choose-first"),
        }
        return Effects::none();
    }
    if session.group().is_some() {
        leave_remedy(model);
        return Effects::none();
    }
    let Head::Ended { outcome, .. } = &session.open.trail.head else { return Effects::none() };
    match outcome {
        Outcome::Wait(_) => with_session(model, Session::reopen),
        Outcome::See(Some(problem)) => {
            let row = model.catalog.entries.iter().position(|entry| entry.problem == problem.id);
            if let Some(Err(failure)) = row.map(|row| model.follow(row)) {
                refuse(model, &failure);
            }
        }
        Outcome::Escalate(_) => exporting::hand_over(model),
        Outcome::Resolved if session.life.closed => go(model, Screen::Home),
        Outcome::Resolved => return cases::close(model),
        Outcome::See(None) => handing::seek(model),
    }
    model.scroll = None;
    Effects::none()
}

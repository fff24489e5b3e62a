//! Evidence that is handed in: as files at the start, pasted at Home, or pasted into a case.

use tui_input::Input;

use super::{
    Model, Overlay, Screen, Session, fields,
    focus::{go, refuse, say},
    which,
};
use crate::{
    case::{
        Finding,
        open::OpenCase,
        trail::{self, Answer, Ask, Head},
    },
    evidence::{
        self, EvidenceRules, FoundValue, Reading,
        apply::{self, Other},
    },
    guide::{Outcome, Variable},
    l10n::args,
    text::{markdown, sanitise},
};

/// A paste above this size is cut, in bytes: the output of a command is far smaller.
const LARGEST: usize = 1 << 20;

/// Files go into the case in view, into the one that is asked for, or at Home into whichever is opened next.
pub(super) fn hand_in(model: &mut Model, readings: Vec<Reading>) {
    if let Some(Overlay::WhichCase(which)) = model.overlays.last_mut() {
        return which.handed.extend(readings);
    }
    if model.screen != Screen::Home {
        return into_case(model, readings);
    }
    let names: Vec<&str> = readings.iter().map(|reading| reading.file.as_str()).collect();
    model.home.input = Input::new(names.join(" "));
    (model.home.pasted, model.home.handed) = (None, readings);
    rank(model);
}

/// Text that was pasted at Home ranks the problems; whatever it says of the VM goes along into the case.
pub(super) fn at_home(model: &mut Model, text: &str) {
    let name = name(model);
    let (text, whole) = (start(text), text.len());
    let guide = model.library.together().ok();
    let reading = guide.map(|guide| {
        let reading = evidence::read(&name, text.as_bytes(), &EvidenceRules::for_guide(&guide)).ok();
        // What is no sound JSON may still hold a code.
        reading.unwrap_or_else(|| Reading { file: name, rest: text.to_owned(), ..Reading::default() })
    });
    model.home.handed.extend(reading);
    rank(model);
    if text.len() < whole {
        say(model, "paste-cut");
    }
}

fn rank(model: &mut Model) {
    model.search();
    if model.home.matches.is_empty() {
        say(model, "none-of-ours");
    }
}

/// What was handed in goes into the case in view, where it says anything.
pub(super) fn along(model: &mut Model, readings: Vec<Reading>) {
    if readings.iter().any(Reading::fills_a_case) {
        into_case(model, readings);
    }
}

/// Text that was pasted into the case in view.
pub(super) fn paste(model: &mut Model, text: &str) {
    let is_sought = model.session().is_some_and(|session| {
        let no_code = model.catalog.no_code.map(|row| model.catalog.entries[row].problem.as_str());
        no_code == Some(&session.open.case.problem)
            || matches!(session.open.trail.head, Head::Ended { outcome: Outcome::See(None), .. })
    });
    if is_sought {
        // What was looked for is here: it says which problem it is about.
        seek(model);
        return fields::paste(model, text);
    }
    let name = name(model);
    let Some(session) = model.session() else { return };
    // What is asked again comes after a repair, and is the person's to answer.
    let asked = session.question().and_then(|(ask, _)| (!ask.fresh).then_some(ask.question));
    match apply::read(&name, start(text).as_bytes(), &session.open.guide, &session.open.case.variables, asked) {
        Ok(reading) => match &reading.damage {
            Some(refusal) if !reading.fills_a_case() => refuse(model, &refusal.error(&name)),
            _ => into_case(model, vec![reading]),
        },
        Err(refusal) => {
            refuse(model, &refusal.error(&name));
        }
    }
}

/// Goes where a problem is looked for that the case in view leads to.
pub(super) fn seek(model: &mut Model) {
    model.sought = model.session().map(|session| session.life.id.clone());
    go(model, Screen::Home);
    model.home.typing = true;
}

/// Says what was found; values that were filled in are shown with their places.
///
/// What names another VM than the case is left out until the person says which case is meant.
fn into_case(model: &mut Model, readings: Vec<Reading>) {
    if model.session().is_some_and(|session| session.read_only) {
        return say(model, "read-only");
    }
    let Some(session) = model.session_mut() else { return };
    let mut case = session.open.case.clone();
    let (mut answers, mut filled, mut others, mut why) = (0, Vec::new(), Vec::new(), None);
    let mut named = std::mem::take(&mut session.named);
    let mut files = Vec::new();
    for mut reading in readings {
        if let Some(other) = apply::other(&case, &reading) {
            why = why.or(Some(other));
            others.push(reading);
        } else {
            apply::number(&mut case, &mut reading);
            answers += reading.findings.len();
            files.push(reading.file.clone());
            filled.extend(apply::apply_reading(&mut case, &session.open.guide, &reading));
            let all = reading.variables.into_iter().chain(reading.choices);
            named.extend(all.filter(|value| !case.variables.contains_key(&value.variable)));
        }
    }
    session.hand_in(case);
    let is_choice = !named.is_empty() && answers + filled.len() == 0;
    session.named = named;
    if is_choice {
        say(model, "evidence-names");
    } else if others.is_empty() || answers + filled.len() > 0 {
        tell(model, answers, &files, &filled);
    }
    if let Some(other) = why {
        which::ask(model, others, other);
    }
}

/// The person says that evidence belongs to the case in view though it names another VM: its findings go in, its names
/// do not, so that no command mixes the names of two.
pub(super) fn confirmed(model: &mut Model, readings: Vec<Reading>, other: &Other) {
    let Some(session) = model.session_mut() else { return };
    let mut case = session.open.case.clone();
    let (mut answers, mut files) = (0, Vec::new());
    for mut reading in readings {
        apply::number(&mut case, &mut reading);
        apply::apply_findings(&mut case, &reading, &other.about(&reading));
        answers += reading.findings.len();
        files.push(reading.file);
    }
    session.hand_in(case);
    tell(model, answers, &files, &[]);
}

/// How many answers of the person are others than files suggest.
fn differing(session: &Session, files: &[String]) -> usize {
    let OpenCase { guide, case, trail, .. } = &session.open;
    let is_new = |finding: &&Finding| files.iter().any(|file| apply::base(file) == finding.file);
    let differs = |ask: &Ask, answer: Answer| {
        let options = trail::findings(guide, ask, case).into_iter().filter(is_new);
        let mut options = options.filter_map(|finding| guide[ask.question].option(&finding.option));
        options.any(|option| Answer::Option(option) != answer)
    };
    trail.asked().filter(|(ask, answer)| differs(ask, *answer)).count()
}

fn tell(model: &mut Model, answers: usize, files: &[String], filled: &[FoundValue]) {
    model.scroll = None;
    if answers == 0 && filled.is_empty() {
        return say(model, "evidence-nothing");
    }
    let words = &model.words;
    let differ = model.session().map_or(0, |session| differing(session, files));
    let status = if differ > 0 { "status-evidence-differs" } else { "status-evidence" };
    let args = args!("answers" => answers, "differ" => differ, "values" => filled.len());
    model.status = Some(words.say_with(status, &args));
    let told = filled.iter().map(|value| {
        let place = words.place(&value.place.file, value.place.line, &value.place.path);
        let name = words.title_of::<Variable>(&value.variable);
        let args = args!("name" => name, "value" => value.value.as_str(), "place" => place);
        let filled = markdown::plain(&words.say_with("evidence-filled", &args));
        match sanitise::spelt(&value.value) {
            Some(spelt) => format!("{filled} {}", words.say_with("status-lookalike", &args!("name" => spelt))),
            None => filled,
        }
    });
    let told: Vec<String> = told.collect();
    if !told.is_empty() {
        model.overlays.push(Overlay::Told(told));
    }
}

/// Pastes are told apart by their number; a case gives another to what has one of its own.
fn name(model: &mut Model) -> String {
    model.pastes += 1;
    format!("{}{}", apply::PASTE, model.pastes)
}

fn start(text: &str) -> &str {
    &text[..text.floor_char_boundary(LARGEST)]
}

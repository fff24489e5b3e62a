//! Both faces through the same random trails: they offer the same, and end in the same case.

use std::collections::BTreeSet;

use backup_medic::{
    app::{self, Context, Drawn, Message, Model, Screen, TrailStep},
    case::{
        Case,
        trail::{Answer, Head},
    },
    guide::{Problem, QuestionKind},
    l10n::GuideText,
    text::markdown,
    wizard::{plain, tui::view},
};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::{Terminal, backend::TestBackend};

use super::{home, sound, take};
use crate::{
    walks::{Random, guide},
    wizard::open_only,
};

/// Random trails for each problem and language.
const TRAILS: usize = 300;

/// Actions of a trail at most; most end in an outcome before.
const ACTIONS: usize = 40;

/// One wizard by keys, one by lines.
struct Faces {
    full: Model,
    plain: Model,
}

impl Faces {
    fn at(locale: &str, code: &str) -> Self {
        let mut faces = Faces { full: home(locale), plain: home(locale) };
        faces.keys(code);
        faces.key(KeyCode::Enter);
        faces.line(code);
        faces.line("");
        faces
    }

    /// Both at the start again, with an untouched case.
    fn restart(&mut self, fresh: &Case) {
        for model in [&mut self.full, &mut self.plain] {
            while model.overlay().is_some() {
                _ = app::update(model, Message::Close);
            }
            open_only(model, fresh);
        }
    }

    fn key(&mut self, code: KeyCode) {
        let event = Event::Key(KeyEvent::new(code, KeyModifiers::NONE));
        if let Some(message) = app::message(event, &self.full, &Drawn::default()) {
            _ = app::update(&mut self.full, message);
        }
    }

    fn keys(&mut self, text: &str) {
        text.chars().for_each(|c| self.key(KeyCode::Char(c)));
    }

    /// The row is selected as a digit or a click would.
    fn row(&mut self, row: usize) {
        _ = app::update(&mut self.full, Message::Select(row));
    }

    fn line(&mut self, line: &str) {
        assert!(take(&mut self.plain, line).is_some(), "{line} in {}", plain::screen(&self.plain));
    }

    /// One random action by both; false where the trail has ended.
    fn act(&mut self, random: &mut Random) -> bool {
        match self.plain.context() {
            Context::Confirm if random.below(3) == 0 => {
                self.key(KeyCode::Esc);
                self.line("n");
            }
            Context::Confirm => {
                self.key(KeyCode::Enter);
                self.line("y");
            }
            Context::Question => {
                let session = self.plain.session().expect("a question has a case");
                let (ask, _) = session.question().expect("a question is in view");
                let question = &session.open.guide[ask.question];
                // A backup that works would end most trails at once.
                let failed = question.option("failed").filter(|_| random.below(3) > 0);
                let (options, state) = (question.options.len(), question.kind == QuestionKind::State);
                match random.below(12) {
                    0 => self.letter(KeyCode::Backspace, "b"),
                    1 => self.letter(KeyCode::Char('u'), "u"),
                    2 | 3 if state => self.letter(KeyCode::Char('0'), "0"),
                    _ => {
                        let option = failed.unwrap_or_else(|| random.below(options));
                        self.keys(&(option + 1).to_string());
                        self.line(&(option + 1).to_string());
                    }
                }
            }
            Context::Remedy => {
                let steps = self.plain.session().and_then(|session| session.group()).map_or(0, |g| g.items.len());
                let step = random.below(steps);
                match random.below(7) {
                    0 | 1 => {
                        self.row(step);
                        self.keys(" ");
                        self.line(&(step + 1).to_string());
                    }
                    at @ 2..=4 => {
                        let (letter, text) = [("n", "ask Anna `a*b`"), ("x", "no right"), ("s", "")][at - 2];
                        self.row(step);
                        self.keys(letter);
                        // A field opens with what was there; the plain face replaces it.
                        (0..30).for_each(|_| self.key(KeyCode::Backspace));
                        self.keys(text);
                        self.key(KeyCode::Enter);
                        self.line(&format!("{letter} {}", step + 1));
                        self.line(if text.is_empty() { "-" } else { text });
                    }
                    _ => self.letter(KeyCode::Enter, ""),
                }
            }
            Context::Home | Context::Search => {
                // Back from the first question; the case is open, and is the first row.
                self.key(KeyCode::Enter);
                self.line("1");
            }
            Context::Outcome => return false,
            other => panic!("no action leads to {other:?}"),
        }
        true
    }

    fn letter(&mut self, key: KeyCode, line: &str) {
        self.key(key);
        self.line(line);
    }

    fn place(model: &Model) -> String {
        let session = model.session();
        let place = session.map(|session| (session.at, session.how, session.step_in_view(), &session.open.trail.head));
        format!("{:?} {place:?} {:?}", model.context(), model.rows().len())
    }
}

/// The names that the place in view must offer, in their order, and how many of them have numbers.
fn names(model: &Model) -> (Vec<String>, Vec<usize>) {
    let Some(session) = model.session() else { return Default::default() };
    if let Some((ask, _)) = session.question() {
        let text = GuideText::renamed(model.words(), &session.open.guide, &session.open.case, &ask.with);
        let question = &session.open.guide[ask.question];
        let options = (0..question.options.len()).map(|at| text.answer(ask.question, Answer::Option(at)));
        let numbers = (1..=question.options.len()).chain((question.kind == QuestionKind::State).then_some(0)).collect();
        return ([text.title(question)].into_iter().chain(options).collect(), numbers);
    }
    if let Some(group) = session.group() {
        let text = GuideText::renamed(model.words(), &session.open.guide, &session.open.case, &group.with);
        let remedy = &session.open.guide[group.remedy];
        let goal = |step: usize| text.part(remedy, &format!("step-{}", remedy.steps[step].id));
        let goals = group.items.iter().filter_map(|item| goal(item.step));
        let numbers = (1..=group.items.len()).collect();
        return ([text.title(remedy)].into_iter().chain(goals).collect(), numbers);
    }
    match &session.open.trail.head {
        Head::Ended { .. } => (vec![model.outcome_title()], Vec::new()),
        Head::Open(_) => Default::default(),
    }
}

/// The frame without blanks, and the numbers of what it lets one choose.
fn frame(model: &Model) -> (String, Vec<usize>) {
    // Narrower than two columns, and high enough for all of it.
    let mut terminal = Terminal::new(TestBackend::new(71, 250)).expect("a test screen takes any size");
    let mut drawn = Drawn::default();
    terminal.draw(|frame| drawn = view::draw(frame, model)).expect("a test screen cannot fail");
    let text = terminal.backend().buffer().content.iter().map(|cell| cell.symbol()).collect::<String>();
    let mut hits: Vec<(u16, usize)> = Vec::new();
    for hit in &drawn.hits {
        hits.extend(match hit.message {
            // The hints at the foot are another way to the same.
            _ if hit.area.bottom() > 247 => None,
            Message::Answer(Answer::Option(at)) | Message::Select(at) => Some((hit.area.y, at + 1)),
            Message::Unsure => Some((hit.area.y, 0)),
            _ => None,
        });
    }
    hits.sort();
    (squeeze(&text.replace('▌', "")), hits.into_iter().map(|(_, number)| number).collect())
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The numbers at the starts of rows.
fn numbers(screen: &str) -> Vec<usize> {
    let number = |line: &str| line.strip_prefix("  ")?.split_once("  ")?.0.parse().ok();
    screen.lines().filter_map(number).collect()
}

fn compare(model: &Model) {
    let (names, expected) = names(model);
    let screen = sound(model);
    let (drawn, chosen) = frame(model);
    assert_eq!((&numbers(&screen), &chosen), (&expected, &expected), "{screen}");
    for text in [squeeze(&screen), drawn] {
        let mut rest = text.as_str();
        for name in &names {
            let name = squeeze(&markdown::plain(name));
            rest = rest.split_once(&name).unwrap_or_else(|| panic!("{name} is not in {screen}\n{text}")).1;
        }
    }
}

/// What tells places apart: the question by its key, the remedy or the outcome; none at Home and below a dialog.
fn unlike(model: &Model) -> Option<String> {
    let session = model.session().filter(|_| model.overlay().is_none() && model.screen() == Screen::Place)?;
    let stop = match session.step_in_view() {
        TrailStep::Asked(ask, _) => ask.key.clone(),
        TrailStep::Remedy(at) => format!("{:?}", session.open.checklist.at(at).map(|group| group.remedy)),
        TrailStep::Head => format!("{:?}", session.open.trail.head),
    };
    Some(format!("{} {} {stop} {}", model.words().locale(), session.open.case.code, session.how))
}

/// One random trail, compared after every action and in full at places that were not seen before; true where it ended.
fn walk(faces: &mut Faces, random: &mut Random, seen: &mut BTreeSet<String>) -> bool {
    for _ in 0..ACTIONS {
        let (full, plain) = (&faces.full, &faces.plain);
        assert_eq!(Faces::place(full), Faces::place(plain));
        assert_eq!(full.session().map(|session| &session.open.case), plain.session().map(|session| &session.open.case));
        if unlike(plain).is_some_and(|place| seen.insert(place)) {
            compare(full);
            assert_eq!(plain::screen(plain), plain::screen(full));
        }
        if !faces.act(random) {
            return true;
        }
    }
    false
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn both_faces_offer_the_same_and_end_in_the_same_case() {
        let guide = guide();
        let (mut seen, mut ended) = (BTreeSet::new(), 0);
        for problem in guide.ids::<Problem>() {
            let code = &guide[problem].codes[0];
            let fresh = Case::new(&guide, problem, code);
            let mut random = Random(0xface ^ ((problem.index() as u64) << 20));
            for locale in ["en", "ru"] {
                let mut faces = Faces::at(locale, code);
                assert_eq!(faces.plain.session().map(|session| &session.open.case), Some(&fresh));
                for _ in 0..TRAILS {
                    faces.restart(&fresh);
                    ended += usize::from(walk(&mut faces, &mut random, &mut seen));
                }
            }
        }
        assert!(seen.len() > 1000 && ended > 1000, "{} places, {ended} ends", seen.len());
    }
}

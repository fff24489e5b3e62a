//! What must be read first is first: in every face and language a step's warning and note come before its click path and
//! its commands.

use std::{collections::BTreeSet, rc::Rc};

use backup_medic::{
    app::{self, Confirm, Look, Message, Model, Overlay, Scheme, Session, TrailStep},
    case::{
        Case,
        checklist::{Checklist, Group, Item},
        reachable::Reachable,
        trail::Trail,
    },
    commands::{
        self, TaskContext,
        cli::{Cli, Task},
    },
    export,
    guide::{Guide, Id, Label, Problem, Remedy, Step, Via},
    l10n::{GuideText, Words},
    library::Library,
    machine::env::Env,
    settings::Settings,
    text::markdown,
    wizard::{plain, tui::view},
};
use clap::Parser;
use ratatui::{Terminal, backend::TestBackend};

use crate::{
    walks,
    wizard::{Wizard, open_only},
};

/// So many walks of a problem find every step that has a warning.
const WALKS: usize = 2_000;

/// Without blanks and marks, since every face breaks lines and marks words in its own way.
fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"*`\\▌".contains(*c)).collect()
}

/// What of a step a face must show, in this order: its goal, what must be read first, and then what may be done.
struct Shown {
    name: String,
    goal: String,
    first: Vec<String>,
    then: Vec<String>,
}

impl Shown {
    /// `None` where the step warns of nothing; `runs` are its commands as the face fills them in.
    fn of(text: &GuideText<'_>, remedy: &str, step: &Step, runs: &[String], tool: Option<Via>) -> Option<Self> {
        let part = |kind: &str| text.part_of::<Remedy>(remedy, &format!("{kind}-{}", step.id));
        let squeezed = |markdown: String| squeeze(&markdown::plain(&markdown));
        let first = [Some(part("warn")?), part("note")].into_iter().flatten().map(squeezed).collect();
        let label = |label: &Label| match label {
            Label::Word(id) => squeeze(&text.words.label(id)),
            Label::Variable(_) | Label::Literal(_) => String::new(),
        };
        let clicks = step.clicks().filter(|(via, _)| tool.is_none_or(|tool| tool == *via));
        // A long command is broken by a sign on the screen, but not so early.
        let start = |run: &String| squeeze(run).chars().take(12).collect();
        let then = clicks.map(|(_, path)| label(&path[0])).chain(runs.iter().map(start)).collect();
        Some(Shown {
            name: format!("{remedy}.{} {}", step.id, text.words.locale()),
            goal: squeezed(part("step").unwrap_or_default()),
            first,
            then,
        })
    }

    /// The text behind the goal holds all of it in order.
    fn check(&self, face: &str, text: &str) {
        let text = squeeze(text);
        let place = |rest: &str, part: &str| {
            rest.find(part).unwrap_or_else(|| panic!("{face} of {} lacks {part}:\n{text}", self.name))
        };
        let step = &text[place(&text, &self.goal) + self.goal.len()..];
        let mut read = 0;
        for part in &self.first {
            read += place(&step[read..], part) + part.len();
        }
        for part in &self.then {
            let at = place(step, part);
            assert!(at >= read, "{face} of {}: {part} at {at}, but what must be read first ends at {read}", self.name);
        }
    }
}

/// A frame, in one column on a screen so narrow.
fn frame(model: &Model, columns: u16, rows: u16) -> String {
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a test screen takes any size");
    terminal.draw(|frame| _ = view::draw(frame, model)).expect("a test screen cannot fail");
    terminal.backend().buffer().content.iter().map(|cell| cell.symbol()).collect()
}

/// The steps of a case that were not seen before, each at its place of the wizard.
fn steps(model: &mut Model, case: &Case, seen: &mut BTreeSet<String>) {
    open_only(model, case);
    let session = model.session().expect("it is open");
    let stops: Vec<(usize, usize)> = session
        .steps()
        .iter()
        .enumerate()
        .filter_map(|(at, stop)| match stop {
            TrailStep::Remedy(entry) => Some((at, *entry)),
            _ => None,
        })
        .collect();
    for (at, entry) in stops {
        _ = app::update(model, Message::Look(at));
        let group = model.session().and_then(|session| session.open.checklist.at(entry)).expect("a remedy").clone();
        for (row, item) in group.items.iter().enumerate() {
            let session = model.session().expect("a case");
            let (remedy, step) = (&session.open.guide[group.remedy].id, group.step(&session.open.guide, item));
            if seen.insert(format!("{remedy}.{}", step.id)) {
                _ = app::update(model, Message::Select(row));
                wizard(model, &group, item);
            }
        }
    }
}

/// Both faces of the wizard, by every tool that the step has.
fn wizard(model: &mut Model, group: &Group, item: &Item) {
    let mut tools = model.session().map(Session::tools).unwrap_or_default();
    if tools.is_empty() {
        tools.push(Via::Portal);
    }
    for tool in tools {
        _ = app::update(model, Message::Tool(tool));
        let session = model.session().expect("a case");
        let step = group.step(&session.open.guide, item);
        let text = GuideText::renamed(model.words(), &session.open.guide, &session.open.case, &group.with);
        let runs = group.commands(&session.open.guide, &session.open.case, step);
        let runs: Vec<String> = runs.into_iter().filter(|run| run.via == tool).map(|run| run.text).collect();
        let Some(shown) = Shown::of(&text, &session.open.guide[group.remedy].id, step, &runs, Some(tool)) else {
            return;
        };
        shown.check("the screen", &frame(model, 71, 250));
        shown.check("the plain face", &plain::screen(model));
        // Where the screen is too small for all of it, the warning is what is seen.
        let warning = squeeze(&model.words().say("step-warning")) + &shown.first[0];
        let start: String = warning.chars().take(24).collect();
        for (columns, rows) in [(71, 24), (40, 12)] {
            let seen = squeeze(&frame(model, columns, rows));
            assert!(seen.contains(&start), "{} at {columns}x{rows}:\n{seen}", shown.name);
        }
    }
}

/// The checklist and the handover as Markdown.
fn exports(words: &Words, guide: &Rc<Guide>, problem: Id<Problem>, case: &Case) {
    let trail = Trail::of(guide, problem, case);
    let checklist = Checklist::for_trail(guide, &trail, case);
    let open = walks::open(guide, problem, case);
    let shape = |tool| export::PageShape { tool, ..export::PageShape::default() };
    let exports = [Via::Az, Via::PowerShell].map(|tool| (tool, export::markdown(words, &open, &shape(tool))));
    let handover = export::handover(words, &open, &export::PageShape::default());
    for group in &checklist.groups {
        let text = GuideText::renamed(words, guide, case, &group.with);
        for item in &group.items {
            let step = group.step(guide, item);
            let remedy = &guide[group.remedy].id;
            for (tool, markdown) in &exports {
                let is_written = |via| matches!(via, Via::Windows | Via::Linux) || via == *tool;
                let runs = group.commands(guide, case, step).into_iter().filter(|run| is_written(run.via));
                let runs: Vec<String> = runs.map(|run| run.text).collect();
                let Some(shown) = Shown::of(&text, remedy, step, &runs, Some(*tool)) else { continue };
                shown.check("the export", markdown);
                let warned = Shown { first: vec![shown.first[0].clone()], then: Vec::new(), ..shown };
                warned.check("the handover", &handover);
            }
        }
    }
}

fn show(code: &str, words: &Rc<Words>) -> String {
    let cli = Cli::parse_from(["backup-medic", "show", code, "--locale", words.locale()]);
    let env = Env::default();
    let context = TaskContext {
        library: Rc::new(Library::new(words.files())),
        words: Rc::clone(words),
        global: &cli.global,
        env: &env,
        settings: &Settings::default(),
    };
    commands::run(Task::Show { code: code.to_owned() }, &context).expect("a known code").data
}

/// The steps with a warning, as the guide has them.
fn warned(text: &GuideText<'_>) -> BTreeSet<String> {
    let steps = text.guide.remedies.iter().flat_map(|remedy| remedy.steps.iter().map(|step| (&remedy.id, &step.id)));
    let is_warned =
        |(remedy, step): &(&String, &String)| text.part_of::<Remedy>(remedy, &format!("warn-{step}")).is_some();
    steps.filter(is_warned).map(|(remedy, step)| format!("{remedy}.{step}")).collect()
}

#[test]
fn the_question_whether_a_dangerous_step_was_done_repeats_its_warning() {
    for locale in ["en", "ru"] {
        let wizard = Wizard::new(locale, 80, 24).keys("text:rp_max Enter 1 1 Down Down Down Space");
        let Some(Overlay::Confirm(Confirm::Disruptive(deed, _))) = wizard.model.overlay() else { panic!("it asks") };
        let [warning] = &wizard.model.warnings(deed)[..] else { panic!("the lock is deleted here") };
        let warning = squeeze(&markdown::plain(warning));
        for screen in [wizard.text().replace('│', ""), plain::screen(&wizard.model)] {
            assert!(squeeze(&screen).contains(&warning), "{screen}");
        }
    }
}

#[test]
fn every_restart_of_the_agent_has_a_warning() {
    for id in ["azure-vm-backup", "azure-vm-errors"] {
        let guide = walks::library().guide(id).expect("a built-in guide");
        let nobody = Case::new(&guide, guide.ids::<Problem>().next().expect("a problem"), "");
        let restarts = |step: &Step| step.effects.iter().any(|effect| guide[*effect].id == "restarts-agent");
        let of = |remedy: &Remedy| {
            let steps: Vec<String> = remedy.steps.iter().filter(|step| restarts(step)).map(|s| s.id.clone()).collect();
            steps.into_iter().map(|step| format!("{}.{step}", remedy.id)).collect::<Vec<_>>()
        };
        let all: BTreeSet<String> = guide.remedies.iter().flat_map(of).collect();
        assert!(all.len() > 4, "{all:?}");
        for locale in ["en", "ru"] {
            let words = walks::said(locale);
            let warned = warned(&GuideText::new(&words, &guide, &nobody));
            assert_eq!(all.difference(&warned).collect::<Vec<_>>(), Vec::<&String>::new(), "{locale}");
        }
    }
}

#[test]
fn a_warning_behind_its_command_is_seen() {
    let check = |text: &str, sound: bool| {
        let [goal, first, then] = ["Stop`vm`.", "Itisinterrupted.", "azvmstop"].map(squeeze);
        let shown = Shown { name: "stop".to_owned(), goal, first: vec![first], then: vec![then] };
        assert_eq!(std::panic::catch_unwind(|| shown.check("a text", text)).is_ok(), sound, "{text}");
    };
    check("- Stop `vm`. **Caution:** It is interrupted. `az vm stop`", true);
    check("- Stop `vm`. `az vm stop` It is interrupted.", false);
    check("It is interrupted. - Stop `vm`. `az vm stop`", false);
    check("- Stop `vm`. It is interrupted.", false);
}

mod slow {
    use super::*;

    #[test]
    fn a_warning_comes_before_what_it_warns_of_in_every_face() {
        let guide = walks::guide();
        let nobody = Case::new(&guide, guide.ids::<Problem>().next().expect("a problem"), "");
        for locale in ["en", "ru"] {
            let words = walks::said(locale);
            let all = warned(&GuideText::new(&words, &guide, &nobody));
            assert!(all.len() > 40, "{all:?}");
            let look = Look { scheme: Scheme::Plain, unicode: true };
            let mut model =
                Model::new(walks::library(), Rc::clone(&words), look).expect("the built-in guides are sound");
            let (mut seen, mut told) = (BTreeSet::new(), BTreeSet::new());
            for problem in guide.ids::<Problem>() {
                let page = show(&guide[problem].codes[0], &words);
                for case in walks::cases(&guide, problem, WALKS) {
                    let before = seen.len();
                    steps(&mut model, &case, &mut seen);
                    if seen.len() > before {
                        exports(&words, &guide, problem, &case);
                    }
                }
                let text = GuideText::new(&words, &guide, &nobody);
                for remedy in Reachable::from_problem(&guide, problem).remedies {
                    let remedy = &guide[remedy];
                    for step in &remedy.steps {
                        let runs: Vec<String> = step.commands.iter().map(|command| command.run.clone()).collect();
                        let Some(shown) = Shown::of(&text, &remedy.id, step, &runs, None) else { continue };
                        let section = page.split_once(&format!("\n{}\n", markdown::plain(&text.title(remedy))));
                        shown.check("show", section.expect("the heading of the remedy").1);
                        told.insert(format!("{}.{}", remedy.id, step.id));
                    }
                }
            }
            assert_eq!(told, all, "what `show` was asked for in {locale}");
            assert_eq!(
                all.difference(&seen).collect::<Vec<_>>(),
                Vec::<&String>::new(),
                "no walk in {locale} reached it"
            );
        }
    }
}

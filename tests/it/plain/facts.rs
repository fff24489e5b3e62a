//! Every fact of a screen's view stands in both faces, however they lay it out.

use std::collections::BTreeSet;

use backup_medic::{
    app::{
        self, Context, ExportChange, Message, Model, Overlay,
        views::{
            CauseView, ChecklistGroup, ChecklistView, ConfirmView, DoneView, ExportView, FieldView, HandoverView,
            OptionView, OutcomeView, QuestionView, RemedyHead, RemedyView, StepDetail, StepView, TimelineView, WayView,
            WaysView,
        },
    },
    case::Case,
    export::{self, Format, PageShape},
    guide::{Problem, Variable},
    text::markdown,
    wizard::{plain, tui::view},
};
use ratatui::{Terminal, backend::TestBackend};

use super::home;
use crate::{walks, wizard::open_only};

/// Walks for each problem.
const WALKS: usize = 12;

type Labelled = Option<(String, String)>;

/// The facts of a view as a face may mark them; every field is named, so that a new one is not forgotten.
#[derive(Default)]
struct Facts(Vec<String>);

impl Facts {
    fn say<'a>(&mut self, said: impl IntoIterator<Item = &'a String>) {
        self.0.extend(said.into_iter().map(|said| squeeze(&markdown::plain(said))));
    }

    fn verbatim<'a>(&mut self, said: impl IntoIterator<Item = &'a String>) {
        self.0.extend(said.into_iter().map(|said| squeeze(said)));
    }

    fn labelled(&mut self, said: &Labelled) {
        said.iter().for_each(|(label, said)| self.say([label, said]));
    }

    fn typed(&mut self, said: &Labelled) {
        if let Some((label, said)) = said {
            self.say([label]);
            self.verbatim([said]);
        }
    }

    fn question(view: &QuestionView) -> Self {
        let mut facts = Facts::default();
        let QuestionView { number, title, before, since, contradiction, options, how, no_way, why, cause, answered } =
            view;
        facts.say(
            [number, title].into_iter().chain(before).chain(since).chain(contradiction).chain(no_way).chain(answered),
        );
        for OptionView { answer: _, label, is_given: _, findings, look } in options {
            facts.say([label].into_iter().chain(findings).chain(look));
        }
        if let Some((title, ways)) = how {
            facts.say([title]);
            facts.ways(ways);
        }
        // Who knows the answer is shown no reason on the full screen.
        if view.is_explained() {
            facts.say([&why.0, &why.1].into_iter().filter(|_| !why.1.is_empty()));
            cause.iter().for_each(|cause| facts.cause(cause));
        }
        facts
    }

    fn remedy(view: &RemedyView) -> Self {
        let mut facts = Facts::default();
        let RemedyView { progress, amount: _, head, why, needs, steps, detail, worked, cause } = view;
        facts.say([progress].into_iter().chain(why));
        facts.head(head);
        [needs, worked].into_iter().for_each(|said| facts.labelled(said));
        steps.iter().for_each(|step| facts.step(step));
        if let Some(StepDetail { warning, note, ways, links }) = detail {
            facts.labelled(warning);
            facts.say(note);
            facts.ways(ways);
            for (title, url) in links {
                facts.say([title]);
                facts.verbatim([url]);
            }
        }
        cause.iter().for_each(|cause| facts.cause(cause));
        facts
    }

    fn checklist(view: &ChecklistView) -> Self {
        let mut facts = Facts::default();
        // The plain face has titles of its own.
        let ChecklistView { title: _, progress, amount: _, waits, note, groups, routines } = view;
        facts.say([progress].into_iter().chain(waits));
        facts.typed(note);
        for ChecklistGroup { stage, head, steps } in groups {
            facts.say(stage);
            facts.head(head);
            steps.iter().for_each(|step| facts.step(step));
        }
        routines.iter().for_each(|(stage, remedies)| facts.say([stage].into_iter().chain(remedies)));
        facts
    }

    fn timeline(view: &TimelineView) -> Self {
        let mut facts = Facts::default();
        let TimelineView { title, nothing, days } = view;
        facts.say([title].into_iter().chain(nothing));
        for (day, events) in days {
            facts.say([day]);
            facts.say(events.iter().flat_map(|(clock, what)| [clock, what]));
        }
        facts
    }

    fn outcome(view: &OutcomeView) -> Self {
        let mut facts = Self::end(view);
        let OutcomeView { title, is_resolved: _, means: _, next, hand_over: _, leads_to: _, done } = view;
        facts.say([title, next]);
        if let Some((title, all)) = done {
            facts.say([title]);
            facts.say(all.iter().flat_map(|done| match done {
                DoneView::Cause { title, exit, is_resolved: _ } => [title, exit],
                DoneView::Remedy { title, progress } => [title, progress],
            }));
        }
        facts
    }

    /// What is true of an end outside of the wizard as well.
    fn end(OutcomeView { means, hand_over, leads_to, .. }: &OutcomeView) -> Self {
        let mut facts = Facts::default();
        facts.say(means.iter().chain(leads_to));
        if let Some(HandoverView { title, why, to_send, values, logs }) = hand_over {
            facts.say([title].into_iter().chain(why).chain(to_send));
            facts.say(values.iter().flat_map(|(name, value)| [name, value]));
            logs.iter().for_each(|(title, paths)| {
                facts.say([title]);
                facts.verbatim(paths);
            });
        }
        facts
    }

    fn field(FieldView { title, find, example, several, offered, rule }: &FieldView) -> Self {
        let mut facts = Facts::default();
        facts.say([title].into_iter().chain(find).chain(example).chain(several).chain(offered).chain(rule));
        facts
    }

    fn export(ExportView { title, format, language, tool, names, case, preview: _ }: &ExportView) -> Self {
        let mut facts = Facts::default();
        facts.say([title, format, language, names, case].into_iter().chain(tool));
        facts
    }

    fn confirm(ConfirmView { title, lost, risks, warnings, kept }: &ConfirmView) -> Self {
        let mut facts = Facts::default();
        facts.say([title].into_iter().chain(lost).chain(risks).chain(kept));
        facts.say(warnings.iter().flat_map(|(label, warning)| [label, warning]));
        facts
    }

    fn head(&mut self, RemedyHead { title, since, withdrawn }: &RemedyHead) {
        self.say([title].into_iter().chain(since).chain(withdrawn));
    }

    fn step(&mut self, step: &StepView) {
        let StepView { mark: _, goal, labels, time, is_long, is_limited, risks, reason, note, number: _ } = step;
        let labels = labels.iter().filter(|_| *is_limited);
        self.say([goal].into_iter().chain(labels).chain(risks).chain(Some(time).filter(|_| *is_long)));
        [reason, note].into_iter().for_each(|said| self.typed(said));
    }

    fn ways(&mut self, WaysView { tools, shown: _, ways, missing }: &WaysView) {
        self.say(tools.iter().map(|(_, name)| name).chain(missing));
        for WayView { only_if, clicks, command, shows } in ways {
            self.say(only_if);
            self.verbatim(clicks.iter().map(|click| &click.text).chain(command));
            for (answer, shown) in shows {
                self.say([answer]);
                self.verbatim([shown]);
            }
        }
    }

    fn cause(&mut self, CauseView { count, label, title, since, why }: &CauseView) {
        self.say([count, label, title].into_iter().chain(since).chain([why]));
    }

    /// Those that a face lacks.
    fn missing_in(&self, face: &str) -> Vec<&str> {
        let face = squeeze(face);
        self.0.iter().map(String::as_str).filter(|fact| !face.contains(fact)).collect()
    }
}

/// Without blanks, the sign of a line that goes on, the frame of a box and the bar of what is selected.
fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"↵\\`│▌".contains(*c)).collect()
}

/// The full screen, in one column and high enough for all of it.
fn frame(model: &Model) -> String {
    let mut terminal = Terminal::new(TestBackend::new(71, 250)).expect("a test screen takes any size");
    terminal.draw(|frame| _ = view::draw(frame, model)).expect("a test screen cannot fail");
    terminal.backend().buffer().content.iter().map(|cell| cell.symbol()).collect()
}

/// Looks at the screen in view; how many facts it has.
fn check(model: &Model, seen: &mut BTreeSet<String>) -> usize {
    let question = QuestionView::of(model).map(|view| Facts::question(&view));
    let remedy = || RemedyView::of(model).map(|view| Facts::remedy(&view));
    let checklist = || ChecklistView::of(model).map(|view| Facts::checklist(&view));
    let timeline = || TimelineView::of(model).map(|view| Facts::timeline(&view));
    let outcome = OutcomeView::of(model);
    let end = outcome.as_ref().filter(|_| model.overlay().is_none()).map(Facts::end);
    let facts = match (model.overlay(), model.context()) {
        (Some(Overlay::Field(field)), _) => Some(Facts::field(&FieldView::of(model, field))),
        (Some(Overlay::Export(form)), _) => Some(Facts::export(&ExportView::of(model, form))),
        (Some(Overlay::Confirm(confirm)), _) => Some(Facts::confirm(&ConfirmView::of(model, confirm))),
        (_, Context::Timeline) => timeline(),
        (_, Context::Checklist) => checklist(),
        _ => question.or_else(remedy).or_else(|| outcome.as_ref().map(Facts::outcome)),
    };
    let Some(facts) = facts else { return 0 };
    if !seen.insert(facts.0.join("\n")) {
        return 0;
    }
    for (name, face) in [("the full screen", frame(model)), ("the plain face", plain::screen(model))] {
        assert_eq!(facts.missing_in(&face), Vec::<&str>::new(), "{name}:\n{face}");
    }
    if let Some(end) = end {
        let text = exported(model);
        assert_eq!(end.missing_in(&text), Vec::<&str>::new(), "the export:\n{text}");
    }
    facts.0.len()
}

/// The case in view as text to send.
fn exported(model: &Model) -> String {
    let (words, open) = (model.words(), &model.session().expect("a case is in view").open);
    let markdown = export::markdown(words, open, &PageShape::default());
    Format::Text.write(markdown, &open.case, words, false)
}

/// Looks at what these ask, and leaves the Model as it was.
fn look_beside(model: &Model, messages: &[Message], seen: &mut BTreeSet<String>) -> usize {
    let mut model = model.clone();
    messages.iter().for_each(|message| _ = app::update(&mut model, message.clone()));
    if model.overlay().is_some() { check(&model, seen) } else { 0 }
}

fn look_at_all(model: &mut Model, seen: &mut BTreeSet<String>) -> usize {
    let mut facts = 0;
    let stops = model.session().map_or(0, |session| session.steps().len());
    for stop in 0..stops {
        _ = app::update(model, Message::Look(stop));
        facts += check(model, seen);
        let question = QuestionView::of(model);
        for option in question.iter().flat_map(|view| &view.options) {
            facts += look_beside(model, &[Message::Answer(option.answer)], seen);
        }
        let is_question = question.is_some();
        if is_question && model.serves(&Message::Unsure) {
            _ = app::update(model, Message::Unsure);
        }
        for row in 0..model.session().map_or(0, |session| if is_question { 1 } else { session.rows() }) {
            _ = app::update(model, Message::Select(row));
            let tools = model.session().map(|session| session.tools()).unwrap_or_default();
            facts += check(model, seen);
            for asks in [Message::Tick, Message::Copy, Message::Fail, Message::Skip, Message::Note] {
                facts += look_beside(model, &[asks], seen);
            }
            for tool in tools {
                _ = app::update(model, Message::Tool(tool));
                facts += check(model, seen);
            }
        }
    }
    let export = [Message::Export, Message::ExportAs(ExportChange::Redact)];
    let handover = [Message::HandOver, Message::ExportAs(ExportChange::Format(1))];
    facts += look_beside(model, &export, seen) + look_beside(model, &handover, seen);
    for asks in [Message::NoteCase, Message::Rename, Message::CloseCase] {
        facts += look_beside(model, &[asks], seen);
    }
    let variables = model.session().map_or(0, |session| session.open.guide.ids::<Variable>().count());
    for row in 0..variables {
        let field = [Message::Variables, Message::Select(row), Message::Take];
        let refused = [Message::Fill("? ?".to_owned()), Message::Take];
        facts += look_beside(model, &field, seen) + look_beside(model, &[&field[..], &refused].concat(), seen);
    }
    _ = app::update(model, Message::ToggleChecklist);
    facts += check(model, seen);
    _ = app::update(model, Message::Timeline);
    facts + check(model, seen)
}

#[test]
fn a_face_that_drops_a_fact_is_found() {
    let mut model = home("en");
    let guide = walks::guide();
    let problem = guide.ids::<Problem>().next().expect("a problem");
    open_only(&mut model, &Case::new(&guide, problem, &guide[problem].codes[0]));
    _ = app::update(&mut model, Message::Unsure);
    let view = QuestionView::of(&model).expect("a question is first");
    let facts = Facts::question(&view);
    assert!(facts.0.len() > 10 && facts.missing_in(&plain::screen(&model)).is_empty());
    for fact in &facts.0 {
        let without = squeeze(&plain::screen(&model)).replace(fact, "");
        assert!(facts.missing_in(&without).contains(&fact.as_str()), "{fact}");
    }
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn no_fact_of_a_view_is_missing_in_a_face() {
        let guides = walks::library().guides().expect("the built-in guides are sound");
        for (locale, guide) in ["en", "ru"].iter().flat_map(|locale| guides.iter().map(move |guide| (locale, guide))) {
            let (mut model, mut seen, mut facts) = (home(locale), BTreeSet::new(), 0);
            for problem in guide.ids::<Problem>() {
                for mut case in walks::cases(guide, problem, WALKS) {
                    case.notes.insert(backup_medic::case::NOTE.to_owned(), "ask Anna *today*".to_owned());
                    let timed = |(at, key): (usize, &String)| (key.clone(), format!("2026-11-{}T10:00:00Z", 10 + at));
                    case.answered = case.answers.keys().enumerate().map(timed).collect();
                    case.noted = case.notes.keys().enumerate().map(timed).collect();
                    open_only(&mut model, &case);
                    facts += look_at_all(&mut model, &mut seen);
                }
            }
            let id = &guide.id;
            assert!(seen.len() > 200 && facts > 5000, "{id} in {locale}: {} screens, {facts} facts", seen.len());
        }
    }
}

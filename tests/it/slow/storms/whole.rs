//! Every question and every remedy: what the guide says of it can be read whole, however small the screen.

use std::{collections::BTreeSet, rc::Rc};

use backup_medic::{
    app::{Life, Message, Session},
    case::{
        Case,
        open::OpenCase,
        trail::{Answer, Ask},
    },
    guide::{Guide, Problem, Question, QuestionKind, Remedy, Renames, Via},
    l10n::{GuideText, Words},
    text::markdown,
};

use crate::{
    walks::{self, Answers, Random},
    wizard::{Wizard, open_only},
};

/// Random cases for each problem; and so many more walks, of which those with a new pair of ways out are kept.
const WALKS: usize = 500;

/// A place on a trail, and what makes it another one than the same question elsewhere.
struct Place {
    session: Session,
    stop: usize,
}

/// Every question and every remedy, once for each set of commands that the answers before it leave.
fn places(guide: &Rc<Guide>) -> Vec<Place> {
    let mut seen = BTreeSet::new();
    let mut places = Vec::new();
    let (mut questions, mut remedies) = (BTreeSet::new(), BTreeSet::new());
    let mut random = Random(0xD1B5_4A32_D192_ED03);
    for problem in guide.ids::<Problem>() {
        let mut cases = walks::cases(guide, problem, WALKS);
        for _ in 0..WALKS {
            let (_, answers) = walks::walk(guide, problem, &Answers::new(), &mut random);
            cases.push(Case { answers, ..Case::new(guide, problem, &guide[problem].codes[0]) });
        }
        for case in cases {
            let mut session = Session::new(OpenCase::new(Rc::clone(guide), problem, case), Life::default(), false);
            for stop in 0..session.steps().len() {
                session.go_to(stop);
                let shown = match (session.question(), session.group()) {
                    (Some((ask, _)), _) => {
                        questions.insert(ask.question);
                        format!("{:?} {:?} {:?}", ask.question, ask.with, session.checks(ask))
                    }
                    (_, Some(group)) => {
                        remedies.insert(group.remedy);
                        let items: Vec<_> = group.items.iter().map(|item| (item.step, &item.undecided)).collect();
                        let commands = group
                            .items
                            .iter()
                            .map(|item| group.commands(guide, &session.open.case, group.step(guide, item)));
                        format!("{:?} {:?} {items:?} {:?}", group.remedy, group.with, commands.collect::<Vec<_>>())
                    }
                    _ => continue,
                };
                if seen.insert(shown) {
                    places.push(Place { session: session.clone(), stop });
                }
            }
        }
    }
    let questions = guide.ids::<Question>().filter(|id| !questions.contains(id)).map(|id| &guide[id].id);
    let remedies = guide.ids::<Remedy>().filter(|id| !remedies.contains(id)).map(|id| &guide[id].id);
    assert_eq!(questions.chain(remedies).collect::<Vec<_>>(), [""; 0], "the walks meet everything");
    places
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '▌').collect()
}

/// A line without the sign by which a shell knows that the command goes on.
fn ended(line: &str) -> &str {
    let line = line.trim_end();
    line.strip_suffix(" \\").or_else(|| line.strip_suffix(" `")).unwrap_or(line)
}

/// The whole text of the place in view, scrolled through page by page, without white space and signs of breaks.
fn read(wizard: &mut Wizard) -> String {
    let (columns, rows) = wizard.model.size();
    let columns = usize::from(columns);
    // The text stands right of the trail where there is one; the last column shows that there is more.
    let start = if columns < 110 { 1 } else { (columns * 3 / 10).clamp(24, 40) + 2 };
    // Above it are the header and, where the trail is not beside it and there is room, its row.
    let top = if columns < 110 && rows > 16 { 2 } else { 1 } + wizard.drawn.head;
    let head = wizard.cells(start..columns - 1, 1..top);
    let mut lines: Vec<String> = Vec::new();
    loop {
        wizard.message(Message::ScrollTo(lines.len()));
        let (offset, height) = (wizard.drawn.offset, wizard.drawn.height);
        assert!(offset <= lines.len(), "a line was jumped over");
        let page = wizard.cells(start..columns - 1, top..top + height);
        lines.extend(page.into_iter().skip(lines.len() - offset));
        if offset == wizard.drawn.last {
            return squeezed(&head.iter().chain(&lines).map(|line| ended(line)).collect::<String>()).replace('↵', "");
        }
    }
}

/// What must stand in the text of a question.
fn question(session: &Session, text: &GuideText<'_>, ask: &Ask) -> Vec<String> {
    let question = &session.open.guide[ask.question];
    let part = |attribute: &str| markdown::plain(&text.part(question, attribute).unwrap_or_default());
    let mut expected = vec![markdown::plain(&text.title(question)), part("before")];
    if session.how || question.kind != QuestionKind::State {
        expected.push(part("why"));
    }
    for (at, option) in question.options.iter().enumerate() {
        expected.push(markdown::plain(&text.answer(ask.question, Answer::Option(at))));
        if session.how || question.kind != QuestionKind::State {
            expected.push(part(&format!("look-{option}")));
        }
    }
    if session.how {
        expected.push(part("unsure"));
        let tool = session.shown_tool();
        for (check, undecided) in session.checks(ask).into_iter().filter(|(check, _)| check.via == tool) {
            expected.extend(text.path(&check.portal));
            expected.extend(
                check
                    .run
                    .iter()
                    .map(|run| session.open.case.command(&session.open.guide, run, tool.shell(), &ask.with)),
            );
            expected.extend(check.shows.iter().flatten().cloned());
            expected.push(markdown::plain(&text.condition(&undecided)));
        }
    }
    expected
}

/// What must stand in the text of a remedy.
fn remedy(session: &Session, text: &GuideText<'_>) -> Vec<String> {
    let (guide, group) = (&session.open.guide, session.group().expect("a remedy is in view"));
    let id = &guide[group.remedy].id;
    let part = |attribute: &str| markdown::plain(&text.part_of::<Remedy>(id, attribute).unwrap_or_default());
    let mut expected = vec![markdown::plain(&text.title_of::<Remedy>(id)), part("why"), part("needs"), part("worked")];
    let (_, selected) = session.item().expect("a step is selected");
    for item in &group.items {
        let step = group.step(guide, item);
        expected.push(part(&format!("step-{}", step.id)));
        let risks = step.effects.iter().filter(|effect| guide[**effect].disruptive || std::ptr::eq(item, selected));
        expected.extend(risks.map(|effect| markdown::plain(&text.title(&guide[*effect]))));
    }
    let step = group.step(guide, selected);
    expected.extend([part(&format!("warn-{}", step.id)), part(&format!("note-{}", step.id))]);
    let tool = session.shown_tool();
    if tool == Via::Portal {
        expected.extend(text.path(&step.portal));
    }
    let runs = group.commands(guide, &session.open.case, step);
    for run in runs.into_iter().filter(|run| run.via == tool) {
        expected.extend([run.text, markdown::plain(&text.condition(&run.undecided))]);
    }
    expected.extend(step.links.iter().map(|link| guide[*link].url.clone()));
    expected
}

/// Reads the place in view by every tool.
fn read_by_every_tool(wizard: &mut Wizard, words: &Words, with: &Renames) {
    let mut tools = wizard.model.sessions()[0].tools();
    if tools.is_empty() {
        tools.push(Via::Portal);
    }
    for tool in tools {
        wizard.message(Message::Tool(tool));
        let shown = read(wizard);
        let session = &wizard.model.sessions()[0];
        let text = GuideText::renamed(words, &session.open.guide, &session.open.case, with);
        let expected = match session.question() {
            Some((ask, _)) => question(session, &text, ask),
            None => remedy(session, &text),
        };
        for expected in expected {
            let whole = shown.contains(&squeezed(&expected));
            assert!(whole, "{:?} {tool:?}: not whole: {expected}\n{}", wizard.model.size(), wizard.text());
        }
    }
}

fn check(locale: &str, columns: u16, rows: u16) {
    let guide = walks::guide();
    let mut wizard = Wizard::new(locale, columns, rows);
    let words = walks::said(locale);
    for Place { session, stop } in places(&guide) {
        open_only(&mut wizard.model, &session.open.case);
        wizard.message(Message::Look(stop));
        let session = &wizard.model.sessions()[0];
        let state =
            session.question().is_some_and(|(ask, _)| session.open.guide[ask.question].kind == QuestionKind::State);
        let with = match (session.question(), session.group()) {
            (Some((ask, _)), _) => ask.with.clone(),
            (_, Some(group)) => group.with.clone(),
            _ => unreachable!("a place is a question or a remedy"),
        };
        for how in [false, true].into_iter().filter(|how| state || !how) {
            if how {
                wizard.message(Message::Unsure);
            }
            for selected in 0..wizard.model.sessions()[0].rows() {
                wizard.message(Message::Select(selected));
                read_by_every_tool(&mut wizard, &words, &with);
            }
        }
    }
}

#[test]
fn in_english_on_the_usual_screen() {
    check("en", 80, 24);
}

#[test]
fn in_english_on_the_smallest_screen() {
    check("en", 40, 12);
}

#[test]
fn in_russian_on_the_usual_screen() {
    check("ru", 80, 24);
}

#[test]
fn in_russian_on_the_smallest_screen() {
    check("ru", 40, 12);
}

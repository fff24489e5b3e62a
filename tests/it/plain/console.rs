//! A small console: no screen has more rows than it, what is asked comes last, and the prompt is short.

use backup_medic::{
    app::{self, Message, Model, Screen, TrailStep, views::QuestionView},
    case::Case,
    guide::Problem,
    text::markdown,
    wizard::plain::{Console, ShownScreen},
};
use unicode_width::UnicodeWidthStr;

use super::{CODE, after, home, take};
use crate::{walks, wizard::open_only};

const COLUMNS: usize = 40;
const ROWS: u16 = 12;

/// What a console of this size shows of a Model by itself, and then where more is asked for; each page is looked at.
fn pages(model: &mut Model) -> (Vec<String>, Vec<String>) {
    _ = app::update(model, Console { columns: Some(COLUMNS as u16), rows: Some(ROWS) }.resize());
    let mut shown = ShownScreen::of(model, Some(ROWS));
    let (mut asked, mut beside) = (vec![shown.text()], Vec::new());
    while shown.turn("") {
        asked.push(shown.text());
    }
    while shown.turn("m") {
        beside.push(shown.text());
    }
    for page in asked.iter().chain(&beside) {
        let rows = rows(page);
        assert!(rows <= usize::from(ROWS), "{rows} rows:\n{page}");
        let prompt = page.lines().next_back().unwrap_or_default();
        assert!(prompt.ends_with(" > ") && prompt.width() < COLUMNS, "{prompt:?}");
        let is_cut =
            |line: &&str| line.width() > COLUMNS && line.trim().width() <= COLUMNS && !line.trim().contains(' ');
        assert_eq!(page.lines().find(is_cut), None, "it would fit further left");
    }
    (asked, beside)
}

fn rows(text: &str) -> usize {
    text.lines().map(|line| line.width().div_ceil(COLUMNS).max(1)).sum()
}

/// Pages without prompts and blanks.
fn squeeze(pages: &[String]) -> String {
    let text = pages.iter().filter_map(|page| Some(page.rsplit_once('\n')?.0));
    text.flat_map(str::split_whitespace).collect()
}

/// A question and its answers are asked without being asked for, and nothing comes behind them; what explains it can be had.
fn check(model: &mut Model) -> usize {
    let (asked, beside) = pages(model);
    let is_in_view = model.screen() == Screen::Place && model.overlay().is_none();
    if let Some(view) = QuestionView::of(model).filter(|_| is_in_view) {
        let said = |text: &str| markdown::plain(text).split_whitespace().collect::<String>();
        let (text, all) = (squeeze(&asked), squeeze(if beside.is_empty() { &asked } else { &beside }));
        let answers = view.options.iter().map(|option| &option.label);
        let mut rest = text.as_str();
        for name in [&view.title].into_iter().chain(answers) {
            rest = rest.split_once(&said(name)).unwrap_or_else(|| panic!("{name} is not in {asked:?}")).1;
        }
        assert!(all.contains(&said(&view.why.1)), "{} is not in {beside:?}", view.why.1);
    }
    asked.len() + beside.len()
}

fn look_at_all(model: &mut Model) -> usize {
    let stops = model.session().map_or(0, |session| session.steps().len());
    let mut screens = 0;
    for stop in 0..stops {
        _ = app::update(model, Message::Look(stop));
        screens += check(model);
        let is_remedy = matches!(model.session().map(|session| session.step_in_view()), Some(TrailStep::Remedy(_)));
        for row in 0..model.session().filter(|_| is_remedy).map_or(0, |session| session.rows()) {
            _ = app::update(model, Message::Select(row));
            screens += check(model);
        }
        if model.serves(&Message::Unsure) {
            _ = app::update(model, Message::Unsure);
            screens += check(model);
        }
    }
    for message in [Message::ToggleChecklist, Message::Help, Message::Close, Message::Variables, Message::Export] {
        _ = app::update(model, message);
        screens += check(model);
    }
    screens
}

/// The rows that are printed on the way of somebody whose VM runs and whose agent does not.
fn rows_on_the_way(locale: &str, console: Option<u16>) -> usize {
    let lines = [CODE, "", "1", "2", "1", "1", "1", "", "", "", "", "2", "e"];
    let printed = |taken: usize| {
        let mut model = after(locale, &lines[..taken]);
        _ = app::update(&mut model, Console { columns: Some(COLUMNS as u16), rows: console }.resize());
        rows(&ShownScreen::of(&model, console).text())
    };
    (2..lines.len()).map(printed).sum()
}

#[test]
fn a_small_console_gets_few_rows_on_the_way() {
    let check = |locale: &str, all: usize, shown: usize| {
        assert_eq!((rows_on_the_way(locale, None), rows_on_the_way(locale, Some(ROWS))), (all, shown), "{locale}");
    };
    check("en", 335, 111);
    check("ru", 361, 112);
}

#[test]
fn more_of_a_screen_is_shown_where_it_is_asked_for_and_nothing_else_happens() {
    let mut model = after("en", &[CODE, "", "1", "2"]);
    let (asked, beside) = pages(&mut model);
    assert!(asked[0].contains("m more") && !asked[0].contains("Why:"), "{asked:?}");
    assert!(beside.concat().contains("Why:"), "{beside:?}");
    let mut shown = ShownScreen::of(&model, Some(ROWS));
    assert!(!shown.turn("") && !shown.turn("1") && !shown.turn("q"), "Enter and answers go to the question");
    assert!(shown.turn("m") && shown.turn("") && !shown.turn("1"));
    let mut whole = ShownScreen::of(&model, None);
    assert!(!whole.turn("m") && !whole.turn("") && whole.text().contains("Why:"), "a script gets all of it");
    assert_eq!(take(&mut model, "m"), None);
}

#[test]
fn every_dialog_fits_too() {
    for locale in ["en", "ru"] {
        let dialogs: [&[&str]; 10] = [
            &[],
            &["key vault"],
            &["qqqqzzzz"],
            &[CODE, "", "?"],
            &[CODE, "", "L"],
            &[CODE, "", "v"],
            &[CODE, "", "v", "3"],
            &[CODE, "", "i"],
            &[CODE, "", "1", "e", "p"],
            &[CODE, "", "1", "q"],
        ];
        dialogs.iter().for_each(|lines| assert!(!pages(&mut after(locale, lines)).0.is_empty()));
    }
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn no_screen_of_any_problem_has_more_rows_than_a_small_console() {
        let guide = walks::guide();
        for locale in ["en", "ru"] {
            let (mut model, mut screens) = (home(locale), 0);
            for problem in guide.ids::<Problem>() {
                let fresh = Case::new(&guide, problem, &guide[problem].codes[0]);
                for case in [fresh].into_iter().chain(walks::cases(&guide, problem, 12)) {
                    open_only(&mut model, &case);
                    screens += look_at_all(&mut model);
                }
            }
            assert!(screens > 1000, "{locale}: {screens} pages");
        }
    }
}

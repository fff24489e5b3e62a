//! A question: its options, why it is asked, and how to find out.

use super::{
    page::ScreenPage,
    theme::{self, Role},
    ways,
};
use crate::app::{
    Message, Session,
    views::{OptionView, QuestionView},
};
use crate::case::trail::Answer;

/// What is said of an answer begins where its words do.
const BELOW_LABEL: &str = "     ";

pub(super) fn fill(page: &mut ScreenPage, session: &Session, view: &QuestionView) {
    page.text("", &view.title, Role::Title);
    ways::progress(page, &view.number, view.cause.as_ref(), None);
    page.head_ends();
    view.before.iter().for_each(|before| page.text("", before, Role::Text));
    view.since.iter().for_each(|since| page.text("", since, Role::Warn));
    page.blank();
    if let Some(contradiction) = &view.contradiction {
        page.text("", contradiction, Role::Warn);
        page.blank();
    }
    if let Some((title, how)) = &view.how {
        page.viewed(|page| ways::how_to(page, title, how, view.no_way.as_deref()));
        page.blank();
    }
    for (at, option) in view.options.iter().enumerate() {
        let selected = session.selected == Some(at);
        let (digit, message) = match option.answer {
            Answer::Option(at) => ((at + 1).to_string(), Message::Answer(option.answer)),
            Answer::Unsure => ("0".to_owned(), Message::Unsure),
        };
        page.row(selected, message, |page| {
            row(page, selected, &digit, option);
            option.findings.iter().chain(&option.look).for_each(|said| page.text(BELOW_LABEL, said, Role::Dim));
        });
    }
    if view.is_explained() {
        page.blank();
        let (label, why) = &view.why;
        let why = page.runs(why, Role::Text);
        page.runs_after(&[(&format!("{label} "), Role::Dim)], &why);
        view.cause.iter().for_each(|cause| ways::cause(page, cause));
    }
    if let Some(answered) = &view.answered {
        page.blank();
        page.text("", answered, Role::Dim);
    }
}

fn row(page: &mut ScreenPage, selected: bool, digit: &str, option: &OptionView) {
    let role = if selected { Role::Selected } else { Role::Text };
    let mut runs = page.runs(&option.label, role);
    if option.is_given {
        runs.push(page.run(&format!(" {}", theme::signs(page.look).done), Role::Good));
    }
    page.choice();
    page.runs_after(&[("  ", Role::Text), (digit, Role::Accent), ("  ", Role::Text)], &runs);
}

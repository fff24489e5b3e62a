//! What is asked in a box: for a line of text, or before something is lost.

use crate::{
    app::{Confirm, Field, Model, Purpose},
    case::NOTE,
    guide::{Id, Variable},
    l10n::{GuideText, args},
};

/// A line of text that is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldView {
    /// What is asked for.
    pub title: String,
    /// Where a value is found.
    pub find: Option<String>,
    /// What it looks like.
    pub example: Option<String>,
    /// That there may be several.
    pub several: Option<String>,
    /// What is known of it already.
    pub offered: Option<String>,
    /// Which rule the text breaks.
    pub rule: Option<String>,
}

impl FieldView {
    /// What a field asks for.
    pub fn of(model: &Model, field: &Field) -> Self {
        let titled = |id| FieldView { title: model.words().say(id), ..FieldView::default() };
        match &field.purpose {
            Purpose::Variable(id) => FieldView::of_variable(model, *id, field.refused),
            Purpose::Note(key) if key == NOTE => titled("field-note-case"),
            Purpose::Note(_) => titled("field-note"),
            Purpose::Fail(_) => titled("field-fail"),
            Purpose::Skip(_) => titled("field-skip"),
            Purpose::Name => titled("field-name"),
            Purpose::Target => titled("field-target"),
        }
    }

    fn of_variable(model: &Model, id: Id<Variable>, is_refused: bool) -> Self {
        let Some(session) = model.session() else { return FieldView::default() };
        let words = model.words();
        let text = GuideText::new(words, &session.open.guide, &session.open.case);
        let variable = &session.open.guide[id];
        FieldView {
            title: text.title(variable),
            find: text.part(variable, "find"),
            example: Some(words.say_with("field-example", &args!("example" => variable.example.as_str()))),
            several: variable.several.then(|| words.say("field-several")),
            offered: model.offered(),
            rule: is_refused.then(|| words.say(&format!("rule-{}", variable.rule.name()))),
        }
    }
}

/// A question before something is lost.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConfirmView {
    /// What is asked.
    pub title: String,
    /// The later answers that leave the trail.
    pub lost: Vec<String>,
    /// What is interrupted or lost.
    pub risks: Vec<String>,
    /// What must be read first, each with its label.
    pub warnings: Vec<(String, String)>,
    /// What is kept.
    pub kept: Option<String>,
}

impl ConfirmView {
    /// What a Model asks before this.
    pub fn of(model: &Model, confirm: &Confirm) -> Self {
        let words = model.words();
        let titled = |id| ConfirmView { title: words.say(id), ..ConfirmView::default() };
        let Some(session) = model.session() else { return titled(confirm.asked()) };
        let text = GuideText::new(words, &session.open.guide, &session.open.case);
        match confirm {
            Confirm::LeftOff(_, lost) => ConfirmView {
                lost: lost.iter().map(|ask| text.title(&session.open.guide[ask.question])).collect(),
                kept: Some(words.say("confirm-left-off-kept")),
                ..titled(confirm.asked())
            },
            Confirm::Disruptive(deed, effects) => ConfirmView {
                risks: effects.iter().map(|effect| text.effect(*effect)).collect(),
                warnings: model.warnings(deed).into_iter().map(|it| (words.say("step-warning"), it)).collect(),
                ..titled(confirm.asked())
            },
            Confirm::CloseCase => {
                let kept = if model.keeps { "confirm-close-kept" } else { "confirm-close-unsaved" };
                ConfirmView { kept: Some(words.say(kept)), ..titled(confirm.asked()) }
            }
            Confirm::Overwrite | Confirm::Quit => titled(confirm.asked()),
        }
    }
}

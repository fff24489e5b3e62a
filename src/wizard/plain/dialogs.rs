//! What lies on top of a screen, as text: help, lists, the export, a line of text, a question.

use super::{offers, typed::TAKE};
use crate::{
    app::{
        CollectForm, Confirm, Context, ExportForm, ExportKind, Field, Model, Overlay, Purpose, VariablesForm,
        views::TimelineView,
    },
    case::NOTE,
    l10n::{GuideText, args},
    text::{markdown, page::TextPage},
};

pub(super) fn fill(page: &mut TextPage, model: &Model, overlay: &Overlay) {
    match overlay {
        // Its lines need no other way to a letter: the help lists them all.
        Overlay::Palette(_) => {}
        Overlay::Help(context) => help(page, model, *context),
        Overlay::Told(sentences) => sentences.iter().for_each(|sentence| page.hanging(0, "- ", sentence)),
        Overlay::Timeline => timeline(page, model),
        Overlay::Languages(languages, _) => {
            for (row, (locale, name)) in languages.iter().enumerate() {
                page.hanging(2, &format!("{}  ", row + 1), &format!("{name} ({locale})"));
            }
        }
        Overlay::Collect(form) => commands(page, model, form),
        Overlay::Variables(form) => list(page, model, form),
        Overlay::Export(form) => export(page, model, form),
        Overlay::Field(field) => text_field(page, model, field),
        Overlay::Confirm(confirm) => question(page, model, confirm),
        Overlay::WhichCase(which) => {
            page.prose(0, &which.reason(model));
            page.gap();
            for (row, label) in which.answers(model).iter().enumerate() {
                page.hanging(2, &format!("{}  ", row + 1), label);
            }
        }
    }
}

fn help(page: &mut TextPage, model: &Model, context: Context) {
    let words = model.words();
    for offer in offers::offers(model, context) {
        page.hanging(2, &format!("{}  ", offer.caps), &words.say(&offer.help));
    }
    if matches!(context, Context::Remedy | Context::Checklist) {
        page.prose(0, &words.say("plain-help-steps"));
    }
    page.gap();
    page.prose(0, &words.say("plain-help-about"));
}

fn timeline(page: &mut TextPage, model: &Model) {
    let Some(TimelineView { title: _, nothing, days }) = TimelineView::of(model) else { return };
    nothing.iter().for_each(|nothing| page.prose(0, nothing));
    for (day, events) in &days {
        page.gap();
        page.prose(0, day);
        events.iter().for_each(|(clock, what)| page.hanging(2, &format!("{clock}  "), what));
    }
}

fn list(page: &mut TextPage, model: &Model, form: &VariablesForm) {
    let Some(session) = model.session() else { return };
    let text = GuideText::new(model.words(), &session.open.guide, &session.open.case);
    page.prose(0, &model.words().say("variables-text"));
    page.gap();
    for (row, id) in form.variables.iter().enumerate() {
        form.heading(row).iter().for_each(|heading| page.prose(0, &model.words().say(heading)));
        let name = text.title(&session.open.guide[*id]);
        page.hanging(2, &format!("{}  ", row + 1), &format!("{name}: {}", markdown::code(&text.value(*id))));
    }
}

fn commands(page: &mut TextPage, model: &Model, form: &CollectForm) {
    let words = model.words();
    page.prose(0, &words.say("collect-text"));
    page.gap();
    for (row, (via, _)) in form.blocks.iter().enumerate() {
        let place = words.say_with("collect-place", &args!("via" => via.name()));
        page.hanging(2, &format!("{}  ", row + 1), &place);
    }
    page.gap();
    page.verbatim(0, form.block());
}

fn export(page: &mut TextPage, model: &Model, form: &ExportForm) {
    let words = model.words();
    let title = match form.kind {
        ExportKind::Checklist => "export-title",
        ExportKind::Handover => "export-title-handover",
    };
    page.prose(0, &words.say(title));
    page.prose(0, &format!("{} {}", words.say("plain-file"), markdown::code(&form.target)));
    page.prose(0, &words.say_with("export-format", &args!("format" => form.format.name())));
    page.prose(0, &words.say_with("export-language", &args!("locale" => form.locale.to_uppercase())));
    form.ways_of(words).iter().for_each(|ways| page.prose(0, ways));
    page.prose(0, &words.say(if form.redacted { "export-redacted" } else { "export-unredacted" }));
    page.prose(0, &words.say(form.case_inside()));
    // Shown where it was asked for: on a slow line a long text is in the way.
    if model.scroll().is_some() {
        page.prose(0, &words.say("export-preview"));
        page.gap();
        page.verbatim(0, &form.text);
    }
}

fn text_field(page: &mut TextPage, model: &Model, field: &Field) {
    let words = model.words();
    match (&field.purpose, model.session()) {
        (Purpose::Variable(id), Some(session)) => {
            let text = GuideText::new(words, &session.open.guide, &session.open.case);
            let variable = &session.open.guide[*id];
            page.prose(0, &text.title(variable));
            text.part(variable, "find").iter().for_each(|find| page.prose(0, find));
            page.prose(0, &words.say_with("field-example", &args!("example" => variable.example.as_str())));
            if variable.several {
                page.prose(0, &words.say("field-several"));
            }
            if let Some(offered) = model.offered() {
                page.prose(0, &offered);
                page.prose(0, &words.say_with("plain-offered", &args!("sign" => TAKE)));
            }
            if field.refused {
                page.prose(0, &words.say(&format!("rule-{}", variable.rule.name())));
            }
        }
        (Purpose::Note(key), _) if key == NOTE => page.prose(0, &words.say("field-note-case")),
        (Purpose::Note(_), _) => page.prose(0, &words.say("field-note")),
        (Purpose::Fail(_), _) => page.prose(0, &words.say("field-fail")),
        (Purpose::Skip(_), _) => page.prose(0, &words.say("field-skip")),
        (Purpose::Name, _) => page.prose(0, &words.say("field-name")),
        (Purpose::Target, _) => page.prose(0, &words.say("field-target")),
        (Purpose::Variable(_), None) => {}
    }
    let value = field.input.value();
    if !value.is_empty() {
        let id = if field.refused { "plain-refused" } else { "plain-now" };
        page.prose(0, &words.say_with(id, &args!("text" => markdown::code(value))));
    }
}

fn question(page: &mut TextPage, model: &Model, confirm: &Confirm) {
    let words = model.words();
    match (confirm, model.session()) {
        (Confirm::LeftOff(_, lost), Some(session)) => {
            let text = GuideText::new(words, &session.open.guide, &session.open.case);
            page.prose(0, &words.say("confirm-left-off"));
            lost.iter().for_each(|ask| page.hanging(2, "- ", &text.title(&session.open.guide[ask.question])));
            page.prose(0, &words.say("confirm-left-off-kept"));
        }
        (Confirm::Disruptive(deed, effects), Some(session)) => {
            let text = GuideText::new(words, &session.open.guide, &session.open.case);
            page.prose(0, &words.say(deed.asked()));
            effects.iter().for_each(|effect| page.hanging(2, "- ", &text.effect(*effect)));
            let warnings = model.warnings(deed);
            warnings.iter().for_each(|it| page.prose(0, &format!("{} {it}", words.say("step-warning"))));
        }
        (Confirm::Overwrite, _) => page.prose(0, &words.say("confirm-overwrite")),
        (Confirm::Quit, _) => page.prose(0, &words.say("confirm-quit")),
        (Confirm::CloseCase, _) => {
            page.prose(0, &words.say("confirm-close"));
            page.prose(0, &words.say("confirm-close-kept"));
        }
        (Confirm::LeftOff(..) | Confirm::Disruptive(..), None) => {}
    }
}

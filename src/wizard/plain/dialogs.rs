//! What lies on top of a screen, as text: help, lists, the export, a line of text, a question.

use super::{offers, typed::TAKE};
use crate::{
    app::{
        CollectForm, Confirm, Context, ExportForm, Field, Model, Overlay, VariablesForm,
        views::{ConfirmView, ExportView, FieldView, TimelineView},
    },
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
    let ExportView { title, format, language, tool, names, case, preview } = ExportView::of(model, form);
    page.prose(0, &title);
    page.prose(0, &format!("{} {}", model.words().say("plain-file"), markdown::code(&form.target)));
    [Some(format), Some(language), tool, Some(names), Some(case)].iter().flatten().for_each(|said| page.prose(0, said));
    // Shown where it was asked for: on a slow line a long text is in the way.
    if model.scroll().is_some() {
        page.prose(0, &preview);
        page.gap();
        page.verbatim(0, &form.text);
    }
}

fn text_field(page: &mut TextPage, model: &Model, field: &Field) {
    let words = model.words();
    let FieldView { title, find, example, several, offered, rule } = FieldView::of(model, field);
    [Some(title), find, example, several].iter().flatten().for_each(|said| page.prose(0, said));
    if let Some(offered) = offered {
        page.prose(0, &offered);
        page.prose(0, &words.say_with("plain-offered", &args!("sign" => TAKE)));
    }
    rule.iter().for_each(|rule| page.prose(0, rule));
    let value = field.input.value();
    if !value.is_empty() {
        let id = if field.refused { "plain-refused" } else { "plain-now" };
        page.prose(0, &words.say_with(id, &args!("text" => markdown::code(value))));
    }
}

fn question(page: &mut TextPage, model: &Model, confirm: &Confirm) {
    let ConfirmView { title, lost, risks, warnings, kept } = ConfirmView::of(model, confirm);
    page.prose(0, &title);
    lost.iter().chain(&risks).for_each(|item| page.hanging(2, "- ", item));
    warnings.iter().for_each(|(label, warning)| page.prose(0, &format!("{label} {warning}")));
    kept.iter().for_each(|kept| page.prose(0, kept));
}

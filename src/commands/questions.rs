//! `questions`: a blank answer file, for `export --answers`.

use super::{Reply, TaskContext, comment::comment};
use crate::{
    case::{UNSURE, reachable::AskedAt},
    error::Error,
    guide::{QuestionKind, Variable},
    l10n::{GuideText, args},
};

pub(super) fn run(context: &TaskContext<'_>, name: &str) -> Result<Reply, Error> {
    let opened = context.open(name)?;
    let (guide, code) = (&opened.open.guide, &opened.entry.code);
    let (text, reach) = (opened.text(&context.words), opened.reach());
    let mut data = String::new();

    let title = text.title(&guide[opened.open.problem]);
    comment(&mut data, &format!("{code}: {title}"), "");
    for id in ["questions-use", "questions-unsure", "questions-places"] {
        comment(&mut data, &context.words.say_with(id, &args!("unsure" => UNSURE)), "");
    }
    comment(&mut data, &format!("backup-medic export {code} --answers FILE"), "    ");

    data.push_str("\n[answers]\n");
    let mut explained = Vec::new();
    for place in &reach.places {
        let first = !explained.contains(&place.ask.question);
        answer(&mut data, &text, place, first);
        explained.push(place.ask.question);
    }
    data.push_str("\n[variables]\n");
    for id in &reach.variables {
        value(&mut data, &text, &guide[*id]);
    }
    Ok(Reply { data, ..Reply::default() })
}

/// A key with its question; the options are put into words where the question comes up first.
fn answer(data: &mut String, text: &GuideText<'_>, place: &AskedAt, first: bool) {
    let text = GuideText::renamed(text.words, text.guide, text.case, &place.ask.with);
    let question = &text.guide[place.ask.question];
    let mut title = text.title(question);
    if place.ask.key != question.id {
        let causes = place.causes.iter().map(|cause| text.title(&text.guide[*cause]));
        title = causes.chain([title]).collect::<Vec<_>>().join(" > ");
    }
    data.push('\n');
    comment(data, &title, "");
    let unsure = (question.kind == QuestionKind::State).then_some(UNSURE);
    let options: Vec<&str> = question.options.iter().map(String::as_str).chain(unsure).collect();
    if first {
        text.part(question, "before").iter().for_each(|before| comment(data, before, ""));
        for option in &question.options {
            let words = text.part(question, &format!("option-{option}")).unwrap_or_default();
            comment(data, &format!("{option} = {words}"), "  ");
        }
    }
    data.push_str(&format!("{} = \"\"  # {}\n", key(&place.ask.key), options.join(" | ")));
}

fn value(data: &mut String, text: &GuideText<'_>, variable: &Variable) {
    data.push('\n');
    comment(data, &text.title(variable), "");
    if let Some(find) = text.part(variable, "find") {
        comment(data, &find, "  ");
    }
    let blank = if variable.several { "[]" } else { "\"\"" };
    data.push_str(&format!("{} = {blank}  # {:?}\n", key(&variable.id), variable.example));
}

/// Only a place, with its slashes, needs quotes.
fn key(key: &str) -> String {
    if key.contains('/') { format!("\"{key}\"") } else { key.to_owned() }
}

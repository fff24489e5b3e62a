//! `export`: the checklist of a problem as a document.

use super::{Context, Reply};
use crate::{
    answers::Given,
    case::Case,
    cli::{Export, ExportFormat},
    effects, export,
    failure::Failure,
    l10n::args,
    reach::Reach,
    sanitise,
    trail::Trail,
};

pub(super) fn run(context: &mut Context<'_>, options: &Export) -> Result<Reply, Failure> {
    let (guide, problem, entry) = context.open(&options.code)?;
    let mut case = Case::new(&guide, problem, &entry.code);
    let reach = Reach::of(&guide, problem);
    if let Some(path) = &options.answers {
        Given::file(&path.to_string_lossy(), &effects::read(path)?)?.fill(&guide, &reach, &mut case)?;
    }
    Given::arguments(&options.answer, &options.var)?.fill(&guide, &reach, &mut case)?;
    let text = match options.format {
        ExportFormat::Markdown => export::markdown(&context.words, &guide, problem, &case),
    };

    let trail = Trail::of(&guide, problem, &case);
    let off: Vec<&str> =
        case.answers.keys().map(String::as_str).filter(|key| !trail.asked().any(|(ask, _)| ask.key == *key)).collect();
    let mut notice = String::new();
    if !off.is_empty() {
        let args = args!("count" => off.len(), "keys" => off.join(", "));
        notice += &(context.words.say_with("notice-off-trail", &args) + "\n");
    }
    if options.output.as_os_str() == "-" {
        return Ok(Reply { data: text, notice, ..Reply::default() });
    }
    let path = sanitise::visible_line(&options.output.to_string_lossy());
    let args = args!("code" => entry.code.as_str(), "path" => path);
    notice += &(context.words.say_with("notice-written", &args) + "\n");
    Ok(Reply { notice, file: Some((options.output.clone(), text, options.force)), ..Reply::default() })
}

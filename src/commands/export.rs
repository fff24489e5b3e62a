//! `export`: the checklist of a problem as a document, or the package for whoever takes over.

use super::{
    Reply, TaskContext, cases,
    cli::{Export, ExportFormat, ToolName},
    inputs, is_file,
};
use crate::{
    case::{open::OpenCase, reachable::Reachable},
    commands::answers::Given,
    error::Error,
    evidence::apply,
    export::{self, Format, PageShape},
    guide::{Variable, Via},
    l10n::args,
    machine::{clock, files},
    text::sanitise,
};

pub(super) fn run(context: &TaskContext<'_>, options: &Export) -> Result<Reply, Error> {
    // JSON is the case itself: nothing of it can be left out.
    let shorter = [
        ("--brief", options.brief),
        ("--commands", options.commands),
        ("--handover", options.handover),
        ("--no-case", options.no_case),
    ];
    if let (ExportFormat::Json, Some((argument, _))) = (options.format, shorter.iter().find(|(_, given)| *given)) {
        return Err(Error::ArgumentConflict { argument: (*argument).to_owned() });
    }
    let mut notice = String::new();
    let (mut open, closed) = start(context, &options.code, &mut notice)?;
    fill(context, &mut open, options)?;
    notice += &context.lookalikes(&open.case);
    // What a kept case holds is the person's to answer; what is handed in here has nobody to ask.
    if !options.evidence.is_empty() {
        let problem = open.problem;
        open.change(|guide, case| apply::answer_agreed(case, guide, problem));
    }
    let open = export::shareable_copy(&open, options.redact || context.settings.is_on("redact"));
    let case = &open.case;
    let text = text(context, &open, options, closed.as_deref().unwrap_or_default());

    let off = off_trail(&open);
    if !off.is_empty() {
        let args = args!("count" => off.len(), "keys" => off.join(", "));
        notice += &(context.words.say_with("notice-off-trail", &args) + "\n");
    }
    if options.output.as_os_str() == "-" {
        return Ok(Reply { data: text, notice, ..Reply::default() });
    }
    let path = sanitise::visible_line(&options.output.to_string_lossy());
    let args = args!("code" => case.code.as_str(), "path" => path);
    notice += &(context.words.say_with("notice-written", &args) + "\n");
    Ok(Reply { notice, file: Some((options.output.clone(), text, options.force)), ..Reply::default() })
}

/// Takes in what the settings, the answer file, the arguments and the evidence say.
fn fill(context: &TaskContext<'_>, open: &mut OpenCase, options: &Export) -> Result<(), Error> {
    let reach = Reachable::from_problem(&open.guide, open.problem);
    context.fill_from_settings(open)?;
    if let Some(path) = &options.answers {
        let given = Given::file(&path.to_string_lossy(), &files::read(path)?)?;
        open.change(|guide, case| given.fill(guide, &reach, case))?;
    }
    let given = Given::arguments(&options.answer, &options.var)?;
    open.change(|guide, case| given.fill(guide, &reach, case))?;
    for path in &options.evidence {
        let reading = inputs::reading(&open.guide, path, &open.case.variables)?;
        // Here is nobody to ask whether the evidence belongs to the case all the same.
        if let Some(other) = apply::other(&open.case, &reading) {
            let name = context.words.title_of::<Variable>(other.variable);
            let (named, known) = (other.named.join(", "), other.known.join(", "));
            return Err(Error::EvidenceOther { name, path: path.clone(), named, known });
        }
        open.change(|guide, case| apply::apply_reading(case, guide, &reading));
    }
    Ok(())
}

/// The case in the form that was asked for; `closed` says when it was closed.
fn text(context: &TaskContext<'_>, open: &OpenCase, options: &Export, closed: &str) -> String {
    let now = clock::now();
    let tool = options.tool.map(via).or_else(|| context.settings.tool()).unwrap_or(PageShape::default().tool);
    let shape = PageShape { tool, in_full: options.commands, closed, now: &now };
    let markdown = if options.handover {
        export::handover(&context.words, open, &shape)
    } else if options.brief {
        export::brief(&context.words, open, &shape)
    } else {
        export::markdown(&context.words, open, &shape)
    };
    // What a ticket must keep short carries nothing that is not seen.
    let carries = !options.no_case && !options.brief;
    format(options.format).write(markdown, &open.case, &context.words, carries)
}

/// The places of answers that no trail of the case asks for.
fn off_trail(open: &OpenCase) -> Vec<&str> {
    let given = open.plan().given.iter().map(|(ask, _)| ask);
    let asks: Vec<_> = open.trail.asked().map(|(ask, _)| ask).chain(given).collect();
    let asked = |key: &&str| asks.iter().any(|ask| ask.key == *key);
    open.case.answers.keys().map(String::as_str).filter(|key| !asked(key)).collect()
}

fn format(format: ExportFormat) -> Format {
    match format {
        ExportFormat::Markdown => Format::Markdown,
        ExportFormat::Html => Format::Html,
        ExportFormat::Text => Format::Text,
        ExportFormat::Jira => Format::Jira,
        ExportFormat::Json => Format::Json,
    }
}

fn via(tool: ToolName) -> Via {
    match tool {
        ToolName::Portal => Via::Portal,
        ToolName::Az => Via::Az,
        ToolName::PowerShell => Via::PowerShell,
        ToolName::Guest => Via::Linux,
    }
}

/// A new case of a problem, a kept one with the time when it was closed, or the one that an exported file holds; what differs
/// there is told in the notice.
fn start(context: &TaskContext<'_>, name: &str, notice: &mut String) -> Result<(OpenCase, Option<String>), Error> {
    if !is_file(name) {
        let opened = context.open(name).map(|opened| (opened.open, None));
        // A code wins over the id of a kept case.
        return opened.or_else(|failure| cases::kept(context, name).unwrap_or(Err(failure)));
    }
    Ok((cases::exported(context, name, notice)?, None))
}

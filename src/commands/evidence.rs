//! `evidence --collect`: the commands to run and to send the output of; nothing is run here.

use super::{Reply, TaskContext, comment::comment};
use crate::{commands::answers::Given, error::Error, evidence::requests, guide::Via, l10n::args};

pub(super) fn run(context: &mut TaskContext<'_>, name: &str, values: &[String]) -> Result<Reply, Error> {
    let mut opened = context.open(name)?;
    Given::arguments(&[], values)?.fill(&opened.open.guide, &opened.reach(), &mut opened.open.case)?;
    let title = opened.text(&context.words).title("problem", &opened.open.guide[opened.open.problem].id);
    let requests = requests(&opened.open.guide, opened.open.problem, &opened.open.case);

    let mut data = String::new();
    comment(&mut data, &format!("{}: {title}", opened.entry.code), "");
    for id in ["collect-use", "collect-look", "collect-private"] {
        comment(&mut data, &context.words.say(id), "");
    }
    for via in [Via::Az, Via::PowerShell, Via::Windows, Via::Linux] {
        for read in [true, false] {
            let group: Vec<_> =
                requests.iter().filter(|request| request.via == via && request.kind.is_some() == read).collect();
            if group.is_empty() {
                continue;
            }
            data.push('\n');
            let reader = if read { "program" } else { "person" };
            comment(
                &mut data,
                &context.words.say_with("collect-where", &args!("via" => via.name(), "reader" => reader)),
                "",
            );
            // Blocks of PowerShell name the subscription each for itself; once is enough for all.
            let mut context_line = None;
            for line in group.iter().flat_map(|request| request.run.lines()) {
                let sets_context = line.starts_with("Set-AzContext ");
                if !sets_context || context_line != Some(line) {
                    data.push_str(line);
                    data.push('\n');
                }
                context_line = if sets_context { Some(line) } else { context_line };
            }
        }
    }
    let notice = context.lookalikes(&opened.open.case);
    Ok(Reply { data, notice, ..Reply::default() })
}

//! `collect`: the commands to run and to send the output of; nothing is run here.

use super::{Reply, TaskContext, comment::comment};
use crate::{
    commands::answers::Given,
    error::Error,
    evidence::{block, requests},
    guide::Via,
    l10n::args,
};

pub(super) fn run(context: &TaskContext<'_>, name: &str, values: &[String]) -> Result<Reply, Error> {
    let mut opened = context.open(name)?;
    context.fill_from_settings(&mut opened.open)?;
    Given::arguments(&[], values)?.fill(&opened.open.guide, &opened.reach(), &mut opened.open.case)?;
    let title = opened.text(&context.words).title(&opened.open.guide[opened.open.problem]);
    let requests = requests(&opened.open.guide, opened.open.problem, &opened.open.case);

    let mut data = String::new();
    comment(&mut data, &format!("{}: {title}", opened.entry.code), "");
    for id in ["collect-use", "collect-look", "collect-private"] {
        comment(&mut data, &context.words.say(id), "");
    }
    for via in [Via::Az, Via::PowerShell, Via::Windows, Via::Linux] {
        for read in [true, false] {
            let group = requests.iter().filter(|request| request.via == via && request.is_read() == read);
            let block = block(&opened.open.guide, group);
            if block.is_empty() {
                continue;
            }
            data.push('\n');
            let reader = if read { "program" } else { "person" };
            let place = args!("via" => via.name(), "reader" => reader);
            comment(&mut data, &context.words.say_with("collect-where", &place), "");
            data += &block;
        }
    }
    let notice = context.lookalikes(&opened.open.case);
    Ok(Reply { data, notice, ..Reply::default() })
}

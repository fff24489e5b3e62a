//! `man`: the manual page of the program, or of a task.

use clap_mangen::{
    Man,
    roff::{Roff, bold, roman},
};

use super::{
    Reply, TaskContext,
    cli::{self, about, examples},
};
use crate::{error::Error, l10n::cli_names, settings};

pub(super) fn run(context: &TaskContext<'_>, task: Option<&str>) -> Result<Reply, Error> {
    let words = &context.words;
    let command = cli::find(words, task)?;
    let name = task.map_or_else(|| "backup-medic".to_owned(), |task| format!("backup-medic-{task}"));
    // The sections below say what help has behind its options.
    let command = command.display_name(name.clone()).after_help("");
    let page = Man::new(command).title(name);
    let mut data = Vec::new();
    page.render_title(&mut data)
        .and_then(|()| page.render_name_section(&mut data))
        .and_then(|()| page.render_synopsis_section(&mut data))
        .and_then(|()| page.render_description_section(&mut data))
        .and_then(|()| page.render_options_section(&mut data))
        .and_then(|()| if task.is_none() { page.render_subcommands_section(&mut data) } else { Ok(()) })
        .and_then(|()| sections(context, task).to_writer(&mut data))
        .expect("a Vec takes every byte");
    Ok(Reply { data: String::from_utf8_lossy(&data).into_owned(), ..Reply::default() })
}

/// What every page has behind the options.
fn sections(context: &TaskContext<'_>, task: Option<&str>) -> Roff {
    let say = |id: &str| context.words.say_with(id, &cli_names());
    let mut roff = Roff::default();
    let mut list = |title: &str, rows: &[(&str, &str)]| {
        roff.control("SH", [title]);
        for (name, id) in rows {
            roff.control("TP", []).text([bold(*name)]).text([roman(say(id))]);
        }
    };
    let variables = settings::NAMES.map(settings::variable).join(", ");
    list("EXIT STATUS", &[("0", "man-exit-0"), ("1", "man-exit-1"), ("2", "man-exit-2"), ("3", "man-exit-3")]);
    list(
        "ENVIRONMENT",
        &[
            ("LC_ALL, LC_MESSAGES, LANG", "man-env-locale"),
            (&variables, "man-env-settings"),
            ("NO_COLOR, CLICOLOR, CLICOLOR_FORCE, FORCE_COLOR", "man-env-color"),
            ("TERM", "man-env-term"),
            ("PAGER", "man-env-pager"),
            ("XDG_DATA_HOME", "man-env-data"),
            ("XDG_CONFIG_HOME", "man-env-config"),
        ],
    );
    let files = [
        ("~/.local/share/backup-medic/cases", "man-file-cases"),
        ("~/.config/backup-medic/config.toml", "man-file-config"),
    ];
    list("FILES", &files);
    roff.control("SH", ["EXAMPLES"]);
    for line in examples::of(task.unwrap_or_default()) {
        roff.control("PP", []).text([bold(line)]);
    }
    if let Some(line) = about::address(&context.words, about::ADDRESS) {
        roff.control("SH", ["REPORTING BUGS"]).text([roman(line)]);
    }
    roff
}

//! Every command that the program shows was read by the real tool that it is for, and every defect planted was seen.
//!
//! The tools are `.ci/judge`'s; their verdicts are kept in `tests/commands/verdicts.txt`, so that these tests need no tool.

mod cmdlets;
mod list;
mod verdicts;

use std::{collections::BTreeSet, env, fs};

use serde::Serialize;

use cmdlets::Cmdlets;
use list::{Subject, planted, shown};
use verdicts::{TOOLS, Verdicts};

/// What the tools get to read.
#[derive(Serialize)]
struct List<'a> {
    /// Those without a verdict of today's tools; all, with `JUDGE_ALL` in the environment.
    commands: Vec<&'a Subject>,
    /// The hashes of all commands that there are.
    known: BTreeSet<&'a str>,
    /// The names of the subscriptions that fill the commands.
    subscriptions: &'a [&'a str],
    limits: list::Limits,
}

#[test]
fn every_command_has_a_passing_verdict() {
    let verdicts = Verdicts::kept();
    let without: Vec<_> = shown().into_iter().filter(|it| !verdicts.passed(it)).map(|it| it.run).collect();
    assert!(
        without.is_empty(),
        "run .ci/judge: {} commands have no passing verdict, such as\n{}",
        without.len(),
        without.iter().take(5).map(|run| format!("{run}\n\n")).collect::<String>()
    );
}

#[test]
fn every_planted_defect_is_seen() {
    let (verdicts, cmdlets) = (Verdicts::kept(), Cmdlets::kept());
    let planted = planted();
    for defect in &planted {
        let name = defect.seen_by.as_deref().expect("who sees it");
        let seen = match name {
            "cmdlets" => cmdlets.complaint(verdicts.uses(defect)).is_some_and(|it| it.contains(&defect.says)),
            tool => verdicts.refused(defect, tool),
        };
        assert!(seen && !defect.says.is_empty(), "{name} has not seen it: {}", defect.run);
    }
    let seers: BTreeSet<_> = planted.iter().filter_map(|defect| defect.seen_by.as_deref()).collect();
    assert_eq!(seers, TOOLS.into_iter().chain(["cmdlets"]).collect(), "each gate is shown a defect");
    assert!(planted.len() >= 20, "{}", planted.len());
}

#[test]
fn every_cmdlet_and_parameter_is_one_that_was_looked_up() {
    let (verdicts, cmdlets) = (Verdicts::kept(), Cmdlets::kept());
    for subject in shown() {
        if let Some(complaint) = cmdlets.complaint(verdicts.uses(&subject)) {
            panic!("tests/commands/cmdlets/: {complaint}\n{}", subject.run);
        }
    }
}

#[test]
fn what_the_tools_read_is_filled_in_and_no_limit_is_idle() {
    let (shown, planted, verdicts) = (shown(), planted(), Verdicts::kept());
    for subject in &shown {
        let open = backup_medic::guide::placeholder::names(&subject.run).next();
        assert_eq!(open, None, "{}", subject.run);
    }
    let limits = list::Limits::kept();
    for rewrite in &limits.rewrite {
        assert!(shown.iter().any(|subject| subject.run.contains(&rewrite.from)), "no command has {}", rewrite.from);
    }
    if let Ok(path) = env::var("JUDGE_LIST") {
        let all = env::var_os("JUDGE_ALL").is_some();
        let both = || shown.iter().chain(&planted);
        let commands = both().filter(|subject| all || !verdicts.are_current(subject)).collect();
        let known = both().map(|subject| subject.hash.as_str()).collect();
        let list = List { commands, known, subscriptions: &list::SUBSCRIPTIONS, limits };
        fs::write(path, serde_json::to_string_pretty(&list).expect("plain data")).expect("the list is written");
    }
}

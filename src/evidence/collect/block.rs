//! A block of commands to paste into a shell: one group, which the shell reads whole before it runs any of it, and before
//! each command a line that says which questions the output is about.

use super::Request;
use crate::guide::{Guide, Question, Via};

/// What stands before the ids of the questions in an output.
const MARK: &str = "backup-medic: ";

/// The requests of one place as one group, a command with its mark after the other; empty without any.
pub fn block<'r>(guide: &Guide, requests: impl IntoIterator<Item = &'r Request>) -> String {
    let mut requests = requests.into_iter().peekable();
    let Some(via) = requests.peek().map(|request| request.via) else { return String::new() };
    let powershell = matches!(via, Via::PowerShell | Via::Windows);
    let mut group = String::from(if powershell { "& {\n" } else { "{\n" });
    // Blocks of PowerShell name the subscription each for itself; once is enough for all.
    let mut context = None;
    for request in requests {
        let questions: Vec<_> = request.questions.iter().map(|id| guide[*id].id.as_str()).collect();
        let mark = format!("'{MARK}{}'", questions.join(" "));
        if !powershell {
            group += &format!("echo {mark}\n{}\n", request.run);
            continue;
        }
        let (sets, run): (Vec<_>, Vec<_>) = request.run.lines().partition(|line| line.starts_with("Set-AzContext "));
        for line in sets.into_iter().filter(|line| context.replace(*line) != Some(*line)) {
            group += &format!("{line} | Out-Null\n");
        }
        // As text, since the tables of different commands in one group would take each other's columns.
        group += &format!("{mark}\n& {{\n{}\n}} | Out-String -Width 200\n", run.join("\n"));
    }
    group + if powershell { "}\n" } else { "} 2>&1\n" }
}

/// The questions that a line of an output marks what follows as being about; `None` where it is no mark.
pub(in crate::evidence) fn questions_of<'g>(guide: &'g Guide, line: &str) -> Option<Vec<&'g Question>> {
    let ids = line.trim().strip_prefix(MARK)?;
    let mut questions = Vec::new();
    for id in ids.split(' ').filter_map(|id| guide.find::<Question>(id)) {
        if !questions.contains(&id) {
            questions.push(id);
        }
    }
    Some(questions.into_iter().map(|id| &guide[id]).collect())
}

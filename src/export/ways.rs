//! Which of the ways to do or to find out something are written: one at the desk, and those inside the VM.

use super::page::MarkdownPage;
use crate::{
    case::checklist::ReadyCommand,
    guide::{Label, Via},
    l10n::GuideText,
};

/// What is tried in turn at the desk where the chosen tool has no way.
const DESK: [Via; 3] = [Via::Az, Via::Portal, Via::PowerShell];

impl Via {
    fn is_inside(self) -> bool {
        matches!(self, Via::Windows | Via::Linux)
    }
}

/// The tools that are written of those that there are. What is done inside the VM is seldom the same in another way,
/// so it stays beside the tool at the desk; who prefers it sees the desk only where there is nothing else.
fn written(preferred: Via, all: &[Via]) -> Vec<Via> {
    let inside = all.iter().copied().filter(|via| via.is_inside());
    let desk = [preferred].into_iter().chain(DESK).find(|via| !via.is_inside() && all.contains(via));
    let is_enough = preferred.is_inside() && all.iter().any(|via| via.is_inside());
    inside.chain(desk.filter(|_| !is_enough)).collect()
}

impl MarkdownPage<'_> {
    /// Click paths and commands, each under the name of its tool.
    pub(super) fn ways(
        &mut self,
        indent: usize,
        text: &GuideText<'_>,
        paths: &[(Via, &[Label])],
        runs: &[ReadyCommand],
    ) {
        let all: Vec<Via> = paths.iter().map(|(via, _)| *via).chain(runs.iter().map(|run| run.via)).collect();
        let tools = written(self.shape.tool, &all);
        for (via, path) in paths.iter().filter(|(via, _)| tools.contains(via)) {
            let path = self.path(text, *via, path);
            self.line(indent, &path);
        }
        for run in runs.iter().filter(|run| tools.contains(&run.via)) {
            self.command(indent, text, run);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Via, written};

    #[test]
    fn one_tool_at_the_desk_is_written_and_all_inside_the_vm() {
        let check = |preferred, all: &[Via], expected: &[Via]| assert_eq!(written(preferred, all), expected);
        let desk = [Via::Portal, Via::Az, Via::PowerShell];
        check(Via::Az, &desk, &[Via::Az]);
        check(Via::PowerShell, &desk, &[Via::PowerShell]);
        check(Via::PowerShell, &[Via::Portal], &[Via::Portal]);
        check(Via::Az, &[Via::Portal, Via::PowerShell], &[Via::Portal]);
        check(Via::Az, &[Via::Portal, Via::Az, Via::Windows, Via::Linux], &[Via::Windows, Via::Linux, Via::Az]);
        check(Via::Linux, &[Via::Az, Via::Windows, Via::Linux], &[Via::Windows, Via::Linux]);
        check(Via::Windows, &desk, &[Via::Az]);
        check(Via::Az, &[], &[]);
    }
}

//! Which of the ways to do or to find out something are written: one at the desk, and those inside the VM.

use super::page::MarkdownPage;
use crate::{
    case::checklist::ReadyCommand,
    guide::{Label, Via},
    l10n::GuideText,
};

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
        let tools = Via::written(self.shape.tool, &all);
        for (via, path) in paths.iter().filter(|(via, _)| tools.contains(via)) {
            let path = self.path(text, *via, path);
            self.line(indent, &path);
        }
        for run in runs.iter().filter(|run| tools.contains(&run.via)) {
            self.command(indent, text, run);
        }
    }
}

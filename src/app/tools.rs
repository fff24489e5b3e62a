//! Which tools the place in view offers, and the command that would be copied.

use super::Session;
use crate::{
    case::{
        known::Known,
        trail::{Ask, Entry},
    },
    guide::{Condition, Handover, Id, Log, Lookup, Via, placeholder},
};

impl Session {
    /// The ways to find out an answer that apply by the answers before it, with the conditions still open.
    pub fn checks(&self, ask: &Ask) -> Vec<(&Lookup, Condition)> {
        let is_it = |entry: &Entry| matches!(entry, Entry::Asked(asked, _) if asked.key == ask.key);
        let before = self.open.trail.entries.iter().position(is_it).unwrap_or(self.open.trail.entries.len());
        let known = Known::before(&self.open.trail, before);
        let checks = self.open.guide[ask.question].checks.iter();
        checks.filter_map(|check| Some((check, known.undecided(&check.when)?))).collect()
    }

    /// The logs that somebody who takes over asks for, by the answers so far.
    pub fn logs(&self, to: Id<Handover>) -> impl Iterator<Item = &Log> {
        let known = Known::before(&self.open.trail, self.open.trail.entries.len());
        self.open.guide[to].logs.iter().filter(move |log| known.undecided(&log.when).is_some())
    }

    /// The tools of the place in view, each once.
    pub fn tools(&self) -> Vec<Via> {
        let mut tools: Vec<Via> = match (self.question(), self.item()) {
            (Some((ask, _)), _) if self.how => self.checks(ask).iter().map(|(check, _)| check.via).collect(),
            (None, Some((group, item))) => {
                let step = group.step(&self.open.guide, item);
                let commands = group.commands(&self.open.guide, &self.open.case, step);
                step.clicks().map(|(via, _)| via).chain(commands.iter().map(|run| run.via)).collect()
            }
            _ => Vec::new(),
        };
        tools.sort_unstable();
        tools.dedup();
        tools
    }

    /// The tool whose way is shown.
    pub fn shown_tool(&self) -> Via {
        Via::shown(self.tool, &self.tools()).unwrap_or(self.tool)
    }

    /// The command in view, with variables filled in; `None` where the place has none.
    pub fn command(&self) -> Option<String> {
        self.command_of(self.shown_tool())
    }

    /// The first tool that has a command for the place in view.
    pub fn tool_with_command(&self) -> Option<Via> {
        self.tools().into_iter().find(|tool| self.command_of(*tool).is_some())
    }

    fn command_of(&self, tool: Via) -> Option<String> {
        let commands: Vec<String> = match (self.question(), self.item()) {
            (Some((ask, _)), _) if self.how => {
                let checks = self.checks(ask).into_iter().filter(|(check, _)| check.via == tool);
                let fill = |run: &String| self.open.case.command(&self.open.guide, run, tool.shell(), &ask.with);
                checks.filter_map(|(check, _)| check.run.as_ref().map(fill)).collect()
            }
            (None, Some((group, item))) => {
                let step = group.step(&self.open.guide, item);
                let runs = group.commands(&self.open.guide, &self.open.case, step);
                runs.into_iter().filter(|run| run.via == tool).map(|run| run.text).collect()
            }
            _ => Vec::new(),
        };
        (!commands.is_empty()).then(|| commands.join("\n"))
    }

    /// The variables that the command in view still lacks, as they stand there.
    pub fn unfilled(&self) -> Vec<String> {
        let command = self.command().unwrap_or_default();
        let mut names: Vec<String> = placeholder::names(&command).map(|name| format!("<{name}>")).collect();
        names.sort();
        names.dedup();
        names
    }
}

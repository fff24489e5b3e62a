//! What of a command line does not go together.

use super::{Cli, Task};
use crate::error::Error;

impl Cli {
    /// Why it cannot be done as it is given. Clap could refuse this, but then it refuses a global option before the task as
    /// well.
    pub fn conflict(&self) -> Option<Error> {
        let Cli { code, command, evidence, .. } = self;
        if self.demo && (code.is_some() || command.is_some() || !evidence.is_empty()) {
            return Some(Error::DemoAlone { option: "--demo" });
        }
        let task = command.as_ref()?;
        if let Some(name) = code {
            return Some(Error::CodeAndTask { name: name.clone() });
        }
        if matches!(task, Task::Resume { .. }) {
            return None;
        }
        let given = [("--plain", self.plain), ("--evidence", !evidence.is_empty())];
        given.into_iter().find_map(|(option, is_given)| is_given.then_some(Error::PlainAndTask { option }))
    }
}

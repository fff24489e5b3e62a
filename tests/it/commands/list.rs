//! The commands themselves: all that a guide shows, in the form in which a person pastes them.

use std::{collections::BTreeMap, fs};

use backup_medic::{
    case::Case,
    data::builtin,
    evidence::requests,
    guide::{self, Guide, NamingRule, Problem, Variable, Via},
    text::checksum::fnv1a,
};
use serde::{Deserialize, Serialize};

/// The subscriptions of `az login` while the tools read: that of the guide, and one whose name has to be quoted.
pub(super) const SUBSCRIPTIONS: [&str; 2] = ["11111111-2222-3333-4444-555555555555", "O'Brien & Sons (dev)"];

/// A command, filled in.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Subject {
    /// The tool's name in guides; `name` for the beginning of an az command that a sentence names.
    pub via: String,
    pub run: String,
    /// Of both.
    #[serde(skip_deserializing)]
    pub hash: String,
    /// Who has to refuse it, where it is a planted defect.
    #[serde(default)]
    pub seen_by: Option<String>,
    /// Words of that refusal.
    #[serde(default)]
    pub says: String,
}

impl Subject {
    fn new(via: &str, run: String) -> Self {
        Subject { via: via.to_owned(), run, hash: String::new(), seen_by: None, says: String::new() }.hashed()
    }

    fn hashed(self) -> Self {
        Subject { hash: format!("{:016x}", fnv1a(format!("{}\n{}", self.via, self.run).as_bytes())), ..self }
    }
}

/// What the tools cannot judge; each row says why.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Limits {
    pub rewrite: Vec<Rewrite>,
    pub advice: Vec<Advice>,
    pub beyond: Vec<Beyond>,
}

/// What a grammar does not know, and what it reads instead.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rewrite {
    pub from: String,
    to: String,
    why: String,
}

/// A finding of shellcheck that is no defect here.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Advice {
    code: String,
    why: String,
}

/// What no tool looks at.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Beyond {
    what: String,
    why: String,
}

impl Limits {
    pub(super) fn kept() -> Self {
        toml::from_str(&fs::read_to_string("tests/commands/limits.toml").expect("the limits")).expect("sound limits")
    }
}

/// Every command that the built-in guides show or collect with, each once.
pub(super) fn shown() -> Vec<Subject> {
    let files = builtin::embedded();
    let mut found = Vec::new();
    for id in files.folders("guides/") {
        let guide = guide::load(&files, id).expect("the embedded guide is sound");
        let names = guide.literals.iter().filter(|(_, text)| text.starts_with("az "));
        found.extend(names.map(|(_, text)| Subject::new("name", text.clone())));
        for fill in [example, awkward] {
            in_guide(&guide, &filled(&guide, fill), &mut found);
        }
    }
    found.sort();
    found.dedup();
    found
}

fn in_guide(guide: &Guide, case: &Case, found: &mut Vec<Subject>) {
    let checks = guide.questions.iter().flat_map(|question| &question.checks);
    let checks = checks.filter_map(|check| Some((check.via, check.run.as_ref()?)));
    let steps = guide.remedies.iter().flat_map(|remedy| &remedy.steps).flat_map(|step| &step.commands);
    for (via, run) in checks.chain(steps.map(|command| (command.via, &command.run))) {
        add(via, case.command(guide, run, via.shell(), &Vec::new()), found);
    }
    for problem in guide.ids::<Problem>() {
        requests(guide, problem, case).into_iter().for_each(|request| add(request.via, request.run, found));
    }
}

fn add(via: Via, run: String, found: &mut Vec<Subject>) {
    found.push(Subject::new(via.name(), run));
}

fn filled(guide: &Guide, fill: fn(&Variable) -> Vec<String>) -> Case {
    let variables: BTreeMap<_, _> = guide.variables.iter().map(|it| (it.id.clone(), fill(it))).collect();
    Case { variables, ..Case::default() }
}

fn example(variable: &Variable) -> Vec<String> {
    vec![variable.example.clone()]
}

/// A value that Azure allows and that a shell would take apart; two where there can be several.
fn awkward(variable: &Variable) -> Vec<String> {
    let value = match variable.rule {
        NamingRule::Vm => "vm_web.01-é",
        NamingRule::ResourceGroup => "(rg)_web.1-x",
        NamingRule::Subscription => SUBSCRIPTIONS[1],
        NamingRule::Name => "Name (1) é",
        NamingRule::IpAddress => "fd00::4",
        _ => &variable.example,
    };
    // The rule lets no such subscription through, and yet its quoting has to hold.
    let harder = variable.rule == NamingRule::Subscription;
    assert!(variable.rule.accepts(value) != harder, "{value} is no {}", variable.id);
    let mut values = vec![value.to_owned()];
    values.extend(variable.several.then(|| variable.example.clone()));
    values
}

/// Commands with a defect each, and who sees it.
pub(super) fn planted() -> Vec<Subject> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct File {
        defect: Vec<Subject>,
    }
    let text = fs::read_to_string("tests/commands/planted.toml").expect("the planted defects");
    let file: File = toml::from_str(&text).expect("sound defects");
    file.defect.into_iter().map(Subject::hashed).collect()
}

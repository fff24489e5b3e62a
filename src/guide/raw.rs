//! The TOML files as serde sees them: shapes only, every reference still a string with its place in the file.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Deserializer, de};
use toml::Spanned;

use super::model::{Limit, Rule, Source, Via};

pub(super) type Word = Spanned<String>;
pub(super) type RawCondition = BTreeMap<Word, Vec<Word>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawGuide {
    pub revision: u32,
    pub problems: Vec<Word>,
    pub categories: Vec<Word>,
    #[serde(default)]
    pub others: Vec<String>,
    pub source: Source,
    #[serde(default)]
    pub limit: BTreeMap<String, RawLimit>,
    #[serde(default)]
    pub effect: BTreeMap<String, RawEffect>,
    #[serde(default)]
    pub variable: BTreeMap<String, RawVariable>,
    #[serde(default)]
    pub handover: BTreeMap<String, RawHandover>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawLimit {
    pub value: u32,
    pub dated: Word,
    pub newer: Option<RawNewer>,
}

impl RawLimit {
    /// The figure under its name.
    pub(super) fn named(self, id: String) -> Limit {
        let newer = self.newer.map(|newer| (newer.value, newer.dated.into_inner()));
        Limit { id, stated: (self.value, self.dated.into_inner()), newer }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawNewer {
    pub value: u32,
    pub dated: Word,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawEffect {
    pub disruptive: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawVariable {
    pub example: Word,
    pub rule: Rule,
    #[serde(default)]
    pub several: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawHandover {
    #[serde(default)]
    pub logs: Vec<RawLog>,
    #[serde(default)]
    pub ids: Vec<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawLog {
    pub path: String,
    #[serde(default)]
    pub when: RawCondition,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawQuestion {
    pub options: Vec<Word>,
    pub kind: Option<Word>,
    pub advised: Option<Word>,
    pub since: Option<Word>,
    #[serde(default)]
    pub check: Vec<RawCheck>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCheck {
    pub via: Via,
    #[serde(default)]
    pub portal: Vec<Word>,
    pub run: Option<Word>,
    #[serde(default)]
    pub when: RawCondition,
    #[serde(default)]
    pub shows: BTreeMap<Word, String>,
}

/// What problems, causes and remedies say of their origin, each in its own file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawProblem {
    pub codes: Vec<Word>,
    #[serde(default)]
    pub aliases: Vec<Word>,
    pub category: Word,
    pub source: Word,
    pub checked: Word,
    pub start: Word,
    pub node: BTreeMap<Word, RawNode>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCause {
    pub kind: Option<Word>,
    pub source: Word,
    pub since: Option<Word>,
    pub checked: Word,
    pub start: Word,
    pub node: BTreeMap<Word, RawNode>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawNode {
    pub ask: Option<Word>,
    #[serde(default)]
    pub fresh: bool,
    pub r#do: Option<Word>,
    pub walk: Option<Word>,
    #[serde(default)]
    pub with: BTreeMap<Word, Word>,
    pub end: Option<Word>,
    pub r#for: Option<Word>,
    pub to: Option<Word>,
    pub problem: Option<Word>,
    pub go: Option<Spanned<Go>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRemedy {
    pub source: Word,
    pub checked: Word,
    pub since: Option<Word>,
    pub withdrawn: Option<Word>,
    #[serde(default = "yes")]
    pub changes: bool,
    #[serde(default)]
    pub links: Vec<Word>,
    #[serde(default)]
    pub step: Vec<RawStep>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawStep {
    pub id: Word,
    pub minutes: u32,
    #[serde(default)]
    pub effects: Vec<Word>,
    #[serde(default)]
    pub portal: Vec<Word>,
    #[serde(default)]
    pub windows: Vec<Word>,
    #[serde(default)]
    pub command: Vec<RawCommand>,
    #[serde(default)]
    pub when: RawCondition,
    pub since: Option<Word>,
    pub withdrawn: Option<Word>,
    #[serde(default)]
    pub optional: bool,
    #[serde(default)]
    pub links: Vec<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCommand {
    pub via: Via,
    pub run: Word,
    #[serde(default)]
    pub when: RawCondition,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct RawEvidence {
    /// Fact, value, question, option.
    #[serde(default)]
    pub fact: BTreeMap<Word, BTreeMap<Word, BTreeMap<Word, Word>>>,
    #[serde(default)]
    pub figure: Vec<RawFigure>,
    #[serde(default)]
    pub number: BTreeMap<Word, RawNumber>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RawFigure {
    pub fact: Word,
    pub above: Option<Word>,
    pub at_least: Option<Word>,
    pub below: Option<Word>,
    pub up_to: Option<Word>,
    pub means: BTreeMap<Word, Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawNumber {
    pub problem: Option<Word>,
    #[serde(default)]
    pub weak: bool,
}

fn yes() -> bool {
    true
}

/// `go = "node"` or `go = { exit = "node" }`; by hand, since serde's untagged enums lose the places.
pub(super) enum Go {
    One(String),
    Many(BTreeMap<Word, Word>),
}

impl<'de> Deserialize<'de> for Go {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Go;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("NODE | { EXIT = NODE, ... }")
            }
            fn visit_str<E: de::Error>(self, node: &str) -> Result<Go, E> {
                Ok(Go::One(node.to_owned()))
            }
            fn visit_map<M: de::MapAccess<'de>>(self, mut map: M) -> Result<Go, M::Error> {
                let mut exits = BTreeMap::new();
                while let Some((exit, node)) = map.next_entry()? {
                    exits.insert(exit, node);
                }
                Ok(Go::Many(exits))
            }
        }
        from.deserialize_any(Visitor)
    }
}

//! The TOML files as serde sees them: shapes only, every reference still a string with its place in the file.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Deserializer, de};
use toml::Spanned;

use super::model::{Limit, NamingRule, Side, Source, Via};

pub(super) type RawWord = Spanned<String>;
pub(super) type RawCondition = BTreeMap<RawWord, Vec<RawWord>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawGuide {
    pub revision: u32,
    #[serde(default)]
    pub uses: Vec<RawWord>,
    pub problems: Vec<RawWord>,
    #[serde(default)]
    pub categories: Vec<RawWord>,
    /// The catalogue reads them.
    #[serde(default, rename = "others")]
    _others: Vec<String>,
    #[serde(rename = "no-code")]
    pub no_code: Option<RawWord>,
    #[serde(rename = "unknown-code")]
    pub unknown_code: Option<RawWord>,
    pub source: RawSource,
    #[serde(default)]
    pub sources: BTreeMap<String, RawSource>,
    #[serde(default)]
    pub limit: BTreeMap<String, RawLimit>,
    #[serde(default)]
    pub effect: BTreeMap<String, RawEffect>,
    #[serde(default)]
    pub variable: BTreeMap<String, RawVariable>,
    #[serde(default)]
    pub handover: BTreeMap<String, RawHandover>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSource {
    pub title: String,
    pub url: String,
    pub dated: String,
    pub newest: String,
    pub checked: String,
}

impl RawSource {
    pub(super) fn named(self, id: String) -> Source {
        let RawSource { title, url, dated, newest, checked } = self;
        Source { id, title, url, dated, newest, checked }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawLimit {
    pub value: u32,
    pub dated: RawWord,
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
    pub dated: RawWord,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawEffect {
    pub disruptive: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawVariable {
    pub example: RawWord,
    pub rule: NamingRule,
    #[serde(default)]
    pub several: bool,
    #[serde(default)]
    pub shared: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawHandover {
    #[serde(default)]
    pub logs: Vec<RawLog>,
    #[serde(default)]
    pub ids: Vec<RawWord>,
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
    pub options: Vec<RawWord>,
    pub kind: Option<RawWord>,
    pub advised: Option<RawWord>,
    pub since: Option<RawWord>,
    #[serde(default)]
    pub check: Vec<RawCheck>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCheck {
    pub via: Via,
    #[serde(default)]
    pub portal: Vec<RawWord>,
    pub run: Option<RawWord>,
    #[serde(default)]
    pub when: RawCondition,
    #[serde(default)]
    pub shows: BTreeMap<RawWord, String>,
}

/// What problems, causes and remedies say of their origin, each in its own file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawProblem {
    pub kind: Option<RawWord>,
    pub codes: Vec<RawWord>,
    #[serde(default)]
    pub aliases: Vec<RawWord>,
    pub category: RawWord,
    pub source: Spanned<RawPlace>,
    pub checked: RawWord,
    pub start: RawWord,
    pub node: BTreeMap<RawWord, RawNode>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCode {
    pub side: Side,
    pub source: RawWord,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCause {
    pub kind: Option<RawWord>,
    pub source: Spanned<RawPlace>,
    pub since: Option<RawWord>,
    pub checked: RawWord,
    pub start: RawWord,
    pub node: BTreeMap<RawWord, RawNode>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawNode {
    pub ask: Option<RawWord>,
    #[serde(default)]
    pub fresh: bool,
    pub r#do: Option<RawWord>,
    pub walk: Option<RawWord>,
    #[serde(default)]
    pub with: BTreeMap<RawWord, RawWord>,
    pub end: Option<RawWord>,
    pub r#for: Option<RawWord>,
    pub to: Option<RawWord>,
    pub problem: Option<RawWord>,
    pub go: Option<Spanned<Go>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRemedy {
    pub source: Spanned<RawPlace>,
    pub checked: RawWord,
    pub since: Option<RawWord>,
    pub withdrawn: Option<RawWord>,
    #[serde(default = "yes")]
    pub changes: bool,
    #[serde(default)]
    pub links: Vec<RawWord>,
    #[serde(default)]
    pub step: Vec<RawStep>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawStep {
    pub id: RawWord,
    pub minutes: u32,
    #[serde(default)]
    pub effects: Vec<RawWord>,
    #[serde(default)]
    pub portal: Vec<RawWord>,
    #[serde(default)]
    pub windows: Vec<RawWord>,
    #[serde(default)]
    pub command: Vec<RawCommand>,
    #[serde(default)]
    pub when: RawCondition,
    pub since: Option<RawWord>,
    pub withdrawn: Option<RawWord>,
    #[serde(default)]
    pub optional: bool,
    #[serde(default)]
    pub links: Vec<RawWord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCommand {
    pub via: Via,
    pub run: RawWord,
    #[serde(default)]
    pub when: RawCondition,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct RawEvidence {
    /// Fact, value, question, option.
    #[serde(default)]
    pub fact: BTreeMap<RawWord, BTreeMap<RawWord, BTreeMap<RawWord, RawWord>>>,
    #[serde(default)]
    pub figure: Vec<RawFigure>,
    #[serde(default)]
    pub number: BTreeMap<RawWord, RawNumber>,
    /// By question and option: the problem that this answer points to.
    #[serde(default)]
    pub lead: BTreeMap<RawWord, BTreeMap<RawWord, RawWord>>,
    /// A problem, and those that may be behind it.
    #[serde(default)]
    pub behind: BTreeMap<RawWord, Vec<RawWord>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RawFigure {
    pub fact: RawWord,
    pub above: Option<RawWord>,
    pub at_least: Option<RawWord>,
    pub below: Option<RawWord>,
    pub up_to: Option<RawWord>,
    pub means: BTreeMap<RawWord, RawWord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawNumber {
    pub problem: Option<RawWord>,
    #[serde(default)]
    pub weak: bool,
}

fn yes() -> bool {
    true
}

/// `"#anchor"` in the guide's own document, or `{ from = "NAME", anchor = "#anchor" }` in one of `[sources]`.
pub(super) struct RawPlace {
    pub from: Option<RawWord>,
    pub anchor: Option<String>,
}

impl<'de> Deserialize<'de> for RawPlace {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct FromAnchor {
            from: RawWord,
            anchor: Option<String>,
        }
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = RawPlace;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("\"#ANCHOR\" | { from = NAME, anchor = \"#ANCHOR\" }")
            }
            fn visit_str<E: de::Error>(self, anchor: &str) -> Result<RawPlace, E> {
                Ok(RawPlace { from: None, anchor: Some(anchor.to_owned()) })
            }
            fn visit_map<M: de::MapAccess<'de>>(self, map: M) -> Result<RawPlace, M::Error> {
                let FromAnchor { from, anchor } = FromAnchor::deserialize(de::value::MapAccessDeserializer::new(map))?;
                Ok(RawPlace { from: Some(from), anchor })
            }
        }
        from.deserialize_any(Visitor)
    }
}

/// `go = "node"` or `go = { exit = "node" }`; manually, since serde's untagged enums lose the places.
pub(super) enum Go {
    One(String),
    Many(BTreeMap<RawWord, RawWord>),
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

//! Pseudonyms: one for each name, identifier and address, numbered in the order in which a case tells them.

use std::{
    collections::BTreeMap,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
};

use super::{
    find::{Found, ends_word, found, resources, starts_word},
    texts,
};
use crate::{
    case::Case,
    guide::{Guide, Rule, Variable},
};

/// The stems of names that stand behind a type in a resource id; another type's is `resource`.
const TYPES: [(&str, &str); 9] = [
    ("subscriptions", "subscription"),
    ("resourcegroups", "group"),
    ("virtualmachines", "vm"),
    ("vaults", "vault"),
    ("networkinterfaces", "nic"),
    ("locks", "lock"),
    ("extensions", "extension"),
    ("restorepointcollections", "restore-point-collection"),
    ("ipconfigurations", "ip-configuration"),
];

/// What stands for a name of no known type.
const OTHER: &str = "resource";

/// What stands for the name of a file that was handed in.
const FILE: &str = "file";

/// What every GUID's pseudonym begins with.
const GUID: &str = "00000000-0000-0000-0000-";

/// The names of one case, and what stands for each.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// By the name in lower case, since Azure tells no case apart.
    known: BTreeMap<String, String>,
    /// How many pseudonyms a stem has given.
    given: BTreeMap<String, u32>,
    /// The names to look for in text, the longest first.
    sought: Vec<String>,
}

impl Names {
    /// Learns the names of the variables, then those in the free texts.
    pub(super) fn learn(&mut self, case: &Case, guide: &Guide) {
        // What is a pseudonym already stands for itself, and its number is taken.
        let stems: Vec<&str> = guide.variables.iter().filter_map(stem).chain(TYPES.map(|(_, stem)| stem)).collect();
        let taken = |name: &str| {
            let stem = name.rsplit_once('-').filter(|(_, number)| number.parse::<u32>().is_ok());
            stem.is_some_and(|(stem, _)| [OTHER, FILE].contains(&stem) || stems.contains(&stem))
                || is_address_or_guid(name)
        };
        let values = guide.variables.iter().flat_map(|variable| {
            let values = case.variables.get(&variable.id).into_iter().flatten();
            values.filter_map(move |value| Some((stem(variable)?, value.clone())))
        });
        let in_texts = texts(case)
            .flat_map(resources)
            .filter(|(kind, _)| kind != "locations")
            .map(|(kind, name)| (TYPES.iter().find(|(known, _)| *known == kind).map_or(OTHER, |(_, stem)| stem), name));
        let files = case.findings.iter().map(|finding| (FILE, finding.file.clone()));
        let all: Vec<(&str, String)> = values.chain(in_texts).chain(files).collect();
        let unstated = texts(case).flat_map(|text| found(text).into_iter().map(|(place, what)| (&text[place], what)));
        let unstated: Vec<(&str, String)> = unstated.map(|(text, what)| (kind(&what), text.to_owned())).collect();
        for (_, name) in all.iter().chain(&unstated).filter(|(_, name)| taken(name)) {
            self.known.insert(name.to_lowercase(), name.clone());
        }
        for (stem, name) in all.into_iter().chain(unstated) {
            self.give(stem, &name);
        }
        self.sought = self.known.keys().cloned().collect();
        self.sought.sort_by_key(|name| std::cmp::Reverse(name.len()));
    }

    fn give(&mut self, stem: &str, name: &str) {
        let key = name.to_lowercase();
        if self.known.contains_key(&key) {
            return;
        }
        let pseudonym = loop {
            let number = self.given.entry(stem.to_owned()).or_default();
            *number += 1;
            let pseudonym = match stem {
                "guid" => format!("{GUID}{number:012}"),
                // Of the blocks that are kept for benchmarks and for documents.
                "ipv4" => Ipv4Addr::from(0xc612_0000 + (*number & 0x1_ffff)).to_string(),
                "ipv6" => format!("2001:db8::{number:x}"),
                stem => format!("{stem}-{number}"),
            };
            if !self.known.values().any(|known| *known == pseudonym) {
                break pseudonym;
            }
        };
        self.known.insert(key, pseudonym);
    }

    /// Puts the pseudonyms in place of a variable's values; one that another variable named first may break the rule,
    /// so it gets a pseudonym by the rule.
    pub(super) fn rename(&mut self, guide: &Guide, name: &str, values: &mut [String]) {
        let variable = guide.variables.iter().find(|variable| variable.id == name);
        for value in values {
            let Some(variable) = variable else {
                *value = self.replace(value);
                continue;
            };
            let Some(stem) = stem(variable) else { continue };
            *value = match self.known.get(&value.to_lowercase()) {
                Some(known) if variable.rule.accepts(known) => known.clone(),
                _ => {
                    let own = format!("{stem}/{value}");
                    self.give(stem, &own);
                    self.known[&own.to_lowercase()].clone()
                }
            };
        }
    }

    /// A text with every name that is known, every GUID and every address replaced; the longest wins.
    pub(super) fn replace(&self, text: &str) -> String {
        let found = found(text);
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let length = if starts_word(text, at) { self.length(text, at, &found) } else { 0 };
            if length == 0 {
                out.push(c);
                at += c.len_utf8();
                continue;
            }
            let name = &text[at..at + length];
            out.push_str(self.known.get(&name.to_lowercase()).map_or(name, String::as_str));
            at += length;
        }
        out
    }

    /// How long the name is that begins here; 0 where none does.
    fn length(&self, text: &str, at: usize, found: &[(std::ops::Range<usize>, Found)]) -> usize {
        let name = self.sought.iter().find_map(|name| {
            let length = prefix(&text[at..], name)?;
            ends_word(text, at + length).then_some(length)
        });
        let found = found.binary_search_by_key(&at, |(place, _)| place.start).map_or(0, |place| found[place].0.len());
        name.unwrap_or(0).max(found)
    }
}

/// How many bytes of the text spell the name, in any case.
fn prefix(text: &str, name: &str) -> Option<usize> {
    let mut lower =
        text.char_indices().flat_map(|(at, c)| c.to_lowercase().map(move |lower| (at + c.len_utf8(), lower)));
    let mut length = 0;
    for expected in name.chars() {
        let (end, c) = lower.next()?;
        if c != expected {
            return None;
        }
        length = end;
    }
    Some(length)
}

/// What a variable's pseudonyms begin with, so that they keep its rule; `None` where a value names nothing.
fn stem(variable: &Variable) -> Option<&str> {
    Some(match variable.rule {
        Rule::Vm => "vm",
        Rule::ResourceGroup => "group",
        Rule::Subscription => "subscription",
        Rule::Vault => "vault",
        Rule::KeyVault => "key-vault",
        Rule::Name => &variable.id,
        Rule::Guid => "guid",
        Rule::IpAddress => "ipv4",
        Rule::Day => return None,
    })
}

fn kind(found: &Found) -> &'static str {
    match found {
        Found::Guid => "guid",
        Found::Address(IpAddr::V4(_)) => "ipv4",
        Found::Address(IpAddr::V6(_)) => "ipv6",
    }
}

/// Whether this is the pseudonym of a GUID or an address.
fn is_address_or_guid(name: &str) -> bool {
    match name.parse::<IpAddr>() {
        Ok(IpAddr::V4(address)) => u32::from(address) & 0xfffe_0000 == 0xc612_0000,
        Ok(IpAddr::V6(address)) => Ipv6Addr::to_bits(address) >> 96 == 0x2001_0db8,
        Err(_) => name.strip_prefix(GUID).is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit())),
    }
}

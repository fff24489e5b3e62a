//! Pseudonyms: one for each name, identifier and address, numbered in the order in which they are told.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap, HashSet},
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    ops::Range,
};

use super::{
    find::found,
    forms::{GUID, IPV4, IPV6, MAC, canonical},
    kinds::{KINDS, NameKinds},
    sought::Sought,
    texts,
    view::windows,
};
use crate::{
    case::Case,
    guide::{Guide, NamingRule, Variable},
};

/// What stands for the name of a file that was handed in.
const FILE: &str = "file";

/// The stem of what evidence is about that names another VM.
const OTHER: &str = "vm";

/// What every GUID's pseudonym begins with.
const GUIDS: &str = "00000000-0000-0000-0000-";

/// What every pseudonym of a network card begins with: the block that is kept for documents.
const CARDS: &str = "00-00-5e-00-53-";

/// So many names that only texts show have a pseudonym of their own; what comes behind shares one of its kind.
const MOST: usize = 20_000;

/// Computers cut a name so.
const NETBIOS: usize = 15;

/// The names of one document, and what stands for each.
#[derive(Default)]
pub struct Names {
    /// By the name in its usual spelling.
    known: HashMap<String, String>,
    /// The pseudonyms that are given.
    used: HashSet<String>,
    /// How many pseudonyms a stem has given.
    given: BTreeMap<String, u32>,
    sought: Sought,
    /// The pseudonyms of what is sought, in the order of `sought`.
    pseudonyms: Vec<String>,
    stems: HashSet<String>,
}

impl Names {
    /// The names of a case: those of its variables, then those in its free texts.
    pub(super) fn of(case: &Case, guide: &Guide) -> Self {
        let values = guide.variables.iter().flat_map(|variable| {
            let values = case.variables.get(&variable.id).into_iter().flatten();
            values.filter_map(move |value| Some((stem(variable)?, value.as_str())))
        });
        let files = case.findings.iter().map(|finding| (FILE, finding.file.as_str()));
        let others = case.findings.iter().flat_map(|finding| finding.about.split(", ")).map(|other| (OTHER, other));
        let stems = guide.variables.iter().filter_map(stem).map(str::to_owned).collect();
        Names { stems, ..Names::default() }.learn(values.chain(files).chain(others), || texts(case))
    }

    /// The names that are given, each with its stem, then those that the texts show.
    pub fn learned<'t, T: Iterator<Item = &'t str>>(
        names: impl Iterator<Item = (&'t str, &'t str)>,
        texts: impl Fn() -> T,
    ) -> Self {
        Names::default().learn(names, texts)
    }

    fn learn<'t, T: Iterator<Item = &'t str>>(
        mut self,
        names: impl Iterator<Item = (&'t str, &'t str)>,
        texts: impl Fn() -> T,
    ) -> Self {
        self.stems.extend(KINDS.stems().map(str::to_owned));
        let mut all: Vec<(Cow<'_, str>, Cow<'_, str>)> = names
            .map(|(stem, name)| (stem.into(), name.into()))
            .filter(|(_, name): &(_, Cow<'_, str>)| !name.is_empty())
            .collect();
        let given = all.len();
        for text in texts() {
            windows(text, |_, view| {
                if view.joined {
                    return;
                }
                let names = found(&view.text, &KINDS).into_iter();
                let room = (given + MOST).saturating_sub(all.len());
                all.extend(names.map(|found| (found.stem.into(), found.name.into())).take(room));
            });
        }
        // What is a pseudonym already stands for itself, and its number is taken.
        for (_, name) in &all {
            if self.is_pseudonym(name) {
                self.keep(name, name.to_string());
            }
        }
        for (stem, name) in &all {
            self.give(stem, name);
        }
        self
    }

    fn is_pseudonym(&self, name: &str) -> bool {
        let stem = name.rsplit_once('-').filter(|(_, number)| number.parse::<u32>().is_ok());
        stem.is_some_and(|(stem, _)| self.stems.contains(stem)) || is_form(name)
    }

    fn keep(&mut self, name: &str, pseudonym: String) {
        let key = canonical(name);
        if self.known.contains_key(&key) {
            return;
        }
        let mut spellings = vec![name.to_owned()];
        if let Ok(IpAddr::V4(address)) = name.parse() {
            spellings.extend(spelt(address));
        }
        // What Windows calls a computer with a longer name.
        if let Some((cut, _)) = name.char_indices().nth(NETBIOS).filter(|_| pseudonym.starts_with("vm-")) {
            spellings.push(name[..cut].trim_end_matches('-').to_owned());
        }
        for spelling in spellings {
            self.sought.add(&spelling);
            self.pseudonyms.push(pseudonym.clone());
        }
        self.used.insert(pseudonym.clone());
        self.known.insert(key, pseudonym);
    }

    fn give(&mut self, stem: &str, name: &str) {
        if self.known.contains_key(&canonical(name)) {
            return;
        }
        let pseudonym = loop {
            let number = self.given.entry(stem.to_owned()).or_default();
            *number += 1;
            let pseudonym = pseudonym(stem, *number);
            if !self.used.contains(&pseudonym) {
                break pseudonym;
            }
        };
        self.keep(name, pseudonym);
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
            *value = match self.known.get(&canonical(value)) {
                Some(known) if variable.rule.accepts(known) => known.clone(),
                _ => {
                    let own = format!("{stem}/{value}");
                    self.give(stem, &own);
                    self.known.get(&canonical(&own)).cloned().unwrap_or_else(|| pseudonym(stem, 0))
                }
            };
        }
    }

    /// What stands for a name that was given.
    pub fn pseudonym(&self, name: &str) -> String {
        self.known.get(&canonical(name)).cloned().unwrap_or_else(|| self.replace(name))
    }

    /// A text with every name that is known, and every one that shows by itself, replaced; the longest wins.
    pub fn replace(&self, text: &str) -> String {
        let kinds: &NameKinds = &KINDS;
        let mut spots: Vec<(Range<usize>, Cow<'_, str>)> = Vec::new();
        windows(text, |from, view| {
            let mut push = |place: Range<usize>, pseudonym: Cow<'_, str>| {
                let place = view.source(&place);
                spots.push((from + place.start..from + place.end, pseudonym.into_owned().into()));
            };
            let shown = if view.joined { Vec::new() } else { found(&view.text, kinds) };
            for found in shown {
                let known = self.known.get(&canonical(&found.name));
                push(found.place, known.map_or_else(|| pseudonym(&found.stem, 0).into(), |known| known.into()));
            }
            self.sought.find(&view.text, |place, name| push(place, self.pseudonyms[name].as_str().into()));
        });
        spots.sort_by_key(|(place, _)| (place.start, std::cmp::Reverse(place.end)));
        put_in(text, spots)
    }
}

/// The text with each spot replaced; what overlaps an earlier one goes with it.
fn put_in(text: &str, spots: Vec<(Range<usize>, Cow<'_, str>)>) -> String {
    let mut chosen: Vec<(Range<usize>, Cow<'_, str>)> = Vec::new();
    for (place, pseudonym) in spots {
        match chosen.last_mut().filter(|(last, _)| place.start < last.end) {
            Some((last, _)) => last.end = last.end.max(place.end),
            None => chosen.push((place, pseudonym)),
        }
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (place, pseudonym) in chosen {
        out.push_str(&text[at..place.start]);
        out.push_str(&pseudonym);
        // `web-19` of `web-1` must not read as another pseudonym.
        if text[place.end..].starts_with(|c: char| c.is_ascii_digit())
            && pseudonym.ends_with(|c: char| c.is_ascii_digit())
        {
            out.push('-');
        }
        at = place.end;
    }
    out + &text[at..]
}

fn pseudonym(stem: &str, number: u32) -> String {
    match stem {
        GUID => format!("{GUIDS}{number:012}"),
        // Of the blocks that are kept for benchmarks and for documents.
        IPV4 => Ipv4Addr::from(0xc612_0000 + (number & 0x1_ffff)).to_string(),
        IPV6 => format!("2001:db8::{number:x}"),
        MAC => format!("{CARDS}{:02x}", number & 0xff),
        stem => format!("{stem}-{number}"),
    }
}

/// Other spellings of an address.
fn spelt(address: Ipv4Addr) -> Vec<String> {
    let [a, b, c, d] = address.octets();
    let numbers = address.octets().map(|number| number.to_string());
    let mut all: Vec<String> = ["-", "_", "[.]", "(.)"].map(|sign| numbers.join(sign)).into();
    all.push(format!("{d}.{c}.{b}.{a}.in-addr"));
    all.push(format!("0x{:08x}", u32::from(address)));
    all
}

/// What a variable's pseudonyms begin with, so that they keep its rule; `None` where a value names nothing.
fn stem(variable: &Variable) -> Option<&str> {
    Some(match variable.rule {
        NamingRule::Vm => "vm",
        NamingRule::ResourceGroup => "group",
        NamingRule::Subscription => "subscription",
        NamingRule::Vault => "vault",
        NamingRule::KeyVault => "key-vault",
        NamingRule::Name => &variable.id,
        NamingRule::Guid => GUID,
        NamingRule::IpAddress => IPV4,
        NamingRule::Day => return None,
    })
}

/// Whether this is the pseudonym of a GUID, an address or a card.
fn is_form(name: &str) -> bool {
    let rest = |start: &str| {
        name.get(..start.len()).filter(|head| head.eq_ignore_ascii_case(start)).map(|_| &name[start.len()..])
    };
    match name.parse::<IpAddr>() {
        Ok(IpAddr::V4(address)) => u32::from(address) & 0xfffe_0000 == 0xc612_0000,
        Ok(IpAddr::V6(address)) => Ipv6Addr::to_bits(address) >> 96 == 0x2001_0db8,
        Err(_) => {
            rest(GUIDS).is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
                || rest(CARDS).is_some_and(|rest| rest.len() == 2)
        }
    }
}

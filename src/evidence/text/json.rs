//! JSON with places and bounds: depth, strings and the number of values are limited, and no key may stand twice.

use std::{borrow::Cow, cell::Cell, cell::RefCell, collections::BTreeMap, fmt};

use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};

use super::decode::LONGEST;
use crate::error::EvidenceFlaw;

/// Values in one file at most: the answers of a whole vault, and less than a hundred bytes of memory for each.
pub(super) const MOST: usize = 600_000;

/// Members of an object that are kept; a larger object is none of Azure's, and nothing is looked for in it.
pub(super) const MOST_MEMBERS: usize = 1000;

/// Deeper than this no answer of Azure goes; serde_json refuses 128 levels by itself.
pub(super) const DEEPEST: usize = 100;

/// A value of JSON; strings are borrowed from the text where they hold no escapes.
#[derive(Debug)]
pub(super) enum Json<'t> {
    Null,
    Bool(bool),
    Number(f64),
    Text(Cow<'t, str>),
    List(Box<[Json<'t>]>),
    /// In the order of the keys; one more than `MOST_MEMBERS` where there were more.
    Object(Box<[Member<'t>]>),
}

/// A value of an object with its key.
#[derive(Debug)]
pub(super) struct Member<'t> {
    pub key: Cow<'t, str>,
    /// The byte of the text where the key stands; no file is so large that it would not fit.
    pub at: u32,
    pub value: Json<'t>,
}

/// Why a text is no JSON that is read.
#[derive(Debug)]
pub(super) struct Defect {
    pub flaw: EvidenceFlaw,
    /// The byte of the text that was read up to.
    pub at: usize,
    /// The way to the value that was being read.
    pub path: String,
}

/// Reads the value at the start of a text, and how many bytes it takes; `values` counts those of the whole file.
pub(super) fn parse<'t>(text: &'t str, values: &mut usize) -> Result<(Json<'t>, usize), Defect> {
    let state = JsonState { start: text.as_ptr() as usize, values: Cell::new(*values), ..JsonState::default() };
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let read = (Seed { state: &state, depth: 0 }).deserialize(&mut deserializer);
    *values = state.values.get();
    match read {
        Ok(json) => {
            let mut stream = serde_json::Deserializer::from_str(text).into_iter::<de::IgnoredAny>();
            stream.next();
            Ok((json, stream.byte_offset()))
        }
        Err(error) => {
            let line = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
            let at = text.floor_char_boundary(line + error.column().saturating_sub(1));
            let flaw = state.flaw.get().unwrap_or(EvidenceFlaw::Json);
            Err(Defect { flaw, at, path: state.path.borrow().concat() })
        }
    }
}

#[derive(Default)]
struct JsonState {
    start: usize,
    values: Cell<usize>,
    /// Why we refused it ourselves.
    flaw: Cell<Option<EvidenceFlaw>>,
    /// Left as it stands where reading stops.
    path: RefCell<Vec<String>>,
}

impl JsonState {
    fn refuse<E: de::Error>(&self, flaw: EvidenceFlaw) -> E {
        self.flaw.set(Some(flaw));
        E::custom(flaw.id())
    }

    fn text<'t, E: de::Error>(&self, text: Cow<'t, str>) -> Result<Cow<'t, str>, E> {
        if text.len() > LONGEST { Err(self.refuse(EvidenceFlaw::String)) } else { Ok(text) }
    }
}

struct Seed<'s> {
    state: &'s JsonState,
    depth: usize,
}

impl Seed<'_> {
    /// The seed of a value inside this one, reached by `step`.
    fn inner<E: de::Error>(&self, step: String) -> Result<Self, E> {
        self.state.path.borrow_mut().push(step);
        if self.depth == DEEPEST {
            return Err(self.state.refuse(EvidenceFlaw::Depth));
        }
        Ok(Seed { state: self.state, depth: self.depth + 1 })
    }

    fn left(&self) {
        self.state.path.borrow_mut().pop();
    }
}

impl<'t> DeserializeSeed<'t> for Seed<'_> {
    type Value = Json<'t>;
    fn deserialize<D: de::Deserializer<'t>>(self, from: D) -> Result<Json<'t>, D::Error> {
        let values = self.state.values.get() + 1;
        self.state.values.set(values);
        if values > MOST {
            return Err(self.state.refuse(EvidenceFlaw::Values));
        }
        from.deserialize_any(self)
    }
}

impl<'t> Visitor<'t> for Seed<'_> {
    type Value = Json<'t>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json<'t>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json<'t>, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json<'t>, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json<'t>, E> {
        Ok(Json::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json<'t>, E> {
        Ok(Json::Number(value))
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'t str) -> Result<Json<'t>, E> {
        self.state.text(Cow::Borrowed(text)).map(Json::Text)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Json<'t>, E> {
        self.state.text(Cow::Owned(text.to_owned())).map(Json::Text)
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut items: A) -> Result<Json<'t>, A::Error> {
        let mut list = Vec::new();
        loop {
            let Some(item) = items.next_element_seed(self.inner(format!("[{}]", list.len()))?)? else { break };
            self.left();
            list.push(item);
        }
        self.left();
        Ok(Json::List(list.into()))
    }

    fn visit_map<A: MapAccess<'t>>(self, mut members: A) -> Result<Json<'t>, A::Error> {
        let mut object = BTreeMap::new();
        let mut last = self.state.start;
        while let Some(JsonKey(key)) = members.next_key()? {
            let dot = if self.depth == 0 { "" } else { "." };
            let inner = self.inner(format!("{dot}{}", shown(&key)))?;
            self.state.text::<A::Error>(Cow::Borrowed(&key))?;
            // What is not kept may stand there twice.
            if object.contains_key(&key) {
                return Err(self.state.refuse(EvidenceFlaw::Twice));
            }
            // A key without escapes is a part of the text, so where it lies says where it stands.
            if let Cow::Borrowed(key) = key {
                last = key.as_ptr() as usize;
            }
            let at = last - self.state.start;
            let value = members.next_value_seed(inner)?;
            self.left();
            if object.len() <= MOST_MEMBERS {
                object.insert(key, (at as u32, value));
            }
        }
        let member = |(key, (at, value))| Member { key, at, value };
        Ok(Json::Object(object.into_iter().map(member).collect()))
    }
}

/// A key as a part of a path, short and on one line.
pub(super) fn shown(key: &str) -> String {
    key.chars().take(60).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

struct JsonKey<'t>(Cow<'t, str>);

impl<'t> de::Deserialize<'t> for JsonKey<'t> {
    fn deserialize<D: de::Deserializer<'t>>(from: D) -> Result<Self, D::Error> {
        struct Borrow;
        impl<'t> Visitor<'t> for Borrow {
            type Value = JsonKey<'t>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("KEY")
            }
            fn visit_borrowed_str<E>(self, key: &'t str) -> Result<JsonKey<'t>, E> {
                Ok(JsonKey(Cow::Borrowed(key)))
            }
            fn visit_str<E>(self, key: &str) -> Result<JsonKey<'t>, E> {
                Ok(JsonKey(Cow::Owned(key.to_owned())))
            }
        }
        from.deserialize_str(Borrow)
    }
}

//! The keys at the head of a data file, read when the program was built: a start that needs no more reads no TOML.

use serde::{
    Deserializer,
    de::{
        DeserializeOwned, IntoDeserializer, Visitor,
        value::{Error, MapDeserializer, SeqDeserializer},
    },
    forward_to_deserialize_any,
};

/// The keys before a file's first table, with their values.
pub type FileHead = &'static [(&'static str, HeadValue)];

/// What stands behind a key; other kinds of values are left out.
#[derive(Debug, Clone, Copy)]
pub enum HeadValue {
    /// A string.
    Text(&'static str),
    /// An array of strings.
    List(&'static [&'static str]),
}

/// A head as the shape that the file itself would be read as; `None` where it has another shape.
pub fn read<T: DeserializeOwned>(head: FileHead) -> Option<T> {
    T::deserialize(MapDeserializer::<_, Error>::new(head.iter().copied())).ok()
}

impl IntoDeserializer<'_> for HeadValue {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for HeadValue {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            HeadValue::Text(text) => visitor.visit_borrowed_str(text),
            HeadValue::List(texts) => visitor.visit_seq(SeqDeserializer::new(texts.iter().copied())),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

//! A set of data files, path to text; it never touches the disk itself.

use std::{borrow::Cow, collections::BTreeMap, ops::Bound};

/// The files of one root, `guides/...` and `i18n/...`, with `/` between the parts of a path.
#[derive(Debug, Clone, Default)]
pub struct Files {
    texts: BTreeMap<Text, Text>,
    prepared: Prepared,
}

/// A text that is built in, or one of its own.
pub type Text = Cow<'static, str>;

/// What was made of files when the program was built: names of `guide::prepare`, and what it made.
pub type Prepared = &'static [(&'static str, &'static [u8])];

impl Files {
    /// The text of the file at `path`; `None` where there is none.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(AsRef::as_ref)
    }

    /// The same text to keep, without a copy where it is built in.
    pub fn shared(&self, path: &str) -> Option<Text> {
        self.texts.get(path).cloned()
    }

    /// What was made of the files under a name when the program was built; `None` of files that were not built in.
    pub fn prepared(&self, name: &str) -> Option<&'static [u8]> {
        self.prepared.iter().find(|(known, _)| *known == name).map(|(_, bytes)| *bytes)
    }

    /// The same files with what was made of them, which must be of these very texts.
    #[must_use]
    pub fn with_prepared(self, prepared: Prepared) -> Self {
        Files { prepared, ..self }
    }

    /// Adds a file, or replaces its text.
    pub fn insert(&mut self, path: impl Into<Cow<'static, str>>, text: impl Into<Cow<'static, str>>) {
        // It was made of other texts.
        self.prepared = &[];
        self.texts.insert(path.into(), text.into());
    }

    /// The files whose path starts with `prefix`, in the order of their paths.
    pub fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.texts
            .range::<str, _>((Bound::Included(prefix), Bound::Unbounded))
            .take_while(move |(path, _)| path.starts_with(prefix))
            .map(|(path, text)| (path.as_ref(), text.as_ref()))
    }

    /// All files, in the order of their paths.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(path, text)| (path.as_ref(), text.as_ref()))
    }

    /// The names of the folders directly below `prefix`, each once.
    pub fn folders<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        let mut last = "";
        self.under(prefix).filter_map(move |(path, _)| {
            let (name, _) = path[prefix.len()..].split_once('/')?;
            (name != std::mem::replace(&mut last, name)).then_some(name)
        })
    }
}

impl<P: Into<Cow<'static, str>>, T: Into<Cow<'static, str>>> FromIterator<(P, T)> for Files {
    fn from_iter<I: IntoIterator<Item = (P, T)>>(files: I) -> Self {
        let texts = files.into_iter().map(|(path, text)| (path.into(), text.into())).collect();
        Files { texts, prepared: &[] }
    }
}

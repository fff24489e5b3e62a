//! A set of data files, path to text; it never touches the disk itself.

use std::{borrow::Cow, cell::OnceCell, collections::BTreeMap, ops::Bound};

use miniz_oxide::{deflate::compress_to_vec, inflate::decompress_to_vec};

/// The files of one root, `guides/...` and `i18n/...`, with `/` between the parts of a path.
#[derive(Debug, Clone, Default)]
pub struct Files {
    texts: BTreeMap<Text, Text>,
    prepared: Prepared,
    /// The built-in guides, and all files once they are unpacked: most of what is read of them was prepared.
    packed: &'static [u8],
    unpacked: OnceCell<BTreeMap<Text, Text>>,
}

/// Where the files lie that are packed.
const GUIDES: &str = "guides/";

/// A text that is built in, or one of its own.
pub type Text = Cow<'static, str>;

/// What was made of files when the program was built: names of `guide::prepare`, and what it made.
pub type Prepared = &'static [(&'static str, &'static [u8])];

impl Files {
    /// The text of the file at `path`; `None` where there is none.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.texts(path).get(path).map(AsRef::as_ref)
    }

    /// The same text to keep, without a copy where it is built in.
    pub fn shared(&self, path: &str) -> Option<Text> {
        self.texts(path).get(path).cloned()
    }

    /// What was made of the files under a name when the program was built; `None` of files that were not built in.
    pub fn prepared(&self, name: &str) -> Option<&'static [u8]> {
        self.prepared.iter().find(|(known, _)| *known == name).map(|(_, bytes)| *bytes)
    }

    /// The same files with the guides that `pack` packed, and with what was made of them all, which must be of these very
    /// texts.
    #[must_use]
    pub fn with_guides(self, packed: &'static [u8], prepared: Prepared) -> Self {
        Files { packed, prepared, ..self }
    }

    /// The guides in a fifth of their bytes.
    pub fn pack(&self) -> Vec<u8> {
        let guides: Vec<_> = self.under(GUIDES).collect();
        compress_to_vec(&postcard::to_allocvec(&guides).expect("a vector takes whatever it is given"), 10)
    }

    /// The files among which those below a path are.
    fn texts(&self, path: &str) -> &BTreeMap<Text, Text> {
        if self.packed.is_empty() || !GUIDES.starts_with(path) && !path.starts_with(GUIDES) {
            return &self.texts;
        }
        self.unpacked.get_or_init(|| {
            let packed = decompress_to_vec(self.packed).expect("the build packed it");
            let guides: Vec<(String, String)> = postcard::from_bytes(&packed).expect("the build packed it");
            let guides = guides.into_iter().map(|(path, text)| (path.into(), text.into()));
            self.texts.clone().into_iter().chain(guides).collect()
        })
    }

    /// Adds a file, or replaces its text.
    pub fn insert(&mut self, path: impl Into<Cow<'static, str>>, text: impl Into<Cow<'static, str>>) {
        if !self.packed.is_empty() {
            self.texts = self.texts("").clone();
        }
        // It was made of other texts.
        (self.packed, self.prepared) = (&[], &[]);
        self.texts.insert(path.into(), text.into());
    }

    /// The files whose path starts with `prefix`, in the order of their paths.
    pub fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.texts(prefix)
            .range::<str, _>((Bound::Included(prefix), Bound::Unbounded))
            .take_while(move |(path, _)| path.starts_with(prefix))
            .map(|(path, text)| (path.as_ref(), text.as_ref()))
    }

    /// All files, in the order of their paths.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts("").iter().map(|(path, text)| (path.as_ref(), text.as_ref()))
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
        Files { texts, ..Files::default() }
    }
}

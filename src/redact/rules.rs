//! The rules of what is a secret, as `assets/redact/rules.toml` has them; they are read when the first text is looked at.

use std::{collections::HashSet, sync::LazyLock};

use serde::Deserialize;

use super::sieve::Sieve;

/// How much a name says of its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameStrength {
    /// All up to the end of the line is secret.
    Line,
    /// The value is secret.
    Always,
    /// The next word is secret, with nothing between.
    Word,
    /// The value is secret where it is no plain word, number, date, path or address.
    UnlessPlain,
    /// The same, where a sign or a tag gives the name a value: it is only part of a longer name.
    Part,
    /// The value is secret where it looks random.
    Random,
}

/// What the end of a name says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct NameMeaning {
    /// Whether `strength` counts: a name that is known to say nothing has none.
    pub(super) known: bool,
    pub(super) strength: Option<NameStrength>,
    /// Weighs more as part of a longer name.
    pub(super) composite: bool,
    pub(super) pair: bool,
    pub(super) call: bool,
    /// A token follows, as in a header.
    pub(super) scheme: bool,
    /// Changes nothing behind another name.
    pub(super) neutral: bool,
}

/// A letter of a name, which is read from its end.
#[derive(Default)]
struct EndingNode {
    next: Vec<(char, usize)>,
    meaning: Option<NameMeaning>,
}

/// The rules, ready to be asked.
pub(super) struct Rules {
    /// The first is the place behind every name.
    letters: Vec<EndingNode>,
    pub(super) sieve: Sieve,
    inner: HashSet<String>,
    labels: HashSet<String>,
    about: HashSet<String>,
    links: HashSet<String>,
    harmless: HashSet<String>,
    pub(super) options: Vec<Options>,
    pub(super) shapes: Vec<Shape>,
    /// What shapes start with, by its first byte, with the place of the shape in `shapes`.
    pub(super) starts: [Vec<(String, usize)>; 256],
    pub(super) groups: Vec<Groups>,
    pub(super) hosts: Vec<String>,
    /// What reads a secret that is piped into it, in lower case.
    pub(super) pipes: Vec<String>,
}

/// Short options, and the commands that take a secret behind them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Options {
    pub(super) options: Vec<String>,
    #[serde(default)]
    pub(super) glued: Vec<String>,
    /// The value is a name, a colon and the secret.
    #[serde(default)]
    pub(super) pair: bool,
    /// The secret is another word of the line.
    #[serde(default)]
    pub(super) beside: bool,
    pub(super) commands: Vec<String>,
}

/// A token that is known by how it looks.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shape {
    #[serde(rename = "what")]
    _what: String,
    #[serde(default)]
    pub(super) starts: Vec<String>,
    /// What is somewhere in it, `before` characters from its start at most.
    #[serde(default)]
    pub(super) holds: String,
    #[serde(default)]
    pub(super) before: usize,
    #[serde(default)]
    pub(super) least: usize,
    #[serde(default)]
    pub(super) exactly: Vec<usize>,
    #[serde(default)]
    pub(super) digit: bool,
    #[serde(default)]
    pub(super) dot: bool,
    #[serde(default)]
    pub(super) lower: bool,
}

/// Groups of equal length.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Groups {
    #[serde(rename = "what")]
    _what: String,
    pub(super) count: usize,
    pub(super) length: usize,
    pub(super) of: Of,
    /// Whether there may be more.
    #[serde(default)]
    pub(super) more: bool,
}

/// What groups are made of.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Of {
    Digits,
    Capitals,
    Base32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RulesFile {
    names: NameLists,
    sentence: Sentence,
    schemes: Schemes,
    option: Vec<Options>,
    shape: Vec<Shape>,
    groups: Vec<Groups>,
    hosts: Hosts,
    pipes: Pipes,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pipes {
    into: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct NameLists {
    line: Vec<String>,
    always: Vec<String>,
    word: Vec<String>,
    unless_plain: Vec<String>,
    random: Vec<String>,
    composite: Vec<String>,
    pairs: Vec<String>,
    calls: Vec<String>,
    never: Vec<String>,
    neutral: Vec<String>,
    inner: Vec<String>,
    labels: Vec<String>,
    about: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sentence {
    links: Vec<String>,
    harmless: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Schemes {
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hosts {
    path: Vec<String>,
}

/// The rules of the program.
pub(super) static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let file: RulesFile =
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/rules.json"))).expect("the rules are sound");
    Rules::of(file)
});

impl Rules {
    fn of(file: RulesFile) -> Self {
        let set = |words: Vec<String>| words.iter().map(|word| joined(word)).collect::<HashSet<_>>();
        let names = &file.names;
        let lists = [&names.line, &names.always, &names.word, &names.unless_plain, &names.random, &names.never];
        let others = [&names.pairs, &names.calls, &names.neutral, &file.schemes.words];
        let sieve = Sieve::of(lists.into_iter().chain(others).flatten().map(|name| joined(name)));
        let mut rules = Rules {
            letters: vec![EndingNode::default()],
            sieve,
            inner: set(file.names.inner),
            labels: set(file.names.labels),
            about: set(file.names.about),
            links: file.sentence.links.into_iter().collect(),
            harmless: file.sentence.harmless.into_iter().collect(),
            options: file.option,
            starts: starts(&file.shape),
            shapes: file.shape,
            groups: file.groups,
            hosts: file.hosts.path,
            pipes: file.pipes.into,
        };
        let strengths = [
            (&file.names.random, Some(NameStrength::Random)),
            (&file.names.unless_plain, Some(NameStrength::UnlessPlain)),
            (&file.names.always, Some(NameStrength::Always)),
            (&file.names.word, Some(NameStrength::Word)),
            (&file.names.line, Some(NameStrength::Line)),
            (&file.names.never, None),
        ];
        for (names, strength) in strengths {
            for name in names {
                let meaning = rules.meaning_mut(name);
                (meaning.known, meaning.strength) = (true, strength);
            }
        }
        file.names.composite.iter().for_each(|name| rules.meaning_mut(name).composite = true);
        file.names.pairs.iter().for_each(|name| rules.meaning_mut(name).pair = true);
        file.names.calls.iter().for_each(|name| rules.meaning_mut(name).call = true);
        file.schemes.words.iter().for_each(|name| rules.meaning_mut(name).scheme = true);
        file.names.neutral.iter().for_each(|name| rules.meaning_mut(name).neutral = true);
        rules
    }

    fn meaning_mut(&mut self, name: &str) -> &mut NameMeaning {
        let mut at = 0;
        for c in joined(name).chars().rev() {
            at = match self.step(at, c) {
                Some(next) => next,
                None => {
                    let next = self.letters.len();
                    self.letters.push(EndingNode::default());
                    self.letters[at].next.push((c, next));
                    next
                }
            };
        }
        self.letters[at].meaning.get_or_insert_default()
    }

    /// From a place in a name to the one before this letter; a name begins with 0 at its end.
    pub(super) fn step(&self, at: usize, c: char) -> Option<usize> {
        self.letters[at].next.iter().find(|(letter, _)| *letter == c).map(|(_, next)| *next)
    }

    /// What the name says that begins here.
    pub(super) fn meaning(&self, at: usize) -> Option<NameMeaning> {
        self.letters[at].meaning
    }

    pub(super) fn is_inner(&self, word: &str) -> bool {
        self.inner.contains(&joined(word))
    }

    pub(super) fn is_label(&self, word: &str) -> bool {
        self.labels.contains(&joined(word))
    }

    /// Whether a word behind a name makes it speak of the secret instead of naming it: `passwordLength`.
    pub(super) fn is_about(&self, word: &str) -> bool {
        self.about.contains(&joined(word))
    }

    pub(super) fn is_link(&self, word: &str) -> bool {
        self.links.contains(&word.to_lowercase())
    }

    pub(super) fn is_harmless(&self, value: &str) -> bool {
        self.harmless.contains(&value.to_lowercase())
    }
}

/// What shapes start with, by its first byte.
fn starts(shapes: &[Shape]) -> [Vec<(String, usize)>; 256] {
    let mut starts = std::array::from_fn(|_| Vec::new());
    for (number, shape) in shapes.iter().enumerate() {
        for start in &shape.starts {
            starts[usize::from(start.as_bytes()[0])].push((start.clone(), number));
        }
    }
    starts
}

/// A name in lower case and without separators.
pub(super) fn joined(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

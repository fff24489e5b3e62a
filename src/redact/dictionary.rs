//! Words that are looked for all at once, letter by letter: who feeds the letters says what may be between them.

use aho_corasick::{
    Anchored, BuildError,
    automaton::{Automaton, StateID},
    dfa::DFA,
    nfa::{contiguous, noncontiguous},
};

use super::work::looked_at;

/// The words, each by its place in the list that it was made of.
#[derive(Debug)]
pub(super) struct Dictionary<A> {
    words: A,
    start: StateID,
}

/// Quick to make and small, for thousands of words.
pub(super) type LargeDictionary = Dictionary<contiguous::NFA>;

/// The quickest to make, for a few short texts.
pub(super) type PlainDictionary = Dictionary<noncontiguous::NFA>;

/// Quick to use; it takes a megabyte, and as long to make as it takes to read a long text.
pub(super) type FastDictionary = Dictionary<DFA>;

/// What was fed of a text, as far as it may begin a word.
pub(super) type Fed = StateID;

impl LargeDictionary {
    /// Of words in lower case, none of them empty.
    pub(super) fn of<W: AsRef<[u8]>>(words: impl IntoIterator<Item = W>) -> Self {
        Dictionary::over(contiguous::NFA::new(words))
    }
}

impl PlainDictionary {
    /// Of words in lower case, none of them empty.
    pub(super) fn of<W: AsRef<[u8]>>(words: impl IntoIterator<Item = W>) -> Self {
        Dictionary::over(noncontiguous::NFA::new(words))
    }

    /// The same words.
    pub(super) fn to_fast(&self) -> FastDictionary {
        Dictionary::over(DFA::builder().build_from_noncontiguous(&self.words))
    }
}

impl<A: Automaton> Dictionary<A> {
    fn over(words: Result<A, BuildError>) -> Self {
        let words = words.expect("fewer letters than an automaton can have");
        let start = words.start_state(Anchored::No).expect("it starts anywhere");
        Dictionary { words, start }
    }

    pub(super) fn start(&self) -> Fed {
        self.start
    }

    /// Feeds a letter in lower case.
    pub(super) fn feed(&self, fed: Fed, letter: char) -> Fed {
        let mut bytes = [0; 4];
        letter.encode_utf8(&mut bytes).bytes().fold(fed, |fed, byte| self.feed_byte(fed, byte))
    }

    /// Feeds a letter of ASCII in lower case.
    pub(super) fn feed_byte(&self, fed: Fed, letter: u8) -> Fed {
        looked_at(1);
        self.words.next_state(Anchored::No, fed, letter)
    }

    /// Whether a word ends here.
    pub(super) fn is_word(&self, fed: Fed) -> bool {
        self.words.is_match(fed)
    }

    /// The words that end here, the longest first.
    pub(super) fn words(&self, fed: Fed) -> impl Iterator<Item = usize> {
        let count = if self.is_word(fed) { self.words.match_len(fed) } else { 0 };
        (0..count).map(move |word| self.words.match_pattern(fed, word).as_usize())
    }
}

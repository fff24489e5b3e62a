//! Words that are looked for all at once, letter by letter: who feeds the letters says what may be between them.

use aho_corasick::{
    Anchored,
    automaton::{Automaton, StateID},
    dfa::DFA,
    nfa::contiguous::NFA,
};

use super::work::looked_at;

/// The words, each by its place in the list that it was made of.
#[derive(Debug)]
pub(super) struct Dictionary<A> {
    words: A,
    start: StateID,
}

/// Quick to make and small, for thousands of words.
pub(super) type LargeDictionary = Dictionary<NFA>;

/// Quick to use, for the words of the rules.
pub(super) type FastDictionary = Dictionary<DFA>;

/// What was fed of a text, as far as it may begin a word.
pub(super) type Fed = StateID;

impl LargeDictionary {
    /// Of words in lower case, none of them empty.
    pub(super) fn of<W: AsRef<[u8]>>(words: impl IntoIterator<Item = W>) -> Self {
        Dictionary::over(NFA::new(words).expect("fewer letters than an automaton can have"))
    }
}

impl FastDictionary {
    /// Of words in lower case, none of them empty.
    pub(super) fn of<W: AsRef<[u8]>>(words: impl IntoIterator<Item = W>) -> Self {
        Dictionary::over(DFA::new(words).expect("fewer letters than an automaton can have"))
    }
}

impl<A: Automaton> Dictionary<A> {
    fn over(words: A) -> Self {
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

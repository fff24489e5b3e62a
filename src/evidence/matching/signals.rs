//! Everything in a block of text that speaks for a problem: its codes, the wording of its messages, a few numbers.

use std::collections::BTreeSet;

use super::{
    Matcher, bounded,
    codes::CodeHit,
    found::{Because, Confidence, Signal, Signed},
    line,
    others::ServiceNames,
    roles::WeighedWords,
    scanned::{self, ScannedWords},
    standing::ErrorStanding,
    sure,
    words::SearchedText,
};

/// A block that is being searched.
struct SearchedBlock<'b> {
    matcher: &'b Matcher,
    said: WeighedWords<'b>,
    others: ServiceNames,
    /// For each word whether it belongs to a code.
    of_codes: Vec<bool>,
    /// For each signal so far where its error is named, and the problem.
    named: Vec<((usize, usize), &'b str)>,
    signals: Vec<Signed>,
}

impl Matcher {
    /// What speaks for each row, in the order in which it is looked for.
    pub(super) fn signals(&self, text: &str) -> Vec<Signed> {
        let mut text = SearchedText::of(text);
        // What had to be mended leaves a doubt.
        let mended = if scanned::is_scanned(&text) {
            let words = || ScannedWords::of(self.speech.known().chain(self.messages.stems()));
            self.scanned.get_or_init(words).mend(&mut text)
        } else {
            Vec::new()
        };
        let said = self.roles.words(&text, &self.speech);
        let others = self.others.find(&said);
        let codes = self.codes.find(&text);
        let mut of_codes = vec![false; text.words.len()];
        codes.iter().for_each(|code| of_codes[code.words.0..=code.words.1].fill(true));
        let (named, signals) = (Vec::new(), Vec::new());
        let mut block = SearchedBlock { matcher: self, said, others, of_codes, named, signals };
        let lists = block.take_codes(&codes);
        block.take_messages(&lists, &mended);
        block.weigh_together();
        block.take_numbers();
        block.signals
    }
}

impl SearchedBlock<'_> {
    /// Takes the codes in; answers with the lines on which one is only listed.
    fn take_codes(&mut self, codes: &[CodeHit]) -> BTreeSet<usize> {
        let (said, is_code) = (&self.said, |at: usize| self.of_codes[at]);
        let mut listed = said.listed(codes);
        listed.iter_mut().zip(said.alike(codes)).for_each(|(listed, alike)| *listed |= alike);
        said.as_the_last(codes, &mut listed, is_code);
        for (code, is_listed) in codes.iter().zip(&listed) {
            let (first, last) = code.words;
            let standing = said.of(code.words, is_code);
            let over = said.denied(first, is_code) || standing == ErrorStanding::Over || said.is_counted_out(last);
            if over || self.others.own(code.words) {
                continue;
            }
            let doubtful = *is_listed || standing == ErrorStanding::Doubtful || said.denied_behind(last);
            let confidence = match (doubtful, code.vague || self.others.near(code.words)) {
                (true, _) => Confidence::Low,
                (false, true) => Confidence::Medium,
                (false, false) => Confidence::High,
            };
            self.named.push((code.words, self.matcher.problems[code.row].as_str()));
            self.signals.push((code.row, confidence, because(said.text, Signal::Code, code.words)));
        }
        let of_lists = codes.iter().zip(listed).filter(|(_, is_listed)| *is_listed);
        of_lists.map(|(code, _)| said.text.words[code.words.0].line).collect()
    }

    /// Takes the messages in, with a doubt where a line only lists codes or a word was mended.
    fn take_messages(&mut self, lists: &BTreeSet<usize>, mended: &[usize]) {
        let (said, is_code) = (&self.said, |at: usize| self.of_codes[at]);
        for found in self.matcher.messages.find(said) {
            let standing = said.of(found.words, is_code);
            let is_of_other = || self.others.near(found.words) || self.others.own(found.words);
            if standing == ErrorStanding::Over || is_of_other() || self.matcher.speech.presses(said.text, found.words) {
                continue;
            }
            let is_plain = !mended.iter().any(|at| (found.words.0..=found.words.1).contains(at));
            let doubtful = standing == ErrorStanding::Doubtful || lists.contains(&said.text.words[found.words.0].line);
            let confidence = match (found.missing, found.ordered) {
                _ if doubtful => Confidence::Low,
                (0, true) if is_plain && !said.is_of_foreign_code(found.words.0, is_code) => Confidence::High,
                (0, _) | (1, _) => Confidence::Medium,
                _ => Confidence::Low,
            };
            self.named.push((found.words, self.matcher.problems[found.row].as_str()));
            self.signals.push((found.row, confidence, because(said.text, Signal::Message, found.words)));
        }
    }

    /// Doubts what is only mentioned beside another error, or was there before it.
    fn weigh_together(&mut self) {
        let mentioned = self.said.mentioned(&self.named);
        let weighed = self.signals.iter_mut().zip(mentioned).zip(self.said.of_before(&self.named));
        for (((_, confidence, _), is_mentioned), is_before) in weighed {
            *confidence = if is_mentioned || is_before { Confidence::Low } else { *confidence };
        }
    }

    /// Takes the numbers in that stand where an error is told of, in a text that names no other service.
    fn take_numbers(&mut self) {
        let (text, known) = (self.said.text, &self.matcher.numbers);
        let numbers = text.by_form(|form| form.parse::<i64>().ok().and_then(|number| known.get(&number)));
        for (at, number) in numbers.enumerate() {
            if let Some((row, strength)) = number
                && (self.said.error_before(at) || self.said.fails_before(at) || is_named(text, at))
                && self.others.is_empty()
            {
                self.signals.push((*row, sure(*strength), because(text, Signal::Number, (at, at))));
            }
        }
    }
}

/// What speaks for a row, in its own words.
fn because(text: &SearchedText, signal: Signal, (first, last): (usize, usize)) -> Because {
    Because { signal, words: bounded(text.span(first, last)), place: line(text.words[first].line) }
}

/// Whether the name of an error stands right behind a number, as in "320001, ResourceNotFound".
fn is_named(text: &SearchedText, at: usize) -> bool {
    const ENDS: [&str; 4] = ["NotFound", "Offline", "Error", "Failed"];
    at + 1 < text.words.len() && text.between(at, at + 1).chars().all(|c| " ,:/-(".contains(c)) && {
        let name = text.word(at + 1);
        name.starts_with(char::is_uppercase) && ENDS.iter().any(|end| name.len() > end.len() && name.ends_with(end))
    }
}

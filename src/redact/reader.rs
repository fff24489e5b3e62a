//! What is around a name: an operator, a quote, a tag, a sentence; and the secret in it.

use std::ops::Range;

use super::{
    look::{could_be_password, is_plain, is_random},
    named::Name,
    rules::{NameStrength, Rules},
    value::{SHOWN, bare, bare_where, blanks, continued, head, quoted, with_blanks},
};

/// Reads what is around a name.
pub(super) struct Reader<'t, 's> {
    pub(super) text: &'t str,
    pub(super) rules: &'t Rules,
    pub(super) name: &'t Name,
    pub(super) spots: &'s mut Vec<Range<usize>>,
}

impl Reader<'_, '_> {
    pub(super) fn rest(&self, at: usize) -> &str {
        &self.text[at..]
    }

    pub(super) fn read(&mut self) {
        let name = self.name;
        if name.call {
            return self.call();
        }
        if self.text[name.start..name.end].eq_ignore_ascii_case("chpasswd") {
            return self.accounts();
        }
        if self.is_labelled() && self.labelled() {
            return;
        }
        if self.element() {
            return;
        }
        let closed = self.closed();
        let behind = blanks(self.text, closed);
        if let Some(at) = self.operator(behind) {
            if name.pair && self.pair(at) {
                return;
            }
            return self.assigned(at);
        }
        let Some(strength) = name.strength else { return };
        let gap = &self.text[closed..behind];
        let rest = self.rest(behind);
        let slash = self.text[..name.start].strip_suffix('/').is_some_and(|before| before.ends_with([' ', '\t']));
        let is_option = self.text[name.start..].starts_with('-') || slash;
        if closed > name.end && rest.starts_with(',') && strength != NameStrength::Random {
            // `('password', 'x')`.
            let at = blanks(self.text, behind + 1);
            if let Some((words, _)) = quoted(self.text, at) {
                self.push(words);
            }
        } else if rest.starts_with('|') && strength != NameStrength::Random {
            self.cell(behind + 1);
        } else if is_option && closed == name.end && continued(self.text, closed) > closed {
            let at = continued(self.text, closed);
            if !self.rest(at).starts_with("--") && !self.rest(at).starts_with('\n') {
                self.assigned(at);
            }
        } else if strength == NameStrength::Part {
            // Without a sign a longer name is part of a sentence.
        } else if strength == NameStrength::Word {
            // A figure says how what follows is encrypted.
            let kind = self
                .rest(behind)
                .split_once(' ')
                .filter(|(kind, _)| kind.len() == 1 && kind.bytes().all(|byte| byte.is_ascii_digit()));
            let from = behind + kind.map_or(0, |(kind, _)| kind.len() + 1);
            self.push(from..bare(self.text, from, None));
        } else if strength == NameStrength::Random {
            let shown = head(self.text, behind, SHOWN);
            let value = &shown[..bare(shown, 0, None)];
            if behind > closed && value.len() <= 200 && is_random(value) {
                self.push(behind..behind + value.len());
            } else {
                self.sentence(closed);
            }
        } else if gap.len() >= 2 || gap.contains('\t') {
            self.columns(behind);
        } else if strength != NameStrength::UnlessPlain {
            self.sentence(closed);
        } else if strength == NameStrength::UnlessPlain && !gap.is_empty() {
            self.word_or_quote(behind);
        }
    }

    /// The value in one of the next columns of a line: `ProxyPassword    REG_SZ    x`.
    fn columns(&mut self, from: usize) {
        let line = head(self.text, from, 200).split('\n').next().unwrap_or_default();
        let mut at = from;
        for column in line.split("  ").filter(|column| !column.is_empty()).take(3) {
            let start = at + self.rest(at).find(column).unwrap_or(0);
            let value = column.trim();
            let from = start + column.len() - column.trim_start().len();
            at = start + column.len();
            if could_be_password(value)
                || value.contains(|c: char| c.is_ascii_digit()) && !is_plain(value) && !value.contains(' ')
            {
                return self.push(from..from + value.len());
            }
        }
    }

    /// Behind what closes the name: quotes, marks of Markdown, brackets, a remark in brackets.
    fn closed(&self) -> usize {
        let mut at = self.name.end;
        let marks = self.rest(at).bytes().take(6).take_while(|byte| b"\"'`*_])".contains(byte)).count();
        at += marks;
        for quote in ["”", "“", "»", "’"] {
            if self.rest(at).starts_with(quote) {
                at += quote.len();
            }
        }
        let open = blanks(self.text, at);
        if self.rest(open).starts_with('(')
            && let Some(close) = head(self.text, open, 60).find(')')
            && self.operator(blanks(self.text, open + close + 1)).is_some()
        {
            at = open + close + 1;
        }
        at
    }

    /// Where the value may begin behind an equals sign, a colon or an arrow.
    pub(super) fn operator(&self, at: usize) -> Option<usize> {
        if self.rest(at).starts_with("..") || self.rest(at).starts_with('…') || self.rest(at).starts_with("__") {
            let rest = self.rest(at);
            return Some(at + rest.len() - rest.trim_start_matches(['.', '…', '_']).len());
        }
        const SIGNS: [&str; 11] = ["=>", ":=", "==", "->", "→", "=", "：", "＝", ":", "-eq ", "^="];
        let rest = self.rest(at);
        let first = rest.as_bytes().first()?;
        let sign = SIGNS.iter().find(|sign| sign.as_bytes()[0] == *first && rest.starts_with(**sign))?;
        let behind = &rest[sign.len()..];
        if *sign == ":" && (behind.starts_with(':') || behind.starts_with("//")) {
            return None;
        }
        Some(at + sign.len())
    }

    pub(super) fn push_bare(&mut self, strength: NameStrength, from: usize) {
        let open = self.text[..self.name.start].chars().next_back().filter(|c| matches!(c, '"' | '\'' | '`'));
        let end = match strength {
            NameStrength::Line => {
                let rest = self.rest(from);
                let stop = |c: char| c == '\n' || Some(c) == open;
                from + rest.find(stop).unwrap_or(rest.len())
            }
            _ => {
                let is_secret = |value: &str| self.is_secret(strength, value);
                let end = with_blanks(self.text, from).or_else(|| bare_where(self.text, from, open, is_secret));
                let Some(end) = end else { return };
                end
            }
        };
        // What a command of PowerShell gives is looked at by itself.
        if is_command(&self.text[from..end]) {
            return;
        }
        let end = self.more_groups(from, end);
        self.push_if(strength, from..end);
    }

    /// Where the last of some groups of equal length ends, as in `abcd efgh ijkl`.
    fn more_groups(&self, from: usize, end: usize) -> usize {
        let first = &self.text[from..end];
        let plain = |word: &str| word.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !(4..=6).contains(&first.len()) || !plain(first) {
            return end;
        }
        let more = head(self.text, end, 80).split('\n').next().unwrap_or_default().split_inclusive(' ').skip(1);
        let words: Vec<&str> =
            more.take_while(|word| word.trim_end().len() == first.len() && plain(word.trim_end())).collect();
        if words.len() < 2 {
            return end;
        }
        end + 1 + words.concat().trim_end().len()
    }

    pub(super) fn push_if(&mut self, strength: NameStrength, spot: Range<usize>) {
        if self.is_secret(strength, &self.text[spot.clone()]) {
            self.push(spot);
        }
    }

    pub(super) fn is_secret(&self, strength: NameStrength, value: &str) -> bool {
        // A link answers `?code=`, and nothing else that is called so.
        let in_link = self.text[..self.name.start].ends_with(['?', '&']);
        let shown = head(value, 0, SHOWN);
        match strength {
            NameStrength::Line | NameStrength::Always | NameStrength::Word => !self.rules.is_harmless(value),
            NameStrength::UnlessPlain | NameStrength::Part => !is_plain(shown),
            NameStrength::Random if in_link => value.len() >= 8 && !is_plain(shown),
            NameStrength::Random => is_random(shown),
        }
    }

    pub(super) fn push(&mut self, spot: Range<usize>) {
        let value = &self.text[spot.clone()];
        let trimmed = value.trim_end();
        if !trimmed.is_empty() {
            let start = spot.start + value.len() - value.trim_start().len();
            self.spots.push(start..(spot.start + trimmed.len()).max(start));
        }
    }

    /// `ConvertTo-SecureString 'x'`, `PSCredential('user', 'x')`, `'x' | ConvertTo-SecureString`.
    fn call(&mut self) {
        let line = head(self.text, self.name.end, 500);
        let end = self.name.end + line.find(['\n', '|', ';']).unwrap_or(line.len());
        let mut at = self.name.end;
        let mut any = false;
        while let Some(place) = self.text[at..end].find(['"', '\'', '“', '‘', '«']) {
            let Some((words, behind)) = quoted(self.text, at + place) else { break };
            self.push(words);
            any = true;
            at = behind;
            if at >= end {
                break;
            }
        }
        let words = self.text[self.name.end..end].trim_start_matches(|c: char| c.is_alphanumeric());
        if !any && words.starts_with(' ') {
            let mut at = self.name.end;
            for word in self.text[self.name.end..end].split_inclusive(' ') {
                let value = word.trim();
                if !value.is_empty() && !value.starts_with(['-', '$', '(', '[']) {
                    self.push(at..at + word.trim_end().len());
                    break;
                }
                at += word.len();
            }
        }
        let before = self.text[..self.name.start].trim_end_matches(' ');
        if let Some(before) = before.strip_suffix('|').map(|before| before.trim_end_matches(' '))
            && let Some(quote @ ('"' | '\'')) = before.chars().next_back()
        {
            let inner = &before[..before.len() - 1];
            let from = inner.floor_char_boundary(inner.len().saturating_sub(300));
            if let Some(open) = inner[from..].rfind(quote) {
                self.push(from + open + 1..inner.len());
            }
        }
    }

    /// `user:x` a line, which `chpasswd` reads.
    fn accounts(&mut self) {
        let mut at = self.name.end;
        for line in head(self.text, at, 500).split_inclusive('\n').take(12) {
            let words = line.trim();
            if let Some((user, value)) = words.split_once(':')
                && !user.contains(' ')
                && !value.is_empty()
                && !value.starts_with([' ', '\n'])
            {
                let from = at + line.find(':').unwrap_or(0) + 1;
                self.push(from..from + value.len());
            }
            at += line.len();
        }
    }
}

/// Whether a word is a command of PowerShell: a verb, a dash, a noun.
fn is_command(word: &str) -> bool {
    let capital = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_uppercase()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    word.split_once('-').is_some_and(|(verb, noun)| {
        capital(verb) && capital(noun) && ["ConvertTo", "ConvertFrom", "Read", "Get", "New", "Import"].contains(&verb)
    })
}

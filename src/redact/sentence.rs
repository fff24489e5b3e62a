//! Secrets in sentences, and in pairs with a user: `the password for it is x`, `login: admin / x`.

use super::{
    look::could_be_password,
    reader::Reader,
    rules::NameStrength,
    value::{bare_where, below, blanks, head, quoted},
};

impl Reader<'_, '_> {
    /// Masks the second of a pair after `login:`, as in `admin / x` or `admin:x`.
    pub(super) fn pair(&mut self, at: usize) -> bool {
        let from = blanks(self.text, at);
        let line = head(self.text, from, 200);
        let line = &line[..line.find('\n').unwrap_or(line.len())];
        let Some(place) = line.find(['/', ':', '|']).or_else(|| line.find(" - ").map(|at| at + 1)) else {
            return false;
        };
        // `/user:x /pass:y` are options.
        if line[..place].ends_with(' ') && !line[place + 1..].starts_with(' ') {
            return false;
        }
        let user = line[..place].trim();
        let value = from + place + 1;
        if user.is_empty() || user.contains(char::is_whitespace) || self.rest(value).starts_with(['/', '\\']) {
            return false;
        }
        let value = blanks(self.text, value);
        if let Some((words, _)) = quoted(self.text, value) {
            self.push(words);
            return true;
        }
        let end = bare_where(self.text, value, None, could_be_password);
        let end = end.filter(|end| could_be_password(&self.text[value..*end]));
        if let Some(end) = end {
            self.push(value..end);
        }
        end.is_some()
    }

    /// `the password for the service is x`, `password "x"`.
    pub(super) fn sentence(&mut self, at: usize) {
        let from = blanks(self.text, at);
        let rest = self.rest(from);
        let is_weak = self.name.strength == Some(NameStrength::Random);
        if rest.starts_with(['\n', '\r']) && !is_weak {
            for spot in below(self.text, from) {
                if could_be_password(&self.text[spot.clone()]) {
                    self.push(spot);
                }
            }
            return;
        }
        if from == at && !rest.starts_with(['「', '『', '“', '„', '«']) {
            return;
        }
        if !is_weak && self.word_or_quote(from) {
            return;
        }
        let line = head(self.text, from, 80);
        let line = &line[..line.find(['\n', ';', '?']).unwrap_or(line.len())];
        let mut at = from;
        for part in line.split_inclusive(' ').take(8) {
            at += part.len();
            let part = part.trim_end();
            if part.ends_with(['.', '!']) {
                return;
            }
            let is_end = part.ends_with([':', '=']) && part.len() < 40;
            if is_end && (is_weak || self.rules.is_link(part.trim_end_matches([':', '=']))) {
                return self.assigned(at);
            }
            if is_end {
                let strength = NameStrength::UnlessPlain;
                if let Some(end) = bare_where(self.text, at, None, |value| self.is_secret(strength, value)) {
                    self.push_if(strength, at..end);
                }
                return;
            }
            if is_weak {
                continue;
            }
            let could_be = |value: &str| could_be_password(&value.replace('-', ""));
            let end = if part == "is" { bare_where(self.text, at, None, could_be) } else { None };
            if let Some(end) = end.filter(|end| could_be(&self.text[at..*end])) {
                return self.push(at..end);
            }
            if (self.rules.is_link(part.trim_matches([',', ':']))) && self.word_or_quote(at) {
                return;
            }
        }
    }

    /// Masks what is quoted here, or a word that could be a password.
    pub(super) fn word_or_quote(&mut self, at: usize) -> bool {
        let marks = self.rest(at).bytes().take(3).take_while(|byte| *byte == b'*').count();
        let at = at + marks;
        if let Some((words, _)) = quoted(self.text, at) {
            let value = &self.text[words.clone()];
            if !value.is_empty() && !value.contains(' ') && !self.rules.is_harmless(value) {
                self.push(words);
                return true;
            }
            return false;
        }
        let Some(end) = bare_where(self.text, at, None, could_be_password) else { return false };
        let word = self.text[at..end].trim_end_matches([',', '.', ')', '*', ':']);
        let spot = at..at + word.len();
        let secret = could_be_password(word);
        if secret {
            self.push(spot);
        }
        secret
    }
}

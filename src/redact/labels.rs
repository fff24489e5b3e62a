//! A name that is the value of a label, and the value beside it: `{"name": "password", "value": "x"}`.

use std::ops::Range;

use super::{
    named::word,
    reader::Reader,
    rules::NameStrength,
    value::{bare, blanks, head, quoted},
};

impl Reader<'_, '_> {
    /// Whether the name is itself the value of `name`, as in `{"name": "password", "value": "x"}`.
    pub(super) fn is_labelled(&self) -> bool {
        let before = self.text[..self.name.start].trim_end_matches(['"', '\'', ' ', '\t', '>', '`']);
        let Some(before) =
            before.strip_suffix([':', '=', '>']).or_else(|| self.text[..self.name.start].strip_suffix('>'))
        else {
            return false;
        };
        let before = before.trim_end_matches(['"', '\'', ' ', '\t', ':', '`']);
        let start = before.char_indices().rev().take(20).take_while(|(_, c)| c.is_alphanumeric()).last();
        start.is_some_and(|(start, _)| self.rules.is_label(&before[start..]))
    }

    /// The value beside a label, behind it or before it in the same object.
    pub(super) fn labelled(&mut self) -> bool {
        let Some(strength) = self.name.strength.filter(|strength| *strength != NameStrength::Random) else {
            return false;
        };
        let behind = head(self.text, self.name.end, 300);
        let behind = &behind[..behind.find(['{', '}']).unwrap_or(behind.len())];
        let base = self.name.end;
        if let Some(spot) = self.member(base, base + behind.len()) {
            self.push_if(strength, spot);
            return true;
        }
        let from = self.text.floor_char_boundary(self.name.start.saturating_sub(300));
        let before = &self.text[from..self.name.start];
        let open = before.rfind(['{', '}']).map_or(from, |open| from + open + 1);
        match self.member(open, self.name.start) {
            Some(spot) => self.push_if(strength, spot),
            None => return false,
        }
        true
    }

    /// The value of the first member that promises one, such as `"value": "x"`, `value="x"`, `<value>x`.
    fn member(&self, from: usize, to: usize) -> Option<Range<usize>> {
        let mut at = from;
        while let Some((start, end)) = word(&self.text[..to], at) {
            at = end;
            if !self.rules.is_inner(&self.text[start..end]) {
                continue;
            }
            let closed = end + self.rest(end).bytes().take(2).take_while(|byte| b"\"'".contains(byte)).count();
            let sign = blanks(self.text, closed);
            if self.rest(sign).starts_with('>') {
                let value = self.rest(sign + 1);
                return Some(sign + 1..sign + 1 + value.find('<').unwrap_or(value.len()));
            }
            let Some(place) = self.operator(sign) else { continue };
            let place = blanks(self.text, place);
            return Some(match quoted(self.text, place) {
                Some((words, _)) => words,
                None => place..bare(self.text, place, None),
            });
        }
        None
    }
}

//! Secrets behind an operator or an option: `password = x`, `--password x`, `$p = @('x', 'y')`.

use super::{
    reader::Reader,
    rules::NameStrength,
    value::{below, blanks, block, continued, head, inside, quoted},
};

impl Reader<'_, '_> {
    /// The value behind an operator or an option.
    pub(super) fn assigned(&mut self, at: usize) {
        let Some(strength) = self.name.strength else { return };
        let from = continued(self.text, at);
        // What is masked already.
        if self.rest(from).strip_prefix("***").is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric())) {
            return;
        }
        let from = self.undecorated(from);
        let rest = self.rest(from);
        // `!vault |` and what is below it.
        let tagged =
            rest.strip_prefix('!').and_then(|rest| head(rest, 0, 40).split_once(' ')).map_or(rest, |(_, rest)| rest);
        let marked = tagged.starts_with(['|', '>'])
            && tagged.split('\n').next().is_some_and(|mark| mark.trim().len() <= 3)
            && tagged.contains('\n');
        if marked {
            for spot in block(self.text, from) {
                self.push_if(strength, spot);
            }
        } else if rest.starts_with('\n') || rest.starts_with("\r\n") {
            for spot in below(self.text, from) {
                self.push_if(strength, spot);
            }
        } else if let Some((mut words, mut end)) = quoted(self.text, from) {
            // `'a' + 'b'`.
            loop {
                let plus = blanks(self.text, end);
                let next =
                    self.rest(plus).starts_with('+').then(|| quoted(self.text, blanks(self.text, plus + 1))).flatten();
                let Some((more, behind)) = next else { break };
                words.end = more.end;
                end = behind;
            }
            self.push_if(strength, words);
        } else if rest.starts_with(['{', '[', '(']) || ["@{", "@(", "$("].iter().any(|open| rest.starts_with(open)) {
            self.bracketed(strength, from);
        } else {
            self.push_bare(strength, from);
        }
    }

    /// Where a value begins behind marks of emphasis, a type or the letter of a quotation.
    fn undecorated(&self, from: usize) -> usize {
        let marks = self.rest(from).bytes().take_while(|byte| *byte == b'*' || *byte == b'_').take(3).count();
        let from = if marks > 0 { blanks(self.text, from + marks) } else { from };
        // `N'x'` of SQL, `$'x'` of a shell, `[string]'x'` of PowerShell.
        let cast =
            self.rest(from).strip_prefix('[').and_then(|rest| head(rest, 0, 60).find(']')).map(|end| from + end + 2);
        let from = match cast.filter(|cast| quoted(self.text, *cast).is_some()) {
            Some(cast) => cast,
            None => from,
        };
        let letter = self.rest(from).starts_with(|c: char| c.is_ascii_alphabetic() || c == '$');
        if letter && self.rest(from + 1).starts_with(['"', '\'']) { from + 1 } else { from }
    }

    /// The values of an object or a list, or a word in braces.
    fn bracketed(&mut self, strength: NameStrength, from: usize) {
        let rest = self.rest(from);
        let braced = rest.strip_prefix('{').and_then(|rest| {
            let rest = head(rest, 0, 200);
            let last = |end: usize| {
                rest[end + 1..].is_empty() || rest[end + 1..].starts_with([';', ' ', '\n', '&', '"', '\''])
            };
            rest.match_indices('}').map(|(end, _)| end).find(|end| last(*end)).map(|end| &rest[..end])
        });
        if let Some(word) = braced.filter(|word| !word.contains([':', '=', '"', '\'', '\n', '{'])) {
            // `PWD={x;y}` of ODBC.
            self.push_if(strength, from + 1..from + 1 + word.len());
        } else if strength != NameStrength::Random {
            let open = from + usize::from(rest.starts_with(['@', '$']));
            let (found, _) = inside(self.text, open, self.rules);
            self.spots.extend(found);
        }
    }
}

//! Secrets behind a name: `adminPassword = x`, `"key": {"value": "x"}`, `--account-key x`, `<password>x`, `the password is x`.

use std::ops::Range;

use super::{
    look::{could_be_password, is_plain, is_random},
    rules::{Meaning, Rules, Strength},
    value::{bare, below, blanks, block, continued, floor, head, inside, quoted, with_blanks},
};

/// A name is looked for in so many characters before its end.
const LONGEST: usize = 48;

/// A name that promises something, and what stands around it.
struct Name {
    /// The whole word, with what is before the name: `dbAdminPassword`, `--account-key`.
    start: usize,
    end: usize,
    strength: Option<Strength>,
    pair: bool,
    call: bool,
    scheme: bool,
}

/// Every secret that stands behind a name.
pub(super) fn find(text: &str, rules: &Rules, spots: &mut Vec<Range<usize>>) {
    let mut at = 0;
    while let Some((start, end)) = word(text, at) {
        at = end;
        if let Some(spot) = option(text, start, end, rules) {
            at = spot.end.max(at);
            spots.push(spot);
            continue;
        }
        let Some(name) = name(text, end, rules) else { continue };
        if name.scheme
            && let Some(spot) = token(text, end)
        {
            at = spot.end;
            spots.push(spot);
            continue;
        }
        let before = spots.len();
        Reader { text, rules, name: &name, spots }.read();
        at = spots[before..].iter().map(|spot| spot.end).max().unwrap_or(end).max(at);
    }
}

/// Whether a head of a column names a secret.
pub(super) fn is_secret(head: &str, rules: &Rules) -> bool {
    head.len() <= LONGEST
        && name(head, head.len(), rules)
            .is_some_and(|name| matches!(name.strength, Some(Strength::Always | Strength::Line)))
}

/// The next run of letters, digits and low lines.
fn word(text: &str, at: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut at = at;
    let mut start = None;
    while let Some(byte) = bytes.get(at) {
        let (is_part, length) = match byte {
            b'_' => (true, 1),
            0..=0x7f => (byte.is_ascii_alphanumeric(), 1),
            _ => {
                let c = text[at..].chars().next()?;
                (c.is_alphanumeric(), c.len_utf8())
            }
        };
        match (is_part, start) {
            (true, None) => start = Some(at),
            (false, Some(start)) => return Some((start, at)),
            _ => {}
        }
        at += length;
    }
    Some((start?, at))
}

/// The name that ends here, by the longest end of it that the rules know.
fn name(text: &str, end: usize, rules: &Rules) -> Option<Name> {
    let mut last = end;
    for _ in 0..4 {
        let (found, neutral) = longest(text, last, rules);
        if let Some((start, meaning)) = found {
            let joined = text[..start].ends_with(|c: char| c.is_alphanumeric() || "-_.".contains(c));
            let strength = match meaning.strength {
                Some(Strength::Random) if meaning.composite && joined => Some(Strength::UnlessPlain),
                strength => strength,
            };
            let is_part = |c: &char| c.is_alphanumeric() || "-_.".contains(*c);
            let whole =
                text[..start].chars().rev().take(LONGEST).take_while(is_part).map(char::len_utf8).sum::<usize>();
            let Meaning { pair, call, scheme, .. } = meaning;
            return Some(Name { start: start - whole, end, strength, pair, call, scheme });
        }
        // `password2`, `passwords`, `secretText`.
        let word = &text[..last];
        let stem = match neutral {
            Some(start) => &text[..start],
            None if word.ends_with(|c: char| c.is_ascii_digit()) => word.trim_end_matches(|c: char| c.is_ascii_digit()),
            None => word.strip_suffix(['s', 'S'])?,
        };
        let gap = stem.strip_suffix(['-', '_', '.', ' ']).unwrap_or(stem);
        if !gap.ends_with(char::is_alphanumeric) {
            return None;
        }
        last = gap.len();
    }
    None
}

/// The longest name that ends here with what it says, and where a word begins that changes nothing.
fn longest(text: &str, end: usize, rules: &Rules) -> (Option<(usize, Meaning)>, Option<usize>) {
    let (mut found, mut neutral, mut node, mut gap) = (None, None, 0, false);
    let mut chars = text[..end].char_indices().rev().take(LONGEST).peekable();
    let mut letters = 0;
    let mut behind = None;
    while let Some((place, c)) = chars.next() {
        if !c.is_alphanumeric() {
            if gap || !"-_. ".contains(c) {
                break;
            }
            gap = true;
            continue;
        }
        gap = false;
        let small = if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) };
        let Some(next) = rules.step(node, small) else { break };
        node = next;
        letters += 1;
        if let Some(meaning) = rules.meaning(node) {
            let before = chars.peek().map(|(_, before)| *before);
            let starts = before.is_none_or(|before| begins(before, c, behind));
            if (meaning.known || meaning.pair || meaning.call || meaning.scheme) && (letters >= 6 || starts) {
                found = Some((place, meaning));
            }
            if meaning.neutral && starts && before.is_some() {
                neutral = Some(place);
            }
        }
        behind = Some(c);
    }
    (found, neutral)
}

/// Whether a word begins at this letter, by the ones before and behind it.
fn begins(before: char, c: char, behind: Option<char>) -> bool {
    !before.is_alphanumeric()
        || before.is_lowercase() && c.is_uppercase()
        || before.is_numeric() != c.is_numeric()
        // In a script without capitals every letter may begin a word.
        || !c.is_lowercase() && !c.is_uppercase() && !c.is_numeric()
        || before.is_uppercase() && c.is_uppercase() && behind.is_some_and(char::is_lowercase)
}

struct Reader<'t, 's> {
    text: &'t str,
    rules: &'t Rules,
    name: &'t Name,
    spots: &'s mut Vec<Range<usize>>,
}

impl Reader<'_, '_> {
    fn rest(&self, at: usize) -> &str {
        &self.text[at..]
    }

    fn read(&mut self) {
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
        if closed > name.end && rest.starts_with(',') && strength != Strength::Random {
            // `('password', 'x')`.
            let at = blanks(self.text, behind + 1);
            if let Some((words, _)) = quoted(self.text, at) {
                self.push(words);
            }
        } else if rest.starts_with('|') && strength != Strength::Random {
            self.cell(behind + 1);
        } else if is_option && closed == name.end && continued(self.text, closed) > closed {
            let at = continued(self.text, closed);
            if !self.rest(at).starts_with("--") && !self.rest(at).starts_with('\n') {
                self.assigned(at);
            }
        } else if strength == Strength::Word {
            // A figure says how what follows is encrypted.
            let kind = self
                .rest(behind)
                .split_once(' ')
                .filter(|(kind, _)| kind.len() == 1 && kind.bytes().all(|byte| byte.is_ascii_digit()));
            let from = behind + kind.map_or(0, |(kind, _)| kind.len() + 1);
            self.push(from..bare(self.text, from, None));
        } else if strength == Strength::Random {
            let end = bare(self.text, behind, None);
            if behind > closed && is_random(head(self.text, behind, 200).get(..end - behind).unwrap_or_default()) {
                self.push(behind..end);
            } else {
                self.sentence(closed);
            }
        } else if gap.len() >= 2 || gap.contains('\t') {
            self.columns(behind);
        } else if strength != Strength::UnlessPlain {
            self.sentence(closed);
        } else if strength == Strength::UnlessPlain && !gap.is_empty() {
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
    fn operator(&self, at: usize) -> Option<usize> {
        if self.rest(at).starts_with("..") || self.rest(at).starts_with('…') || self.rest(at).starts_with("__") {
            let rest = self.rest(at);
            return Some(at + rest.len() - rest.trim_start_matches(['.', '…', '_']).len());
        }
        const SIGNS: [&str; 11] = ["=>", ":=", "==", "->", "→", "=", "：", "＝", ":", "-eq ", "^="];
        let rest = self.rest(at);
        let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign))?;
        let behind = &rest[sign.len()..];
        if *sign == ":" && (behind.starts_with(':') || behind.starts_with("//")) {
            return None;
        }
        Some(at + sign.len())
    }

    /// The value behind an operator or an option.
    fn assigned(&mut self, at: usize) {
        let Some(strength) = self.name.strength else { return };
        let from = continued(self.text, at);
        // What is masked already.
        if self.rest(from).strip_prefix("***").is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric())) {
            return;
        }
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
        let from = if letter && self.rest(from + 1).starts_with(['"', '\'']) { from + 1 } else { from };
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
        } else if rest.starts_with(['{', '[', '('])
            || rest.starts_with("@{")
            || rest.starts_with("@(")
            || rest.starts_with("$(")
        {
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
            } else if strength != Strength::Random {
                let open = from + usize::from(rest.starts_with(['@', '$']));
                let (found, _) = inside(self.text, open, self.rules);
                self.spots.extend(found);
            }
        } else {
            self.push_bare(strength, from);
        }
    }

    fn push_bare(&mut self, strength: Strength, from: usize) {
        let open = self.text[..self.name.start].chars().next_back().filter(|c| matches!(c, '"' | '\'' | '`'));
        let end = match strength {
            Strength::Line => {
                let rest = self.rest(from);
                let stop = |c: char| c == '\n' || Some(c) == open;
                from + rest.find(stop).unwrap_or(rest.len())
            }
            _ => with_blanks(self.text, from).unwrap_or_else(|| bare(self.text, from, open)),
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

    fn push_if(&mut self, strength: Strength, spot: Range<usize>) {
        let value = &self.text[spot.clone()];
        // A link answers `?code=`, and nothing else that is called so.
        let in_link = self.text[..self.name.start].ends_with(['?', '&']);
        let secret = match strength {
            Strength::Line | Strength::Always | Strength::Word => !self.rules.is_harmless(value),
            Strength::UnlessPlain => !is_plain(head(value, 0, 400)),
            Strength::Random if in_link => value.len() >= 8 && !is_plain(value),
            Strength::Random => is_random(head(value, 0, 400)),
        };
        if secret {
            self.push(spot);
        }
    }

    fn push(&mut self, spot: Range<usize>) {
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
            let from = floor(inner, inner.len().saturating_sub(300));
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

    /// Whether the name is itself the value of `name`, as in `{"name": "password", "value": "x"}`.
    fn is_labelled(&self) -> bool {
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
    fn labelled(&mut self) -> bool {
        let Some(strength) = self.name.strength.filter(|strength| *strength != Strength::Random) else { return false };
        let behind = head(self.text, self.name.end, 300);
        let behind = &behind[..behind.find(['{', '}']).unwrap_or(behind.len())];
        let base = self.name.end;
        if let Some(spot) = self.member(base, base + behind.len()) {
            self.push_if(strength, spot);
            return true;
        }
        let from = floor(self.text, self.name.start.saturating_sub(300));
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

    /// `<password>x</password>`, `<td>Password</td><td>x</td>`.
    fn element(&mut self) -> bool {
        let Some(strength) = self.name.strength.filter(|strength| *strength != Strength::Random) else { return false };
        let before = self.text[..self.name.start].trim_end_matches(|c: char| c.is_alphanumeric() || c == ':');
        let rest = self.rest(self.name.end);
        if before.ends_with('<') && rest.starts_with(['>', ' ']) {
            let Some(close) = head(self.text, self.name.end, 300).find('>') else { return false };
            if rest[..close].contains(['<', '/']) && !rest[..close].contains("=\"") {
                return false;
            }
            let from = self.name.end + close + 1;
            let mut rest = self.rest(from);
            let mut from = from;
            if let Some(data) = rest.strip_prefix("<![CDATA[") {
                from += "<![CDATA[".len();
                rest = data;
            }
            let end = rest.find("]]>").into_iter().chain(rest.find('<')).min().unwrap_or(rest.len());
            self.push_if(strength, from..from + end);
            return true;
        }
        let mut at = self.name.end + rest.bytes().take(1).filter(|byte| *byte == b':').count();
        let mut tags = 0;
        while self.rest(at).starts_with('<') && tags < 6 {
            let Some(close) = head(self.text, at, 120).find('>') else { return false };
            tags += 1;
            at += close + 1;
            at += self.rest(at).len() - self.rest(at).trim_start().len();
        }
        if tags < 2 {
            return false;
        }
        let end = self.rest(at).find('<').map_or(at, |end| at + end);
        self.push_if(strength, at..end);
        true
    }

    /// The next cell of a table.
    fn cell(&mut self, at: usize) {
        let line = head(self.text, at, 400);
        let end = line.find(['|', '\n']).unwrap_or(line.len());
        let value = line[..end].trim_matches([' ', '`', '*']);
        let heads = self
            .rest(at)
            .split_once('\n')
            .is_some_and(|(_, below)| is_rule(below.split('\n').next().unwrap_or_default()));
        if !value.is_empty() && !heads && !value.chars().all(|c| "-: ".contains(c)) {
            let start = at + line.find(value).unwrap_or(0);
            self.push(start..start + value.len());
        }
    }

    /// `admin / x`, `admin:x` behind `login:`.
    fn pair(&mut self, at: usize) -> bool {
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
        let (spot, is_quoted) = match quoted(self.text, value) {
            Some((words, _)) => (words, true),
            None => (value..bare(self.text, value, None), false),
        };
        let secret = is_quoted || could_be_password(&self.text[spot.clone()]);
        if secret {
            self.push(spot);
        }
        secret
    }

    /// `the password for the service is x`, `password "x"`.
    fn sentence(&mut self, at: usize) {
        let from = blanks(self.text, at);
        let rest = self.rest(from);
        let is_weak = self.name.strength == Some(Strength::Random);
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
            if is_end {
                return self.assigned(at);
            }
            if is_weak {
                continue;
            }
            if part == "is" && could_be_password(&self.text[at..bare(self.text, at, None)].replace('-', "")) {
                return self.push(at..bare(self.text, at, None));
            }
            if (self.rules.is_link(part.trim_matches([',', ':']))) && self.word_or_quote(at) {
                return;
            }
        }
    }

    /// Masks what is quoted here, or a word that could be a password.
    fn word_or_quote(&mut self, at: usize) -> bool {
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
        let end = bare(self.text, at, None);
        let word = self.text[at..end].trim_end_matches([',', '.', ')', '*', ':']);
        let spot = at..at + word.len();
        let secret = could_be_password(word);
        if secret {
            self.push(spot);
        }
        secret
    }
}

/// Whether a line rules off the head of a table.
pub(super) fn is_rule(line: &str) -> bool {
    line.contains("---") && line.chars().all(|c| "-|+:= \r".contains(c))
}

/// `-p x` behind a command that takes a password so, `-pX` where that is usual, `/p:x`.
fn option(text: &str, start: usize, end: usize, rules: &Rules) -> Option<Range<usize>> {
    let dash = text[..start].strip_suffix(['-', '/'])?;
    let dashes = if dash.ends_with('-') { 2 } else { 1 };
    if end - start > 40
        || !text[..start - dashes].is_empty() && !text[..start - dashes].ends_with([' ', '\t', '"', '\'', '\n', '('])
    {
        return None;
    }
    let line_start = floor(text, start.saturating_sub(300));
    let line = &text[line_start..start];
    let line = line.rsplit('\n').next().unwrap_or_default();
    let option = &text[start - dashes..end];
    rules.options.iter().find_map(|rule| {
        let whole = rule.options.iter().any(|known| known == option);
        let glued = rule.glued.iter().find(|known| option.starts_with(known.as_str()) && option.len() > known.len());
        if !whole && glued.is_none() {
            return None;
        }
        let anywhere = rule.commands.is_empty();
        if !anywhere && !rule.commands.iter().any(|command| has_word(line, command)) {
            return None;
        }
        let from = match glued.filter(|_| !whole) {
            Some(known) => start - dashes + known.len(),
            None => {
                let at = end + usize::from(text[end..].starts_with(['=', ':']));
                continued(text, at)
            }
        };
        let value = quoted(text, from).map_or_else(|| from..bare(text, from, None), |(words, _)| words);
        let is_glued = glued.is_some() && !whole;
        // `az -pX` is none, and a path or a port is no password.
        if value.is_empty() || is_glued && has_word(line, "az") {
            return None;
        }
        if rule.pair {
            let colon = text[value.clone()].find([':', '%'])?;
            return (value.start + colon + 1 < value.end).then_some(value.start + colon + 1..value.end);
        }
        if anywhere {
            let secret = quoted(text, from).is_some() || !text[value.clone()].contains(['/', '\\', ':']);
            return (secret && could_be_password(&text[value.clone()])).then_some(value);
        }
        (!text[value.clone()].starts_with(['-', '/']) || is_glued).then_some(value)
    })
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

/// Whether the line has the command as a word of its own.
fn has_word(line: &str, command: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    lower.match_indices(command).any(|(at, _)| {
        let before = lower[..at].chars().next_back();
        let behind = lower[at + command.len()..].trim_start_matches(".exe").chars().next();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '_')
            && !behind.is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '_')
    })
}

/// The token behind a scheme of `Authorization`: `Basic dXNlcjpwYXNz`.
fn token(text: &str, end: usize) -> Option<Range<usize>> {
    let from = end + text[end..].strip_prefix(' ').map(|_| 1)?;
    let good = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~+/=:%&".contains(byte);
    let long = text.as_bytes()[from..].iter().take_while(|byte| good(byte)).count();
    let token = text[from..from + long].trim_end_matches(['.', ':']);
    let shown = head(token, 0, 400);
    let digit = shown.contains(|c: char| c.is_ascii_digit()) && shown.contains(|c: char| c.is_ascii_alphabetic());
    let looks = token.len() >= 12 && digit || token.len() >= 8 && token.ends_with('=');
    let mixed = token.len() >= 8 && is_random_case(shown);
    (mixed || looks && !is_plain(shown)).then_some(from..from + token.len())
}

/// Whether small letters and capitals change so often that no words are spelled so.
fn is_random_case(token: &str) -> bool {
    let bytes = token.as_bytes();
    let turns = bytes.windows(2).filter(|two| two[0].is_ascii_lowercase() != two[1].is_ascii_lowercase()).count();
    bytes.iter().all(u8::is_ascii_alphanumeric) && turns * 100 >= token.len() * 30
}

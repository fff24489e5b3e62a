//! Values between tags, and in the cells of a table: `<password>x</password>`, `| Password | x |`.

use super::{reader::Reader, rules::NameStrength, tables::is_rule, value::head};

impl Reader<'_, '_> {
    /// `<password>x</password>`, `<td>Password</td><td>x</td>`.
    pub(super) fn element(&mut self) -> bool {
        let Some(strength) = self.name.strength.filter(|strength| *strength != NameStrength::Random) else {
            return false;
        };
        let before = self.text[..self.name.start].trim_end_matches(|c: char| c.is_alphanumeric() || c == ':');
        let rest = self.rest(self.name.end);
        if before.ends_with('<') && rest.starts_with(['>', ' ']) {
            let Some(close) = head(self.text, self.name.end, 300).find('>') else { return false };
            if rest[..close].contains(['<', '/']) && !rest[..close].contains("=\"") {
                return false;
            }
            if rest[..close].ends_with('/') {
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
    pub(super) fn cell(&mut self, at: usize) {
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
}

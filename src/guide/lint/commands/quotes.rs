//! Quotation marks of bash and PowerShell alike, with substitutions inside of them.

/// What is open at a place of a script.
#[derive(Default)]
pub(super) struct Quotes {
    /// Quotation marks, and `(` for a substitution.
    open: Vec<char>,
    before: char,
}

impl Quotes {
    /// What is open behind a text.
    pub(super) fn after(text: &str) -> Self {
        let mut quotes = Quotes::default();
        for c in text.chars() {
            quotes.step(c);
        }
        quotes
    }

    /// Whether a quotation holds this place.
    pub(super) fn quoted(&self) -> bool {
        matches!(self.open.last(), Some('\'' | '"'))
    }

    /// Whether a quotation or a substitution holds this place.
    pub(super) fn inside(&self) -> bool {
        !self.open.is_empty()
    }

    /// Goes past a character; true where a substitution begins or ends with it.
    pub(super) fn step(&mut self, c: char) -> bool {
        let before = std::mem::replace(&mut self.before, c);
        match (self.open.last(), c) {
            (Some('\''), '\'') | (Some('"'), '"') => drop(self.open.pop()),
            (Some('\''), _) => {}
            (_, '(') if before == '$' => {
                self.open.push('(');
                return true;
            }
            (Some('('), ')') => {
                self.open.pop();
                return true;
            }
            (None | Some('('), '\'' | '"') => self.open.push(c),
            _ => {}
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::Quotes;

    #[test]
    fn substitutions_open_a_place_without_quotes() {
        let check = |text: &str, quoted: bool| assert_eq!(Quotes::after(text).quoted(), quoted, "{text}");
        check("a 'b", true);
        check("a 'b' ", false);
        check("a \"b $(c ", false);
        check("a \"b $(c) ", true);
        check("a '$(", true);
        check("'a\"' \"b'\" ", false);
    }
}

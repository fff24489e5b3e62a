//! Where a byte of a text is, for people and for slices.

/// The line and column, both from 1 and in characters, at which a byte of `text` stands.
pub fn position(text: &str, byte: usize) -> (usize, usize) {
    Positions::new(text).of(byte)
}

/// The positions of many bytes of a text: where they come in order, it is walked through once.
pub struct Positions<'t> {
    text: &'t str,
    at: usize,
    position: (usize, usize),
}

impl<'t> Positions<'t> {
    /// Of this text, from its start.
    pub fn new(text: &'t str) -> Self {
        Positions { text, at: 0, position: (1, 1) }
    }

    /// The line and column of a byte.
    pub fn of(&mut self, byte: usize) -> (usize, usize) {
        let to = self.text.floor_char_boundary(byte);
        if to < self.at {
            *self = Positions::new(self.text);
        }
        let passed = &self.text[self.at..to];
        let (line, column) = self.position;
        self.position = match passed.rfind('\n') {
            Some(newline) => (line + passed.matches('\n').count(), passed[newline + 1..].chars().count() + 1),
            None => (line, column + passed.chars().count()),
        };
        self.at = to;
        self.position
    }
}

#[cfg(test)]
mod tests {
    use super::{Positions, position};

    #[test]
    fn positions_count_lines_and_characters_from_one() {
        let check = |byte, line, column| assert_eq!(position("ab\nяc\n", byte), (line, column));
        check(0, 1, 1);
        check(1, 1, 2);
        check(3, 2, 1);
        check(5, 2, 2);
        check(4, 2, 1);
        check(99, 3, 1);
    }

    #[test]
    fn positions_are_the_same_in_whatever_order_they_are_asked_for() {
        let text = "ab\nяc\n\nd";
        let mut positions = Positions::new(text);
        for byte in (0..=text.len()).chain((0..=text.len()).rev()) {
            assert_eq!(positions.of(byte), position(text, byte), "{byte}");
        }
    }
}

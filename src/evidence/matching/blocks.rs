//! A long text in parts, so that memory does not grow with it.

/// Bytes of a text that are searched at once.
pub(super) const BLOCK: usize = 256 << 10;

/// Bytes that two parts of a text share, about: more than a message takes.
const OVERLAP: usize = 4 << 10;

/// A text in parts that a few megabytes of memory can hold as words, each with the number of lines before it.
///
/// A part begins a little before the last one ended, so that no message is cut.
pub(super) fn blocks(text: &str) -> Vec<(usize, &str)> {
    let mut blocks = Vec::new();
    let (mut start, mut lines) = (0, 0);
    loop {
        let rest = &text[start..];
        if rest.len() <= BLOCK {
            blocks.push((lines, rest));
            return blocks;
        }
        let end = blank(rest, BLOCK);
        blocks.push((lines, &rest[..end]));
        let next = blank(rest, BLOCK - OVERLAP);
        lines += rest[..next].matches('\n').count();
        start += next;
    }
}

/// The first blank from a byte on, or the end.
fn blank(text: &str, from: usize) -> usize {
    let from = text.floor_char_boundary(from);
    text[from..].find(char::is_whitespace).map_or(text.len(), |at| from + at)
}

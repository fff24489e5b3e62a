//! HTML of a mail as lines of text: its cells and its breaks part what stands between them, and other tags go.

use std::borrow::Cow;

/// Tags that end a cell, and those that end a line; a line of the file stays one.
const CELLS: [&str; 4] = ["/td", "/th", "/dt", "/span"];
const BREAKS: [&str; 8] = ["br", "br/", "br /", "/p", "/li", "/div", "/tr", "/dd"];

/// A longer tag is none, in bytes.
const LONGEST_TAG: usize = 400;

/// The text without its tags; a text that closes none is left as it is.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains("</") && !text.contains("<br") {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        plain.push_str(&rest[..at]);
        let inside = &rest[at + 1..];
        let Some(tag) = tag(inside) else {
            plain.push('<');
            rest = inside;
            continue;
        };
        let name = tag.to_ascii_lowercase();
        if CELLS.contains(&name.as_str()) {
            plain.push('\t');
        } else if BREAKS.contains(&name.as_str()) {
            plain.push_str("; ");
        }
        plain.extend(tag.matches('\n'));
        rest = &inside[tag.len() + 1..];
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// What stands in a tag that begins before a text.
fn tag(inside: &str) -> Option<&str> {
    let is_tag = inside.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    let end = inside.bytes().take(if is_tag { LONGEST_TAG } else { 0 }).position(|byte| byte == b'>')?;
    Some(&inside[..end])
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn cells_and_lines_stay_apart() {
        let check = |text: &str, expected: &str| assert_eq!(plain(text), expected, "{text}");
        check("<tr><td>VM name</td><td>web01</td></tr>", "VM name\tweb01\t; ");
        check("<b>VM:</b> web01<br>Vault: x", "VM: web01; Vault: x");
        check("a <b\nclass=\"x\">c</b>", "a \nc");
        check("a < b, see <VM> </x", "a < b, see  </x");
        check("VM <web01>", "VM <web01>");
    }
}

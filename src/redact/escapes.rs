//! The escapes of links, JSON, HTML and mails, and what each means.

use std::borrow::Cow;

use super::bytes::{Bytes, first, these};

/// The next byte that an escape may begin with.
pub(super) fn escape_start(bytes: &[u8]) -> Option<usize> {
    // `<` begins what `sanitise` writes for a character that acts.
    static STARTS: Bytes = these(b"%\\&<=\xc2\xcc\xcd\xd8\xe1\xe2\xef");
    first(bytes, &STARTS)
}

/// An escape of a link, of JSON or of HTML, how long it is, and what it means.
pub(super) fn escape(text: &str, at: usize) -> Option<(usize, Cow<'static, str>)> {
    let rest = &text[at..];
    match rest.as_bytes()[0] {
        b'%' => percent(rest.as_bytes()).or_else(|| percent_unit(rest)),
        b'\\' => backslash(rest),
        b'&' => entity(rest),
        b'=' => quoted_printable(rest),
        0x80.. => sign(text, at),
        _ if rest.get(..5).is_some_and(|tag| tag.eq_ignore_ascii_case("<wbr>")) => Some((5, Cow::Borrowed(""))),
        _ => {
            let code = rest.strip_prefix("<U+")?.bytes().take(7).take_while(u8::is_ascii_hexdigit).count();
            rest[3 + code..].starts_with('>').then_some((4 + code, Cow::Borrowed("")))
        }
    }
}

/// A soft break of a line in a mail, or a sign that it writes as two digits.
fn quoted_printable(rest: &str) -> Option<(usize, Cow<'static, str>)> {
    for soft in ["=\n", "=\r\n"] {
        if rest.starts_with(soft) {
            return Some((soft.len(), Cow::Borrowed("")));
        }
    }
    let code = rest.get(1..3).filter(|code| !code.contains(|c: char| c.is_ascii_lowercase()))?;
    let sign = char::from(u8::from_str_radix(code, 16).ok()?);
    (sign == ' ' || sign.is_ascii_punctuation()).then(|| (3, sign.to_string().into()))
}

/// An invisible character, a lookalike of ASCII, or a combining mark.
fn sign(text: &str, at: usize) -> Option<(usize, Cow<'static, str>)> {
    let c = text.get(at..)?.chars().next()?;
    let means = match c {
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => None,
        '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' => None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' => Some('-'),
        '\u{a0}' | '\u{2007}' | '\u{202f}' => Some(' '),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0),
        _ => return None,
    };
    Some((c.len_utf8(), means.map_or(Cow::Borrowed(""), |c| c.to_string().into())))
}

fn percent(bytes: &[u8]) -> Option<(usize, Cow<'static, str>)> {
    let byte = |at: usize| match bytes.get(at..at + 3)? {
        [b'%', high, low] => Some((digit(*high)? << 4 | digit(*low)?) as u8),
        _ => None,
    };
    let first = byte(0)?;
    let count = match first {
        0..=0x7f => 1,
        0xc0..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    };
    let all: Option<Vec<u8>> = (0..count).map(|number| byte(number * 3)).collect();
    let text = String::from_utf8(all?).ok()?;
    Some((count * 3, Cow::Owned(text)))
}

/// `%u0041`, as scripts of old pages escape.
fn percent_unit(rest: &str) -> Option<(usize, Cow<'static, str>)> {
    let hex = rest.strip_prefix("%u").or_else(|| rest.strip_prefix("%U"))?.get(..4)?;
    let code = hex.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u32::from_str_radix(hex, 16).ok())??;
    Some((6, char::from_u32(code)?.to_string().into()))
}

fn digit(byte: u8) -> Option<u32> {
    char::from(byte).to_digit(16)
}

fn backslash(rest: &str) -> Option<(usize, Cow<'static, str>)> {
    let unit = |rest: &str, sign: &str, digits: usize| {
        let hex = rest.strip_prefix(sign)?.get(..digits)?;
        hex.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u32::from_str_radix(hex, 16).ok())?
    };
    let means = match rest.as_bytes().get(1)? {
        b'"' => "\"",
        b'\'' => "'",
        b'\\' => "\\",
        b'/' => "/",
        b'n' | b'r' => "\n",
        b't' => "\t",
        b'x' => return Some((4, char::from_u32(unit(rest, "\\x", 2)?)?.to_string().into())),
        b'u' => {
            let high = unit(rest, "\\u", 4)?;
            let pair = (0xd800..0xdc00).contains(&high).then(|| unit(&rest[6..], "\\u", 4)).flatten();
            return match pair.filter(|low| (0xdc00..0xe000).contains(low)) {
                Some(low) => {
                    let c = char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00))?;
                    Some((12, c.to_string().into()))
                }
                None => Some((6, char::from_u32(high)?.to_string().into())),
            };
        }
        _ => return None,
    };
    Some((2, Cow::Borrowed(means)))
}

fn entity(rest: &str) -> Option<(usize, Cow<'static, str>)> {
    let end = rest.as_bytes().iter().take(18).position(|byte| *byte == b';')?;
    let means = match &rest[1..end] {
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        "lt" => "<",
        "gt" => ">",
        "nbsp" => " ",
        "equals" => "=",
        "colon" => ":",
        "sol" => "/",
        "commat" => "@",
        "plus" => "+",
        "shy" | "zwj" | "zwnj" | "ZeroWidthSpace" | "NoBreak" => "",
        "hyphen" | "dash" | "ndash" => "-",
        "lowbar" => "_",
        "period" => ".",
        "auml" => "ä",
        "ouml" => "ö",
        "uuml" => "ü",
        "Auml" => "Ä",
        "Ouml" => "Ö",
        "Uuml" => "Ü",
        "szlig" => "ß",
        "eacute" => "é",
        "egrave" => "è",
        "agrave" => "à",
        "ccedil" => "ç",
        "ntilde" => "ñ",
        name => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            return Some((end + 1, char::from_u32(code.ok()?)?.to_string().into()));
        }
    };
    Some((end + 1, Cow::Borrowed(means)))
}

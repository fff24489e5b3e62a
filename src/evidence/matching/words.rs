//! A text as words: what a paste glued, wrapped, escaped or hid is undone, and every word keeps its line.

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use crate::guide::normal;

/// So many spellings of a text are told apart. The hash has no seed, so words can be made that all have the same one; of more
/// words each counts as a spelling by itself.
const SPELLINGS: usize = 4096;

/// The text as it is searched.
pub(super) struct SearchedText {
    /// Without what hides or escapes; its lines are those of the original.
    text: String,
    /// In their order.
    pub words: Vec<TextWord>,
    /// The first word of each spelling.
    spellings: Vec<usize>,
    /// Whether it has the sign of a question.
    pub asks: bool,
}

/// A run of letters and digits.
pub(super) struct TextWord {
    /// The form in which words are compared.
    pub form: CompactString,
    /// The line it stands on, counted from 1.
    pub line: usize,
    /// The number of its spelling: most words of a text stand in it several times.
    spelling: usize,
    start: usize,
    end: usize,
}

impl TextWord {
    /// Whether it is a sign of a script that puts no blanks between words.
    pub(super) fn is_sign(&self) -> bool {
        self.form.chars().next().is_some_and(is_unspaced)
    }
}

impl SearchedText {
    pub(super) fn of(raw: &str) -> Self {
        let text = revealed(raw);
        let (mut words, mut spellings): (Vec<TextWord>, Vec<usize>) = (Vec::new(), Vec::new());
        let mut known: FxHashMap<&str, usize> = FxHashMap::default();
        let mut add = |start: usize, end: usize, line: usize| {
            let word = &text[start..end];
            let next = spellings.len();
            let spelling = if next < SPELLINGS { *known.entry(word).or_insert(next) } else { next };
            let form = spellings.get(spelling).map_or_else(|| form(word), |first: &usize| words[*first].form.clone());
            if spelling == next {
                spellings.push(words.len());
            }
            words.push(TextWord { form, line, spelling, start, end });
        };
        let (mut line, mut at) = (1, 0);
        while let Some(c) = text[at..].chars().next() {
            let start = at;
            at += word(&text[at..]);
            if at > start {
                add(start, at, line);
                continue;
            }
            at += c.len_utf8();
            if is_unspaced(c) {
                add(start, at, line);
            }
            line += usize::from(c == '\n');
        }
        let asks = text.contains('?') || text.contains('\u{ff1f}');
        SearchedText { text, words, spellings, asks }
    }

    /// What each word is by its form alone, found out once for each spelling.
    pub(super) fn by_form<'t, T: Copy>(&'t self, of: impl FnMut(&'t CompactString) -> T) -> impl Iterator<Item = T> {
        let forms = self.spellings.iter().map(|first| &self.words[*first].form);
        let all: Vec<T> = forms.map(of).collect();
        self.words.iter().map(move |word| all[word.spelling])
    }

    /// The first and the last word of the line that a word stands on.
    pub(super) fn line(&self, at: usize) -> (usize, usize) {
        let line = self.words[at].line;
        let first = self.words.partition_point(|word| word.line < line);
        (first, self.words.partition_point(|word| word.line <= line) - 1)
    }

    /// The text that is searched.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What stands between two words.
    pub(super) fn between(&self, left: usize, right: usize) -> &str {
        self.gap(self.words[left].end, self.words[right].start)
    }

    fn gap(&self, start: usize, end: usize) -> &str {
        // Most words have nothing else between them, and that is no part of a character.
        if end == start + 1 && self.text.as_bytes()[start] == b' ' { " " } else { &self.text[start..end] }
    }

    /// What stands right before a word, up to the one before it.
    pub(super) fn before(&self, at: usize) -> &str {
        let start = if at == 0 { 0 } else { self.words[at - 1].end };
        self.gap(start, self.words[at].start)
    }

    /// What stands right behind a word, up to the next one.
    pub(super) fn behind(&self, at: usize) -> &str {
        let end = self.words.get(at + 1).map_or(self.text.len(), |next| next.start);
        self.gap(self.words[at].end, end)
    }

    /// A word as it stands there.
    pub(super) fn word(&self, at: usize) -> &str {
        &self.text[self.words[at].start..self.words[at].end]
    }

    /// The text from one word to another.
    pub(super) fn span(&self, first: usize, last: usize) -> &str {
        &self.text[self.words[first].start..self.words[last].end]
    }
}

/// The forms of the words of an entry of a list, which `+` joins.
pub(super) fn forms(entry: &str) -> Vec<CompactString> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || !is_unspaced(c) && is_foreign_letter(c);
    if entry.split('+').all(|word| !word.is_empty() && word.chars().all(is_plain)) {
        return entry.split('+').map(form).collect();
    }
    SearchedText::of(entry).words.into_iter().map(|word| word.form).collect()
}

/// The normal form, but for the line that some identifiers have inside.
fn form(word: &str) -> CompactString {
    if word.is_ascii() && !word.contains('\'') {
        let mut form = CompactString::new(word);
        form.make_ascii_lowercase();
        return form;
    }
    let simple: Option<CompactString> = word.chars().filter(|c| *c != '\'').map(simple).collect();
    simple.unwrap_or_else(|| match word.contains('_') {
        true => word.split('_').map(normal).collect::<Vec<_>>().join("_").into(),
        false => normal(word).into(),
    })
}

/// The normal form of a letter for which no table need be asked, as of most words.
fn simple(c: char) -> Option<char> {
    match c {
        '0'..='9' | 'a'..='z' | '_' | '\u{430}'..='\u{44f}' | '\u{4e00}'..='\u{9fff}' => Some(c),
        // Letters with accents, kana and Korean syllables.
        '\u{df}'..='\u{f6}' | '\u{f8}'..='\u{ff}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' => Some(c),
        '\u{ac00}'..='\u{d7a3}' => Some(c),
        'A'..='Z' => Some(c.to_ascii_lowercase()),
        '\u{410}'..='\u{42f}' => char::from_u32(c as u32 + 0x20),
        _ => None,
    }
}

/// Whether it belongs to a script that puts no blanks between words: each of its signs is compared as a word.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// The bytes of the word with which a text begins; an apostrophe belongs to it between two letters.
fn word(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        // Most letters by far; what Unicode says of the others is looked up.
        if c.is_ascii_alphanumeric() || c == '_' || (!c.is_ascii() && is_foreign_letter(c)) {
            end = at + c.len_utf8();
        } else if end == 0 || !is_apostrophe(c) {
            break;
        }
    }
    end
}

/// Whether it is a letter or a digit of another script than the Latin one, and no word by itself; for Russian ones no table is asked.
fn is_foreign_letter(c: char) -> bool {
    matches!(c, '\u{410}'..='\u{44f}') || (c.is_alphanumeric() && !is_unspaced(c))
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{ff07}')
}

/// The text without characters of no width and color codes, and with escapes of JSON and HTML written out.
fn revealed(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut at = 0;
    loop {
        let plain = raw.as_bytes()[at..].iter().position(|byte| may_hide(*byte)).unwrap_or(raw.len() - at);
        out.push_str(&raw[at..at + plain]);
        at += plain;
        let rest = &raw[at..];
        let Some(c) = rest.chars().next() else { return out };
        let (text, length) = match c {
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => {
                (None, c.len_utf8())
            }
            '\x1b' => (None, color_code(rest)),
            '\r' if !rest.starts_with("\r\n") => (Some('\n'), 1),
            '&' => entity(rest).map_or((Some(c), 1), |(c, length)| (Some(c), length)),
            '\\' => escape(rest).map_or((Some(c), 1), |(c, length)| (Some(c), length)),
            c => (Some(c), c.len_utf8()),
        };
        out.extend(text);
        at += length;
    }
}

/// Whether a byte may begin what is hidden or escaped.
fn may_hide(byte: u8) -> bool {
    matches!(byte, b'\x1b' | b'\r' | b'&' | b'\\' | 0xc2 | 0xe2 | 0xef)
}

/// How long a color code is that begins here; the escape alone where it is none.
fn color_code(rest: &str) -> usize {
    let Some(inside) = rest[1..].strip_prefix('[') else { return 1 };
    inside
        .find(|c: char| !c.is_ascii_digit() && c != ';')
        .map_or(1, |end| 2 + end + usize::from(inside[end..].is_char_boundary(1)))
}

/// A character of HTML, such as a quote, and how long it is written.
fn entity(rest: &str) -> Option<(char, usize)> {
    let end = rest.bytes().take(9).position(|byte| byte == b';')?;
    let name = &rest[1..end];
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let hex = number.strip_prefix(['x', 'X']);
            let code = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok());
            code.and_then(char::from_u32)?
        }
        None => match name {
            "amp" => '&',
            "quot" => '"',
            "apos" => '\'',
            "lt" => '<',
            "gt" => '>',
            "nbsp" => ' ',
            _ => return None,
        },
    };
    // A character that is written out must not begin a line that the original has not.
    Some((if c.is_control() { ' ' } else { c }, end + 1))
}

/// A character of a JSON string, and how long it is written.
fn escape(rest: &str) -> Option<(char, usize)> {
    match rest[1..].chars().next()? {
        'n' | 'r' | 't' => Some((' ', 2)),
        c @ ('"' | '\'' | '/') => Some((c, 2)),
        'u' => {
            let code = u32::from_str_radix(rest.get(2..6)?, 16).ok()?;
            char::from_u32(code).map(|c| (if c.is_control() { ' ' } else { c }, 6))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_a_paste_did_to_them() {
        let check = |raw: &str, expected: &[&str]| {
            let words: Vec<CompactString> = SearchedText::of(raw).words.into_iter().map(|word| word.form).collect();
            assert_eq!(words, expected, "{raw:?}");
        };
        check("Error: VM agent.", &["error", "vm", "agent"]);
        check("doesn't doesn\u{2019}t doesn&#39;t doesn&apos;t", &["doesnt"; 4]);
        check("&quot;key&nbsp;vault&quot; & co", &["key", "vault", "co"]);
        check("a\\nb\\u0027c \\\"d\\\"", &["a", "bc", "d"]);
        check("\x1b[31;1mred\x1b[0m and\u{ad}so \u{200b}on\u{feff}", &["red", "andso", "on"]);
        check("Ошибка: «нет»", &["ошибка", "нет"]);
        check("\x1b[\u{442} \x1b", &["\u{442}"]);
        check("VSSライター、VM 代理", &["vss", "ラ", "イ", "タ", "ー", "vm", "代", "理"]);
        check("코드Not", &["코드not"]);
        check("&;&#;&#x110000; \\u12", &["x110000", "u12"]);
        check("'it' 'twas o''clock'' ''", &["it", "twas", "oclock"]);
    }

    #[test]
    fn an_entry_of_a_list_has_the_words_of_a_text() {
        let check = |entry: &str| {
            let words: Vec<CompactString> = SearchedText::of(entry).words.into_iter().map(|word| word.form).collect();
            assert_eq!(forms(entry), words, "{entry:?}");
        };
        check("is+over");
        check("больше+нет");
        check("Won't+fix");
        check("終了+です");
        check("déjà+vu");
        check("+a");
        check("a++b");
        check("");
        check("n\u{b0}1");
        check("VM_1");
    }

    #[test]
    fn a_simple_letter_is_what_the_tables_say() {
        for c in ('\0'..='\u{ffff}').filter(|c| *c != '_') {
            if let Some(simple) = simple(c) {
                assert_eq!(simple.to_string(), normal(&c.to_string()), "{c:?}");
            }
        }
        assert_eq!((simple('И'), simple('ł'), simple('一')), (Some('и'), None, Some('一')));
    }

    #[test]
    fn what_a_form_is_holds_for_each_word_of_that_spelling() {
        let check = |raw: &str, expected: &[usize]| {
            let mut asked = 0;
            let text = SearchedText::of(raw);
            let lengths: Vec<usize> = text.by_form(|form| (asked += 1, form.len()).1).collect();
            assert_eq!((lengths.as_slice(), asked), (expected, text.spellings.len()), "{raw:?}");
        };
        check("an agent, no Agent: an agent's", &[2, 5, 2, 5, 2, 6]);
        check("\u{30e9}\u{30a4}\u{30e9}", &[3; 3]);
        check("", &[]);
        assert_eq!(SearchedText::of("a b a \u{30e9} b").spellings, [0, 1, 3]);
        let many: String = (0..SPELLINGS + 9).map(|number| format!("{number} ")).collect();
        let text = SearchedText::of(&(many + "0 0"));
        assert!(text.by_form(|form| form.as_str()).eq(text.words.iter().map(|word| word.form.as_str())));
        assert_eq!(text.spellings.len(), text.words.len());
    }

    #[test]
    fn words_keep_their_lines() {
        let check = |raw: &str, expected: &[usize]| {
            assert_eq!(
                SearchedText::of(raw).words.iter().map(|word| word.line).collect::<Vec<_>>(),
                expected,
                "{raw:?}"
            );
        };
        check("a b\nc\r\nd\re", &[1, 1, 2, 3, 4]);
        check("a\\nb &#10; c", &[1, 1, 1]);
    }
}

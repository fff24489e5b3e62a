//! Letters that only look like Latin ones, in names that go into commands.

/// Letters of Cyrillic and Greek that most typefaces draw as a Latin one.
const TWINS: &str = "\u{410}\u{412}\u{415}\u{405}\u{406}\u{408}\u{41a}\u{41c}\u{41d}\u{41e}\u{420}\u{421}\u{422}\u{423}\u{425}\u{4ae}\u{50c}\u{51a}\u{51c}\u{430}\u{435}\u{455}\u{456}\u{458}\u{43e}\u{440}\u{441}\u{443}\u{445}\u{4bb}\u{501}\u{51b}\u{51d}\u{475}\u{391}\u{392}\u{395}\u{396}\u{397}\u{399}\u{39a}\u{39c}\u{39d}\u{39f}\u{3a1}\u{3a4}\u{3a5}\u{3a7}\u{3bf}\u{3bd}\u{3c1}\u{3f2}\u{3f3}";

/// A name with each letter that only looks like a Latin one written out; `None` where there is none.
///
/// In a word of one script a letter is what it looks like, unless the whole name has none but twins and Latin ones.
pub fn spelt(name: &str) -> Option<String> {
    let mut out = String::with_capacity(name.len());
    let mut found = false;
    let is_own = |c: char| c.is_alphabetic() && !is_latin(c) && !TWINS.contains(c);
    let is_disguised = !name.chars().any(is_own);
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let letters = first.is_alphabetic();
        let end = rest.find(|c: char| c.is_alphabetic() != letters).unwrap_or(rest.len());
        let (word, then) = rest.split_at(end);
        let is_mixed = word.chars().any(is_latin);
        let is_twin = is_disguised && word.chars().all(|c| TWINS.contains(c));
        for c in word.chars() {
            let is_strange = letters && !is_latin(c) && (is_mixed || is_twin || is_styled(c));
            found |= is_strange;
            if is_strange { out.push_str(&format!("<U+{:04X}>", c as u32)) } else { out.push(c) }
        }
        rest = then;
    }
    found.then_some(out)
}

fn is_latin(c: char) -> bool {
    c.is_ascii() || matches!(c, '\u{aa}' | '\u{ba}' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Latin letters drawn in another style: letter-like, full-width, mathematical.
fn is_styled(c: char) -> bool {
    matches!(c, '\u{2100}'..='\u{214f}' | '\u{ff21}'..='\u{ff5a}' | '\u{1d400}'..='\u{1d7ff}')
}

#[cfg(test)]
mod tests {
    use super::spelt;

    #[test]
    fn letters_that_only_look_latin_are_written_out() {
        let check = |name: &str, shown: Option<&str>| assert_eq!(spelt(name).as_deref(), shown, "{name}");
        check("vm-web_01", None);
        check("v\u{430}m", Some("v<U+0430>m"));
        check("web-\u{441}\u{43e}\u{440}\u{435}", Some("web-<U+0441><U+043E><U+0440><U+0435>"));
        check("\u{391}pp", Some("<U+0391>pp"));
        check("\u{ff56}\u{ff4d}1", Some("<U+FF56><U+FF4D>1"));
        // Words of one script, and of one language beside another.
        check("сервер-web", None);
        check("группа_резервных_ВМ", None);
        check("Straße-Zürich", None);
        check("データ-01", None);
    }
}

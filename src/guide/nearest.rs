//! The name that was probably meant.

/// Of the known names the one with the fewest slips in it, where they are at most a third of the letters.
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    known
        .map(|known| (strsim::damerau_levenshtein(name, known), known))
        .min()
        .filter(|(slips, _)| *slips <= name.chars().count() / 3)
        .map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_forgiven_and_another_word_is_not() {
        let check = |name: &str, near: Option<&str>| {
            assert_eq!(nearest(name, ["list", "show", "ошибка"].into_iter()), near, "{name}");
        };
        check("lst", Some("list"));
        check("hsow", Some("show"));
        check("ошбка", Some("ошибка"));
        check("lt", None);
        check("ошка", None);
        check("", None);
    }
}

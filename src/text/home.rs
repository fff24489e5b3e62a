//! A path below the person's home, as people write it where no shell reads it.

/// What follows `~`: nothing for the home itself; `None` where a path begins otherwise, as one of another person's home does.
pub fn below(path: &str) -> Option<&str> {
    let rest = path.strip_prefix('~')?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix(std::path::is_separator) }
}

#[cfg(test)]
mod tests {
    use super::below;

    #[test]
    fn only_a_tilde_by_itself_is_the_home() {
        let check = |path: &str, expected: Option<&str>| assert_eq!(below(path), expected, "{path}");
        check("~", Some(""));
        check("~/tickets/a.md", Some("tickets/a.md"));
        check("~anna/a.md", None);
        check("./~/a.md", None);
        check("/~", None);
        check("", None);
    }
}

//! The forms that an export can have.

use super::{html, jira, json, plain, with_embedded_case};
use crate::{case::Case, l10n::Words};

/// A form of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For tickets and files that read Markdown; it can carry the case.
    Markdown,
    /// One page for a browser.
    Html,
    /// Without marks, for fields that show each mark as it is.
    Text,
    /// For fields of Jira that read its own wiki markup.
    Jira,
    /// The case itself.
    Json,
}

impl Format {
    /// All of them, the most usual first.
    pub const ALL: [Format; 5] = [Format::Markdown, Format::Html, Format::Text, Format::Jira, Format::Json];

    /// Its name among the words.
    pub fn name(self) -> &'static str {
        match self {
            Format::Markdown => "markdown",
            Format::Html => "html",
            Format::Text => "text",
            Format::Jira => "jira",
            Format::Json => "json",
        }
    }

    /// How the names of its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Markdown => ".md",
            Format::Html => ".html",
            Format::Text => ".txt",
            Format::Jira => ".jira",
            Format::Json => ".json",
        }
    }

    /// The form whose files have such a name; `None` where no form has.
    pub fn of_file(name: &str) -> Option<Self> {
        let lower = name.to_ascii_lowercase();
        Format::ALL.into_iter().find(|format| lower.ends_with(format.ending()))
    }

    /// The Markdown of a case in this form; `carries` says whether Markdown has the case in it.
    pub fn write(self, markdown: String, case: &Case, words: &Words, carries: bool) -> String {
        match self {
            Format::Markdown if carries => with_embedded_case(markdown, case, words),
            Format::Markdown => markdown,
            Format::Html => html(words, case, &markdown),
            Format::Text => plain(&markdown),
            Format::Jira => jira(&markdown),
            Format::Json => json(case),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn a_name_says_its_form() {
        let check = |name: &str, expected: Option<Format>| assert_eq!(Format::of_file(name), expected, "{name}");
        for format in Format::ALL {
            check(&format!("a{}", format.ending()), Some(format));
        }
        check("TICKET.HTML", Some(Format::Html));
        check("ticket", None);
        check("ticket.html.bak", None);
    }
}

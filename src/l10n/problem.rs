//! What a problem is called, says and means before a case of it is open.

use std::{cell::OnceCell, rc::Rc};

use super::{Words, fact, filled::Arguments, messages::MessageId};
use crate::{
    guide::{CatalogEntry, Facts, KnownCode},
    text::markdown,
};

impl Words {
    /// A problem's title, with the figures of its guide; a value that only a case has shows as its placeholder.
    pub fn problem(&self, guide: &str, problem: &str) -> String {
        self.of_problem(guide, problem, None).unwrap_or_else(|| format!("{{problem-{problem}}}"))
    }

    /// What a row of the catalogue is called: what its code means, where that is more than its problem says.
    pub fn entry_title(&self, entry: &CatalogEntry) -> String {
        if entry.named { self.title_of::<KnownCode>(&entry.code) } else { self.problem(&entry.guide, &entry.problem) }
    }

    /// What one of the attributes of a problem says; `None` where it has no such.
    pub fn of_problem(&self, guide: &str, problem: &str, attribute: Option<&str>) -> Option<String> {
        // Most problems need no figures, and a start that does not read them is a faster one.
        let known = OnceCell::new();
        let argument = |name: &str| {
            let known: &Rc<Facts> = known.get_or_init(|| self.facts(guide));
            fact(&known.literals, &known.limits, name).or_else(|| Some(markdown::code(&format!("<{name}>")).into()))
        };
        self.of_guide_with(MessageId::of("problem", problem), attribute, Some(Arguments::Named(&argument)))
    }

    fn facts(&self, guide: &str) -> Rc<Facts> {
        if let Some((_, facts)) = self.facts.borrow().iter().find(|(known, _)| known == guide) {
            return Rc::clone(facts);
        }
        let facts = Rc::new(Facts::read(&self.files, guide));
        self.facts.borrow_mut().push((guide.to_owned(), Rc::clone(&facts)));
        facts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Files;

    #[test]
    fn a_title_shows_no_variable_of_its_own() {
        let files = Files::from_iter(
            [
                ("guides/g/literals.toml", "service = \"vmicvss\""),
                ("guides/g/guide.toml", "[limit.points]\nvalue = 18\ndated = \"2019-07-05\""),
                (
                    "i18n/en/g/problems.ftl",
                    "problem-p = { $service } of { $vm } has { $limit-points } points\n    .why = Plain.",
                ),
            ]
            .map(|(path, text)| (path.to_owned(), text.to_owned())),
        );
        let words = Words::new(Rc::new(files), "en");
        assert_eq!(words.problem("g", "p"), "`vmicvss` of `<vm>` has 18 points");
        assert_eq!(words.of_problem("g", "p", Some("why")).as_deref(), Some("Plain."));
        assert_eq!(words.problem("g", "none"), "{problem-none}");
    }
}

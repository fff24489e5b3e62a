//! The bare output of one of the guide's own commands, such as `Not Ready`: it answers the question that is being asked or
//! that a mark names, and nothing anywhere else.

use crate::{
    evidence::{
        collect::questions_of,
        notes::Notes,
        text::sheet::{SheetLine, is_prompt},
    },
    guide::Question,
};

/// Lines of an output that is still a bare one, beside the command and blank ones.
const MOST: usize = 6;

/// Reads what lines that nothing else was read of say to the question that is being asked.
pub(super) fn read(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let guide = notes.rules.guide;
    let Some(question) = notes.rules.asked.map(|id| &guide[id]) else { return };
    let is_open = notes.reading.findings.iter().all(|finding| finding.question != question.id);
    if let Some((option, line)) = shown(question, lines).filter(|_| is_open) {
        notes.answer(question, option, line);
    }
}

/// Reads what stands behind the marks of a block of commands, and says so to the questions that they name.
pub(super) fn read_marked(lines: &[SheetLine<'_>], notes: &mut Notes<'_>) {
    let guide = notes.rules.guide;
    let marks: Vec<_> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, questions_of(guide, line.text)?))).collect();
    for (nth, (at, questions)) in marks.iter().enumerate() {
        let end = marks.get(nth + 1).map_or(lines.len(), |(next, _)| *next);
        for question in questions {
            if let Some((option, line)) = printed(question, &lines[at + 1..end]) {
                notes.answer(question, option, line);
            }
        }
    }
}

/// The option that every line of a text shows, by the words of the question's checks, and the first of these lines.
fn shown<'l, 't>(question: &Question, lines: &'l [SheetLine<'t>]) -> Option<(usize, &'l SheetLine<'t>)> {
    let filled: Vec<_> = lines.iter().filter(|line| !line.text.trim().is_empty() && !is_prompt(line.text)).collect();
    let first = *filled.first().filter(|_| filled.len() <= MOST)?;
    let is = |literal: &str, text: &str| literal.eq_ignore_ascii_case(text);
    let mut options = filled.iter().map(|line| option(question, line.text, filled.len(), is));
    let shown = options.next()??;
    options.all(|other| other == Some(shown)).then_some((shown, first))
}

/// The option that the output of the question's own command shows, among lines that say nothing to it.
pub(super) fn printed<'l, 't>(question: &Question, lines: &'l [SheetLine<'t>]) -> Option<(usize, &'l SheetLine<'t>)> {
    let speaks = |line: &&SheetLine<'_>| line.text.contains(char::is_alphabetic);
    // Of a name that goes on, such as that of a Windows, several words are enough.
    let begins = |literal: &str, text: &str| {
        literal.contains(' ') && text.strip_prefix(literal).is_some_and(|rest| rest.starts_with(' '))
    };
    let is = |literal: &str, text: &str| literal.eq_ignore_ascii_case(text) || begins(literal, text);
    let mut said =
        lines.iter().filter(speaks).filter_map(|line| Some((option(question, line.text, lines.len(), is)?, line)));
    let Some(first) = said.next() else { return shown(question, lines) };
    said.all(|(option, _)| option == first.0).then_some(first)
}

/// The only option whose words these are; `lines` as there are in all.
fn option(question: &Question, text: &str, lines: usize, says: impl Fn(&str, &str) -> bool + Copy) -> Option<usize> {
    let text = text.trim().trim_matches('"');
    let mut options = question.checks.iter().flat_map(|check| {
        let commands = check.run.as_ref().map_or(1, |run| run.lines().count());
        let is = move |literal: &str| {
            // Without a letter it is what one command printed, and the others of the check say the rest.
            let speaks = literal.contains(char::is_alphabetic) || lines >= commands;
            says(literal, text) && speaks
        };
        let shows = check.shows.iter().enumerate();
        shows.filter_map(move |(option, literal)| literal.as_deref().is_some_and(is).then_some(option))
    });
    let first = options.next()?;
    options.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{data::builtin, evidence::text::sheet::Sheet, guide};

    #[test]
    fn only_the_words_of_a_check_answer_and_only_alone() {
        let guide = guide::load(&builtin::embedded(), "azure-vm-backup").expect("the embedded guide is sound");
        let check = |question: &str, text: &str, expected: Option<&str>| {
            let question = &guide[guide.find::<Question>(question).expect("it is a question")];
            let sheet = Sheet::new(text.to_owned());
            let lines = sheet.lines(&[]);
            let found = shown(question, &lines).map(|(option, _)| question.options[option].as_str());
            assert_eq!(found, expected, "{} {text:?}", question.id);
        };
        check("agent-status", "Not Ready\n", Some("not-ready"));
        check("agent-status", "$ az vm get-instance-view --output tsv\nNot Ready\n$ ", Some("not-ready"));
        check("agent-status", "ready", Some("ready"));
        check("agent-status", "The agent is Not Ready", None);
        check("agent-status", "Not Ready\nReady", None);
        check("agent-status", "waagent -daemon (code=exited)", None);
        check("vm-provisioning", "Failed", Some("failed"));
        check("vm-provisioning", "Failed\nlast night", None);
        check("guest-os", "Linux", Some("linux"));
        check("guest-rights", "0", Some("yes"));
        check("key-vault-model", "False", Some("access-policy"));
        check("platform-address", "200\n200", Some("reachable"));
        check("platform-address", "000\n000", Some("blocked"));
        check("platform-address", "200", None);
        check("platform-address", "200\n000", None);
        check("lock-scope", "[]", None);
        check("lock-scope", "[]\n[]\n[]", Some("none"));
        check("restore-point-count", "18", None);
        check("agent-status", "", None);
    }
}

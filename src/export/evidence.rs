//! What evidence said, and what became of it: so that each answer tells how it was known.

use super::page::{MarkdownPage, one_line, one_line_each};
use crate::{
    case::{
        Finding,
        trail::{self, Answer},
    },
    guide::Question,
    l10n::args,
    text::markdown::code,
};

impl MarkdownPage<'_> {
    /// Every finding of the case, with the answer that was given.
    pub(super) fn evidence(&mut self) {
        if self.case.findings.is_empty() {
            return;
        }
        let lines: Vec<String> = self.case.findings.iter().map(|finding| self.finding(finding)).collect();
        self.heading("export-evidence");
        self.block(0, &one_line_each(&lines));
        let by_person = |(ask, _)| trail::findings(self.guide, ask, self.case).is_empty();
        if self.trail.asked().any(by_person) {
            let others = self.words.say("export-evidence-others");
            self.block(0, &others);
        }
    }

    pub(super) fn finding(&self, finding: &Finding) -> String {
        let Some(id) = self.guide.find::<Question>(&finding.question) else { return String::new() };
        let option = self.guide[id].option(&finding.option).map(Answer::Option);
        let asked = self.trail.asked().find(|(ask, _)| ask.key == finding.question).map(|(_, answer)| answer);
        let became = match asked {
            None => "export-evidence-unasked",
            answer if answer == option => "export-evidence-kept",
            Some(_) => "export-evidence-overruled",
        };
        let answer = |answer: Option<Answer>| answer.map(|answer| self.text.answer(id, answer)).unwrap_or_default();
        let args = args!(
            "question" => self.text.title_of::<Question>(&finding.question),
            "answer" => answer(option),
            "place" => self.words.place_of(finding),
            "words" => code(&finding.text),
            "given" => answer(asked)
        );
        one_line(&format!("- {}", self.words.say_with(became, &args)))
    }
}

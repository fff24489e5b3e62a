//! A case as GitHub-flavoured Markdown: what was found, the checklist, what is open, how it ends, and the sources.
//!
//! Text of a person is set as code throughout: GitHub makes mentions, links and references of anything else.

use super::report;
use crate::{
    case::{Case, NOTE, Shell},
    checklist::{Checklist, Run, undecided},
    guide::{Guide, Handover, Id, Label, Outcome, Problem, Renames, Variable},
    l10n::{GuideText, Words, args},
    markdown::{cell, code, fence},
    trail::{Ask, Entry, Head, Trail},
};

/// The case as Markdown, in the language of the words; they need the part `export` and all words of the guide.
pub fn markdown(words: &Words, guide: &Guide, problem: Id<Problem>, case: &Case) -> String {
    let trail = Trail::of(guide, problem, case);
    let checklist = Checklist::of(guide, &trail, case);
    let text = GuideText::new(words, guide, case);
    let mut page = Page { words, guide, case, trail: &trail, checklist: &checklist, text, out: String::new() };
    let needed = report::needed(guide, &trail, &checklist);
    page.head(problem);
    page.values();
    page.found();
    page.evidence();
    page.checklist();
    page.open(&needed);
    page.outcome();
    page.aside();
    page.sources(problem);
    page.out
}

/// The Markdown written so far, and all that it is written from.
pub(super) struct Page<'a> {
    pub words: &'a Words,
    pub guide: &'a Guide,
    pub case: &'a Case,
    pub trail: &'a Trail,
    pub checklist: &'a Checklist,
    /// The guide's words outside of any walk that renames variables.
    pub text: GuideText<'a>,
    pub out: String,
}

impl<'a> Page<'a> {
    /// Adds a block, set off by a blank line; `indent` is the place of the list item that it belongs to.
    pub(super) fn block(&mut self, indent: usize, block: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.lines(indent, block);
    }

    /// Adds lines right below the last ones.
    pub(super) fn lines(&mut self, indent: usize, block: &str) {
        for line in block.split('\n') {
            if !line.is_empty() {
                self.out.extend(std::iter::repeat_n(' ', indent));
            }
            self.out.push_str(line);
            self.out.push('\n');
        }
    }

    pub(super) fn heading(&mut self, id: &str) {
        let heading = format!("## {}", self.words.say(id));
        self.block(0, &heading);
    }

    /// The guide's words inside a walk that renames variables.
    pub(super) fn renamed(&self, with: &Renames) -> GuideText<'a> {
        GuideText::renamed(self.words, self.guide, self.case, with)
    }

    pub(super) fn head(&mut self, problem: Id<Problem>) {
        let id = &self.guide[problem].id;
        let title = one_line(&self.text.title("problem", id));
        self.block(0, &format!("# {title}"));
        self.block(0, &code(&self.case.code));
        if let Some(message) = self.text.part("problem", id, "message") {
            self.block(0, &format!("> {}", one_line(&message)));
        }
        if !self.case.name.trim().is_empty() {
            let label = self.words.say("export-name");
            self.block(0, &format!("**{label}** {}", code(self.case.name.trim())));
        }
        self.note(0, NOTE);
    }

    fn values(&mut self) {
        let named = |id: &Id<Variable>| !self.case.values(self.guide, *id, &Renames::new()).is_empty();
        let rows: Vec<_> = self.guide.ids().filter(named).map(|id| self.value_row(id)).collect();
        if !rows.is_empty() {
            self.heading("export-values");
            self.table(["export-value-name", "export-value"], &rows);
        }
    }

    /// A variable and its values, or its placeholder.
    pub(super) fn value_row(&self, id: Id<Variable>) -> [String; 2] {
        let name = &self.guide[id].id;
        let values = self.case.values(self.guide, id, &Renames::new());
        let values = match values {
            [] => code(&format!("<{name}>")),
            values => values.iter().map(|value| code(value)).collect::<Vec<_>>().join(", "),
        };
        [format!("{} ({})", self.text.title("variable", name), code(name)), values]
    }

    pub(super) fn found(&mut self) {
        let rows = self.trail.entries.iter().filter_map(|entry| match entry {
            Entry::Asked(ask, answer) => Some([self.asked(ask), self.renamed(&ask.with).answer(ask.question, *answer)]),
            Entry::Left { cause, exit, again: false } if !self.guide[*cause].routine => {
                let cause = self.text.title("cause", &self.guide[*cause].id);
                let cause = self.words.say_with("export-cause", &args!("cause" => cause));
                Some([cause, self.words.say(&format!("exit-{}", exit.name()))])
            }
            _ => None,
        });
        let rows: Vec<_> = rows.collect();
        self.heading("export-found");
        if rows.is_empty() {
            let nothing = self.words.say("export-nothing-found");
            self.block(0, &nothing);
        } else {
            self.table(["export-question", "export-answer"], &rows);
        }
    }

    fn asked(&self, ask: &Ask) -> String {
        report::asked(self.words, self.guide, self.case, ask)
    }

    pub(super) fn table(&mut self, heads: [&str; 2], rows: &[[String; 2]]) {
        let row = |cells: [&str; 2]| format!("| {} | {} |", cell(cells[0]), cell(cells[1]));
        let heads = heads.map(|id| self.words.say(id));
        let mut lines = vec![row([&heads[0], &heads[1]]), "| --- | --- |".to_owned()];
        lines.extend(rows.iter().map(|[left, right]| row([left, right])));
        self.block(0, &lines.join("\n"));
    }

    fn open(&mut self, needed: &[Id<Variable>]) {
        self.heading("export-open");
        let progress = self.checklist.progress(self.guide);
        let steps = progress.steps - progress.marked;
        let unfilled: Vec<_> =
            needed.iter().filter(|id| self.case.values(self.guide, **id, &Renames::new()).is_empty()).collect();
        let question = if let Head::Open(ask) = &self.trail.head { Some(ask.clone()) } else { None };
        // The open question is shown with all its answers below.
        let waits = self.text.waits(self.trail).filter(|_| question.is_none());
        if question.is_none() && waits.is_none() && steps == 0 && unfilled.is_empty() {
            let nothing = self.words.say("export-nothing-open");
            self.block(0, &nothing);
        }
        if steps > 0 {
            let time = self.words.duration(progress.minutes_left);
            let args = args!("open" => steps, "all" => progress.steps, "time" => time);
            let steps = self.words.say_with("export-open-steps", &args);
            self.block(0, &steps);
        }
        if let Some(waits) = waits {
            self.block(0, &one_line(&waits));
        }
        if let Some(ask) = question {
            self.question(&ask);
        }
        if !unfilled.is_empty() {
            let intro = self.words.say("export-unfilled");
            let lines = unfilled.iter().map(|id| {
                let name = &self.guide[**id].id;
                let find = self.text.part("variable", name, "find").unwrap_or_default();
                one_line(&format!("- {} ({}): {find}", self.text.title("variable", name), code(&format!("<{name}>"))))
            });
            let lines: Vec<String> = lines.collect();
            self.block(0, &intro);
            self.block(0, &lines.join("\n"));
        }
    }

    /// The open question, what its answers look like, and the ways to find out.
    fn question(&mut self, ask: &Ask) {
        let text = self.renamed(&ask.with);
        let question = &self.guide[ask.question];
        let intro = self.words.say_with("export-open-question", &args!("question" => self.asked(ask)));
        self.block(0, &one_line(&intro));
        let options = question.options.iter().map(|option| {
            let name = text.part("question", &question.id, &format!("option-{option}")).unwrap_or_default();
            let look = text.part("question", &question.id, &format!("look-{option}"));
            one_line(&look.map_or_else(|| format!("- **{name}**"), |look| format!("- **{name}**: {look}")))
        });
        self.block(0, &options.collect::<Vec<_>>().join("\n"));
        let before = self.trail.entries.len();
        let checks = question.checks.iter();
        let mut ways = checks.filter_map(|check| Some((check, undecided(&check.when, self.trail, before)?))).peekable();
        if ways.peek().is_some() {
            let intro = self.words.say("export-find-out");
            self.block(0, &intro);
        }
        for (check, undecided) in ways {
            if !check.portal.is_empty() {
                let path = self.path(&text, &check.portal);
                self.block(0, &path);
            }
            if let Some(run) = &check.run {
                let run = self.case.command(self.guide, run, check.via.shell(), &ask.with);
                self.command(0, &text, &Run { via: check.via, text: run, undecided });
            }
        }
    }

    fn outcome(&mut self) {
        self.heading("export-outcome");
        let (outcome, node, owner) = match &self.trail.head {
            Head::Ended { outcome, node, owner } => (outcome, node, *owner),
            Head::Open(_) => {
                let unfinished = self.words.say("export-unfinished");
                return self.block(0, &unfinished);
            }
        };
        let id = format!("outcome-{}", outcome.name());
        let time = if let Outcome::Wait(minutes) = outcome { self.words.duration(*minutes) } else { String::new() };
        let title = self.words.say_with(&id, &args!("time" => time));
        self.block(0, &format!("**{title}**"));
        let means = self.text.ending(owner, node).or_else(|| self.words.text(&id, Some("text"), None));
        if let Some(means) = means {
            self.block(0, &one_line(&means));
        }
        match outcome {
            Outcome::Resolved => {}
            // A wait is reached by the answer to a fresh question, which is then asked anew.
            Outcome::Wait(_) => {
                if let Some((ask, _)) = self.trail.asked().last() {
                    let then = self.words.say_with("export-then", &args!("question" => self.asked(ask)));
                    self.block(0, &one_line(&then));
                }
            }
            Outcome::Escalate(to) => self.handover(*to),
            Outcome::See(problem) => {
                if let Some(problem) = problem {
                    let title = self.text.title("problem", &self.guide[*problem].id);
                    let codes: Vec<String> = self.guide[*problem].codes.iter().map(|name| code(name)).collect();
                    self.block(0, &format!("- {title} ({})", codes.join(", ")));
                }
            }
        }
    }

    fn handover(&mut self, to: Id<Handover>) {
        let handover = &self.guide[to];
        let title = self.text.title("handover", &handover.id);
        self.block(0, &one_line(&format!("**{title}**")));
        self.takers_words(to);
        let logs = self.log_lines(to);
        let ids = handover.ids.iter().map(|id| {
            format!("- {}: {}", self.text.title("variable", &self.guide[*id].id), code(&self.text.value(*id)))
        });
        let ids: Vec<String> = ids.collect();
        for (intro, lines) in [("export-logs", logs), ("export-ids", ids)] {
            if !lines.is_empty() {
                let intro = self.words.say(intro);
                self.block(0, &intro);
                self.block(0, &one_line_each(&lines));
            }
        }
    }

    pub(super) fn sources(&mut self, problem: Id<Problem>) {
        self.heading("export-sources");
        let source = &self.guide.source;
        let document = format!("[{}]({})", source.title, source.url);
        let days = args!(
            "document" => document, "dated" => source.dated.as_str(), "newest" => source.newest.as_str(),
            "checked" => source.checked.as_str()
        );
        let document = self.words.say_with("export-document", &days);
        self.block(0, &one_line(&document));
        let rows = report::bases(self.guide, problem, self.trail).into_iter().map(|basis| {
            let title = self.text.title(basis.kind, basis.id);
            let link = format!("[{title}]({}{})", source.url, basis.origin.anchor);
            let id = if basis.origin.since.is_some() { "export-basis-newer" } else { "export-basis" };
            let since = basis.origin.since.as_deref().unwrap_or_default();
            let args = args!("what" => link, "checked" => basis.origin.checked.as_str(), "since" => since);
            format!("- {}", self.words.say_with(id, &args))
        });
        let rows: Vec<String> = rows.collect();
        self.block(0, &one_line_each(&rows));
        let args = args!("guide" => code(&self.guide.id), "revision" => self.guide.revision);
        let guide = self.words.say_with("export-guide", &args);
        self.block(0, &guide);
    }

    /// A click path of the portal: labels strong, values and identifiers as code.
    pub(super) fn path(&self, text: &GuideText<'_>, labels: &[Label]) -> String {
        let part = |label: &Label| match label {
            Label::Word(id) => format!("**{}**", self.words.label(id)),
            Label::Variable(id) => code(&text.value(*id)),
            Label::Literal(at) => code(&self.guide.literals[*at].1),
        };
        let path: Vec<String> = labels.iter().map(part).collect();
        one_line(&format!("{}: {}", self.words.say("via-portal"), path.join(" > ")))
    }

    /// A command under the name of its tool.
    pub(super) fn command(&mut self, indent: usize, text: &GuideText<'_>, run: &Run) {
        let via = self.words.say(&format!("via-{}", run.via.name()));
        let language = match run.via.shell() {
            Shell::Bash => "bash",
            Shell::PowerShell => "powershell",
        };
        let only_if = text.only_if(&run.undecided).map_or_else(String::new, |label| format!(" ({label})"));
        self.block(indent, &one_line(&format!("{via}{only_if}:")));
        self.block(indent, &fence(&run.text, language));
    }
}

/// Words that a translator broke into lines, as one line.
pub(super) fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}

/// The same of each line.
pub(super) fn one_line_each(lines: &[String]) -> String {
    lines.iter().map(|line| one_line(line)).collect::<Vec<_>>().join("\n")
}

//! A case as GitHub-flavoured Markdown: what was found, the checklist, what is open, how it ends, and the sources.

use super::{
    page::{MarkdownPage, one_line, one_line_each},
    report,
};
use crate::{
    case::{
        NOTE,
        checklist::ReadyCommand,
        known::Known,
        open::OpenCase,
        trail::{Ask, Entry, Head},
    },
    guide::{Handover, Id, KnownCode, Outcome, Renames, Variable},
    l10n::{Words, args},
    text::markdown::code,
};

/// The case as Markdown, in the language of the words; they need the part `export` and all words of the guide.
pub fn markdown(words: &Words, open: &OpenCase) -> String {
    page(words, open, false)
}

/// The same, with click paths and commands also for the steps that open questions decide about.
pub fn in_full(words: &Words, open: &OpenCase) -> String {
    page(words, open, true)
}

fn page(words: &Words, open: &OpenCase, in_full: bool) -> String {
    let mut page = MarkdownPage::new(words, open);
    let needed = report::needed(&open.guide, &open.trail, &open.checklist);
    page.head();
    page.values();
    page.found();
    page.evidence();
    page.checklist();
    page.plan(in_full);
    page.open(&needed);
    page.outcome();
    page.aside(open.items());
    page.sources();
    page.out
}

/// Only the steps, each on a line with its warnings, for a ticket that must stay short.
pub fn brief(words: &Words, open: &OpenCase) -> String {
    let mut page = MarkdownPage::new(words, open);
    page.head();
    page.steps();
    page.out
}

impl MarkdownPage<'_> {
    pub(super) fn head(&mut self) {
        let id = &self.guide[self.problem].id;
        let title = one_line(&self.text.title("problem", id));
        self.block(0, &format!("# {title}"));
        self.block(0, &code(&self.case.code));
        if self.guide.find::<KnownCode>(&self.case.code).is_some() {
            let means = one_line(&self.text.title("code", &self.case.code));
            self.block(0, &means);
        }
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
        // What counts already, though the trail has not come to its question.
        let given = self.plan.given.iter();
        let given = given.map(|(ask, answer)| [self.asked(ask), self.renamed(&ask.with).answer(ask.question, *answer)]);
        let rows: Vec<_> = rows.chain(given).collect();
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
        let known = Known::before(self.trail, self.trail.entries.len());
        let checks = question.checks.iter();
        let mut ways = checks.filter_map(|check| Some((check, known.undecided(&check.when)?))).peekable();
        if ways.peek().is_some() {
            let intro = self.words.say("export-find-out");
            self.block(0, &intro);
        }
        for (check, undecided) in ways {
            if !check.portal.is_empty() {
                let path = self.path(&text, check.via, &check.portal);
                self.block(0, &path);
            }
            if let Some(run) = &check.run {
                let run = self.case.command(self.guide, run, check.via.shell(), &ask.with);
                self.command(0, &text, &ReadyCommand { via: check.via, text: run, undecided });
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
                    let title = self.text.title("problem", &problem.id);
                    let codes: Vec<String> = problem.codes.iter().map(|name| code(name)).collect();
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

    pub(super) fn sources(&mut self) {
        self.heading("export-sources");
        let bases = report::bases(self.guide, self.problem, self.trail);
        for source in report::documents(self.guide, &bases) {
            let document = format!("[{}]({})", source.title, source.url);
            let document = one_line(&self.words.document(source, document));
            self.block(0, &document);
        }
        let rows = bases.into_iter().map(|basis| {
            let title = self.text.title(basis.kind, basis.id);
            let link = format!("[{title}]({})", self.guide.address(basis.origin));
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
}

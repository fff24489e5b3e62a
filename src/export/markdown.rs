//! A case as GitHub-flavoured Markdown: what was found, the checklist, what is open, how it ends, and the sources.

use super::{
    page::{BREAK, MarkdownPage, PageShape, one_line, one_line_each},
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
    guide::{Handover, Id, KnownCode, Outcome, Problem, Renames, Variable},
    l10n::{Words, args},
    text::markdown::code,
};

/// The case as Markdown, in the language of the words; they need the part `export` and all words of the guide.
pub fn markdown(words: &Words, open: &OpenCase, shape: &PageShape<'_>) -> String {
    let mut page = MarkdownPage::new(words, open, shape);
    let needed = report::needed(&open.guide, &open.trail, &open.checklist);
    page.head();
    page.values();
    page.found();
    page.evidence();
    page.checklist();
    page.plan();
    page.open(&needed);
    page.outcome();
    page.timeline();
    page.aside(open.shown_items());
    page.sources();
    page.out
}

impl MarkdownPage<'_> {
    pub(super) fn head(&mut self) {
        let id = &self.guide[self.problem].id;
        let title = one_line(&self.text.title_of::<Problem>(id));
        self.block(0, &format!("# {title}"));
        let state = self.state();
        self.block(0, &state);
        if self.guide.find::<KnownCode>(&self.case.code).is_some() {
            let means = one_line(&self.text.title_of::<KnownCode>(&self.case.code));
            self.block(0, &means);
        }
        if let Some(message) = self.text.part_of::<Problem>(id, "message") {
            self.lines(0, &format!("> {}", one_line(&message)));
        }
        if !self.case.name.trim().is_empty() {
            let label = self.words.say("export-name");
            self.block(0, &format!("**{label}** {}", code(self.case.name.trim())));
        }
        self.note(0, NOTE);
    }

    /// Which error of which VM, how far it is, when that was, and what says so.
    pub(super) fn state(&self) -> String {
        let mut parts = vec![code(&self.case.code)];
        let vm =
            self.guide.find::<Variable>("vm").map_or(&[][..], |vm| self.case.values(self.guide, vm, &Renames::new()));
        parts.extend(vm.first().map(|vm| self.words.say_with("export-vm", &args!("vm" => code(vm)))));
        let closed = self.moment(self.shape.closed).filter(|_| self.trail.is_unfinished());
        parts.push(match (&self.trail.head, closed) {
            (_, Some(time)) => self.words.say_with("export-closed-unfinished", &args!("time" => time)),
            (Head::Open(_), None) => self.words.say("export-unfinished"),
            (Head::Ended { outcome, .. }, None) => self.words.outcome(outcome),
        });
        let progress = self.checklist.progress(self.guide);
        if progress.marked < progress.steps {
            let time = self.words.duration(progress.minutes_left);
            let args = args!("open" => progress.steps - progress.marked, "all" => progress.steps, "time" => time);
            parts.push(self.words.say_with("export-left-steps", &args));
        }
        parts.extend(self.moment(self.shape.now));
        let args = args!(
            "version" => env!("CARGO_PKG_VERSION"), "guide" => code(&self.guide.id), "revision" => self.guide.revision
        );
        parts.push(self.words.say_with("export-program", &args));
        one_line(&parts.join(" | "))
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
        [format!("{} ({})", self.text.title_of::<Variable>(name), code(name)), values]
    }

    pub(super) fn found(&mut self) {
        let rows = self.trail.entries.iter().filter_map(|entry| match entry {
            Entry::Asked(ask, answer) => Some([self.asked(ask), self.renamed(&ask.with).answer(ask.question, *answer)]),
            Entry::Left { cause, exit, again: false } if !self.guide[*cause].routine => {
                let cause = self.text.title(&self.guide[*cause]);
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

    pub(super) fn asked(&self, ask: &Ask) -> String {
        self.text.asked(ask)
    }

    /// What is still to be answered, waited for and filled in; nothing where all is said.
    pub(super) fn open(&mut self, needed: &[Id<Variable>]) {
        let question = if let Head::Open(ask) = &self.trail.head { Some(ask) } else { None };
        // What waits for the open question is that question.
        let waits = self.text.waits(self.trail).filter(|_| question.is_none());
        let asked = question.map(|ask| args!("question" => self.asked(ask)));
        let again = question.is_some_and(|ask| self.trail.asks_again(ask));
        let id = if again { "export-open-question-again" } else { "export-open-question" };
        let asked = asked.map(|args| self.words.say_with(id, &args));
        let before = question.and_then(|ask| self.renamed(&ask.with).part(&self.guide[ask.question], "before"));
        let is_empty = |id: &&Id<Variable>| self.case.values(self.guide, **id, &Renames::new()).is_empty();
        let unfilled = needed.iter().filter(is_empty).map(|id| code(&format!("<{}>", self.guide[*id].id)));
        let unfilled = unfilled.collect::<Vec<_>>().join(", ");
        let unfilled =
            (!unfilled.is_empty()).then(|| self.words.say_with("export-unfilled", &args!("names" => unfilled)));
        let lines: Vec<String> =
            [waits, asked, before, unfilled].into_iter().flatten().map(|line| one_line(&line)).collect();
        if lines.is_empty() {
            return;
        }
        self.heading(if self.shape.closed.is_empty() { "export-open" } else { "export-left-open" });
        self.block(0, &lines.join(BREAK));
        let progress = self.checklist.progress(self.guide);
        // It is answered when the steps are done.
        if let Some(ask) = question.filter(|_| progress.marked == progress.steps) {
            self.question(ask);
        }
    }

    /// What the answers to the open question look like, and the ways to find out.
    fn question(&mut self, ask: &Ask) {
        let text = self.renamed(&ask.with);
        let question = &self.guide[ask.question];
        let options = question.options.iter().map(|option| {
            let name = text.part(question, &format!("option-{option}")).unwrap_or_default();
            let look = text.part(question, &format!("look-{option}"));
            one_line(&look.map_or_else(|| format!("- **{name}**"), |look| format!("- **{name}**: {look}")))
        });
        self.block(0, &options.collect::<Vec<_>>().join("\n"));
        let known = Known::before(self.trail, self.trail.entries.len());
        let checks = question.checks.iter();
        let checks: Vec<_> = checks.filter_map(|check| Some((check, known.undecided(&check.when)?))).collect();
        let paths = checks.iter().map(|(check, _)| (check.via, check.portal.as_slice()));
        let paths: Vec<_> = paths.filter(|(_, path)| !path.is_empty()).collect();
        let runs = checks.iter().filter_map(|(check, undecided)| {
            let text = self.case.command(self.guide, check.run.as_ref()?, check.via.shell(), &ask.with);
            Some(ReadyCommand { via: check.via, text, undecided: undecided.clone() })
        });
        let runs: Vec<_> = runs.collect();
        if !checks.is_empty() {
            let intro = self.words.say("export-find-out");
            self.block(0, &intro);
        }
        self.ways(0, &text, &paths, &runs);
    }

    fn outcome(&mut self) {
        // Before the end, the line below the title says all.
        let Head::Ended { outcome, node, owner } = &self.trail.head else { return };
        self.heading("export-outcome");
        self.block(0, &format!("**{}**", self.words.outcome(outcome)));
        let means = self.words.outcome_means(outcome).into_iter().chain(self.text.ending(*owner, node));
        for sentence in means {
            self.block(0, &one_line(&sentence));
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
                    let title = self.text.title_of::<Problem>(&problem.id);
                    let codes: Vec<String> = problem.codes.iter().map(|name| code(name)).collect();
                    self.block(0, &format!("- {title} ({})", codes.join(", ")));
                }
            }
        }
    }

    fn handover(&mut self, to: Id<Handover>) {
        let handover = &self.guide[to];
        let title = self.text.title(handover);
        self.block(0, &one_line(&format!("**{title}**")));
        self.takers_words(to);
        let logs = self.log_lines(to);
        let ids = handover
            .ids
            .iter()
            .map(|id| format!("- {}: {}", self.text.title(&self.guide[*id]), code(&self.text.value(*id))));
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
        let lines = report::documents(self.guide, &bases).into_iter().map(|source| {
            let document = self.words.document(source, format!("[{}]({})", source.title, source.url));
            let mut places: Vec<String> = Vec::new();
            for basis in bases.iter().filter(|basis| self.guide[basis.origin.source].url == source.url) {
                let link = |title: &str| format!("[{title}]({})", self.guide.address(basis.origin));
                let place = match &basis.origin.since {
                    _ if basis.origin.anchor.is_empty() => continue,
                    None => link(&self.text.titled(basis.kind, basis.id)),
                    Some(day) => {
                        let what = link(&self.text.titled(basis.kind, basis.id));
                        self.words.say_with("export-basis-newer", &args!("what" => what, "since" => day.as_str()))
                    }
                };
                places.push(place);
            }
            let places = if places.is_empty() { String::new() } else { format!(" {}", places.join("; ")) };
            one_line(&format!("- {document}{places}"))
        });
        let lines: Vec<String> = lines.collect();
        self.block(0, &lines.join("\n"));
    }
}

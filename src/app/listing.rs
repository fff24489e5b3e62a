//! The cases as Home lists them: those of the disk and those that are open here, by where they stand.

use std::cmp::Reverse;

use super::{HomeRow, Model, Screen, search::contains_all};
use crate::{
    case::{Case, open::OpenCase, standing::Standing, trail::Head},
    l10n::{GuideText, args},
    store::record::CaseRecord,
    text::{day, markdown},
};

/// A case of the disk that is not open here.
#[derive(Debug, Clone)]
pub struct KeptCase {
    /// As its file holds it.
    pub record: CaseRecord,
    /// The case with all that follows from it, unless it is closed or no guide knows it.
    open: Option<OpenCase>,
}

/// A case of either kind.
#[derive(Clone, Copy)]
pub struct ListedCase<'a> {
    /// What was said.
    pub case: &'a Case,
    /// The same with all that follows from it; none where the case is closed, or no guide knows it.
    pub open: Option<&'a OpenCase>,
    /// When it was last changed, or opened where nothing was changed, in UTC.
    pub changed: &'a str,
    /// Where it stands.
    pub standing: Standing,
}

/// A part of the list, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CaseSection {
    /// What waited until now.
    Due,
    /// What waits for its time.
    Waiting,
    /// What goes on at any time.
    Open,
    /// What is resolved and asks to be closed.
    Resolved,
    /// What was closed today.
    Done,
    /// What was closed before.
    Closed,
}

impl CaseSection {
    /// The name of its heading.
    pub fn heading(self) -> &'static str {
        match self {
            CaseSection::Due => "home-due",
            CaseSection::Waiting => "home-waiting",
            CaseSection::Open => "home-open",
            CaseSection::Resolved => "home-resolved",
            CaseSection::Done => "home-done",
            CaseSection::Closed => "home-closed",
        }
    }
}

impl Model {
    /// A case that comes from the disk, with what its list shows of it.
    pub(super) fn keep(&mut self, record: CaseRecord) {
        let open = if record.closed { None } else { self.library.open(record.case.clone()).ok() };
        self.kept.push(KeptCase { record, open });
    }

    /// The time of the last message, in seconds since 1970.
    pub(super) fn clock(&self) -> u64 {
        day::seconds(&self.now).unwrap_or(0)
    }

    /// A moment as the person's clock shows it.
    pub fn local(&self, seconds: u64) -> String {
        self.zone.show(seconds, self.clock())
    }

    /// The case of a row; none of another row.
    pub fn listed(&self, row: HomeRow) -> Option<ListedCase<'_>> {
        let (open, case, closed, changed, opened) = match row {
            HomeRow::Case(at) => {
                let (life, open) = (&self.sessions.get(at)?.life, &self.sessions[at].open);
                (Some(open), &open.case, life.closed, &life.changed, &life.opened)
            }
            HomeRow::Kept(at) => {
                let KeptCase { record, open } = self.kept.get(at)?;
                (open.as_ref(), &record.case, record.closed, &record.changed, &record.opened)
            }
            HomeRow::Group(_) | HomeRow::Problem(_) | HomeRow::All | HomeRow::Closed => return None,
        };
        let changed = if changed.is_empty() { opened } else { changed };
        let standing = Standing::of_any(open, closed, changed, self.clock());
        Some(ListedCase { case, open, changed, standing })
    }

    /// The part of the list that a case belongs to.
    pub fn section(&self, listed: ListedCase<'_>) -> CaseSection {
        let is_today = |changed: u64| self.zone.day(changed) == self.zone.day(self.clock());
        match listed.standing {
            Standing::Due(_) => CaseSection::Due,
            Standing::Waiting(_) => CaseSection::Waiting,
            Standing::Open => CaseSection::Open,
            Standing::Resolved => CaseSection::Resolved,
            Standing::Closed if day::seconds(listed.changed).is_some_and(is_today) => CaseSection::Done,
            Standing::Closed => CaseSection::Closed,
        }
    }

    /// The rows of the cases: what fits what was typed, in the order of the list; what was closed before today where the
    /// person asked for it. Evidence is about problems, so that its list has no case.
    pub(super) fn case_rows(&self) -> Vec<HomeRow> {
        let query = self.home.query();
        if !self.home.handed.is_empty() {
            return Vec::new();
        }
        let mut rows: Vec<_> = self
            .all_cases()
            .map(|(row, listed)| (self.section(listed), listed, row))
            .filter(|(section, ..)| *section != CaseSection::Closed || self.home.shows_closed)
            .filter(|(_, listed, _)| query.is_empty() || contains_all(&self.said(*listed), query))
            .collect();
        rows.sort_by_key(|(section, listed, _)| (*section, listed.standing.until(), Reverse(listed.changed)));
        rows.into_iter().map(|(.., row)| row).collect()
    }

    pub(super) fn all_cases(&self) -> impl Iterator<Item = (HomeRow, ListedCase<'_>)> {
        let rows = (0..self.sessions.len()).map(HomeRow::Case).chain((0..self.kept.len()).map(HomeRow::Kept));
        rows.filter_map(|row| Some((row, self.listed(row)?)))
    }

    /// How many cases were closed before today.
    pub fn closed_cases(&self) -> usize {
        self.all_cases().filter(|(_, listed)| self.section(*listed) == CaseSection::Closed).count()
    }

    /// How many cases are due, other than the one in view.
    fn due_elsewhere(&self) -> usize {
        let in_view = self.current.map(HomeRow::Case);
        let is_due = |row, listed: ListedCase<'_>| matches!(listed.standing, Standing::Due(_)) && Some(row) != in_view;
        self.all_cases().filter(|(row, listed)| is_due(*row, *listed)).count()
    }

    /// The moments that cases still wait for.
    pub(super) fn waits(&self) -> impl Iterator<Item = u64> {
        self.all_cases().filter_map(|(_, listed)| match listed.standing {
            Standing::Waiting(until) => Some(until),
            _ => None,
        })
    }

    /// All that a case is found by.
    fn said(&self, listed: ListedCase<'_>) -> String {
        let case = listed.case;
        let problem = markdown::plain(&self.words.problem(&case.guide, &case.problem));
        let next = self.next_question(listed).unwrap_or_default();
        [own_words(case), case.code.clone(), problem, next].join("\n")
    }

    /// Whether what was typed is in the person's own words of a case.
    pub(super) fn is_named(&self, row: HomeRow) -> bool {
        self.listed(row).is_some_and(|listed| contains_all(&own_words(listed.case), self.home.query()))
    }

    /// The question that a case asks next, without Markdown; none where it asks nothing.
    pub fn next_question(&self, listed: ListedCase<'_>) -> Option<String> {
        let open = listed.open?;
        let question = GuideText::new(&self.words, &open.guide, &open.case).next_question(&open.trail)?;
        Some(markdown::plain(&question))
    }

    /// Where a case stands and what it asks next, without Markdown.
    pub fn case_state(&self, listed: ListedCase<'_>) -> String {
        let words = &self.words;
        let question = self.next_question(listed).unwrap_or_default();
        match listed.standing {
            Standing::Due(until) => {
                words.say_with("home-case-due", &args!("time" => self.local(until), "question" => question))
            }
            Standing::Waiting(until) => {
                let (time, left) = (self.local(until), self.left(until));
                words.say_with("home-case-waiting", &args!("time" => time, "left" => left, "question" => question))
            }
            Standing::Resolved => words.say("home-case-resolved"),
            Standing::Closed => {
                let changed = day::seconds(listed.changed).map_or_else(String::new, |changed| self.local(changed));
                words.say_with("home-case-closed", &args!("time" => changed))
            }
            Standing::Open => match listed.open.map(|open| (open, &open.trail.head)) {
                Some((_, Head::Open(_))) => words.say_with("home-case-next", &args!("question" => question)),
                Some((open, Head::Ended { outcome, .. })) => {
                    let waits = GuideText::new(words, &open.guide, &open.case).waits(&open.trail);
                    markdown::plain(&waits.unwrap_or_else(|| words.outcome(outcome)))
                }
                None => words.say("home-case-unknown"),
            },
        }
    }

    /// How long it is until then.
    pub(super) fn left(&self, until: u64) -> String {
        let minutes = until.saturating_sub(self.clock()).div_ceil(60);
        self.words.duration(u32::try_from(minutes).unwrap_or(u32::MAX))
    }

    /// How the trail of the case in view ended; a wait by the clock, where its start is known.
    pub fn outcome_title(&self) -> String {
        let Some(session) = self.session() else { return String::new() };
        let Head::Ended { outcome, .. } = &session.open.trail.head else { return String::new() };
        match self.standing() {
            Some(Standing::Due(until)) => self.words.say_with("outcome-wait-over", &args!("time" => self.local(until))),
            Some(Standing::Waiting(until)) => {
                let args = args!("time" => self.local(until), "left" => self.left(until));
                self.words.say_with("outcome-wait-until", &args)
            }
            _ => self.words.outcome(outcome),
        }
    }

    /// Where the case in view stands, closed or not.
    pub(super) fn standing(&self) -> Option<Standing> {
        let session = self.session()?;
        Some(Standing::of(&session.open, &session.life.changed, self.clock()))
    }

    /// How many other cases are due, in words; none where none is.
    pub fn due_text(&self) -> Option<String> {
        // Home lists them.
        let count = if self.screen == Screen::Home { 0 } else { self.due_elsewhere() };
        (count > 0).then(|| self.words.say_with("header-due", &args!("count" => count)))
    }
}

/// What the person said of a case: its name, values and notes.
fn own_words(case: &Case) -> String {
    let said = [&case.name].into_iter().chain(case.variables.values().flatten()).chain(case.notes.values());
    said.map(String::as_str).collect::<Vec<_>>().join("\n")
}

//! The checklist: the steps of a trail with their marks, as every face shows and exports them.

use crate::{
    case::{
        Case, Mark, Shell,
        known::Known,
        trail::{Do, Entry, Trail},
    },
    guide::{Condition, Guide, Id, Remedy, Renames, SideEffect, Step, Via},
};

/// A remedy, with the steps that apply.
#[derive(Debug, Clone)]
pub struct Group {
    /// Where it stands among the trail's entries; `None` where the trail has not come to it.
    pub entry: Option<usize>,
    /// The remedy that has the steps.
    pub remedy: Id<Remedy>,
    /// Variables that stand for others here.
    pub with: Renames,
    /// In the order to do them.
    pub items: Vec<Item>,
    /// What may be known when it is done.
    known: Known,
}

/// A step that applies, or may.
#[derive(Debug, Clone)]
pub struct Item {
    /// Which of the remedy's steps.
    pub step: usize,
    /// Under which its mark is kept.
    pub key: String,
    /// Its state; `None` is to do.
    pub mark: Option<Mark>,
    /// Conditions that nothing has decided yet: the step is shown with them as its label.
    pub undecided: Condition,
}

/// The checklist of a trail.
#[derive(Debug, Clone)]
pub struct Checklist {
    /// In the order of the trail.
    pub groups: Vec<Group>,
}

/// How far a checklist is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Steps with any mark.
    pub marked: usize,
    /// All steps.
    pub steps: usize,
    /// What the steps without a mark take.
    pub minutes_left: u32,
}

impl Checklist {
    /// The steps of a trail that apply by its answers, with the case's marks.
    pub fn for_trail(guide: &Guide, trail: &Trail, case: &Case) -> Self {
        let mut known = Known::default();
        let mut groups = Vec::new();
        for (at, entry) in trail.entries.iter().enumerate() {
            known.take(entry);
            if let Entry::Remedy(place) = entry {
                groups.push(Group::new(guide, case, place, Some(at), known.clone()));
            }
        }
        Checklist { groups }
    }

    /// The progress of all groups.
    pub fn progress(&self, guide: &Guide) -> Progress {
        self.groups.iter().map(|group| group.progress(guide)).fold(Progress::default(), |sum, part| Progress {
            marked: sum.marked + part.marked,
            steps: sum.steps + part.steps,
            minutes_left: sum.minutes_left + part.minutes_left,
        })
    }

    /// All steps.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.groups.iter().flat_map(|group| &group.items)
    }

    /// The group of an entry of the trail; `None` where the entry is no remedy.
    pub fn at(&self, entry: usize) -> Option<&Group> {
        self.groups.iter().find(|group| group.entry == Some(entry))
    }
}

impl Group {
    /// The steps of a remedy that can apply by what is known, with the case's marks.
    pub(super) fn new(guide: &Guide, case: &Case, place: &Do, entry: Option<usize>, known: Known) -> Self {
        let steps = guide[place.remedy].steps.iter().enumerate();
        let items = steps.filter_map(|(at, step)| {
            let key = format!("{}/{}", place.key, step.id);
            let undecided = known.undecided(&step.when)?;
            Some(Item { step: at, mark: case.marks.get(&key).cloned(), key, undecided })
        });
        Group { entry, remedy: place.remedy, with: place.with.clone(), items: items.collect(), known }
    }

    /// The progress of this remedy.
    pub fn progress(&self, guide: &Guide) -> Progress {
        let open = self.items.iter().filter(|item| item.mark.is_none());
        Progress {
            marked: self.items.iter().filter(|item| item.mark.is_some()).count(),
            steps: self.items.len(),
            minutes_left: open.map(|item| self.step(guide, item).minutes).sum(),
        }
    }

    /// The step of one of its items.
    pub fn step<'a>(&self, guide: &'a Guide, item: &Item) -> &'a Step {
        &guide[self.remedy].steps[item.step]
    }

    /// What all its steps do beside their goals, each effect once, in the guide's order.
    pub fn effects(&self, guide: &Guide) -> Vec<Id<SideEffect>> {
        let mut effects: Vec<_> =
            self.items.iter().flat_map(|item| self.step(guide, item).effects.iter().copied()).collect();
        effects.sort_unstable();
        effects.dedup();
        effects
    }

    /// The commands of a step that can apply by what is known, with variables filled in.
    pub fn commands(&self, guide: &Guide, case: &Case, step: &Step) -> Vec<ReadyCommand> {
        let commands = step.commands.iter().filter_map(|command| {
            let undecided = self.known.undecided(&command.when)?;
            let text = case.command(guide, &command.run, command.via.shell(), &self.with);
            Some(ReadyCommand { via: command.via, text, undecided })
        });
        commands.collect()
    }
}

/// A command, ready to be copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadyCommand {
    /// By which tool, and where.
    pub via: Via,
    /// One line or several, values quoted for the shell.
    pub text: String,
    /// Conditions that nothing has decided yet.
    pub undecided: Condition,
}

impl Via {
    /// The shell whose quoting its commands need.
    pub fn shell(self) -> Shell {
        match self {
            Via::PowerShell | Via::Windows => Shell::PowerShell,
            Via::Portal | Via::Az | Via::Linux => Shell::Bash,
        }
    }
}

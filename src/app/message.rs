//! Everything that can happen to the wizard, and everything it can ask the edge to do, as data.

use std::{path::PathBuf, vec};

use crossterm::event::KeyEvent;

use super::{Access, ExportChange, Preferences};
use crate::{
    case::{open::OpenCase, trail::Answer},
    error::Error,
    evidence::Reading,
    guide::Via,
    store::record::CaseRecord,
    text::zone::Zone,
};

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// The program starts on a machine that has this for it.
    Started(Started),
    /// It is a demo that begins with this ticket and this sentence.
    Demo(&'static str, &'static str),
    /// What the person wants in every case.
    Prefer(Box<Preferences>),
    /// The time, in UTC as `YYYY-MM-DDTHH:MM:SSZ`, before every other message.
    Now(String),
    /// A problem was asked for at the start, by its row of the catalogue.
    OpenProblem(usize),
    /// A case came out of an exported file, with what the person should know of it.
    Imported(Box<OpenCase>, Vec<String>),
    /// Files were handed in.
    HandedIn(Vec<Reading>),
    /// What one line means, in this order; what it says last is said.
    Several(Vec<Message>),
    /// The selection moves by so many rows.
    Move(isize),
    /// The selection goes to this row.
    Select(usize),
    /// The place of the trail is looked at, by its place among the stops.
    Look(usize),
    /// A row of Home is opened.
    Open(usize),
    /// The text is shown from this line on.
    ScrollTo(usize),
    /// The selected row is taken: answered, opened, gone on from.
    Take,
    /// The question in view gets this answer, by its place among the options.
    Answer(Answer),
    /// Shows how to find out, or goes on without knowing.
    Unsure,
    /// One place back on the trail.
    Back,
    /// Closes where to look, if that is open; else goes Home.
    Leave,
    /// Home, with the open cases kept.
    GoHome,
    /// The trail gets the keys, or gives them back.
    FocusTrail,
    /// The whole case as a checklist, or back from it.
    ToggleChecklist,
    /// The selected step is done, or to do again.
    Tick,
    /// The selected step failed; a reason is asked for.
    Fail,
    /// The selected step is left out; a reason is asked for.
    Skip,
    /// A note on the selected step is edited.
    Note,
    /// Takes the last change back.
    Undo,
    /// Makes the change again that was taken back.
    Redo,
    /// So many tools on: portal, Azure CLI, PowerShell, in the VM.
    TurnTool(isize),
    /// That tool.
    Tool(Via),
    /// Copies the command in view.
    Copy,
    /// Copies the checklist as the export dialog first has it.
    CopyChecklist,
    /// Copies the address in view.
    CopyLink,
    /// Shows the command and the addresses in view with nothing around them.
    ShowBare,
    /// Shows the commands that collect what is still open.
    Collect,
    /// Gives every answer that the evidence proposes, up to the first question that it leaves open.
    Accept,
    /// Marks all steps of the remedy in view.
    MarkAll,
    /// Opens the export dialog.
    Export,
    /// Opens the export for whoever takes over.
    HandOver,
    /// The export takes another language, kind or form, or has other things left out.
    ExportAs(ExportChange),
    /// The export's file name is edited.
    EditTarget,
    /// Writes the export.
    Write,
    /// The edge wrote the export, or could not.
    Written(Result<PathBuf, Error>),
    /// The edge opened a case, or could not.
    Opened(Result<Box<(CaseRecord, Access)>, Error>),
    /// Another program holds the cases of these ids.
    Taken(Vec<String>),
    /// Where the saving of cases stands.
    Saving(Saving),
    /// The selected case of Home is removed.
    Remove,
    /// The case removed last comes back.
    Restore,
    /// The edge removed a case or brought it back, or could not.
    Moved(Result<(), Error>),
    /// The name of the case is edited.
    Rename,
    /// The note on the whole case is edited.
    NoteCase,
    /// The person is done with the case.
    CloseCase,
    /// Shows what was done in the case, and when.
    Timeline,
    /// Opens the list of variables.
    Variables,
    /// Opens the list of languages.
    Languages,
    /// Shows all that can be done on the screen in view.
    Palette,
    /// Opens the help.
    Help,
    /// Closes what lies on top, or leaves the field.
    Close,
    /// Puts the keys into the search field.
    Search,
    /// A key for the text field.
    Type(KeyEvent),
    /// Text that was pasted.
    Paste(String),
    /// The whole text of the field or the search, in place of what stood there.
    Fill(String),
    /// The field keeps the value that it offers.
    TakeOffered,
    /// What a dialog asked is agreed to.
    Confirm,
    /// Mouse clicks are listened to, or left to the terminal.
    ToggleMouse,
    /// The terminal has this size, in columns and rows.
    Resize(u16, u16),
    /// Leaves, after asking where work would be lost.
    Quit,
    /// Leaves at once.
    QuitNow,
    /// Stops the process, as a shell's job.
    Suspend,
}

/// What a machine has for a wizard that starts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Started {
    /// A number by chance, so that two programs never give one id.
    pub chance: u64,
    /// The person's zone.
    pub zone: Zone,
    /// The cases on the disk; `None` where nobody knows where to keep any.
    pub kept: Option<KeptCases>,
}

/// The folder of the cases as it is found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct KeptCases {
    /// The last changed first.
    pub cases: Vec<CaseRecord>,
    /// Files that cannot be read as cases.
    pub broken: Vec<PathBuf>,
    /// Why the folder will refuse changes, if it will.
    pub refusal: Option<String>,
}

/// Where the saving of cases stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was changed yet, or cases are not kept.
    Nothing,
    /// On its way to the disk.
    Going,
    /// On the disk.
    Done,
    /// The machine refuses, with its reason; it is tried again.
    Failing(String),
}

/// What the edge is asked to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Writes a file, and answers with `Written`.
    Write {
        /// Where.
        path: PathBuf,
        /// What.
        text: String,
        /// Whether an existing file is replaced.
        force: bool,
    },
    /// Keeps a case on the disk; `Saving` says how that goes, or `Taken` that it may not be.
    Save(Box<CaseRecord>),
    /// Opens a case of the disk by its id, and answers with `Opened`.
    OpenCase(String),
    /// Removes a case from the disk, and answers with `Moved`.
    RemoveCase(String),
    /// Brings a removed case back, and answers with `Moved`.
    RestoreCase(String),
    /// Hands text to the terminal's clipboard.
    Copy(String),
    /// Shows text with nothing around it, until a key is pressed.
    Show(String),
    /// Listens to the mouse, or no longer.
    Mouse(bool),
    /// Calls the person, with words that are the same for every case.
    Ring(String),
    /// Stops the process, as a shell's job.
    Suspend,
    /// Ends the program.
    Quit,
}

/// What an update asks for. One that nobody carries out is a change that is lost, so none can be dropped unseen.
#[derive(Debug, Clone, Default, PartialEq)]
#[must_use]
pub struct Effects(Vec<Effect>);

impl Effects {
    /// Nothing is asked for.
    pub(super) fn none() -> Self {
        Effects::default()
    }

    /// Adds what is asked for after it.
    pub(super) fn then(&mut self, next: impl IntoIterator<Item = Effect>) {
        self.0.extend(next);
    }

    /// Nobody carries out what a copy of the Model asks for, on which something is only tried.
    pub(super) fn of_a_copy(self) {}

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Effect> for Effects {
    fn from(effect: Effect) -> Self {
        Effects(vec![effect])
    }
}

impl FromIterator<Effect> for Effects {
    fn from_iter<I: IntoIterator<Item = Effect>>(effects: I) -> Self {
        Effects(effects.into_iter().collect())
    }
}

impl IntoIterator for Effects {
    type Item = Effect;
    type IntoIter = vec::IntoIter<Effect>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

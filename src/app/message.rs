//! Everything that can happen to the wizard, and everything it can ask the edge to do, as data.

use std::path::PathBuf;

use crossterm::event::KeyEvent;

use super::Access;
use crate::{case::trail::Answer, error::Failure, guide::Via, store::record::CaseRecord};

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
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
    /// The next tool: portal, Azure CLI, PowerShell, in the VM.
    NextTool,
    /// That tool.
    Tool(Via),
    /// Copies the command in view.
    Copy,
    /// Copies the address in view.
    CopyLink,
    /// Opens the export dialog.
    Export,
    /// The next language of the export.
    NextExportLanguage,
    /// The export becomes the package for whoever takes over, or the checklist again.
    NextExportKind,
    /// The export shows pseudonyms in place of names, or the names again.
    ToggleRedact,
    /// The export carries the case, or not.
    ToggleCarry,
    /// The export's file name is edited.
    EditTarget,
    /// Writes the export.
    Write,
    /// The edge wrote the export, or could not.
    Written(Result<PathBuf, Failure>),
    /// The edge opened a case, or could not.
    Opened(Result<Box<(CaseRecord, Access)>, Failure>),
    /// Another program holds the cases of these ids.
    Taken(Vec<String>),
    /// Where the saving of cases stands.
    Saving(Saving),
    /// The selected case of Home is removed.
    Remove,
    /// The case removed last comes back.
    Restore,
    /// The edge removed a case or brought it back, or could not.
    Moved(Result<(), Failure>),
    /// The name of the case is edited.
    Rename,
    /// The note on the whole case is edited.
    NoteCase,
    /// The person is done with the case.
    CloseCase,
    /// Opens the list of variables.
    Variables,
    /// Opens the list of languages.
    Languages,
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
    /// Listens to the mouse, or no longer.
    Mouse(bool),
    /// Stops the process, as a shell's job.
    Suspend,
    /// Ends the program.
    Quit,
}

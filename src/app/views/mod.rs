//! What each screen says: every fact and sentence of it, worded, in the order in which it is read. A face lays it out in
//! its own way and words nothing itself.
//!
//! Sentences are inline CommonMark; what a person copies or compares, such as a command, is plain text.

mod asking;
mod command;
mod export;
mod home;
mod outcome;
mod question;
mod steps;
mod timeline;
mod ways;

pub use asking::{ConfirmView, FieldView};
pub use command::{CommandPart, broken, command_parts, continued};
pub use export::ExportView;
pub use home::{HomeRowView, HomeView, PreviewView};
pub use outcome::{DoneView, HandoverView, OutcomeView};
pub use question::{OptionView, QuestionView};
pub use steps::{ChecklistGroup, ChecklistView, RemedyHead, RemedyView, StepDetail, StepView};
pub use timeline::TimelineView;
pub use ways::{CauseView, ClickView, WayView, WaysView};

//! The wizard as a state machine: Model, Message, update and Effect; no terminal, no file, no clock.

#![deny(clippy::let_underscore_must_use)]

mod answering;
mod cases;
mod collecting;
mod dialog;
mod exporting;
mod fields;
mod focus;
mod handing;
mod home;
mod input;
mod keymap;
mod layouts;
mod listing;
mod look;
mod message;
mod model;
mod offered;
mod palette;
mod preferences;
mod search;
mod serves;
mod session;
mod steps;
mod taking;
mod tools;
mod update;
pub mod views;
mod waiting;
mod which;

pub use cases::Access;
pub use collecting::CollectForm;
pub use dialog::{Confirm, Deed, Field, Overlay, Purpose, VariablesForm};
pub use exporting::{ExportChange, ExportForm, ExportKind};
pub use home::{Home, HomeRow};
pub use input::{Drawn, DrawnLink, Hit, are_keys, message};
pub use keymap::{Binding, Context, bindings, endings};
pub use layouts::in_its_place;
pub use listing::{CaseSection, KeptCase, ListedCase};
pub use look::{Look, Scheme};
pub use message::{Effect, Effects, KeptCases, Message, Saving, Started};
pub use model::{Model, Screen};
pub use palette::{PaletteAction, PaletteForm};
pub use preferences::Preferences;
pub use search::{SearchHit, Why, marked};
pub use session::{Life, Session, TrailStep};
pub use update::update;
pub use which::WhichCase;

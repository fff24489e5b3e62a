//! Backup Medic: the terminal wizard that gets a failed Azure VM backup working again.
//!
//! Each module uses what is below it or to its right and never what is above; `tests/it/tidy/imports.rs` holds the table
//! and compares the drawing with it.
//!
//! ```text
//! main.rs ─┬─ wizard ─┬─ tui ── view          a Model is driven: effects are carried out, a face shows it
//!          │          └─ plain
//!          └─ commands ── cli                 a reply is printed; the command line as data
//!             app ── views                    Model, Message, update, Effect: pure; what each screen says
//!             triage, import, export          streams; what was left, read back; what leaves
//!             evidence, store, machine        what is taken in; what is kept; files and clock
//!             library, settings               guides, each loaded once; what a person wants always
//!             error, l10n, redact             failures, words, what may leave
//!             case, guide                     what was said; what can be asked and done
//!             text, data, input               strings, files by path, bytes of a terminal
//! ```
//!
//! The two screens, with the names that the code uses:
//!
//! ```text
//!  Home                                     Place: a question, a remedy or an outcome
//! +-------------------------------------+  +-------------------------------------+
//! | bars::header                        |  | bars::header                        |
//! | home::input                         |  +-bars::divider-----------------------+
//! | home::rows       | home::preview    |  | trail     | body: question, remedy, |
//! |                  |                  |  |           | outcome or checklist    |
//! | bars::footer                        |  | bars::footer                        |
//! +-------------------------------------+  +-------------------------------------+
//!         an Overlay (dialogs::draw) lies on top of either
//! ```

pub mod app;
pub mod case;
pub mod commands;
pub mod data;
pub mod error;
pub mod evidence;
pub mod export;
pub mod guide;
pub mod import;
pub mod input;
pub mod l10n;
pub mod library;
pub mod machine;
pub mod redact;
pub mod settings;
pub mod store;
pub mod text;
pub mod triage;
pub mod wizard;

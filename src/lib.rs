//! Backup Medic: the terminal wizard that gets a failed Azure VM backup working again.
//!
//! Each layer uses what is below it and never what is above; `tests/it/tidy/imports.rs` holds the table.
//!
//! ```text
//! main.rs ─┬─ commands                        a reply is printed
//!          └─ wizard ─┬─ tui ── view          a Model is driven: effects are carried out, a face shows it
//!                     └─ plain
//!             app ── views                    Model, Message, update, Effect: pure; what each screen says
//!             triage, store, import, export   streams and what is kept, read back, left
//!             evidence, machine, library      what is taken in; files and clock; guides, each loaded once
//!             settings                        what a person wants always
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

//! Backup Medic: the terminal wizard that gets a failed Azure VM backup working again.

pub mod answers;
pub mod app;
pub mod assets;
pub mod case;
pub mod checklist;
pub mod cli;
pub mod commands;
pub mod day;
pub mod effects;
pub mod env;
pub mod export;
pub mod failure;
pub mod files;
pub mod guide;
pub mod l10n;
pub mod markdown;
pub mod page;
pub mod plain;
pub mod reach;
pub mod sanitise;
pub mod trail;
pub mod tui;
pub mod ui;
pub mod wrap;

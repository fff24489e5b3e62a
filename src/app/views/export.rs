//! What is exported, and how.

use crate::{
    app::{ExportForm, ExportKind, Model},
    l10n::args,
};

/// The form of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportView {
    /// What is exported.
    pub title: String,
    /// In which format.
    pub format: String,
    /// In which language.
    pub language: String,
    /// The tool whose ways are in it; `None` where it has no steps to do.
    pub tool: Option<String>,
    /// Whether its names are real ones.
    pub names: String,
    /// Whether the case is in it.
    pub case: String,
    /// The heading of its text.
    pub preview: String,
}

impl ExportView {
    /// What a form says.
    pub fn of(model: &Model, form: &ExportForm) -> Self {
        let words = model.words();
        let title = match form.kind {
            ExportKind::Checklist => "export-title",
            ExportKind::Handover => "export-title-handover",
        };
        ExportView {
            title: words.say(title),
            format: words.say_with("export-format", &args!("format" => form.format.name())),
            language: words.say_with("export-language", &args!("locale" => form.locale.to_uppercase())),
            tool: form.tool_in(words),
            names: words.say(if form.redacted { "export-redacted" } else { "export-unredacted" }),
            case: words.say(form.case_inside()),
            preview: words.say("export-preview"),
        }
    }
}

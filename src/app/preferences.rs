//! What the person wants in every case.

use std::path::PathBuf;

use crate::{
    case::open::OpenCase,
    guide::Via,
    settings::{Settings, values::Values},
};

/// What the person wants in every case.
#[derive(Debug, Clone, PartialEq)]
pub struct Preferences {
    /// The tool whose way is shown first.
    pub tool: Via,
    /// Whether an export begins with pseudonyms.
    pub redacted: bool,
    /// Whether an export begins with the case in it.
    pub carries: bool,
    /// Where exports go; none is where the program was started.
    pub folder: Option<PathBuf>,
    /// What a new case begins with; each is good in some guide.
    pub values: Values,
}

impl Default for Preferences {
    fn default() -> Self {
        Preferences { tool: Via::Portal, redacted: false, carries: true, folder: None, values: Values::default() }
    }
}

impl From<&Settings> for Preferences {
    fn from(settings: &Settings) -> Self {
        Preferences {
            tool: settings.tool().unwrap_or(Via::Portal),
            redacted: settings.is_on("redact"),
            carries: true,
            folder: settings.value("export-dir").map(PathBuf::from),
            values: settings.values.clone(),
        }
    }
}

impl Preferences {
    /// Fills a new case.
    pub(super) fn begin(&self, open: &mut OpenCase) {
        let values = self.values.known_to(&open.guide);
        // One that breaks its rule was refused at the start.
        open.change(|guide, case| drop(values.fill(guide, case)));
    }
}

//! What an export lets a person tick off that is no step of the case: what to send to whoever takes over.

use std::collections::HashSet;

use super::text::letters;
use crate::{
    case::open::OpenCase,
    guide::Handover,
    l10n::{GuideText, Words},
    text::markdown::plain,
};

/// The boxes of all hand-overs of a guide, in every language.
pub(super) struct HandoverBoxes {
    sentences: HashSet<String>,
    /// Behind a path its condition may stand.
    paths: Vec<String>,
}

impl HandoverBoxes {
    pub(super) fn of(languages: &[Words], open: &OpenCase) -> Self {
        let handovers = || open.guide.ids::<Handover>();
        let text = |words| GuideText::new(words, &open.guide, &open.case);
        let sentences = languages.iter().flat_map(|words| handovers().flat_map(move |to| text(words).to_send(to)));
        let paths = handovers().flat_map(|to| &open.guide[to].logs);
        HandoverBoxes {
            sentences: sentences.map(|sentence| letters(&plain(&sentence))).collect(),
            paths: paths.map(|log| letters(&log.path)).collect(),
        }
    }

    /// Whether a task is one of them.
    pub(super) fn has(&self, task: &str) -> bool {
        let task = letters(task);
        self.sentences.contains(&task) || self.paths.iter().any(|path| task.starts_with(path.as_str()))
    }
}

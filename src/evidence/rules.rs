//! What facts mean in a guide, and what is known of the case already.

use std::collections::BTreeMap;

use crate::guide::{Guide, Id, Question};

/// What a reading is judged by.
#[derive(Debug, Clone)]
pub struct EvidenceRules<'a> {
    /// Whose questions the findings answer.
    pub guide: &'a Guide,
    /// Values known of the case, by variable, as a case holds them: of evidence that covers several VMs,
    /// vaults or groups only the known one counts.
    pub known: BTreeMap<String, Vec<String>>,
    /// The question that is being asked, which the bare output of a command answers.
    pub asked: Option<Id<Question>>,
}

impl<'a> EvidenceRules<'a> {
    /// The rules of a guide, with nothing known.
    pub fn for_guide(guide: &'a Guide) -> Self {
        EvidenceRules { guide, known: BTreeMap::new(), asked: None }
    }

    /// The same with the values of a case.
    pub fn knowing(self, known: &BTreeMap<String, Vec<String>>) -> Self {
        EvidenceRules { known: known.clone(), ..self }
    }

    /// The same while a question is being asked.
    pub fn asking(self, asked: Option<Id<Question>>) -> Self {
        EvidenceRules { asked, ..self }
    }
}

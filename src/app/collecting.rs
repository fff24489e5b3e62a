//! The commands that collect what a case still has to know: a block for each place where they run, to copy as a whole.

use super::{Model, Overlay, Session, focus::say};
use crate::{
    case::reachable::Reachable,
    evidence::{block, requests_of},
    guide::Via,
};

/// The blocks, and which of them is shown.
#[derive(Debug, Clone)]
pub struct CollectForm {
    /// By tool and place; none is empty.
    pub blocks: Vec<(Via, String)>,
    /// The place of the one that is shown.
    pub at: usize,
}

impl CollectForm {
    /// What the questions need that are still open, with the values of the case; `None` where nothing could be read.
    fn of(session: &Session) -> Option<Self> {
        let open = &session.open;
        let places = Reachable::from_problem(&open.guide, open.problem).places;
        let asks: Vec<_> =
            places.iter().map(|place| &place.ask).filter(|ask| !open.case.answers.contains_key(&ask.key)).collect();
        let requests = requests_of(&open.guide, &asks, &open.case);
        let read = |via: Via| requests.iter().filter(move |request| request.via == via && request.is_read());
        let blocks =
            [Via::Az, Via::PowerShell, Via::Windows, Via::Linux].map(|via| (via, block(&open.guide, read(via))));
        let blocks: Vec<_> = blocks.into_iter().filter(|(_, block)| !block.is_empty()).collect();
        // The place of the tool that the person works with comes first into view.
        let places: Vec<Via> = blocks.iter().map(|(via, _)| *via).collect();
        let shown = Via::shown(session.tool, &places);
        let at = places.iter().position(|via| Some(*via) == shown).unwrap_or(0);
        (!blocks.is_empty()).then_some(CollectForm { blocks, at })
    }

    /// The block in view.
    pub fn block(&self) -> &str {
        &self.blocks[self.at].1
    }
}

/// Shows what to run.
pub(super) fn open(model: &mut Model) {
    match model.session().and_then(CollectForm::of) {
        Some(form) => {
            model.overlays.push(Overlay::Collect(form));
            model.scroll = None;
        }
        None => say(model, "nothing-to-collect"),
    }
}

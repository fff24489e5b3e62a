//! Whether a message would do something now: what a face offers.

use super::{Binding, Context, ExportChange, HomeRow, Message, Model, Overlay, Session, focus::selection};
use crate::guide::QuestionKind;

impl Model {
    /// The name of a key's word: one key shows where to look at first, and then leaves the question open.
    pub fn hint(&self, message: &Message, usual: &'static str) -> &'static str {
        match message {
            Message::Unsure if self.session().is_some_and(|session| session.how) => "unsure-on",
            Message::Leave if self.is_looking() => "close",
            _ => usual,
        }
    }

    /// Whether a question shows where to look.
    pub(super) fn is_looking(&self) -> bool {
        self.context() == Context::Question && self.session().is_some_and(|session| session.how)
    }

    /// Whether the foot names a key: arrows move in every list, and what names its key itself is not named twice. Where to look
    /// may leave no room for the answers below it.
    pub fn is_at_foot(&self, binding: &Binding) -> bool {
        use ExportChange::{Carry, Format, Language, Redact};
        match (binding.hint, &binding.message) {
            ("move" | "move-row" | "answer-by-number", _) => false,
            ("unsure", _) => self.is_looking(),
            (_, Message::EditTarget | Message::ExportAs(Carry | Format(_) | Language | Redact)) => false,
            _ => true,
        }
    }

    /// Whether the selection can go that way.
    pub(super) fn moves(&self, by: isize) -> bool {
        let (at, rows) = selection(self);
        at.map_or(rows > 0, |at| if by > 0 { at + 1 < rows } else { at > 0 })
    }

    /// Whether a message would do something at the place in view.
    pub fn serves(&self, message: &Message) -> bool {
        let session = self.session();
        match message {
            // A number chooses where nothing is selected, Enter where something is.
            Message::Take if self.context() == Context::Question => {
                session.is_some_and(|session| session.selected.is_some())
            }
            Message::Select(_) => session.is_some_and(|session| session.selected.is_none()),
            Message::Move(_) => selection(self).1 > 1,
            Message::Take if matches!(self.context(), Context::Search | Context::Home) => !self.rows().is_empty(),
            Message::Tick | Message::Fail | Message::Skip | Message::Note => self.item().is_some(),
            Message::Remove => matches!(self.rows().get(self.home.selected), Some(HomeRow::Case(_) | HomeRow::Kept(_))),
            Message::Restore => self.removed().is_some(),
            Message::TurnTool(_) => session.is_some_and(|session| session.tools().len() > 1),
            Message::Accept => session
                .and_then(|session| Some((session, session.question()?)))
                .is_some_and(|(session, (ask, answer))| answer.is_none() && session.proposed(ask).is_some()),
            Message::Copy if !matches!(self.context(), Context::Export | Context::Collect) => {
                session.is_some_and(|session| session.tool_with_command().is_some())
            }
            Message::ShowBare if self.context() != Context::Collect => {
                session.is_some_and(|session| session.tool_with_command().is_some()) || self.serves(&Message::CopyLink)
            }
            Message::MarkAll => session.is_some_and(|session| session.unmarked().next().is_some()),
            Message::Unsure => session
                .and_then(|session| Some((session, session.question()?)))
                .is_some_and(|(session, (ask, _))| session.open.guide[ask.question].kind == QuestionKind::State),
            Message::CopyLink => {
                session.and_then(|session| Some((session, session.item()?))).is_some_and(|(session, (group, item))| {
                    let guide = &session.open.guide;
                    !group.step(guide, item).links.is_empty() || !guide[group.remedy].links.is_empty()
                })
            }
            Message::TakeOffered => self.offered().is_some(),
            Message::ScrollTo(_) => self.scroll().is_none(),
            Message::ExportAs(ExportChange::Carry) => {
                matches!(self.overlay(), Some(Overlay::Export(form)) if form.can_choose_case())
            }
            Message::Undo => session.is_some_and(Session::can_undo),
            Message::Redo => session.is_some_and(Session::can_redo),
            _ => true,
        }
    }
}

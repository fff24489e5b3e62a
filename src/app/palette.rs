//! The palette: every action that a screen offers now, found by its words.

use tui_input::Input;

use super::{Effects, Message, Model, Overlay, bindings, search::contains_all, update};

/// The actions of the screen below, and what was typed to find one.
#[derive(Debug, Clone)]
pub struct PaletteForm {
    /// In the order of the keymap.
    actions: Vec<PaletteAction>,
    /// What was typed.
    pub input: Input,
    /// The selected one of those that are found.
    pub at: usize,
}

/// Something that can be done.
#[derive(Debug, Clone)]
pub struct PaletteAction {
    /// Its key.
    pub caps: &'static str,
    /// What it does, in words.
    pub said: String,
    /// What its key means.
    message: Message,
}

impl PaletteForm {
    fn of(model: &Model) -> Self {
        let words = model.words();
        // What only moves is no action, and a number needs the row that it chooses.
        let is_action = |message: &Message| {
            !matches!(message, Message::ScrollTo(_) | Message::Move(_) | Message::Select(_) | Message::Palette)
        };
        let known = bindings(model.context()).filter(|known| !known.caps.is_empty() && is_action(&known.message));
        let actions = known.filter(|known| model.serves(&known.message)).map(|known| PaletteAction {
            caps: known.caps(model.look().unicode),
            said: words.say(&format!("help-{}", known.hint)),
            message: known.message.clone(),
        });
        PaletteForm { actions: actions.collect(), input: Input::default(), at: 0 }
    }

    /// Those that have all the words that were typed; all where nothing was.
    pub fn found(&self) -> impl Iterator<Item = &PaletteAction> {
        let query = self.input.value().trim();
        self.actions.iter().filter(move |action| query.is_empty() || contains_all(&action.said, query))
    }
}

/// Shows what can be done on the screen in view.
pub(super) fn open(model: &mut Model) {
    let form = PaletteForm::of(model);
    model.overlays.push(Overlay::Palette(form));
    model.scroll = None;
}

/// Does the selected action where its key would.
pub(super) fn take(model: &mut Model) -> Effects {
    let Some(Overlay::Palette(form)) = model.overlays.last() else { return Effects::none() };
    let Some(message) = form.found().nth(form.at).map(|action| action.message.clone()) else { return Effects::none() };
    model.overlays.pop();
    update::act(model, message)
}

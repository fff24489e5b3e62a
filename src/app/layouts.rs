//! Where the letters are on an American keyboard and on a Russian one.

/// The keys of an American keyboard, and in the same places those of a Russian one.
static LAYOUTS: &str = include_str!("../../assets/layout-ru.txt");

/// The letter that an American keyboard has in the place of a key, where a Russian one has another.
pub fn in_its_place(typed: char) -> Option<char> {
    let (american, russian) = LAYOUTS.split_once('\n')?;
    american
        .chars()
        .zip(russian.chars())
        .find(|(letter, known)| *known == typed && letter != known)
        .map(|(letter, _)| letter)
}

/// A text as the same keys write it on the other of both keyboards.
pub(super) fn on_the_other_keyboard(text: &str) -> String {
    let (american, russian) = LAYOUTS.split_once('\n').unwrap_or_default();
    let is_russian = text.chars().any(|c| c.is_alphabetic() && russian.contains(c));
    let (here, there) = if is_russian { (russian, american) } else { (american, russian) };
    let other = |typed: char| here.chars().zip(there.chars()).find(|(key, _)| *key == typed).map(|(_, key)| key);
    text.chars().map(|typed| other(typed).unwrap_or(typed)).collect()
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::*;
    use crate::app::{
        Context::{self, Field, Palette, Search},
        keymap::key,
    };

    #[test]
    fn each_key_has_its_place_on_both() {
        assert_eq!(LAYOUTS.lines().map(|line| line.chars().count()).collect::<Vec<_>>(), [66, 66]);
        assert_eq!((in_its_place('й'), in_its_place('q')), (Some('q'), None));
    }

    #[test]
    fn letters_of_a_russian_keyboard_mean_what_their_places_do() {
        let typed = |context: Context, c: char| key(context, KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
        for context in Context::ALL.iter().copied().filter(|context| !matches!(context, Search | Palette | Field)) {
            let (american, russian) = LAYOUTS.split_once('\n').expect("two keyboards");
            for (letter, other) in
                american.chars().zip(russian.trim_end().chars()).filter(|(letter, _)| letter.is_alphabetic())
            {
                assert_eq!(typed(context, other), typed(context, letter), "{context:?} {letter} {other}");
            }
        }
    }
}

//! What is to be in view after a key, and what a screen may offer.

use std::path::PathBuf;

use backup_medic::app::Message;

use crate::wizard::Wizard;

fn text(locale: &str, (columns, rows): (u16, u16), keys: &str) -> String {
    Wizard::new(locale, columns, rows).keys(keys).text()
}

#[test]
fn nothing_shows_beside_a_dialog_and_no_cursor_through_it() {
    for keys in ["Enter ?", "Enter L", "Enter 0 v", "Enter 1 n", "Enter 1 2 1 1 Tab Up Up Up Up Enter 2"] {
        let wizard = Wizard::new("en", 80, 24).keys(keys);
        let boxed: Vec<String> = wizard.rows().into_iter().filter(|row| row.starts_with("    │")).collect();
        assert!(boxed.is_empty() == wizard.model.overlays.is_empty(), "{keys}");
        boxed.iter().for_each(|row| assert_eq!(row.chars().count(), 76, "{row:?}"));
        if keys.ends_with('?') || keys.ends_with('2') {
            assert_eq!(wizard.drawn.cursor, None, "{keys}");
        }
    }
}

#[test]
fn what_is_said_is_not_cut_on_a_narrow_screen() {
    let path = "/srv/tickets/2026-11/vm-web-01-guest-agent-status-unavailable.md";
    for locale in ["en", "ru"] {
        let mut wizard = Wizard::new(locale, 40, 12).keys("Enter 1 e");
        wizard.message(Message::Written(Ok(PathBuf::from(path))));
        let said: String = wizard.rows().iter().map(|row| row.trim()).collect();
        assert!(said.contains(path), "{}", wizard.text());
    }
}

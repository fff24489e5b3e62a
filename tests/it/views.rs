//! What is to be in view after a key, and what a screen may offer.

use std::path::PathBuf;

use backup_medic::app::{Message, bindings, views::QuestionView};
use crossterm::event::Event;

use crate::{frames::SCREENS, walks, wizard::Wizard};

fn text(locale: &str, (columns, rows): (u16, u16), keys: &str) -> String {
    Wizard::new(locale, columns, rows).keys(keys).text()
}

#[test]
fn nothing_shows_beside_a_dialog_and_no_cursor_through_it() {
    for keys in ["Open ?", "Open L", "Open 0 v", "Open 1 n", "Open 1 2 1 1 Tab Up Up Up Up Enter 2"] {
        let wizard = Wizard::new("en", 80, 24).keys(keys);
        let boxed: Vec<String> = wizard.rows().into_iter().filter(|row| row.starts_with("    │")).collect();
        assert!(boxed.is_empty() == wizard.model.overlay().is_none(), "{keys}");
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
        let mut wizard = Wizard::new(locale, 40, 12).keys("Open 1 e");
        wizard.message(Message::Written(Ok(PathBuf::from(path))));
        let said: String = wizard.rows().iter().map(|row| row.trim()).collect();
        assert!(said.contains(path), "{}", wizard.text());
    }
}

#[test]
fn the_ways_to_find_out_come_into_view_when_they_are_asked_for() {
    let small = |keys: &str| text("en", (40, 12), keys);
    assert!(small("Open 0").contains("How to find out"), "{}", small("Open 0"));
    assert!(small("Open 0").contains("Is the VM running?"), "what is asked stays in view");
    assert!(small("Open 0 t").contains("[Azure CLI]"), "{}", small("Open 0 t"));
    assert!(small("Open 0 t Up").contains("▌ 0"), "another key leads back to the rows");
    for keys in ["Open 2 1 1", "text:rp_max Enter 1 1 Down Down Down"] {
        assert_ne!(small(keys), small(&format!("{keys} t")), "{keys}");
    }
}

#[test]
fn why_a_value_is_refused_is_in_view_on_a_small_screen() {
    for (locale, end) in [("en", "characters."), ("ru", "знаков.")] {
        let refused = text(locale, (40, 12), "Open v Enter text:-bad- Enter");
        assert!(refused.contains(end) && refused.contains("-bad-"), "{refused}");
    }
}

#[test]
fn a_question_longer_than_its_box_says_how_to_read_on() {
    let asked = "Open 1 2 1 1 Tab Up Up Up Up Enter 2";
    assert!(text("en", (40, 12), asked).contains("PgDn more"));
    assert!(text("en", (40, 12), &format!("{asked} PgDn")).contains("These answers are kept"));
    assert!(!text("en", (80, 24), asked).contains("PgDn more"), "nothing is left to read there");
}

/// A screen reader says what the cursor is on.
#[test]
fn the_cursor_is_where_the_focus_is() {
    let mut seen = 0;
    for (columns, rows) in [(80, 24), (120, 40), (40, 12), (60, 16)] {
        for (name, keys) in SCREENS {
            let mut wizard = Wizard::small("en", columns, rows).keys(keys);
            for _ in 0..8 {
                match (wizard.drawn.cursor, wizard.typing_at()) {
                    (Some(place), Some(typed)) => assert_eq!((place.x, place.y), typed, "{name}"),
                    (Some(place), None) => {
                        let (x, y) = (usize::from(place.x), usize::from(place.y));
                        let row = wizard.cells(x.saturating_sub(2)..usize::from(columns), y..y + 1).concat();
                        // Where nothing is selected, the first answer is read next, or the title where that is not in view.
                        let open = wizard.model.session().is_some_and(|session| session.selected.is_none());
                        let title = QuestionView::of(&wizard.model).map(|view| view.title).unwrap_or_default();
                        let is_title = !row.trim().is_empty() && title.starts_with(row.trim());
                        let way = open && (row.starts_with("  1  ") || is_title);
                        assert!(way || row.starts_with("▌"), "{name} at {columns}x{rows}: {row:?}\n{}", wizard.text());
                    }
                    // What only tells has none.
                    (None, _) => {}
                }
                seen += usize::from(wizard.drawn.cursor.is_some());
                wizard = wizard.keys("Down");
            }
        }
    }
    assert!(seen > 500, "{seen} frames have a cursor");
}

#[test]
fn the_text_beside_the_list_can_be_read_to_its_end() {
    let pasted = "paste:UserErrorRpCollectionLimitReached";
    let first = text("en", (80, 13), pasted);
    assert!(!first.contains("OperationNotAllowed") && first.contains("PgDn more"), "{first}");
    let second = text("en", (80, 13), &format!("{pasted} PgDn"));
    assert!(second.contains("OperationNotAllowed") && second.contains("▌ Too many restore points"), "{second}");
}

/// What the screen shows of a text already is not said of it again; what differs from that is.
#[test]
fn why_a_paste_is_recognized_is_said_once() {
    let check = |pasted: &[&str], keys: &str, has: &[&str], lacks: &[&str]| {
        let mut wizard = Wizard::new("en", 80, 24);
        pasted.iter().for_each(|text| wizard.event(Event::Paste((*text).to_owned())));
        let text = wizard.keys(keys).text();
        has.iter().for_each(|part| assert!(text.contains(part), "{part} is not in\n{text}"));
        lacks.iter().for_each(|part| assert!(!text.contains(part), "{part} is in\n{text}"));
    };
    let ticket = "Error code: UserErrorGuestAgentStatusUnavailable\nVM Agent unable to communicate with Azure Backup";
    let known = ["Search: 2 pasted lines", "by its code (line 1)", "by its message (line 2)"];
    check(&[ticket], "", &known, &["paste-1", "VM Agent unable"]);
    check(&[ticket], "BS", &["with Azure Backu "], &["pasted lines"]);
    check(&[ticket], "C-u", &["I have no error code"], &["pasted lines"]);
    // Texts are told apart by their names.
    check(&[ticket, "The VM:\nvm-web-01"], "", &["4 pasted lines", "by its code (paste-1, line 1)"], &[]);
    let lower = "It says:\nusererrorguestagentstatusunavailable";
    check(&[lower], "", &["by its code:", "usererrorguestagentstatusunavailable"], &[]);
    let older = "It says:\nVM agent is unable to communicate with the Azure Backup Service.";
    check(&[older], "", &["by its message: VM agent is unable"], &[]);
}

#[test]
fn an_outcome_reached_at_once_lists_nothing_on_the_way() {
    let shown = |keys: &str| text("en", (120, 40), keys);
    assert!(shown("text:crp Enter 1 2 Enter Enter Enter Enter 1 1").contains("Trail so far"));
    assert!(!shown("text:disk Enter 1").contains("Trail so far"), "{}", shown("text:disk Enter 1"));
}

#[test]
fn a_problem_that_only_the_details_name_is_searched_for() {
    let wizard = Wizard::new("en", 80, 24).keys("text:crp Enter 1 1");
    assert!(wizard.text().contains("Press Enter to search"), "{}", wizard.text());
    let wizard = wizard.keys("Enter text:disk");
    assert!(wizard.text().contains("Search: disk"), "{}", wizard.text());
}

#[test]
fn figures_and_names_stay_whole() {
    for locale in ["en", "ru"] {
        let remedy = text(locale, (80, 24), "Open 2 1 1");
        assert!(!remedy.lines().any(|row| row.ends_with("(1") || row.ends_with("(5")), "{remedy}");
    }
    let portal = text("ru", (80, 24), "text:rp_max Enter 1 1 Down Down Down");
    assert!(!portal.lines().any(|row| row.ends_with("<restore-")), "{portal}");
    let outcome = text("ru", (80, 24), "text:crp Enter 1 2 Enter Enter Enter Enter 1 1");
    assert!(outcome.contains("шаги: 0 из 3"), "{outcome}");
    let narrow = text("ru", (34, 12), "text:rp_max Enter 1 1");
    assert!(narrow.contains("…  RU"), "a cut title keeps its distance: {narrow}");
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn a_key_that_is_offered_changes_what_is_seen() {
        for (size, (name, keys)) in
            [(80, 24), (40, 12)].iter().flat_map(|size| SCREENS.iter().map(move |row| (size, row)))
        {
            let at = || Wizard::small("en", size.0, size.1).keys(keys);
            let shown = at();
            for binding in bindings(shown.model.context()).filter(|binding| !binding.caps.is_empty()) {
                // Scrolling is offered where the frame is longer than the screen, and a refused value stays refused.
                let message = &binding.message;
                let known =
                    matches!(message, Message::ScrollTo(_)) || (*name, message) == ("variable-refused", &Message::Take);
                if known || !shown.model.serves(message) {
                    continue;
                }
                let changes = |message: Message| {
                    let mut wizard = at();
                    let (before, effects) = (wizard.styled(), wizard.effects.len());
                    wizard.message(message);
                    wizard.styled() != before || wizard.effects.len() > effects
                };
                let either = *message == Message::Move(1) && changes(Message::Move(-1));
                assert!(either || changes(message.clone()), "{} on {name} at {size:?}", binding.caps);
            }
        }
    }
}

#[test]
fn the_preview_of_an_export_is_offered_where_it_is_not_in_view() {
    let check = |size: (u16, u16), keys: &str, is_offered: bool| {
        let shown = Wizard::small("en", size.0, size.1).keys(&format!("Enter 1 1 e {keys}")).text();
        assert_eq!(shown.contains("p preview"), is_offered, "{size:?} {keys}: {shown}");
    };
    check((80, 24), "", true);
    check((80, 24), "p", false);
    check((120, 40), "", false);
    check((120, 40), "p", false);
    // What pseudonyms hide is in view at once, where there are rows for it.
    check((80, 24), "r", false);
    check((80, 10), "r", true);
    check((80, 10), "r p", false);
}

#[test]
fn a_page_about_a_remedy_is_named_once() {
    for guide in walks::library().guides().expect("the guides are sound") {
        for remedy in &guide.remedies {
            let twice = remedy.steps.iter().flat_map(|step| &step.links).any(|link| remedy.links.contains(link));
            assert!(!twice, "{}: a step names what the remedy names", remedy.id);
        }
    }
}

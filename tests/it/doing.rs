//! What is done at a remedy: all steps at once, and what asks before something is interrupted.

use backup_medic::app::{Confirm, Deed, Effect, Overlay, Screen, bindings};

use crate::wizard::Wizard;

fn marked(wizard: &Wizard) -> usize {
    wizard.model.session().map_or(0, |session| session.open.case.marks.len())
}

fn deed(wizard: &Wizard) -> Option<&Deed> {
    match wizard.model.overlay() {
        Some(Overlay::Confirm(Confirm::Disruptive(deed, _))) => Some(deed),
        _ => None,
    }
}

#[test]
fn all_steps_are_marked_at_once_and_taken_back_at_once() {
    let keys = "Enter 1 1 a";
    let wizard = Wizard::small("en", 80, 24).keys(keys);
    assert_eq!((marked(&wizard), deed(&wizard)), (3, None), "{}", wizard.text());
    assert_eq!(marked(&Wizard::small("en", 80, 24).keys(&format!("{keys} u"))), 0);
    let serves = |wizard: &Wizard| {
        let bound = bindings(wizard.model.context()).find(|binding| binding.caps == "a").expect("a is bound");
        wizard.model.serves(&bound.message)
    };
    assert!(!serves(&wizard) && serves(&Wizard::small("en", 80, 24).keys("Enter 1 1")));
}

#[test]
fn a_disruptive_step_among_all_is_asked_about() {
    let keys = "text:off Esc / BS BS BS text:vault Enter 1 a";
    let wizard = Wizard::small("en", 80, 24).keys(keys);
    assert!(matches!(deed(&wizard), Some(Deed::Mark(steps)) if steps.len() > 1), "{}", wizard.text());
    assert_eq!(marked(&wizard), 0);
    let Some(Deed::Mark(steps)) = deed(&wizard) else { return };
    assert_eq!(marked(&Wizard::small("en", 80, 24).keys(&format!("{keys} Enter"))), steps.len());
    assert_eq!(marked(&Wizard::small("en", 80, 24).keys(&format!("{keys} Esc"))), 0);
}

/// Walks a remedy of the real guides down to a disruptive step that has a command, and copies it.
#[test]
fn a_command_is_shown_before_it_is_copied_and_a_disruptive_one_asks() {
    let (mut shown, mut asked) = (0, 0);
    for down in 0..6 {
        let keys = format!("text:UserErrorRpCollectionLimitReached Enter 1 1{}", " Down".repeat(down));
        let wizard = Wizard::new("en", 80, 24).keys(&format!("{keys} y"));
        let copied = |wizard: &Wizard| wizard.effects.iter().any(|effect| matches!(effect, Effect::Copy(_)));
        if wizard.text().contains("Press y to copy it") {
            assert!(!copied(&wizard), "{keys}");
            shown += 1;
        }
        let wizard = Wizard::new("en", 80, 24).keys(&format!("{keys} y y"));
        if matches!(deed(&wizard), Some(Deed::Copy(_))) {
            assert!(!copied(&wizard), "{keys}");
            assert!(copied(&Wizard::new("en", 80, 24).keys(&format!("{keys} y y Enter"))), "{keys}");
            asked += 1;
        }
    }
    assert!(shown > 0 && asked > 0, "{shown} {asked}");
}

#[test]
fn esc_closes_where_to_look_before_it_leaves_the_question() {
    let check = |keys: &str, is_question: bool, shows: bool| {
        let wizard = Wizard::small("en", 80, 24).keys(keys);
        let session = wizard.model.session().filter(|_| wizard.model.screen() == Screen::Place);
        let how = session.map(|session| (session.question().is_some(), session.how));
        assert_eq!(how, is_question.then_some((true, shows)), "{keys}: {}", wizard.text());
    };
    check("Enter 0", true, true);
    check("Enter 0 Esc", true, false);
    check("Enter 0 Esc Esc", false, false);
    check("Enter Esc", false, false);
}

#[test]
fn where_another_problem_is_named_no_error_details_are_asked_for() {
    let check = |keys: &str, expected: bool| {
        let wizard = Wizard::new("en", 80, 24).keys(&format!("text:{keys}"));
        assert_eq!(wizard.text().contains("that the error details"), expected, "{}", wizard.text());
        assert!(wizard.text().contains("Continue with another problem"), "{}", wizard.text());
    };
    check("VMAgentStatusCommunicationError Enter", false);
    check("UserErrorCrpReportedUserError Enter 1 1", true);
}

//! What is done at a remedy: all steps at once, and what asks before something is interrupted.

use backup_medic::app::{Confirm, Context, Deed, Effect, Overlay, Screen, bindings};

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
    // The third step may be left out: whether it was done, only the person knows.
    assert_eq!((marked(&wizard), deed(&wizard)), (2, None), "{}", wizard.text());
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

#[test]
fn all_warnings_of_the_marked_steps_are_told_with_their_numbers() {
    let wizard = Wizard::new("en", 80, 40).keys("text:rp_max Enter 1 1 Space Down Space a");
    let all = deed(&wizard).map(|deed| wizard.model.warnings(deed)).unwrap_or_default();
    assert!(!all.is_empty(), "{all:?}");
    let shown = wizard.text();
    for warning in &all {
        let number = warning.split(": ").next().expect("a number stands first");
        assert!(number.starts_with("Step ") && shown.contains(number), "{number} in\n{shown}");
    }
    assert!(!all.iter().any(|warning| warning.starts_with("Step 1") || warning.starts_with("Step 2")), "{all:?}");
}

#[test]
fn going_on_from_open_steps_is_asked_about_once() {
    let check = |keys: &str, is_left: bool| {
        let wizard = Wizard::small("en", 80, 24).keys(&format!("Enter 1 1 {keys}"));
        let at = |wizard: &Wizard| wizard.model.session().map(|session| session.at);
        assert_eq!(at(&wizard) != at(&Wizard::small("en", 80, 24).keys("Enter 1 1")), is_left, "{keys}");
    };
    check("Enter", false);
    check("Enter Enter", true);
    check("a Enter", true);
    check("Enter a Enter", true);
    // The third step may be left out.
    check("Space Space Enter", true);
    check("Space Enter", false);
}

#[test]
fn the_values_that_are_needed_here_come_one_after_the_other() {
    let value = |wizard: &Wizard, name: &str| {
        let case = &wizard.model.session().expect("a case").open.case;
        case.variables.get(name).map(|values| values.join(", ")).unwrap_or_default()
    };
    let wizard = Wizard::small("en", 80, 24).keys("Enter v Enter text:s-1 Enter text:rg-1 Enter text:vm-1 Enter");
    assert_eq!(["subscription", "resource-group", "vm"].map(|name| value(&wizard, name)), ["s-1", "rg-1", "vm-1"]);
    assert_eq!(wizard.model.context(), Context::Variables, "the last one leads back to the list");
    // What has a value is passed over, and so is what is left empty.
    let again = wizard.keys("Up Up Enter C-u Enter Esc v Enter text:s-2 Enter");
    assert_eq!(value(&again, "subscription"), "s-2");
    assert_eq!(again.model.context(), Context::Variables, "{}", again.text());
    assert!(again.text().contains("Needed here:"), "{}", again.text());
}

#[test]
fn what_is_to_be_copied_can_be_shown_with_nothing_around_it() {
    let shown = |wizard: &Wizard| {
        let shown = |effect: &Effect| if let Effect::Show(text) = effect { Some(text.clone()) } else { None };
        wizard.effects.iter().find_map(shown).unwrap_or_default()
    };
    let wizard = Wizard::small("en", 40, 12).keys("Enter 0 t o");
    let command = wizard.model.session().and_then(|session| session.command()).expect("a command is in view");
    assert!(shown(&wizard).lines().any(|line| line == command), "{}", shown(&wizard));
    let remedy = Wizard::small("en", 40, 12).keys("Enter 1 1 o");
    assert!(shown(&remedy).lines().any(|line| line == "https://example.com/agent"), "{}", shown(&remedy));
    // What it warns of stands before it, as a comment.
    let vault = Wizard::small("en", 80, 24).keys("text:vault Enter 1 Down t t o o");
    let text = shown(&vault);
    assert!(text.is_empty() || text.starts_with("# "), "{text}");
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

/// Some errors have no command with a value; there it is said, and no empty form is opened.
#[test]
fn the_values_of_every_error_can_be_filled_in() {
    let first = Wizard::new("en", 80, 24);
    let mut empty = 0;
    for entry in &first.model.catalog().entries {
        let mut wizard = Wizard::new("en", 80, 24);
        wizard.open(&entry.code);
        let wizard = wizard.keys("v");
        if wizard.text().contains("contain no values") {
            assert!(wizard.model.overlay().is_none(), "{}", entry.code);
            empty += 1;
            continue;
        }
        assert!(matches!(wizard.keys("Enter").model.overlay(), Some(Overlay::Field(_))), "{}", entry.code);
    }
    assert!(empty > 0, "no error without values was met");
}

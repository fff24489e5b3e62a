//! The ways on for whoever has no code, or one that no guide knows.

use backup_medic::app::{Context, HomeRow, views::HomeView};

use crate::wizard::{Wizard, uncounted};

const QUERY: &str = "text:XyzzyPlughUnbekannt";

fn opened(wizard: &Wizard) -> (&str, &str) {
    let case = &wizard.model.session().expect("a case is open").open.case;
    (&case.problem, &case.name)
}

fn selected(wizard: &Wizard) -> &str {
    match wizard.model.rows()[wizard.model.home().selected] {
        HomeRow::Problem(row) => &wizard.model.catalog().entries[row].problem,
        row => panic!("{row:?} is no problem"),
    }
}

#[test]
fn home_begins_with_the_way_to_a_code() {
    let home = Wizard::new("en", 80, 24);
    assert_eq!(selected(&home), "no-code");
    let opened = home.keys("Enter");
    assert_eq!(opened.model.context(), Context::Remedy);
    // Portal, Azure CLI and PowerShell, each to look at and to copy from.
    let tools = |wizard: &Wizard| wizard.model.session().map_or(0, |session| session.tools().len());
    assert_eq!(tools(&opened), 3);
    assert!(opened.keys("y y").effects.iter().any(|effect| format!("{effect:?}").contains("az backup job list")));
}

#[test]
fn who_says_only_that_it_failed_is_led_to_the_code_first() {
    let check = |locale: &str, typed: &str| {
        assert_eq!(selected(&Wizard::new(locale, 80, 24).keys(&format!("text:{typed}"))), "no-code", "{typed}");
    };
    check("en", "backup_failed");
    check("en", "no_code");
    check("ru", "сбой_резервного_копирования");
    check("ru", "нет_кода");
}

#[test]
fn what_is_found_there_is_pasted_there() {
    let check = |keys: &str| {
        let wizard = Wizard::new("en", 80, 24).keys(&format!("{keys} paste:UserErrorKeyvaultPermissionsNotConfigured"));
        assert_eq!(wizard.model.context(), Context::Search, "{keys}");
        assert_eq!(selected(&wizard), "key-vault-permissions", "{keys}");
    };
    check("Enter");
    check("Enter a Enter");
    check("Enter a Enter 1");
}

#[test]
fn the_count_is_that_of_the_rows_below_it() {
    let check = |query: &str| {
        let view = HomeView::of(&Wizard::new("en", 80, 24).keys(&format!("text:{query}")).model);
        let apart = view.rows.iter().position(|row| row.heading.as_deref() == Some("None of these?"));
        let found = if view.nothing.is_some() { 0 } else { apart.unwrap_or(view.rows.len()) };
        let count = view.count.unwrap_or_default();
        assert!(count.starts_with(&format!("{found} of ")), "{query}: {found} rows below {count}");
    };
    check("lock");
    check("key_vault");
    check("firewall");
    check("XyzzyPlughUnbekannt");
    check("backup_failed");
}

#[test]
fn a_code_that_no_guide_knows_begins_a_case_that_bears_it() {
    let nothing = Wizard::new("en", 80, 24).keys(QUERY);
    assert_eq!(nothing.model.home().hits.len(), 0);
    assert_eq!(selected(&nothing), "no-code");
    let begun = nothing.keys("Down Enter");
    assert_eq!(opened(&begun), ("other-error", "XyzzyPlughUnbekannt"));
    assert!(begun.keys("1 Esc").text().contains("XyzzyPlughUnbekannt: "));
    // Words are no code.
    assert_eq!(opened(&Wizard::new("en", 80, 24).keys("text:zzqq_qqzz Down Enter")), ("other-error", ""));
}

#[test]
fn what_was_found_ends_with_a_way_on() {
    let lock = Wizard::new("en", 80, 24).keys("text:lock");
    let rows = lock.model.rows();
    assert!(rows.len() > 2);
    let last = lock.keys(&"Down ".repeat(rows.len()));
    assert_eq!(selected(&last), "other-error");
    assert_eq!(opened(&last.keys("Enter")), ("other-error", ""));
}

#[test]
fn the_ways_on_in_full() {
    insta::assert_snapshot!("real-home", uncounted(&Wizard::new("en", 80, 24).styled()));
    insta::assert_snapshot!("real-nothing", uncounted(&Wizard::new("ru", 80, 24).keys(QUERY).text()));
}

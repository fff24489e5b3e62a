//! Frames as snapshots made by typing keys, and what must hold for every frame.

use crate::wizard::Wizard;

/// An instance view of a VM, pasted.
macro_rules! view {
    ($vm:literal) => {
        concat!(
            r#"paste:{"id":"/subscriptions/0a1b2c3d-1111-4222-8333-444455556666/resourceGroups/rg-web/providers/"#,
            r#"Microsoft.Compute/virtualMachines/"#,
            $vm,
            r#"","instanceView":{"statuses":[{"code":"PowerState/running"}]}}"#
        )
    };
}

/// The screens of the small guide, by the keys that lead to them.
pub(crate) const SCREENS: &[(&str, &str)] = &[
    ("home", ""),
    ("home-search", "text:vault_fu"),
    ("home-nothing", "text:qqqqzzzz"),
    ("home-pasted", "paste:Error_code:_UserErrorVaultFull._Please_retry"),
    ("home-case", "Enter 1 Esc"),
    ("question", "Enter"),
    ("question-how", "Enter 0"),
    ("question-how-az", "Enter 0 t"),
    ("question-choice", "text:vault Enter"),
    ("question-again", "Enter 1 2 BS"),
    ("remedy", "Enter 1 1"),
    ("remedy-undecided", "Enter 1 0 0"),
    ("remedy-marked", "Enter 1 1 Space v Enter text:vm-web-01 Enter Esc Esc Down x text:no_right Enter"),
    ("outcome-escalate", "text:vault Enter 2"),
    ("outcome-wait", "text:off Enter Enter Enter Enter Enter 3"),
    ("outcome-resolved", "text:off Enter Enter Enter Enter Enter 1"),
    ("trail", "Enter 1 1 Tab Up"),
    ("checklist", "Enter 1 1 Space Enter Enter c"),
    ("checklist-empty", "Enter c"),
    ("export", "Enter 1 1 e"),
    (
        "timeline",
        "now:2026-11-28T22:40:00Z Enter 1 1 Space now:2026-11-29T08:05:00Z n text:ask_Anna Enter x text:no_right Enter T",
    ),
    ("timeline-empty", "Enter T"),
    ("languages", "Enter L"),
    ("help", "Enter ?"),
    ("palette", "Enter :"),
    ("palette-found", "Enter : text:case"),
    ("variables", "Enter 0 v"),
    ("variable-refused", "Enter v Enter text:-bad- Enter"),
    ("note", "Enter 1 1 n text:ask_Anna"),
    ("confirm-left-off", "Enter 1 1 Tab Up Up Enter 2"),
    ("confirm-disruptive", "text:off Esc / BS BS BS text:vault Enter 1 Down Space"),
    ("confirm-quit", "Enter 1 q"),
    ("confirm-close", "Enter 1 W"),
    ("told", concat!("Enter ", view!("web01"))),
    ("which-case", concat!("Enter ", view!("web01"), " Esc Esc Enter 1 Esc / text:UserErrorAgentSilent Enter Down")),
    ("which-other", concat!("Enter ", view!("web01"), " Esc ", view!("db-zwei"))),
    ("paste-unused", "Enter L paste:good_morning"),
];

#[test]
fn every_screen_at_three_sizes() {
    for (columns, rows) in [(80, 24), (120, 40), (40, 12)] {
        for (name, keys) in SCREENS {
            let wizard = Wizard::small("en", columns, rows).keys(keys);
            insta::assert_snapshot!(format!("{name}-{columns}x{rows}"), wizard.styled());
        }
    }
}

#[test]
fn every_screen_in_russian() {
    for (name, keys) in SCREENS {
        insta::assert_snapshot!(format!("{name}-ru"), Wizard::small("ru", 80, 24).keys(keys).text());
    }
}

/// What the real guides need room for; a sentence of theirs is in these frames alone.
#[test]
fn some_screens_of_the_real_guides() {
    let check = |name: &str, locale: &str, keys: &str| {
        insta::assert_snapshot!(format!("real-{name}"), Wizard::new(locale, 80, 24).keys(keys).styled());
    };
    check("question", "en", "text:UserErrorGuestAgentStatusUnavailable Enter 0");
    check("remedy", "ru", "text:UserErrorGuestAgentStatusUnavailable Enter 2 1 1");
    check("outcome", "en", "text:UserErrorUnsupportedDiskSize Enter 1");
}

#[test]
fn enter_closes_what_only_tells() {
    let text = |keys: &str| Wizard::new("en", 80, 24).keys(keys).text();
    assert_ne!(text("Enter ?"), text("Enter"));
    assert_eq!(text("Enter ? Enter"), text("Enter"));
}

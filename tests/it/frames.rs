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

/// The screens, by the keys that lead to them.
pub(crate) const SCREENS: &[(&str, &str)] = &[
    ("home", ""),
    ("home-search", "text:key_vault"),
    ("home-nothing", "text:qqqqzzzz"),
    ("home-pasted", "paste:Error_code:_UserErrorUnsupportedDiskSize._Please_retry"),
    ("home-case", "Enter 1 Esc"),
    ("question", "Enter"),
    ("question-how", "Enter 0"),
    ("question-how-az", "Enter 0 t"),
    ("question-choice", "Enter 2 1"),
    ("question-again", "Enter 1 2 BS"),
    ("remedy", "Enter 2 1 1"),
    ("remedy-marked", "Enter 2 1 1 Space Enter v Enter text:vm-web-01 Enter Esc x text:no_right Enter"),
    ("outcome-escalate", "text:disk Enter 1"),
    ("outcome-wait", "text:crp Enter 1 2 Enter Enter 3"),
    ("outcome-resolved", "text:crp Enter 1 2 Enter Enter 1 1"),
    ("trail", "Enter 1 2 1 Tab Up"),
    ("checklist", "Enter 2 1 1 Space Enter c"),
    ("checklist-empty", "Enter c"),
    ("export", "Enter 2 1 1 e"),
    ("languages", "Enter L"),
    ("help", "Enter ?"),
    ("variables", "Enter 0 v"),
    ("variable-refused", "Enter v Enter text:-bad- Enter"),
    ("note", "Enter 2 1 1 n text:ask_Anna"),
    ("confirm-left-off", "Enter 1 2 1 1 Tab Up Up Up Up Enter 2"),
    ("confirm-disruptive", "text:shut Esc / BS BS BS BS text:rp_max Enter 1 1 Down Down Down Space"),
    ("confirm-quit", "Enter 1 q"),
    ("told", concat!("Enter ", view!("web01"))),
    (
        "which-case",
        concat!(
            "Enter ",
            view!("web01"),
            " Esc Esc Enter 1 Esc / text:UserErrorGuestAgentStatusUnavailable Enter Down"
        ),
    ),
    ("which-other", concat!("Enter ", view!("web01"), " Esc ", view!("db-zwei"))),
    ("paste-unused", "Enter L paste:good_morning"),
];

#[test]
fn every_screen_at_three_sizes() {
    for (columns, rows) in [(80, 24), (120, 40), (40, 12)] {
        for (name, keys) in SCREENS {
            let wizard = Wizard::new("en", columns, rows).keys(keys);
            insta::assert_snapshot!(format!("{name}-{columns}x{rows}"), wizard.styled());
        }
    }
}

#[test]
fn every_screen_in_russian() {
    for (name, keys) in SCREENS {
        insta::assert_snapshot!(format!("{name}-ru"), Wizard::new("ru", 80, 24).keys(keys).text());
    }
}

#[test]
fn enter_closes_what_only_tells() {
    let text = |keys: &str| Wizard::new("en", 80, 24).keys(keys).text();
    assert_ne!(text("Enter ?"), text("Enter"));
    assert_eq!(text("Enter ? Enter"), text("Enter"));
}

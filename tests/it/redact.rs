//! Redacted exports: no seeded name, identifier, address or secret stands anywhere, the comment included.

pub(crate) mod samples;

use backup_medic::{
    case::{Case, Mark, NOTE, checklist::Checklist, trail::Trail},
    export::{self, EmbeddedCase},
    guide::{Guide, Id, NamingRule, Problem},
    redact,
};
use proptest::prelude::*;
use std::rc::Rc;

use crate::walks::{self, Random};

/// Secrets, each in the form in which it is pasted, and what of it may not be seen.
const SECRETS: [(&str, &str); 9] = [
    ("https://x.blob.core.windows.net/c?sv=2024&sig=S3cretSig%3D&se=1", "S3cretSig"),
    ("DefaultEndpointsProtocol=https;AccountKey=S3cretKey+/==;", "S3cretKey"),
    ("SharedAccessSignature=sv=1&sr=c&sig=S3cretSas", "S3cretSas"),
    ("the password: S3cretPass!\"x", "S3cretPass"),
    ("--password 'S3cret Pass'", "S3cret Pass"),
    ("Authorization: Bearer S3cretBearer-0123", "S3cretBearer"),
    ("bearer S3cretToken-0123456789", "S3cretToken"),
    ("eyJhbGciOiJIUzI1NiJ9.eyJTM2NyZXQiOjF9.S3cretJwt", "S3cretJwt"),
    ("-----BEGIN OPENSSH PRIVATE KEY-----\nS3cretPem\n-----END OPENSSH PRIVATE KEY-----", "S3cretPem"),
];

/// Names that no sentence of ours holds, by the rule that they keep.
fn seeded(rule: NamingRule, number: usize) -> String {
    match rule {
        NamingRule::Guid => format!("abcdef01-2345-6789-abcd-{number:012}"),
        NamingRule::IpAddress => format!("10.77.3.{number}"),
        NamingRule::Day => "31-12-2026".to_owned(),
        _ => format!("zq{number}-prod"),
    }
}

/// A case whose texts speak of its values in every form, and those forms in lower case.
fn told(guide: &Guide, mut case: Case, random: &mut Random) -> (Case, Vec<String>) {
    let mut names = Vec::new();
    for (number, variable) in guide.variables.iter().enumerate() {
        let value = seeded(variable.rule, number);
        if variable.rule != NamingRule::Day {
            names.push(value.clone());
        }
        case.variables.insert(variable.id.clone(), vec![value]);
    }
    let others = ["99999999-2345-6789-abcd-000000000009", "192.168.7.9", "fe80::7:9", "zqother"];
    names.extend(others.map(str::to_owned));
    let resource = "/subscriptions/99999999-2345-6789-abcd-000000000009/resourceGroups/zqother/providers/\
                    Microsoft.Network/networkSecurityGroups/zqnsg";
    names.push("zqnsg".to_owned());
    let mut text = || {
        let name = &names[random.below(names.len())];
        let secret = SECRETS[random.below(SECRETS.len())].0;
        format!("saw {}, ({name}) and {name}.example at {resource}; {secret}", name.to_uppercase())
    };
    case.name = text();
    case.notes.insert(NOTE.to_owned(), text());
    let problem = guide.find::<Problem>(&case.problem).expect("its problem");
    let trail = Trail::of(guide, problem, &case);
    for item in Checklist::for_trail(guide, &trail, &case).groups.iter().flat_map(|group| &group.items) {
        case.notes.insert(item.key.clone(), text());
        case.marks.insert(item.key.clone(), if text().len() % 2 == 0 { Mark::Failed(text()) } else { Mark::Done });
    }
    (case, names)
}

/// Everything that leaves: the checklist, the hand-over, and the case in the comment as JSON.
fn leaves(guide: &Rc<Guide>, problem: Id<Problem>, case: &Case, redacted: bool, locale: &str) -> String {
    let words = walks::said(locale);
    let open = export::shareable_copy(&walks::open(guide, problem, case), redacted);
    let Some(EmbeddedCase::Whole(kept)) = export::embedded_case(&export::comment(&open.case)) else {
        panic!("the comment is whole")
    };
    let json = serde_json::to_string(&kept).expect("JSON");
    let handover = export::handover(&words, &open, &export::PageShape::default());
    export::markdown(&words, &open, &export::PageShape::default()) + &handover + &json
}

#[test]
fn pseudonyms_are_stable_keep_their_rule_and_stay_when_redacted_again() {
    let guide = walks::guide();
    let mut random = Random(9);
    for problem in guide.ids::<Problem>() {
        for case in walks::cases(&guide, problem, 100) {
            let (case, _) = told(&guide, case, &mut random);
            let once = redact::redact(&case, &guide);
            assert_eq!(redact::redact(&case, &guide), once);
            assert_eq!(redact::redact(&once, &guide), once);
            assert_eq!(redact::masked(&once), once);
            for variable in &guide.variables {
                let value = &once.variables[&variable.id][0];
                assert!(variable.rule.accepts(value), "{}: {value}", variable.id);
            }
            let mut values: Vec<_> = once.variables.values().flatten().collect();
            values.sort();
            values.dedup();
            assert_eq!(values.len(), guide.variables.len(), "different names stay different");
        }
    }
}

#[test]
fn a_name_is_replaced_wherever_it_stands_and_nothing_else_is() {
    let guide = walks::guide();
    let check = |values: &[(&str, &str)], note: &str, expected: &str| {
        let mut case = Case::default();
        for (name, value) in values {
            case.variables.insert((*name).to_owned(), vec![(*value).to_owned()]);
        }
        case.notes.insert(NOTE.to_owned(), note.to_owned());
        let redacted = redact::redact(&case, &guide);
        assert_eq!(redacted.notes[NOTE], expected);
        assert_eq!(redact::redact(&redacted, &guide), redacted, "{note}");
    };
    let web = [("vm", "web"), ("resource-group", "rg(1)"), ("vault-group", "rg(2)")];
    check(&web, "WEB, web-nic, website, rg(1) rg(2) rg(3)", "vm-1, vm-1-nic, website, group-1 group-2 rg(3)");
    check(&[("vm", "web"), ("lock", "web-lock")], "web-lock on web", "lock-1 on vm-1");
    check(&[("vm", "vm-2"), ("vault", "group-1")], "vm-2 group-1", "vm-2 group-1");
    check(&[("vm", "ИМЯ")], "на имя, именем", "на vm-1, именем");
    check(&[("subscription", "Pay as you go")], "our pay as you go plan", "our subscription-1 plan");
    check(
        &[("vm", "web")],
        "/subscriptions/abc/resourceGroups/RG/providers/Microsoft.Compute/virtualMachines/web/extensions/x, x in rg",
        "/subscriptions/subscription-1/resourceGroups/group-1/providers/Microsoft.Compute/virtualMachines/vm-1/\
         extensions/extension-1, extension-1 in group-1",
    );
    check(&[], "10.0.0.4, 10.0.0.5 then 10.0.0.4:443", "198.18.0.1, 198.18.0.2 then 198.18.0.1:443");
    check(
        &[("job-id", "abcdef01-2345-6789-abcd-000000000001")],
        "job ABCDEF01-2345-6789-abcd-000000000001",
        "job 00000000-0000-0000-0000-000000000001",
    );
    let plain = "Agent 2.7.41491.1008 of 2026-11-24 10:20:30Z answers 168.63.129.16; error 0x8007045B, see std::fs.";
    check(&web, plain, plain);
}

#[test]
fn a_secret_that_was_typed_as_a_name_leaves_by_no_way_out() {
    let guide = walks::guide();
    let problem = guide.ids::<Problem>().next().expect("a problem");
    let check = |value: &str, stays: bool| {
        let mut case = Case::new(&guide, problem, "UserErrorGuestAgentStatusUnavailable");
        case.variables.insert("vm".to_owned(), vec![value.to_owned()]);
        let out = leaves(&guide, problem, &case, false, "en");
        assert_eq!(out.contains(value), stays, "{value}");
        assert!(stays || out.contains("<vm>"), "{value}");
        assert!(!leaves(&guide, problem, &case, true, "en").contains(value), "{value}");
    };
    check("ghp_16C7e42F292c6912E7710c838347Ae178B4a", false);
    check("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.s3cretSig", false);
    check("Xy8Q~aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456", false);
    check("SRV-ERP-07-Production-WestEurope2", true);
    check("aks-nodepool1-12345678-vmss_0", true);
    check("passwordserver01", true);
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn no_seeded_name_or_secret_leaves() {
        let guide = walks::guide();
        let mut random = Random(3);
        let mut handovers = 0;
        for problem in guide.ids::<Problem>() {
            for case in walks::cases(&guide, problem, 300) {
                let (case, names) = told(&guide, case, &mut random);
                handovers += usize::from(export::taker(&Trail::of(&guide, problem, &case)).is_some());
                for locale in ["en", "ru"] {
                    let open = leaves(&guide, problem, &case, false, locale);
                    let vm = &case.variables["vm"][0];
                    assert!(names.contains(vm) && open.contains(vm), "names stand in a plain export");
                    let redacted = leaves(&guide, problem, &case, true, locale).to_lowercase();
                    assert!(redacted.contains("vm-1") && redacted.contains("group-1"), "{redacted}");
                    for name in &names {
                        assert!(!redacted.contains(name), "{name} in {redacted}");
                    }
                    for (_, secret) in SECRETS {
                        assert!(!open.contains(secret) && !redacted.contains(&secret.to_lowercase()), "{secret}");
                    }
                }
            }
        }
        assert!(handovers > 5, "{handovers}");
    }

    proptest! {
        #[test]
        fn redaction_never_fails_and_changes_nothing_twice(
            values in prop::collection::vec("[ -~а-яßİ]{1,12}", 19),
            note in "[ -~а-яßİ\\n/:.-]{0,80}",
        ) {
            let guide = walks::guide();
            let mut case = Case::default();
            for (variable, value) in guide.variables.iter().zip(&values) {
                if variable.rule.accepts(value) {
                    case.variables.insert(variable.id.clone(), vec![value.clone()]);
                }
            }
            case.notes.insert(NOTE.to_owned(), format!("{note} {} {note}", values[0]));
            let once = redact::redact(&case, &guide);
            prop_assert_eq!(&redact::redact(&once, &guide), &once);
            let plain = redact::mask(&note);
            prop_assert_eq!(redact::mask(&plain), plain);
        }
    }
}

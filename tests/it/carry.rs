//! A case to which another one leads begins with what that one knows.

use std::rc::Rc;

use backup_medic::{
    case::{Case, carry::carry, open::OpenCase},
    data::builtin,
    guide::{self, Problem},
};

/// The answers that a new case of another guide begins with, where one of `extension-stuck` has these.
fn carried(answers: &[(&str, &str)]) -> Vec<(String, String)> {
    let files = builtin::embedded();
    let guide = guide::load(&files, "azure-vm-errors").expect("the embedded guide is sound");
    let problem = guide.find::<Problem>("extension-stuck").expect("it is a problem");
    let mut case = Case { problem: "extension-stuck".to_owned(), ..Case::default() };
    case.answers = answers.iter().map(|(key, option)| ((*key).to_owned(), (*option).to_owned())).collect();
    case.variables.insert("vm".to_owned(), vec!["web01".to_owned()]);
    let known = OpenCase::new(Rc::new(guide), problem, case);
    let other = guide::load(&files, "azure-vm-backup").expect("the embedded guide is sound");
    let mut new = Case::default();
    carry(&mut new, &other, &known);
    assert_eq!(new.variables["vm"], ["web01"]);
    new.answers.into_iter().collect()
}

#[test]
fn what_is_known_is_not_asked_again() {
    let check = |answers: &[(&str, &str)], expected: &[(&str, &str)]| {
        let found = carried(answers);
        let found: Vec<_> = found.iter().map(|(key, option)| (key.as_str(), option.as_str())).collect();
        assert_eq!(found, expected, "{answers:?}");
    };
    check(&[], &[]);
    check(&[("agent-status", "ready")], &[("agent-status", "ready")]);
    check(&[("agent-status", "unsure")], &[]);
    // A question that the other guide has not, and an answer that is off the trail.
    check(&[("agent-status", "ready"), ("vmsnapshot-state", "stuck")], &[("agent-status", "ready")]);
    check(&[("agent-status", "ready"), ("vm-power", "stopped")], &[("agent-status", "ready")]);
}

//! What the wizard asks to be kept, and what it does with kept cases; without a disk.

use backup_medic::{
    app::{Access, Context, Effect, HomeRow, KeptCases, Message, Overlay, Screen, Started},
    case::{Case, Mark},
    error::Error,
    store::record::CaseRecord,
};

use crate::{walks, wizard::Wizard};

const CODE: &str = "UserErrorGuestAgentStatusUnavailable";

/// A wizard that keeps cases, at a problem's first question.
fn opened() -> Wizard {
    let mut wizard = Wizard::new("en", 80, 24).keeping(Vec::new());
    wizard.message(Message::Now("2026-11-25T01:02:03Z".into()));
    wizard.open(CODE);
    assert_eq!(wizard.effects, [], "what was not touched is not kept");
    wizard
}

fn case(wizard: &Wizard) -> Case {
    wizard.model.session().expect("it is open").open.case.clone()
}

/// A case as it could be on the disk.
fn saved(id: &str, answers: &[(&str, &str)]) -> CaseRecord {
    let guide = walks::guide();
    let problem = guide.find("guest-agent-status-unavailable").expect("it is there");
    let mut case = Case::new(&guide, problem, CODE);
    case.name = format!("Case {id}");
    case.answers = answers.iter().map(|(key, option)| ((*key).to_owned(), (*option).to_owned())).collect();
    let time = "2026-11-24T00:00:00Z".to_owned();
    CaseRecord { id: id.into(), opened: time.clone(), changed: time, closed: false, case }
}

/// Opens a case as the edge would, and forgets what was asked for before.
fn show(wizard: &mut Wizard, saved: &CaseRecord, access: Access) {
    wizard.message(Message::Opened(Ok(Box::new((saved.clone(), access)))));
    wizard.effects.clear();
}

#[test]
fn each_change_is_kept_once_with_the_state_after_it() {
    let mut wizard = opened();
    let mut check = |keys: &str, changes: usize| {
        let before = case(&wizard);
        wizard.effects.clear();
        let own = std::mem::replace(&mut wizard, Wizard::new("en", 80, 24));
        wizard = own.keys(keys);
        let after = case(&wizard);
        let kept: Vec<&CaseRecord> = wizard
            .effects
            .iter()
            .map(|effect| match effect {
                Effect::Save(saved) => &**saved,
                other => panic!("{keys}: {other:?}"),
            })
            .collect();
        assert_eq!((kept.len(), before != after), (changes, changes > 0), "{keys}");
        if let Some(last) = kept.last() {
            assert_eq!((&last.case, last.changed.as_str(), last.closed), (&after, "2026-11-25T01:02:03Z", false));
        }
    };
    check("Down Up c c Tab Tab v Esc ? Esc 0 BS", 0);
    check("2", 1);
    check("1", 1);
    check("1", 1);
    check("Space Enter", 1);
    check("n text:a_note Enter", 1);
    check("n text:dropped Esc", 0);
    check("x text:no_rights Enter", 1);
    check("s text:not_needed Enter", 1);
    check("N text:Night_shift Enter", 1);
    check("N Enter", 0);
    check("M text:ask_Anna_first Enter", 1);
    check("c M Enter c", 0);
    check("v Enter text:vm-7 Enter Esc Esc", 1);
    check("u", 1);
    check("U", 1);
    check("U", 0);
    check("u u u u", 4);
}

#[test]
fn a_taken_case_is_neither_changed_nor_kept() {
    let mut wizard = opened();
    let saved = saved("a", &[("vm-power", "running")]);
    show(&mut wizard, &saved, Access::Taken);
    assert!(wizard.text().contains("read only") && wizard.text().contains("Another window"), "{}", wizard.text());
    for keys in ["1", "0 0", "Enter", "N text:x Enter", "v Enter text:vm-7 Enter Esc Esc", "u", "U", "BS 2 Enter", "W"]
    {
        wizard = wizard.keys(keys);
        assert_eq!((&case(&wizard), &wizard.effects), (&saved.case, &Vec::new()), "{keys}");
    }
}

#[test]
fn a_case_that_another_program_took_is_kept_no_more() {
    let mut wizard = opened().keys("2");
    let id = wizard.model.session().expect("it is open").life.id.clone();
    wizard.effects.clear();
    wizard.message(Message::Taken(vec![id]));
    let before = case(&wizard);
    wizard = wizard.keys("1 u U N text:x Enter");
    assert_eq!((case(&wizard), &wizard.effects), (before, &Vec::new()));
    // Leaving would lose what is only on the screen.
    wizard = wizard.keys("q");
    assert_eq!(wizard.effects, []);
}

#[test]
fn home_lists_opens_removes_and_brings_back() {
    let mut kept = [saved("a", &[]), saved("b", &[("vm-power", "running")])];
    kept[0].case.marks.insert("start-vm/start".into(), Mark::Done);
    let mut wizard = Wizard::new("en", 80, 24).keeping(kept.to_vec()).keys("Esc");
    let text = wizard.text();
    assert!(text.contains("Open") && text.contains("Case a") && text.contains("Case b"), "{text}");
    assert_eq!(wizard.model.rows()[..2], [HomeRow::Kept(0), HomeRow::Kept(1)]);

    wizard = wizard.keys("Down Enter");
    assert_eq!(wizard.effects, [Effect::OpenCase("b".into())]);
    show(&mut wizard, &kept[1], Access::Ours);
    assert_eq!((wizard.model.screen(), case(&wizard)), (Screen::Place, kept[1].case.clone()));
    assert!(wizard.model.kept().eq(&kept[..1]));
    assert_eq!(wizard.model.session().map(|session| session.life.id.as_str()), Some("b"));

    wizard = wizard.keys("Esc");
    assert_eq!(wizard.model.rows()[..2], [HomeRow::Case(0), HomeRow::Kept(0)]);
    wizard = wizard.keys("d");
    assert_eq!(wizard.effects, [Effect::RemoveCase("b".into())]);
    wizard.effects.clear();
    wizard.message(Message::Moved(Ok(())));
    assert!(!wizard.text().contains("Case b"), "{}", wizard.text());
    wizard = wizard.keys("u");
    assert_eq!(wizard.effects, [Effect::RestoreCase("b".into())]);
    assert_eq!(wizard.model.screen(), Screen::Home, "{}", wizard.text());
    assert!(wizard.text().contains("▌ Case b"), "{}", wizard.text());
    wizard = wizard.keys("u");
    assert_eq!(wizard.effects.len(), 1, "it comes back once");
}

#[test]
fn a_file_that_cannot_be_read_is_named_at_home() {
    let mut wizard = Wizard::new("en", 120, 24);
    let closed = CaseRecord { closed: true, ..saved("b", &[]) };
    let broken = vec!["/x/cut\u{1b}.case".into()];
    let kept = KeptCases { cases: vec![saved("a", &[]), closed], broken, refusal: None };
    wizard.message(Message::Started(Started { kept: Some(kept), ..Started::default() }));
    let text = wizard.text();
    assert!(text.contains("Case a") && !text.contains("Case b") && text.contains("/x/cut^[.case"), "{text}");
}

#[test]
fn a_closed_case_is_kept_as_closed_and_leaves_home() {
    let mut wizard = opened().keys("2");
    wizard.effects.clear();
    // It is not finished, so it is asked once.
    wizard = wizard.keys("W Esc");
    assert_eq!((&wizard.effects[..], wizard.model.sessions().len()), (&[][..], 1));
    wizard = wizard.keys("W Enter");
    let [Effect::Save(saved)] = &wizard.effects[..] else { panic!("{:?}", wizard.effects) };
    assert!(saved.closed && saved.case.answers.len() == 1);
    assert_eq!((wizard.model.screen(), wizard.model.sessions().len()), (Screen::Home, 0));
    let text = wizard.text();
    assert!(text.contains("Closed today") && text.contains("closed 01:02 UTC"), "{text}");
    // The next one of the same second is another.
    let first = saved.id.clone();
    wizard.open(CODE);
    assert_ne!(wizard.model.session().map(|session| session.life.id.clone()), Some(first));
}

#[test]
fn without_a_folder_no_case_is_promised_back() {
    let check = |keys: &str, unkept: &str, kept: &str| {
        let text = |wizard: Wizard| wizard.keys(&format!("text:{CODE} Enter 2 {keys}")).text();
        let (without, with) = (text(Wizard::new("en", 80, 24)), text(Wizard::new("en", 80, 24).keeping(Vec::new())));
        assert!(without.contains(unkept) && !without.contains(kept), "{keys}: {without}");
        assert!(with.contains(kept), "{keys}: {with}");
    };
    check("W", "export it first", "the list of closed cases");
    check("W Enter", "It was not saved.", "It is listed under");
    check("BS BS d", "Case removed.", "Press u to restore it");
}

#[test]
fn a_case_that_was_closed_unfinished_says_so_in_its_export() {
    let exported = |closed: bool, answers: &[(&str, &str)]| {
        let mut wizard = Wizard::new("en", 80, 24).keeping(Vec::new());
        show(&mut wizard, &CaseRecord { closed, ..saved("a", answers) }, Access::Ours);
        let wizard = wizard.keys("e");
        let Some(Overlay::Export(form)) = wizard.model.overlay() else { panic!("{}", wizard.text()) };
        form.text.clone()
    };
    let check = |closed: bool, answers: &[(&str, &str)], has: &[&str], has_not: &[&str]| {
        let text = exported(closed, answers);
        has.iter().for_each(|part| assert!(text.contains(part), "{part} is not in {text}"));
        has_not.iter().for_each(|part| assert!(!text.contains(part), "{part} is in {text}"));
    };
    let open = ["| in progress |", "## What is still open"];
    let closed = ["| closed unfinished on ", "## What was left open"];
    check(false, &[("vm-power", "running")], &open, &closed);
    check(true, &[("vm-power", "running")], &closed, &open);
}

/// What a file of a case does where these cases are kept: the question, the effects, and how many cases are open then.
fn from_file(kept: Vec<CaseRecord>, case: &Case, told: &[&str], keys: &str) -> (bool, Vec<Effect>, usize) {
    let mut wizard = Wizard::new("en", 80, 24).keeping(kept);
    let told = told.iter().map(|told| (*told).to_owned()).collect();
    let open = walks::library().open(case.clone()).expect("its guide is known");
    wizard.message(Message::Imported(Box::new(open), told));
    let asks = wizard.model.context() == Context::WhichCase;
    let mut wizard = wizard.keys(keys);
    wizard.effects.retain(|effect| !matches!(effect, Effect::Save(_)));
    (asks, wizard.effects, wizard.model.sessions().len())
}

#[test]
fn a_file_of_a_case_that_is_kept_goes_on_with_that_one_or_asks() {
    let own = saved("a", &[("vm-power", "running")]);
    let of_vm = |id: &str, vm: &str, answers: &[(&str, &str)]| {
        let mut saved = saved(id, answers);
        saved.case.variables.insert("vm".to_owned(), vec![vm.to_owned()]);
        saved
    };
    let opens = |id: &str| vec![Effect::OpenCase(id.to_owned())];
    let check = |kept: &[&CaseRecord], case: &Case, told: &[&str], keys: &str, expected: (bool, Vec<Effect>, usize)| {
        let kept = kept.iter().map(|saved| (*saved).clone()).collect();
        assert_eq!(from_file(kept, case, told, keys), expected, "{case:?} {told:?} {keys}");
    };
    let (web, db) = (of_vm("web", "vm-web", &[]), of_vm("db", "vm-db", &[]));
    check(&[], &own.case, &[], "", (false, Vec::new(), 1));
    check(&[&own], &own.case, &[], "", (false, opens("a"), 0));
    check(&[&web, &own], &own.case, &[], "", (false, opens("a"), 0));
    check(&[&CaseRecord { closed: true, ..own.clone() }], &own.case, &[], "", (false, opens("a"), 0));
    // It differs: a new case, the kept one, and neither.
    let other = saved("x", &[("vm-power", "stopped")]).case;
    check(&[&own], &other, &[], "Enter", (true, Vec::new(), 1));
    check(&[&own], &other, &[], "Down Enter", (true, opens("a"), 0));
    check(&[&own], &other, &[], "Esc", (true, Vec::new(), 0));
    // Somebody ticked a step in the text.
    check(&[&own], &own.case, &["ticked"], "Down Enter", (true, opens("a"), 0));
    // Another VM is another case; one without a name may be the same.
    check(&[&db], &web.case, &[], "", (false, Vec::new(), 1));
    check(
        &[&db, &web],
        &of_vm("y", "VM-WEB", &[("vm-power", "stopped")]).case,
        &[],
        "Down Enter",
        (true, opens("web"), 0),
    );
    check(&[&own], &web.case, &[], "Down Enter", (true, opens("a"), 0));
}

#[test]
fn a_value_that_is_pasted_goes_to_the_selected_name_and_enter_on_to_the_next_empty_one() {
    let values = |keys: &str| {
        let wizard = opened().keys("v").keys(keys);
        let at = match wizard.model.overlay() {
            Some(Overlay::Variables(form)) => Some(form.at),
            _ => None,
        };
        (case(&wizard).variables.into_values().flatten().collect::<Vec<_>>(), at)
    };
    assert_eq!(values("paste:vm-7 Enter Esc Esc"), (vec!["vm-7".to_owned()], None));
    // It waits for Enter.
    assert_eq!(values("paste:vm-7 Esc").0, Vec::<String>::new());
    // In the second half it goes on as in the first.
    let (needed, example) = {
        let wizard = opened().keys("v");
        let Some(Overlay::Variables(form)) = wizard.model.overlay() else { panic!("{}", wizard.text()) };
        let guide = &wizard.model.session().expect("it is open").open.guide;
        (form.needed, guide[form.variables[form.needed]].example.clone())
    };
    let to_later = "Down ".repeat(needed);
    let wizard = opened().keys("v").keys(&to_later).keys(&format!("Enter text:{example} Enter"));
    assert!(matches!(wizard.model.overlay(), Some(Overlay::Field(_))), "{}", wizard.text());
    let wizard = wizard.keys("Esc");
    let Some(Overlay::Variables(form)) = wizard.model.overlay() else { panic!("{}", wizard.text()) };
    assert_eq!(form.at, needed + 1);
}

#[test]
fn what_the_guide_no_longer_knows_is_counted_and_said() {
    let check = |answers: &[(&str, &str)], older: u32, says: Option<&str>| {
        let mut saved = saved("a", answers);
        saved.case.revision -= older;
        saved.case.marks.insert("gone/step".into(), Mark::Done);
        let mut wizard = opened();
        show(&mut wizard, &saved, Access::Ours);
        assert_eq!(wizard.model.status(), says, "{answers:?}");
        // Nothing is thrown away for not being known.
        wizard = wizard.keys("N text:2 Enter");
        let [Effect::Save(kept)] = &wizard.effects[..] else { panic!("{:?}", wizard.effects) };
        assert!(answers.iter().all(|(key, option)| kept.case.answers.get(*key).is_some_and(|kept| kept == option)));
        assert!(kept.case.marks.contains_key("gone/step"));
    };
    check(&[("vm-power", "running")], 1, None);
    check(&[("vm-power", "melted")], 1, Some("The guide has changed: 1 answer of this case no longer fits."));
    check(
        &[("vm-power", "running"), ("agent-status", "sleepy"), ("gone", "yes")],
        1,
        Some("The guide has changed: 2 answers of this case no longer fit."),
    );
}

#[test]
fn what_cannot_be_opened_is_said_and_changes_nothing() {
    let check = |opened: Result<Box<(CaseRecord, Access)>, Error>, says: &str| {
        let mut wizard = Wizard::new("en", 200, 24).keeping(Vec::new()).keys("Esc");
        wizard.message(Message::Opened(opened));
        assert!(wizard.text().contains(says), "{}", wizard.text());
        assert_eq!((wizard.model.screen(), wizard.model.sessions().len()), (Screen::Home, 0));
    };
    let other = |change: fn(&mut Case)| {
        let mut saved = saved("a", &[]);
        change(&mut saved.case);
        Ok(Box::new((saved, Access::Ours)))
    };
    check(other(|case| case.guide = "gone".into()), "uses the guide gone");
    check(other(|case| case.problem = "gone".into()), "no longer has the problem gone");
    check(Err(Error::DamagedCase { path: "/x/a.damaged".into() }), "/x/a.damaged");
}

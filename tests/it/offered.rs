//! What evidence names, or the person gave a name in another case, is offered for it, is taken by one key, and never fills
//! itself in.

use backup_medic::{
    app::{Message, Overlay},
    case::Case,
    guide::{Problem, Variable},
    store::record::CaseRecord,
    wizard::plain,
};

use crossterm::event::Event;

use crate::{walks, wizard::Wizard};

const CODE: &str = "UserErrorGuestAgentStatusUnavailable";

/// A case on the disk with these values, changed on a day.
fn saved(id: &str, day: u32, values: &[(&str, &str)]) -> CaseRecord {
    let guide = walks::guide();
    // Of another problem, so that nobody is asked whether to go on with it.
    let problem = guide.find::<Problem>("key-vault-permissions").expect("it is there");
    let mut case = Case::new(&guide, problem, &guide[problem].codes[0]);
    case.variables = values.iter().map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()])).collect();
    let time = format!("2026-11-{day:02}T00:00:00Z");
    CaseRecord { id: id.into(), opened: time.clone(), changed: time, closed: false, case }
}

/// A new case beside these, at the empty field of a name.
fn at(wizard: Wizard, name: &str) -> Wizard {
    let mut wizard = wizard.keys("Esc");
    wizard.open(CODE);
    field(wizard, name)
}

/// The field of a name in the case in view.
fn field(mut wizard: Wizard, name: &str) -> Wizard {
    wizard.message(Message::Variables);
    let Some(Overlay::Variables(form)) = wizard.model.overlay() else { panic!("the form is open") };
    let guide = walks::guide();
    let row = form.variables.iter().position(|id| guide[*id].id == name).expect("the problem needs it");
    wizard.message(Message::Select(row));
    wizard.keys("Enter")
}

fn value(wizard: &Wizard, name: &str) -> Option<String> {
    wizard.model.session()?.open.case.variables.get(name).map(|values| values.join(", "))
}

fn two() -> Wizard {
    let (vm, vault) = (("vm", "vm-web-01"), "vault");
    let cases = vec![saved("a", 20, &[vm, (vault, "vault-old")]), saved("b", 21, &[vm, (vault, "vault-new")])];
    Wizard::new("en", 80, 24).keeping(cases)
}

#[test]
fn the_value_used_last_is_offered_and_one_key_takes_it() {
    let field = at(two(), "vault");
    assert_eq!(value(&field, "vault"), None, "nothing is filled in unasked");
    for screen in [field.text(), plain::screen(&field.model)] {
        assert!(screen.contains("Last used: vault-new (in the case vm-web-01)"), "{screen}");
    }
    assert_eq!(value(&field.keys("Tab"), "vault").as_deref(), Some("vault-new"));
    let mut typed = at(two(), "vault");
    typed.message(plain::message(&typed.model, "=").expect("it is offered"));
    assert_eq!(value(&typed, "vault").as_deref(), Some("vault-new"));
    let empty = at(two(), "vault").keys("Enter");
    assert_eq!(value(&empty, "vault"), None);
    let own = at(two(), "vault").keys("text:mine Tab Enter");
    assert_eq!(value(&own, "vault").as_deref(), Some("mine"), "who types has a value");
}

#[test]
fn a_name_of_one_vm_is_never_offered_to_another() {
    let guide = walks::guide();
    let of_one = |variable: &&Variable| !variable.shared;
    let names: Vec<&str> = guide.variables.iter().filter(of_one).map(|variable| variable.id.as_str()).collect();
    assert!(["vm", "nic", "private-ip", "restore-point-collection", "job-id"].iter().all(|name| names.contains(name)));
    let all: Vec<(&str, &str)> =
        guide.variables.iter().map(|variable| (variable.id.as_str(), variable.example.as_str())).collect();
    let field = at(Wizard::new("en", 80, 24).keeping(vec![saved("a", 20, &all)]), "vm");
    assert_eq!(field.model.offered(), None);
    assert_eq!(value(&field.keys("Tab"), "vm"), None);
}

#[test]
fn settings_go_before_other_cases() {
    let set = at(two().with_settings("[values]\nvault = \"vault-set\"\n"), "vault");
    assert_eq!(set.model.offered(), None, "a new case begins with it");
    let emptied = set.keys(&"BS ".repeat(9));
    assert_eq!(emptied.model.offered().as_deref(), Some("In your settings: `vault-set`"));
}

#[test]
fn of_several_names_in_a_ticket_none_is_filled_in_and_the_first_is_offered() {
    let check = |ticket: &str, name: &str, offer: Option<&str>| {
        let mut wizard = Wizard::new("en", 80, 24);
        wizard.event(Event::Paste(format!("Error code: {CODE}\n{ticket}")));
        let opened = wizard.keys("Enter");
        assert_eq!(value(&opened, name), None, "{ticket}");
        let field = field(opened, name);
        assert_eq!(field.model.offered().as_deref(), offer, "{ticket}");
        let first = offer.and_then(|offer| offer.split('`').nth(3)).map(str::to_owned);
        assert_eq!(value(&field.keys("Tab"), name), first, "{ticket}");
    };
    let of_vms = Some("Named in `paste-1`, line 2: `web-01`. Also named: `web-02`");
    check("VM name: web-01\nVM name: web-02", "vm", of_vms);
    let of_vaults = Some("Named in `paste-1`, line 2: `vault-a`. Also named: `vault-b`");
    check("Vault: vault-a\nVault: vault-b", "vault", of_vaults);
    check("Vault: vault-a\nVault: vault-b", "vm", None);
}

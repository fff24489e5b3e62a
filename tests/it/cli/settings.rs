//! Settings: what goes before what, where they count, and how a wrong one is told.

use std::fs;

use backup_medic::{app::Overlay, data::builtin, l10n, settings::Settings};
use tempfile::TempDir;

use super::CODE;
use crate::{
    process::{Done, fed, program},
    wizard::Wizard,
};

/// A home with a file of settings.
fn home(text: &str) -> TempDir {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join(".config/backup-medic");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("config.toml"), text).expect("a file");
    home
}

/// Runs the program for somebody who has settings, and these variables in the environment.
fn run(home: &TempDir, env: &[(&str, &str)], args: &[&str], typed: &str) -> Done {
    let mut command = program(args);
    command.env("HOME", home.path()).env("APPDATA", home.path().join(".config")).envs(env.iter().copied());
    fed(command, typed.as_bytes()).into()
}

fn path(home: &TempDir) -> String {
    home.path().join(".config/backup-medic/config.toml").to_string_lossy().into_owned()
}

#[test]
fn an_option_goes_before_the_environment_and_that_before_the_file() {
    let home = home("locale = \"ru\"\n");
    let check = |env: &[(&str, &str)], args: &[&str], expected: &str| {
        let done = run(&home, env, args, "q\n");
        assert!(done.code == Some(0) && done.out.contains(expected), "{args:?} {}{}", done.out, done.err);
    };
    let (russian, english) = ("Работает ли ВМ?", "Is the VM running?");
    check(&[], &["--plain", CODE], russian);
    check(&[("BACKUP_MEDIC_LOCALE", "en")], &["--plain", CODE], english);
    check(&[("BACKUP_MEDIC_LOCALE", "en")], &["--plain", CODE, "--locale", "ru"], russian);
    check(&[("BACKUP_MEDIC_LOCALE", "")], &["--plain", CODE], russian);
}

#[test]
fn settings_change_what_a_task_prints_only_where_it_names_them() {
    let home = home("locale = \"ru\"\nredact = true\ntool = \"az\"\n[values]\nvault = \"vault-prod\"\n");
    let path = path(&home);
    let tasks: [&[&str]; 6] = [
        &["list"],
        &["show", CODE],
        &["export", CODE, "--var", "vm=vm-web-01"],
        &["collect", CODE],
        &["check"],
        &["help"],
    ];
    for task in tasks {
        let done = run(&home, &[("BACKUP_MEDIC_REDACT", "true"), ("BACKUP_MEDIC_TOOL", "az")], task, "");
        assert_eq!(done.out, super::run(task).out, "{task:?}");
    }
    let export = ["export", CODE, "--var", "vm=vm-web-01", "--config", &path];
    let named = run(&home, &[], &export, "").out;
    assert!(named.contains("Агент ВМ") && !named.contains("vm-web-01") && !named.contains("vault-prod"), "{named}");
    let named = run(&home, &[("BACKUP_MEDIC_REDACT", "false")], &export, "").out;
    assert!(named.contains("vm-web-01") && named.contains("vault-prod"), "{named}");
    // What is given for this case goes before what holds for all.
    let named = run(&home, &[], &[&export[..], &["--var", "vault=other"]].concat(), "").out;
    assert!(!named.contains("vault-prod"), "{named}");
}

#[test]
fn a_wrong_setting_is_told_with_its_place_and_what_would_be_right() {
    let check = |text: &str, env: &[(&str, &str)], parts: &[&str]| {
        let home = home(text);
        for args in [&["--plain", CODE][..], &["config"], &["list", "--config", &path(&home)]] {
            let done = run(&home, env, args, "q\n");
            assert_eq!((done.code, done.out.as_str()), (Some(2), ""), "{args:?} {text}");
            parts.iter().for_each(|part| assert!(done.err.contains(part), "{part} in {}", done.err));
        }
    };
    check("\nthem = \"dark\"", &[], &["config.toml:2", "theme"]);
    check("theme = \"pink\"", &[], &["config.toml:1", "pink", "auto, dark, light, plain"]);
    let known = l10n::available(&builtin::embedded()).join(", ");
    check("locale = \"zxx\"", &[], &["config.toml:1", "zxx", &known]);
    check("theme = ", &[], &["config.toml:1", "config"]);
    check("export-dir = \"x\"", &[], &["config.toml:1", "export-dir = "]);
    check("", &[("BACKUP_MEDIC_TOOL", "hammer")], &["BACKUP_MEDIC_TOOL", "hammer", "portal, az, powershell"]);
    let home = home("[values]\nvualt = \"a\"");
    let done = run(&home, &[], &["--plain", CODE], "q\n");
    assert!(done.code == Some(2) && done.err.contains("config.toml:2"), "{}", done.err);
    let missing = run(&home, &[], &["list", "--config", "/nonexistent/x.toml"], "");
    assert_eq!((missing.code, missing.out.as_str()), (Some(2), ""));
}

#[test]
fn config_prints_a_file_of_the_settings_that_apply_and_where_each_comes_from() {
    let home = home("theme = \"dark\"\nredact = true\n[values]\nvault = \"vault-prod\"\n");
    let done = run(&home, &[("BACKUP_MEDIC_TOOL", "az")], &["config", "--theme", "light"], "");
    for line in [
        "locale = \"en\"  # default",
        "theme = \"light\"  # --theme",
        "tool = \"az\"  # BACKUP_MEDIC_TOOL",
        "# export-dir = \"\"  # default",
    ] {
        assert!(done.out.lines().any(|known| known == line), "{line} in {}", done.out);
    }
    assert!(done.out.starts_with(&format!("# Settings file: {}\n", path(&home))), "{}", done.out);
    assert!(done.out.contains("config.toml:2\n") && done.out.contains("config.toml:4\n"), "{}", done.out);
    let again = Settings::file("again", &done.out).expect("what it prints is a file of settings");
    assert_eq!((again.value("tool"), again.is_on("redact")), (Some("az"), true));
    assert_eq!(again.values.names().collect::<Vec<_>>(), ["vault"]);
    let homeless = super::run(&["config"]);
    assert_eq!(homeless.code, Some(0));
}

#[test]
fn the_wizard_begins_as_the_person_wants_it() {
    let folder = if cfg!(windows) { r"C:\tickets" } else { "/srv/tickets" };
    let text = format!("tool = \"az\"\nredact = true\nexport-dir = '{folder}'\n[values]\nvault = \"vault-prod\"\n");
    let mut wizard = Wizard::new("en", 80, 24).with_settings(&text);
    wizard.open(CODE);
    let wizard = wizard.keys("0 e");
    let session = wizard.model.session().expect("a case");
    assert_eq!(session.shown_tool().name(), "az");
    assert_eq!(session.open.case.variables["vault"], ["vault-prod"]);
    let Some(Overlay::Export(form)) = wizard.model.overlay() else { panic!("no export is open") };
    assert!(form.redacted && form.target.starts_with(folder), "{}", form.target);
    let plain = Wizard::new("en", 80, 24).with_settings("").keys("Enter 0 e");
    let Some(Overlay::Export(form)) = plain.model.overlay() else { panic!("no export is open") };
    assert!(!form.redacted && !form.target.contains('/'), "{}", form.target);
}

//! What the program is made of: crates with a checksum from one registry, few of them, and no unsafe code of its own.

use super::project;

/// Packages of Cargo.lock at most, those of the tests too; one more is a decision.
const MOST: usize = 181;

fn text(path: &str) -> &'static str {
    let file = project().iter().find(|file| file.path == path);
    &file.unwrap_or_else(|| panic!("there is no {path}")).text
}

/// What is wrong with a lock.
fn locked(lock: &str) -> Vec<String> {
    let packages: Vec<&str> = lock.split("[[package]]\n").skip(1).collect();
    let unknown = packages.iter().filter(|package| {
        let ours = package.starts_with("name = \"backup-medic\"\n") && !package.contains("\nsource");
        !(ours || package.contains("\nsource = \"registry+") && package.contains("\nchecksum = \""))
    });
    let mut said: Vec<String> = unknown.map(|package| package.lines().next().unwrap_or_default().to_owned()).collect();
    said.extend((packages.len() > MOST).then(|| format!("{} packages", packages.len())));
    said
}

/// What is wrong with a manifest.
fn manifest(text: &str) -> Vec<&'static str> {
    let mut said = Vec::new();
    said.extend((!text.contains("\nunsafe_code = \"forbid\"\n")).then_some("unsafe code is not forbidden"));
    said.extend(["[patch", "[replace", "git = ", "= \"*\""].into_iter().filter(|sign| text.contains(sign)));
    said
}

#[test]
fn crates_are_few_known_and_safe() {
    assert_eq!(locked(text("Cargo.lock")), [""; 0]);
    assert_eq!(manifest(text("Cargo.toml")), [""; 0]);
}

#[test]
fn a_crate_from_elsewhere_is_found() {
    let lock = text("Cargo.lock");
    let check = |from: &str, to: &str| assert_ne!(locked(&lock.replacen(from, to, 1)), [""; 0], "{from} -> {to}");
    check("source = \"registry+", "source = \"git+");
    check("checksum = ", "sum = ");
    check("[[package]]", "[[package]]\nname = \"x\"\n[[package]]");
    let cargo = text("Cargo.toml");
    let check = |from: &str, to: &str| assert_ne!(manifest(&cargo.replacen(from, to, 1)), [""; 0], "{from} -> {to}");
    check("unsafe_code = \"forbid\"", "unsafe_code = \"warn\"");
    check("[dependencies]", "[dependencies]\nx = { git = \"y\" }");
    check("[dependencies]", "[patch.crates-io]");
}

/// The commands of a recipe that `.ci/run` does not have, word for word.
fn beyond_the_gate(justfile: &str, gate: &str) -> Vec<String> {
    let known: Vec<&str> = gate.lines().collect();
    let recipes = justfile
        .split("\n\n")
        .filter(|recipe| ["lint", "test"].iter().any(|name| recipe.contains(&format!("\n{name}"))));
    let commands = recipes.flat_map(|recipe| recipe.lines().filter_map(|line| line.strip_prefix("    ")));
    let commands = commands.map(|command| command.trim_end_matches(" {{name}}"));
    commands.filter(|command| !known.contains(command)).map(str::to_owned).collect()
}

#[test]
fn a_person_runs_the_commands_of_the_gate() {
    let (justfile, gate) = (text("justfile"), text(".ci/run"));
    assert_eq!(beyond_the_gate(justfile, gate), [""; 0]);
    let other = justfile.replace("--deny warnings", "");
    assert_eq!(beyond_the_gate(&other, gate).len(), 1, "another command is found");
}

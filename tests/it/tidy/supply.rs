//! What the program is made of: crates with a checksum from one registry, few of them, and no unsafe code of its own.

use std::process::Command;

use backup_medic::commands::cli::about;

use super::{File, complaints, project};

/// Packages of Cargo.lock at most, those of the tests too; one more is a decision.
const MOST: usize = 183;

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

/// The direct dependencies of a manifest for which a page gives no reason.
fn unargued(manifest: &str, page: &str) -> Vec<String> {
    let reasons = page.split("\n## Crates, and why\n").nth(1).unwrap_or_default();
    let words: Vec<&str> = reasons.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).collect();
    let tables = manifest
        .split("\n[")
        .filter(|table| table.split('\n').next().is_some_and(|head| head.ends_with("dependencies]")));
    let ours = tables.filter(|table| !table.starts_with("dev-"));
    let names = ours.flat_map(|table| table.lines().filter_map(|line| line.split_once(" = ").map(|(name, _)| name)));
    names.filter(|name| !words.contains(name)).map(str::to_owned).collect()
}

#[test]
fn each_crate_has_its_reason() {
    let (cargo, page) = (text("Cargo.toml"), text("ARCHITECTURE.md"));
    assert_eq!(unargued(cargo, page), [""; 0]);
    assert_eq!(
        unargued(&cargo.replacen("[dependencies]", "[dependencies]\nnew-crate = \"1\"", 1), page),
        ["new-crate"]
    );
    let other = cargo.replacen("rustix = ", "new-crate = ", 1);
    assert_eq!(unargued(&other, page), ["new-crate"]);
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

/// What `cargo package` would put into the package.
fn packaged() -> Vec<String> {
    let listed = Command::new(env!("CARGO"))
        .args(["package", "--list", "--allow-dirty", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo starts");
    let said = String::from_utf8_lossy(&listed.stderr);
    assert!(listed.status.success(), "{said}");
    String::from_utf8_lossy(&listed.stdout).lines().map(|path| path.replace('\\', "/")).collect()
}

/// What is in a package and of no use there, and what is used there and is not in it.
fn misplaced(package: &[String], files: &[File]) -> Vec<String> {
    let kept = ["src/", "guides/", "i18n/", "assets/"];
    let few = package.iter().filter(|path| !kept.iter().any(|folder| path.starts_with(folder)));
    let few: Vec<&str> = few.map(String::as_str).collect();
    let known = [
        ".cargo_vcs_info.json",
        "CHANGELOG.md",
        "Cargo.lock",
        "Cargo.toml",
        "Cargo.toml.orig",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "README.ru.md",
        "tests/search.toml",
    ];
    let more = few.iter().filter(|path| !known.contains(*path)).map(|path| format!("more: {path}"));
    // Where there is no repository, as in an archive of it, nothing says which commit it is.
    let needed = known.iter().filter(|path| **path != ".cargo_vcs_info.json");
    let less = needed.filter(|path| !few.contains(*path)).map(|path| format!("less: {path}"));
    let files = files.iter().filter(|file| kept.iter().any(|folder| file.path.starts_with(folder)));
    let lost = files.filter(|file| !package.contains(&file.path)).map(|file| format!("less: {}", file.path));
    more.chain(less).chain(lost).collect()
}

#[test]
fn the_package_holds_what_it_needs_and_no_more() {
    let package = packaged();
    assert_eq!(misplaced(&package, project()), [""; 0]);
    let count = |change: &dyn Fn(&mut Vec<String>)| {
        let mut changed = package.clone();
        change(&mut changed);
        misplaced(&changed, project()).len()
    };
    assert_eq!(count(&|package| package.push("tests/it/main.rs".into())), 1, "a test is found");
    assert_eq!(count(&|package| package.retain(|path| !path.ends_with("home.svg"))), 1, "a picture is missed");
}

/// Addresses of this project in a text, but for the one that it has.
fn addresses<'t>(text: &'t str, own: &str) -> Vec<&'t str> {
    let ends = |c: char| c.is_whitespace() || ")>\"'`".contains(c);
    let links = text.match_indices("https://").map(|(at, _)| text[at..].split(ends).next().unwrap_or_default());
    links
        .filter(|link| link.contains(concat!("backup", "-medic")) && (own.is_empty() || !link.starts_with(own)))
        .collect()
}

#[test]
fn the_repository_has_one_address() {
    let found = |file: &File| -> Vec<String> {
        let found = addresses(&file.text, about::ADDRESS).into_iter();
        found.map(|link| format!("{}: {link}", file.path)).collect()
    };
    let of_tests = |path: &str| path.starts_with("tests/") || path == "src/commands/cli/about.rs";
    assert_eq!(complaints(|file| if of_tests(&file.path) { Vec::new() } else { found(file) }), [""; 0]);
    let text = "See <https://example.org/me/backup-medic/issues> or https://example.org.";
    assert_eq!(addresses(text, ""), ["https://example.org/me/backup-medic/issues"]);
    assert_eq!(addresses(text, "https://example.org/me/backup-medic"), [""; 0]);
}

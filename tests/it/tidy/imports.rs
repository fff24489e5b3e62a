//! Which module may use which, and which of them may not touch the world.

use std::collections::BTreeSet;

use super::{
    File, complaints,
    lex::{Rust, paths},
    project,
};

/// What each module of `src/` may use of the others, lowest first: nothing uses what stands below it, so no circle.
const MAY_USE: &[(&str, &str)] = &[
    ("text", ""),
    ("input", ""),
    ("data", ""),
    ("guide", "data text"),
    ("case", "guide text"),
    ("redact", "case guide text"),
    ("l10n", "case data guide text"),
    ("error", "guide l10n text"),
    ("settings", "case error guide text"),
    ("library", "case data error guide"),
    ("machine", "data error settings text"),
    ("evidence", "case data error guide l10n text"),
    ("export", "case guide l10n redact text"),
    ("import", "case error export guide l10n library text"),
    ("store", "case error machine text"),
    ("triage", "case error guide l10n redact store text"),
    ("app", "case data error evidence export guide input l10n library settings store text"),
    // Tasks take data and answer with data, but for the folders that they read by `machine`.
    ("commands", "case data error evidence export guide import l10n library machine settings store text triage"),
    ("wizard", "app case commands error guide import input l10n machine store text"),
    ("main", "commands data error l10n library machine settings store wizard"),
];

/// What each folder of a module may use of the module's others, the innermost first.
const FOLDERS_MAY_USE: &[(&str, &str)] = &[
    ("evidence/text", ""),
    ("evidence/azure", "notes text"),
    ("evidence/readers", "azure collect notes text"),
    ("guide/load", "diagnostic evidence fact heads id model nearest placeholder raw rule tree"),
    ("wizard/tui/view", "tui"),
    ("wizard/tui", "start"),
    ("wizard/plain", "start"),
];

/// What touches the world; all else works on data alone.
const EDGE: [&str; 7] = [
    "src/machine/",
    "src/store/mod.rs",
    "src/store/lock.rs",
    "src/store/writer.rs",
    "src/wizard/cases.rs",
    "src/wizard/tui/",
    "src/main.rs",
];

/// What works on data alone although it lies in a folder of the edge.
const PURE: [&str; 1] = ["src/wizard/tui/view/"];

/// Paths of `std` that reach the world.
const WORLD: [&str; 8] = ["fs", "env", "time", "process", "net", "io::stdin", "io::stdout", "io::stderr"];

/// An address as text is data, and so is a span of time; the rest of `std::net` and `std::time` is not.
const DATA: [&str; 4] = ["net::IpAddr", "net::Ipv4Addr", "net::Ipv6Addr", "time::Duration"];

/// What reaches the terminal, whatever path it was brought in by.
const TERMINAL: [&str; 9] = [
    "crossterm::terminal",
    "crossterm::execute",
    "crossterm::queue",
    "enable_raw_mode(",
    "event::read(",
    "event::poll(",
    "ratatui::init",
    "stdout()",
    "stdin()",
];

/// The module of a source file: `guide` for `src/guide/tree.rs`.
fn module(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("src/")?;
    let module = inside.split('/').next()?.trim_end_matches(".rs");
    (module != "lib").then_some(module)
}

fn inside(path: &str, folder: &str) -> bool {
    path.strip_prefix("src/").and_then(|path| path.strip_prefix(folder)).is_some_and(|rest| rest.starts_with('/'))
}

fn names(list: &str, module: &str) -> bool {
    list.split_whitespace().any(|name| name == module)
}

/// Each module that the code names, by its own name, and the line.
fn used_modules(rust: &Rust) -> impl Iterator<Item = (usize, String)> {
    let paths = paths(rust, "crate").into_iter().chain(paths(rust, "backup_medic"));
    paths.map(|(line, path)| (line, path.split("::").next().unwrap_or_default().to_owned()))
}

/// Each permission of a table as a pair: who may use what.
fn permissions<'t>(table: &'t [(&str, &str)]) -> impl Iterator<Item = (&'t str, &'t str)> {
    table.iter().flat_map(|(module, used)| used.split_whitespace().map(move |used| (*module, used)))
}

/// The permissions of a table that no file needs.
fn idle(table: &[(&str, &str)], files: &[File]) -> Vec<String> {
    let mut needed = BTreeSet::new();
    for file in files {
        let Some(module) = module(&file.path) else { continue };
        needed.extend(used_modules(&Rust::of(&file.text)).map(|(_, used)| (module.to_owned(), used)));
    }
    let idle =
        permissions(table).filter(|(module, used)| !needed.contains(&((*module).to_owned(), (*used).to_owned())));
    idle.map(|(module, used)| format!("{module} does not use {used}")).collect()
}

/// The names in the first drawing of `lib.rs`, in the order of reading; what a row says of them stands apart.
fn drawn(lib: &str) -> Vec<String> {
    let drawing = lib.split("//! ```text\n").nth(1).and_then(|rest| rest.split("//! ```").next()).unwrap_or_default();
    let rows = drawing.lines().map(|line| line.trim_start_matches(['/', '!', '│', ' ']));
    let names =
        rows.filter_map(|row| row.split("   ").next()).flat_map(|row| row.split(|c: char| !c.is_alphanumeric()));
    names.filter(|name| !name.is_empty() && *name != "rs").map(str::to_owned).collect()
}

/// What a drawing leaves out of a table, and each use that leads back to what stands above or to the left.
fn misdrawn(table: &[(&str, &str)], lib: &str) -> Vec<String> {
    let drawn = drawn(lib);
    let place = |module: &str| drawn.iter().position(|name| name == module);
    let missing = table.iter().filter(|(module, _)| place(module).is_none());
    let missing = missing.map(|(module, _)| format!("{module} is not in the drawing"));
    let upward = permissions(table).filter(|(module, used)| place(used) < place(module));
    missing.chain(upward.map(|(module, used)| format!("{used} is drawn before {module}, which uses it"))).collect()
}

fn imports(file: &File) -> Vec<String> {
    let Some(module) = module(&file.path) else { return Vec::new() };
    let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == module) else {
        return vec![format!("{}: module {module} has no row in MAY_USE", file.path)];
    };
    let rust = Rust::of(&file.text);
    let mut found = Vec::new();
    for (line, used) in used_modules(&rust) {
        if used != module && !names(allowed, &used) {
            found.push(format!("{}:{line}: {module} may not use {used}", file.path));
        }
    }
    if let Some((folder, allowed)) = FOLDERS_MAY_USE.iter().find(|(folder, _)| inside(&file.path, folder)) {
        for (line, path) in paths(&rust, "crate") {
            let used = path.strip_prefix(module).and_then(|rest| rest.strip_prefix("::")?.split("::").next());
            // What has a capital is the module's own, such as a type.
            let used = used.filter(|used| used.starts_with(|c: char| c.is_ascii_lowercase()));
            if let Some(used) = used.filter(|used| !names(allowed, used)) {
                found.push(format!("{}:{line}: {folder} may not use {used}", file.path));
            }
        }
    }
    // `super` beyond the module's own folder would be another way to the same place.
    let depth = file.path.matches('/').count() - usize::from(file.path.ends_with("/mod.rs"));
    for (at, _) in rust.code.match_indices(&"super::".repeat(depth)) {
        found.push(format!("{}:{}: name other modules by `crate::`", file.path, rust.line(at)));
    }
    found
}

fn world(file: &File) -> Vec<String> {
    let Some(module) = module(&file.path) else { return Vec::new() };
    let rust = Rust::of(&file.text);
    let mut found = Vec::new();
    let below = |path: &str, of: &str| path == of || path.strip_prefix(of).is_some_and(|rest| rest.starts_with("::"));
    let bans = |banned: &'static [&'static str]| {
        let places = banned.iter().flat_map(|name| rust.code.match_indices(name));
        places.map(|(at, name)| (rust.line(at), name.to_owned())).collect::<Vec<_>>()
    };
    let mut reached = Vec::new();
    let below_any = |folders: &[&str]| folders.iter().any(|folder| file.path.starts_with(folder));
    if !below_any(&EDGE) || below_any(&PURE) {
        let std = paths(&rust, "std").into_iter();
        reached.extend(std.filter(|(_, path)| {
            WORLD.iter().any(|world| below(path, world)) && !DATA.iter().any(|data| below(path, data))
        }));
        reached.extend(bans(&TERMINAL));
    }
    found.extend(reached.into_iter().map(|(line, what)| format!("{}:{line}: {module} reaches {what}", file.path)));
    found
}

#[test]
fn modules_use_only_what_stands_below_them() {
    assert_eq!(complaints(imports), Vec::<String>::new());
}

#[test]
fn the_pure_side_touches_no_file_clock_environment_or_terminal() {
    assert_eq!(complaints(world), Vec::<String>::new());
}

#[test]
fn the_table_of_modules_has_no_circle() {
    for (at, (name, used)) in MAY_USE.iter().enumerate() {
        for used in used.split_whitespace() {
            let below = MAY_USE[..at].iter().any(|(lower, _)| *lower == used);
            assert!(below, "{used} does not stand below {name}");
        }
    }
}

#[test]
fn the_table_of_modules_is_short_and_forbids_most() {
    let pairs = MAY_USE.len() * (MAY_USE.len() - 1);
    assert!(MAY_USE.len() <= 20, "{} rows", MAY_USE.len());
    assert!(permissions(MAY_USE).count() * 2 <= pairs, "{} of {pairs}", permissions(MAY_USE).count());
    assert_eq!(idle(MAY_USE, project()), Vec::<String>::new());
}

#[test]
fn the_drawing_and_the_page_show_the_table() {
    let text = |path: &str| project().iter().find(|file| file.path == path).expect(path).text.as_str();
    assert_eq!(misdrawn(MAY_USE, text("src/lib.rs")), Vec::<String>::new());
    for (module, _) in MAY_USE {
        let named = [format!("`src/{module}/`"), format!("`src/{module}.rs`")];
        assert!(named.iter().any(|name| text("ARCHITECTURE.md").contains(name)), "{module} is not in ARCHITECTURE.md");
    }
}

#[test]
fn an_idle_permission_and_a_wrong_drawing_are_found() {
    let table = [("text", ""), ("guide", "text"), ("app", "guide text")];
    let files = [File::new("src/app/mod.rs", "use crate::{guide::Guide, text};"), File::new("src/guide.rs", "")];
    assert_eq!(idle(&table, &files), ["guide does not use text"]);
    let check = |rows: &str, expected: &[&str]| {
        let lib = format!("//! a\n//! ```text\n{rows}//! ```\n//! ```text\n//! text\n//! ```\n");
        assert_eq!(misdrawn(&table, &lib), expected, "{rows}");
    };
    check("//! app ── guide   of text\n//!  │   └─ text   strings\n", &[]);
    check("//! app, text   app\n//! guide\n", &["text is drawn before guide, which uses it"]);
    check(
        "//! app\n//! guide\n",
        &[
            "text is not in the drawing",
            "text is drawn before guide, which uses it",
            "text is drawn before app, which uses it",
        ],
    );
}

#[test]
fn a_wrong_import_is_found() {
    let check = |path: &str, text: &str, expected: &[&str]| assert_eq!(imports(&File::new(path, text)), expected);
    check(
        "src/guide/tree.rs",
        "use crate::{text::day::Day, l10n::Words};",
        &["src/guide/tree.rs:1: guide may not use l10n"],
    );
    check("src/case/mod.rs", "\nfn f() { crate::app::start() }", &["src/case/mod.rs:2: case may not use app"]);
    check("src/main.rs", "use backup_medic::{data::Files, text::day};", &["src/main.rs:1: main may not use text"]);
    check("src/new/mod.rs", "", &["src/new/mod.rs: module new has no row in MAY_USE"]);
    check(
        "src/evidence/azure/disk.rs",
        "use super::system;\nuse crate::evidence::{Kind, notes::Notes, readers::vm};",
        &["src/evidence/azure/disk.rs:2: evidence/azure may not use readers"],
    );
    check("src/error.rs", "use super::guide;", &["src/error.rs:1: name other modules by `crate::`"]);
    check("src/guide/mod.rs", "use super::l10n;", &["src/guide/mod.rs:1: name other modules by `crate::`"]);
    check("src/guide/tree.rs", "use super::super::l10n;", &["src/guide/tree.rs:1: name other modules by `crate::`"]);
    check("src/guide/tree.rs", "use super::Report; // crate::l10n", &[]);
}

#[test]
fn a_call_to_the_world_is_found() {
    let check = |path: &str, text: &str, expected: &[&str]| {
        let found: Vec<_> = world(&File::new(path, text));
        let found: Vec<_> = found.iter().filter_map(|line| line.split(" reaches ").nth(1)).collect();
        assert_eq!(found, expected, "{text}");
    };
    check("src/case/mod.rs", "use std::fs;", &["fs"]);
    check("src/app/mod.rs", "use std::{rc::Rc, time::Instant};", &["time::Instant"]);
    check("src/l10n/mod.rs", "std::env::var(\"LANG\")", &["env::var"]);
    check("src/export/html.rs", "use std::io; io::stdout()", &["stdout()"]);
    check("src/wizard/tui/view/mod.rs", "use crossterm::terminal::size;", &["crossterm::terminal"]);
    check("src/guide/rule.rs", "use std::net::{IpAddr, TcpStream};", &["net::TcpStream"]);
    check("src/wizard/tui/mod.rs", "use crossterm::terminal; use std::time::Duration;", &[]);
    check("src/case/mod.rs", "use std::fmt; // std::fs\nlet a = \"std::fs\";", &[]);
}

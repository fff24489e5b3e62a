//! What `--version` says of a build: its commit, its target and the revisions of its guides.

use std::{
    env, fs,
    path::Path,
    process::{Command, Output},
};

use serde::Deserialize;

use super::data::Files;

#[derive(Deserialize)]
struct Guide {
    revision: u32,
}

/// The version, and behind it a line for each of the others.
pub(crate) fn text(root: &Path, files: &Files) -> String {
    let var = |name: &str| env::var(name).expect("cargo sets it");
    let revision = |id: &str| {
        let guide: Guide = toml::from_str(files.get(&format!("guides/{id}/guide.toml"))?).ok()?;
        Some(format!("{id} {}", guide.revision))
    };
    let guides: Vec<String> = files.folders("guides/").filter_map(revision).collect();
    let commit = packaged(root).or_else(|| committed(root)).unwrap_or_else(|| "unknown".to_owned());
    let (version, target) = (var("CARGO_PKG_VERSION"), var("TARGET"));
    format!("{version}\ncommit: {commit}\ntarget: {target}\nguides: {}", guides.join(", "))
}

/// The commit that a package was made of, which cargo puts into it.
fn packaged(root: &Path) -> Option<String> {
    let info = fs::read_to_string(root.join(".cargo_vcs_info.json")).ok()?;
    Some(info.split_once("\"sha1\": \"")?.1.split_once('"')?.0.to_owned())
}

/// The commit of the repository; only a release is told, since all would be built again after each commit.
fn committed(root: &Path) -> Option<String> {
    if env::var("PROFILE").is_ok_and(|profile| profile != "release") {
        return None;
    }
    let git = |args: &[&str]| -> Option<Output> { Command::new("git").arg("-C").arg(root).args(args).output().ok() };
    let said = |args: &[&str]| String::from_utf8(git(args).filter(|done| done.status.success())?.stdout).ok();
    // A folder inside of another repository is none of its commits.
    let commit = said(&["rev-parse", "--show-cdup", "HEAD"])?.strip_prefix('\n')?.trim().to_owned();
    let history = root.join(said(&["rev-parse", "--git-path", "logs/HEAD"])?.trim());
    println!("cargo:rerun-if-changed={}", if history.exists() { &history } else { root }.display());
    for part in ["src", "assets", "Cargo.toml", "Cargo.lock"] {
        println!("cargo:rerun-if-changed={part}");
    }
    let changed = git(&["diff", "--quiet", "HEAD"]).is_some_and(|done| !done.status.success());
    Some(if changed { format!("{commit}, changed") } else { commit })
}

//! `--guides`: folders that are damaged, endless or hostile are refused by name, and soon.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use backup_medic::{
    data::{Files, builtin},
    guide::{self, Diagnostic},
    l10n,
};

use crate::check::fixture;

/// The repository's own guides and words in a folder, with what is laid over them.
fn folder(over: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for part in ["guides", "i18n"] {
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(part), &folder.path().join(part));
    }
    for (path, bytes) in over {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
        fs::write(path, bytes).expect("it is written");
    }
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("it is made");
    for entry in fs::read_dir(from).expect("it is there").flatten() {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).expect("it is copied");
        }
    }
}

/// What a task answers with these guides: its exit code, and what it tells the person; nothing acts on a terminal.
fn run(folder: &Path, args: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_backup-medic"));
    command.arg("--guides").arg(folder).args(args).env_clear().env("LANG", "en_US.UTF-8").stdin(Stdio::null());
    let done = command.output().expect("the program starts");
    let [out, err] = [done.stdout, done.stderr].map(|bytes| String::from_utf8(bytes).expect("all output is UTF-8"));
    let acts = |c: char| (c.is_control() && c != '\n') || backup_medic::text::sanitise::acts(c);
    assert_eq!(out.chars().chain(err.chars()).find(|c| acts(*c)), None, "{args:?}");
    (done.status.code(), err)
}

/// Checks that a folder is refused, and that these words tell why.
fn refused(folder: &Path, words: &[&str]) {
    for task in [&["list"][..], &["show", "guest-agent-status-unavailable"], &["--plain"]] {
        let (code, told) = run(folder, task);
        assert_eq!(code, Some(2), "{told}");
        assert!(words.iter().all(|word| told.contains(word)) && told.lines().count() > 1, "{words:?} in {told}");
    }
}

#[test]
fn guides_with_characters_that_act_are_refused_with_their_place() {
    let check = |path: &str, text: &str, named: &str| {
        let found = l10n::lint::acting(&Files::from_iter([(path.to_owned(), text.to_owned())]));
        let names = |found: &Diagnostic| found.args.iter().any(|(_, value)| value.contains(named));
        assert!(found.iter().any(|found| found.file == path && names(found)), "{path}: {found:?}");
    };
    let escape = ("i18n/en/azure-vm-backup/extra.ftl", "# a\nextra = \u{1b}[31mred\n");
    check(escape.0, escape.1, "U+001B");
    refused(folder(&[(escape.0, escape.1.as_bytes())]).path(), &[escape.0, ":2:9", "U+001B"]);
    check("i18n/en/azure-vm-backup/extra.ftl", "extra = { \"\\u202E\" }\n", "U+202E");
    check("guides/azure-vm-backup/problems/extra.toml", "start = \"\\u001b]0;x\"\n", "U+001B");
    check("i18n/en/cli.ftl", "error-guide = \u{9b}2J\n", "U+009B");
    // What is refused does not tell of itself in its own words.
    refused(folder(&[("i18n/en/cli.ftl", "error-guide = \u{9b}2J\n".as_bytes())]).path(), &["errors", "U+009B"]);
    // A task that looks for defects tells of all of them.
    let hostile = folder(&[("i18n/en/azure-vm-backup/extra.ftl", b"extra = \x1b[31mred\n")]);
    assert_eq!(run(hostile.path(), &["check"]).0, Some(1));
}

#[test]
fn a_guide_by_itself_is_lent_the_built_in_guide_that_it_uses() {
    let made = tempfile::tempdir().expect("a folder");
    let lent = made.path();
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/guides/lent");
    // What the program speaks beside the languages of the fixture has its English words.
    for locale in l10n::available(&builtin::embedded()) {
        copy(&fixture.join("i18n/en"), &lent.join("i18n").join(locale));
    }
    copy(&fixture, lent);
    let check = |args: &[&str], expected: (Option<i32>, &str)| {
        let (code, told) = run(lent, args);
        assert_eq!((code, told.as_str()), expected, "{args:?}");
    };
    check(&["check"], (Some(0), ""));
    check(&["check", lent.to_str().expect("a name in Unicode")], (Some(0), ""));
    check(&["show", "ScratchAgentSleeps"], (Some(0), ""));
    check(&["export", "sleepy-agent", "--answer", "agent-status=ready", "--output", "-"], (Some(0), ""));
    // What is lent is not looked at, and what is not used is not lent.
    let listed = Command::new(env!("CARGO_BIN_EXE_backup-medic")).arg("--guides").arg(lent).arg("list").output();
    let listed = String::from_utf8(listed.expect("the program starts").stdout).expect("all output is UTF-8");
    assert!(listed.contains("ScratchVmHalted") && !listed.contains("UserErrorFsFreezeFailed"), "{listed}");
}

#[test]
fn a_file_that_is_nothing_but_zeros_is_told_of_in_few_words() {
    let zeros = folder(&[("guides/azure-vm-backup/problems/extra.toml", &[0; 100_000])]);
    let (code, told) = run(zeros.path(), &["list"]);
    assert!(code == Some(2) && told.len() < 10_000_000, "{} bytes", told.len());
}

#[test]
fn guides_are_read_in_what_windows_writes() {
    let whole = folder(&[]);
    let guide = whole.path().join("guides/azure-vm-backup/guide.toml");
    let text = fs::read_to_string(&guide).expect("it is there").replace('\n', "\r\n");
    fs::write(&guide, format!("\u{feff}{text}")).expect("it is written");
    assert_eq!(run(whole.path(), &["check"]), (Some(0), String::new()));
    let wide: Vec<u8> = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    fs::write(&guide, wide).expect("it is written");
    assert_eq!(run(whole.path(), &["check"]), (Some(0), String::new()));
    fs::write(&guide, b"# a\n# \xe9\n").expect("it is written");
    refused(whole.path(), &["guide.toml", "line 2"]);
}

#[test]
fn a_folder_that_holds_far_more_than_guides_is_refused() {
    let large = vec![b'#'; 3 << 20];
    let names: Vec<String> = (0..12).map(|at| format!("i18n/en/azure-vm-backup/extra-{at}.ftl")).collect();
    let over: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), large.as_slice())).collect();
    refused(folder(&over).path(), &["much more than guides", "32 MiB"]);
    let large = vec![b'['; (512 << 10) + 1];
    refused(folder(&[("guides/azure-vm-backup/links.toml", &large)]).path(), &["links.toml is too large"]);
}

#[test]
fn guides_whose_exports_would_hold_links_or_html_are_refused_with_their_place() {
    let check = |path: &str, text: &str| {
        let found = l10n::lint::acting(&Files::from_iter([(path.to_owned(), text.to_owned())]));
        let is_it = found.iter().any(|found| found.code == "active-text" && found.file == path);
        assert!(is_it, "{text}: {found:?}");
    };
    let sentences = "i18n/en/azure-vm-backup/categories.ftl";
    // What is found so, no task goes on with.
    let hostile = folder(&[(sentences, b"category-agent = <script>alert(1)</script>\n")]);
    refused(hostile.path(), &[sentences, "active-text"]);
    for text in [
        "<script>alert(1)</script>",
        "<IMG SRC=x>",
        "a <!-- b",
        "<javascript:alert(1)>",
        "[x](javascript:alert(1))",
        "![x](data:text/html,x)",
        "[x][1]",
        "a ] b",
        "see https://evil.example",
        "see WWW.evil.example",
        "{ \"\\u003C\" }b",
        "{ \"\\U00005B\" }x",
        "http:{ \"//\" }evil",
    ] {
        check(sentences, &format!("category-agent = {text}\n"));
    }
    let links = "guides/azure-vm-backup/links.toml";
    for address in [
        "javascript:alert(1)",
        "http://example.com",
        "https://x) [y](javascript:alert(1)",
        "https://example.com/<b>",
        "https://example.com/a b",
        "https://example.com/\\\"",
        "https://",
        "https://user@example.com",
        "HTTPS://EXAMPLE",
    ] {
        let mut files: Files = fixture("valid/minimal.txt").into_iter().collect();
        files.insert("guides/g/links.toml", format!("x = \"{address}\"\n"));
        let found = guide::load(&files, "g").err().unwrap_or_else(|| panic!("{address} is taken for a link"));
        let is_it = |found: &Diagnostic| found.code == "bad-link" && found.file == "guides/g/links.toml";
        assert!(found.iter().any(is_it), "{address}: {found:?}");
    }
    let hostile = folder(&[(links, b"x = \"javascript:alert(1)\"\n")]);
    let (code, told) = run(hostile.path(), &["export", "guest-agent-status-unavailable"]);
    assert!(code == Some(2) && told.contains("bad-link") && told.contains(links), "{told}");
    check("guides/azure-vm-backup/literals.toml", "\"<b>\" = \"x\"\n");
}

#[cfg(unix)]
#[test]
fn links_that_lead_back_are_not_followed_and_what_is_no_file_is_not_read() {
    use std::os::unix::fs::symlink;
    let whole = folder(&[]);
    for number in 0..20 {
        symlink(".", whole.path().join(format!("guides/azure-vm-backup/loop-{number}"))).expect("a link");
    }
    symlink("..", whole.path().join("guides/azure-vm-backup/up")).expect("a link");
    assert_eq!(run(whole.path(), &["check"]), (Some(0), String::new()));

    let lost = whole.path().join("guides/azure-vm-backup/problems/lost.toml");
    symlink("nowhere", &lost).expect("a link");
    refused(whole.path(), &["File not found", "lost.toml"]);
    fs::remove_file(&lost).expect("it goes");
    symlink("/dev/zero", &lost).expect("a link");
    refused(whole.path(), &["pipe or a device", "lost.toml"]);
    fs::remove_file(&lost).expect("it goes");
    let made = Command::new("mkfifo").arg(&lost).status().expect("it is there");
    assert!(made.success());
    refused(whole.path(), &["pipe or a device", "lost.toml"]);
}

//! Cases on the disk: private, whole, one writer, and never deleted for being unreadable.

#[cfg(unix)]
mod folder;
#[cfg(unix)]
mod full;
#[cfg(unix)]
mod unlocked;
mod writer;

use std::{
    fs,
    path::{Path, PathBuf},
};

use backup_medic::{
    case::{Case, Mark},
    error::{Error, ExitStatus},
    store::{
        Presence, Store,
        record::{CaseRecord, decode, encode},
    },
};
use tempfile::TempDir;

use crate::walks::Random;

const ID: &str = "guest-agent-20261125010203-7";

fn saved(id: &str, name: &str) -> CaseRecord {
    let mut case = Case { guide: "g".into(), problem: "p".into(), name: name.into(), ..Case::default() };
    case.answers.insert("vm-power".into(), "running".into());
    case.marks.insert("start-vm/start".into(), Mark::Failed("Нет прав ^[[2J".into()));
    case.variables.insert("vm".into(), vec!["vm-1".into(), "vm-2".into()]);
    let time = "2026-11-25T01:02:03Z".to_owned();
    CaseRecord { id: id.into(), opened: time.clone(), changed: time, closed: false, case }
}

/// A store with one case in a folder that only the test has.
struct Kept {
    folder: TempDir,
    store: Store,
    text: String,
}

impl Kept {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(folder.path().join("cases"));
        let text = encode(&saved(ID, "old"));
        store.save(ID, &text).expect("it is saved");
        Kept { folder, store, text }
    }

    /// A file of the store.
    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join("cases").join(name)
    }

    fn case(&self) -> PathBuf {
        self.file(&format!("{ID}.case"))
    }

    /// The names in the folder, locks left out.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path().join("cases")).expect("the folder");
        let names = entries.flatten().map(|entry| entry.file_name().into_string().expect("UTF-8"));
        let mut names: Vec<String> = names.filter(|name| !name.ends_with(".lock")).collect();
        names.sort();
        names
    }
}

#[test]
fn what_is_saved_is_read_back_and_replaces_what_was() {
    let kept = Kept::new();
    assert_eq!(kept.store.load(ID).expect("it is there"), saved(ID, "old"));
    kept.store.save(ID, &encode(&saved(ID, "new"))).expect("it is saved");
    assert_eq!(kept.store.load(ID).expect("it is there"), saved(ID, "new"));
    assert_eq!(kept.names(), [format!("{ID}.case")], "nothing is left beside it");
}

#[test]
fn the_last_changed_case_is_listed_first() {
    let kept = Kept::new();
    let newer = CaseRecord { changed: "2026-11-25T01:02:04Z".into(), ..saved("b", "") };
    kept.store.save("b", &encode(&newer)).expect("it is saved");
    kept.store.save("a", &encode(&saved("a", ""))).expect("it is saved");
    let (cases, broken) = kept.store.list();
    assert_eq!(cases.iter().map(|case| case.id.as_str()).collect::<Vec<_>>(), ["b", "a", ID]);
    assert_eq!(broken, Vec::<PathBuf>::new());
    let nothing = Store::open(kept.folder.path().join("nothing"));
    assert_eq!(nothing.list(), (Vec::new(), Vec::new()), "no folder yet is no defect");
    assert!(!kept.folder.path().join("nothing").exists(), "looking makes no folder");
}

#[test]
fn an_id_is_no_path() {
    let kept = Kept::new();
    let long = "x".repeat(121);
    let bad = ["", ".", "..", "../x", "a/b", "/etc/passwd", "a\\b", "a.b", "a\0b", "a b", "a\nb", "é", "~", &long];
    for id in bad {
        assert!(kept.store.save(id, "x").is_err(), "{id:?}");
        assert!(kept.store.lock(id).is_err(), "{id:?}");
        let code = |failure: Result<(), Error>| failure.expect_err("refused").status();
        assert_eq!(code(kept.store.load(id).map(drop)), ExitStatus::Input, "{id:?}");
        assert_eq!(code(kept.store.remove(id)), ExitStatus::Input, "{id:?}");
        assert_eq!(code(kept.store.restore(id)), ExitStatus::Input, "{id:?}");
    }
    assert_eq!(kept.names(), [format!("{ID}.case")]);
}

/// There is no such case.
fn unknown() -> Error {
    Error::UnknownCase { name: ID.to_owned() }
}

/// Puts bytes in the place of the case, and checks that they are told apart, kept, and named.
fn unreadable(bytes: &[u8], ending: &str) {
    let kept = Kept::new();
    fs::write(kept.case(), bytes).expect("it is written");
    assert_eq!(kept.store.list(), (Vec::new(), vec![kept.case()]), "{ending}");
    let path = kept.case().with_extension(ending);
    let expected = if ending == "case" {
        Error::NewerCase { path: path.clone() }
    } else {
        Error::DamagedCase { path: path.clone() }
    };
    assert_eq!(kept.store.load(ID), Err(expected));
    assert_eq!(fs::read(path).expect("it is there"), bytes);
    assert_eq!(kept.names(), [format!("{ID}.{ending}")]);
}

#[test]
fn flipped_bits_never_make_another_case() {
    let kept = Kept::new();
    let mut random = Random(7);
    for _ in 0..100_000 {
        let mut bytes = kept.text.clone().into_bytes();
        // One, two or three of them.
        for _ in 0..=random.below(3) {
            bytes[random.below(kept.text.len())] ^= 1 << random.below(8);
        }
        if bytes == kept.text.as_bytes() {
            continue;
        }
        let read = String::from_utf8(bytes).map(|text| decode(&text));
        assert!(!matches!(read, Ok(Ok(_))), "{read:?}");
    }
}

#[test]
fn what_was_set_aside_is_not_replaced() {
    let kept = Kept::new();
    for round in 0..3 {
        fs::write(kept.case(), format!("damage {round}")).expect("it is written");
        kept.store.load(ID).expect_err("it is no case");
    }
    let texts: Vec<String> =
        kept.names().iter().map(|name| fs::read_to_string(kept.file(name)).expect("it is there")).collect();
    assert_eq!(texts, ["damage 1", "damage 2", "damage 0"]);
}

#[test]
fn what_cannot_be_set_aside_stays_and_that_is_told() {
    let kept = Kept::new();
    fs::write(kept.case(), "damage").expect("it is written");
    fs::write(kept.file(&format!("{ID}.damaged")), "first").expect("it is written");
    for number in 2..1002 {
        fs::write(kept.file(&format!("{ID}.{number}.damaged")), "").expect("it is written");
    }
    let failure = kept.store.load(ID).expect_err("it is no case");
    assert!(matches!(failure, Error::DamagedCaseStays { .. }), "{failure:?}");
    assert_eq!(fs::read_to_string(kept.case()).expect("it is there"), "damage");
    assert_eq!(fs::read_to_string(kept.file(&format!("{ID}.damaged"))).expect("it is there"), "first");
}

#[test]
fn a_new_case_replaces_none_that_has_its_name() {
    let kept = Kept::new();
    let newer = encode(&saved(ID, "newer"));
    let mut place = Presence::New;
    let error = kept.store.put(ID, &newer, &mut place).expect_err("there is one");
    assert_eq!((error.kind(), place), (std::io::ErrorKind::AlreadyExists, Presence::New));
    assert_eq!(fs::read_to_string(kept.case()).expect("it is there"), kept.text);
    assert_eq!(kept.names(), [format!("{ID}.case")], "nothing is left beside it");
    kept.store.put("new", &newer, &mut place).expect("it is saved");
    assert_eq!(place, Presence::There);
    kept.store.put("new", &newer, &mut place).expect("it is saved again");
}

#[test]
fn what_is_removed_comes_back_and_replaces_nothing() {
    let kept = Kept::new();
    kept.store.remove(ID).expect("it is removed");
    assert_eq!(kept.store.list(), (Vec::new(), Vec::new()));
    assert_eq!(kept.store.load(ID), Err(unknown()));
    assert_eq!(kept.store.remove(ID), Err(unknown()));
    kept.store.restore(ID).expect("it comes back");
    assert_eq!(kept.store.load(ID).expect("it is back"), saved(ID, "old"));
    assert_eq!(kept.store.restore(ID), Err(unknown()));

    kept.store.remove(ID).expect("it is removed");
    let newer = encode(&saved(ID, "newer"));
    kept.store.save(ID, &newer).expect("it is saved");
    assert_eq!(kept.store.restore(ID).expect_err("there is a newer one").status(), ExitStatus::Machine);
    assert_eq!(fs::read_to_string(kept.case()).expect("it is there"), newer);
}

#[test]
fn each_of_several_removed_cases_of_one_name_comes_back() {
    let kept = Kept::new();
    let named = ["first", "second", "third"];
    for name in named {
        kept.store.save(ID, &encode(&saved(ID, name))).expect("it is saved");
        kept.store.remove(ID).expect("it is removed");
    }
    for name in named.iter().rev() {
        kept.store.restore(ID).expect("it comes back");
        assert_eq!(kept.store.load(ID).expect("it is there"), saved(ID, name));
        fs::remove_file(kept.case()).expect("it is there");
    }
    assert_eq!(kept.store.restore(ID), Err(unknown()));
}

#[test]
fn one_program_at_a_time_has_a_case() {
    let kept = Kept::new();
    let second = Store::open(kept.folder.path().join("cases"));
    let lock = kept.store.lock(ID).expect("it can be asked").expect("nobody has it");
    assert!(second.lock(ID).expect("it can be asked").is_none());
    assert!(second.lock("another").expect("it can be asked").is_some());
    assert_eq!(second.remove(ID), Err(Error::CaseTaken { name: ID.to_owned() }));
    assert_eq!(kept.names(), [format!("{ID}.case")]);
    // The lock outlives what it protects being replaced.
    kept.store.save(ID, &kept.text).expect("it is saved");
    assert!(second.lock(ID).expect("it can be asked").is_none());
    drop(lock);
    assert!(second.lock(ID).expect("it can be asked").is_some());
}

#[test]
fn a_failed_save_leaves_what_was() {
    let kept = Kept::new();
    let blocked = kept.file("blocked.case");
    fs::create_dir(&blocked).expect("a folder");
    fs::write(blocked.join("inside"), "x").expect("a file");
    assert!(kept.store.save("blocked", "x").is_err());
    assert_eq!(fs::read_to_string(blocked.join("inside")).expect("it is there"), "x");
    assert_eq!(kept.names(), ["blocked.case".to_owned(), format!("{ID}.case")], "nothing is left beside it");
    let file = Store::open(kept.case());
    assert!(file.save("x", "x").is_err());
    assert_eq!(file.list(), (Vec::new(), vec![kept.case()]), "a folder that is none is named");
    assert_eq!(fs::read_to_string(kept.case()).expect("it is there"), kept.text);
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn what_is_no_case_is_set_aside_and_named() {
        let text = Kept::new().text;
        for end in 0..text.len() {
            unreadable(&text.as_bytes()[..end], "damaged");
        }
        let zeros = |from: usize| [&text.as_bytes()[..from], &vec![0; text.len() - from]].concat();
        (0..text.len()).for_each(|from| unreadable(&zeros(from), "damaged"));
        unreadable(&vec![b'x'; (1 << 20) + 1], "damaged");
        unreadable(b"\xff\xfe", "damaged");
        unreadable(b"{\"answers\": {}}", "damaged");
        unreadable(b"# a file of another program\n", "damaged");
        unreadable(encode(&saved("another", "")).as_bytes(), "damaged");
        unreadable(b"backup-medic-case 2 0000000000000000\nof a later time\n", "case");
    }
}

//! Eight programs write one case: what each was told is saved is there afterwards, and who may not write is told.
//!
//! With `--nocapture` it prints how it went.
#![cfg(unix)]

use std::{
    io::{self, Write},
    path::Path,
    thread,
};

use backup_medic::{
    case::{Case, trail::Trail},
    guide::{Guide, Id, Problem},
    store::{
        Store,
        record::{CaseRecord, encode},
    },
};

use crate::{process, promises::times, walks};

const ID: &str = "shared";
const PROGRAMS: usize = 8;
/// How many answers a program gives before the next one may have the case.
const TURN: usize = 10;

/// The keys of the first steps of a case, one for each program.
fn steps(guide: &Guide, problem: Id<Problem>, case: &Case) -> Vec<String> {
    let trail = Trail::of(guide, problem, case);
    let checklist = backup_medic::case::checklist::Checklist::for_trail(guide, &trail, case);
    checklist.groups.into_iter().flat_map(|group| group.items).take(PROGRAMS).map(|item| item.key).collect()
}

/// Notes something on one's own step, again and again; true where that was allowed.
fn turn(data: &Path, program: usize, from: usize) -> bool {
    let notes = (from..from + TURN).map(|answer| format!("n {}\nanswer {program}-{answer}\n", program + 1));
    let script = format!("c\n{}q\n", notes.collect::<String>());
    let mut command = process::program(&["--plain", "resume", ID]);
    command.arg("--data-dir").arg(data);
    let done = process::fed(command, script.as_bytes());
    let text = String::from_utf8(done.stdout).expect("UTF-8");
    let read_only = text.contains("read only");
    assert!(!text.contains("not saved"), "{text}");
    assert!(done.status.success() || read_only, "{text}");
    let screens = text.matches("== Backup Medic: ").count();
    // A case that is only read says so on every screen.
    let told = text.matches("read only").count();
    assert!(told == if read_only { screens } else { 0 }, "{told} of {screens} screens\n{text}");
    !read_only
}

#[test]
fn eight_programs_lose_none_of_each_others_answers() {
    let answers = times("answers-of-eight");
    let guide = walks::guide();
    let mut cases =
        guide.ids::<Problem>().flat_map(|id| walks::cases(&guide, id, 40).into_iter().map(move |case| (id, case)));
    let (problem, case) = cases.find(|(id, case)| steps(&guide, *id, case).len() == PROGRAMS).expect("a long case");
    let keys = steps(&guide, problem, &case);
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path().join("cases"));
    let time = "2026-11-25T01:02:03Z".to_owned();
    let saved = CaseRecord { id: ID.into(), opened: time.clone(), changed: time, closed: false, case };
    store.save(ID, &encode(&saved)).expect("it is saved");
    let data = folder.path();
    let told: usize = thread::scope(|scope| {
        let program = |program| {
            scope.spawn(move || {
                let mut told = 0;
                for from in (0..answers).step_by(TURN) {
                    while !turn(data, program, from) {
                        told += 1;
                    }
                }
                told
            })
        };
        let programs: Vec<_> = (0..PROGRAMS).map(program).collect();
        programs.into_iter().map(|program| program.join().expect("it does not panic")).sum()
    });
    let case = store.load(ID).expect("it can be read").case;
    let last = answers.div_ceil(TURN) * TURN - 1;
    for (program, key) in keys.iter().enumerate() {
        // Its last one, and no later program wrote an older state over it.
        assert_eq!(case.notes.get(key), Some(&format!("answer {program}-{last}")));
    }
    assert_eq!(Case { notes: Default::default(), noted: Default::default(), ..case }, saved.case);
    assert!(!data.join("cases").join(format!("{ID}.lock")).exists());
    let _ = writeln!(
        io::stderr(),
        "{PROGRAMS} programs, {answers} answers each, told {told} times that they may only read"
    );
    assert!(told > 0, "they were never there at the same time");
}

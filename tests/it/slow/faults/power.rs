//! The power is cut between any two steps of a save: what a disk may then hold is the old text or the new one.

use std::collections::BTreeMap;

use backup_medic::store::record::decode;

use super::*;

/// A change of a folder that is not on the disk yet.
enum Pending {
    Made(String, usize),
    Renamed(String, String),
}

/// A disk that keeps only what it was told to sync, and of the rest what chance left.
#[derive(Default)]
struct Volatile {
    files: Vec<(Vec<u8>, bool)>,
    names: BTreeMap<String, usize>,
    pending: Vec<Pending>,
}

impl Volatile {
    fn take(&mut self, step: &Step) {
        match step {
            Step::MakeFolder | Step::Lock => {}
            Step::Create(name) => {
                self.files.push((Vec::new(), false));
                self.pending.push(Pending::Made(name.clone(), self.files.len() - 1));
            }
            Step::Write(text) => self.files.last_mut().expect("it was made").0.clone_from(text),
            Step::Sync => self.files.last_mut().expect("it was made").1 = true,
            Step::Rename(from, to) => self.pending.push(Pending::Renamed(from.clone(), to.clone())),
            Step::SyncFolder => {
                self.names = self.after(self.pending.len());
                self.pending.clear();
            }
        }
    }

    /// The names, after so many of the pending changes.
    fn after(&self, changes: usize) -> BTreeMap<String, usize> {
        let mut names = self.names.clone();
        for change in &self.pending[..changes] {
            match change {
                Pending::Made(name, file) => drop(names.insert(name.clone(), *file)),
                Pending::Renamed(from, to) => {
                    let file = names.remove(from).expect("it was made");
                    names.insert(to.clone(), file);
                }
            }
        }
        names
    }

    /// Every text that the case's file may hold after a cut here; `None` where it may not be there.
    fn found(&self) -> Vec<Option<Vec<u8>>> {
        let mut found = Vec::new();
        for changes in 0..=self.pending.len() {
            let names = self.after(changes);
            match names.iter().find(|(name, _)| name.ends_with(".case")).map(|(_, file)| &self.files[*file]) {
                None => found.push(None),
                Some((text, true)) => found.push(Some(text.clone())),
                Some((text, false)) => {
                    let lost = [Vec::new(), text[..text.len() / 2].to_vec(), vec![0; text.len()], text.clone()];
                    found.extend(lost.map(Some));
                }
            }
        }
        found
    }
}

/// Cuts the power after each step. A save is acknowledged with its last step; what is found must not be older.
fn cut_everywhere(steps: &[Step]) -> Result<(), String> {
    let last = Step::SyncFolder;
    let texts: Vec<&Vec<u8>> =
        steps.iter().filter_map(|step| if let Step::Write(text) = step { Some(text) } else { None }).collect();
    let mut disk = Volatile::default();
    let mut acknowledged = 0;
    for (at, step) in steps.iter().enumerate() {
        disk.take(step);
        acknowledged += usize::from(*step == last);
        for found in disk.found() {
            let saves = match &found {
                None => 0,
                Some(text) => match String::from_utf8(text.clone()).map(|text| decode(&text)) {
                    Ok(Ok(_)) => texts.iter().rposition(|known| *known == text).expect("it was written") + 1,
                    _ => return Err(format!("unreadable after step {at}, {step:?}")),
                },
            };
            if saves < acknowledged {
                return Err(format!("save {saves} after step {at}, {acknowledged} were acknowledged"));
            }
        }
    }
    Ok(())
}

#[test]
fn a_power_cut_between_any_two_steps_leaves_the_old_text_or_the_new() {
    let mut world = World::new();
    let script = crash::script(&mut Random(3));
    world.session(&script);
    let steps = world.disk.done();
    world.heal(&script);
    let saves = steps.iter().filter(|step| matches!(step, Step::SyncFolder)).count();
    assert!(saves > 5, "{saves} saves");
    assert_eq!(cut_everywhere(&steps), Ok(()));

    // A save that forgot a sync, or named the file too early, would be found out.
    let without =
        |left_out: fn(&Step) -> bool| steps.iter().filter(|step| !left_out(step)).cloned().collect::<Vec<_>>();
    let error = |steps: &[Step]| cut_everywhere(steps).expect_err("it is found");
    assert!(error(&without(|step| *step == Step::Sync)).starts_with("unreadable"));
    let mut early = steps.clone();
    let at = early.iter().position(|step| *step == Step::Sync).expect("a sync");
    early.swap(at, at + 1);
    assert!(error(&early).starts_with("unreadable"));
    let mut unnamed = steps;
    let at = unnamed.iter().position(|step| matches!(step, Step::Rename(..))).expect("a rename");
    unnamed.swap(at, at + 1);
    assert!(error(&unnamed).contains("were acknowledged"));
}

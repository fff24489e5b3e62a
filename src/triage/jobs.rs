//! Every job once: a list of small records, found by the id of the job.

use std::{
    collections::HashMap,
    hash::{BuildHasher, RandomState},
};

use super::tally::{LONGEST_CODE, shown};
use crate::text::azure_id;

/// The 16 bytes of a GUID, or as many that stand for another id.
pub(super) type JobId = [u8; 16];

/// What is kept of each job: 36 bytes, so that a million of them leave room for all the rest within 64 MB.
///
/// Times are seconds since 1970, 0 where unknown; the others are places in the lists of the tally.
#[derive(Debug, Clone, Copy)]
pub(super) struct Job {
    pub id: JobId,
    /// When the latest record of it was made.
    pub seen: u32,
    /// When it started.
    pub start: u32,
    pub vm: u32,
    pub vault: u32,
    /// How it failed.
    pub failing: u32,
}

/// The jobs, in the order in which they came.
#[derive(Default)]
pub(super) struct Jobs {
    pub list: Vec<Job>,
    /// Open addressing by hashes that nobody outside can guess: places in the list, one more than they are; 0 is free.
    slots: Vec<u32>,
    hasher: RandomState,
    /// Ids that are no GUID, as they may be shown.
    spelled: HashMap<JobId, Box<str>>,
    /// Jobs that came without an id.
    nameless: u64,
}

impl Jobs {
    /// The id of a job by its text; jobs without one are all different.
    pub(super) fn id(&mut self, text: &str) -> JobId {
        if let Some(id) = guid(text) {
            return id;
        }
        if text.is_empty() {
            self.nameless += 1;
            return u128::from(self.nameless).to_be_bytes();
        }
        let halves = [self.hasher.hash_one(text), self.hasher.hash_one((text, 1))];
        let [high, low] = halves.map(u64::to_be_bytes);
        let mut id = [0; 16];
        id[..8].copy_from_slice(&high);
        id[8..].copy_from_slice(&low);
        self.spelled.entry(id).or_insert_with(|| shown(text, LONGEST_CODE).into());
        id
    }

    /// The text of an id; empty for a job that came without one.
    pub(super) fn text(&self, id: &JobId) -> String {
        match self.spelled.get(id) {
            Some(text) => text.to_string(),
            None if id[..8] == [0; 8] => String::new(),
            None => guid_text(id),
        }
    }

    /// Adds a job; of the records of one id the latest stays, the later of the stream where they are of one second.
    pub(super) fn put(&mut self, job: Job) {
        if self.list.len() * 8 >= self.slots.len() * 5 {
            self.grow();
        }
        let slot = self.slot(&job.id);
        match self.slots[slot] {
            0 => {
                self.list.push(job);
                self.slots[slot] = self.list.len() as u32;
            }
            place => {
                let known = &mut self.list[place as usize - 1];
                if job.seen >= known.seen {
                    *known = job;
                }
            }
        }
    }

    /// The slot of an id, or the free one where it belongs.
    fn slot(&self, id: &JobId) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = self.hasher.hash_one(id) as usize & mask;
        loop {
            match self.slots[slot] {
                0 => return slot,
                place if self.list[place as usize - 1].id == *id => return slot,
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    fn grow(&mut self) {
        let slots = (self.slots.len() * 2).max(64);
        // The old ones go first, so that never both are there.
        self.slots = Vec::new();
        self.slots = vec![0; slots];
        for place in 0..self.list.len() {
            let mut slot = self.hasher.hash_one(self.list[place].id) as usize & (slots - 1);
            while self.slots[slot] != 0 {
                slot = (slot + 1) & (slots - 1);
            }
            self.slots[slot] = place as u32 + 1;
        }
    }

    /// Gives back what only finding needs.
    pub(super) fn close(&mut self) {
        self.slots = Vec::new();
    }
}

/// The bytes of a GUID, in any case, with or without braces.
pub(super) fn guid(text: &str) -> Option<JobId> {
    // A GUID whose first half is zero would be taken for a job without an id.
    azure_id::guid(text.trim_matches(['{', '}'])).filter(|id| id[..8] != [0; 8])
}

/// A GUID in lower case.
pub(super) fn guid_text(id: &JobId) -> String {
    let mut text = String::with_capacity(36);
    for (at, byte) in id.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        text.extend([byte >> 4, byte & 15].map(|digit| char::from_digit(u32::from(digit), 16).unwrap_or('0')));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Job, Jobs, guid, guid_text};

    fn job(jobs: &mut Jobs, id: &str, seen: u32, start: u32) {
        let id = jobs.id(id);
        jobs.put(Job { id, seen, start, vm: 0, vault: 0, failing: 0 });
    }

    #[test]
    fn a_guid_is_read_in_any_case() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(guid(text).map(|id| guid_text(&id)).as_deref(), expected, "{text}");
        };
        let plain = "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";
        check(plain, Some(plain));
        check(&plain.to_uppercase(), Some(plain));
        check(&format!("{{{plain}}}"), Some(plain));
        check(&plain.replace('-', "_"), None);
        check(&plain.replace('a', "g"), None);
        check("00000000-0000-0000-8293-a4b5c6d7e8f9", None);
        check("", None);
    }

    #[test]
    fn the_newest_record_of_a_job_stays_and_the_later_of_equals() {
        let check = |records: &[(&str, u32, u32)], starts: &[u32]| {
            let mut jobs = Jobs::default();
            records.iter().for_each(|(id, seen, start)| job(&mut jobs, id, *seen, *start));
            assert_eq!(jobs.list.iter().map(|job| job.start).collect::<Vec<_>>(), starts, "{records:?}");
        };
        check(&[("a", 1, 1), ("a", 2, 2)], &[2]);
        check(&[("a", 2, 1), ("a", 1, 2)], &[1]);
        check(&[("a", 1, 1), ("a", 1, 2)], &[2]);
        check(&[("a", 1, 1), ("b", 1, 2)], &[1, 2]);
        check(&[("", 1, 1), ("", 1, 2)], &[1, 2]);
    }

    #[test]
    fn many_jobs_are_all_found_again() {
        let mut jobs = Jobs::default();
        let ids: Vec<String> = (0..5000)
            .map(|at| {
                if at % 2 == 0 {
                    format!("job-{at}")
                } else {
                    guid_text(&[at as u8, (at >> 8) as u8, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])
                }
            })
            .collect();
        for round in 0..2 {
            ids.iter().for_each(|id| job(&mut jobs, id, round, 0));
        }
        assert_eq!(jobs.list.len(), ids.len());
        assert!(jobs.list.iter().zip(&ids).all(|(job, id)| job.seen == 1 && jobs.text(&job.id) == *id));
    }
}

//! The tally put in order: groups by problem, in each the VMs, and the codes that no guide knows.

use std::{collections::HashMap, ops::Range};

use rustc_hash::FxHashMap;

use super::{
    jobs::{Job, Jobs, guid_text},
    tally::{Failing, NOT_COUNTED, Read, Tally, Vault, Vm},
};
use crate::{guide::Catalog, text::day};

/// The failed backups of all streams, by problem.
pub struct Summary {
    /// What was read.
    pub read: Read,
    /// A group per problem, the one with the most jobs first.
    pub groups: Vec<FailureGroup>,
    /// A group per code that no guide knows, the one with the most jobs first.
    pub unknown: Vec<FailureGroup>,
    /// Sorted by group, then by VM, then by time.
    jobs: Jobs,
    pub(super) vms: Vec<Vm>,
    pub(super) vaults: Vec<Vault>,
    pub(super) failings: Vec<Failing>,
    /// Whether ids of jobs are left out.
    pub(super) redacted: bool,
}

/// Jobs that failed of one problem, or of one unknown code.
#[derive(Debug)]
pub struct FailureGroup {
    /// The row of the catalogue, of several codes the one that most jobs have.
    pub problem: Option<usize>,
    /// Its code; for an unknown one what the stream said, empty where that was nothing.
    pub code: String,
    /// Failed jobs.
    pub count: usize,
    /// Distinct VMs.
    pub vms: usize,
    /// What tells its jobs apart, that of the most jobs first.
    pub parts: Vec<Part>,
    /// The same by vault.
    pub vaults: Vec<Part>,
    /// When the first of them started, in UTC as `YYYY-MM-DDTHH:MM:SSZ`, where any says so.
    pub first: Option<String>,
    /// When the last of them started.
    pub last: Option<String>,
    range: Range<usize>,
}

/// Jobs of a group that have something in common.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// Which; `Summary::failing` or `Summary::vault` tells.
    pub what: u32,
    /// How many failed jobs this row counts.
    pub count: usize,
    /// Distinct VMs.
    pub vms: usize,
    vm: u32,
}

/// A VM in a group.
#[derive(Debug)]
pub struct VmLine<'a> {
    /// The VM itself.
    pub vm: &'a Vm,
    /// The vault of its last job.
    pub vault: &'a Vault,
    /// How its last job failed.
    pub failing: &'a Failing,
    /// Its failed jobs.
    pub count: usize,
    /// When the first of them started.
    pub first: Option<String>,
    /// When the last of them started.
    pub last: Option<String>,
    /// The id of the last one; empty where it has none.
    pub job: String,
    /// Its activity id, where that is known.
    pub activity: Option<String>,
}

impl FailureGroup {
    /// The problem's id; empty for a code that no guide knows.
    pub fn problem_id<'a>(&self, catalog: &'a Catalog) -> &'a str {
        self.problem.map_or("", |row| &catalog.entries[row].problem)
    }
}

impl Summary {
    pub(super) fn of(tally: Tally<'_>, catalog: &Catalog) -> Self {
        let Tally { records, mut jobs, vms, vaults, failings, .. } = tally;
        jobs.close();
        let all = jobs.list.len() as u64;
        jobs.list.retain(|job| job.failing != NOT_COUNTED);
        let others = all - jobs.list.len() as u64;
        let mut summary = Summary {
            read: Read { records, jobs: all, others },
            groups: Vec::new(),
            unknown: Vec::new(),
            jobs,
            vms: vms.list,
            vaults: vaults.list,
            failings: failings.list,
            redacted: false,
        };
        let (order, known) = summary.order(catalog);
        let by_vm = summary.by_name();
        let key = |job: &Job| (order[job.failing as usize], by_vm[job.vm as usize], job.start, job.id);
        summary.jobs.list.sort_unstable_by_key(key);
        let ends = summary.jobs.list.chunk_by(|a, b| order[a.failing as usize] == order[b.failing as usize]);
        let mut start = 0;
        let ranges = ends.map(|jobs| {
            start..{
                start += jobs.len();
                start
            }
        });
        let mut groups: Vec<FailureGroup> =
            ranges.collect::<Vec<_>>().into_iter().map(|range| summary.group(range, catalog)).collect();
        summary.unknown = groups.split_off(known);
        summary.groups = groups;
        summary
    }

    /// The place of each way to fail among the groups, and how many groups are known problems.
    fn order(&self, catalog: &Catalog) -> (Vec<u32>, usize) {
        // Codes of one problem share its first row, unless each means something else.
        let problem = |row: usize| {
            let own = &catalog.entries[row];
            if own.named {
                return Some(row);
            }
            catalog.entries.iter().position(|entry| entry.guide == own.guide && entry.problem == own.problem)
        };
        let mut counts = vec![0_usize; self.failings.len()];
        self.jobs.list.iter().for_each(|job| counts[job.failing as usize] += 1);
        let key = |failing: &Failing| match failing.problem.and_then(problem) {
            Some(row) => (row, String::new()),
            None => (usize::MAX, code(failing).to_owned()),
        };
        let mut groups: HashMap<(usize, String), usize> = HashMap::new();
        for (failing, count) in self.failings.iter().zip(&counts).filter(|(_, count)| **count > 0) {
            *groups.entry(key(failing)).or_default() += count;
        }
        let mut sorted: Vec<_> = groups.into_iter().collect();
        sorted.sort_by(|(a, a_count), (b, b_count)| {
            (a.0 == usize::MAX, b_count, a).cmp(&(b.0 == usize::MAX, a_count, b))
        });
        let known = sorted.iter().filter(|((row, _), _)| *row != usize::MAX).count();
        let places: HashMap<_, _> = sorted.iter().enumerate().map(|(at, (key, _))| (key, at as u32)).collect();
        (self.failings.iter().map(|failing| places.get(&key(failing)).copied().unwrap_or(u32::MAX)).collect(), known)
    }

    /// The place of each VM by its name.
    fn by_name(&self) -> Vec<u32> {
        let mut sorted: Vec<u32> = (0..self.vms.len() as u32).collect();
        let name = |at: &u32| {
            let vm = &self.vms[*at as usize];
            (&vm.name, &vm.group, &vm.subscription)
        };
        sorted.sort_by(|a, b| name(a).cmp(&name(b)));
        let mut places = vec![0; sorted.len()];
        sorted.iter().enumerate().for_each(|(place, at)| places[*at as usize] = place as u32);
        places
    }

    fn group(&self, range: Range<usize>, catalog: &Catalog) -> FailureGroup {
        let jobs = &self.jobs.list[range.clone()];
        let (parts, vaults) = (parts(jobs, |job| job.failing), parts(jobs, |job| job.vault));
        let (first, last) = span(jobs);
        // The code of most jobs; parts without one, known by their words, have the first of the problem.
        let failing = self.failing(&parts[0]);
        let code = failing.problem.map_or_else(|| code(failing).to_owned(), |row| catalog.entries[row].code.clone());
        let vms = jobs.chunk_by(|a, b| a.vm == b.vm).count();
        FailureGroup { problem: failing.problem, code, count: jobs.len(), vms, parts, vaults, first, last, range }
    }

    /// Failed backups of VMs.
    pub fn rows(&self) -> usize {
        self.jobs.list.len()
    }

    /// Distinct VMs among them.
    pub fn vms(&self) -> usize {
        let mut seen = vec![false; self.vms.len()];
        self.jobs.list.iter().for_each(|job| seen[job.vm as usize] = true);
        seen.into_iter().filter(|seen| *seen).count()
    }

    /// What the jobs of a part have in common.
    pub fn failing(&self, part: &Part) -> &Failing {
        &self.failings[part.what as usize]
    }

    /// The vault of a part.
    pub fn vault(&self, part: &Part) -> &Vault {
        &self.vaults[part.what as usize]
    }

    /// The VMs of a group, by their names.
    pub fn lines(&self, group: &FailureGroup) -> impl Iterator<Item = VmLine<'_>> {
        self.jobs.list[group.range.clone()].chunk_by(|a, b| a.vm == b.vm).map(|jobs| self.line(jobs))
    }

    /// The VMs from a job on that belong to one group: their group, and where the next ones begin; for texts that are too
    /// long to be made at once.
    pub(super) fn lines_from(&self, start: usize, most: usize) -> Option<(&FailureGroup, Vec<VmLine<'_>>, usize)> {
        // Groups lie in the order of their jobs, those of known problems first.
        let is_known = self.groups.last().is_some_and(|last| start < last.range.end);
        let groups = if is_known { &self.groups } else { &self.unknown };
        let group = groups.get(groups.partition_point(|group| group.range.end <= start))?;
        let jobs = &self.jobs.list[start..group.range.end];
        let runs: Vec<_> = jobs.chunk_by(|a, b| a.vm == b.vm).take(most).collect();
        let next = start + runs.iter().map(|jobs| jobs.len()).sum::<usize>();
        Some((group, runs.into_iter().map(|jobs| self.line(jobs)).collect(), next))
    }

    fn line(&self, jobs: &[Job]) -> VmLine<'_> {
        let newest = jobs[jobs.len() - 1];
        let (first, last) = span(jobs);
        let vm = &self.vms[newest.vm as usize];
        let activity = vm
            .activity
            .filter(|(job, _)| *job == newest.id && !self.redacted)
            .map(|(_, activity)| guid_text(&activity));
        VmLine {
            vm,
            vault: &self.vaults[newest.vault as usize],
            failing: &self.failings[newest.failing as usize],
            count: jobs.len(),
            first,
            last,
            job: if self.redacted { String::new() } else { self.jobs.text(&newest.id) },
            activity,
        }
    }
}

/// What stands for an unknown failure.
fn code(failing: &Failing) -> &str {
    if failing.code.is_empty() { &failing.number } else { &failing.code }
}

/// Jobs, which are sorted by VM, by what they have in common.
fn parts(jobs: &[Job], what: impl Fn(&Job) -> u32) -> Vec<Part> {
    let mut parts: FxHashMap<u32, Part> = FxHashMap::default();
    for job in jobs {
        let part = parts.entry(what(job)).or_insert(Part { what: what(job), count: 0, vms: 0, vm: u32::MAX });
        part.count += 1;
        part.vms += usize::from(part.vm != job.vm);
        part.vm = job.vm;
    }
    let mut parts: Vec<Part> = parts.into_values().collect();
    parts.sort_by_key(|part| (std::cmp::Reverse(part.count), part.what));
    parts
}

/// When the first and the last of some jobs started.
fn span(jobs: &[Job]) -> (Option<String>, Option<String>) {
    let starts = || jobs.iter().map(|job| job.start).filter(|start| *start > 0);
    let text = |at: u32| day::moment(u64::from(at));
    (starts().min().map(text), starts().max().map(text))
}

//! Streams that are too large for a file of the corpus: they end early, or take no more memory than a small one.

use std::{
    io::{self, Read},
    rc::Rc,
};

use backup_medic::{
    error::{Error, JobsFlaw},
    triage::Table,
};

use super::{catalog, summary};

/// A stream that repeats a part between its start and its end, and counts what was read of it.
struct Repeated<'a> {
    parts: [&'a [u8]; 3],
    times: u64,
    at: (usize, usize),
    read: u64,
}

impl<'a> Repeated<'a> {
    fn new(start: &'a str, part: &'a str, times: u64, end: &'a str) -> Self {
        Repeated { parts: [start, part, end].map(str::as_bytes), times, at: (0, 0), read: 0 }
    }
}

impl Read for Repeated<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut filled = 0;
        while filled < buffer.len() && self.at.0 < 3 {
            let rest = &self.parts[self.at.0][self.at.1..];
            let length = rest.len().min(buffer.len() - filled);
            buffer[filled..filled + length].copy_from_slice(&rest[..length]);
            filled += length;
            self.at.1 += length;
            if self.at.1 == self.parts[self.at.0].len() {
                let again = self.at.0 == 1 && self.times > 1;
                self.times -= u64::from(self.at.0 == 1);
                self.at = (self.at.0 + usize::from(!again), 0);
            }
        }
        self.read += filled as u64;
        Ok(filled)
    }
}

/// What is wrong with a stream, and at which byte; `None` where it is read.
fn flaw(stream: &mut dyn Read) -> Option<(JobsFlaw, u64)> {
    summary(stream).err().map(|error| match error {
        Error::Jobs { flaw, byte, .. } => (flaw, byte),
        other => panic!("{other:?}"),
    })
}

/// A stream is refused before two megabytes of it were read.
fn refused(start: &str, part: &str, expected: JobsFlaw) {
    let mut stream = Repeated::new(start, part, u64::MAX, "");
    let (flaw, byte) = flaw(&mut stream).expect("it is refused");
    assert_eq!(flaw, expected, "{start}{part}");
    assert!(byte <= stream.read && stream.read < 2 << 20, "byte {byte} after {} bytes", stream.read);
}

#[test]
fn many_names_in_one_object_take_no_time() {
    let members: Vec<String> = (0..60_000).map(|at| format!("\"name-{at}\":0")).collect();
    let check = |last: &str, expected: Option<JobsFlaw>| {
        let text = format!("[{{\"name\":\"a\",{},\"{last}\":1}}]", members.join(","));
        assert_eq!(flaw(&mut text.as_bytes()).map(|(flaw, _)| flaw), expected);
    };
    check("name-60000", None);
    check("name-30000", Some(JobsFlaw::Twice));
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn many_codes_that_nobody_knows_take_no_time() {
        let jobs = (0..50_000).map(|at| format!("{{\"name\":\"job-{at}\",\"vm\":\"a\",\"errorCode\":\"E{at}\"}}\n"));
        let text: String =
            jobs.chain(["{\"errorCode\":\"UserErrorGuestAgentStatusUnavailable\"}".to_owned()]).collect();
        let table = Table::new(summary(&mut text.as_bytes()).expect("they are jobs"), Rc::new(catalog()));
        assert_eq!(table.map(|part| part.lines().count()).sum::<usize>(), 50_002);
    }

    #[test]
    fn what_never_ends_is_refused_early() {
        refused("[{\"name\":\"", "a", JobsFlaw::Large);
        refused("[{\"name\":", "1", JobsFlaw::Large);
        refused("[{", "\"a\\u0041\":1,", JobsFlaw::Large);
        refused("[{\"x\":[", "0,", JobsFlaw::Large);
        refused("[", " ", JobsFlaw::Large);
        refused("", "[", JobsFlaw::Syntax);
        refused("", "{\"value\":[", JobsFlaw::Deep);
        refused("[{\"x\":", "[", JobsFlaw::Deep);
        refused("[{\"x\":", "{\"a\":", JobsFlaw::Deep);
        refused("{\"properties\":", "{\"properties\":", JobsFlaw::Deep);
        refused("Code,Vm\n\"", "a", JobsFlaw::Large);
        refused("Code,Vm\n", "a", JobsFlaw::Large);
        refused("Code", ",Code", JobsFlaw::Large);
        refused("WARNING: ", "a", JobsFlaw::Large);
        refused("", " ", JobsFlaw::Large);
        refused("", "\n", JobsFlaw::Large);
        refused("", ">", JobsFlaw::Large);
        refused("", "> ", JobsFlaw::Large);
    }

    #[test]
    fn a_long_array_on_one_line_is_read_to_its_end() {
        let job = "{\"name\":\"job-1\",\"status\":\"Failed\",\"errorCode\":1},";
        let mut stream = Repeated::new("[", job, 400_000, "{\"name\":\"job-2\"}]");
        let summary = summary(&mut stream).expect("it is a list of jobs");
        assert_eq!((summary.read.records, summary.read.jobs, summary.rows()), (400_001, 2, 1));
    }
}

//! Streams that are too large for a file of the corpus: they end early, or take no more memory than a small one.

use std::{
    io::{self, Read},
    rc::Rc,
};

use backup_medic::triage::{Flaw, Table};

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

/// A stream is refused before two megabytes of it were read.
fn refused(start: &str, part: &str, flaw: &Flaw) {
    let mut stream = Repeated::new(start, part, u64::MAX, "");
    let fault = summary(&mut stream).err().expect("it is refused");
    assert_eq!(&fault.flaw, flaw, "{start}{part}");
    assert!(fault.byte <= stream.read && stream.read < 2 << 20, "{fault:?} after {} bytes", stream.read);
}

#[test]
fn many_names_in_one_object_take_no_time() {
    let members: Vec<String> = (0..60_000).map(|at| format!("\"name-{at}\":0")).collect();
    let check = |last: &str, flaw: Option<Flaw>| {
        let text = format!("[{{\"name\":\"a\",{},\"{last}\":1}}]", members.join(","));
        assert_eq!(summary(&mut text.as_bytes()).err().map(|fault| fault.flaw), flaw);
    };
    check("name-60000", None);
    check("name-30000", Some(Flaw::Twice));
}

/// What takes longer than a second.
mod slow {
    use super::*;

    #[test]
    fn many_codes_that_nobody_knows_take_no_time() {
        let jobs = (0..200_000).map(|at| format!("{{\"name\":\"job-{at}\",\"vm\":\"a\",\"errorCode\":\"E{at}\"}}\n"));
        let text: String =
            jobs.chain(["{\"errorCode\":\"UserErrorGuestAgentStatusUnavailable\"}".to_owned()]).collect();
        let table = Table::new(summary(&mut text.as_bytes()).expect("they are jobs"), Rc::new(catalog()));
        assert_eq!(table.map(|part| part.lines().count()).sum::<usize>(), 200_002);
    }

    #[test]
    fn what_never_ends_is_refused_early() {
        refused("[{\"name\":\"", "a", &Flaw::Large);
        refused("[{\"name\":", "1", &Flaw::Large);
        refused("[{", "\"a\\u0041\":1,", &Flaw::Large);
        refused("[{\"x\":[", "0,", &Flaw::Large);
        refused("[", " ", &Flaw::Large);
        refused("", "[", &Flaw::Syntax);
        refused("", "{\"value\":[", &Flaw::Deep);
        refused("[{\"x\":", "[", &Flaw::Deep);
        refused("[{\"x\":", "{\"a\":", &Flaw::Deep);
        refused("{\"properties\":", "{\"properties\":", &Flaw::Deep);
        refused("Code,Vm\n\"", "a", &Flaw::Large);
        refused("Code,Vm\n", "a", &Flaw::Large);
        refused("Code", ",Code", &Flaw::Large);
        refused("WARNING: ", "a", &Flaw::Large);
        refused("", " ", &Flaw::Large);
        refused("", "\n", &Flaw::Large);
        refused("", ">", &Flaw::Large);
        refused("", "> ", &Flaw::Large);
    }

    #[test]
    fn a_long_array_on_one_line_is_read_to_its_end() {
        let job = "{\"name\":\"job-1\",\"status\":\"Failed\",\"errorCode\":1},";
        let mut stream = Repeated::new("[", job, 400_000, "{\"name\":\"job-2\"}]");
        let summary = summary(&mut stream).expect("it is a list of jobs");
        assert_eq!((summary.read.records, summary.read.jobs, summary.rows()), (400_001, 2, 1));
    }
}

//! The commands that collect what the questions of a problem need: the guide's own ways to find out, as far as they only
//! read, in the form that the readers here read.

mod block;
mod read_only;

use super::EvidenceKind;
use crate::{
    case::{Case, reachable::Reachable, trail::Ask},
    guide::{Guide, Id, Lookup, Problem, Question, Via},
};
use read_only::reads_only;

pub use block::block;
pub(super) use block::questions_of;

/// A command to run and to send the output of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// By which tool, and where.
    pub via: Via,
    /// What its output helps to answer.
    pub questions: Vec<Id<Question>>,
    /// One line or several that belong together, with the values of the case filled in and quoted.
    pub run: String,
    /// What the output is read as, wherever it stands.
    pub kind: Option<EvidenceKind>,
    /// Whether the output is bare values that the guide knows, which a mark before them joins to their question.
    pub shows: bool,
}

impl Request {
    /// Whether the program reads the output; else a person has to.
    pub fn is_read(&self) -> bool {
        self.kind.is_some() || self.shows
    }
}

/// What prints each kind: words that the command holds.
const PRINTED_BY: [(&str, EvidenceKind); 27] = [
    ("az vm get-instance-view ", EvidenceKind::InstanceView),
    ("az vm show ", EvidenceKind::Vm),
    ("az vm extension list ", EvidenceKind::Extensions),
    ("az backup job list ", EvidenceKind::Jobs),
    ("az backup job show ", EvidenceKind::Jobs),
    ("az lock list ", EvidenceKind::Locks),
    ("az restore-point collection ", EvidenceKind::Collections),
    ("az disk list ", EvidenceKind::Disks),
    ("az vm encryption show ", EvidenceKind::Encryption),
    ("az backup protection check-vm ", EvidenceKind::Protection),
    ("Get-Service ", EvidenceKind::Services),
    ("'Windows Azure VM Agent*'", EvidenceKind::Services),
    ("systemctl status ", EvidenceKind::Unit),
    ("ps -ef ", EvidenceKind::Processes),
    ("waagent --version", EvidenceKind::AgentVersion),
    (" /etc/waagent.conf", EvidenceKind::AgentConfiguration),
    ("VMSnapshotLinux/extension.log", EvidenceKind::ExtensionLog),
    (" /var/log/waagent.log", EvidenceKind::AgentLog),
    ("ip -4 route show", EvidenceKind::Network),
    ("[d]hclient", EvidenceKind::Network),
    (" /etc/netplan ", EvidenceKind::Network),
    ("Get-NetIPInterface ", EvidenceKind::Network),
    ("vssadmin list writers", EvidenceKind::Writers),
    ("Name='VSS'", EvidenceKind::Services),
    ("Name='msiserver'", EvidenceKind::Services),
    ("'VSS', 'volsnap'", EvidenceKind::WindowsLog),
    ("'*IaaSBcdrExtension*'", EvidenceKind::WindowsLog),
];

/// What prints bare values: how the command ends.
const PRINTED_BARE: [&str; 3] = [" --output tsv", "uname -s", "id -u"];

/// Options that leave out a part of what the readers need; each with its value.
const NARROWING: [&str; 4] = ["--query", "--output", "--status", "--operation"];

/// Every request for a problem, those of one tool together, each once.
pub fn requests(guide: &Guide, problem: Id<Problem>, case: &Case) -> Vec<Request> {
    let places = Reachable::from_problem(guide, problem).places;
    let asks: Vec<_> = places.iter().map(|place| &place.ask).collect();
    requests_of(guide, &asks, case)
}

/// The same for what is asked at some places only.
pub fn requests_of(guide: &Guide, asks: &[&Ask], case: &Case) -> Vec<Request> {
    let mut requests: Vec<Request> = Vec::new();
    for ask in asks {
        for check in &guide[ask.question].checks {
            for (part, kind, shows) in parts(check) {
                // What is asked anew comes after a repair; here it serves for what Azure tells already, such as the jobs.
                if ask.fresh && (kind.is_none() || check.via != Via::Az) {
                    continue;
                }
                let run = case.command(guide, &part, check.via.shell(), &ask.with);
                match requests.iter_mut().find(|known| (known.via, &known.run) == (check.via, &run)) {
                    Some(known) => {
                        known.shows |= shows;
                        if !known.questions.contains(&ask.question) {
                            known.questions.push(ask.question);
                        }
                    }
                    None => requests.push(Request { via: check.via, questions: vec![ask.question], run, kind, shows }),
                }
            }
        }
    }
    requests.sort_by_key(|request| (request.via, !request.is_read()));
    requests
}

/// The commands of a check that only read, what their output is read as, and whether its words answer the question.
fn parts(check: &Lookup) -> Vec<(String, Option<EvidenceKind>, bool)> {
    let Some(run) = &check.run else { return Vec::new() };
    let kind = |part: &str| PRINTED_BY.iter().find(|(words, _)| part.contains(words)).map(|(_, kind)| *kind);
    let shows = check.shows.iter().any(Option::is_some) && prints_bare(check.via, run);
    match check.via {
        _ if !reads_only(check.via, run) && matches!(check.via, Via::PowerShell | Via::Windows) => Vec::new(),
        // Lines of PowerShell set what the next ones use.
        Via::PowerShell => vec![(run.clone(), None, shows)],
        Via::Windows => vec![(run.clone(), kind(run), shows)],
        // Of several commands the words say something together.
        _ if shows && kind(run).is_none() && reads_only(check.via, run) => vec![(run.clone(), None, true)],
        via => {
            let lines = run.lines().filter(|line| reads_only(via, line));
            let whole = |line: &str| if via == Via::Az && kind(line).is_some() { whole(line) } else { line.to_owned() };
            lines.map(|line| (whole(line), kind(line), false)).collect()
        }
    }
}

/// Whether a check prints its values alone on their lines, so that they can be held against the words of the guide.
fn prints_bare(via: Via, run: &str) -> bool {
    run.lines().filter(|line| !line.starts_with("Set-AzContext ")).all(|line| match via {
        Via::PowerShell | Via::Windows => line.starts_with('(') && !line.contains(" | Format-"),
        _ => PRINTED_BARE.iter().any(|end| line.ends_with(end)),
    })
}

/// An az command that prints all of its answer as JSON, instead of the part that a person looks at.
fn whole(line: &str) -> String {
    let mut words = LineWords(line);
    let mut kept: Vec<&str> = Vec::new();
    while let Some(word) = words.next() {
        if NARROWING.contains(&word) {
            words.next();
        } else {
            kept.push(word);
        }
    }
    kept.join(" ") + " --output json"
}

/// The words of a line; what stands in quotes is one.
struct LineWords<'t>(&'t str);

impl<'t> Iterator for LineWords<'t> {
    type Item = &'t str;
    fn next(&mut self) -> Option<&'t str> {
        self.0 = self.0.trim_start();
        let mut quoted = false;
        let end = self.0.find(|c: char| {
            quoted ^= c == '"';
            c == ' ' && !quoted
        });
        let (word, rest) = self.0.split_at(end.unwrap_or(self.0.len()));
        self.0 = rest;
        (!word.is_empty()).then_some(word)
    }
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn an_az_command_prints_all_of_its_answer_as_json() {
        let check = |line: &str, expected: &str| assert_eq!(whole(line), expected);
        check("az vm show --name <vm> --query \"a.{b:c, d:e}\" --output tsv", "az vm show --name <vm> --output json");
        check("az vm show --query id", "az vm show --output json");
        check("az backup job list --status InProgress", "az backup job list --output json");
        check("az backup protection check-vm --vm <vm>", "az backup protection check-vm --vm <vm> --output json");
    }
}

//! The commands that collect what the questions of a problem need: the guide's own ways to find out, as far as they only
//! read, in the form that the readers here read.

mod read_only;

use super::EvidenceKind;
use crate::{
    case::{Case, reachable::Reachable},
    guide::{Guide, Id, Problem, Via},
};
use read_only::reads_only;

/// A command to run and to send the output of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// By which tool, and where.
    pub via: Via,
    /// One line or several that belong together, with the values of the case filled in and quoted.
    pub run: String,
    /// What the output is read as; `None`: only a person reads it.
    pub kind: Option<EvidenceKind>,
}

/// What prints each kind: words that the command holds.
const PRINTED_BY: [(&str, EvidenceKind); 22] = [
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
];

/// Options that leave out a part of what the readers need; each with its value.
const NARROWING: [&str; 4] = ["--query", "--output", "--status", "--operation"];

/// Every request for a problem, those of one tool together, each once.
pub fn requests(guide: &Guide, problem: Id<Problem>, case: &Case) -> Vec<Request> {
    let mut requests: Vec<Request> = Vec::new();
    let places = Reachable::from_problem(guide, problem).places;
    for place in &places {
        for check in &guide[place.ask.question].checks {
            let Some(run) = &check.run else { continue };
            // Lines of PowerShell set what the next ones use; elsewhere each stands for itself.
            let parts: Vec<&str> = match check.via {
                Via::PowerShell | Via::Windows => vec![run],
                _ => run.lines().collect(),
            };
            for part in parts.into_iter().filter(|part| reads_only(check.via, part)) {
                let kind = PRINTED_BY.iter().find(|(words, _)| part.contains(words)).map(|(_, kind)| *kind);
                let kind = kind.filter(|_| check.via != Via::PowerShell);
                // What is asked anew comes after a repair; here it serves for what Azure tells already, such as the jobs.
                if place.ask.fresh && (kind.is_none() || check.via != Via::Az) {
                    continue;
                }
                let part = if check.via == Via::Az && kind.is_some() { whole(part) } else { part.to_owned() };
                let run = case.command(guide, &part, check.via.shell(), &place.ask.with);
                let request = Request { via: check.via, run, kind };
                if !requests.contains(&request) {
                    requests.push(request);
                }
            }
        }
    }
    requests.sort_by_key(|request| (request.via, request.kind.is_none()));
    requests
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

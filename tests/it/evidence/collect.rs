//! `evidence --collect`: what it prints only reads, is quoted, and brings what the readers need.

use std::collections::{BTreeMap, BTreeSet};

use backup_medic::{
    case::{Case, reachable::Reachable},
    evidence::{Request, block, requests},
    guide::{Id, Outcome, Problem, Verb, Via},
};

use super::{GUIDE, corpus};

fn of(problem: Id<Problem>, values: &[(&str, &str)]) -> Vec<Request> {
    let mut case = Case::new(&GUIDE, problem, &GUIDE[problem].codes[0]);
    for (name, value) in values {
        case.variables.insert((*name).to_owned(), vec![(*value).to_owned()]);
    }
    requests(&GUIDE, problem, &case)
}

fn all() -> Vec<Request> {
    GUIDE.ids::<Problem>().flat_map(|problem| of(problem, &[])).collect()
}

/// Words of a command that changes something, whatever tool it is.
fn changes(run: &str) -> bool {
    const VERBS: [&str; 34] = [
        "add",
        "apply",
        "assign",
        "attach",
        "cancel",
        "clear",
        "convert",
        "copy",
        "create",
        "deallocate",
        "delete",
        "disable",
        "enable",
        "install",
        "invoke",
        "kill",
        "mv",
        "new",
        "out-file",
        "reapply",
        "register",
        "remove",
        "resize",
        "restart",
        "restore",
        "rm",
        "run-command",
        "start",
        "stop",
        "tee",
        "uninstall",
        "update",
        "upgrade",
        "write",
    ];
    let lower = run.to_ascii_lowercase();
    let words = lower.split(|c: char| c.is_whitespace() || "|(){}".contains(c));
    let verb = |word: &str| VERBS.iter().any(|verb| word == *verb || word.split('-').next() == Some(verb));
    let sets = lower.contains("set-") && !lower.contains("set-azcontext");
    let calls = lower.contains("invoke-azrestmethod -method get");
    let reads = |word: &&str| *word == "restore-point" || (calls && *word == "invoke-azrestmethod");
    words.filter(|word| !word.starts_with('-') && !reads(word)).any(verb) || sets
}

#[test]
fn no_line_changes_anything() {
    let found: Vec<_> = all().into_iter().filter(|request| changes(&request.run)).map(|request| request.run).collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_line_that_changes_something_is_found() {
    let check = |run: &str, expected: bool| assert_eq!(changes(run), expected, "{run}");
    check("az vm start --name x", true);
    check("az vm run-command invoke --name x", true);
    check("sudo apt-get update", true);
    check("Get-Service x | Restart-Service", true);
    check("Set-AzVMExtension -Name x", true);
    check("Set-AzContext -Subscription x", false);
    check("(Invoke-AzRestMethod -Method GET -Path x)", false);
    check("az restore-point collection delete --name x", true);
    check("az restore-point collection list-all", false);
    check("az vm show --name x", false);
}

#[test]
fn what_the_program_reads_is_printed_whole() {
    for request in all().iter().filter(|request| request.via == Via::Az && request.kind.is_some()) {
        let run = &request.run;
        assert!(run.ends_with(" --output json") && !run.contains("--query"), "{run}");
        assert!(run.starts_with("az ") && run.contains(" --subscription "), "{run}");
    }
}

#[test]
fn a_problem_asks_for_all_that_can_answer_its_questions() {
    let mut kinds: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    // What only answers the very question, asked or marked, is none of a kind.
    let elsewhere = |case: &corpus::Case| case.asked.is_none() && !case.path.starts_with("marked/");
    for said in corpus::cases().into_iter().filter(elsewhere).filter_map(|case| case.expected) {
        for (question, _) in said.clone().answers() {
            kinds.entry(question).or_default().extend(said.kind.clone());
        }
    }
    let mut missing = Vec::new();
    // One that only leads to another problem leaves the questions to that.
    let leads_on = |problem: &Id<Problem>| {
        let mut nodes = GUIDE[*problem].tree.nodes.iter();
        nodes.all(|node| matches!(node.verb, Verb::End(Outcome::See(_)) | Verb::Ask { .. } | Verb::Do { .. }))
    };
    for problem in GUIDE.ids::<Problem>().filter(|problem| !leads_on(problem)) {
        let asked: BTreeSet<_> = of(problem, &[]).iter().filter_map(|r| Some(r.kind?.name().to_owned())).collect();
        assert!(asked.contains("jobs"), "{}: whoever takes over asks for the job", GUIDE[problem].id);
        for place in Reachable::from_problem(&GUIDE, problem).places.iter().filter(|place| !place.ask.fresh) {
            let question = &GUIDE[place.ask.question].id;
            if kinds.get(question).is_some_and(|kinds| kinds.is_disjoint(&asked)) {
                missing.push(format!("{}: {question}", GUIDE[problem].id));
            }
        }
    }
    // Only VM assist tells whether the platform can be reached, and it is a script to fetch first.
    missing.retain(|row| !row.ends_with(": platform-address"));
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn values_are_filled_in_and_quoted_for_their_shell() {
    let problem = GUIDE.find("guest-agent-status-unavailable").expect("it is there");
    let rows = of(problem, &[("vm", "vm'web"), ("subscription", "Pay; as you go")]);
    let show = rows.iter().find(|row| row.run.starts_with("az vm show ")).expect("it is asked for");
    assert!(
        show.run.contains(r"--name 'vm'\''web'") && show.run.contains("--subscription 'Pay; as you go'"),
        "{show:?}"
    );
    assert!(show.run.contains("--resource-group <resource-group>"), "{show:?}");
    let powershell = rows.iter().find(|row| row.via == Via::PowerShell).expect("it is offered");
    assert!(powershell.run.contains("-Name 'vm''web'"), "{powershell:?}");
}

/// What a shell says of a text that it only reads.
fn read_by(shell: &str, text: &str) -> Option<String> {
    use std::{
        io::Write,
        process::{Command, Stdio},
    };
    let mut child = Command::new(shell).arg("-n").stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().ok()?;
    child.stdin.take().expect("it is piped").write_all(text.as_bytes()).expect("the shell reads");
    Some(String::from_utf8_lossy(&child.wait_with_output().expect("it ends").stderr).into_owned())
}

#[test]
fn a_shell_reads_each_block_as_one_group() {
    let filled =
        [("vm", "vm-web-01"), ("subscription", "Pay; as you go"), ("resource-group", "rg-web"), ("vault", "rsv")];
    let mut script = String::new();
    for problem in GUIDE.ids::<Problem>() {
        for via in [Via::Az, Via::Linux] {
            let requests = of(problem, &filled);
            script += &block(&GUIDE, requests.iter().filter(|request| request.via == via));
        }
    }
    assert!(script.matches("echo 'backup-medic: ").count() > 300);
    assert_eq!(read_by("bash", &script).as_deref(), Some(""));
    // Where there is no zsh, bash has read the same.
    assert!(matches!(read_by("zsh", &script).as_deref(), None | Some("")));
    assert_ne!(
        read_by("bash", &script.replacen("} 2>&1", "", 1)).as_deref(),
        Some(""),
        "a group that stays open is seen"
    );
}

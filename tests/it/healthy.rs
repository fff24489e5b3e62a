//! A healthy VM, as data under `tests/healthy`: what every way to find out prints there, and that it leads to no repair.

mod data;
mod walk;

use std::collections::BTreeSet;

use backup_medic::{
    case::Case,
    data::{Files, builtin},
    evidence::{self, EvidenceRules, requests},
    guide::{self, Guide, Id, Lookup, Problem, Question, Via},
};
use data::Healthy;

fn files() -> Files {
    builtin::embedded()
}

fn load(files: &Files) -> Guide {
    let catalog = guide::Catalog::read(files).expect("the guides are sound");
    let ids: Vec<&str> = catalog.guides.iter().map(String::as_str).collect();
    guide::load_together(files, &ids).unwrap_or_else(|diagnostics| panic!("{diagnostics:?}"))
}

/// The built-in guide with some of its words exchanged.
fn with(file: &str, exchanges: &[(&str, &str)]) -> Guide {
    let paths = ["backup", "common", "errors"].map(|guide| format!("guides/azure-vm-{guide}/{file}"));
    let built = files();
    let path = paths.iter().find(|path| built.get(path).is_some_and(|text| text.contains(exchanges[0].0)));
    let path = path.expect("one of them has it");
    let changed = |(at, text): (&str, &str)| {
        let mut text = text.to_owned();
        for (from, to) in exchanges.iter().filter(|_| at == path) {
            assert!(text.contains(from), "{from}");
            text = text.replace(from, to);
        }
        (at.to_owned(), text)
    };
    load(&files().under("").map(changed).collect())
}

/// What one output says of a question: each option that it names, and who reads it there.
fn said(guide: &Guide, question: &Question, check: &Lookup, prints: &str) -> Vec<(String, &'static str)> {
    let reading =
        evidence::read("output", prints.as_bytes(), &EvidenceRules::for_guide(guide)).expect("an output is text");
    let found = reading.findings.into_iter().filter(|finding| finding.question == question.id);
    let mut said: Vec<_> = found.map(|finding| (finding.option, "reader")).collect();
    // What a person is told to look for; a text inside of a longer one that is there, too, says nothing by itself.
    let seen: Vec<_> = check.shows.iter().enumerate().filter_map(|(at, text)| Some((at, text.as_deref()?))).collect();
    let seen: Vec<_> = seen.into_iter().filter(|(_, text)| prints.contains(text)).collect();
    let inside = |text: &str| seen.iter().any(|(_, other)| *other != text && other.contains(text));
    let shown = seen.iter().filter(|(_, text)| !inside(text));
    said.extend(shown.map(|(at, _)| (question.options[*at].clone(), "text")));
    said.sort_unstable();
    said.dedup();
    said
}

/// Every check of a question that there is on a VM, each with its parts as they are run.
fn ways<'g>(guide: &'g Guide, question: &'g Question, vm: &Healthy) -> Vec<(&'g Lookup, Vec<&'g str>)> {
    let inside = if vm.answer["guest-os"] == "windows" { Via::Windows } else { Via::Linux };
    let there = |check: &&Lookup| {
        let holds = check.when.iter().all(|(other, options)| {
            vm.answer
                .get(&guide[*other].id)
                .is_none_or(|answer| options.iter().any(|option| guide[*other].options[*option] == *answer))
        });
        holds && [Via::Az, Via::PowerShell, inside].contains(&check.via)
    };
    let parts = |check: &'g Lookup| {
        let run = check.run.as_deref()?.trim_matches('\n');
        let lines = if matches!(check.via, Via::Az | Via::Linux) { run.lines().collect() } else { vec![run] };
        Some((check, lines))
    };
    question.checks.iter().filter(there).filter_map(parts).collect()
}

/// Everything that is wrong: no output for a command, an output that leads elsewhere, a repair of what is healthy.
fn complaints(guide: &Guide, vm: &Healthy) -> Vec<String> {
    let mut complaints = Vec::new();
    for question in &guide.questions {
        let id = &question.id;
        let Some(answer) = vm.answer.get(id) else {
            if question.kind == guide::QuestionKind::State && !vm.any.contains(id) && !vm.never.contains_key(id) {
                complaints.push(format!("{id}: no answer"));
            }
            continue;
        };
        for (check, parts) in ways(guide, question, vm) {
            let outputs: Vec<_> = parts.iter().map(|part| vm.output(part)).collect();
            for (part, _) in parts.iter().zip(&outputs).filter(|(_, output)| output.is_none()) {
                complaints.push(format!("{id}: no output of {part}"));
            }
            // One after the other, and pasted together.
            let whole: String = outputs.iter().flatten().copied().collect();
            let each = outputs.iter().flatten().copied().chain([whole.as_str()]);
            let mut wrong: Vec<_> = each.flat_map(|prints| said(guide, question, check, prints)).collect();
            wrong.retain(|(option, _)| option != answer);
            wrong.dedup();
            let say = |(option, by)| format!("{id}: {option} by {by}, not {answer}: {}", parts.join(" + "));
            complaints.extend(wrong.into_iter().map(say));
        }
    }
    let known = vm.outputs.keys().filter(|of| !vm.commands(guide).contains(&of.as_str()));
    complaints.extend(known.map(|of| format!("the guide has no command {of}")));
    complaints.extend(walk::complaints(guide, vm));
    complaints
}

#[test]
fn a_healthy_vm_is_led_to_no_repair() {
    let guide = load(&files());
    for vm in data::all() {
        assert_eq!(complaints(&guide, &vm), Vec::<String>::new(), "{}", vm.name);
    }
}

/// What the commands that collect print on a VM, each behind its mark, but for what is read as a kind of evidence, which has
/// a corpus.
fn collected<'g>(guide: &'g Guide, problem: Id<Problem>, vm: &Healthy, via: Via) -> Vec<(Vec<&'g str>, String)> {
    let case = Case::new(guide, problem, &guide[problem].codes[0]);
    let requests = requests(guide, problem, &case).into_iter();
    let bare = requests.filter(|request| request.via == via && request.kind.is_none() && request.shows);
    let printed = bare.filter_map(|request| {
        let parts = if via == Via::Linux { request.run.lines().collect() } else { vec![request.run.as_str()] };
        let output: String = parts.iter().map(|part| vm.output(part)).collect::<Option<_>>()?;
        let questions: Vec<_> = request.questions.iter().map(|question| guide[*question].id.as_str()).collect();
        let marked = format!("backup-medic: {}\n\n{output}\n", questions.join(" "));
        Some((questions, marked))
    });
    printed.collect()
}

#[test]
fn what_the_commands_that_collect_print_answers_their_questions() {
    let guide = load(&files());
    let (mut asked, mut answered) = (BTreeSet::new(), BTreeSet::new());
    for vm in data::all() {
        let inside = if vm.answer["guest-os"] == "windows" { Via::Windows } else { Via::Linux };
        for (problem, via) in
            guide.ids::<Problem>().flat_map(|id| [Via::Az, Via::PowerShell, inside].map(|via| (id, via)))
        {
            let printed = collected(&guide, problem, &vm, via);
            asked.extend(
                printed.iter().flat_map(|(questions, _)| questions).map(|question| (via, (*question).to_owned())),
            );
            let printed: String = printed.into_iter().map(|(_, text)| text).collect();
            let rules = EvidenceRules::for_guide(&guide);
            for found in evidence::read("output", printed.as_bytes(), &rules).expect("it is text").findings {
                let known = vm.answer.get(&found.question).map(String::as_str);
                assert!(known.is_none_or(|known| known == found.option), "{}: {found:?}\n{printed}", vm.name);
                answered.insert((via, found.question));
            }
        }
    }
    assert!(asked.len() > 10, "{asked:?}");
    assert_eq!(asked.difference(&answered).collect::<Vec<_>>(), Vec::<&(Via, String)>::new());
}

#[test]
fn every_command_of_a_question_is_tried_on_a_healthy_vm_or_nobody_with_one_comes_to_it() {
    let guide = load(&files());
    let vms = data::all();
    for question in guide.questions.iter().filter(|question| question.kind == guide::QuestionKind::State) {
        let tried = vms.iter().any(|vm| vm.answer.contains_key(&question.id) || vm.any.contains(&question.id));
        let excused = vms.iter().all(|vm| vm.never.contains_key(&question.id));
        assert!(tried || excused, "{}", question.id);
    }
}

#[test]
fn a_check_that_calls_a_healthy_network_off_is_seen() {
    let check = |line: &str, shows: &str| {
        let old = "ip -4 address show";
        let guide = with("questions.toml", &[(line, old), ("shows = { on = \"proto dhcp\" }", shows)]);
        let mut vm = data::of("ubuntu");
        vm.outputs.insert(old.to_owned(), data::ADDRESSES.to_owned());
        complaints(&guide, &vm)
    };
    let line = r#"ip -4 route show | grep -E "^(default|168\.63\.129\.16) ""#;
    let found = check(line, r#"shows = { on = "dynamic", off = "valid_lft forever preferred_lft forever" }"#);
    assert!(found.iter().any(|complaint| complaint.starts_with("guest-dhcp: off by text, not on")), "{found:?}");
}

#[test]
fn other_defects_of_checks_are_seen() {
    let check = |vm: &str, file: &str, from: &str, to: &str, complaint: &str| {
        let found = complaints(&with(file, &[(from, to)]), &data::of(vm));
        assert!(found.iter().any(|found| found.contains(complaint)), "{complaint}: {found:?}");
    };
    let questions = "questions.toml";
    // The loopback of Windows has no DHCP.
    check(
        "windows",
        questions,
        ". . : Yes\" }",
        ". . : Yes\", off = \". . : No\" }",
        "guest-dhcp: off by text, not on",
    );
    // A command that was changed, and not tried.
    check("suse", questions, "uptime -s", "uptime", "power-shown: no output of uptime");
    // What a sound service leads to.
    let windows_agent = "causes/windows-agent.toml";
    check(
        "windows",
        windows_agent,
        "running = \"status\"",
        "running = \"restart\"",
        "restart-windows-agent is proposed",
    );
    check(
        "debian",
        "causes/linux-agent.toml",
        "running = \"version\"",
        "running = \"start\"",
        "start-linux-agent is proposed",
    );
    // A fact that means the wrong answer.
    check(
        "redhat",
        "evidence.toml",
        "on  = { guest-dhcp = \"on\" }",
        "on  = { guest-dhcp = \"off\" }",
        "guest-dhcp: off by reader, not on",
    );
}

//! What evidence gives a case: findings that propose answers, and values where it has none.

use std::collections::BTreeMap;

use crate::{
    case::{
        Case, Finding,
        trail::{self, Answer, Ask, Trail},
    },
    evidence::{self, EvidenceRules, FoundValue, Reading, Refusal, SourceRef},
    guide::{Guide, Id, NamingRule, Problem, Question, Variable},
};

/// The values that say which VM a case is about.
const MACHINE: [&str; 3] = ["vm", "resource-group", "subscription"];

/// The values that say where its backups lie.
const VAULT: [&str; 2] = ["vault", "vault-group"];

/// How evidence names another VM, group, subscription or vault than a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// The id of the variable that both name.
    pub variable: &'static str,
    /// What the evidence names.
    pub named: Vec<String>,
    /// What the case names.
    pub known: Vec<String>,
}

/// Reads evidence for a case with these values, at the question that is asked: of what covers several VMs that of the case; all of it where the case's
/// is not among them.
///
/// # Errors
/// As [`evidence::read`].
pub fn read(
    file: &str,
    bytes: &[u8],
    guide: &Guide,
    known: &BTreeMap<String, Vec<String>>,
    asked: Option<Id<Question>>,
) -> Result<Reading, Refusal> {
    let rules = EvidenceRules::for_guide(guide).asking(asked);
    let all = evidence::read(file, bytes, &rules)?;
    let foreign = |variable: &&str| {
        let mut named = named(&all, variable).peekable();
        let known = known.get(*variable).filter(|_| named.peek().is_some());
        known.is_some_and(|known| named.all(|value| differs(known, value)))
    };
    if known.is_empty() || MACHINE.iter().any(foreign) {
        return Ok(all);
    }
    evidence::read(file, bytes, &rules.knowing(known))
}

/// How a reading names another VM than a case, if it does.
pub fn other(case: &Case, reading: &Reading) -> Option<Other> {
    MACHINE.iter().chain(&VAULT).find_map(|variable| {
        let known = case.variables.get(*variable)?;
        let is_other = named(reading, variable).any(|value| differs(known, value));
        let named = || named(reading, variable).map(str::to_owned).collect();
        is_other.then(|| Other { variable, named: named(), known: known.clone() })
    })
}

/// Whether a case is about a VM of one of these names.
pub fn names(case: &Case, named: &[String]) -> bool {
    case.variables.get("vm").is_some_and(|known| named.iter().any(|name| !differs(known, name)))
}

fn named<'r>(reading: &'r Reading, variable: &str) -> impl Iterator<Item = &'r str> {
    reading.variables.iter().filter(move |value| value.variable == variable).map(|value| value.value.as_str())
}

/// Whether a value is none of those that are known; a subscription's name and its id cannot be compared.
fn differs(known: &[String], value: &str) -> bool {
    let comparable = |known: &&String| NamingRule::Guid.accepts(known) == NamingRule::Guid.accepts(value);
    let mut known = known.iter().filter(comparable).peekable();
    known.peek().is_some() && known.all(|known| !known.eq_ignore_ascii_case(value))
}

impl Other {
    /// What evidence is about that names another VM: that VM, or what tells the two apart.
    pub fn about(&self, reading: &Reading) -> String {
        let vms: Vec<&str> = named(reading, "vm").collect();
        if vms.is_empty() { self.named.join(", ") } else { vms.join(", ") }
    }
}

/// What a paste is called, before its number.
pub const PASTE: &str = "paste-";

/// Gives what was pasted a number that nothing pasted into the case had before.
pub fn number(case: &mut Case, reading: &mut Reading) {
    let number = reading.file.strip_prefix(PASTE).and_then(|number| number.parse::<u32>().ok());
    let Some(number) = number.filter(|_| reading.fills_a_case()) else { return };
    // A case of an earlier version did not count.
    let is_taken = |name: &str| case.findings.iter().any(|finding| finding.file == name);
    let free = (number.max(case.pastes.saturating_add(1))..).find(|free| !is_taken(&format!("{PASTE}{free}")));
    case.pastes = free.unwrap_or(number);
    reading.rename(&format!("{PASTE}{}", case.pastes));
}

/// Takes the findings of a reading into a case, and none of its values; `about` is the other resource that it is about, or empty.
pub fn apply_findings(case: &mut Case, reading: &Reading, about: &str) {
    let file = base(&reading.file);
    let finding = |finding: &evidence::Proposal| {
        let SourceRef { line, path, .. } = finding.place.clone();
        let (question, option) = (finding.question.clone(), finding.option.clone());
        Finding {
            question,
            option,
            file: file.to_owned(),
            line,
            path,
            text: finding.text.clone(),
            about: about.to_owned(),
        }
    };
    case.hand_in(file, reading.findings.iter().map(finding).collect::<Vec<_>>());
}

/// Takes a reading into a case; answers with the values that were filled in. What the person typed stays.
pub fn apply_reading(case: &mut Case, guide: &Guide, reading: &Reading) -> Vec<FoundValue> {
    apply_findings(case, reading, "");
    // Where a file names two machines, only the person knows which one is meant, and whose the other names are.
    if named(reading, "vm").count() > 1 {
        return Vec::new();
    }
    let mut filled: Vec<FoundValue> = Vec::new();
    for value in &reading.variables {
        let of_it = || reading.variables.iter().filter(|other| other.variable == value.variable);
        let several = guide.find::<Variable>(&value.variable).is_some_and(|variable| guide[variable].several);
        let is_clear = several || of_it().count() == 1;
        let is_free = !case.variables.contains_key(&value.variable);
        if is_clear && is_free {
            case.variables.insert(value.variable.clone(), of_it().map(|value| value.value.clone()).collect());
            filled.extend(of_it().cloned());
        }
    }
    filled
}

/// Answers the questions of the trail that evidence agrees on and nobody answered.
pub fn answer_agreed(case: &mut Case, guide: &Guide, problem: Id<Problem>) {
    let given = |ask: &Ask| trail::answer(guide, ask, case.answers.get(&ask.key)?);
    let agreed = |ask: &Ask| trail::proposed(guide, ask, case).map(Answer::Option);
    let trail = Trail::replay(guide, problem, |ask| given(ask).or_else(|| agreed(ask)));
    let asked = trail.asked().filter(|(ask, _)| !case.answers.contains_key(&ask.key));
    let new = asked.filter_map(|(ask, answer)| match answer {
        Answer::Option(option) => Some((ask.key.clone(), guide[ask.question].options[option].clone())),
        Answer::Unsure => None,
    });
    let new: Vec<(String, String)> = new.collect();
    case.answers.extend(new);
}

/// A file's name without its folders, which would tell of whoever handed it in.
pub fn base(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or(file)
}

//! What evidence gives a case: findings that propose answers, and values where it has none.

use crate::{
    case::{Case, Finding},
    evidence::{Place, Reading, Value},
    guide::{Guide, Id, Problem, Variable},
    trail::{self, Answer, Ask, Trail},
};

/// Takes a reading into a case; answers with the values that were filled in. What the person typed stays.
pub fn take(case: &mut Case, guide: &Guide, reading: &Reading) -> Vec<Value> {
    let file = base(&reading.file);
    let finding = |finding: &crate::evidence::Finding| {
        let Place { line, path, .. } = finding.place.clone();
        let (question, option) = (finding.question.clone(), finding.option.clone());
        Finding { question, option, file: file.to_owned(), line, path, text: finding.text.clone() }
    };
    case.hand_in(file, reading.findings.iter().map(finding).collect::<Vec<_>>());
    let mut filled: Vec<Value> = Vec::new();
    for value in &reading.variables {
        let of_it = || reading.variables.iter().filter(|other| other.variable == value.variable);
        let several = guide.find::<Variable>(&value.variable).is_some_and(|variable| guide[variable].several);
        // Where a file names two machines, only the person knows which one is meant.
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
pub fn answer(case: &mut Case, guide: &Guide, problem: Id<Problem>) {
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
fn base(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or(file)
}

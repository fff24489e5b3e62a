//! What a case of another problem knows already, so that nothing is asked again that was answered.

use std::collections::BTreeMap;

use super::{Case, open::OpenCase, trail::Answer};
use crate::guide::{Guide, Question, QuestionKind};

/// Takes the answers to questions of state that one case came to, its values and its evidence into a new case, as far as the
/// guide of that one asks for them.
pub fn carry(case: &mut Case, guide: &Guide, known: &OpenCase) {
    let old = &known.guide;
    // What was asked again after a repair is so today.
    let latest: BTreeMap<&str, (&str, &str)> = known
        .trail
        .asked()
        .filter_map(|(ask, answer)| {
            let question = &old[ask.question];
            let Answer::Option(option) = answer else { return None };
            (question.kind == QuestionKind::State)
                .then(|| (question.id.as_str(), (question.options[option].as_str(), ask.key.as_str())))
        })
        .collect();
    for (question, (option, key)) in latest {
        let same = guide.find::<Question>(question).map(|id| &guide[id]);
        if same.is_some_and(|same| same.option(option).is_some()) {
            case.answers.insert(question.to_owned(), option.to_owned());
            let when = known.case.answered.get(key).map(|when| (question.to_owned(), when.clone()));
            case.answered.extend(when);
        }
    }
    for (name, values) in &known.case.variables {
        case.variables.entry(name.clone()).or_insert_with(|| values.clone());
    }
    let asked = |finding: &&super::Finding| guide.find::<Question>(&finding.question).is_some();
    case.pastes = case.pastes.max(known.case.pastes);
    case.findings.extend(known.case.findings.iter().filter(asked).cloned());
}

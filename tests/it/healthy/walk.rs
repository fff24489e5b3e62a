//! Every trail of every problem by the answers of a healthy VM: none proposes a repair.

use std::collections::{BTreeMap, BTreeSet};

use backup_medic::{
    case::trail::{Answer, Ask, Head, Trail},
    guide::{Guide, Id, Problem, QuestionKind},
};

use super::data::Healthy;

/// Repairs that are proposed, and questions that are asked although nobody should come to them.
pub(super) fn complaints(guide: &Guide, vm: &Healthy) -> BTreeSet<String> {
    guide.ids::<Problem>().flat_map(|problem| walked(guide, problem, vm)).collect()
}

fn walked(guide: &Guide, problem: Id<Problem>, vm: &Healthy) -> BTreeSet<String> {
    let (mut complaints, mut open) = (BTreeSet::new(), vec![BTreeMap::<String, usize>::new()]);
    let of = &guide[problem].id;
    while let Some(chosen) = open.pop() {
        let trail = Trail::replay(guide, problem, |ask| {
            chosen.get(&ask.key).copied().or_else(|| healthy(guide, ask, vm)).map(Answer::Option)
        });
        let proposed = trail.remedies().map(|(_, remedy)| &guide[remedy.remedy].id);
        let repairs = proposed.filter(|remedy| !vm.harmless.contains(*remedy));
        complaints.extend(repairs.map(|remedy| format!("{of}: {remedy} is proposed")));
        let asked = trail.asked().map(|(ask, _)| &guide[ask.question].id);
        let unmeant = asked.filter(|question| vm.never.contains_key(*question));
        complaints.extend(unmeant.map(|question| format!("{of}: {question} is asked")));
        if let Head::Open(ask) = &trail.head {
            let question = &guide[ask.question];
            if question.kind == QuestionKind::State && !vm.any.contains(&question.id) {
                complaints.insert(format!("{of}: {} has no answer", question.id));
                continue;
            }
            let options = 0..question.options.len();
            open.extend(options.map(|option| {
                chosen.iter().map(|(k, v)| (k.clone(), *v)).chain([(ask.key.clone(), option)]).collect()
            }));
        }
    }
    complaints
}

/// The answer that the VM gives, where it is no matter of choice.
fn healthy(guide: &Guide, ask: &Ask, vm: &Healthy) -> Option<usize> {
    let question = &guide[ask.question];
    question.option(vm.answer.get(&question.id)?)
}

//! Dangers: every language warns of a step with a disruptive effect, and of each step that English warns of.

use super::{WordsByName, source};
use crate::guide::{Guide, Report};

/// Looks for steps without the warning that they need; a remedy without any words is reported elsewhere.
pub(super) fn lint(guide: &Guide, words: &WordsByName<'_, '_>, english: &WordsByName<'_, '_>, report: &mut Report) {
    for remedy in &guide.remedies {
        let message = format!("remedy-{}", remedy.id);
        let Some((source, part)) = words.get(&(message.clone(), None)).filter(|(source, _)| !source.broken) else {
            continue;
        };
        for step in &remedy.steps {
            let warning = (message.clone(), Some(format!("warn-{}", step.id)));
            let effects = step.effects.iter().map(|effect| &guide[*effect]).filter(|effect| effect.disruptive);
            let effects: Vec<&str> = effects.map(|effect| effect.id.as_str()).collect();
            let needed = !effects.is_empty() || english.contains_key(&warning);
            if needed && !words.contains_key(&warning) {
                let name = source::name(&message, warning.1.as_deref());
                let effects = if effects.is_empty() { "none".to_owned() } else { effects.join(", ") };
                report.add("no-warning", source.path, part.span.clone(), [("name", &name), ("effects", &effects)]);
            }
        }
    }
}

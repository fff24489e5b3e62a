//! The value that a field offers: what evidence names, or what the person gave the same name before. It is never filled in
//! unasked, and a name of one VM is never offered to another.

use super::{HomeRow, Model, Overlay, Purpose, fields, taking};
use crate::{
    guide::{Id, Variable},
    l10n::args,
    text::markdown,
};

/// A value, and where it is from.
struct OfferedValue {
    value: String,
    /// The sentence that shows it.
    sentence: &'static str,
    /// What the other case is called, or the place in the evidence, in words.
    source: String,
    /// What else the evidence names.
    others: Vec<String>,
}

impl Model {
    /// What the field in view offers, in words; nothing where it has a text, or nothing is known.
    pub fn offered(&self) -> Option<String> {
        let offer = self.offer()?;
        let others: Vec<String> = offer.others.iter().map(|other| markdown::code(other)).collect();
        let args = args!(
            "value" => markdown::code(&offer.value),
            "source" => offer.source,
            "others" => others.join(", ")
        );
        Some(self.words.say_with(offer.sentence, &args))
    }

    fn offer(&self) -> Option<OfferedValue> {
        let Some(Overlay::Field(field)) = self.overlay() else { return None };
        let Purpose::Variable(id) = field.purpose else { return None };
        if !field.input.value().is_empty() {
            return None;
        }
        let is_shared = self.session()?.open.guide[id].shared;
        let before = || self.in_settings(id).or_else(|| self.used_last(id));
        self.named(id).or_else(|| is_shared.then(before).flatten())
    }

    /// What the evidence of this case names first, of several.
    fn named(&self, id: Id<Variable>) -> Option<OfferedValue> {
        let session = self.session()?;
        let name = &session.open.guide[id].id;
        let mut values = session.named.iter().filter(|value| value.variable == *name);
        let first = values.next()?;
        let source = self.words.place(&first.place.file, first.place.line, &first.place.path);
        let mut others: Vec<String> = values.map(|other| other.value.clone()).collect();
        others.retain(|other| *other != first.value);
        let sentence = if others.is_empty() { "field-offer-named" } else { "field-offer-several" };
        Some(OfferedValue { value: first.value.clone(), sentence, source, others })
    }

    fn in_settings(&self, id: Id<Variable>) -> Option<OfferedValue> {
        let name = &self.session()?.open.guide[id].id;
        let (.., values) = self.preferences.values.rows().iter().find(|(_, known, _)| known == name)?;
        Some(OfferedValue {
            value: values.first()?.clone(),
            sentence: "field-offer-settings",
            source: String::new(),
            others: Vec::new(),
        })
    }

    /// The case that was changed last of those that have it.
    fn used_last(&self, id: Id<Variable>) -> Option<OfferedValue> {
        let variable = &self.session()?.open.guide[id];
        let others = self.all_cases().filter(|(row, _)| Some(*row) != self.current.map(HomeRow::Case));
        let used = others.filter_map(|(_, listed)| {
            let value = listed.case.variables.get(&variable.id)?.first()?;
            variable.rule.accepts(value).then_some((listed.changed, value, listed.case))
        });
        let (_, value, case) = used.max_by_key(|(changed, ..)| *changed)?;
        let vm = case.variables.get("vm").and_then(|names| names.first());
        let own = Some(&case.name).filter(|name| !name.is_empty()).or(vm).cloned();
        let source = markdown::code(&own.unwrap_or_else(|| self.case_title(case)));
        Some(OfferedValue { value: value.clone(), sentence: "field-offer-case", source, others: Vec::new() })
    }
}

/// Keeps what the field offers, as if it were typed.
pub(super) fn take(model: &mut Model) {
    if let Some(offer) = model.offer() {
        fields::fill(model, &offer.value);
        taking::keep(model);
    }
}

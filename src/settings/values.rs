//! Values for commands as they are given from outside, each with its place, and how they come into a case.

use crate::{
    case::Case,
    error::Error,
    guide::{Guide, Variable, nearest},
    text::sanitise,
};

/// Values by their names, in the order given; `at` names the place for errors.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Values(Vec<(String, String, Vec<String>)>);

impl Values {
    /// Adds a name with its values; one that was given before holds several.
    pub fn push(&mut self, at: String, name: String, values: Vec<String>) {
        match self.0.iter_mut().find(|(_, known, _)| *known == name) {
            Some((_, _, known)) => known.extend(values),
            None => self.0.push((at, name, values)),
        }
    }

    /// The names that have a value.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, name, _)| name.as_str())
    }

    /// Each with its place.
    pub fn rows(&self) -> &[(String, String, Vec<String>)] {
        &self.0
    }

    /// Those that a guide knows.
    #[must_use]
    pub fn known_to(&self, guide: &Guide) -> Self {
        Values(self.0.iter().filter(|(_, name, _)| guide.find::<Variable>(name).is_some()).cloned().collect())
    }

    /// Those that a case has not.
    #[must_use]
    pub fn without(self, case: &Case) -> Self {
        Values(self.0.into_iter().filter(|(_, name, _)| !case.variables.contains_key(name)).collect())
    }

    /// Puts everything into a case; what the case has already is replaced.
    ///
    /// # Errors
    /// Bad input where there is no such variable, or a value breaks its rule.
    pub fn fill(&self, guide: &Guide, case: &mut Case) -> Result<(), Error> {
        for (at, name, values) in &self.0 {
            let variable = guide.find::<Variable>(name).ok_or_else(|| {
                let known: Vec<&str> = guide.variables.iter().map(|variable| variable.id.as_str()).collect();
                let near = nearest(name, known.iter().copied()).map(str::to_owned);
                Error::UnknownVariable { at: at.clone(), name: name.clone(), known: known.join(", "), near }
            })?;
            let variable = &guide[variable];
            if values.len() > 1 && !variable.several {
                return Err(Error::OneValue { at: at.clone(), name: name.clone() });
            }
            let bad = |value: &&String| sanitise::visible_line(value) != **value || !variable.rule.accepts(value);
            if let Some(value) = values.iter().find(bad) {
                let (at, name, value) = (at.clone(), name.clone(), value.clone());
                return Err(Error::BadValue { at, name, value, example: variable.example.clone() });
            }
            case.variables.insert(name.clone(), values.clone());
        }
        Ok(())
    }
}

//! What of a case may leave the program: secrets never, names and addresses only where they are not redacted.

mod assigned;
mod bytes;
mod dictionary;
mod elements;
mod escapes;
mod find;
mod forms;
mod groups;
mod kinds;
mod labels;
mod links;
mod look;
mod manifests;
mod named;
mod names;
mod options;
mod reader;
mod rules;
mod secrets;
mod sentence;
mod shapes;
mod sieve;
mod sought;
mod tables;
mod value;
mod view;
mod work;

use crate::{
    case::{Case, Mark},
    guide::Guide,
};

pub use names::Names;
pub use secrets::mask;

/// The case with every secret in its free text masked, as each export takes it. A value that is a secret by its form is
/// left out, so that commands show what goes there: a mask in its place would look like a name.
pub fn masked(case: &Case) -> Case {
    let mut case = rewritten(case, mask);
    for values in case.variables.values_mut() {
        values.retain(|value| mask(value) == *value);
    }
    case.variables.retain(|_, values| !values.is_empty());
    case
}

/// The masked case with a stable pseudonym for each name, identifier and address, wherever it occurs.
///
/// A pseudonym keeps its variable's rule, and redacting again changes nothing.
pub fn redact(case: &Case, guide: &Guide) -> Case {
    let mut case = masked(case);
    let mut names = Names::of(&case, guide);
    for (name, values) in &mut case.variables {
        names.rename(guide, name, values);
    }
    // A pseudonym may make what is beside it look like a secret.
    masked(&rewritten(&case, |text| names.replace(text)))
}

/// The case with its free text changed: its name, its notes, the reasons of its marks, and what evidence says.
fn rewritten(case: &Case, mut change: impl FnMut(&str) -> String) -> Case {
    let mut case = case.clone();
    case.name = change(&case.name);
    for note in case.notes.values_mut() {
        *note = change(note);
    }
    for mark in case.marks.values_mut() {
        if let Mark::Failed(reason) | Mark::Skipped(reason) = mark {
            *reason = change(reason);
        }
    }
    for finding in &mut case.findings {
        for text in [&mut finding.file, &mut finding.path, &mut finding.text, &mut finding.about] {
            *text = change(text);
        }
    }
    case
}

/// Every free text of a case.
fn texts(case: &Case) -> impl Iterator<Item = &str> {
    let reasons = case.marks.values().filter_map(|mark| match mark {
        Mark::Failed(reason) | Mark::Skipped(reason) => Some(reason.as_str()),
        Mark::Done => None,
    });
    let found = case.findings.iter().flat_map(|finding| [&finding.file, &finding.path, &finding.text, &finding.about]);
    let told = case.notes.values().chain(found).map(String::as_str);
    [case.name.as_str()].into_iter().chain(told).chain(reasons)
}

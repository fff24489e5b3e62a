//! Whether a word has the form of a name: what stands behind a word for a VM or a vault may also be the next word of the sentence.

use super::{
    machines::{is_compound, is_machine, is_vault, parts},
    name_labels::ProseName,
    words::WORDS,
};
use crate::guide::NamingRule;

/// Whether a name is one without what stands before it: behind a verb any word may follow.
pub(super) fn is_named_by_itself(name: &str, what: ProseName) -> bool {
    let lower = name.to_ascii_lowercase();
    match what {
        ProseName::Vault => is_vault(&lower) || is_machine(name),
        ProseName::Group | ProseName::AnyGroup => is_group(&lower) || is_machine(name) || is_styled(name),
        ProseName::Subscription | ProseName::Job => true,
        _ => is_machine(name),
    }
}

/// Whether a name has capital letters where no word has them: `WebFarm-EU`.
fn is_styled(name: &str) -> bool {
    let is_capital = |c: char| c.is_ascii_uppercase();
    parts(name).count() > 1
        && parts(name).all(|part| part.starts_with(is_capital))
        && parts(name).any(|part| part.chars().skip(1).any(is_capital))
}

/// Whether it is a name, and not the word that comes next in a sentence.
pub(super) fn is_name(name: &str, what: ProseName, quoted: bool) -> bool {
    let lower = name.to_ascii_lowercase();
    let letter = name.contains(|c: char| c.is_ascii_alphabetic());
    let digit = name.contains(|c: char| c.is_ascii_digit());
    let joined = name.contains(['-', '_']);
    let is_guid = NamingRule::Guid.accepts(name);
    let of_group = is_group(&lower);
    match what {
        ProseName::Job => is_guid,
        ProseName::Subscription if is_guid => true,
        _ if is_guid || !letter || name.len() < 3 || name.contains('.') => false,
        _ if !name.starts_with(|c: char| c.is_ascii_alphanumeric())
            || WORDS.machine.kinds.iter().any(|kind| lower.starts_with(kind.as_str())) =>
        {
            false
        }
        ProseName::Saved => (digit || is_machine(name)) && !of_group,
        ProseName::Machine | ProseName::NotSaved => is_machine(name),
        ProseName::Vm => (quoted || digit || is_telling(&lower) || is_compound(name)) && !of_group,
        ProseName::Group => quoted || digit || joined,
        ProseName::AnyGroup => of_group,
        ProseName::Vault if of_group => false,
        ProseName::Vault | ProseName::Subscription => quoted || digit || (joined && parts(&lower).count() > 1),
    }
}

/// Whether a name with a hyphen and without a figure is that of a VM: a word may have one too.
fn is_telling(lower: &str) -> bool {
    let (words, parts) = (&WORDS.machine, parts(lower).collect::<Vec<_>>());
    parts.len() > 1 && parts.iter().any(|part| words.telling.contains(*part)) && !words.prefixes.contains(parts[0])
}

/// Whether a name is that of a resource group by its own words.
pub(super) fn is_group(lower: &str) -> bool {
    let parts: Vec<&str> = parts(lower).collect();
    parts.len() > 1 && (parts[0] == "rg" || parts[parts.len() - 1] == "rg")
}

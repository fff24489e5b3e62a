//! The extensions of a VM: `az vm extension list`.

use crate::evidence::{
    EvidenceKind,
    azure::{
        extension_state::{self, Extension, ExtensionState},
        subject::Subject,
    },
    notes::Notes,
    text::node::JsonNode,
};

/// The type of an extension.
const TYPE: &str = "Microsoft.Compute/virtualMachines/extensions";

fn extension<'n>(item: &JsonNode<'n>, notes: &Notes<'_>) -> Option<Extension<'n>> {
    let name = item.text_of("name")?;
    let state = item.of("provisioningState").filter(|state| state.text().is_some());
    let text = state.as_ref().and_then(|state| state.text()).unwrap_or_default();
    let place = notes.place(state.as_ref().unwrap_or(item));
    Some(Extension { name, kind: kind(item).unwrap_or(name), state: ExtensionState::of(text), text, place })
}

pub(super) fn read(document: &JsonNode<'_>, notes: &mut Notes<'_>) -> bool {
    let (resources, is_list) = document.resources();
    // Records that somebody shortened stand beside whole ones.
    let (items, short): (Vec<_>, Vec<_>) = resources.into_iter().partition(is_extension);
    if items.is_empty() {
        return false;
    }
    notes.kind(EvidenceKind::Extensions);
    let mut subjects = items.iter().filter_map(subject).peekable();
    let tells = subjects.peek().is_some();
    let meant = Subject::meant(subjects, notes);
    if tells && meant.is_none() {
        return true;
    }
    let of_meant = |item: &&JsonNode<'_>| match (meant, subject(item)) {
        (Some(meant), Some(subject)) => subject.is(&meant),
        _ => true,
    };
    let items: Vec<_> = items.iter().filter(of_meant).collect();
    match meant {
        Some(meant) => meant.note(notes, &notes.place(items[0])),
        None => note_group(&items, notes),
    }
    let mut extensions = Vec::new();
    for item in items {
        let Some(extension) = extension(item, notes) else { continue };
        extensions.push(extension);
        statements(item, notes);
    }
    let states = short.iter().map(|item| extension(item, notes).filter(|_| item.of("provisioningState").is_some()));
    let told: Vec<_> = states.collect();
    let is_told = told.iter().all(Option::is_some);
    extensions.extend(told.into_iter().flatten());
    // A single extension proves nothing about the others, nor does a list with an unknown state.
    if is_list && is_told {
        extension_state::judge(&extensions, notes);
    }
    true
}

/// An extension lies in the group of its VM.
fn note_group(items: &[&JsonNode<'_>], notes: &mut Notes<'_>) {
    let group = items[0].get("resourceGroup").and_then(|group| group.text());
    if items.iter().all(|item| item.get("resourceGroup").and_then(|group| group.text()) == group) {
        notes.variable("resource-group", group.unwrap_or_default(), notes.place(items[0]));
    }
}

fn subject<'n>(item: &JsonNode<'n>) -> Option<Subject<'n>> {
    Subject::of_id(item.text_of("id")?)
}

fn is_extension(node: &JsonNode<'_>) -> bool {
    let typed = node.is_a(TYPE);
    let by_members = node.text_of("publisher").is_some()
        && ["typeHandlerVersion", "version"].iter().any(|key| node.of(key).is_some())
        && node.of("provisioningState").is_some();
    typed || by_members
}

/// The CLI has given the type three names so far; at the root of REST's answer `type` is the resource's.
fn kind<'n>(node: &JsonNode<'n>) -> Option<&'n str> {
    let flat = ["typePropertiesType", "virtualMachineExtensionType", "typeName"];
    let flat = flat.iter().find_map(|key| node.get(key)?.text());
    flat.or_else(|| node.get("properties")?.get("type")?.text()).or_else(|| node.get("type")?.text())
}

fn statements(item: &JsonNode<'_>, notes: &mut Notes<'_>) {
    let Some(view) = item.of("instanceView") else { return };
    for status in view.get("statuses").map(|list| list.items()).unwrap_or_default() {
        let Some(code) = status.get("code").and_then(|code| code.text()) else { continue };
        let message = status.get("message").filter(|message| message.text().is_some());
        if ExtensionState::of(code) == ExtensionState::Failed
            && let Some(message) = message
        {
            let reason = extension_state::reason(code);
            notes.statement(message.text().unwrap_or_default(), reason, None, notes.place(&message));
        }
    }
}

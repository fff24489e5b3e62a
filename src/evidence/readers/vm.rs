//! A VM as Azure describes it: its model, its instance view, or both in one.

use rustc_hash::FxHashMap;

use super::states::{is_power, is_shown_power, power_value, provisioning_value, strip};
use crate::evidence::{
    EvidenceKind,
    azure::{
        disk::{self, Disk},
        extension_state::{self, Extension, ExtensionState},
        subject::Subject,
        system,
    },
    notes::Notes,
    text::{documents::Loss, node::JsonNode},
};

/// The type of a VM.
const TYPE: &str = "Microsoft.Compute/virtualMachines";

pub(super) fn read(document: &JsonNode<'_>, notes: &mut Notes<'_>) -> bool {
    let (vms, _) = document.resources();
    if read_statuses(&vms, notes) {
        return true;
    }
    let vms: Vec<_> = vms.into_iter().filter_map(AzureVm::of).collect();
    let Some(first) = vms.first() else { return false };
    notes.kind(if first.view.is_some() { EvidenceKind::InstanceView } else { EvidenceKind::Vm });
    let meant = match &vms[..] {
        [only] if only.subject().is_none() => Some(only),
        _ => {
            let meant = Subject::meant(vms.iter().filter_map(AzureVm::subject), notes);
            meant.and_then(|meant| vms.iter().find(|vm| vm.subject().is_some_and(|subject| subject.is(&meant))))
        }
    };
    if let Some(vm) = meant {
        vm.note(notes);
    }
    true
}

/// Columns and members that show the power state, as az names it and as people name it in a query.
const POWER: [&str; 6] = ["powerState", "power", "state", "status", "vmStatus", "displayStatus"];

/// The statuses of a VM alone, as a query of the CLI leaves them.
fn read_statuses(rows: &[JsonNode<'_>], notes: &mut Notes<'_>) -> bool {
    let codes = rows.iter().filter(|row| row.has("displayStatus")).filter_map(|row| row.get("code"));
    let codes: Vec<_> = codes.filter_map(|node| Some((node.text()?, node))).collect();
    let Some((code, power)) = codes.iter().find(|(code, _)| is_power(code)) else { return read_agent(rows, notes) };
    notes.kind(EvidenceKind::InstanceView);
    if let Some((_, state)) = code.split_once('/') {
        power_state(state, code, power, notes);
    }
    let mut states = codes.iter().filter_map(|(code, node)| Some((strip(code, "ProvisioningState/")?, code, node)));
    if let (Some((state, code, node)), None) = (states.next(), states.next())
        && let Some(value) = provisioning_value(state)
    {
        notes.fact("provisioning", value, notes.place(node), code);
    }
    true
}

/// The status of the agent alone, which has the form of that of an extension's handler, but not its message.
fn read_agent(rows: &[JsonNode<'_>], notes: &mut Notes<'_>) -> bool {
    let [row] = rows else { return false };
    let (Some(code), Some(shown)) = (row.text_of("code"), row.get("displayStatus")) else { return false };
    let is_handler = row.text_of("message").is_none_or(|message| message.contains("lugin"));
    let value = match shown.text().unwrap_or_default() {
        "Ready" => "ready",
        "Not Ready" => "not-ready",
        _ => return false,
    };
    if is_handler || strip(code, "ProvisioningState/").is_none() {
        return false;
    }
    notes.kind(EvidenceKind::InstanceView);
    notes.fact("agent", value, notes.place(&shown), shown.text().unwrap_or_default());
    true
}

struct AzureVm<'n> {
    /// The resource; the view itself where that is all there is.
    model: JsonNode<'n>,
    /// The instance view, nested or the root.
    view: Option<JsonNode<'n>>,
}

impl<'n> AzureVm<'n> {
    fn of(node: JsonNode<'n>) -> Option<Self> {
        let is_view = |node: &JsonNode<'_>| {
            let statuses = node.get("statuses").map(|list| list.items()).unwrap_or_default();
            let power = statuses.iter().filter_map(|status| status.get("code")?.text());
            power.into_iter().any(is_power) || node.get("vmAgent").is_some_and(|a| a.has("vmAgentVersion"))
        };
        if let Some(view) = node.of("instanceView").filter(|view| is_view(view)) {
            return Some(AzureVm { model: node, view: Some(view) });
        }
        if is_view(&node) {
            return Some(AzureVm { model: node.clone(), view: Some(node) });
        }
        // A row of a table has little else.
        let shown = POWER.iter().any(|key| node.text_of(key).is_some_and(is_shown_power));
        // What was cut out of a model has some of its members.
        let is_part = node.of("provisioningState").is_some()
            && ["vmId", "osProfile", "hardwareProfile"].iter().any(|key| node.of(key).is_some())
            && !node.has("instanceId");
        let is_model = shown
            || is_part
            || node.is_a(TYPE)
            || (node.way(&["storageProfile", "osDisk"]).is_some() && node.of("osProfile").is_some());
        is_model.then_some(AzureVm { model: node, view: None })
    }

    fn subject(&self) -> Option<Subject<'n>> {
        let by_id = self.model.text_of("id").and_then(Subject::of_id);
        by_id.or_else(|| {
            // A view alone has the name that the guest gave itself, which is not the VM's.
            let group = ["resourceGroup", "ResourceGroupName"].iter().find_map(|key| self.model.text_of(key));
            let is_named = group.is_some() || self.model.of("storageProfile").is_some();
            let vm = self.model.get("name").filter(|_| is_named)?.text()?;
            Some(Subject { vm, group, subscription: None })
        })
    }

    fn note(&self, notes: &mut Notes<'_>) {
        if let Some(subject) = self.subject() {
            let place = notes.place(&self.model.get("id").unwrap_or_else(|| self.model.clone()));
            subject.note(notes, &place);
        }
        let power = self.power(notes);
        self.provisioning(notes);
        // In what is missing the VM may be stopped, and what its agent last reported is nothing of today.
        if power == Some("running") || (power.is_none() && notes.loss != Loss::Parts) {
            self.agent(notes);
        }
        self.system(notes);
        self.extensions(notes);
        self.disks(notes);
    }

    /// The statuses of the VM, each by its code.
    fn statuses(&self) -> Vec<(&'n str, JsonNode<'n>, JsonNode<'n>)> {
        let statuses = self.view.as_ref().and_then(|view| view.get("statuses"));
        let statuses = statuses.map(|list| list.items()).unwrap_or_default();
        statuses
            .into_iter()
            .filter_map(|status| {
                let code = status.get("code")?;
                Some((code.text()?, code, status))
            })
            .collect()
    }

    /// Reports the power state, and says which one it is; one that is changing is not reported.
    fn power(&self, notes: &mut Notes<'_>) -> Option<&'n str> {
        let mut power = None;
        for (code, node, _) in self.statuses().into_iter().filter(|(code, ..)| is_power(code)) {
            power = power_state(code.split_once('/')?.1, code, &node, notes);
        }
        // As `az vm show --show-details` prints it, and as Resource Graph has it.
        let elsewhere = [&["powerState"][..], &["extended", "instanceView", "powerState", "code"]];
        let by_way = || elsewhere.iter().find_map(|way| self.model.way(way));
        let shown = POWER.iter().filter_map(|key| self.model.of(key));
        let mut shown = shown.filter(|node| node.text().is_some_and(is_shown_power));
        let node = shown.next().or_else(by_way).filter(|_| power.is_none());
        if let Some((text, node)) = node.and_then(|node| Some((node.text()?, node))) {
            let state = strip(text, "VM ").or_else(|| strip(text, "PowerState/")).unwrap_or(text);
            power = power_state(state, text, &node, notes);
        }
        power
    }

    fn provisioning(&self, notes: &mut Notes<'_>) {
        // A query gives it a name of its own, beside the power state.
        const NAMES: [&str; 5] = ["provisioningState", "state", "provisioning", "prov", "provState"];
        let is_shown = |key: &&&str| **key == NAMES[0] || self.view.is_none();
        let shown = NAMES.iter().filter(is_shown).find_map(|key| {
            let node = self.model.of(key)?;
            let text = node.text().filter(|text| *key == NAMES[0] || provisioning_value(text).is_some())?;
            Some((text, node))
        });
        let in_view = self.statuses().into_iter().filter(|(code, ..)| strip(code, "ProvisioningState/").is_some());
        let in_view: Vec<_> = in_view.collect();
        for (code, node) in in_view.iter().map(|(code, node, _)| (*code, node.clone())).chain(shown) {
            let state = strip(code, "ProvisioningState/").unwrap_or(code);
            let Some(value) = provisioning_value(state) else { continue };
            notes.fact("provisioning", value, notes.place(&node), code);
        }
        for (code, node, status) in &in_view {
            if ExtensionState::of(code) == ExtensionState::Failed {
                let message = status.get("message").and_then(|message| message.text()).unwrap_or_default();
                notes.statement(message, extension_state::reason(code), None, notes.place(node));
            }
        }
    }

    fn agent(&self, notes: &mut Notes<'_>) {
        let agent = self.view.as_ref().and_then(|view| view.get("vmAgent")?.get("statuses"));
        let statuses = agent.map(|list| list.items()).unwrap_or_default();
        let of_status = |status: &JsonNode<'n>| ["displayStatus", "code"].iter().find_map(|key| status.get(key));
        // A query gives it a name of its own.
        let named = ["agent", "agentStatus", "vmAgent", "vmAgentStatus"].iter().filter_map(|key| self.model.get(key));
        for node in statuses.iter().filter_map(of_status).chain(named) {
            let Some(text) = node.text() else { continue };
            let value = match text.to_ascii_lowercase().as_str() {
                "ready" | "provisioningstate/succeeded" => "ready",
                "not ready" | "provisioningstate/unavailable" => "not-ready",
                _ => continue,
            };
            notes.fact("agent", value, notes.place(&node), text);
        }
    }

    /// The operating system by the best sign there is: the disk, the profile, the guest's own name, its extensions.
    fn system(&self, notes: &mut Notes<'_>) {
        let disk = self.model.way(&["storageProfile", "osDisk", "osType"]);
        let profile = self.model.of("osProfile");
        let configured = |key: &str| profile.as_ref().and_then(|profile| profile.get(key));
        let name = self.view.as_ref().and_then(|view| view.get("osName"));
        let kind = self.all_extensions(notes).into_iter().find(|extension| extension.is_backup());
        if let Some((text, node)) = disk.and_then(|node| Some((node.text()?, node)))
            && let Some(value) = system::by_type(text)
        {
            notes.fact("os", value, notes.place(&node), text);
        } else if let Some(node) = configured("linuxConfiguration") {
            notes.fact("os", "linux", notes.place(&node), "linuxConfiguration");
        } else if let Some(node) = configured("windowsConfiguration") {
            notes.fact("os", "windows", notes.place(&node), "windowsConfiguration");
        } else if let Some((text, node)) = name.clone().and_then(|node| Some((node.text()?, node)))
            && let Some(value) = system::by_name(text)
        {
            notes.fact("os", value, notes.place(&node), text);
        } else if let Some(extension) = kind {
            let value = if extension.kind.to_ascii_lowercase().ends_with("linux") { "linux" } else { "windows" };
            notes.fact("os", value, extension.place.clone(), extension.kind);
        }
        let publisher = self.model.way(&["storageProfile", "imageReference", "publisher"]);
        for node in [name, publisher].into_iter().flatten() {
            if let Some(text) = node.text()
                && let Some(value) = system::family(text)
            {
                notes.fact("linux-family", value, notes.place(&node), text);
                break;
            }
        }
    }

    /// Every extension that the view shows, and the handlers that are not among them.
    fn all_extensions(&self, notes: &Notes<'_>) -> Vec<Extension<'n>> {
        let Some(view) = &self.view else { return Vec::new() };
        let shown = list(view.get("extensions")).into_iter();
        let mut all: Vec<Extension<'n>> = shown.filter_map(|node| extension(&node, notes)).collect();
        // The first of each type.
        let mut places: FxHashMap<String, usize> = FxHashMap::default();
        all.iter().enumerate().for_each(|(at, one)| _ = places.entry(one.kind.to_ascii_lowercase()).or_insert(at));
        for node in list(view.get("vmAgent").and_then(|agent| agent.get("extensionHandlers"))) {
            let Some(kind) = node.text_of("type") else { continue };
            let shown = node.get("status").and_then(|status| status.get("displayStatus").or(status.get("code")));
            let Some((shown, text)) = shown.and_then(|node| Some((node.clone(), node.text()?))) else { continue };
            let failed = text.eq_ignore_ascii_case("Not Ready") || ExtensionState::of(text) == ExtensionState::Failed;
            let known = places.get(&kind.to_ascii_lowercase()).map(|at| &mut all[*at]);
            match known {
                Some(known) if failed && known.state != ExtensionState::Failed => {
                    (known.state, known.text, known.place) = (ExtensionState::Failed, text, notes.place(&shown));
                }
                // A handler that is ready is only loaded; what it last did is not told.
                None if failed => {
                    let name = kind.rsplit('.').next().unwrap_or(kind);
                    places.insert(kind.to_ascii_lowercase(), all.len());
                    all.push(Extension { name, kind, state: ExtensionState::Failed, text, place: notes.place(&shown) });
                }
                None if extension_state::is_backup(kind) => {
                    let place = notes.place(&shown);
                    places.insert(kind.to_ascii_lowercase(), all.len());
                    all.push(Extension { name: kind, kind, state: ExtensionState::Loaded, text, place });
                }
                _ => {}
            }
        }
        all
    }

    fn extensions(&self, notes: &mut Notes<'_>) {
        let mut all = self.all_extensions(notes);
        all.retain(|extension| extension.state != ExtensionState::Loaded);
        extension_state::judge(&all, notes);
        let extensions = self.view.as_ref().and_then(|view| view.get("extensions"));
        for node in extensions.map(|list| list.items()).unwrap_or_default() {
            for status in node.get("statuses").map(|list| list.items()).unwrap_or_default() {
                let Some(code) = status.get("code").and_then(|code| code.text()) else { continue };
                let message = status.get("message").and_then(|message| message.text());
                if ExtensionState::of(code) == ExtensionState::Failed
                    && (message.is_some() || extension_state::reason(code).is_some())
                {
                    let place = notes.place(&status.get("message").unwrap_or(status));
                    notes.statement(message.unwrap_or_default(), extension_state::reason(code), None, place);
                }
            }
        }
    }

    fn disks(&self, notes: &mut Notes<'_>) {
        let mut disks = Vec::new();
        if let Some(profile) = self.model.of("storageProfile")
            && let Some(os) = profile.get("osDisk")
        {
            disks.push(Disk::of_profile(&os));
            let data = profile.get("dataDisks").map(|list| list.items());
            let every = data.is_some();
            disks.extend(data.unwrap_or_default().iter().map(Disk::of_profile));
            disk::judge(&disks, every, notes);
        }
        if let Some(list) = self.view.as_ref().and_then(|view| view.get("disks")) {
            disk::judge_view(&list.items(), notes);
        }
    }
}

fn power_state<'n>(state: &'n str, text: &str, node: &JsonNode<'_>, notes: &mut Notes<'_>) -> Option<&'n str> {
    let Some(value) = power_value(state) else { return Some(state) };
    notes.fact("power", value, notes.place(node), text);
    Some(value)
}

fn list<'n>(node: Option<JsonNode<'n>>) -> Vec<JsonNode<'n>> {
    node.map(|list| list.items()).unwrap_or_default()
}

/// An extension of the view, by the worst of its statuses.
fn extension<'n>(node: &JsonNode<'n>, notes: &Notes<'_>) -> Option<Extension<'n>> {
    let name = node.text_of("name")?;
    let codes: Vec<_> = list(node.get("statuses")).into_iter().filter_map(|status| status.get("code")).collect();
    let worst = codes.iter().filter(|code| code.text().is_some());
    let worst = worst.max_by_key(|code| ExtensionState::of(code.text().unwrap_or_default()) == ExtensionState::Failed);
    let state = worst.and_then(|code| code.text()).map_or(ExtensionState::Unknown, ExtensionState::of);
    let kind = node.text_of("type").unwrap_or(name);
    let text = worst.and_then(|code| code.text()).unwrap_or(name);
    Some(Extension { name, kind, state, text, place: notes.place(worst.unwrap_or(node)) })
}

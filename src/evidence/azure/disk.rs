//! The disks of one VM: their sizes, and whether Azure Disk Encryption is on.

use crate::{
    evidence::{SourceRef, notes::Notes, text::node::JsonNode},
    text::azure_id::ResourceId,
};

/// A disk as far as an answer tells.
pub(crate) struct Disk<'n> {
    /// Its size in GiB, and where that stands.
    size: Option<(f64, JsonNode<'n>)>,
    /// Whether Azure Disk Encryption is on, and where that stands; other kinds of encryption are not this.
    encrypted: Option<(bool, JsonNode<'n>)>,
    /// The addresses of the secret and of the key, where there are any.
    settings: Option<JsonNode<'n>>,
}

impl<'n> Disk<'n> {
    /// From the storage profile of a VM; data disks show no encryption there, be they encrypted or not.
    pub(crate) fn of_profile(node: &JsonNode<'n>) -> Self {
        let settings = node.get("encryptionSettings");
        let enabled = settings.as_ref().and_then(|settings| settings.get("enabled"));
        // `false` there says only that the oldest form of encryption is off.
        let encrypted = enabled.filter(|node| node.boolean() == Some(true)).map(|node| (true, node));
        Disk { size: size(node), settings: settings.filter(|_| encrypted.is_some()), encrypted }
    }

    /// From a disk's own resource.
    pub(crate) fn of_resource(node: &JsonNode<'n>) -> Self {
        let collection = node.of("encryptionSettingsCollection");
        let enabled = collection.as_ref().and_then(|collection| collection.get("enabled"));
        let encrypted = enabled.and_then(|node| Some((node.boolean()?, node)));
        let settings =
            collection.and_then(|collection| collection.get("encryptionSettings")?.items().into_iter().next());
        let on = encrypted.as_ref().is_some_and(|(on, _)| *on);
        Disk { size: size(node), settings: settings.filter(|_| on), encrypted }
    }
}

/// Both spellings of the member, and only what can be a size.
fn size<'n>(node: &JsonNode<'n>) -> Option<(f64, JsonNode<'n>)> {
    let node = node.of("diskSizeGB")?;
    let size = node.number().filter(|size| *size > 0.0)?;
    Some((size, node))
}

/// Reports what the disks of one VM say; `every` where there are no others.
pub(crate) fn judge(disks: &[Disk<'_>], every: bool, notes: &mut Notes<'_>) {
    let every = every && notes.is_whole();
    let largest = |disks: &mut dyn Iterator<Item = &Disk<'_>>| -> Option<(f64, SourceRef, String)> {
        let sizes = disks.filter_map(|disk| disk.size.as_ref());
        let (size, node) = sizes.max_by(|a, b| a.0.total_cmp(&b.0))?;
        let key = node.path.rsplit('.').next().unwrap_or_default();
        Some((*size, notes.place(node), format!("{key}: {size}")))
    };
    let on = |disk: &&Disk<'_>| disk.encrypted.as_ref().is_some_and(|(on, _)| *on);
    let off = |disk: &Disk<'_>| disk.encrypted.as_ref().is_some_and(|(on, _)| !on);
    let sized = disks.iter().all(|disk| disk.size.is_some());
    let all = largest(&mut disks.iter());
    let encrypted = largest(&mut disks.iter().filter(on));
    let figures = [
        ("encrypted-disk-gib", encrypted),
        ("disk-gib", all.clone()),
        ("every-disk-gib", all.clone().filter(|_| every && sized)),
        ("every-plain-disk-gib", all.filter(|_| every && sized && disks.iter().all(off))),
    ];
    for (fact, figure) in figures {
        if let Some((size, place, text)) = figure {
            notes.figure(fact, size, place, &text);
        }
    }
    if let Some((_, node)) = disks.iter().find(on).and_then(|disk| disk.encrypted.as_ref()) {
        notes.fact("encryption", "on", notes.place(node), "enabled: true");
    } else if every && !disks.is_empty() && disks.iter().all(off) {
        let (_, node) = disks[0].encrypted.as_ref().expect("every one of them tells");
        notes.fact("encryption", "off", notes.place(node), "enabled: false");
    }
    for settings in disks.iter().filter_map(|disk| disk.settings.as_ref()) {
        keys(settings, notes);
    }
}

/// Reports the disks of an instance view, or of `az vm encryption show`.
pub(crate) fn judge_view(disks: &[JsonNode<'_>], notes: &mut Notes<'_>) {
    let mut off = Vec::new();
    for disk in disks {
        for settings in disk.get("encryptionSettings").map(|list| list.items()).unwrap_or_default() {
            if let Some(enabled) = settings.get("enabled").filter(|node| node.boolean() == Some(true)) {
                notes.fact("encryption", "on", notes.place(&enabled), "enabled: true");
                keys(&settings, notes);
            }
        }
        for status in disk.get("statuses").map(|list| list.items()).unwrap_or_default() {
            let Some((node, code)) = status.get("code").and_then(|node| Some((node.clone(), node.text()?))) else {
                continue;
            };
            match code.to_ascii_lowercase().as_str() {
                "encryptionstate/encrypted" => notes.fact("encryption", "on", notes.place(&node), code),
                "encryptionstate/notencrypted" => off.push((node, code)),
                _ => {}
            }
        }
    }
    if notes.is_whole() && !off.is_empty() && off.len() == disks.len() {
        notes.fact("encryption", "off", notes.place(&off[0].0), off[0].1);
    }
}

/// What protects a disk: a secret, or a key besides; a member that is missing leaves that open.
fn keys(settings: &JsonNode<'_>, notes: &mut Notes<'_>) {
    let secret = settings.get("diskEncryptionKey").and_then(|key| key.get("secretUrl"));
    let Some((secret, secret_url)) = secret.and_then(|node| Some((node.clone(), node.text()?))) else { return };
    let key = settings.get("keyEncryptionKey").and_then(|key| key.get("keyUrl"));
    if let Some((node, url)) = key.and_then(|node| Some((node.clone(), node.text()?))) {
        notes.fact("encryption-keys", "key-and-secret", notes.place(&node), url);
    } else if settings.has("keyEncryptionKey") && settings.get("keyEncryptionKey").is_none() {
        notes.fact("encryption-keys", "secret-only", notes.place(&secret), "keyEncryptionKey: null");
    }
    let host = secret_url.strip_prefix("https://").and_then(|rest| rest.split(['/', ':']).next());
    if let Some((vault, _)) = host.and_then(|host| host.split_once(".vault.")) {
        notes.variable("key-vault", vault, notes.place(&secret));
    }
    let source = settings.get("diskEncryptionKey").and_then(|key| key.get("sourceVault")?.get("id"));
    if let Some((node, id)) = source.and_then(|node| Some((node.clone(), node.text()?)))
        && let Some(group) = ResourceId::parse(id).and_then(|id| id.group)
    {
        notes.variable("key-vault-group", group, notes.place(&node));
    }
}

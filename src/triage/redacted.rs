//! The summary with pseudonyms: whoever gets it learns what failed and how often, not where.

use super::Summary;
use crate::redact::Names;

impl Summary {
    /// Puts a pseudonym in place of each name, identifier and address, and leaves out the ids of jobs.
    pub fn redact(&mut self) {
        let subscription = |name: &str| if name.len() == 36 { "guid" } else { "subscription" };
        let by_name = {
            let mut vms: Vec<_> = self.vms.iter().collect();
            vms.sort_by_key(|vm| (&vm.name, &vm.group, &vm.subscription));
            vms
        };
        let vms = by_name.iter().flat_map(|vm| {
            [("vm", vm.name.as_str()), ("group", &vm.group), (subscription(&vm.subscription), &vm.subscription)]
        });
        let vaults = self.vaults.iter().flat_map(|vault| [("vault", vault.name.as_str()), ("group", &vault.group)]);
        let texts = || {
            let codes = self.unknown.iter().map(|group| group.code.as_str());
            self.failings
                .iter()
                .flat_map(|failing| [failing.code.as_str(), &failing.message, &failing.operation])
                .chain(codes)
        };
        let names = Names::learned(vms.chain(vaults), texts);
        for vm in &mut self.vms {
            for name in [&mut vm.name, &mut vm.group, &mut vm.subscription] {
                *name = names.pseudonym(name);
            }
        }
        for vault in &mut self.vaults {
            for name in [&mut vault.name, &mut vault.group] {
                *name = names.pseudonym(name);
            }
        }
        for failing in &mut self.failings {
            for text in [&mut failing.code, &mut failing.message, &mut failing.operation] {
                *text = names.replace(text);
            }
        }
        for group in &mut self.unknown {
            group.code = names.replace(&group.code);
        }
        self.redacted = true;
    }
}

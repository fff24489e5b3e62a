//! Azure's naming rules: what a variable's value may look like.
//!
//! Source: "Naming rules and restrictions for Azure resources" (learn.microsoft.com), as far as it protects a command.

use std::net::IpAddr;

use super::model::NamingRule;
use crate::text::{azure_id, day::Day};

impl NamingRule {
    /// Its word in guides; the words say it as `rule-NAME`.
    pub fn name(self) -> &'static str {
        match self {
            NamingRule::Vm => "vm",
            NamingRule::ResourceGroup => "resource-group",
            NamingRule::Subscription => "subscription",
            NamingRule::Vault => "vault",
            NamingRule::KeyVault => "key-vault",
            NamingRule::Name => "name",
            NamingRule::Guid => "guid",
            NamingRule::IpAddress => "ip-address",
            NamingRule::Day => "day",
        }
    }

    /// Whether the value keeps the rule.
    pub fn accepts(self, value: &str) -> bool {
        let length = value.chars().count();
        let all = |good: fn(char) -> bool| value.chars().all(good);
        let starts = |good: fn(char) -> bool| value.chars().next().is_some_and(good);
        let ends = |good: fn(char) -> bool| value.chars().next_back().is_some_and(good);
        match self {
            NamingRule::Vm => (1..=64).contains(&length) && all(name_sign) && starts(word) && ends(word),
            NamingRule::ResourceGroup => {
                (1..=90).contains(&length) && all(|c| name_sign(c) || "()".contains(c)) && !value.ends_with('.')
            }
            NamingRule::Subscription => {
                azure_id::guid(value).is_some()
                    || ((1..=64).contains(&length) && all(subscription_sign) && starts(word) && ends(|c| c != ' '))
            }
            NamingRule::Vault => {
                (2..=50).contains(&length)
                    && all(|c| c.is_ascii_alphanumeric() || c == '-')
                    && starts(|c| c.is_ascii_alphabetic())
            }
            NamingRule::KeyVault => {
                (3..=24).contains(&length)
                    && all(|c| c.is_ascii_alphanumeric() || c == '-')
                    && starts(|c| c.is_ascii_alphabetic())
                    && ends(|c| c != '-')
                    && !value.contains("--")
            }
            NamingRule::Name => {
                (1..=260).contains(&length) && all(|c| name_sign(c) || " ()".contains(c)) && starts(word)
            }
            NamingRule::Guid => azure_id::guid(value).is_some(),
            NamingRule::IpAddress => value.parse::<IpAddr>().is_ok(),
            NamingRule::Day => day_month_year(value),
        }
    }
}

fn word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn name_sign(c: char) -> bool {
    word(c) || c == '-' || c == '.'
}

/// Azure allows more, but `az` on Windows is a batch file: `cmd` reads `& | < > ^ % "` again behind any quoting, and
/// a line that is quoted for bash ends its quotation in PowerShell at a `'`. Such a subscription is given by its id.
fn subscription_sign(c: char) -> bool {
    name_sign(c) || " (),+#:@/\u{2013}\u{2014}".contains(c)
}

/// `dd-mm-yyyy`, the form that `az backup` reads.
fn day_month_year(value: &str) -> bool {
    let parts: Vec<_> = value.split('-').collect();
    matches!(parts[..], [day, month, year] if Day::parse(&format!("{year}-{month}-{day}")).is_some())
}

#[cfg(test)]
mod tests {
    use super::NamingRule;

    #[test]
    fn names_keep_azures_rules() {
        let check =
            |rule: NamingRule, value: &str, good: bool| assert_eq!(rule.accepts(value), good, "{rule:?} {value:?}");
        check(NamingRule::Vm, "vm-web-01", true);
        check(NamingRule::Vm, "vm_", true);
        check(NamingRule::Vm, "-vm", false);
        check(NamingRule::Vm, "vm web", false);
        check(NamingRule::Vm, "", false);
        check(NamingRule::ResourceGroup, "rg(1).x", true);
        check(NamingRule::ResourceGroup, "rg.", false);
        check(NamingRule::ResourceGroup, &"x".repeat(91), false);
        check(NamingRule::Subscription, "11111111-2222-3333-4444-555555555555", true);
        check(NamingRule::Subscription, "Pay as you go", true);
        check(NamingRule::Subscription, "Visual Studio Enterprise \u{2013} MPN, Team #2 (EU)", true);
        check(NamingRule::Subscription, "-x", false);
        check(NamingRule::Subscription, "x ", false);
        for sign in "&|%^\"!<>;'`$*?=[]{}~\\\n\r\t\0\u{85}\u{2028}\u{2019}\u{a0}\u{ff06}".chars() {
            check(NamingRule::Subscription, &format!("x{sign}calc"), false);
        }
        check(NamingRule::Vault, "v1", true);
        check(NamingRule::Vault, "1v", false);
        check(NamingRule::KeyVault, "kv-1", true);
        check(NamingRule::KeyVault, "kv--1", false);
        check(NamingRule::KeyVault, "k1", false);
        check(NamingRule::Guid, "11111111-2222-3333-4444-55555555555", false);
        check(NamingRule::IpAddress, "10.0.0.4", true);
        check(NamingRule::IpAddress, "10.0.0.400", false);
        check(NamingRule::Day, "31-12-2026", true);
        check(NamingRule::Day, "2026-12-31", false);
        check(NamingRule::Name, "a'b", false);
        check(NamingRule::Name, "AzureBackup_vm_1", true);
    }
}

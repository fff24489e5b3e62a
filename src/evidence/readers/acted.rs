//! Names that only what is done to them makes those of machines: what is backed up or restored, what failed, the value of an option,
//! and the host of a shell in which a log of the VM stands.

use super::{
    between::{LONGEST_LINE, QUOTES},
    coded::{self, is_coded},
    forms::is_group,
    guest::is_of_linux,
    label_words::FieldLabel,
    labels,
    lone::{has_else, is_about, is_title, words},
    machines::{is_compound, is_machine, is_of_other, is_vault, parts},
    names::{FoundNames, only},
    pairs::is_another,
    subjects,
    words::WORDS,
};
use crate::evidence::azure::subject::Subject;

/// A longer text is no mail, in bytes.
const LONGEST: usize = 16_384;

/// In a text with more such words none of them is said to be the machine.
const MOST: usize = 100;

/// So many words may stand between a name and what is said of it.
const STEPS: usize = 3;

/// What names a thing behind it stands within so many words.
const NEAR: usize = 4;

/// A name, and where it stands.
#[derive(Clone, Copy)]
struct Placed<'t> {
    name: &'t str,
    line: usize,
    before: &'t str,
    behind: &'t str,
}

impl<'t> FoundNames<'t> {
    /// The machine that something was done to, where nothing else names one.
    pub(super) fn note_acted(&mut self, lines: &[&'t str]) {
        let is_named =
            [&self.vms, &self.prose, &self.saved, &self.pairs, &self.aside].iter().any(|list| !list.is_empty());
        if is_named || !self.rows.is_empty() || lines.iter().map(|line| line.len()).sum::<usize>() > LONGEST {
            return;
        }
        let placed: Vec<Placed<'t>> =
            (1..).zip(lines).flat_map(|(line, text)| placed(text, line)).take(MOST + 1).collect();
        if placed.len() > MOST {
            return;
        }
        let things: Vec<&str> = placed.iter().filter(|one| one.is_other()).map(|one| one.name).collect();
        let is_one = |one: &&Placed<'t>| !things.contains(&one.name) && self.is_acted_on(one, &placed, lines);
        let told: Vec<Placed<'t>> = placed.iter().filter(is_one).copied().collect();
        let hosts =
            hosts(lines).into_iter().map(|(name, line)| (Subject { vm: name, group: None, subscription: None }, line));
        let joined = placed.iter().filter(|one| told.iter().any(|told| is_joined(told, one)));
        let named = told.iter().chain(joined);
        let mut named: Vec<_> = named
            .map(|one| (Subject { vm: one.name, group: None, subscription: None }, one.line))
            .chain(hosts)
            .collect();
        if only(&named.iter().map(|(subject, _)| subject.vm).collect::<Vec<_>>()).is_none() {
            named = coded::beside(lines, &named);
        }
        self.aside.extend(named);
    }

    /// Whether what stands around a name says that it is that of a machine.
    fn is_acted_on(&self, one: &Placed<'t>, all: &[Placed<'t>], lines: &[&str]) -> bool {
        let before = plain(one.before);
        let behind = plain(one.behind);
        if WORDS.acted.options.iter().any(|option| before.trim_end().ends_with(option.as_str())) {
            return true;
        }
        let is_vault = is_vault(&one.name.to_ascii_lowercase());
        let is_else = has_else(one.before) || is_another(one.name, one.before, one.behind);
        if is_else || ends_with_any(&before, &WORDS.acted.articles) {
            return false;
        }
        let head = skipped(&before);
        if ends_with_any(head, &WORDS.acted.before) {
            return !self.is_labelled(one.name);
        }
        let is_brought = ends_with_any(head, &WORDS.acted.wants) && starts_with_any(&behind, &WORDS.acted.back);
        if is_vault || self.is_labelled(one.name) {
            return false;
        }
        let line = lines[one.line - 1];
        let again = || all.iter().any(|other| other.is(one) && other.line != one.line);
        let is_head = is_title(line) || lines[..one.line - 1].iter().all(|line| line.trim().is_empty());
        let is_titled = || {
            is_head
                && again()
                && (ends_with_any(&before, &WORDS.acted.titled) || starts_with_any(&behind, &WORDS.acted.titled))
        };
        let is_seen = || is_about(line) || is_coded(line) || again() || self.is_akin(one.name);
        let is_subject = || !ends_with_any(head, &WORDS.acted.from) && fails(&before, &behind);
        is_brought || is_titled() || (is_subject() && is_seen())
    }

    /// Whether a label, or a sentence about a group or a vault, names it already.
    fn is_labelled(&self, name: &str) -> bool {
        self.labelled.iter().any(|(_, value, _)| labels::name(value) == Some(name))
            || self.groups.contains(&name)
            || self.vault_groups.iter().any(|(group, _)| *group == name)
    }

    /// Whether it has a word in common with the vault of the text.
    fn is_akin(&self, name: &str) -> bool {
        let vaults = self.labelled.iter().filter(|(label, ..)| *label == FieldLabel::Vault);
        vaults.filter_map(|(_, value, _)| labels::name(value)).any(|vault| subjects::is_akin(name, vault, None))
    }
}

impl Placed<'_> {
    fn is(&self, other: &Self) -> bool {
        self.name.eq_ignore_ascii_case(other.name)
    }

    /// Whether the words beside it call it that of another thing: "storage account x", "x is the storage account".
    fn is_other(&self) -> bool {
        let is_thing = |word: &str| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            WORDS.acted.others.contains(&word) || WORDS.between.things.contains(&word)
        };
        let mut behind =
            self.behind.split(['.', ';', ':', '!', '?', '\n']).next().unwrap_or_default().split_whitespace();
        let next = behind.next().unwrap_or_default();
        let is_said = WORDS.between.is.iter().any(|word| word == next);
        self.before.split_whitespace().next_back().is_some_and(is_thing)
            || is_thing(next)
            || (is_said && behind.take(NEAR).any(is_thing))
    }
}

/// The words of a line that have the form of a machine's name.
fn placed(line: &str, number: usize) -> Vec<Placed<'_>> {
    let is_member = line.trim_start().starts_with(['"', '{', '[']) && line.contains("\": ");
    if line.len() > LONGEST_LINE || is_member {
        return Vec::new();
    }
    let named = words(line).into_iter().filter(|(_, name)| may_be_one(name));
    named
        .map(|(at, name)| Placed { name, line: number, before: &line[..at], behind: &line[at + name.len()..] })
        .collect()
}

/// Whether a word has the form of a machine's name and of no word with a hyphen.
fn may_be_one(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let has_figure = lower.contains(|c: char| c.is_ascii_digit());
    let is_word = |part: &str| WORDS.acted.words.contains(part);
    // A machine may hold a vault of another kind: "crm-vault01".
    let holds_vault = has_figure && parts(&lower).last().is_some_and(|part| part.starts_with("vault"));
    let is_vault = is_vault(&lower) && !holds_vault;
    let is_even = name == lower || name.bytes().all(|byte| !byte.is_ascii_lowercase());
    is_even
        && name.len() > 3
        && name.contains('-')
        && !is_vault
        && !is_group(&lower)
        && (holds_vault || !is_of_other(name))
        && (is_machine(name) || is_compound(name))
        && !parts(&lower).any(is_word)
}

/// Whether a name is joined to another one of its line, so that both are meant alike.
fn is_joined(told: &Placed<'_>, other: &Placed<'_>) -> bool {
    let (from, to) = (told.behind.as_ptr() as usize, other.name.as_ptr() as usize);
    let between = to.checked_sub(from).and_then(|len| told.behind.get(..len));
    let first = between.map(str::trim_start).filter(|_| told.line == other.line && !told.is(other));
    first.is_some_and(|first| {
        let first = first.trim_start_matches(',').trim_start();
        let joins = WORDS.between.joins.iter().any(|join| first.starts_with(join.as_str())) || first.is_empty();
        joins && first.split_whitespace().count() <= STEPS && !is_another(other.name, other.before, other.behind)
    })
}

/// What stands beside a name in small letters, without what quotes it.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !QUOTES.contains(c) && !"\u{201d}\u{2019}\u{bb}\u{300d}".contains(*c))
        .collect::<String>()
        .to_lowercase()
}

/// What stands before a name and the small words right before it.
fn skipped(before: &str) -> &str {
    let mut head = before.trim_end();
    for _ in 0..STEPS {
        let rest = WORDS.acted.skip.iter().find_map(|word| head.strip_suffix(word.as_str())?.strip_suffix(' '));
        match rest {
            Some(rest) if !ends_with_any(head, &WORDS.acted.before) => head = rest.trim_end(),
            _ => break,
        }
    }
    head
}

/// Whether what stands behind a name says that it failed, or could not be restored.
fn fails(before: &str, behind: &str) -> bool {
    let acted = &WORDS.acted;
    let is_inserted = before.trim_end().ends_with(',') && behind.starts_with(',');
    if !(behind.starts_with(' ') || is_inserted || behind.starts_with(|c: char| !c.is_ascii())) {
        return false;
    }
    let clause = behind.split(['.', ';', ',', '!', '?', '\n', '\u{3002}', '\u{ff0c}']).next().unwrap_or_default();
    let has = |words: &[String]| words.iter().any(|word| clause.contains(word.as_str()));
    if has(&acted.saved) && has(&acted.fails) {
        return true;
    }
    let mut rest = behind.trim_start_matches([',', ' ']);
    for _ in 0..STEPS {
        if let Some(word) = acted.behind.iter().find(|word| rest.starts_with(word.as_str())) {
            // "Failed to answer" is said of people.
            return !rest[word.len()..].starts_with(" to ");
        }
        if acted.not.iter().any(|word| rest.strip_prefix(word.as_str()).is_some_and(is_end)) {
            return true;
        }
        let next = acted.when.iter().filter_map(|word| rest.strip_prefix(word.as_str())?.strip_prefix(' '));
        let Some(next) = next.min_by_key(|next| next.len()) else { return false };
        rest = next;
    }
    false
}

fn is_end(rest: &str) -> bool {
    rest.trim().is_empty() || rest.starts_with(['.', ':', '!', ';'])
}

/// Whether a text ends with one of these, and not within a longer word.
fn ends_with_any(text: &str, words: &[String]) -> bool {
    let text = text.trim_end();
    let is_whole = |head: &str| !head.ends_with(|c: char| c.is_alphanumeric() || c == '-');
    words.iter().any(|word| text.strip_suffix(word.as_str()).is_some_and(is_whole))
}

/// Whether a text begins with one of these behind a blank, and not within a longer word.
fn starts_with_any(text: &str, words: &[String]) -> bool {
    let Some(text) = text.strip_prefix(' ') else { return false };
    let is_whole = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-');
    words.iter().any(|word| text.strip_prefix(word.as_str()).is_some_and(is_whole))
}

/// The hosts of the shells of a text that shows what only a guest has.
fn hosts<'t>(lines: &[&'t str]) -> Vec<(&'t str, usize)> {
    if !lines.iter().any(|line| is_of_linux(line)) {
        return Vec::new();
    }
    let host = |line: &'t str| {
        let (user, rest) = line.trim_start().split_once('@')?;
        let (host, way) = rest.split_once(':')?;
        let is_prompt =
            way.contains(['#', '$']) && user.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        (is_prompt && may_be_one(host) && !line.contains("ssh ")).then_some(host)
    };
    (1..).zip(lines).filter_map(|(number, line)| Some((host(line)?, number))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_to_a_name_makes_it_that_of_a_machine() {
        let check = |text: &str, expected: Option<&str>| {
            let mut found = FoundNames::default();
            found.note_acted(&text.split('\n').collect::<Vec<_>>());
            let named: Vec<&str> = found.aside.iter().map(|(subject, _)| subject.vm).collect();
            assert_eq!(only(&named), expected, "{text}: {named:?}");
        };
        let curlew = Some("curlew-hmi");
        check("Backup of curlew-hmi last night: Failed", curlew);
        check("Backup of on-premises files last night: Failed", None);
        check("Restore curlew-hmi to the DR subscription", curlew);
        check("Restore curlew-vault01 to Prod", Some("curlew-vault01"));
        check("Restore curlew-vault01, the vault curlew-vault01 is new", None);
        check("Restore cross-region data, restore the load-balancer", None);
        check("Restore from kestrel-weu fails, restore to kestrel-new fails", None);
        check("Impossible de restaurer curlew-hmi", curlew);
        check("Nie mogę przywrócić curlew-hmi", curlew);
        check("Не могу восстановить curlew-hmi", curlew);
        check("бэкап машины curlew-hmi не проходит", curlew);
        check("morning, curlew-hmi didnt back up again", curlew);
        check("I start \"Restore disks\" for curlew-hmi", curlew);
        check("Legal needs the state of curlew-hmi of 31 December", curlew);
        check("wants curlew-hmi back, roll curlew-hmi back to Sunday", curlew);
        check("roll the load-balancer back, bring follow-up back", None);
        check("RE: curlew-hmi backup\nlast night curlew-hmi failed again", curlew);
        check("RE: end-of-month backup\nthe end-of-month backup failed again", None);
        check("Backups: five came up. The last, curlew-hmi, did not.", curlew);
        check("Backups: curlew-hmi did not answer, cloud-crew failed to answer", None);
        check("Ik kan de backup van curlew-hmi niet terugzetten", curlew);
        check("curlew-hmi 昨晚的备份失败了", curlew);
        check("curlew-hmi を復元できません", curlew);
        check("curlew-hmi 的备份策略", None);
        check("-ContainerType AzureVM -FriendlyName curlew-hmi -VaultId $v.ID", curlew);
        check("-Name curlew-hmi -VaultId $v.ID", None);
        check("root@curlew-hmi:~# tail /var/log/azure/x/extension.log", curlew);
        check("root@curlew-hmi:~# tail /var/log/syslog", None);
        check("Restore of curlew-hmi and of plover-hmi fails", None);
        check("Backup of curlew-hmi failed, backup of plover-hmi is fine", curlew);
        check("Restore of kestrel-data failed. kestrel-data is the storage account", None);
    }
}

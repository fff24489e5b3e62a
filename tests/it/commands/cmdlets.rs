//! The cmdlets that were looked up, and what a command uses held against them.
//!
//! A row of `tests/commands/cmdlets/` comes from a page of Microsoft's reference; `.ci/tools/cmdlets.py` makes it.

use std::{collections::BTreeMap, fs};

use serde::Deserialize;

/// Parameters that every cmdlet has.
const COMMON: [&str; 3] = ["ErrorAction", "Debug", "Verbose"];

/// Cmdlets and programs by name; each row says where it was looked up, and when.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Cmdlets {
    cmdlet: BTreeMap<String, Cmdlet>,
    /// By the whole command.
    program: BTreeMap<String, Program>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Cmdlet {
    /// The address of its page.
    source: String,
    /// The folder of that page, as Microsoft names it: which version it is of.
    edition: String,
    looked_up: String,
    /// The parameters that go together; `!` before one that has to be named.
    sets: Vec<String>,
    /// The words that a parameter takes.
    #[serde(default)]
    values: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Program {
    source: String,
    looked_up: String,
}

impl Cmdlets {
    pub(super) fn kept() -> Self {
        let mut all = Cmdlets::default();
        for name in ["az", "windows", "programs"] {
            let path = format!("tests/commands/cmdlets/{name}.toml");
            let file = Self::of(&fs::read_to_string(path).expect("the cmdlets"));
            all.cmdlet.extend(file.cmdlet);
            all.program.extend(file.program);
        }
        all
    }

    fn of(text: &str) -> Self {
        toml::from_str(text).expect("a sound table")
    }

    /// What is wrong with the first use that is wrong.
    pub(super) fn complaint(&self, uses: &[String]) -> Option<String> {
        uses.iter().find_map(|it| self.wrong(it))
    }

    /// `|Get-Thing * -Name=Word`: a pipe feeds it, it has an argument by place, and a parameter with a bare word.
    fn wrong(&self, used: &str) -> Option<String> {
        let fed = used.starts_with('|');
        let used = used.trim_start_matches('|');
        let mut words = used.split(' ');
        let name = words.next().unwrap_or_default();
        let Some(cmdlet) = self.cmdlet.get(name) else {
            return (!self.program.contains_key(used)).then(|| format!("{used}: not looked up"));
        };
        let named: Vec<(&str, Option<&str>)> = words
            .filter_map(|word| word.strip_prefix('-'))
            .map(|word| word.split_once('=').map_or((word, None), |(name, value)| (name, Some(value))))
            .filter(|(parameter, _)| !COMMON.contains(parameter))
            .collect();
        let fits = |set: &&String| {
            let known = |name: &str| set.split(' ').any(|it| it.trim_start_matches('!').eq_ignore_ascii_case(name));
            let given = |name: &str| named.iter().any(|(it, _)| it.eq_ignore_ascii_case(name));
            let needed = set.split(' ').filter_map(|it| it.strip_prefix('!')).all(given);
            named.iter().all(|(parameter, _)| known(parameter)) && (needed || fed)
        };
        if !cmdlet.sets.iter().any(|set| fits(&set)) {
            return Some(format!("{used}: no set of parameters fits"));
        }
        named.iter().find_map(|(parameter, value)| {
            let accepted = cmdlet.values.iter().find(|(name, _)| name.eq_ignore_ascii_case(parameter));
            let (value, (_, accepted)) = ((*value)?, accepted?);
            let known = accepted.split(' ').any(|it| it.eq_ignore_ascii_case(value));
            (!known).then(|| format!("{used}: {value} is no value of -{parameter}"))
        })
    }
}

#[test]
fn every_row_says_where_it_was_looked_up_and_when() {
    let cmdlets = Cmdlets::kept();
    let rows = cmdlets.cmdlet.values().map(|it| (&it.source, &it.looked_up));
    for (source, day) in rows.chain(cmdlets.program.values().map(|it| (&it.source, &it.looked_up))) {
        assert!(source.starts_with("https://learn.microsoft.com/"), "{source}");
        assert!(backup_medic::text::day::Day::parse(day).is_some(), "{day}");
    }
    assert!(cmdlets.cmdlet.values().all(|it| !it.edition.is_empty() && !it.sets.is_empty()));
}

#[test]
fn a_use_fits_one_set_of_parameters() {
    let table = Cmdlets::of(
        r#"
[cmdlet.Get-Thing]
source = ""
edition = ""
looked-up = ""
sets = ["Name Status", "!Id Status"]
values.Status = "Failed Running"
[program."net use"]
source = ""
looked-up = ""
"#,
    );
    let check = |used: &str, good: bool| assert_eq!(table.wrong(used).is_none(), good, "{used}");
    check("Get-Thing -name * -status=failed", true);
    check("Get-Thing * -ErrorAction=Stop", true);
    check("Get-Thing -Id *", true);
    check("Get-Thing -Id * -Name *", false);
    check("Get-Thing -Status=Stopped", false);
    check("Get-Thing -Nam *", false);
    check("Get-Things", false);
    check("net use", true);
    check("net uses", false);
}

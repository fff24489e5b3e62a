//! What can be picked: every code of every guide, read without the guides' trees.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Diagnostic, Named, Report,
    evidence::Strength,
    heads::{self, ProblemHead, guide_head, parse},
    model::Limit,
    nearest, prepared,
    raw::{RawLimit, RawNumber},
};
use crate::data::Files;

/// A row per code, in the order of the guides and of their problems.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Catalog {
    /// The rows.
    pub entries: Vec<CatalogEntry>,
    /// The categories of all guides, each once, in their order.
    pub categories: Vec<Category>,
    /// The ids of the guides that have problems.
    pub guides: Vec<String>,
    /// Names of services whose errors are none of ours, of all guides.
    pub others: Vec<String>,
    /// The row where a person begins who has no code.
    pub no_code: Option<usize>,
    /// The row where a person begins whose code no guide knows.
    pub unknown_code: Option<usize>,
}

/// Problems that are listed together.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Category {
    /// Its id.
    pub id: String,
    /// The first row of each of its problems.
    pub problems: Vec<usize>,
}

/// Identifiers and dated figures that a guide's sentences use.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Facts {
    /// Name and text, in the order of the names.
    pub literals: Vec<(String, String)>,
    /// Dated figures.
    pub limits: Vec<Limit>,
}

/// One code that a person may arrive with.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CatalogEntry {
    /// The guide that knows it.
    pub guide: String,
    /// Its problem there.
    pub problem: String,
    /// The code as Azure spells it; the problem's id where it has none.
    pub code: String,
    /// Whether the code means something else than the others of its problem, so that it has words of its own.
    pub named: bool,
    /// Other spellings of the problem.
    pub aliases: Vec<String>,
    /// The problem's category, by its place in the catalogue.
    pub category: usize,
}

#[derive(Deserialize)]
struct Limits {
    #[serde(default)]
    limit: BTreeMap<String, RawLimit>,
}

/// What else than its code or its message speaks for a problem.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Leads {
    /// A question, one of its options, and the problem that this answer leads to by itself.
    pub answers: Vec<(String, String, String)>,
    /// A problem, and one that may be behind it.
    pub behind: Vec<(String, String)>,
}

#[derive(Deserialize)]
struct RawLeads {
    #[serde(default)]
    lead: BTreeMap<String, BTreeMap<String, String>>,
    #[serde(default)]
    behind: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct Numbers {
    #[serde(default)]
    number: BTreeMap<String, RawNumber>,
}

impl Named for Category {
    fn name(&self) -> &str {
        &self.id
    }
}

impl Catalog {
    /// Reads the keys before the first tables of all guides.
    ///
    /// # Errors
    /// The diagnostics of the files that could not be read.
    pub fn read(files: &Files) -> Result<Self, Vec<Diagnostic>> {
        if let Some(catalog) = prepared::read(files, prepared::CATALOG) {
            return Ok(catalog);
        }
        let mut catalog = Catalog::default();
        let mut report = Report::default();
        let heads = files.folders("guides/").filter_map(|guide| Some((guide, guide_head(files, guide, &mut report)?)));
        let (guides, used): (Vec<_>, Vec<_>) = heads.partition(|(_, head)| !head.problems.is_empty());
        // A guide that others use sets the order of the categories that all have.
        for (guide, head) in used.into_iter().chain(guides) {
            if !head.problems.is_empty() {
                catalog.guides.push(guide.to_owned());
            }
            for category in &head.categories {
                catalog.category(category);
            }
            for problem in head.problems {
                let path = format!("guides/{guide}/problems/{problem}.toml");
                let Some(raw) = parse::<ProblemHead>(files, &path, &mut report) else { continue };
                let general = raw.is_general();
                let codes = heads::names(&problem, general, raw.codes.into_iter());
                let category = catalog.category(&raw.category);
                catalog.categories[category].problems.push(catalog.entries.len());
                catalog.entries.extend(codes.into_iter().map(|code| CatalogEntry {
                    guide: guide.to_owned(),
                    named: general && code != problem,
                    problem: problem.clone(),
                    code,
                    aliases: raw.aliases.clone(),
                    category,
                }));
            }
            catalog.others.extend(head.others);
            let row =
                |name: Option<String>| catalog.entries.iter().position(|entry| Some(&entry.code) == name.as_ref());
            let (no_code, unknown_code) = (row(head.no_code), row(head.unknown_code));
            (catalog.no_code, catalog.unknown_code) =
                (catalog.no_code.or(no_code), catalog.unknown_code.or(unknown_code));
        }
        if report.0.is_empty() { Ok(catalog) } else { Err(report.0) }
    }

    /// How many of its rows are errors; the others help with any.
    pub fn errors(&self) -> usize {
        self.entries.len() - self.no_code.iter().chain(&self.unknown_code).count()
    }

    /// Whether the problem of a row has other codes too; their rows are next to each other.
    pub fn shares_problem(&self, row: usize) -> bool {
        let problem = |row: usize| self.entries.get(row).map(|entry| (&entry.guide, &entry.problem));
        problem(row + 1) == problem(row) || row > 0 && problem(row - 1) == problem(row)
    }

    /// The place of a category, which is added where no guide before had it.
    fn category(&mut self, id: &str) -> usize {
        let known = self.categories.iter().position(|category| category.id == id);
        known.unwrap_or_else(|| {
            self.categories.push(Category { id: id.to_owned(), problems: Vec::new() });
            self.categories.len() - 1
        })
    }

    /// The row that a code, a problem's id or an alias names, in any case and with punctuation around it; `None` where
    /// none does.
    pub fn find(&self, name: &str) -> Option<&CatalogEntry> {
        let name = normal(name);
        self.entries.iter().find(|entry| {
            normal(&entry.problem) == name || entry.spellings().iter().any(|(_, spelling)| *spelling == name)
        })
    }

    /// The code or problem id that was probably meant; `None` where none is near.
    pub fn nearest(&self, name: &str) -> Option<&str> {
        let name = normal(name);
        let names = self.entries.iter().flat_map(|entry| [&entry.code, &entry.problem]);
        let forms: Vec<(String, &String)> = names.map(|name| (normal(name), name)).collect();
        let near = nearest(&name, forms.iter().map(|(form, _)| form.as_str()))?;
        forms.iter().find(|(form, _)| form == near).map(|(_, name)| name.as_str())
    }
}

/// The numbers that services give in place of codes: the problem that each points to, and how much it proves.
///
/// What cannot be read is left to `check`.
pub fn numbers(files: &Files) -> Vec<(i64, String, Strength)> {
    if let Some(numbers) = prepared::read(files, prepared::NUMBERS) {
        return numbers;
    }
    let read = files
        .folders("guides/")
        .filter_map(|guide| parse::<Numbers>(files, &format!("guides/{guide}/evidence.toml"), &mut Report::default()));
    let number = |(number, raw): (String, RawNumber)| {
        let strength = if raw.weak { Strength::Weak } else { Strength::Strong };
        Some((number.parse().ok()?, raw.problem?.into_inner(), strength))
    };
    read.flat_map(|read| read.number).filter_map(number).collect()
}

/// What leads to problems in all guides; what cannot be read is left to `check`.
pub fn leads(files: &Files) -> Leads {
    if let Some(leads) = prepared::read(files, prepared::LEADS) {
        return leads;
    }
    let mut leads = Leads::default();
    for guide in files.folders("guides/") {
        let path = format!("guides/{guide}/evidence.toml");
        let Some(raw) = parse::<RawLeads>(files, &path, &mut Report::default()) else { continue };
        for (question, options) in raw.lead {
            let answers = options.into_iter().map(|(option, problem)| (question.clone(), option, problem));
            leads.answers.extend(answers);
        }
        for (problem, behind) in raw.behind {
            leads.behind.extend(behind.into_iter().map(|other| (problem.clone(), other)));
        }
    }
    leads
}

impl Facts {
    /// Reads them, also those of the guides that it uses; what cannot be read is left to `check`.
    pub fn read(files: &Files, guide: &str) -> Self {
        if let Some(facts) = prepared::read(files, &prepared::facts(guide)) {
            return facts;
        }
        let mut report = Report::default();
        let uses = guide_head(files, guide, &mut report).map(|head| head.uses).unwrap_or_default();
        let (mut all, mut limits) = (BTreeMap::new(), Vec::new());
        for guide in [guide].into_iter().chain(uses.iter().map(String::as_str)) {
            let own = parse::<Limits>(files, &format!("guides/{guide}/guide.toml"), &mut report);
            let literals: Option<BTreeMap<String, String>> =
                parse(files, &format!("guides/{guide}/literals.toml"), &mut report);
            all.extend(literals.unwrap_or_default());
            limits.extend(own.into_iter().flat_map(|raw| raw.limit).map(|(id, limit)| limit.named(id)));
        }
        Facts { literals: all.into_iter().collect(), limits }
    }
}

impl CatalogEntry {
    /// Its code, where it has one of Azure's.
    pub fn azure_code(&self) -> Option<&str> {
        Some(self.code.as_str()).filter(|code| *code != self.problem)
    }

    /// Every normal form of its code and aliases, and whether it is another spelling.
    pub fn spellings(&self) -> Vec<(bool, String)> {
        let aliases = self.aliases.iter().map(|alias| (true, normal(alias)));
        [(false, normal(&self.code))].into_iter().chain(aliases).collect()
    }
}

/// Letters, digits and inner dashes in lower case, the Turkish i's as `i`: the form in which spellings are compared.
pub fn normal(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric() || *c == '-')
        .map(|c| if c == 'ı' { 'i' } else { c })
        .collect::<String>()
        .trim_matches('-')
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_that_share_a_problem_stand_side_by_side() {
        let catalog = Catalog::read(&crate::data::builtin::embedded()).expect("the embedded guides are sound");
        for (row, entry) in catalog.entries.iter().enumerate() {
            let same = catalog.entries.iter().filter(|other| other.problem == entry.problem).count();
            assert_eq!(catalog.shares_problem(row), same > 1, "{}", entry.code);
        }
    }

    #[test]
    fn codes_are_found_whatever_clings_to_them() {
        let catalog = Catalog::read(&crate::data::builtin::embedded()).expect("the embedded guides are sound");
        let check = |name: &str, code: Option<&str>| {
            assert_eq!(catalog.find(name).map(|entry| entry.code.as_str()), code, "{name}");
        };
        check("usererrorkeyvaultpermissionsnotconfigured", Some("UserErrorKeyvaultPermissionsNotConfigured"));
        check("  \"UserErrorUnsupportedDiskSize\":", Some("UserErrorUnsupportedDiskSize"));
        check("usererrorbackupoperationınprogress", Some("UserErrorBackupOperationInProgress"));
        check("USERERRORBACKUPOPERATIONİNPROGRESS", Some("UserErrorBackupOperationInProgress"));
        check("Usererrorrpcollectionlimitulaşıldı", Some("UserErrorRpCollectionLimitReached"));
        check("BackUpOperationFailedV2", Some("BackUpOperationFailedV2"));
        check("internal-error", Some("BackUpOperationFailed"));
        check("ExtentionOperationFailed", Some("ExtensionOperationFailedForManagedDisks"));
        check("nothing", None);
        check("", None);
    }
}

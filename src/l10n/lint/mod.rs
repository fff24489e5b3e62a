//! Words against the guides that need them, and every language against English.

mod characters;
mod convention;
mod identifiers;
mod markup;
mod plurals;
mod source;
mod warnings;

use std::collections::{BTreeMap, BTreeSet};

use convention::MessageName;
use identifiers::GuideNames;
use plurals::Plurals;
use source::{WordsFile, WordsPart};

use super::{ENGLISH, MESSAGES, PARTS, available};
use crate::{
    data::Files,
    guide::{Diagnostic, Guide, Report},
};

/// Looks at all words, and at them against the guides that are sound.
pub fn lint(files: &Files, guides: &[Guide]) -> Vec<Diagnostic> {
    let mut report = Report::default();
    characters::lint(files, &mut report);
    markup::lint(files, &mut report);
    let english = Language::read(files, ENGLISH, &mut Report::default());
    for locale in available(files) {
        let language = Language::read(files, &locale, &mut report);
        language.lint(&english, guides, &mut report);
    }
    report.0
}

/// What in the files would act on a terminal or in an export, or hide or reorder text; the first of it, since one is
/// enough to refuse them.
pub fn acting(files: &Files) -> Vec<Diagnostic> {
    let mut report = Report::default();
    characters::lint(files, &mut report);
    markup::lint(files, &mut report);
    report.0.truncate(10);
    report.0
}

/// The variables that a guide's sentences use, in any language.
pub fn said(files: &Files, guide: &str) -> BTreeSet<String> {
    let mut said = BTreeSet::new();
    for locale in available(files) {
        for (path, text) in files.under(&format!("i18n/{locale}/{guide}/")) {
            let source = WordsFile::read(path, text, &mut Report::default());
            said.extend(source.parts.iter().flat_map(|part| &part.variables).map(|name| (*name).to_owned()));
        }
    }
    said
}

/// What a language says, by message and attribute.
type WordsByName<'s, 'a> = BTreeMap<MessageName, (&'s WordsFile<'a>, &'s WordsPart<'a>)>;

/// All words of one language.
struct Language<'a> {
    locale: String,
    program: Vec<WordsFile<'a>>,
    /// By guide.
    guides: BTreeMap<&'a str, Vec<WordsFile<'a>>>,
}

impl<'a> Language<'a> {
    fn read(files: &'a Files, locale: &str, report: &mut Report) -> Self {
        let prefix = format!("i18n/{locale}/");
        let mut language = Language { locale: locale.to_owned(), program: Vec::new(), guides: BTreeMap::new() };
        for (path, text) in files.all().filter(|(path, _)| path.starts_with(&prefix)) {
            match path[prefix.len()..].split_once('/') {
                Some((guide, _)) => language.guides.entry(guide).or_default().push(WordsFile::read(path, text, report)),
                None if PARTS.iter().any(|part| path[prefix.len()..] == format!("{part}.ftl")) => {
                    language.program.push(WordsFile::read(path, text, report));
                }
                None => report.add("unread-file", path, None, []),
            }
        }
        language
    }

    fn lint(&self, english: &Self, guides: &[Guide], report: &mut Report) {
        let plurals = Plurals::of(&self.locale);
        let none = GuideNames::default();
        let known: BTreeMap<&str, GuideNames> =
            guides.iter().map(|guide| (guide.id.as_str(), GuideNames::of(guide))).collect();
        duplicates(parts(&self.program), report);
        // The words of all guides are one space, so that nothing can mean two things.
        duplicates(self.guides.values().flat_map(|sources| parts(sources)), report);
        for (guide, sources) in [("", &self.program)].into_iter().chain(self.guides.iter().map(|(id, s)| (*id, s))) {
            references(sources, report);
            let known = known.get(guide).unwrap_or(&none);
            for (source, part) in parts(sources) {
                sentence(source, part, known, &plurals, report);
            }
        }
        self.against_english(english, report);
        for guide in guides {
            self.against_guide(guide, guides, english, report);
        }
    }

    /// The program's words have the same messages and attributes in every language; all words the same variables.
    fn against_english(&self, english: &Self, report: &mut Report) {
        if self.locale == ENGLISH {
            return;
        }
        for part in PARTS {
            let path = |locale: &str| format!("i18n/{locale}/{part}.ftl");
            let of = |language: &'_ Self| language.program.iter().position(|s| s.path == path(&language.locale));
            match (of(self), of(english)) {
                (Some(own), Some(theirs)) => same_names(&self.program[own], &english.program[theirs], report),
                (None, Some(_)) => report.add("missing-file", &path(&self.locale), None, []),
                _ => {}
            }
        }
        let empty = Vec::new();
        let pairs = self.guides.iter().map(|(guide, own)| (own, english.guides.get(guide).unwrap_or(&empty)));
        for (own, theirs) in pairs.chain([(&self.program, &english.program)]) {
            let english = by_name(theirs);
            for (source, part) in parts(own) {
                let Some((_, original)) = english.get(&key(part)) else { continue };
                let variables =
                    |part: &WordsPart<'_>| part.variables.iter().map(|v| (*v).to_owned()).collect::<BTreeSet<_>>();
                for name in variables(part).symmetric_difference(&variables(original)) {
                    let args = [("name", &*part.name()), ("variable", name)];
                    report.add("other-variables", source.path, part.span.clone(), args);
                }
            }
        }
    }

    /// The words of a guide and of those that it uses, its own first.
    fn words_of<'s>(&'s self, guide: &Guide) -> WordsByName<'s, 'a> {
        let used = guide.uses.iter().rev().map(|(used, _)| used.as_str());
        let folders = used.chain([guide.id.as_str()]).filter_map(|id| self.guides.get(id));
        folders.flat_map(|sources| by_name(sources)).collect()
    }

    /// Every message that the guide needs, no other, each where it is looked for, with variables that exist.
    fn against_guide(&self, guide: &Guide, guides: &[Guide], english: &Self, report: &mut Report) {
        let folder = format!("i18n/{}/{}/", self.locale, guide.id);
        let Some(sources) = self.guides.get(guide.id.as_str()) else {
            report.add("no-words", &folder, None, [("name", &self.locale), ("guide", &guide.id)]);
            return;
        };
        let (there, original) = (self.words_of(guide), english.words_of(guide));
        let of = |guides: &mut dyn Iterator<Item = &Guide>| {
            guides.flat_map(convention::messages).collect::<BTreeMap<MessageName, bool>>()
        };
        // What is missing of a guide that it uses is reported there; what another one needs of this one is of use.
        let used = of(&mut guides.iter().filter(|other| guide.is_using(&other.id)));
        let of_use = of(&mut guides.iter().filter(|other| other.id == guide.id || other.is_using(&guide.id)));
        let mut messages = convention::messages(guide);
        messages.retain(|name, _| !used.contains_key(name));
        let kind = |id: &str| id.split('-').next().map(str::to_owned);
        // Of what is missing nothing can be said while a file could not be read in whole.
        let whole = !sources.iter().any(|source| source.broken);
        let missing = messages.iter().filter(|(name, needed)| whole && **needed && !there.contains_key(*name));
        for ((id, attribute), _) in missing {
            let name = source::name(id, attribute.as_deref());
            if let Some((_, (source, part))) = there.iter().find(|((there, _), _)| there == id) {
                report.add("missing-message", source.path, part.span.clone(), [("name", &name)]);
                continue;
            }
            // Where English has it, else where its kind stands.
            let model = original.iter().find(|((there, _), _)| there == id);
            let fellow = || there.iter().find(|((there, _), _)| kind(there) == kind(id));
            let found =
                model.or_else(fellow).map(|(_, (source, _))| source.path.rsplit('/').next().unwrap_or_default());
            let path = format!("{folder}{}", found.or(convention::home(id)).unwrap_or_default());
            if found.is_some() && !sources.iter().any(|source| source.path == path) {
                report.add("missing-file", &path, None, []);
            } else {
                report.add("missing-message", &path, None, [("name", &name)]);
            }
        }
        warnings::lint(guide, &there, &original, report);
        self.strays(guide, &of_use, report);
    }

    /// Messages of the guide's own folder that nothing needs, or that stand where they are not looked for.
    fn strays(&self, guide: &Guide, of_use: &BTreeMap<MessageName, bool>, report: &mut Report) {
        let sources = &self.guides[guide.id.as_str()];
        let folder = format!("i18n/{}/{}/", self.locale, guide.id);
        let variables = convention::variables(guide);
        let referred: BTreeSet<&str> =
            parts(sources).flat_map(|(_, part)| &part.references).map(|to| to.name.as_str()).collect();
        for (source, part) in parts(sources) {
            if !of_use.contains_key(&key(part)) && !referred.contains(part.id.as_str()) {
                report.add("unused-message", source.path, part.span.clone(), [("name", &part.name())]);
            }
            if let Some(home) = convention::home(&part.id).filter(|home| source.path[folder.len()..] != **home) {
                let args = [("name", part.id.as_str()), ("file", home)];
                if part.attribute.is_none() {
                    report.add("misplaced-message", source.path, part.span.clone(), args);
                }
            }
            for variable in part.variables.iter().filter(|name| !variables.contains(**name)) {
                report.add("unknown-argument", source.path, source.place(variable), [("name", *variable)]);
            }
        }
    }
}

/// The same messages and attributes in both; the places are those of `own`.
fn same_names(own: &WordsFile<'_>, english: &WordsFile<'_>, report: &mut Report) {
    let name = |part: &WordsPart<'_>| part.name();
    let theirs: BTreeSet<String> = english.parts.iter().map(name).collect();
    let ours: BTreeSet<String> = own.parts.iter().map(name).collect();
    for missing in theirs.difference(&ours).filter(|_| !own.broken) {
        let owner = own.parts.iter().find(|part| missing.split('.').next() == Some(&part.id));
        report.add("missing-message", own.path, owner.map(|part| part.span.clone()), [("name", missing)]);
    }
    for part in own.parts.iter().filter(|part| !theirs.contains(&part.name())) {
        report.add("unused-message", own.path, part.span.clone(), [("name", &part.name())]);
    }
}

/// A message or attribute that an earlier one hides.
fn duplicates<'s, 'a: 's>(parts: impl Iterator<Item = (&'s WordsFile<'a>, &'s WordsPart<'a>)>, report: &mut Report) {
    let mut seen = BTreeSet::new();
    let mut hidden = "";
    for (source, part) in parts {
        let again = !seen.insert(key(part));
        if part.attribute.is_none() {
            hidden = if again { &part.id } else { "" };
        }
        // What belongs to a message that is there twice needs no word of its own.
        if again && (part.attribute.is_none() || hidden != part.id) {
            report.add("duplicate-message", source.path, part.span.clone(), [("name", &part.name())]);
        }
    }
}

/// Messages and terms that sentences refer to must be there; functions there are none.
fn references(sources: &[WordsFile<'_>], report: &mut Report) {
    let whole = !sources.iter().any(|source| source.broken);
    let there: BTreeSet<&str> = parts(sources).map(|(_, part)| part.id.as_str()).collect();
    for (source, part) in parts(sources) {
        for to in part.references.iter().filter(|to| to.function || whole && !there.contains(to.name.as_str())) {
            report.add("unknown-message", source.path, source.place(to.place), [("name", &to.name)]);
        }
    }
}

fn sentence(source: &WordsFile<'_>, part: &WordsPart<'_>, known: &GuideNames, plurals: &Plurals, report: &mut Report) {
    // The messages of a problem are Azure's own, word for word.
    if !(part.id.starts_with("problem-") && part.attribute.is_some_and(|name| MESSAGES.contains(&name))) {
        for text in &part.texts {
            for found in known.find(text) {
                report.add("identifier", source.path, source.place(found), [("name", found)]);
            }
        }
    }
    for selection in &part.selections {
        for category in plurals.missing(selection) {
            let args = [("name", selection.variable), ("category", category)];
            report.add("missing-plural", source.path, source.place(selection.variable), args);
        }
    }
}

fn parts<'s, 'a>(sources: &'s [WordsFile<'a>]) -> impl Iterator<Item = (&'s WordsFile<'a>, &'s WordsPart<'a>)> {
    sources.iter().flat_map(|source| source.parts.iter().map(move |part| (source, part)))
}

fn by_name<'s, 'a>(sources: &'s [WordsFile<'a>]) -> WordsByName<'s, 'a> {
    parts(sources).map(|(source, part)| (key(part), (source, part))).collect()
}

fn key(part: &WordsPart<'_>) -> MessageName {
    (part.id.clone(), part.attribute.map(str::to_owned))
}

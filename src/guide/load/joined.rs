//! A guide and those that it uses, joined under bare names: each thing has one owner, in whose folder it stands.

use std::{collections::BTreeMap, rc::Rc};

use super::{
    files::{RawFiles, place_of},
    resolve::{self, GuideIndex},
};
use crate::{
    data::Files,
    guide::{
        Report, heads,
        raw::{
            RawCause, RawCode, RawEffect, RawEvidence, RawHandover, RawLimit, RawProblem, RawQuestion, RawRemedy,
            RawSource, RawVariable, RawWord,
        },
    },
};

/// Something of one of the guides.
pub(super) struct Owned<T> {
    pub id: String,
    /// Whose it is.
    pub guide: Rc<str>,
    pub raw: T,
}

/// All that the guides define, by kind; lists are in the order of their ids, problems in their own.
pub(super) struct Joined {
    pub revision: u32,
    pub uses: Vec<(String, u32)>,
    pub categories: Vec<String>,
    pub sources: Vec<Owned<RawSource>>,
    pub limits: Vec<Owned<RawLimit>>,
    pub effects: Vec<Owned<RawEffect>>,
    pub variables: Vec<Owned<RawVariable>>,
    pub handovers: Vec<Owned<RawHandover>>,
    pub literals: Vec<Owned<String>>,
    pub links: Vec<Owned<RawWord>>,
    pub codes: Vec<Owned<(RawWord, RawCode)>>,
    pub evidence: Vec<Owned<RawEvidence>>,
    pub questions: Vec<Owned<(RawWord, RawQuestion)>>,
    pub problems: Vec<Owned<Option<RawProblem>>>,
    /// Problems that the heads of the guides name.
    pub entrances: Vec<Owned<RawWord>>,
    pub causes: Vec<Owned<Option<RawCause>>>,
    pub remedies: Vec<Owned<Option<RawRemedy>>>,
}

impl<T> Owned<T> {
    /// The path of a file of its guide.
    pub(super) fn file(&self, name: &str) -> String {
        format!("guides/{}/{name}", self.guide)
    }
}

/// The guides that are read together, those that are used last.
struct GuideRow(Vec<(Rc<str>, RawFiles)>);

impl Joined {
    /// `None` where a name cannot be trusted: a file of names has a defect, or a name has two owners.
    pub(super) fn read(files: &Files, ids: &[&str], report: &mut Report) -> Option<Self> {
        let mut row = GuideRow(Vec::new());
        for id in ids {
            row.0.push(((*id).into(), RawFiles::read(files, id, report)?));
        }
        let mut uses: Vec<(String, u32)> = Vec::new();
        for (at, id) in ids.iter().enumerate() {
            for name in std::mem::take(&mut row.0[at].1.guide.uses) {
                if uses.iter().any(|(used, _)| used == name.get_ref()) && at > 0 {
                    continue;
                }
                let used = used(files, id, &name, report)?;
                uses.extend(used.as_ref().map(|used| (name.get_ref().clone(), used.guide.revision)));
                row.0.extend(used.map(|used| (name.get_ref().as_str().into(), used)));
            }
        }
        let before = report.0.len();
        let joined = row.join(uses);
        joined.one_owner_each(files, report);
        (report.0.len() == before).then_some(joined)
    }

    /// A name that two of the guides define.
    fn one_owner_each(&self, files: &Files, report: &mut Report) {
        let mut look = |kind: &'static str, names: Vec<Owned<()>>, file: &str, tables: &[&str]| {
            for pair in names.windows(2).filter(|pair| pair[0].id == pair[1].id) {
                let path = pair[0].file(&file.replace("ID", &pair[0].id));
                let place = files.get(&path).filter(|_| !file.contains("ID"));
                let span = place.and_then(|text| place_of(text, tables, &pair[0].id)).map(|(key, _)| key);
                let args = [("kind", kind), ("name", pair[0].id.as_str()), ("other", &*pair[1].guide)];
                report.add("two-owners", &path, span, args);
            }
        };
        look("source", names(&self.sources), "guide.toml", &["sources"]);
        look("limit", names(&self.limits), "guide.toml", &["limit"]);
        look("effect", names(&self.effects), "guide.toml", &["effect"]);
        look("variable", names(&self.variables), "guide.toml", &["variable"]);
        look("handover", names(&self.handovers), "guide.toml", &["handover"]);
        look("literal", names(&self.literals), "literals.toml", &[]);
        look("link", names(&self.links), "links.toml", &[]);
        look("code", names(&self.codes), "codes.toml", &[]);
        look("question", names(&self.questions), "questions.toml", &[]);
        look("cause", names(&self.causes), "causes/ID.toml", &[]);
        look("remedy", names(&self.remedies), "remedies/ID.toml", &[]);
    }

    /// Every name that a reference may use, and the codes of the problems of any guide that a trail may end with.
    pub(super) fn index(&self, files: &Files) -> GuideIndex {
        let questions = self.questions.iter().enumerate().map(|(at, Owned { id, raw: (_, question), .. })| {
            let options = question.options.iter().map(|o| o.get_ref().clone()).collect();
            (id.clone(), (at, options, question.kind.is_none()))
        });
        let causes = self.causes.iter().filter_map(|cause| cause.raw.as_ref()).map(|raw| &raw.node);
        let problems = self.problems.iter().filter_map(|problem| problem.raw.as_ref()).map(|raw| &raw.node);
        let nodes = problems.chain(causes).flat_map(BTreeMap::values);
        let seen: Vec<&String> = nodes.filter_map(|node| Some(node.problem.as_ref()?.get_ref())).collect();
        let problems = heads::problems(files).map(|(id, path)| {
            let codes = if seen.iter().any(|seen| *seen == id) { heads::codes(files, path) } else { Vec::new() };
            (id.to_owned(), codes)
        });
        GuideIndex {
            problems: problems.collect(),
            sources: keys(&self.sources),
            codes: keys(&self.codes),
            causes: keys(&self.causes),
            remedies: keys(&self.remedies),
            questions: questions.collect(),
            variables: keys(&self.variables),
            literals: keys(&self.literals),
            links: keys(&self.links),
            effects: keys(&self.effects),
            handovers: keys(&self.handovers),
        }
    }
}

impl GuideRow {
    fn join(&mut self, uses: Vec<(String, u32)>) -> Joined {
        // A guide that is used sets the order of the categories that all have.
        let categories = self.0.iter_mut().rev().flat_map(|(_, raw)| std::mem::take(&mut raw.guide.categories));
        let categories = categories.map(RawWord::into_inner).collect();
        let own = self.0[0].0.to_string();
        let mut sources = self.take(|id, raw| {
            let named = std::mem::take(&mut raw.guide.sources).into_iter();
            named.chain([(id.to_owned(), raw.guide.source.clone())])
        });
        // The guide's own document comes first, whatever it is called.
        sources.sort_by_key(|source| source.id != own);
        Joined {
            revision: self.0[0].1.guide.revision,
            uses,
            categories,
            sources,
            limits: self.take(|_, raw| std::mem::take(&mut raw.guide.limit)),
            effects: self.take(|_, raw| std::mem::take(&mut raw.guide.effect)),
            variables: self.take(|_, raw| std::mem::take(&mut raw.guide.variable)),
            handovers: self.take(|_, raw| std::mem::take(&mut raw.guide.handover)),
            literals: self.take(|_, raw| std::mem::take(&mut raw.literals)),
            links: self.take(|_, raw| std::mem::take(&mut raw.links)),
            codes: self.take(|_, raw| {
                let codes = std::mem::take(&mut raw.codes).into_iter();
                codes.map(|(word, code)| (word.get_ref().clone(), (word, code)))
            }),
            evidence: self.take(|id, raw| [(id.to_owned(), std::mem::take(&mut raw.evidence))]),
            questions: self.take(|_, raw| {
                let questions = std::mem::take(&mut raw.questions).into_iter();
                questions.map(|(word, question)| (word.get_ref().clone(), (word, question)))
            }),
            entrances: self.take(|_, raw| {
                let words = [raw.guide.no_code.take(), raw.guide.unknown_code.take()].into_iter().flatten();
                words.map(|word| (word.get_ref().clone(), word)).collect::<Vec<_>>()
            }),
            problems: self.in_order(|raw| std::mem::take(&mut raw.problems)),
            causes: self.take(|_, raw| std::mem::take(&mut raw.causes)),
            remedies: self.take(|_, raw| std::mem::take(&mut raw.remedies)),
        }
    }

    fn take<T, I: IntoIterator<Item = (String, T)>>(
        &mut self,
        mut of: impl FnMut(&str, &mut RawFiles) -> I,
    ) -> Vec<Owned<T>> {
        let mut all = Vec::new();
        for (guide, raw) in &mut self.0 {
            let items = of(guide, raw).into_iter();
            all.extend(items.map(|(id, raw)| Owned { id, guide: Rc::clone(guide), raw }));
        }
        all.sort_by(|a, b| a.id.cmp(&b.id));
        all
    }

    fn in_order<T>(&mut self, mut of: impl FnMut(&mut RawFiles) -> Vec<(String, T)>) -> Vec<Owned<T>> {
        let mut all = Vec::new();
        for (guide, raw) in &mut self.0 {
            all.extend(of(raw).into_iter().map(|(id, raw)| Owned { id, guide: Rc::clone(guide), raw }));
        }
        all
    }
}

/// The files of a guide that another one uses, as far as it can be used; `None` where they cannot be read.
fn used(files: &Files, by: &str, name: &RawWord, report: &mut Report) -> Option<Option<RawFiles>> {
    let main = format!("guides/{by}/guide.toml");
    let all: Vec<String> = files.folders("guides/").map(str::to_owned).collect();
    if !all.contains(name.get_ref()) {
        resolve::unknown("unknown-guide", name.get_ref(), name, all.iter(), &main, report);
        return Some(None);
    }
    let used = RawFiles::read(files, name.get_ref(), report)?;
    let fit = used.problems.is_empty() && used.guide.uses.is_empty();
    if !fit {
        report.add("bad-use", &main, name.span(), [("name", name.get_ref())]);
    }
    Some(fit.then_some(used))
}

fn names<T>(items: &[Owned<T>]) -> Vec<Owned<()>> {
    items.iter().map(|item| Owned { id: item.id.clone(), guide: Rc::clone(&item.guide), raw: () }).collect()
}

fn keys<T>(items: &[Owned<T>]) -> BTreeMap<String, usize> {
    items.iter().enumerate().map(|(at, item)| (item.id.clone(), at)).collect()
}

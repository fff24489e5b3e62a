//! The sentences of a guide, with its identifiers, limits and the case's values filled in as code spans.

use std::cell::RefCell;

use fluent::FluentValue;

use super::{Worded, Words, args, filled::Arguments, messages::MessageId};
use crate::{
    case::{
        Case,
        trail::{Answer, Owner},
    },
    guide::{Condition, Guide, Id, Label, Limit, Question, Renames, Variable},
    text::markdown,
};

/// A guide's words, as inline CommonMark.
pub struct GuideText<'a> {
    /// The language.
    pub words: &'a Words,
    /// Whose words.
    pub guide: &'a Guide,
    /// Whose values.
    pub case: &'a Case,
    /// Variables that stand for others.
    pub with: Renames,
    /// The labels of conditions that were told: a guide has few, and most of its commands have one.
    pub(super) conditions: RefCell<Vec<(Condition, String)>>,
}

impl<'a> GuideText<'a> {
    /// The words as a case sees them.
    pub fn new(words: &'a Words, guide: &'a Guide, case: &'a Case) -> Self {
        Self::renamed(words, guide, case, &Renames::new())
    }

    /// The words as a case sees them inside a walk that renames variables.
    pub fn renamed(words: &'a Words, guide: &'a Guide, case: &'a Case, with: &Renames) -> Self {
        GuideText { words, guide, case, with: with.clone(), conditions: RefCell::default() }
    }

    /// What stands for a name in a sentence: a value of the case, or what the guide states.
    fn argument(&self, name: &str) -> Option<FluentValue<'a>> {
        let value = |variable| markdown::code(&self.value(variable)).into();
        let fact = || fact(&self.guide.literals, &self.guide.limits, name);
        self.guide.find::<Variable>(name).map(value).or_else(fact)
    }

    /// What an item of the guide is called.
    pub fn title<T: Worded>(&self, item: &T) -> String {
        self.title_of::<T>(item.name())
    }

    /// The same where only its name is at hand.
    pub fn title_of<T: Worded>(&self, name: &str) -> String {
        self.titled(T::KIND, name)
    }

    /// The same where only the name of its kind is.
    pub fn titled(&self, kind: &str, name: &str) -> String {
        self.find(kind, name, None).unwrap_or_else(|| format!("{{{kind}-{name}}}"))
    }

    /// An attribute of an item's message; `None` where the guide does not need it.
    pub fn part<T: Worded>(&self, item: &T, attribute: &str) -> Option<String> {
        self.part_of::<T>(item.name(), attribute)
    }

    /// The same where only its name is at hand.
    pub fn part_of<T: Worded>(&self, name: &str, attribute: &str) -> Option<String> {
        self.find(T::KIND, name, Some(attribute))
    }

    fn find(&self, kind: &str, id: &str, attribute: Option<&str>) -> Option<String> {
        let argument = |name: &str| self.argument(name);
        self.words.of_guide_with(MessageId::of(kind, id), attribute, Some(Arguments::Named(&argument)))
    }

    /// An answer, as the question's options word it.
    pub fn answer(&self, question: Id<Question>, answer: Answer) -> String {
        let question = &self.guide[question];
        match answer {
            Answer::Option(at) => self.part(question, &["option-", &question.options[at]].concat()).unwrap_or_default(),
            Answer::Unsure => self.words.say("answer-unsure"),
        }
    }

    /// A condition in the words of its questions and options.
    pub fn condition(&self, condition: &Condition) -> String {
        let part = |(question, options): &(Id<Question>, Vec<usize>)| {
            let short = self.part(&self.guide[*question], "short").unwrap_or_default();
            let options: Vec<String> = options.iter().map(|at| self.answer(*question, Answer::Option(*at))).collect();
            let options = options.join(" / ");
            // A short question is answered by what stands behind it; a name needs a sign between.
            if short.ends_with('?') {
                return [short, options].join(" ");
            }
            self.words.say_with("condition-named", &args!("name" => short, "options" => options))
        };
        condition.iter().map(part).collect::<Vec<_>>().join("; ")
    }

    /// The attribute of whoever ended the trail that says what it means; `None` where it has none.
    pub fn ending(&self, owner: Owner, node: &str) -> Option<String> {
        let attribute = ["end-", node].concat();
        match owner {
            Owner::Problem(problem) => self.part(&self.guide[problem], &attribute),
            Owner::Cause(cause) => self.part(&self.guide[cause], &attribute),
        }
    }

    /// A variable's value, several joined, or its placeholder; not quoted.
    pub fn value(&self, variable: Id<Variable>) -> String {
        let values = self.case.values(self.guide, variable, &self.with);
        if values.is_empty() {
            let real = self.with.iter().find(|(name, _)| *name == variable).map_or(variable, |(_, value)| *value);
            format!("<{}>", self.guide[real].id)
        } else {
            values.join(", ")
        }
    }

    /// A click path of the portal, its parts as they stand there.
    pub fn path(&self, labels: &[Label]) -> Vec<String> {
        let part = |label: &Label| match label {
            Label::Word(id) => self.words.label(id),
            Label::Variable(id) => self.value(*id),
            Label::Literal(at) => self.guide.literals[*at].1.clone(),
        };
        labels.iter().map(part).collect()
    }
}

/// What a guide states under a name that its sentences use: a dated figure, or an identifier as a code span; literals are in
/// the order of their names.
pub fn fact<'a>(literals: &'a [(String, String)], limits: &'a [Limit], name: &str) -> Option<FluentValue<'a>> {
    let limit = name.strip_prefix("limit-");
    limit.and_then(|name| limits.iter().find_map(|limit| figure(limit, name))).or_else(|| {
        let at = literals.binary_search_by(|(known, _)| known.as_str().cmp(name)).ok()?;
        Some(markdown::code(&literals[at].1).into())
    })
}

/// What a limit says under a name: its figure or the day of it, as stated or newer.
fn figure<'a>(limit: &'a Limit, name: &str) -> Option<FluentValue<'a>> {
    let rest = name.strip_prefix(limit.id.as_str())?;
    let (rest, (value, dated)) = match rest.strip_prefix("-newer") {
        Some(rest) => (rest, limit.newer.as_ref()?),
        None => (rest, &limit.stated),
    };
    match rest {
        "" => Some((*value).into()),
        "-dated" => Some(dated.as_str().into()),
        _ => None,
    }
}

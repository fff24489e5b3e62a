//! A value of JSON with its way and its place; keys are found in any case and in both dialects of Azure.

use super::json::{Json, MOST_MEMBERS, Member, shown};

/// A value inside a document.
#[derive(Clone)]
pub(crate) struct JsonNode<'n> {
    json: &'n Json<'n>,
    /// The byte of the document at which its key, or its first key, stands.
    pub at: usize,
    /// The way to it, such as `vmAgent.statuses[0]`.
    pub path: String,
}

impl<'n> JsonNode<'n> {
    pub(super) fn root(json: &'n Json<'n>) -> Self {
        JsonNode { json, at: first_key(json).unwrap_or(0), path: String::new() }
    }

    /// The member of an object, in any case; `None` where it is null or not there.
    pub(crate) fn get(&self, key: &str) -> Option<JsonNode<'n>> {
        let members = self.members();
        let exact = members.binary_search_by(|member| member.key.as_ref().cmp(key)).ok().map(|at| &members[at]);
        let in_any_case = || members.iter().find(|member| member.key.eq_ignore_ascii_case(key));
        let member = exact.or_else(in_any_case).filter(|member| !matches!(member.value, Json::Null))?;
        let dot = if self.path.is_empty() { "" } else { "." };
        let path = format!("{}{dot}{}", self.path, shown(&member.key));
        Some(JsonNode { json: &member.value, at: member.at as usize, path })
    }

    /// The member of a resource: flat, as the CLI prints it, or below `properties`, as REST does.
    pub(crate) fn of(&self, key: &str) -> Option<JsonNode<'n>> {
        self.get(key).or_else(|| self.get("properties")?.get(key))
    }

    /// The member at the end of a way.
    pub(crate) fn way(&self, keys: &[&str]) -> Option<JsonNode<'n>> {
        keys.iter().try_fold(self.clone(), |node, key| node.of(key))
    }

    /// Whether an object has a member, be it null.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.members().iter().any(|member| member.key.eq_ignore_ascii_case(key))
    }

    /// The members of an object that is not too large to be one of Azure's.
    fn members(&self) -> &'n [Member<'n>] {
        match self.json {
            Json::Object(members) if members.len() <= MOST_MEMBERS => members,
            _ => &[],
        }
    }

    /// The items of a list; nothing else has any.
    pub(crate) fn items(&self) -> Vec<JsonNode<'n>> {
        let Json::List(list) = self.json else { return Vec::new() };
        let item = |(at, json): (usize, &'n Json<'n>)| JsonNode {
            json,
            at: first_key(json).unwrap_or(self.at),
            path: format!("{}[{at}]", self.path),
        };
        list.iter().enumerate().filter(|(_, json)| !matches!(json, Json::Null)).map(item).collect()
    }

    /// The resources of an answer, and whether it was a list: bare, as the CLI prints it, a page of REST, or a single one.
    pub(crate) fn resources(&self) -> (Vec<JsonNode<'n>>, bool) {
        match self.json {
            Json::List(_) => (self.items(), true),
            Json::Object(_) => {
                // A page of REST has `value`, an answer of Resource Graph `data`.
                let pages = ["value", "data"].iter().filter_map(|key| self.get(key));
                match pages.into_iter().find(|page| matches!(page.json, Json::List(_))) {
                    Some(page) => (page.items(), true),
                    None => (vec![self.clone()], false),
                }
            }
            _ => (Vec::new(), false),
        }
    }

    /// The text, without blanks around it; an empty one says nothing.
    pub(crate) fn text(&self) -> Option<&'n str> {
        match self.json {
            Json::Text(text) if !text.trim().is_empty() => Some(text.trim()),
            _ => None,
        }
    }

    /// The text of a member of a resource.
    pub(crate) fn text_of(&self, key: &str) -> Option<&'n str> {
        self.of(key)?.text()
    }

    pub(crate) fn number(&self) -> Option<f64> {
        if let Json::Number(number) = self.json { Some(*number) } else { None }
    }

    pub(crate) fn boolean(&self) -> Option<bool> {
        if let Json::Bool(value) = self.json { Some(*value) } else { None }
    }

    /// Whether it is a resource of this type, in any case.
    pub(crate) fn is_a(&self, resource_type: &str) -> bool {
        self.get("type").and_then(|node| node.text()).is_some_and(|text| text.eq_ignore_ascii_case(resource_type))
    }
}

fn first_key(json: &Json<'_>) -> Option<usize> {
    match json {
        Json::Object(members) => members.iter().map(|member| member.at as usize).min(),
        Json::List(list) => list.iter().find_map(first_key),
        _ => None,
    }
}

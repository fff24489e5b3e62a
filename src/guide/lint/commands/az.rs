//! The Azure CLI in bash: where its commands are in a line, and what can be known of them without it.

use std::ops::Range;

use super::{SUBSCRIPTIONS, quotes::Quotes};

/// Groups of commands that know no subscription; `ad` asks the directory.
const GLOBAL: [&str; 5] = ["ad", "extension", "login", "logout", "version"];

/// Those of them that refuse to hear of one.
const REFUSING: [&str; 3] = ["ad", "extension", "logout"];

/// The columns that az leaves out of every table.
const LEFT_OUT: [&str; 3] = ["id", "type", "etag"];

/// A command, without those that are substituted into it.
#[derive(Debug)]
pub(super) struct AzCommand {
    /// Where it is in its script.
    pub place: Range<usize>,
    /// Its text, with blanks in place of the commands inside.
    text: String,
}

/// All `az` commands, also those in pipes, lists and substitutions.
pub(super) fn commands(script: &str) -> impl Iterator<Item = AzCommand> {
    segments(script).into_iter().filter(|command| command.word(0) == Some("az"))
}

impl AzCommand {
    fn word(&self, index: usize) -> Option<&str> {
        words(&self.text).nth(index).map(|place| &self.text[place])
    }

    fn is_of(&self, groups: &[&str]) -> bool {
        self.word(1).is_some_and(|group| groups.contains(&group))
    }

    /// The place of an option in the command, and that of its value.
    fn option(&self, names: &[&str]) -> Option<(Range<usize>, Range<usize>)> {
        let pairs = words(&self.text).zip(words(&self.text).skip(1));
        pairs.filter(|(option, _)| names.contains(&&self.text[option.clone()])).last()
    }

    /// Whether the command has to say in which subscription it works, and does not.
    pub(super) fn lacks_subscription(&self) -> bool {
        let named = |(_, value): (_, Range<usize>)| SUBSCRIPTIONS.contains(&&self.text[value]);
        let named = self.option(&["--subscription"]).is_some_and(named);
        !named && !self.is_of(&GLOBAL)
    }

    /// The place of a subscription that the command refuses.
    pub(super) fn refused_subscription(&self) -> Option<Range<usize>> {
        let (option, value) = self.option(&["--subscription"]).filter(|_| self.is_of(&REFUSING))?;
        Some(self.place.start + option.start..self.place.start + value.end)
    }

    /// The places of columns that its table leaves out.
    pub(super) fn lost_columns(&self) -> Vec<Range<usize>> {
        let table = self.option(&["--output", "-o"]).is_some_and(|(_, value)| self.text[value] == *"table");
        let Some((_, query)) = self.option(&["--query"]).filter(|_| table) else { return Vec::new() };
        let start = self.place.start + query.start;
        let keys = columns(&self.text[query.clone()])
            .into_iter()
            .filter(|key| LEFT_OUT.contains(&&self.text[query.start + key.start..query.start + key.end]));
        keys.map(|key| start + key.start..start + key.end).collect()
    }
}

/// The places of the keys that a query ends in: `[].{name:name, size:size}`.
fn columns(query: &str) -> Vec<Range<usize>> {
    let mut depth = 0_usize;
    let mut literal = None;
    let mut keys = Vec::new();
    let mut key_start = None;
    for (at, c) in query.char_indices() {
        match (literal, c) {
            (Some(end), _) if c == end => literal = None,
            (Some(_), _) => {}
            (None, '\'' | '`') if at > 0 => literal = Some(c),
            (None, '{') if depth == 0 => {
                // What follows a pair of braces makes other rows of it.
                keys.clear();
                key_start = Some(at + 1);
                depth = 1;
            }
            (None, '{' | '[' | '(') if depth > 0 => depth += 1,
            (None, '}' | ']' | ')') => depth = depth.saturating_sub(1),
            (None, ',') if depth == 1 => key_start = Some(at + 1),
            (None, ':') if depth == 1 => keys.extend(key_start.take().map(|start| trimmed(query, &(start..at)))),
            (None, '.') if depth == 0 => keys.clear(),
            _ => {}
        }
    }
    keys
}

/// The places of words; a quotation with its quotes, and a substitution, is one.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut quotes = Quotes::default();
    let mut start = None;
    text.char_indices().chain([(text.len(), ' ')]).filter_map(move |(at, c)| {
        quotes.step(c);
        if c.is_whitespace() && (!quotes.inside() || at == text.len()) {
            start.take().map(|start| start..at)
        } else {
            start.get_or_insert(at);
            None
        }
    })
}

/// The commands of a script: cut at operators and substitutions outside of quotes, without the assignment before them.
fn segments(script: &str) -> Vec<AzCommand> {
    let mut found = Vec::new();
    let mut quotes = Quotes::default();
    // One inside the other: where each began, and where others are in it.
    let mut open: Vec<(usize, Vec<Range<usize>>)> = vec![(0, Vec::new())];
    let mut substitutions = Vec::new();
    for (at, c) in script.char_indices() {
        let operator = !quotes.quoted() && "|;&()`\n".contains(c);
        match (quotes.step(c), c) {
            (true, '(') => {
                substitutions.push(at);
                open.push((at + 1, Vec::new()));
            }
            (true, _) if open.len() > 1 => {
                let begun = substitutions.pop().unwrap_or(at);
                found.extend(open.pop().map(|inner| command(script, &inner, at)));
                open.iter_mut().for_each(|(_, holes)| holes.push(begun + 1..at));
            }
            _ if operator => {
                if let Some(last) = open.last_mut() {
                    found.push(command(script, &std::mem::replace(last, (at + c.len_utf8(), Vec::new())), at));
                }
            }
            _ => {}
        }
    }
    found.extend(open.into_iter().map(|inner| command(script, &inner, script.len())));
    found.sort_by_key(|command| command.place.start);
    found
}

fn command(script: &str, (start, holes): &(usize, Vec<Range<usize>>), end: usize) -> AzCommand {
    let place = trimmed(script, &(*start..end));
    let text = script[place.clone()].char_indices().map(|(at, c)| {
        let hidden = holes.iter().any(|hole| hole.contains(&(place.start + at)));
        if hidden { " ".repeat(c.len_utf8()) } else { c.to_string() }
    });
    AzCommand { text: text.collect(), place }
}

fn trimmed(script: &str, place: &Range<usize>) -> Range<usize> {
    let text = &script[place.clone()];
    let start = place.start + text.len() - text.trim_start().len();
    start..start + text.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_az_command_of_a_script_is_seen() {
        let check = |script: &str, expected: &[&str]| {
            assert_eq!(commands(script).map(|it| &script[it.place]).collect::<Vec<_>>(), expected, "{script}");
        };
        check("az vm list --query \"[?a=='b'] | [0]\"", &["az vm list --query \"[?a=='b'] | [0]\""]);
        check("id=$(az vm show) && echo az; az account show", &["az vm show", "az account show"]);
        check(
            "az group show --name \"$(az vm list -o tsv)\" | head",
            &["az group show --name \"$(az vm list -o tsv)\"", "az vm list -o tsv"],
        );
        check("az login\naz vm list", &["az login", "az vm list"]);
        check("echo 'az vm list; az vm show'", &[]);
        check("az vm show --name $(az vm list", &["az vm show --name $(az vm list", "az vm list"]);
    }

    #[test]
    fn the_subscription_is_an_option_with_its_placeholder() {
        let check = |script: &str, lacking: &[&str]| {
            let found = commands(script).filter(AzCommand::lacks_subscription);
            assert_eq!(found.map(|it| &script[it.place]).collect::<Vec<_>>(), lacking, "{script}");
        };
        check("az vm list --subscription <subscription> -o tsv", &[]);
        check("az vm list --subscription <target-subscription>", &[]);
        check("az vm list --subscription", &["az vm list --subscription"]);
        check("az vm list --subscription prod", &["az vm list --subscription prod"]);
        check("az ad sp list && az vm list", &["az vm list"]);
        check("az vm show --ids $(az vm list) --subscription <subscription>", &["az vm list"]);
        check(
            "az vm show --ids $(az vm list --subscription <subscription>)",
            &["az vm show --ids $(az vm list --subscription <subscription>)"],
        );
    }

    #[test]
    fn what_knows_no_subscription_gets_none() {
        let check = |script: &str, refused: &[&str]| {
            let found = commands(script).filter_map(|it| it.refused_subscription());
            assert_eq!(found.map(|place| &script[place]).collect::<Vec<_>>(), refused, "{script}");
        };
        check("az ad sp list --subscription <subscription> -o tsv", &["--subscription <subscription>"]);
        check("az vm show --query \"[?a=='$(az ad sp show --subscription x)']\"", &["--subscription x"]);
        check("az vm show --query \"[?a=='$(az ad sp show)']\" --subscription x", &[]);
        check("az ad sp list --display-name \"--subscription\"", &[]);
    }

    #[test]
    fn a_table_leaves_out_columns() {
        let check = |query: &str, lost: &[&str]| {
            let script = format!("az vm list --query \"{query}\" --output table");
            let found: Vec<_> = commands(&script).flat_map(|it| it.lost_columns()).collect();
            assert_eq!(found.into_iter().map(|place| &script[place]).collect::<Vec<_>>(), lost, "{query}");
        };
        check("[].{name:name, type:a.type}", &["type"]);
        check("[?a=='{id:b}'].{ id :id,etag: etag}", &["id", "etag"]);
        check("[].{name:id, kind:type}", &[]);
        check("[].{name:join(',', [id, {type:a}.type])}", &[]);
        check("[].{id:id}.id", &[]);
        check("[].type", &[]);
        check("[?a=='$(az ad sp show)'].{id:id}", &["id"]);
        let json = "az vm list --query \"[].{id:id}\" --output json";
        assert!(commands(json).all(|it| it.lost_columns().is_empty()), "JSON leaves out nothing");
    }
}

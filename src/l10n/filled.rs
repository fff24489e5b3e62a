//! Lines that only name arguments. Most sentences of a guide are such lines, and Fluent would make a tree of each.

use std::borrow::Cow;

use fluent::{FluentArgs, FluentValue};
use memchr::memchr2;

/// What stands for the names in a sentence.
#[derive(Clone, Copy)]
pub(super) enum Arguments<'a> {
    Given(&'a FluentArgs<'a>),
    /// Made as they are named: a guide has hundreds, a sentence few.
    Named(&'a dyn Fn(&str) -> Option<FluentValue<'a>>),
}

impl Arguments<'_> {
    fn get<'n>(self, name: &'n str) -> Option<Cow<'n, FluentValue<'n>>>
    where
        Self: 'n,
    {
        match self {
            Arguments::Given(args) => args.get(name).map(Cow::Borrowed),
            Arguments::Named(value) => value(name).map(Cow::Owned),
        }
    }
}

/// A line with its arguments in it; `None` where that is for Fluent to say: what stands in brackets is more than a name, or
/// there is no such argument.
pub(super) fn filled(line: &str, args: Option<Arguments<'_>>) -> Option<String> {
    let (mut filled, mut rest) = (String::with_capacity(2 * line.len()), line);
    while let Some(at) = memchr2(b'{', b'}', rest.as_bytes()) {
        let (inner, behind) = rest[at..].strip_prefix('{')?.split_once('}')?;
        let name = inner.trim_matches(' ').strip_prefix('$')?;
        filled.push_str(&rest[..at]);
        match &*args?.get(name)? {
            FluentValue::String(text) => filled.push_str(text),
            FluentValue::Number(number) => filled.push_str(&number.as_string()),
            _ => return None,
        }
        rest = behind;
    }
    filled.push_str(rest);
    Some(filled)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fluent::{FluentBundle, FluentResource};

    use super::*;
    use crate::{data::builtin, l10n::args};

    /// What Fluent says of a line.
    fn fluent(line: &str, args: &FluentArgs<'_>) -> Option<String> {
        let mut bundle = FluentBundle::new(Vec::new());
        bundle.set_use_isolating(false);
        bundle.add_resource(FluentResource::try_new(["a = ", line].concat()).ok()?).ok()?;
        let message = bundle.get_message("a")?;
        Some(bundle.format_pattern(message.value()?, Some(args), &mut Vec::new()).into_owned())
    }

    #[test]
    fn what_only_names_arguments_is_filled_in() {
        let args = args!("name" => "`web01`", "count" => 3, "part" => 1.5, "many" => 1_234_567);
        let check = |line: &str, expected: Option<&str>| {
            assert_eq!(filled(line, Some(Arguments::Given(&args))).as_deref(), expected, "{line}");
            if expected.is_some() {
                assert_eq!(fluent(line, &args).as_deref(), expected, "{line}");
            }
        };
        check("{ $name }", Some("`web01`"));
        check("VM {$name}: { $count }, {  $part  }.", Some("VM `web01`: 3, 1.5."));
        check("{ $name }{ $many }", Some("`web01`1234567"));
        check("no name", Some("no name"));
        check("{ $other }", None);
        check("{ NUMBER($count) }", None);
        check("{ $count -> [one] a *[other] b }", None);
        check("{ -term }", None);
        check("{ message }", None);
        check("{ \"}\" } { $name }", None);
        check("{ { $name } }", None);
        check("{ $ name }", None);
        check("{ $name", None);
        check("$name }", None);
        assert_eq!(filled("{ $name }", None), None);
    }

    #[test]
    fn what_is_filled_in_is_what_fluent_says() {
        let mut held = 0;
        for (_, text) in builtin::embedded().all().filter(|(path, _)| path.ends_with(".ftl")) {
            for line in text.lines().filter_map(|line| Some(line.split_once(" = ")?.1.trim())) {
                let parts = line.split('$').skip(1);
                let ends = |c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_';
                let names: BTreeSet<&str> = parts.filter_map(|part| part.split(ends).next()).collect();
                let mut args = FluentArgs::new();
                names.iter().enumerate().for_each(|(at, name)| match at % 3 {
                    0 => args.set(*name, format!("`{name}` \"{{\"")),
                    1 => args.set(*name, at as f64 / 2.0),
                    _ => args.set(*name, at),
                });
                if let (Some(filled), false) = (filled(line, Some(Arguments::Given(&args))), names.is_empty()) {
                    assert_eq!(Some(filled), fluent(line, &args), "{line}");
                    held += 1;
                }
            }
        }
        assert!(held > 1000, "{held}");
    }
}

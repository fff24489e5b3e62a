//! As much of JSON Schema as ours use; a crate for it would bring a third of all packages again. The engine of editors reads
//! all guides with the same schemas in `.ci/run`.

use serde_json::Value;

/// Words that judge nothing.
const SILENT: [&str; 6] = ["$schema", "$defs", "title", "description", "format", "$ref"];

/// The part of a schema that a value is judged by: what a reference leads to, and of several the one of the value's kind.
pub(super) fn part<'s>(root: &'s Value, schema: &'s Value, value: &Value) -> &'s Value {
    let schema = match schema["$ref"].as_str() {
        Some(place) => root.pointer(place.trim_start_matches('#')).unwrap_or_else(|| panic!("{place} leads nowhere")),
        None => schema,
    };
    let Some(all) = schema["anyOf"].as_array() else { return schema };
    let mut fitting = all.iter().filter(|one| is_valid(root, one, value));
    fitting.next().or_else(|| all.iter().find(|one| is_of_type(one["type"].as_str(), value))).unwrap_or(schema)
}

fn is_of_type(name: Option<&str>, value: &Value) -> bool {
    match name {
        None => true,
        Some("string") => value.is_string(),
        Some("boolean") => value.is_boolean(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some("array") => value.is_array(),
        Some("object") => value.is_object(),
        Some(other) => panic!("nobody judges the type {other}"),
    }
}

/// Whether a value is what a schema says; a word that nobody judges by is a panic.
pub(super) fn is_valid(root: &Value, schema: &Value, value: &Value) -> bool {
    if let Some(place) = schema["$ref"].as_str() {
        let place = root.pointer(place.trim_start_matches('#')).unwrap_or_else(|| panic!("{place} leads nowhere"));
        return is_valid(root, place, value);
    }
    let words = match schema {
        Value::Bool(is_valid) => return *is_valid,
        schema => schema.as_object().expect("a schema is an object"),
    };
    words.iter().all(|(word, said)| match word.as_str() {
        "type" => is_of_type(said.as_str(), value),
        "enum" => said.as_array().expect("a list").contains(value),
        "minimum" => value.as_i64().is_none_or(|number| Some(number) >= said.as_i64()),
        "anyOf" => said.as_array().expect("a list").iter().any(|one| is_valid(root, one, value)),
        "items" => value.as_array().is_none_or(|items| items.iter().all(|item| is_valid(root, said, item))),
        "required" => {
            let names = said.as_array().expect("a list").iter().filter_map(Value::as_str);
            value.as_object().is_none_or(|members| names.into_iter().all(|name| members.contains_key(name)))
        }
        "properties" => value.as_object().is_none_or(|members| {
            let known = members.iter().filter_map(|(name, value)| Some((said.get(name)?, value)));
            known.into_iter().all(|(schema, value)| is_valid(root, schema, value))
        }),
        "additionalProperties" => value.as_object().is_none_or(|members| {
            let known = schema["properties"].as_object();
            let others = members.iter().filter(|(name, _)| known.is_none_or(|known| !known.contains_key(*name)));
            others.into_iter().all(|(_, value)| is_valid(root, said, value))
        }),
        silent => SILENT.contains(&silent) || panic!("nobody judges by {silent}"),
    })
}

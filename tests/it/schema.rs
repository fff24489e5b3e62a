//! The schemas below `assets/schema` say what the program accepts: real files are changed in every place that has a form of
//! its own, and both must judge alike.

mod validator;

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    rc::Rc,
};

use backup_medic::{
    case::{Case, Earlier, Finding, Mark},
    data::{Files, builtin},
    export::{EmbeddedCase, case_of_json, json},
    guide,
};
use serde_json::{Value, json};
use validator::{is_valid, part};

/// Which schema is of which file of a guide; what is behind the folder is any name.
const FILES: [(&str, &str); 10] = [
    ("guide.toml", "guide"),
    ("questions.toml", "questions"),
    ("problems/", "problem"),
    ("causes/", "cause"),
    ("remedies/", "remedy"),
    ("codes.toml", "codes"),
    ("evidence.toml", "evidence"),
    ("messages.toml", "messages"),
    ("links.toml", "names"),
    ("literals.toml", "names"),
];

/// The head of a guide that has nothing in it.
const HEAD: &str = "revision = 1\nproblems = []\n[source]\ntitle = 'a'\nurl = 'https://example.org'\ndated = '2026-01-01'\nnewest = '2026-01-01'\nchecked = '2026-01-01'\n";

/// Names in whose place only few values are accepted as such.
const CHOICES: [&str; 3] = ["via", "rule", "side"];

fn schema(name: &str) -> Rc<Value> {
    thread_local!(static READ: RefCell<BTreeMap<String, Rc<Value>>> = RefCell::default());
    READ.with_borrow_mut(|read| Rc::clone(read.entry(name.to_owned()).or_insert_with(|| Rc::new(read_schema(name)))))
}

fn read_schema(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("assets/schema/{name}.schema.json"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path:?}: {error}"))
}

/// A value as TOML in one line.
fn inline(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let members: Vec<String> =
                members.iter().map(|(name, value)| format!("{} = {}", Value::from(&**name), inline(value))).collect();
            format!("{{ {} }}", members.join(", "))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        other => other.to_string(),
    }
}

/// Why the program cannot read a file of a guide; `None` where it can, whatever else may be wrong with it.
fn refused(path: &str, value: &Value) -> Option<String> {
    let members = value.as_object().expect("a file is a table").iter();
    let text: String = members.map(|(name, value)| format!("{} = {}\n", Value::from(&**name), inline(value))).collect();
    let mut files: Files = [("guides/x/guide.toml".to_owned(), HEAD.to_owned())].into_iter().collect();
    let path = format!("guides/x/{path}");
    files.insert(path.clone(), text);
    let found = guide::load(&files, "x").err().unwrap_or_default();
    let defect = found.into_iter().find(|defect| defect.code == "toml" && defect.file == path)?;
    defect.args.into_iter().next().map(|(_, message)| message)
}

/// A place in a file: how the schema calls it, and how JSON points to it.
struct Place {
    form: String,
    pointer: String,
}

/// All places of a value that a schema has a word for, each form with each set of names once.
fn places(root: &Value, schema: &Value, value: &Value, at: Place, seen: &mut BTreeSet<String>, found: &mut Vec<Place>) {
    let schema = part(root, schema, value);
    let names = value.as_object().map(|members| members.keys().cloned().collect::<Vec<_>>().join(" "));
    let is_new = seen.insert(format!("{} {}", at.form, names.unwrap_or_default()));
    let below: Vec<(String, String, &Value, &Value)> = match value {
        Value::Object(members) => {
            let of = |(name, value): (&'_ String, _)| {
                let known = schema["properties"].get(name);
                let form = known.map_or("*", |_| name.as_str());
                (
                    form.to_owned(),
                    name.replace('~', "~0").replace('/', "~1"),
                    known.unwrap_or(&schema["additionalProperties"]),
                    value,
                )
            };
            members.iter().map(of).collect()
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(at, item)| ("-".to_owned(), at.to_string(), &schema["items"], item))
            .collect(),
        _ => Vec::new(),
    };
    for (form, name, schema, value) in below {
        let at = Place { form: format!("{}/{form}", at.form), pointer: format!("{}/{name}", at.pointer) };
        places(root, schema, value, at, seen, found);
    }
    if is_new {
        found.push(at);
    }
}

/// A file and what becomes of it by every change in one place: a name that nobody knows, a name less, a wrong value.
fn changes(value: &Value, pointer: &str) -> Vec<Value> {
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut changed = value.clone();
        change(changed.pointer_mut(pointer).expect("it is there"));
        changed
    };
    let mut all = Vec::new();
    if !pointer.is_empty() {
        all.push(changed(&|value| *value = json!([5.5])));
    }
    if CHOICES.iter().any(|name| pointer.ends_with(&format!("/{name}"))) {
        all.push(changed(&|value| *value = json!("nothing")));
    }
    if let Some(members) = value.pointer(pointer).and_then(Value::as_object) {
        all.push(changed(&|value| value["nothing"] = json!([5.5])));
        all.extend(
            members.keys().map(|name| changed(&|value| _ = value.as_object_mut().expect("it is one").remove(name))),
        );
    }
    all
}

/// The names in an error for a name that nobody knows: those that the program knows.
fn expected(message: &str) -> BTreeSet<&str> {
    let (_, known) = message.split_once("expected").unwrap_or_default();
    known.split('`').skip(1).step_by(2).collect()
}

/// Compares schema and program on a file of a guide; answers with how many changes were tried.
fn compare(name: &str, path: &str, value: &Value, seen: &mut BTreeSet<String>) -> usize {
    let root = schema(name);
    assert!(is_valid(&root, &root, value) && refused(path, value).is_none(), "{name} {path}");
    let mut found = Vec::new();
    let start = Place { form: name.to_owned(), pointer: String::new() };
    places(&root, &root, value, start, seen, &mut found);
    let mut tried = 0;
    for place in found {
        for changed in changes(value, &place.pointer) {
            let refused = refused(path, &changed);
            assert_eq!(is_valid(&root, &root, &changed), refused.is_none(), "{path} {}: {refused:?}", place.form);
            tried += 1;
            let Some(message) = refused.filter(|message| message.contains("unknown field `nothing`")) else { continue };
            let before = place.pointer.split('/').skip(1).fold((&*root, value), |(schema, value), name| {
                let schema = part(&root, schema, value);
                let name = name.replace("~1", "/").replace("~0", "~");
                match value {
                    Value::Array(items) => (&schema["items"], &items[name.parse::<usize>().expect("a number")]),
                    _ => (schema["properties"].get(&name).unwrap_or(&schema["additionalProperties"]), &value[&name]),
                }
            });
            let schema = part(&root, before.0, before.1);
            let known: BTreeSet<&str> =
                schema["properties"].as_object().expect("names").keys().map(String::as_str).collect();
            assert_eq!(known, expected(&message), "{}", place.form);
        }
    }
    tried
}

#[test]
fn a_schema_accepts_what_the_program_reads_and_nothing_else() {
    let (mut seen, mut tried): (BTreeSet<String>, BTreeMap<&str, usize>) = <_>::default();
    for (path, text) in builtin::embedded().under("guides/") {
        let inside = path.splitn(3, '/').nth(2).expect("a guide has a folder");
        let (_, name) = FILES.iter().find(|(start, _)| inside.starts_with(start)).unwrap_or_else(|| panic!("{path}"));
        let value: Value = toml::from_str(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        *tried.entry(name).or_default() += compare(name, inside, &value, &mut seen);
    }
    assert_eq!(tried.len(), FILES.len() - 1, "links and literals have one form: {tried:?}");
    assert!(tried.values().all(|changes| *changes > 0) && tried.values().sum::<usize>() > 300, "{tried:?}");
}

#[test]
fn a_case_is_what_its_schema_says() {
    let texts = |pairs: &[(&str, &str)]| pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    let case = Case {
        guide: "azure-vm-backup".into(),
        revision: 2,
        uses: BTreeMap::from([("azure-vm-common".into(), 2)]),
        name: "first".into(),
        problem: "internal-error".into(),
        code: "UserErrorX".into(),
        answers: texts(&[("vm-power", "running")]),
        marks: BTreeMap::from([
            ("a".into(), Mark::Done),
            ("b".into(), Mark::Failed("why".into())),
            ("c".into(), Mark::Skipped("why".into())),
        ]),
        notes: texts(&[("case", "note")]),
        times: texts(&[("a", "2026-01-01T00:00:00Z")]),
        answered: texts(&[("vm-power", "2026-01-01T00:00:00Z")]),
        earlier: vec![Earlier {
            question: "vm-power".into(),
            option: "stopped".into(),
            at: "2026-01-01T00:00:00Z".into(),
        }],
        noted: texts(&[("case", "2026-01-01T00:00:00Z")]),
        variables: BTreeMap::from([("vm".into(), vec!["vm-web-01".into()])]),
        findings: vec![Finding {
            question: "q".into(),
            option: "o".into(),
            about: "vm-2".into(),
            ..Finding::default()
        }],
        pastes: 2,
    };
    let root = schema("case");
    let document: Value = serde_json::from_str(&json(&case)).expect("JSON");
    let is_read = |value: &Value| matches!(case_of_json(&value.to_string()), Some(EmbeddedCase::Whole(_)));
    assert!(is_valid(&root, &root, &document) && is_read(&document));
    let mut found = Vec::new();
    places(
        &root,
        &root,
        &document,
        Place { form: "case".into(), pointer: String::new() },
        &mut BTreeSet::new(),
        &mut found,
    );
    for (place, changed) in found
        .iter()
        .flat_map(|place| changes(&document, &place.pointer).into_iter().map(move |changed| (place, changed)))
    {
        assert_eq!(is_valid(&root, &root, &changed), is_read(&changed), "{}: {changed}", place.pointer);
    }
    let named =
        found.iter().filter(|place| place.form.starts_with("case/case/") && place.form.matches('/').count() == 2);
    assert_eq!(
        named.count(),
        root["properties"]["case"]["properties"].as_object().expect("names").len(),
        "all are there"
    );
}

#[test]
fn a_schema_that_says_something_else_is_found() {
    let root = schema("remedy");
    let value = json!({ "source": "#a", "checked": "2026-01-01", "step": [{ "id": "a", "minutes": 1 }] });
    let check = |pointer: &str, changed: Value, valid: bool| {
        let mut root = Value::clone(&root);
        *root.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = changed;
        assert_eq!(is_valid(&root, &root, &value), valid, "{pointer}");
    };
    check("/title", json!("other"), true);
    check("/required", json!(["source", "kind"]), false);
    check("/properties/checked/type", json!("integer"), false);
    check("/properties/source", json!({ "enum": ["#b"] }), false);
    check("/$defs/step/properties", json!({ "id": {} }), false);
    check("/$defs/step/properties/minutes/minimum", json!(2), false);
    check("/properties/step/items", json!({ "$ref": "#/$defs/place" }), false);
    assert_eq!(expected("unknown field `x`, expected one of `a`, `b`"), BTreeSet::from(["a", "b"]));
    assert_eq!(expected("unknown field `x`, expected `a`"), BTreeSet::from(["a"]));
}

//! The queries: deterministic, in the person's language, and without what Azure Resource Graph does not know.

use super::{catalog, run, text};

fn query(format: &str, locale: &str) -> String {
    let done = run(&["--format", format, "--locale", locale]);
    assert_eq!((done.status.code(), text(&done.stderr)), (Some(0), ""));
    text(&done.stdout).to_owned()
}

/// The words of a query outside of its strings.
fn words(query: &str) -> Vec<String> {
    let (mut outside, mut inside, mut escaped) = (String::new(), false, false);
    for c in query.chars() {
        match c {
            '\\' if inside && !escaped => escaped = true,
            '\'' if !escaped => inside = !inside,
            c => {
                escaped = false;
                outside.push(if inside { ' ' } else { c });
            }
        }
    }
    outside.split(|c: char| !c.is_alphanumeric() && c != '_').map(str::to_lowercase).collect()
}

#[test]
fn both_name_every_code_and_problem_in_the_language_asked_for() {
    let check = |format, locale: &str, title: &str| {
        let query = query(format, locale);
        for entry in &catalog().entries {
            assert!(query.contains(&format!("'{}'", entry.code.to_lowercase())), "{} in {query}", entry.code);
            assert!(query.contains(&format!("'{}'", entry.problem)), "{} in {query}", entry.problem);
        }
        assert!(query.contains(title), "{query}");
    };
    check("kql", "en", "'Azure Backup cannot reach the VM agent'");
    check("kql", "ru", "'Агент ВМ не выходит на связь'");
    check("arg", "en", "'Azure Backup cannot reach the VM agent'");
    check("arg", "ru", "'Агент ВМ не выходит на связь'");
}

#[test]
fn the_log_is_grouped_by_the_newest_record_of_each_job() {
    let query = query("kql", "en");
    assert!(query.contains("summarize arg_max(TimeGenerated, *) by JobUniqueId"), "{query}");
    assert!(words(&query).iter().any(|word| word == "datatable"), "{query}");
}

#[test]
fn no_spelling_stands_twice_in_the_table_of_the_log() {
    let query = query("kql", "en");
    let keys: Vec<&str> = query.lines().filter_map(|line| line.strip_prefix("    '")?.split('\'').next()).collect();
    let distinct: std::collections::BTreeSet<&&str> = keys.iter().collect();
    assert!(keys.len() > catalog().entries.len() && distinct.len() == keys.len(), "{keys:?}");
}

/// Words of Kusto that the dialect of Azure Resource Graph does not know, or is not known to know.
fn unknown_to_graph(query: &str) -> Vec<String> {
    words(query).into_iter().filter(|word| ["let", "datatable"].contains(&word.as_str())).collect()
}

#[test]
fn the_query_for_resource_graph_uses_neither_let_nor_datatable() {
    for locale in ["en", "ru"] {
        assert_eq!(unknown_to_graph(&query("arg", locale)), Vec::<String>::new());
    }
    assert_eq!(unknown_to_graph(&query("kql", "en")), ["let", "datatable"]);
    assert_eq!(unknown_to_graph("x | where a == 'let it be' and b == 'it\\'s let'"), Vec::<String>::new());
}

//! A directed graph in Graphviz's language.

use unicode_width::UnicodeWidthStr;

use super::{Arrow, Cluster, Drawing, NodeAt, NodeShape};

/// Graphviz does not break lines: the width to break labels at, in columns.
const WIDTH: usize = 28;

pub(super) fn write(drawing: &Drawing) -> String {
    let title = drawing.clusters.first().map(|cluster| quoted(&[&cluster.title])).unwrap_or_default();
    let clusters: String = drawing.clusters.iter().enumerate().map(|(at, cluster)| frame(at, cluster)).collect();
    let arrows: String = drawing.arrows.iter().map(arrow).collect();
    format!("digraph {title} {{\n{clusters}{arrows}}}\n")
}

fn frame(at: usize, cluster: &Cluster) -> String {
    let nodes = cluster.nodes.iter().enumerate().map(|(node, (shape, text))| {
        let shape = match shape {
            NodeShape::Question => "shape=hexagon",
            NodeShape::Remedy => "shape=box",
            NodeShape::Cause => "shape=box, peripheries=2",
            NodeShape::End => "shape=oval",
        };
        format!("    {} [{shape}, label={}];\n", name((at, node)), quoted(&broken(text)))
    });
    let label = quoted(&[&cluster.title]);
    format!("  subgraph cluster_{at} {{\n    label={label};\n{}  }}\n", nodes.collect::<String>())
}

fn arrow(arrow: &Arrow) -> String {
    let mut attributes = Vec::new();
    if !arrow.label.is_empty() {
        attributes.push(format!("label={}", quoted(&broken(&arrow.label))));
    }
    if arrow.inward {
        attributes.push("style=dashed".to_owned());
    }
    let attributes = if attributes.is_empty() { String::new() } else { format!(" [{}]", attributes.join(", ")) };
    format!("  {} -> {}{attributes};\n", name(arrow.from), name(arrow.to))
}

fn name((cluster, node): NodeAt) -> String {
    format!("n{cluster}_{node}")
}

fn broken(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + word.width() <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Lines as one string of the language; a backslash is doubled, since labels have escapes of their own.
fn quoted(lines: &[impl AsRef<str>]) -> String {
    let escape = |line: &str| line.replace('\\', "\\\\").replace('"', "\\\"");
    let lines: Vec<String> = lines.iter().map(|line| escape(line.as_ref())).collect();
    format!("\"{}\"", lines.join("\\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        let check = |text: &str, written: &str| assert_eq!(quoted(&broken(text)), written);
        check("Is it on?", "\"Is it on?\"");
        check("a \"b\" C:\\new", r#""a \"b\" C:\\new""#);
        check("one two three four five six seven", r#""one two three four five six\nseven""#);
        check("", "\"\"");
    }
}

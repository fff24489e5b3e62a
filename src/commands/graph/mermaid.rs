//! A flowchart in Mermaid's language.

use super::{Arrow, Cluster, Drawing, NodeAt, NodeShape};

pub(super) fn write(drawing: &Drawing) -> String {
    let clusters = drawing.clusters.iter().enumerate().map(|(at, cluster)| frame(at, cluster));
    let arrows = drawing.arrows.iter().map(arrow);
    std::iter::once("flowchart TD\n".to_owned()).chain(clusters).chain(arrows).collect()
}

fn frame(at: usize, cluster: &Cluster) -> String {
    let nodes = cluster.nodes.iter().enumerate().map(|(node, (shape, text))| {
        let (open, close) = match shape {
            NodeShape::Question => ("{", "}"),
            NodeShape::Remedy => ("[", "]"),
            NodeShape::Cause => ("[[", "]]"),
            NodeShape::End => ("([", "])"),
        };
        format!("    {}{open}{}{close}\n", name((at, node)), quoted(text))
    });
    format!("  subgraph tree{at}[{}]\n{}  end\n", quoted(&cluster.title), nodes.collect::<String>())
}

fn arrow(arrow: &Arrow) -> String {
    let line = if arrow.inward { "-.->" } else { "-->" };
    let label = if arrow.label.is_empty() { String::new() } else { format!("|{}|", quoted(&arrow.label)) };
    format!("  {} {line}{label} {}\n", name(arrow.from), name(arrow.to))
}

fn name((cluster, node): NodeAt) -> String {
    format!("n{cluster}_{node}")
}

/// Whatever could end the text, start markup or be an entity of Mermaid's is written as an entity.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '#' | '&' | '<' | '>' | '`' | '|' | '\\' | ';' => quoted.push_str(&format!("#{};", c as u32)),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    #[test]
    fn text_stays_text() {
        let check = |text: &str, written: &str| assert_eq!(super::quoted(text), written);
        check("Is it on?", "\"Is it on?\"");
        check("a \"b\" #1 <c>; `d`", "\"a #34;b#34; #35;1 #60;c#62;#59; #96;d#96;\"");
        check("Состояние [VM]", "\"Состояние [VM]\"");
    }
}

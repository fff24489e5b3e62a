//! The ids of resources that stand in a line, wherever a sentence goes on behind them.

/// Begins every id.
const SUBSCRIPTIONS: &str = "/subscriptions/";

/// An id up to the bracket around it; a group may have brackets in its name.
fn closed(id: &str) -> &str {
    let mut open = 0_usize;
    let end = id.char_indices().find(|(_, c)| match c {
        '(' => {
            open += 1;
            false
        }
        ')' if open > 0 => {
            open -= 1;
            false
        }
        c => *c == ')',
    });
    &id[..end.map_or(id.len(), |(at, _)| at)]
}

/// The ids on a line.
pub(super) fn ids(line: &str) -> impl Iterator<Item = &str> {
    // Most lines have none.
    let lower = if line.contains('/') { line.to_ascii_lowercase() } else { String::new() };
    let starts = || lower.match_indices(SUBSCRIPTIONS).map(|(at, _)| at).collect();
    let starts: Vec<usize> = if lower.contains(SUBSCRIPTIONS) { starts() } else { Vec::new() };
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([line.len()]).collect();
    starts.into_iter().zip(ends).map(move |(at, end)| {
        let rest = &line[at..end];
        // What hides the subscription may be written as a placeholder.
        let hidden = rest[SUBSCRIPTIONS.len()..]
            .strip_prefix(['<', '{', '[', '('])
            .and_then(|_| lower[at..end].find("/resource"));
        let from = hidden.unwrap_or(0);
        let ends = |c: char| c.is_whitespace() || "\"'`,<>[]{}|\\?#\u{201c}\u{201d}\u{2019}".contains(c);
        let end = rest[from..].find(ends).map_or(rest.len(), |end| from + end);
        closed(&rest[..end]).trim_end_matches(['.', ':', ';', '('])
    })
}

#[cfg(test)]
mod tests {
    use super::ids;

    #[test]
    fn ids_end_where_a_sentence_goes_on() {
        let check = |line: &str, expected: &[&str]| assert_eq!(ids(line).collect::<Vec<_>>(), expected, "{line}");
        check("on \"/subscriptions/s/resourceGroups/g\": failed", &["/subscriptions/s/resourceGroups/g"]);
        check("(/Subscriptions/s), /subscriptions/t.", &["/Subscriptions/s", "/subscriptions/t"]);
        check("(see /subscriptions/s/resourceGroups/RG-A(DE)/x)", &["/subscriptions/s/resourceGroups/RG-A(DE)/x"]);
        check("/subscriptions/<id>/resourceGroups/g/x>", &["/subscriptions/<id>/resourceGroups/g/x"]);
        check("/SUBSCRIPTIONS/<MY ID>/ResourceGROUPS/G", &["/SUBSCRIPTIONS/<MY ID>/ResourceGROUPS/G"]);
        check("/subscriptions/<my id>/reSourceGroups/g", &["/subscriptions/<my id>/reSourceGroups/g"]);
        check("/subscriptions/s/subscriptions/t", &["/subscriptions/s", "/subscriptions/t"]);
        check("none", &[]);
    }
}

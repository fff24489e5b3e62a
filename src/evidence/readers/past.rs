//! Alerts and entries of the activity log that say that they are over: what they tell of an error is nothing of today.

use std::ops::Range;

use crate::evidence::text::node::JsonNode;

/// The states in which an alert or an operation is over, without an error.
const OVER: [&str; 4] = ["Resolved", "Succeeded", "Deactivated", "Closed"];

/// The parts of a document, which lies in `range`, that are over; an item begins with its first key and ends where that of the next one does.
pub(super) fn ranges(document: &JsonNode<'_>, range: &Range<usize>) -> Vec<Range<usize>> {
    let (items, is_list) = document.resources();
    if !is_list {
        return if is_over(document) { vec![range.clone()] } else { Vec::new() };
    }
    let start = |at: usize| range.start + items[at].at;
    let end = |at: usize| if at + 1 < items.len() { start(at + 1) } else { range.end };
    (0..items.len()).filter(|at| is_over(&items[*at]) && start(*at) < end(*at)).map(|at| start(at)..end(at)).collect()
}

fn is_over(item: &JsonNode<'_>) -> bool {
    let is = |node: Option<JsonNode<'_>>, states: &[&str]| {
        let state = node.and_then(|node| node.text().or_else(|| node.get("value")?.text()));
        state.is_some_and(|state| states.iter().any(|known| state.eq_ignore_ascii_case(known)))
    };
    let alert = ["data", "essentials"].iter().fold(item.clone(), |node, key| node.of(key).unwrap_or(node));
    if alert.has("monitorCondition") {
        return is(alert.get("monitorCondition"), &OVER[..1]);
    }
    let entry = item.way(&["data", "context", "activityLog"]).unwrap_or_else(|| item.clone());
    let is_logged = entry.has("eventTimestamp") && (entry.has("operationName") || entry.has("correlationId"));
    is_logged && is(entry.of("status"), &OVER)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::text::{documents, sheet::Sheet};

    #[test]
    fn only_what_is_over_is_left_out() {
        let check = |text: &str, expected: &[&str]| {
            let sheet = Sheet::new(text.to_owned());
            let Ok(content) = documents::content(&sheet, false) else { panic!("{text}") };
            let over = ranges(&content.documents[0].root(), &content.documents[0].range);
            assert_eq!(over.into_iter().map(|range| &text[range]).collect::<Vec<_>>(), expected, "{text}");
        };
        let alert = |condition: &str| format!(r#"{{"data": {{"essentials": {{"monitorCondition": "{condition}"}}}}}}"#);
        check(&alert("Resolved"), &[&alert("Resolved")]);
        check(&alert("Fired"), &[]);
        check(
            &format!("[{}, {}]", alert("Resolved"), alert("Fired")),
            &[&format!("{}, {{\"", &alert("Resolved")[2..])],
        );
        check(
            r#"{"properties": {"essentials": {"monitorCondition": "resolved"}}}"#,
            &[r#"{"properties": {"essentials": {"monitorCondition": "resolved"}}}"#],
        );
        let entry = |status: &str| format!(r#"{{"eventTimestamp": "t", "correlationId": "c", "status": {status}}}"#);
        check(&entry(r#"{"value": "Succeeded"}"#), &[&entry(r#"{"value": "Succeeded"}"#)]);
        check(&entry(r#""Failed""#), &[]);
        check(r#"{"status": "Succeeded"}"#, &[]);
    }
}

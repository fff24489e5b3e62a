//! A Markdown export as a page of one file: for paper and a phone, without a network, with boxes to tick and commands to copy.

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

use crate::{case::Case, l10n::Words, text::checksum::fnv1a};

const STYLE: &str = include_str!("../../assets/html/page.css");
const SCRIPT: &str = include_str!("../../assets/html/page.js");

/// Nothing is loaded, and nothing runs or is drawn but our own script and style, named by their SHA-256; a test computes them.
pub const POLICY: &str = "default-src 'none'; \
     style-src 'sha256-2Ecmlp26vmkpKp/wLeNSZhQ1UPUpAXpGnUYBrv34M/Q='; \
     script-src 'sha256-wYIqkGWAztEjjGcUAq/UOJsgiEdHvIgLcUIVPVp2h14='; \
     base-uri 'none'; form-action 'none'";

/// The page of a case, in the language of the words.
pub fn html(words: &Words, case: &Case, markdown: &str) -> String {
    let copy = escaped(&words.say("export-copy"));
    let mut title = String::new();
    let mut in_title = false;
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS).filter_map(|event| {
        match &event {
            Event::Start(Tag::Heading { .. }) => in_title = title.is_empty(),
            Event::End(TagEnd::Heading(_)) => in_title = false,
            Event::Text(text) | Event::Code(text) if in_title => title.push_str(text),
            _ => {}
        }
        let raw = |html: String| Some(Event::InlineHtml(CowStr::from(html)));
        match event {
            // A page has no element that is not ours.
            Event::Html(_) | Event::InlineHtml(_) => None,
            Event::TaskListMarker(done) => {
                raw(format!("<input type=\"checkbox\"{}>", if done { " checked" } else { "" }))
            }
            Event::Start(Tag::CodeBlock(_)) => {
                raw(format!("<div class=\"command\"><button type=\"button\">{copy}</button><pre>"))
            }
            Event::End(TagEnd::CodeBlock) => raw("</pre></div>\n".to_owned()),
            event => Some(event),
        }
    });
    let mut body = String::new();
    html::push_html(&mut body, events);
    // The next page of the same case has its ticks, that of another case has not.
    let who = serde_json::to_vec(&(&case.problem, &case.code, &case.name, &case.variables)).expect("plain data");
    let key = fnv1a(&who);
    let (locale, title, copied) = (words.locale(), escaped(&title), escaped(&words.say("export-copied")));
    format!(
        "<!doctype html>\n<html lang=\"{locale}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n\
         <body data-key=\"backup-medic {key:016x}\" data-copied=\"{copied}\">\n{body}<script>{SCRIPT}</script>\n</body>\n</html>\n"
    )
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    html::push_html(&mut out, [Event::Text(text.into())].into_iter());
    out
}

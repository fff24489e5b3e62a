//! A Markdown export as a page of one file: for paper and a phone, without a network, with boxes to tick and commands to copy.

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

use crate::{case::Case, l10n::Words, text::checksum::fnv1a};

const STYLE: &str = include_str!("../../assets/html/page.css");
const SCRIPT: &str = include_str!("../../assets/html/page.js");

/// Nothing is loaded, and nothing runs or is drawn but our own script and style, named by their SHA-256; a test computes them.
pub const POLICY: &str = "default-src 'none'; \
     style-src 'sha256-e7z5wUwAECMVZ6cxEDSVUKDZbs/DBm91JD9RafWpM68='; \
     script-src 'sha256-wYIqkGWAztEjjGcUAq/UOJsgiEdHvIgLcUIVPVp2h14='; \
     base-uri 'none'; form-action 'none'";

/// The page of a case, in the language of the words.
pub fn html(words: &Words, case: &Case, markdown: &str) -> String {
    let copy = escaped(&words.say("export-copy"));
    let mut title = String::new();
    let (mut in_title, mut in_command) = (false, false);
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS).filter_map(|event| {
        match &event {
            Event::Start(Tag::Heading { .. }) => in_title = title.is_empty(),
            Event::End(TagEnd::Heading(_)) => in_title = false,
            Event::Start(Tag::CodeBlock(_)) => in_command = true,
            Event::End(TagEnd::CodeBlock) => in_command = false,
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
            Event::Text(text) if in_command => raw(command(&text)),
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

/// A command whose options stay whole: a browser breaks a line behind any dash.
fn command(text: &str) -> String {
    let piece = |word: &str| {
        let option = word.trim_end();
        let (shown, blank) = (escaped(option), &word[option.len()..]);
        if is_option(option) { format!("<span>{shown}</span>{blank}") } else { shown + blank }
    };
    text.split_inclusive([' ', '\n']).map(piece).collect()
}

fn is_option(word: &str) -> bool {
    let name = word.strip_prefix("--").or_else(|| word.strip_prefix('-')).unwrap_or_default();
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    html::push_html(&mut out, [Event::Text(text.into())].into_iter());
    out
}

//! A formatter in small: other bullets and rules of emphasis, paragraphs wrapped anew, other line ends.

/// The text as a formatter of this sort leaves it.
pub(super) fn rewrap(markdown: &str, sort: usize) -> String {
    let bullet = ["- ", "* ", "+ "][sort % 3];
    let width = [40, 72, 300][sort / 3 % 3];
    let ends = ["\n", "\r\n"][sort % 2];
    let mut lines: Vec<String> = Vec::new();
    let mut fence: Option<String> = None;
    let mut in_comment = false;
    for line in markdown.lines() {
        let inner = line.trim_start_matches(' ');
        let indent = line.len() - inner.len();
        in_comment |= fence.is_none() && inner.starts_with("<!-- backup-medic");
        let ticks = inner.chars().take_while(|c| *c == '`').count();
        match &fence {
            Some(open) if inner.trim_end() == *open => fence = None,
            Some(_) => {}
            None if ticks >= 3 && !inner[ticks..].contains('`') => fence = Some("`".repeat(ticks)),
            None if in_comment || inner.starts_with(['|', '#', '>']) => {}
            None => {
                let (mark, text) = match inner.strip_prefix("- ") {
                    Some(text) => (bullet, text),
                    None => ("", inner),
                };
                // Only words of letters begin a line: others might mean something there.
                lines.extend(wrapped(&escaped(text), width, indent, mark));
                continue;
            }
        }
        lines.push(line.to_owned());
    }
    lines.join(ends) + ends
}

/// Signs that many formatters escape though nothing asks for it, outside of code.
fn escaped(text: &str) -> String {
    let plain = !text.contains(['`', '[', '<']);
    if plain { text.replace('(', "\\(").replace('%', "\\%") } else { text.to_owned() }
}

fn wrapped(text: &str, width: usize, indent: usize, mark: &str) -> Vec<String> {
    let mut lines = vec![format!("{}{mark}", " ".repeat(indent))];
    let inside = " ".repeat(indent + mark.len());
    let mut in_code = 0;
    for (at, word) in text.split(' ').enumerate() {
        let last = lines.last_mut().expect("a line");
        let is_word = word.chars().next().is_some_and(char::is_alphabetic);
        // A break inside of a code span would be a blank too, but two blanks in a row must stay two.
        if at > 0 && in_code == 0 && is_word && last.chars().count() + word.chars().count() > width {
            lines.push(format!("{inside}{word}"));
        } else {
            if at > 0 {
                last.push(' ');
            }
            last.push_str(word);
        }
        in_code = (in_code + word.matches('`').count()) % 2;
    }
    lines
}

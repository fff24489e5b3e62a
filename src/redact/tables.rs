//! Secrets in tables: under a head that names one.

use std::ops::Range;

/// The cells under a head that names a secret, which has one of the words: a table with a rule, or lines with commas.
pub(super) fn columns(
    text: &str,
    words: &[Range<usize>],
    is_secret: impl Fn(&str) -> bool,
    spots: &mut Vec<Range<usize>>,
) {
    let mut words = words.iter().map(|word| word.end).peekable();
    let mut at = 0;
    let mut lines = text.split_inclusive('\n').map(|line| {
        let start = at;
        at += line.len();
        (start, line.trim_end_matches(['\n', '\r']))
    });
    let mut last = "";
    let mut table = SecretColumns::None;
    for (start, line) in &mut lines {
        if is_rule(line) {
            table = SecretColumns::ruled(last, line, &is_secret);
        } else if line.trim().is_empty() || !table.goes_on(line) {
            table = SecretColumns::None;
        }
        let mut has_word = false;
        while words.next_if(|end| *end <= start + line.len()).is_some() {
            has_word = true;
        }
        if let SecretColumns::None = table {
            if has_word {
                table = SecretColumns::separated(line, &is_secret);
            }
        } else {
            for cell in table.cells(line) {
                push_cell(start, line, cell, spots);
            }
        }
        last = line;
    }
}

/// The columns of a table that hold secrets.
enum SecretColumns {
    None,
    /// Columns between upright lines.
    Piped(Vec<usize>),
    /// Columns that begin where dashes do, each with where the next one begins.
    Ruled(Vec<(usize, usize)>),
    /// Columns between commas, semicolons or tabs, and how many of these a line has.
    Separated(char, usize, Vec<usize>),
}

impl SecretColumns {
    fn ruled(heads: &str, rule: &str, is_secret: impl Fn(&str) -> bool) -> Self {
        let title = |column: &Range<usize>| {
            heads
                .get(heads.floor_char_boundary(column.start)..heads.floor_char_boundary(column.end))
                .unwrap_or_default()
                .trim_matches([' ', '*', '`'])
        };
        if heads.contains('|') {
            let secret = cells(heads).into_iter().enumerate().filter(|(_, cell)| is_secret(title(cell)));
            return SecretColumns::Piped(secret.map(|(number, _)| number).collect());
        }
        let columns = dashes(rule);
        let ends = columns.iter().skip(1).map(|next| next.start).chain([usize::MAX]);
        let secret = columns.iter().zip(ends).filter(|(column, end)| is_secret(title(&(column.start..*end))));
        SecretColumns::Ruled(secret.map(|(column, end)| (column.start, end)).collect())
    }

    /// The table whose heads are this line, where one of them names a secret.
    fn separated(heads: &str, is_secret: impl Fn(&str) -> bool) -> Self {
        let Some(sign) = [',', ';', '\t'].into_iter().find(|sign| heads.contains(*sign)) else {
            return SecretColumns::None;
        };
        if heads.len() > 300 || heads.contains(['=', '{', '(']) {
            return SecretColumns::None;
        }
        let titles: Vec<&str> = heads.split(sign).map(|title| title.trim_matches([' ', '"', '\''])).collect();
        let named = titles.iter().all(|title| title.len() <= 40 && title.split_whitespace().count() <= 3);
        let secret: Vec<usize> = (0..titles.len()).filter(|number| named && is_secret(titles[*number])).collect();
        if secret.is_empty() { SecretColumns::None } else { SecretColumns::Separated(sign, titles.len() - 1, secret) }
    }

    fn goes_on(&self, line: &str) -> bool {
        match self {
            SecretColumns::Separated(sign, count, _) => line.matches(*sign).count() >= *count,
            _ => true,
        }
    }

    fn cells(&self, line: &str) -> Vec<Range<usize>> {
        match self {
            SecretColumns::None => Vec::new(),
            SecretColumns::Piped(numbers) => {
                let cells = cells(line);
                numbers.iter().filter_map(|number| cells.get(*number).cloned()).collect()
            }
            SecretColumns::Ruled(columns) => columns
                .iter()
                .map(|(start, end)| line.floor_char_boundary(*start)..line.floor_char_boundary(*end))
                .collect(),
            SecretColumns::Separated(sign, _, numbers) => {
                let mut from = 0;
                let fields = line.split(*sign).map(|field| {
                    let start = from;
                    from += field.len() + 1;
                    start..start + field.len()
                });
                fields.enumerate().filter(|(number, _)| numbers.contains(number)).map(|(_, field)| field).collect()
            }
        }
    }
}

fn push_cell(start: usize, line: &str, cell: Range<usize>, spots: &mut Vec<Range<usize>>) {
    let text = &line[cell.clone()];
    let value = text.trim_matches([' ', '"', '\'', '`', '*', '\t']);
    if !value.is_empty() && !is_rule(value) {
        let from = start + cell.start + text.find(value).unwrap_or(0);
        spots.push(from..from + value.len());
    }
}

/// The cells between upright lines.
fn cells(line: &str) -> Vec<Range<usize>> {
    let mut from = 0;
    let ends = line.match_indices('|').map(|(at, _)| at).chain([line.len()]);
    ends.map(|end| {
        let cell = from..end;
        from = (end + 1).min(line.len());
        cell
    })
    .collect()
}

/// The runs of dashes below the heads of columns.
fn dashes(line: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(found) = line[at..].find('-') {
        let start = at + found;
        let end = start + line[start..].find(|c| c != '-').unwrap_or(line.len() - start);
        all.push(start..end);
        at = end;
    }
    all
}

/// Whether a line is the rule below a table's head.
pub(super) fn is_rule(line: &str) -> bool {
    line.bytes().all(|byte| b"-|+:= \r".contains(&byte)) && line.contains("---")
}

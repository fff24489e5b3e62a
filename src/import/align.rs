//! Which task of a text is which step: in order and by their words, though some were changed, moved, added or deleted.

use std::collections::HashMap;

use super::text::{ListTask, letters};

/// A step and its task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    /// Counted over the whole checklist.
    pub step: usize,
    /// Counted over the whole text.
    pub task: usize,
    /// Whether their words are the same.
    pub exact: bool,
}

/// Words of so many characters at most are compared by their likeness, which takes the square of their length.
const LONGEST: usize = 1000;

/// From this likeness on, of 1, changed words are the same step's, if they stand where it should.
const ALIKE: f64 = 0.5;

/// The pairs, in the order of the steps.
pub(super) fn align(steps: &[String], tasks: &[ListTask]) -> Vec<Pair> {
    let steps: Vec<String> = steps.iter().map(|words| letters(words)).collect();
    let tasks: Vec<String> = tasks.iter().map(|task| letters(&task.words)).collect();
    let mut found = common(&steps, &tasks);
    moved(&steps, &tasks, &mut found);
    changed(&steps, &tasks, &mut found);
    let pair =
        |(step, task): (usize, &Option<usize>)| task.map(|task| Pair { step, task, exact: steps[step] == tasks[task] });
    found.iter().enumerate().filter_map(pair).collect()
}

/// The longest common subsequence: each step's task.
fn common(steps: &[String], tasks: &[String]) -> Vec<Option<usize>> {
    let start = steps.iter().zip(tasks).take_while(|(step, task)| step == task).count();
    let end = steps[start..].iter().rev().zip(tasks[start..].iter().rev()).take_while(|(step, task)| step == task);
    let end = end.count();
    let (rows, columns) = (steps.len() - start - end, tasks.len() - start - end);
    let (inner_steps, inner_tasks) = (&steps[start..start + rows], &tasks[start..start + columns]);
    // By row and column: how many pairs are possible from there on.
    let mut pairs = vec![0u16; (rows + 1) * (columns + 1)];
    let at = |row: usize, column: usize| row * (columns + 1) + column;
    for row in (0..rows).rev() {
        for column in (0..columns).rev() {
            pairs[at(row, column)] = if inner_steps[row] == inner_tasks[column] {
                pairs[at(row + 1, column + 1)] + 1
            } else {
                pairs[at(row + 1, column)].max(pairs[at(row, column + 1)])
            };
        }
    }
    let mut found: Vec<Option<usize>> = (0..start).map(Some).collect();
    let (mut row, mut column) = (0, 0);
    while row < rows {
        if column < columns && inner_steps[row] == inner_tasks[column] {
            found.push(Some(start + column));
            (row, column) = (row + 1, column + 1);
        } else if column < columns && pairs[at(row, column + 1)] >= pairs[at(row + 1, column)] {
            column += 1;
        } else {
            found.push(None);
            row += 1;
        }
    }
    found.extend((0..end).map(|at| Some(tasks.len() - end + at)));
    found
}

/// Pairs a step with the only task of its words, wherever that was moved to.
fn moved(steps: &[String], tasks: &[String], found: &mut [Option<usize>]) {
    let taken: Vec<usize> = found.iter().flatten().copied().collect();
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, words) in tasks.iter().enumerate().filter(|(at, _)| taken.binary_search(at).is_err()) {
        places.entry(words).or_default().push(at);
    }
    for (step, task) in found.iter_mut().enumerate().filter(|(_, task)| task.is_none()) {
        if let Some([at]) = places.get(steps[step].as_str()).map(Vec::as_slice) {
            *task = Some(*at);
            places.remove(steps[step].as_str());
        }
    }
}

/// Pairs the steps between two pairs with as many tasks between the same two, where their words are alike.
fn changed(steps: &[String], tasks: &[String], found: &mut [Option<usize>]) {
    let taken: Vec<usize> = found.iter().flatten().copied().collect();
    let mut step = 0;
    while step < found.len() {
        if found[step].is_some() {
            step += 1;
            continue;
        }
        let end = (step..found.len()).find(|at| found[*at].is_some()).unwrap_or(found.len());
        let from = step.checked_sub(1).and_then(|before| found[before]).map_or(0, |task| task + 1);
        let to = found.get(end).copied().flatten().unwrap_or(tasks.len());
        if to.checked_sub(from) == Some(end - step) {
            for (step, task) in (step..end).zip(from..to).filter(|(_, task)| !taken.contains(task)) {
                found[step] = alike(&steps[step], &tasks[task]).then_some(task);
            }
        }
        step = end;
    }
}

fn alike(one: &str, other: &str) -> bool {
    one.len().max(other.len()) <= LONGEST && strsim::normalized_levenshtein(one, other) >= ALIKE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tasks_are_paired_in_order_and_by_their_words() {
        let check = |steps: &str, tasks: &str, expected: &str| {
            let steps: Vec<String> = steps.split(' ').map(str::to_owned).collect();
            let tasks =
                tasks.split(' ').map(|words| ListTask { done: false, words: words.to_owned(), said: Vec::new() });
            let pairs = align(&steps, &tasks.collect::<Vec<_>>());
            let pairs: Vec<String> = pairs.iter().map(|pair| format!("{}{}", pair.step, pair.task)).collect();
            assert_eq!(pairs.join(" "), expected);
        };
        check("a b c", "a b c", "00 11 22");
        check("a b a", "a a", "00 21");
        check("a b c", "c a b", "01 12 20");
        check("a b c", "x a y b c z", "01 13 24");
        check("stop start backup", "stop begin backup", "00 22");
        check("stop start backup", "stop started backup", "00 11 22");
        check("a", "b", "");
        check("a a a", "a a", "00 11");
    }
}

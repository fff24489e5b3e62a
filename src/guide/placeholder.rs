//! `<variable>` in a command: where the placeholders stand, and what stands there instead.

use std::ops::Range;

/// The places of all placeholders, brackets included.
pub fn places(command: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        while let Some(open) = command[from..].find('<') {
            let start = from + open;
            let name = command[start + 1..].split(|c: char| !(c.is_ascii_lowercase() || c == '-')).next()?;
            let end = start + 1 + name.len();
            from = end;
            if !name.is_empty() && command[end..].starts_with('>') {
                from = end + 1;
                return Some(start..from);
            }
        }
        None
    })
}

/// The names in the brackets, in the order they stand, repetitions included.
pub fn names(command: &str) -> impl Iterator<Item = &str> {
    places(command).map(|place| &command[place.start + 1..place.end - 1])
}

/// The command with each placeholder replaced; one for which `value` has nothing stays as it is.
///
/// `value` gets what stands before the placeholder, and its name.
pub fn fill(command: &str, mut value: impl FnMut(&mut String, &str) -> Option<String>) -> String {
    let mut filled = String::new();
    let mut from = 0;
    for place in places(command) {
        filled.push_str(&command[from..place.start]);
        match value(&mut filled, &command[place.start + 1..place.end - 1]) {
            Some(value) => filled.push_str(&value),
            None => filled.push_str(&command[place.clone()]),
        }
        from = place.end;
    }
    filled + &command[from..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_lower_case_names_in_angle_brackets() {
        let check = |command: &str, expected: &[&str]| assert_eq!(names(command).collect::<Vec<_>>(), expected);
        check("az vm show -n <vm> -g <resource-group>", &["vm", "resource-group"]);
        check("cat < file; echo <> <A> <vm", &[]);
        check("<<vm>>", &["vm"]);
        check("", &[]);
    }

    #[test]
    fn filling_leaves_unknown_names_in_place() {
        let value = |_: &mut String, name: &str| (name == "vm").then(|| "web".to_owned());
        assert_eq!(fill("start <vm> in <group>;", value), "start web in <group>;");
    }
}

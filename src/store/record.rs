//! A case as its file holds it: a line with form and checksum, then JSON.

use serde::{Deserialize, Serialize};

use crate::{
    case::Case,
    text::{checksum::fnv1a, sanitise},
};

/// The first word of a file; its second is the form that follows.
const MAGIC: &str = "backup-medic-case";
const FORM: u32 = 1;

/// A case with what is known of its life; the times are UTC, `YYYY-MM-DDTHH:MM:SSZ`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRecord {
    /// The name of its file, without the ending.
    pub id: String,
    /// When it was opened.
    pub opened: String,
    /// When it was last changed.
    pub changed: String,
    /// Whether the person is done with it.
    #[serde(default)]
    pub closed: bool,
    /// What was said.
    pub case: Case,
}

impl CaseRecord {
    /// The same with whatever would act on a terminal shown instead: a file tells nobody who wrote it.
    #[must_use]
    pub fn visible(self) -> Self {
        let [opened, changed] = [self.opened, self.changed].map(|time| sanitise::visible_line(&time));
        CaseRecord { opened, changed, case: self.case.visible(), ..self }
    }
}

/// Why a file is no case that can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// A later version of the program wrote it.
    Newer,
    /// It is cut, changed or foreign.
    Damaged,
}

/// A case as the text of its file: a line with the form and the checksum of what follows, then JSON.
pub fn encode(saved: &CaseRecord) -> String {
    let json = serde_json::to_string_pretty(saved).expect("maps of strings are always JSON");
    format!("{MAGIC} {FORM} {:016x}\n{json}\n", fnv1a(json.as_bytes()))
}

/// The case in the text of a file.
///
/// # Errors
/// Why it is none.
pub fn decode(text: &str) -> Result<CaseRecord, Unreadable> {
    let (head, json) = text.split_once('\n').ok_or(Unreadable::Damaged)?;
    let mut head = head.split(' ');
    let (magic, form, sum) = (head.next(), head.next().and_then(|form| form.parse::<u32>().ok()), head.next());
    match (magic, form) {
        (Some(MAGIC), Some(FORM)) => {}
        (Some(MAGIC), Some(form)) if form > FORM => return Err(Unreadable::Newer),
        _ => return Err(Unreadable::Damaged),
    }
    let json = json.strip_suffix('\n').ok_or(Unreadable::Damaged)?;
    if sum != Some(format!("{:016x}", fnv1a(json.as_bytes())).as_str()) {
        return Err(Unreadable::Damaged);
    }
    serde_json::from_str(json).map_err(|_| Unreadable::Damaged)
}

/// Whether bytes may be the start of such a text.
pub fn begins(bytes: &[u8]) -> bool {
    let head = format!("{MAGIC} {FORM} ");
    bytes.iter().zip(head.as_bytes()).all(|(byte, own)| byte == own)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn saved() -> CaseRecord {
        let case = Case { problem: "p".into(), name: "ВМ \u{1b} 1".into(), ..Case::default() };
        CaseRecord { id: "p-1".into(), opened: "t".into(), changed: "u".into(), closed: false, case }
    }

    #[test]
    fn a_file_is_read_back_whole_or_not_at_all() {
        let text = encode(&saved());
        assert_eq!(decode(&text), Ok(saved()));
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            assert_eq!(decode(&text[..end]), Err(Unreadable::Damaged), "cut at {end}");
        }
        for at in 0..text.len() {
            for bit in 0..8 {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                let read = String::from_utf8(bytes).map(|text| decode(&text));
                // A flip in the form may make a later one of it; nothing else passes.
                assert!(!matches!(read, Ok(Ok(_))), "bit {bit} of byte {at}");
            }
        }
    }

    #[test]
    fn other_files_are_told_apart() {
        let check = |text: &str, reason| assert_eq!(decode(text), Err(reason), "{text:?}");
        check("", Unreadable::Damaged);
        check("\0\0\0\0", Unreadable::Damaged);
        check("{}", Unreadable::Damaged);
        check("backup-medic-case 2 00\n{}\n", Unreadable::Newer);
        check("backup-medic-case one 00\n{}\n", Unreadable::Damaged);
    }
}

//! How words sound, whatever alphabet they are written in: who types one in Latin letters may mean a Russian one, and the
//! other way round.

use std::sync::OnceLock;

use super::words;

/// Letters, and what is written for their sound; longer ones first.
static SOUNDS: &str = include_str!("../../../assets/search/sounds.txt");

/// The lines of that file.
fn sounds() -> &'static [(&'static str, &'static str)] {
    static READ: OnceLock<Vec<(&str, &str)>> = OnceLock::new();
    READ.get_or_init(|| words::rows(SOUNDS).filter_map(|line| line.split_once('=')).collect())
}

/// How a folded word sounds, in Latin letters.
pub(super) fn sound(word: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(word.len()), word);
    while let Some(first) = rest.chars().next() {
        let heard = sounds().iter().find(|(written, _)| rest.starts_with(written));
        match heard {
            Some((written, heard)) => {
                out.push_str(heard);
                rest = &rest[written.len()..];
            }
            None => {
                out.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_both_alphabets_sound_alike() {
        let check = |one: &str, other: &str| assert_eq!(sound(one), sound(other));
        check("снапшот", "snapshot");
        check("заморозка", "zamorozka");
        check("прокси", "proxy");
        check("битлокер", "bitloker");
        check("ваагент", "waagent");
    }
}

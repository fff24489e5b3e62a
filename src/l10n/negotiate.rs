//! Which language to speak: what the person asked for against what there is.

use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use unic_langid::LanguageIdentifier;

use super::ENGLISH;
use crate::data::Files;

/// The languages that have words, English first, then by name.
pub fn available(files: &Files) -> Vec<String> {
    let mut locales: Vec<String> = files.folders("i18n/").map(str::to_owned).collect();
    locales.sort_by_key(|locale| locale != ENGLISH);
    locales
}

/// Whether there are words of a language that is asked for by name.
pub fn knows(asked: &str, available: &[String]) -> bool {
    let other = |fallback: &str| negotiate_with(&[asked.to_owned()], available, fallback);
    // Whatever stands in for it, the answer is the same where it is known.
    other("en") == other("und")
}

/// The best of the available languages for the wishes, first wish first; English where none fits.
pub fn negotiate(wishes: &[String], available: &[String]) -> String {
    negotiate_with(wishes, available, ENGLISH)
}

fn negotiate_with(wishes: &[String], available: &[String], fallback: &str) -> String {
    let parse = |names: &[String]| -> Vec<LanguageIdentifier> {
        // Unix locales carry an encoding or a modifier behind the language.
        let languages = names.iter().filter_map(|name| name.split(['.', '@']).next()?.parse().ok());
        languages.collect()
    };
    let (wishes, available) = (parse(wishes), parse(available));
    let otherwise: LanguageIdentifier = fallback.parse().unwrap_or_default();
    negotiate_languages(&wishes, &available, Some(&otherwise), NegotiationStrategy::Lookup)
        .first()
        .map_or_else(|| fallback.to_owned(), ToString::to_string)
}

#[cfg(test)]
mod tests {
    use super::{knows, negotiate};

    #[test]
    fn the_best_language_is_chosen() {
        let available = ["en", "ru"].map(str::to_owned);
        let check = |wishes: &[&str], chosen: &str| {
            let wishes: Vec<String> = wishes.iter().map(|wish| (*wish).to_owned()).collect();
            assert_eq!(negotiate(&wishes, &available), chosen, "{wishes:?}");
        };
        check(&["ru_RU.UTF-8"], "ru");
        check(&["ru-UA"], "ru");
        check(&["de-DE", "ru"], "ru");
        check(&["de"], "en");
        check(&["C"], "en");
        check(&["POSIX", ""], "en");
        check(&["en-GB", "ru"], "en");
        check(&[], "en");
    }

    #[test]
    fn a_language_without_words_is_not_known() {
        let available = ["en", "ru"].map(str::to_owned);
        let check = |asked: &str, known: bool| assert_eq!(knows(asked, &available), known, "{asked}");
        check("ru", true);
        check("ru_RU.UTF-8", true);
        check("EN", true);
        check("en-GB", true);
        check("de", false);
        check("xx", false);
        check("", false);
        check("русский", false);
    }
}

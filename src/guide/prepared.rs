//! What the program reads of its own guides, made when it is built: a start then reads no TOML and checks nothing twice.

use miniz_oxide::{deflate::compress_to_vec, inflate::decompress_to_vec};
use serde::{Serialize, de::DeserializeOwned};

use super::{Catalog, Facts, Guide, catalog, load::load_together, translated};
use crate::data::Files;

/// The name of the catalogue.
pub(super) const CATALOG: &str = "catalog";

/// The name of the numbers that services give in place of codes.
pub(super) const NUMBERS: &str = "numbers";

/// The name of what leads to problems.
pub(super) const LEADS: &str = "leads";

/// The name of what Azure shows in other languages.
pub(super) const TRANSLATIONS: &str = "translations";

/// The name of guides that are read as one, or of one.
fn guides(ids: &[&str]) -> String {
    format!("guides/{}", ids.join("+"))
}

/// The name of what a guide's sentences use.
pub(super) fn facts(id: &str) -> String {
    format!("facts/{id}")
}

/// All of it, by name. What has a defect is left out: the program then reads the files and reports it.
pub fn prepare(files: &Files) -> Vec<(String, Vec<u8>)> {
    let mut made = Vec::new();
    let mut add = |name: String, bytes| made.push((name, bytes));
    let Ok(catalog) = Catalog::read(files) else { return made };
    let ids: Vec<&str> = catalog.guides.iter().map(String::as_str).collect();
    // What evidence answers before a problem is chosen needs all of them as one; no start does, so that one is smaller.
    for ids in ids.chunks(1).chain((ids.len() > 1).then_some(&ids[..])) {
        if let Ok(read) = load_together(files, ids) {
            let read = packed(&read);
            add(guides(ids), if ids.len() > 1 { compress_to_vec(&read, 10) } else { read });
        }
    }
    for id in ids {
        add(facts(id), packed(&Facts::read(files, id)));
    }
    add(NUMBERS.to_owned(), packed(&catalog::numbers(files)));
    add(LEADS.to_owned(), packed(&catalog::leads(files)));
    add(TRANSLATIONS.to_owned(), compress_to_vec(&packed(&translated::translations(files)), 10));
    add(CATALOG.to_owned(), packed(&catalog));
    made
}

/// What was made under a name when the program was built.
pub(super) fn read<T: DeserializeOwned>(files: &Files, name: &str) -> Option<T> {
    postcard::from_bytes(files.prepared(name)?).ok()
}

/// Guides as one, or one of them, as they were made.
pub(super) fn read_guides(files: &Files, ids: &[&str]) -> Option<Guide> {
    let name = guides(ids);
    if ids.len() < 2 { read(files, &name) } else { read_compressed(files, &name) }
}

/// What no start reads lies there in fewer bytes.
pub(super) fn read_compressed<T: DeserializeOwned>(files: &Files, name: &str) -> Option<T> {
    postcard::from_bytes(&decompress_to_vec(files.prepared(name)?).ok()?).ok()
}

fn packed(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).expect("a vector takes whatever it is given")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::builtin;

    #[test]
    fn what_was_prepared_is_what_the_files_say() {
        let built = builtin::embedded();
        let read: Files = built.all().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
        let check = |name: &str, of: &dyn Fn(&Files) -> String| {
            assert!(built.prepared(name).is_some() && read.prepared(name).is_none(), "{name}");
            assert_eq!(of(&built), of(&read), "{name}");
        };
        check(CATALOG, &|files| format!("{:?}", Catalog::read(files)));
        check(NUMBERS, &|files| format!("{:?}", catalog::numbers(files)));
        check(LEADS, &|files| format!("{:?}", catalog::leads(files)));
        check(TRANSLATIONS, &|files| format!("{:?}", translated::translations(files)));
        let catalog = Catalog::read(&read).expect("the built-in guides are sound");
        let ids: Vec<&str> = catalog.guides.iter().map(String::as_str).collect();
        for id in &ids {
            check(&guides(&[id]), &|files| format!("{:?}", load_together(files, &[id])));
            check(&facts(id), &|files| format!("{:?}", Facts::read(files, id)));
        }
        check(&guides(&ids), &|files| format!("{:?}", load_together(files, &ids)));
    }

    #[test]
    fn a_changed_file_undoes_what_was_prepared() {
        let mut files = builtin::embedded();
        files.insert("guides/azure-vm-backup/guide.toml", "");
        assert!(load_together(&files, &["azure-vm-backup"]).is_err());
    }

    #[test]
    fn a_guide_with_a_defect_is_not_prepared() {
        let mut files = builtin::embedded();
        let prepared = |files: &Files| prepare(files).iter().any(|(name, _)| *name == guides(&["azure-vm-backup"]));
        assert!(prepared(&files));
        files.insert("guides/azure-vm-backup/links.toml", "[");
        assert!(!prepared(&files));
    }
}

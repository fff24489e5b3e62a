//! Whose a text is: a problem's, or a thing's to which problems lead.

use std::collections::HashMap;

use super::texts::{self, Thing};
use crate::{data::Files, guide::Catalog};

/// The owners of texts, counted, and the rows of the catalogue that each speaks of.
#[derive(Default)]
pub(super) struct Owners<'f> {
    pub(super) of: HashMap<Thing<'f>, u32>,
    pub(super) rows: Vec<Vec<u32>>,
    /// What each problem and each cause names.
    names: Vec<Vec<u32>>,
}

impl<'f> Owners<'f> {
    pub(super) fn read(files: &'f Files, catalog: &'f Catalog) -> Self {
        let mut owners = Owners::default();
        for (path, text) in files.under("guides/") {
            let mut parts = path.rsplit('/');
            let Some(id) = parts.next().and_then(|name| name.strip_suffix(".toml")) else { continue };
            let owner = match parts.next() {
                Some("problems") => owners.owner(("problem", id)),
                Some("causes") => owners.owner(("cause", id)),
                _ => continue,
            };
            let named: Vec<u32> = texts::named(text).map(|thing| owners.owner(thing)).collect();
            owners.names[owner as usize] = named;
        }
        // Of each owner, the problem that came to it last, so that none comes twice.
        let mut last = vec![u32::MAX; owners.names.len()];
        for (row, entry) in catalog.entries.iter().enumerate() {
            let row = row as u32;
            let code = owners.owner(("code", &entry.code));
            owners.rows[code as usize].push(row);
            // A code with a meaning of its own is found by that alone.
            if entry.named {
                continue;
            }
            let category = owners.owner(("category", &catalog.categories[entry.category].id));
            owners.rows[category as usize].push(row);
            let mut open = vec![owners.owner(("problem", &entry.problem))];
            while let Some(owner) = open.pop() {
                let is_new = last.get(owner as usize).is_some_and(|last| *last != row);
                if is_new {
                    last[owner as usize] = row;
                    owners.rows[owner as usize].push(row);
                    open.extend(&owners.names[owner as usize]);
                }
            }
        }
        owners
    }

    fn owner(&mut self, thing: Thing<'f>) -> u32 {
        let next = self.rows.len() as u32;
        let owner = *self.of.entry(thing).or_insert(next);
        if owner == next {
            self.rows.push(Vec::new());
            self.names.push(Vec::new());
        }
        owner
    }
}

//! The pictures of the README: frames of the wizard, reached by typing keys and drawn as SVG.
//!
//! `UPDATE_PICTURES=1 cargo test pictures` rewrites them.

use std::{fs, path::Path};

use crate::{svg, wizard::Wizard};

/// What is pasted at Home.
const PASTED: &str = "paste:Error_code:_UserErrorGuestAgentStatusUnavailable";

/// Opens the problem that was pasted, and fills in the names that its first question asks for.
const OPENED: &str = "Enter v Enter text:contoso-prod Enter text:rg-web Enter text:vm-web-01 Enter Esc";

/// From there to a restarted agent and a backup that is about to be tried, with the names that it needs.
const REPAIRED: &str = "1 2 1 1 2 Space Down Space Enter t v Enter text:rg-backup Enter text:vault-prod Enter \
    text:31-12-2026 Enter Esc";

/// The story: file, what it shows, language, and the keys.
const PICTURES: &[(&str, &str, &str, &[&str])] = &[
    ("home", "A pasted error finds its problem", "en", &[PASTED]),
    ("question", "A question, and how to find out the answer", "en", &[PASTED, OPENED, "0 t"]),
    ("remedy", "A remedy: steps, effects, and a command with the names filled in", "en", &[PASTED, OPENED, REPAIRED]),
    ("outcome", "An outcome: come back when the backup has ended", "en", &[PASTED, OPENED, REPAIRED, "Space Enter 3"]),
    ("export", "The checklist before it is written", "en", &[PASTED, OPENED, REPAIRED, "Space Enter 3 e PgDn PgDn"]),
    ("russian", "A question in Russian", "ru", &[PASTED, OPENED, "0"]),
];

#[test]
fn pictures_are_frames() {
    for (name, title, locale, keys) in PICTURES {
        check(name, title, &mut Wizard::new(locale, 80, 24).keys(&keys.join(" ")));
    }
}

fn check(name: &str, title: &str, wizard: &mut Wizard) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("assets/frames/{name}.svg"));
    let drawn = svg::window(title, wizard);
    if std::env::var_os("UPDATE_PICTURES").is_some() {
        fs::write(&path, &drawn).expect("the folder of pictures can be written");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(committed == drawn, "{name}.svg is not what the wizard shows; look at it after UPDATE_PICTURES=1");
}

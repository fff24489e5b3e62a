//! The pictures of the README: frames of the wizard, reached by typing keys and drawn as SVG.
//!
//! `UPDATE_PICTURES=1 cargo test pictures` rewrites them.

use std::{fs, path::Path};

use crate::{svg, wizard::Wizard};

/// Fills in the names of subscription, resource group and VM, in any place of a case.
const NAMES: &str = "v Enter text:contoso-prod Enter Down Enter text:rg-web Enter Down Enter text:vm-web-01 Enter Esc";

/// What is pasted at Home.
const PASTED: &str = "paste:Error_code:_UserErrorGuestAgentStatusUnavailable";

/// The story: file, what it shows, language, and the keys that lead there after the paste and the names.
const PICTURES: &[(&str, &str, &str, &str)] = &[
    ("question", "A question, and how to find out the answer", "en", "1 0 t"),
    ("remedy", "A remedy with its steps, effects and a command", "en", "1 2 2 1"),
    ("outcome", "An outcome: come back later", "en", "1 2 1 1"),
    ("export", "The checklist, before it is written", "en", "1 2 1 1 e"),
    ("russian", "The same wizard in Russian", "ru", "1 0 t"),
];

#[test]
fn the_home_picture_is_a_frame() {
    check("home", "A pasted error finds its problem", &mut Wizard::new("en", 80, 24).keys(PASTED));
}

#[test]
fn the_other_pictures_are_frames() {
    for (name, title, locale, keys) in PICTURES {
        let mut wizard = Wizard::new(locale, 80, 24).keys(&format!("{PASTED} Enter {NAMES} {keys}"));
        check(name, title, &mut wizard);
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

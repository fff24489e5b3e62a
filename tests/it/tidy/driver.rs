//! The wizard changes by messages alone, and what follows from them is carried out in one place.

use super::{File, complaints, lex::Rust};

/// Where the Model is.
const MODEL: &str = "src/app/model.rs";

/// Who names effects: the state machine that asks for them, and the driver that carries them out.
const NAMES_EFFECTS: [&str; 2] = ["src/app/", "src/wizard/mod.rs"];

/// Who hands a message to the Model itself: the same, but for a row of keys that is tried on a copy.
const UPDATES: [&str; 3] = ["src/app/update.rs", "src/app/input.rs", "src/wizard/mod.rs"];

/// The public fields of the Model.
fn open_fields(file: &File) -> Vec<String> {
    if file.path != MODEL {
        return Vec::new();
    }
    let rust = Rust::of(&file.text);
    let model = rust.code.split("pub struct Model {").nth(1).expect("the Model is there");
    let fields = model.split("\n}").next().unwrap_or_default().lines().map(str::trim);
    fields.filter(|field| field.starts_with("pub ") || field.starts_with("pub(crate)")).map(str::to_owned).collect()
}

/// Effects and updates outside of the driver.
fn drives(file: &File) -> Vec<String> {
    if !file.path.starts_with("src/") {
        return Vec::new();
    }
    let rust = Rust::of(&file.text);
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let names = |what: &str, allowed: &[&str]| {
        let places = rust.code.match_indices(what).map(|(at, _)| at).filter(|at| !rust.code[..*at].ends_with(is_word));
        let places = places.filter(|_| !allowed.iter().any(|path| file.path.starts_with(path)));
        places.map(|at| format!("{}:{}: {what}", file.path, rust.line(at))).collect::<Vec<_>>()
    };
    [names("Effect::", &NAMES_EFFECTS), names("update(", &UPDATES)].concat()
}

#[test]
fn the_model_has_no_public_field() {
    assert_eq!(complaints(open_fields), Vec::<String>::new());
}

#[test]
fn effects_are_carried_out_in_one_file() {
    assert_eq!(complaints(drives), Vec::<String>::new());
}

#[test]
fn a_public_field_and_a_second_driver_are_found() {
    let model =
        |fields: &str| File::new(MODEL, &format!("pub struct Model {{\n{fields}\n}}\npub struct Look {{ pub a: u8 }}"));
    let check = |fields: &str, found: usize| assert_eq!(open_fields(&model(fields)).len(), found, "{fields}");
    check("    pub(super) a: u8,\n    b: u8,", 0);
    check("    pub(super) a: u8,\n    pub b: u8,\n    pub(crate) c: u8,", 2);
    let check = |path: &str, code: &str, found: &[&str]| {
        let complaints = drives(&File::new(path, code));
        let what: Vec<&str> = complaints.iter().filter_map(|line| line.split(": ").nth(1)).collect();
        assert_eq!(what, found, "{path}: {code}");
    };
    check("src/wizard/tui/mod.rs", "app::update(&mut model, message);", &["update("]);
    check("src/wizard/plain/typed.rs", "match effect { Effect::Quit => leave() }", &["Effect::"]);
    check("src/wizard/tui/mod.rs", "match effect { FaceEffect::Leave => self.last_update(), }", &[]);
    check("src/wizard/mod.rs", "for effect in app::update(model, message) { if let Effect::Quit = effect {} }", &[]);
}

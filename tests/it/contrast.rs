//! What the wizard writes can be read on the palettes of known terminals: contrast as WCAG 2.2 computes it.

use std::{collections::HashSet, fs, path::Path};

use backup_medic::app::Scheme;
use ratatui::style::{Color, Modifier};
use serde::Deserialize;

use crate::{
    frames::SCREENS,
    process::{Done, program},
    wizard::Wizard,
};

type Rgb = [u8; 3];

/// What text is drawn with: its own colour, that of its ground, and whether the two change places.
type Ink = (Color, Color, bool);

/// The least that WCAG wants of text.
const READABLE: f64 = 4.5;

/// A terminal's own colours.
#[derive(Deserialize)]
struct Palette {
    name: String,
    source: String,
    ground: String,
    text: String,
    colors: String,
}

impl Palette {
    fn is_dark(&self) -> bool {
        luminance(hex(&self.ground)) < luminance(hex(&self.text))
    }

    fn rgb(&self, color: Color, own: &str) -> Rgb {
        match color {
            Color::Reset => hex(own),
            Color::Indexed(number @ 0..16) => {
                hex(self.colors.split(' ').nth(usize::from(number)).expect("sixteen colours"))
            }
            Color::Indexed(number) => of_number(number),
            other => panic!("{other:?} is no colour by its number"),
        }
    }

    fn contrast(&self, (ink, ground, is_reversed): Ink) -> f64 {
        let both = (self.rgb(ink, &self.text), self.rgb(ground, &self.ground));
        let (ink, ground) = if is_reversed { (both.1, both.0) } else { both };
        contrast(ink, ground)
    }

    /// The inks that can be read worse than WCAG wants, and worse than the terminal's own text.
    fn defects<'i>(&self, inks: impl IntoIterator<Item = &'i Ink>) -> Vec<String> {
        let own = contrast(hex(&self.text), hex(&self.ground));
        let bad = inks.into_iter().filter(|ink| self.contrast(**ink) < READABLE.min(own));
        bad.map(|ink| format!("{}: {ink:?} has {:.2}", self.name, self.contrast(*ink))).collect()
    }
}

#[derive(Deserialize)]
struct Palettes {
    palette: Vec<Palette>,
}

fn palettes() -> Vec<Palette> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/palettes.toml");
    let text = fs::read_to_string(path).expect("the palettes are there");
    toml::from_str::<Palettes>(&text).expect("the palettes are TOML").palette
}

fn hex(text: &str) -> Rgb {
    let number = u32::from_str_radix(text.trim_start_matches('#'), 16).expect("a colour in hexadecimal digits");
    let [_, rgb @ ..] = number.to_be_bytes();
    rgb
}

/// A colour by its number above fifteen: a cube of six steps a side, then greys.
pub(crate) fn of_number(number: u8) -> Rgb {
    let Some(in_cube) = number.checked_sub(16).filter(|at| *at < 216) else {
        return [8 + 10 * number.checked_sub(232).expect("the first sixteen are each terminal's own"); 3];
    };
    [in_cube / 36, in_cube / 6 % 6, in_cube % 6].map(|step| if step == 0 { 0 } else { 55 + 40 * step })
}

fn luminance(rgb: Rgb) -> f64 {
    let [red, green, blue] = rgb.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// What the text of all screens is drawn with.
fn inks(scheme: Scheme) -> HashSet<Ink> {
    let mut inks = HashSet::new();
    for (_, keys) in SCREENS {
        let wizard = Wizard::small_in(scheme, "en", 80, 24).keys(keys);
        let cells = wizard.buffer().content().iter().filter(|cell| cell.symbol() != " ");
        inks.extend(cells.map(|cell| (cell.fg, cell.bg, cell.modifier.contains(Modifier::REVERSED))));
        let dim = wizard.buffer().content().iter().find(|cell| cell.modifier.contains(Modifier::DIM));
        assert_eq!(dim, None, "how dim that is differs from terminal to terminal: {keys}");
    }
    inks
}

#[test]
fn all_text_can_be_read_on_the_palettes_of_terminals() {
    let check = |scheme: Scheme, on: &[bool], colors: usize| {
        let inks = inks(scheme);
        assert!(inks.len() > colors, "{scheme:?} has {inks:?}");
        for palette in palettes().iter().filter(|palette| on.contains(&palette.is_dark())) {
            assert_eq!(palette.defects(&inks), [""; 0], "{scheme:?}");
        }
    };
    check(Scheme::Dark, &[true], 4);
    check(Scheme::Light, &[false], 4);
    check(Scheme::Unknown, &[true, false], 2);
    check(Scheme::SixteenOnDark, &[true], 2);
    check(Scheme::SixteenOnLight, &[false], 2);
    check(Scheme::Plain, &[true, false], 1);
}

#[test]
fn what_cannot_be_read_is_seen() {
    let palettes = palettes();
    let defects = |is_dark: bool, ink: Ink| {
        let of_ground = palettes.iter().filter(|palette| palette.is_dark() == is_dark);
        of_ground.flat_map(|palette| palette.defects([&ink])).count()
    };
    let own = |number| (Color::Indexed(number), Color::Reset, false);
    assert_eq!(defects(false, own(7)), 5, "grey on white");
    assert_eq!(defects(true, own(4)), 5, "blue on black");
    assert!(defects(false, own(75)) > 0, "the azure of a dark ground on a light one");
    assert_eq!(defects(true, (Color::Indexed(231), Color::Indexed(229), false)), 6, "white on cream");
    assert_eq!(defects(true, (Color::Reset, Color::Reset, true)), 0);
}

#[test]
fn contrast_is_what_wcag_says() {
    let check = |one: &str, other: &str, expected: &str| {
        assert_eq!(format!("{:.2}", contrast(hex(one), hex(other))), expected, "{one} {other}");
    };
    check("#000000", "#ffffff", "21.00");
    check("#777777", "#ffffff", "4.48");
    check("#767676", "#ffffff", "4.54");
    assert_eq!([of_number(16), of_number(75), of_number(231), of_number(248)].map(|[r, ..]| r), [0, 95, 255, 168]);
}

#[test]
fn a_palette_names_its_source() {
    let palettes = palettes();
    assert!(
        palettes
            .iter()
            .all(|palette| palette.source.starts_with("https://") && palette.colors.split(' ').count() == 16)
    );
    assert_eq!(palettes.iter().filter(|palette| palette.is_dark()).count(), 6);
}

#[test]
fn a_theme_that_is_none_is_refused() {
    let check = |args: &[&str], theme: &str, named: &str| {
        let mut program = program(args);
        let done = Done::from(program.env("BACKUP_MEDIC_THEME", theme).output().expect("the program starts"));
        assert_eq!(done.code, Some(2), "{args:?} {theme}");
        assert!(done.err.contains(named), "{args:?} {theme}: {}", done.err);
    };
    check(&[], "pink", "BACKUP_MEDIC_THEME");
    check(&["--theme", "pink"], "", "auto, dark, light, plain");
    // What is known is no reason; that there is no terminal is.
    check(&["--theme", "light"], "Dark", "needs a terminal");
}

//! The pictures of the README: frames of the wizard, reached by typing keys and drawn as SVG.
//!
//! `UPDATE_PICTURES=1 cargo test pictures` rewrites them.

use std::{fs, path::Path};

use backup_medic::app::{Binding, Context, Effect, Look, Message, Preferences, Saving, Scheme, bindings};
use crossterm::event::Event;

use crate::{film::Film, svg, wizard::Wizard};

/// What is pasted at Home.
const PASTED: &str = "paste:Error_code:_UserErrorGuestAgentStatusUnavailable";

/// Opens the problem that was pasted, and fills in the names that its first question asks for.
const OPENED: &str = "Enter v Enter text:contoso-prod Enter text:rg-web Enter text:vm-web-01 Enter Esc";

/// From there to a restarted agent and a backup that is about to be tried, with the names that it needs.
const REPAIRED: &str =
    "1 2 1 1 2 a Enter t v Enter text:rg-backup Enter text:vault-prod Enter text:31-12-2026 Enter Esc";

/// The story: file, what it shows, language, and the keys.
const PICTURES: &[(&str, &str, &str, &[&str])] = &[
    ("home", "A pasted error finds its problem", "en", &[PASTED]),
    ("question", "A question, and how to find out the answer", "en", &[PASTED, OPENED, "0 t"]),
    ("remedy", "A remedy: steps, effects, and a command with the names filled in", "en", &[PASTED, OPENED, REPAIRED]),
    ("outcome", "An outcome: come back when the backup has ended", "en", &[PASTED, OPENED, REPAIRED, "a Enter 3"]),
    ("export", "The checklist before it is written", "en", &[PASTED, OPENED, REPAIRED, "a Enter 3 e PgDn PgDn"]),
    ("russian", "A question in Russian", "ru", &[PASTED, OPENED, "0"]),
];

/// The demo key by key, and for how many tenths of a second each frame is shown.
const DEMO: &[(&str, u32)] = &[
    ("Enter", 18),
    ("i", 34),
    ("y", 36),
    ("Enter", 24),
    ("a", 50),
    ("Space", 30),
    ("Space", 26),
    ("Space", 16),
    ("Space", 16),
    ("e", 22),
    ("p", 40),
    ("Enter", 36),
];

/// For how long the first frame of the demo is shown, and when the one is that stands where nothing may move.
const BEGIN: u32 = 44;
const STILL: u32 = 240;

const TICKET: &str = include_str!("../../assets/demo/ticket.txt");
const OUTPUT: &str = include_str!("../../assets/demo/output.txt");

#[test]
fn pictures_are_frames() {
    for (name, title, locale, keys) in PICTURES {
        check(name, &svg::window(title, &mut Wizard::new(locale, 80, 24).keys(&keys.join(" "))));
    }
    let light = Look { scheme: Scheme::Light, unicode: true };
    let mut wizard = Wizard::looking("en", 80, 24, light).keys(&[PASTED, OPENED, REPAIRED].join(" "));
    check("light", &svg::window("The same on a light ground", &mut wizard));
}

#[test]
fn the_demo_moves() {
    check("demo", &film("en", "The demo: from a ticket to the checklist"));
    check("demo.ru", &film("ru", "Пример: от заявки до списка шагов"));
}

/// The demo as `--demo` begins it and as its keys go on, with all that the program does by itself there.
fn film(locale: &str, title: &str) -> String {
    let mut wizard = Wizard::new(locale, 80, 24).keeping(Vec::new());
    wizard.message(Message::Now("2026-11-30T08:00:00Z".to_owned()));
    let folder = Some("/tmp/backup-medic-demo".into());
    wizard.message(Message::Prefer(Box::new(Preferences { carries: false, folder, ..Preferences::default() })));
    wizard.message(Message::Demo(TICKET, "demo"));
    let mut film = Film::new(&wizard);
    film.scene(&mut wizard, BEGIN);
    for (key, tenths) in DEMO {
        // What only is to be read has no key cap, and Enter closes it.
        let context = wizard.model.context();
        let does = |known: &&Binding| known.caps == *key && wizard.model.serves(&known.message);
        let closes = |known: &&Binding| *key == "Enter" && known.message == Message::Close;
        let known = bindings(context).find(does).or_else(|| bindings(context).find(closes));
        let known = known.unwrap_or_else(|| panic!("{key} does nothing:\n{}", wizard.text()));
        let hint = wizard.model.hint(&known.message, known.hint);
        film.press(key, &wizard.model.words().say(&format!("key-{hint}")));
        wizard = wizard.keys(key);
        follow(&mut wizard);
        film.scene(&mut wizard, *tenths);
    }
    film.svg(title, "backup-medic --demo", STILL)
}

/// What the edge answers: the case is saved, the file written, and what the commands print comes back.
fn follow(wizard: &mut Wizard) {
    for effect in std::mem::take(&mut wizard.effects) {
        match effect {
            Effect::Copy(_) if wizard.model.context() == Context::Collect => {
                wizard.event(Event::Paste(OUTPUT.to_owned()));
                wizard.message(Message::Saving(Saving::Done));
            }
            Effect::Write { path, .. } => wizard.message(Message::Written(Ok(path))),
            Effect::Save(_) => wizard.message(Message::Saving(Saving::Done)),
            _ => {}
        }
    }
}

/// A picture without how many problems there are in all.
fn uncounted(svg: &str) -> String {
    let mask = |line: &str| match [" of ", " из "].iter().find_map(|of| line.rsplit_once(of)) {
        Some((before, after)) if after.strip_suffix("</text>").is_some_and(is_count) => before.to_owned(),
        _ => line.to_owned(),
    };
    svg.lines().map(mask).collect::<Vec<_>>().join("\n")
}

fn is_count(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn check(name: &str, drawn: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("assets/frames/{name}.svg"));
    if std::env::var_os("UPDATE_PICTURES").is_some() {
        fs::write(&path, drawn).expect("the folder of pictures can be written");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    // How many problems there are is shown as it was when the picture was made.
    assert!(
        uncounted(&committed) == uncounted(drawn),
        "{name}.svg is not what the wizard shows; look at it after UPDATE_PICTURES=1"
    );
    assert!(drawn.len() < 300_000, "{name}.svg is too heavy for a page: {}", drawn.len());
}

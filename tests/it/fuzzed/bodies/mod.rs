//! What is done with bytes from outside when they are fuzzed, and what must hold then; each answers whether they were read.
//!
//! cargo-fuzz runs this code by `fuzz/`, the tests run it on damaged seeds.

mod exported;

use std::{borrow::Cow, cell::LazyCell, path::Path, rc::Rc, sync::LazyLock};

use backup_medic::{
    case::{
        Case, Finding, Mark, NOTE, UNSURE,
        checklist::Checklist,
        open::OpenCase,
        trail::{self, Ask, Trail},
    },
    data::{Files, builtin},
    evidence::{self, EvidenceRules, Reading, matching::Matcher},
    export,
    guide::{self, Catalog, Guide, Id, Problem, Question, Variable},
    import::Importer,
    l10n::{self, Words},
    library::Library,
    store::record::{decode, encode},
    text::sanitise,
    triage::{Table, Triage, json},
};
use base64::{Engine, engine::general_purpose::STANDARD};

pub use exported::check;

static GUIDE: LazyLock<Guide> =
    LazyLock::new(|| guide::load(&builtin::embedded(), "azure-vm-backup").expect("the embedded guide is sound"));

static CATALOG: LazyLock<Catalog> =
    LazyLock::new(|| Catalog::read(&builtin::embedded()).expect("the embedded guides are sound"));

thread_local! {
    static MATCHER: LazyCell<Matcher> = LazyCell::new(|| {
        let files = Rc::new(builtin::embedded());
        Matcher::read(&files, &CATALOG, &l10n::available(&files))
    });
    static LIBRARY: Rc<Library> = Rc::new(Library::new(Rc::new(builtin::embedded())));
    static READER: LazyCell<Importer> = LazyCell::new(|| LIBRARY.with(Importer::new));
    static SHARED: LazyCell<Rc<Guide>> = LazyCell::new(|| Rc::new(GUIDE.clone()));
    static LANGUAGES: LazyCell<[Words; 2]> = LazyCell::new(|| {
        let files = Rc::new(builtin::embedded());
        ["en", "ru"].map(|locale| Words::new(Rc::clone(&files), locale))
    });
}

/// Evidence: nothing that a reading says acts on a terminal, and all of it is bounded.
pub fn evidence(bytes: &[u8]) -> bool {
    match evidence::read("handed-in", bytes, &EvidenceRules::for_guide(&GUIDE)) {
        Ok(reading) => {
            is_tame(&reading);
            true
        }
        Err(refusal) => {
            assert!(refusal.line > 0 || bytes.len() > evidence::LARGEST);
            assert!(!refusal.path.chars().any(char::is_control), "{refusal:?}");
            false
        }
    }
}

fn is_tame(reading: &Reading) {
    let places = reading.findings.iter().map(|f| &f.place);
    let places = places.chain(reading.variables.iter().map(|v| &v.place));
    let places = places.chain(reading.statements.iter().map(|s| &s.place));
    let texts = reading.findings.iter().flat_map(|f| [&f.text, &f.question, &f.option]);
    let texts = texts.chain(reading.variables.iter().map(|v| &v.value));
    let texts = texts.chain(reading.statements.iter().flat_map(|s| [Some(&s.text), s.code.as_ref()]).flatten());
    for text in texts.chain(places.map(|place| &place.path)).chain([&reading.file]) {
        is_visible(text);
        assert!(text.len() <= 16_000, "{} bytes", text.len());
    }
    assert!(reading.findings.len() <= 1000 && reading.variables.len() <= 1000 && reading.statements.len() <= 1000);
}

/// Nothing in one line acts on a terminal; a blank of our own sentences may keep a number and its noun together.
fn is_visible(line: &str) {
    assert!(!line.chars().any(char::is_control), "{line:?}");
    assert_eq!(sanitise::visible_line(line), line.replace('\u{a0}', " "));
}

/// A text: what it is about is a row of the catalogue, said by words of it on lines that it has.
pub fn matching(bytes: &[u8]) -> bool {
    let Ok(reading) = evidence::read("handed-in", bytes, &EvidenceRules::for_guide(&GUIDE)) else { return false };
    let found = MATCHER.with(|matcher| matcher.find_in(&[reading]));
    for one in &found {
        assert!(one.row < CATALOG.entries.len() && !one.because.is_empty());
        for because in &one.because {
            assert!(because.words.len() <= 4000 && because.place.line <= bytes.len() + 1, "{because:?}");
            is_visible(&sanitise::visible_line(&because.words));
        }
    }
    !found.is_empty()
}

/// A stream of jobs, as the formats say it.
pub fn triage(bytes: &[u8]) -> bool {
    // Every other code counts as known, so that both kinds of groups are made.
    let mut triage = Triage::new(&|said| (said.code.len() % 2 == 0).then_some(0));
    let mut source = bytes;
    if triage.read(Path::new("-"), &mut source).is_err() {
        return false;
    }
    let summary = triage.summary(&CATALOG);
    let json = json(&summary, &CATALOG);
    let parts = Table::new(summary, Rc::new(CATALOG.clone()));
    json.lines().for_each(is_visible);
    parts.for_each(|part| part.lines().for_each(is_visible));
    true
}

/// The files that a text holds: `=== PATH ===` begins each, and the last of a name counts.
pub fn files(text: &str) -> Files {
    let text = format!("\n{text}\n");
    let sections = text.split("\n=== ").filter_map(|part| part.split_once(" ===\n"));
    sections.map(|(path, text)| (path.to_owned(), format!("{text}\n"))).collect()
}

/// Files of a guide in one text: it loads or it is said why not, at places that there are; what loads ends and is exported.
pub fn guide(bytes: &[u8]) -> bool {
    let files = files(&String::from_utf8_lossy(bytes));
    let Some(id) = files.folders("guides/").next().map(str::to_owned) else { return false };
    let mut defects = guide::lint(&files);
    let loaded = guide::load(&files, &id).map(Rc::new);
    match &loaded {
        Ok(guide) => {
            defects.extend(l10n::lint::lint(&files, std::slice::from_ref(&**guide)));
            // Files with what acts on a terminal are used by `check` alone.
            if l10n::lint::acting(&files).is_empty() {
                let words = Words::new(Rc::new(files.clone()), l10n::ENGLISH);
                guide.ids::<Problem>().for_each(|problem| is_walked(guide, problem, &words));
            }
        }
        Err(why) => {
            assert!(!why.is_empty());
            defects.extend(why.iter().cloned());
        }
    }
    for defect in defects {
        let length = files.get(&defect.file).unwrap_or_default().len();
        assert!(defect.span.as_ref().is_none_or(|span| span.start <= span.end && span.end <= length), "{defect:?}");
    }
    loaded.is_ok()
}

/// Whatever is answered, always the same at each place, the trail ends and has an export.
fn is_walked(guide: &Rc<Guide>, problem: Id<Problem>, words: &Words) {
    for turn in 0..4_usize {
        let mut case = Case::new(guide, problem, &guide[problem].codes[0]);
        let trail = Trail::replay(guide, problem, |ask: &Ask| {
            let options = &guide[ask.question].options;
            let option = options.get(turn % (options.len() + 1)).map_or(UNSURE, String::as_str);
            // A choice knows no not knowing, and stays open then.
            let answer = trail::answer(guide, ask, option)?;
            case.answers.insert(ask.key.clone(), option.to_owned());
            Some(answer)
        });
        let open = OpenCase::new(Rc::clone(guide), problem, case);
        assert_eq!(open.trail.entries.len(), trail.entries.len());
        assert!(!export::markdown(words, &open, &export::PageShape::default()).is_empty());
    }
}

/// The file of a kept case: what is read of it is written and read the same, and shown and exported like any other.
pub fn case(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let _ = decode(&text);
    // Damage hardly ever has the sum that belongs to it, so that what follows the sum is given its own.
    let json = text.split_once('\n').map_or(&*text, |(_, json)| json).trim_end_matches('\n');
    let Ok(saved) = decode(&format!("backup-medic-case 1 {:016x}\n{json}\n", sum(json))) else { return false };
    assert_eq!(decode(&encode(&saved)), Ok(saved.clone()));
    let shown = saved.visible();
    assert_eq!(shown.clone().visible(), shown);
    if let Some(problem) = GUIDE.find::<Problem>(&shown.case.problem) {
        is_exported(problem, &shown.case);
    }
    true
}

/// The comment of an export that carries any JSON with the sum that belongs to it.
pub fn sealed(json: &str) -> String {
    format!("<!-- backup-medic case 1 {:016x}\n{}\n-->\n", sum(json), STANDARD.encode(json))
}

/// FNV-1a, as the file of a case and the comment of an export have it.
fn sum(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A file of words: every message of it is said, in bounded length, and looked at by the lint.
pub fn words(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let names = text.lines().filter_map(|line| line.split_once('=')).map(|(name, _)| name.trim().to_owned());
    let names: Vec<String> = names.take(200).collect();
    let files: Files = [("i18n/en/ui.ftl", text.clone()), ("i18n/en/g/common.ftl", text.clone())].into_iter().collect();
    let files = Rc::new(files);
    let words = Words::new(Rc::clone(&files), l10n::ENGLISH);
    let args = l10n::args!("count" => 2, "name" => "x", "path" => "y");
    let mut said = 0;
    for name in &names {
        for attribute in [None, Some("help"), Some("note")] {
            let forms = [words.text(name, attribute, Some(&args)), words.of_guide(name, attribute, None)];
            for form in forms.into_iter().flatten() {
                // A hundred placeables are filled in, each with a message at most.
                assert!(form.len() <= 200 * (text.len() + 100), "{name} has {} bytes", form.len());
                said += 1;
            }
        }
    }
    let _ = l10n::lint::lint(&files, &[]);
    let _ = l10n::lint::acting(&files);
    said > 0
}

/// An exported text: the case that comes back keeps the rules, and what is exported of it comes back whole. What follows
/// `=== JSON` is the case of its comment, with the sum that belongs to it.
pub fn resume(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let text = match text.split_once("=== JSON\n") {
        Some((text, json)) => format!("{text}\n{}", sealed(json)),
        None => text.into_owned(),
    };
    READER.with(|reader| {
        LANGUAGES.with(|languages| {
            let Ok(resumed) = reader.resume("ticket.md", &text) else { return false };
            assert_eq!(resumed.open.case.clone().visible(), resumed.open.case);
            for words in &**languages {
                resumed.differs.iter().for_each(|difference| is_visible(&difference.text(words)));
                let (markdown, _) = check(words, &resumed.open);
                let open = export::shareable_copy(&resumed.open, false);
                let text = if open.case == resumed.open.case {
                    markdown
                } else {
                    export::markdown(words, &open, &export::PageShape::default())
                };
                let case = open.case;
                let again = reader.resume("ticket.md", &format!("{text}\n{}", export::comment(&case)));
                let again = again.unwrap_or_else(|failure| panic!("{failure:?} of {case:?}"));
                assert_eq!((again.open.case, again.differs), (case, Vec::new()), "{text}");
            }
            true
        })
    })
}

/// A case made of bytes is exported, and every export is what an export must be.
pub fn export(bytes: &[u8]) -> bool {
    let mut source = Source(bytes);
    let problems: Vec<Id<Problem>> = GUIDE.ids::<Problem>().collect();
    let problem = problems[source.below(problems.len())];
    let mut case = Case::new(&GUIDE, problem, &source.text());
    case.name = source.text().into_owned();
    Trail::replay(&GUIDE, problem, |ask: &Ask| {
        let options = &GUIDE[ask.question].options;
        let option = options.get(source.below(options.len() + 1)).map_or(UNSURE, String::as_str);
        case.answers.insert(ask.key.clone(), option.to_owned());
        if source.below(16) == 0 { None } else { trail::answer(&GUIDE, ask, option) }
    });
    for variable in GUIDE.ids::<Variable>().filter(|_| source.below(2) == 0).collect::<Vec<_>>() {
        let count = 1 + source.below(if GUIDE[variable].several { 3 } else { 1 });
        let values = (0..count).map(|_| source.text().into_owned()).collect();
        case.variables.insert(GUIDE[variable].id.clone(), values);
    }
    let trail = Trail::of(&GUIDE, problem, &case);
    let checklist = Checklist::for_trail(&GUIDE, &trail, &case);
    for item in checklist.groups.iter().flat_map(|group| &group.items) {
        let mark = match source.below(4) {
            0 => Mark::Done,
            1 => Mark::Failed(source.text().into_owned()),
            2 => Mark::Skipped(source.text().into_owned()),
            _ => continue,
        };
        case.marks.insert(item.key.clone(), mark);
        case.notes.insert(item.key.clone(), source.text().into_owned());
    }
    if source.below(2) == 0 {
        case.notes.insert(NOTE.to_owned(), source.text().into_owned());
    }
    let questions: Vec<Id<Question>> = GUIDE.ids::<Question>().collect();
    for _ in 0..source.below(4) {
        let question = questions[source.below(questions.len())];
        let options = &GUIDE[question].options;
        let mut line = || sanitise::visible_line(&source.text());
        let (file, path, text, about) = (line(), line(), line(), line());
        let (question, option) = (GUIDE[question].id.clone(), options[source.below(options.len())].clone());
        case.findings.push(Finding { question, option, file, line: source.below(9), path, text, about });
    }
    is_exported(problem, &case);
    true
}

fn is_exported(problem: Id<Problem>, case: &Case) {
    let open = SHARED.with(|guide| OpenCase::new(Rc::clone(guide), problem, case.clone()));
    LANGUAGES.with(|languages| {
        for words in &**languages {
            check(words, &open);
            for redacted in [false, true] {
                check(words, &export::shareable_copy(&open, redacted));
            }
        }
    });
}

/// Bytes as decisions and texts; all are zero once there are no more.
struct Source<'a>(&'a [u8]);

impl<'a> Source<'a> {
    fn below(&mut self, end: usize) -> usize {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        usize::from(*first) % end
    }

    fn text(&mut self) -> Cow<'a, str> {
        let length = self.below(48).min(self.0.len());
        let (text, rest) = self.0.split_at(length);
        self.0 = rest;
        String::from_utf8_lossy(text)
    }
}

//! How the wizard begins, whichever face it wears.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    rc::Rc,
};

use crate::{
    app::{Look, Message, Model, Preferences},
    commands::{self, TaskContext, config, inputs},
    error::Error,
    import::Importer,
    machine::{files, temporary},
    store::Store,
    wizard::Wizard,
};

/// Where the wizard opens.
#[derive(Debug)]
pub enum Start {
    /// At Home.
    Home,
    /// At a problem, by its code.
    Code(String),
    /// At a made case, in a folder that goes away; its sentence says which keys lead through it.
    Demo(&'static str),
    /// At the case of this exported file, which came on standard input.
    Piped(String),
    /// At a kept case, by what names it, or at the case of an exported file.
    Case(String),
}

/// What a person hands in who is shown how the wizard works, and what the commands print that it then asks for.
const TICKET: &str = include_str!("../../assets/demo/ticket.txt");
const OUTPUT: &str = include_str!("../../assets/demo/output.txt");

/// A wizard at its start. What is wrong with the code, the case or the guide is told before there is a screen.
///
/// # Errors
/// Bad input where the code or case is unknown or a guide has defects.
pub fn open(context: &TaskContext<'_>, look: Look, start: Start, evidence: &[PathBuf]) -> Result<Wizard, Error> {
    let library = &context.library;
    let model = Model::new(Rc::clone(library), Rc::clone(&context.words), look)?;
    let demo = if matches!(start, Start::Demo(_)) { Some(temporary::make()?) } else { None };
    let cases = demo.as_ref().map(|folder| folder.join("cases")).or_else(|| context.cases());
    let mut wizard = Wizard::new(model, cases.map(Store::open));
    config::are_good_values(context.settings, library)?;
    let mut preferences = Preferences::from(context.settings);
    // What is exported there is shown as it is, and has nothing left to carry.
    preferences.carries = demo.is_none();
    preferences.folder = demo.or(preferences.folder);
    wizard.begin(Message::Prefer(Box::new(preferences)));
    begin_at(context, &mut wizard, start)?;
    if !evidence.is_empty() {
        let (guide, known) = match wizard.model.session() {
            Some(session) => (Rc::clone(&session.open.guide), session.open.case.variables.clone()),
            None => (library.together()?, BTreeMap::new()),
        };
        let readings = inputs::readings(&guide, evidence, &known)?;
        wizard.begin(Message::HandedIn(readings));
    }
    Ok(wizard)
}

/// Opens what the wizard is to begin with.
fn begin_at(context: &TaskContext<'_>, wizard: &mut Wizard, start: Start) -> Result<(), Error> {
    let library = &context.library;
    match start {
        Start::Home => {}
        Start::Demo(sentence) => {
            wizard.printed = Some(OUTPUT);
            wizard.begin(Message::Demo(TICKET, sentence));
        }
        Start::Code(code) => {
            let entries = &library.catalog()?.entries;
            let entry = commands::find_or_task(library.catalog()?, &context.words, &code)?;
            library.guide(&entry.guide)?;
            let row = entries.iter().position(|known| known.code == entry.code);
            wizard.begin(Message::OpenProblem(row.expect("it was found there")));
        }
        Start::Piped(text) => wizard.begin(imported(context, "-", &text)?),
        Start::Case(name) if commands::is_file(&name) => {
            wizard.begin(imported(context, &name, &files::read(Path::new(&name))?)?);
        }
        Start::Case(name) => {
            let id = commands::find_case(context, &Store::open(context.cases().ok_or(Error::NoHome)?), &name)?;
            let cases = wizard.cases.as_mut().ok_or(Error::NoHome)?;
            let opened = cases.open(&id)?;
            library.open(opened.0.case.clone())?;
            wizard.begin(Message::Opened(Ok(Box::new(opened))));
        }
    }
    Ok(())
}

/// The case of an exported file, and what differs there.
fn imported(context: &TaskContext<'_>, path: &str, text: &str) -> Result<Message, Error> {
    let resumed = Importer::new(&context.library).resume(path, text)?;
    let told = resumed.differs.iter().map(|difference| difference.text(&context.words)).collect();
    Ok(Message::Imported(Box::new(resumed.open), told))
}

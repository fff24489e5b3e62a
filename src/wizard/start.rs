//! How the wizard begins, whichever face it wears.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    rc::Rc,
};

use crate::{
    app::{Effect, Look, Message, Model},
    commands::{self, TaskContext, inputs},
    error::Failure,
    import::{self, Importer},
    machine::files,
    store::Store,
    wizard::{Wizard, cases::OpenCases},
};

/// Where the wizard opens.
#[derive(Debug)]
pub enum Start {
    /// At Home.
    Home,
    /// At a problem, by its code.
    Code(String),
    /// At a kept case, by its id, or at the case of an exported file.
    Case(String),
}

/// A wizard at its start.
///
/// # Errors
/// Bad input where the code or case is unknown or a guide has defects.
pub fn open(context: &TaskContext<'_>, look: Look, start: Start, evidence: &[PathBuf]) -> Result<Wizard, Failure> {
    let mut model = Model::new(Rc::clone(&context.library), Rc::clone(&context.words), look)?;
    let mut cases = OpenCases::new(context.cases().map(Store::open));
    cases.list_into(&mut model);
    match start {
        Start::Home => {}
        Start::Code(code) => {
            let entry = commands::find_or_task(&model.catalog, &model.words, &code)?;
            let row = model.catalog.entries.iter().position(|known| known.code == entry.code);
            model.open(row.expect("it was found there"))?;
        }
        Start::Case(name) if import::is_file(&name) => {
            let resumed = Importer::new(&context.library).resume(&name, &files::read(Path::new(&name))?)?;
            let told = resumed.differs.iter().map(|difference| difference.text(&model.words)).collect();
            model.adopt(resumed.open.case, told)?;
        }
        Start::Case(id) => match cases.carry_out(Effect::OpenCase(id)) {
            Some(Message::Opened(opened)) => {
                let (saved, access) = *opened?;
                model.show(saved, access)?;
            }
            _ => return Err(Failure::machine("no-home", [("option", "--data-dir")])),
        },
    }
    if !evidence.is_empty() {
        let (guide, known) = match model.session() {
            Some(session) => (Rc::clone(&session.open.guide), session.open.case.variables.clone()),
            None => (context.library.together()?, BTreeMap::new()),
        };
        model.hand_in(inputs::readings(&guide, evidence, &known)?);
    }
    Ok(Wizard::new(model, cases))
}

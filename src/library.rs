//! The guides, each loaded once, and the cases that are opened from them.

use std::{
    cell::{OnceCell, RefCell},
    rc::Rc,
};

use crate::{
    case::{Case, open::OpenCase},
    data::{Files, builtin},
    error::Error,
    guide::{self, Catalog, CatalogEntry, Guide, Problem},
};

/// Every guide of a set of files.
#[derive(Debug)]
pub struct Library {
    files: Rc<Files>,
    catalog: OnceCell<Rc<Catalog>>,
    guides: RefCell<Vec<Rc<Guide>>>,
    together: OnceCell<Rc<Guide>>,
}

/// A person's own guides, with what they need of the built-in ones.
pub fn around(own: &Files) -> Files {
    builtin::around(own, &guide::used(own))
}

impl Library {
    /// A library of which nothing is read yet.
    pub fn new(files: Rc<Files>) -> Self {
        Library { files, catalog: OnceCell::new(), guides: RefCell::default(), together: OnceCell::new() }
    }

    /// What the guides are read from.
    pub fn files(&self) -> &Rc<Files> {
        &self.files
    }

    /// What can be picked.
    ///
    /// # Errors
    /// Guides whose heads cannot be read.
    pub fn catalog(&self) -> Result<&Rc<Catalog>, Error> {
        if let Some(catalog) = self.catalog.get() {
            return Ok(catalog);
        }
        let catalog = Catalog::read(&self.files).map_err(|diagnostics| Error::Guide { diagnostics })?;
        Ok(self.catalog.get_or_init(|| Rc::new(catalog)))
    }

    /// A guide by its id.
    ///
    /// # Errors
    /// A guide with defects.
    pub fn guide(&self, id: &str) -> Result<Rc<Guide>, Error> {
        if let Some(guide) = self.guides.borrow().iter().find(|guide| guide.id == id) {
            return Ok(Rc::clone(guide));
        }
        let guide = Rc::new(guide::load(&self.files, id).map_err(|diagnostics| Error::Guide { diagnostics })?);
        self.guides.borrow_mut().push(Rc::clone(&guide));
        Ok(guide)
    }

    /// All guides as one, whose questions evidence answers before a problem is chosen.
    ///
    /// # Errors
    /// As `guide`.
    pub fn together(&self) -> Result<Rc<Guide>, Error> {
        if let Some(guide) = self.together.get() {
            return Ok(Rc::clone(guide));
        }
        let ids: Vec<&str> = self.catalog()?.guides.iter().map(String::as_str).collect();
        let guide = guide::load_together(&self.files, &ids).map_err(|diagnostics| Error::Guide { diagnostics })?;
        Ok(Rc::clone(self.together.get_or_init(|| Rc::new(guide))))
    }

    /// All guides, in the catalogue's order.
    ///
    /// # Errors
    /// As `guide`.
    pub fn guides(&self) -> Result<Vec<Rc<Guide>>, Error> {
        self.catalog()?.guides.iter().map(|id| self.guide(id)).collect()
    }

    /// A case of a row of the catalogue, with nothing said yet.
    ///
    /// # Errors
    /// As `guide`.
    pub fn begin(&self, entry: &CatalogEntry) -> Result<OpenCase, Error> {
        let guide = self.guide(&entry.guide)?;
        let problem = guide.find(&entry.problem).expect("the catalogue was read from the same files");
        let case = Case::new(&guide, problem, &entry.code);
        Ok(OpenCase::new(guide, problem, case))
    }

    /// A case that was kept.
    ///
    /// # Errors
    /// Bad input where its guide or problem is gone.
    pub fn open(&self, case: Case) -> Result<OpenCase, Error> {
        if !self.catalog()?.guides.contains(&case.guide) {
            return Err(Error::CaseGuide { name: case.guide });
        }
        let guide = self.guide(&case.guide)?;
        let problem = guide.find::<Problem>(&case.problem);
        let problem = problem.ok_or_else(|| Error::CaseProblem { name: case.problem.clone() })?;
        Ok(OpenCase::new(guide, problem, case))
    }
}

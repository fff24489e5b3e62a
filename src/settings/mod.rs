//! What a person wants always: the file of settings and the variables of the environment, each with its place.

pub mod values;

use std::{borrow::Cow, collections::BTreeMap, path::Path};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    error::Error,
    guide::{Via, nearest},
    text::home,
};
use values::Values;

/// The settings that have one value each.
pub const NAMES: [&str; 5] = ["locale", "theme", "tool", "export-dir", "redact"];

/// The table of values for commands.
const VALUES: &str = "values";

/// Values of the settings with a fixed choice; languages are those that have words.
const CHOICES: [(&str, &[&str]); 3] = [
    ("theme", &["auto", "dark", "light", "plain"]),
    ("tool", &["portal", "az", "powershell"]),
    ("redact", &["true", "false"]),
];

/// A file of settings above this size is refused, in bytes.
const LARGEST: usize = 64 << 10;

/// What was set, and where.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settings {
    set: BTreeMap<&'static str, Setting>,
    /// What is filled into the commands of each new case.
    pub values: Values,
}

/// A setting, and the place that sets it.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// As it was written.
    pub value: String,
    /// A line of the file, a variable of the environment, or an option.
    pub at: String,
}

impl Settings {
    /// Reads a file of settings; `path` is named in errors.
    ///
    /// # Errors
    /// Bad input where it is no TOML, or sets what nobody knows.
    pub fn file(path: &str, text: &str) -> Result<Self, Error> {
        if text.len() > LARGEST {
            return Err(Error::TooLarge { path: path.into() });
        }
        let at = |byte: usize| format!("{path}:{}", text[..byte].matches('\n').count() + 1);
        let table = DeTable::parse(text).map_err(|error| {
            let at = error.span().map_or_else(|| path.to_owned(), |span| at(span.start));
            Error::SettingsFile { at, reason: error.message().into() }
        })?;
        let mut settings = Settings::default();
        for (key, value) in table.get_ref() {
            let at_key = at(key.span().start);
            if key.get_ref() == VALUES {
                settings.values = values(value, &at, &at_key)?;
                continue;
            }
            let Some(name) = NAMES.iter().find(|name| *name == key.get_ref()) else {
                return Err(unknown(at_key, key.get_ref()));
            };
            let value = match value.get_ref() {
                DeValue::String(text) => text.to_string(),
                DeValue::Boolean(flag) => flag.to_string(),
                _ => return Err(form(at_key, name)),
            };
            settings.set(name, value, at_key)?;
        }
        Ok(settings)
    }

    /// Sets what variables of the environment or options say.
    ///
    /// # Errors
    /// Bad input where a setting does not take the value.
    pub fn set(&mut self, name: &'static str, mut value: String, at: String) -> Result<(), Error> {
        if let Some((_, known)) = CHOICES.iter().find(|(choice, _)| *choice == name) {
            match known.iter().find(|known| known.eq_ignore_ascii_case(&value)) {
                Some(known) => value = (*known).to_owned(),
                None => return Err(refused(at, name, value, &known.join(", "))),
            }
        }
        // Below a relative folder it would be wherever the program was started.
        if name == "export-dir" && !Path::new(&value).is_absolute() && home::below(&value).is_none() {
            return Err(form(at, name));
        }
        self.set.insert(name, Setting { value, at });
        Ok(())
    }

    /// The same, behind what goes before it.
    #[must_use]
    pub fn behind(mut self, before: Settings) -> Self {
        self.set.extend(before.set);
        self
    }

    /// A setting, where it was set.
    pub fn get(&self, name: &str) -> Option<&Setting> {
        self.set.get(name)
    }

    /// The value of a setting, where it was set.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.get(name).map(|setting| setting.value.as_str())
    }

    /// Whether a setting that is true or false is true.
    pub fn is_on(&self, name: &str) -> bool {
        self.value(name) == Some("true")
    }

    /// The tool that the person works with, where they set one.
    pub fn tool(&self) -> Option<Via> {
        let tools = [Via::Portal, Via::Az, Via::PowerShell];
        tools.into_iter().find(|tool| self.value("tool") == Some(tool.name()))
    }

    /// The error of a setting that takes only these values; `None` where it is not set.
    pub fn refuse(&self, name: &str, known: &[String]) -> Option<Error> {
        let Setting { value, at } = self.get(name)?;
        Some(refused(at.clone(), name, value.clone(), &known.join(", ")))
    }
}

/// The variable of the environment that sets a setting.
pub fn variable(name: &str) -> String {
    format!("BACKUP_MEDIC_{}", name.to_uppercase().replace('-', "_"))
}

fn values(table: &Spanned<DeValue<'_>>, at: &impl Fn(usize) -> String, at_key: &str) -> Result<Values, Error> {
    let DeValue::Table(table) = table.get_ref() else { return Err(form(at_key.to_owned(), VALUES)) };
    let mut values = Values::default();
    for (name, value) in table {
        let at = at(name.span().start);
        let text = |value: &Spanned<DeValue<'_>>| match value.get_ref() {
            DeValue::String(text) => Ok(text.to_string()),
            _ => Err(form(at.clone(), VALUES)),
        };
        let several = match value.get_ref() {
            DeValue::Array(values) => values.iter().map(text).collect::<Result<Vec<_>, _>>()?,
            _ => vec![text(value)?],
        };
        values.push(at.clone(), Cow::clone(name.get_ref()).into_owned(), several);
    }
    Ok(values)
}

fn unknown(at: String, name: &str) -> Error {
    let known = NAMES.into_iter().chain([VALUES]);
    let near = nearest(name, known.clone()).map(str::to_owned);
    Error::UnknownSetting { at, name: name.to_owned(), known: known.collect::<Vec<_>>().join(", "), near }
}

fn refused(at: String, name: &str, value: String, known: &str) -> Error {
    // An option is its own name.
    if at.starts_with("--") {
        return Error::ArgumentValue { argument: at, value, known: Some(known.to_owned()) };
    }
    Error::SettingValue { at, name: name.to_owned(), value, known: known.to_owned() }
}

/// What has the wrong form, with an example of the right one.
fn form(at: String, name: &str) -> Error {
    let example = match name {
        "redact" => "redact = true",
        "export-dir" if cfg!(windows) => r"export-dir = 'C:\Tickets'",
        "export-dir" => "export-dir = \"/srv/tickets\"",
        "locale" => "locale = \"en\"",
        "theme" => "theme = \"dark\"",
        "tool" => "tool = \"az\"",
        _ => "values = { vault = \"vault-prod\" }",
    };
    Error::SettingForm { at, name: name.to_owned(), example: example.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{NAMES, Settings, variable};
    use crate::error::Error;

    fn file(text: &str) -> Result<Settings, Error> {
        Settings::file("c.toml", text)
    }

    #[test]
    fn a_file_sets_what_it_names() {
        let settings = file("locale = \"ru\"\n\nredact = true\n[values]\nvault = \"v\"\nextension = [\"a\", \"b\"]\n");
        let settings = settings.expect("it is sound");
        let check = |name: &str, value: Option<&str>, at: &str| {
            assert_eq!(settings.value(name), value, "{name}");
            assert_eq!(settings.get(name).map_or("", |setting| &setting.at), at, "{name}");
        };
        check("locale", Some("ru"), "c.toml:1");
        check("redact", Some("true"), "c.toml:3");
        check("theme", None, "");
        assert_eq!(file("theme = 'Dark'").expect("it is sound").value("theme"), Some("dark"));
        assert_eq!(settings.values.names().collect::<Vec<_>>(), ["extension", "vault"]);
    }

    #[test]
    fn what_is_wrong_in_a_file_is_told_with_its_line() {
        let check = |text: &str, line: usize, expected: &str| {
            let told = format!("{:?}", file(text).expect_err(text));
            assert!(told.contains(&format!("c.toml:{line}")) && told.starts_with(expected), "{told}");
        };
        check("\nlocale = ", 2, "SettingsFile");
        check("theme = \"dark\"\nthem = \"dark\"", 2, "UnknownSetting");
        check("theme = \"pink\"", 1, "SettingValue");
        check("tool = 5", 1, "SettingForm");
        check("export-dir = \"tickets\"", 1, "SettingForm");
        check("export-dir = \"~anna\"", 1, "SettingForm");
        check("redact = \"yes\"", 1, "SettingValue");
        check("values = 5", 1, "SettingForm");
        check("[values]\nvault = 5", 2, "SettingForm");
        check("[values]\n\nvault = [\"a\", 5]", 3, "SettingForm");
        assert!(matches!(file(&"#".repeat(1 << 20)), Err(Error::TooLarge { .. })));
    }

    #[test]
    fn what_goes_before_wins_and_the_rest_stays() {
        let mut before = Settings::default();
        before.set("theme", "light".into(), variable("theme")).expect("a theme");
        let all = file("theme = \"dark\"\ntool = \"az\"\n").expect("it is sound").behind(before);
        assert_eq!(NAMES.map(|name| all.value(name)), [None, Some("light"), Some("az"), None, None]);
        assert_eq!(all.get("theme").map(|setting| setting.at.as_str()), Some("BACKUP_MEDIC_THEME"));
    }
}

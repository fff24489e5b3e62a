//! `config`: which settings hold, and where each comes from; and how they are put together.

use std::path::Path;

use super::{Reply, TaskContext, cli::Global};
use crate::{
    case::Case,
    error::Error,
    guide::Problem,
    l10n::args,
    library::Library,
    machine::{env::Env, files},
    settings::{self, NAMES, Settings},
    text::sanitise,
};

/// Puts the settings together: an option goes before the environment, and that before the file. What a script prints is
/// the same on every machine, so that a task takes a file only where that is named, and of the environment the language.
///
/// # Errors
/// Bad input where a setting cannot be used, or there is no file where one is named.
pub fn settings(global: &Global, is_script: bool, env: &Env) -> Result<Settings, Error> {
    let is_script = is_script && global.config.is_none();
    let mut said = Settings::default();
    for (name, value) in env.settings.iter().filter(|(name, _)| !is_script || *name == "locale") {
        said.set(name, value.clone(), settings::variable(name))?;
    }
    for (name, value) in [("locale", global.locale.clone()), ("theme", global.theme.map(|theme| theme.name()))] {
        value.map_or(Ok(()), |value| said.set(name, value, format!("--{name}")))?;
    }
    if is_script {
        return Ok(said);
    }
    Ok(file(global, env)?.behind(said))
}

fn file(global: &Global, env: &Env) -> Result<Settings, Error> {
    let read = |path: &Path| Settings::file(&path.to_string_lossy(), &files::read(path)?);
    match (&global.config, &env.config) {
        (Some(path), _) => read(path),
        (None, Some(path)) => match read(path) {
            // Nobody need have one.
            Err(Error::NoFile { .. }) => Ok(Settings::default()),
            settings => settings,
        },
        (None, None) => Ok(Settings::default()),
    }
}

/// Whether each value that is set is one that some guide takes.
///
/// # Errors
/// Bad input with the first that is not.
pub fn are_good_values(settings: &Settings, library: &Library) -> Result<(), Error> {
    if settings.values.names().next().is_none() {
        return Ok(());
    }
    let guide = library.together()?;
    let Some(problem) = guide.problems.first() else { return Ok(()) };
    let problem = guide.find::<Problem>(&problem.id).expect("it is one of the guide's");
    settings.values.fill(&guide, &mut Case::new(&guide, problem, ""))
}

/// All settings as a file of them, each with a comment on where it comes from.
pub(super) fn run(context: &TaskContext<'_>) -> Result<Reply, Error> {
    let (words, settings) = (&context.words, context.settings);
    are_good_values(settings, &context.library)?;
    let path = context.global.config.as_ref().or(context.env.config.as_ref());
    let path = path.map(|path| sanitise::visible_line(&path.to_string_lossy()));
    let head = match path {
        Some(path) => words.say_with("config-file", &args!("path" => path)),
        None => words.say("config-no-file"),
    };
    let mut data = format!("# {head}\n");
    if let Some(folder) = context.cases() {
        let path = sanitise::visible_line(&folder.to_string_lossy());
        data += &format!("# {}\n", words.say_with("config-cases", &args!("path" => path)));
    }
    for name in NAMES {
        let default = match name {
            "locale" => words.locale(),
            "theme" => "auto",
            "tool" => "portal",
            "redact" => "false",
            // There is no value that means none.
            _ => "",
        };
        let (value, from) = match settings.get(name) {
            Some(setting) => (setting.value.as_str(), sanitise::visible_line(&setting.at)),
            None => (default, words.say("config-default")),
        };
        let sign = if value.is_empty() { "# " } else { "" };
        let value = if name == "redact" { value.to_owned() } else { quoted(value) };
        data += &format!("{sign}{name} = {value}  # {from}\n");
    }
    let rows = settings.values.rows();
    if !rows.is_empty() {
        data += "\n[values]\n";
    }
    for (at, name, values) in rows {
        let values: Vec<String> = values.iter().map(|value| quoted(value)).collect();
        data += &format!("{} = [{}]  # {}\n", quoted(name), values.join(", "), sanitise::visible_line(at));
    }
    Ok(Reply { data, ..Reply::default() })
}

/// A string of TOML, of which JSON's are a part.
fn quoted(value: &str) -> String {
    serde_json::Value::from(value).to_string()
}

//! The program shows, the person does: no sentence of a guide says that the wizard does what the person has to do.

use super::{File, complaints};

/// By language: what the program is called in a guide's sentences, a word that denies, and all that it may be said to do.
const DOES: [(&str, &str, &str, &[&str]); 2] = [
    ("en", "wizard", "", &["asks", "assumes", "comes", "continues", "leaves", "shows"]),
    ("ru", "мастер", "не", &["будет считать", "вернется", "перейдет", "покажет", "предложит", "продолжит", "спросит"]),
];

fn acts(file: &File) -> Vec<String> {
    let mut found = Vec::new();
    let parts: Vec<&str> = file.path.split('/').collect();
    let ["i18n", locale, _, _] = parts[..] else { return found };
    let Some((_, name, not, does)) = DOES.iter().find(|(language, ..)| *language == locale) else { return found };
    for (at, line) in file.text.lines().enumerate() {
        for said in line.to_lowercase().split(name).skip(1).filter(|said| said.starts_with(' ')) {
            let said = said.trim_start().trim_start_matches(not).trim_start();
            if !does.iter().any(|verb| said.starts_with(verb)) {
                found.push(format!("{}:{}: the wizard would act: {said}", file.path, at + 1));
            }
        }
    }
    found
}

#[test]
fn no_sentence_of_a_guide_says_that_the_wizard_acts() {
    assert_eq!(complaints(acts), Vec::<String>::new());
}

#[test]
fn a_wizard_that_acts_is_found() {
    let check = |path: &str, text: &str, found: usize| {
        assert_eq!(acts(&File::new(path, text)).len(), found, "{text}");
    };
    let (en, ru) = ("i18n/en/g/questions.ftl", "i18n/ru/g/questions.ftl");
    check(en, "    .unsure = Without an answer the wizard sets the permissions.", 1);
    check(
        en,
        "    .unsure = If you skip this question, the wizard assumes that it is off.\n    .a = The wizard removes it.",
        1,
    );
    check(en, "    .unsure = The wizard shows how. The wizard asks you later.", 0);
    check(ru, "    .unsure = Без ответа мастер обновит агент. Мастер не удалит блокировку.", 2);
    check(ru, "    .unsure = Мастер будет считать, что она есть. Мастер не покажет шагов. Шаги мастера ниже.", 0);
    check("i18n/en/ui.ftl", "status = The wizard saves.", 0);
}

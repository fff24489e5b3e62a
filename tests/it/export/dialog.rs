//! The export dialog of the wizard: the form of the file, and the name that follows it.

use backup_medic::{
    app::{Effect, ExportChange, ExportForm, Message, Overlay},
    export::Format,
};

use crate::wizard::Wizard;

fn form(wizard: &Wizard) -> &ExportForm {
    match wizard.model.overlay() {
        Some(Overlay::Export(form)) => form,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_name_and_the_text_follow_the_form() {
    let check = |keys: &str, ending: &str, begins: &str| {
        let wizard = Wizard::small("en", 80, 24).keys(keys);
        let form = form(&wizard);
        assert!(
            form.target.ends_with(ending) && form.text.starts_with(begins),
            "{keys}: {} {}",
            form.target,
            form.text
        );
    };
    check("Enter 1 e", ".md", "# The agent");
    check("Enter 1 e t", ".html", "<!doctype html>");
    check("Enter 1 e Right Right", ".txt", "The agent is silent\n===");
    check("Enter 1 e Left", ".json", "{\n");
    check("Enter 1 e Left t", ".md", "# The agent");
    // JSON is the case itself, so nobody is handed it as a package.
    check("Enter 1 e k Left", "-handover.jira", "h1. The agent is silent");
    check("Enter 1 e Left k", "-handover.md", "# The agent");
    check("Enter 1 e Left k k", ".md", "# The agent");
}

#[test]
fn where_nothing_arrives_in_the_clipboard_a_file_is_advised() {
    let text = Wizard::small("en", 80, 24).keys("Enter 1 e y").text();
    assert!(text.contains("If nothing arrives, press Enter") && !text.contains("press o"), "{text}");
}

#[test]
fn a_name_that_the_person_chose_keeps_all_but_its_end() {
    let mut wizard = Wizard::small("en", 80, 24).keys("Enter 1 e");
    let mut check = |messages: &[Message], target: &str, format: Format| {
        messages.iter().for_each(|message| wizard.message(message.clone()));
        let form = form(&wizard);
        assert_eq!((form.target.as_str(), form.format), (target, format));
    };
    let named = |name: &str| [Message::EditTarget, Message::Fill(name.to_owned()), Message::Take];
    check(&named("~/INC1.md"), "~/INC1.md", Format::Markdown);
    check(&[Message::ExportAs(ExportChange::Format(1))], "~/INC1.html", Format::Html);
    check(&[Message::ExportAs(ExportChange::Language)], "~/INC1.html", Format::Html);
    check(&named("INC2.TXT"), "INC2.TXT", Format::Text);
    check(&named("notes"), "notes", Format::Text);
    check(&[Message::ExportAs(ExportChange::Format(2))], "notes", Format::Json);
    check(&named("INC3.json"), "INC3.json", Format::Json);
    check(&[Message::ExportAs(ExportChange::Kind)], "INC3.md", Format::Markdown);
    check(&named("INC4.json"), "INC4.json", Format::Markdown);
}

#[test]
fn what_is_copied_has_the_form_and_no_case() {
    let mut wizard = Wizard::small("en", 80, 24).keys("Enter 1 e");
    for format in Format::ALL {
        let form = form(&wizard);
        assert_eq!((form.format, form.text != form.sheet), (format, format == Format::Markdown));
        assert!(!form.sheet.contains("backup-medic case"));
        wizard.message(Message::ExportAs(ExportChange::Format(1)));
    }
}

/// One key does what two do, with the same settings, and says itself what the dialog would have shown.
#[test]
fn the_checklist_is_copied_at_once_as_by_the_dialog() {
    let check = |keys: &str, redact: bool, names: &str| {
        let copied = |last: &str| {
            let wizard = Wizard::small("en", 80, 24).with_settings(&format!("redact = {redact}"));
            let wizard = wizard.keys("Enter v Enter text:s-1 Enter text:rg-1 Enter text:web-77 Enter Esc").keys(keys);
            let wizard = wizard.keys(last);
            let copies = |effect: &Effect| if let Effect::Copy(text) = effect { Some(text.clone()) } else { None };
            (wizard.effects.iter().find_map(copies).expect("something is copied"), wizard.text())
        };
        let (text, frame) = copied("C");
        assert_eq!((&text, text.contains("web-77")), (&copied("e y").0, !redact), "{keys}");
        assert!(frame.contains(names), "{keys}:\n{frame}");
    };
    // A question, a remedy, the trail, the plan, the checklist.
    for keys in ["", "1 1", "1 1 Tab", "c", "1 1 c"] {
        check(keys, false, "names unchanged");
        check(keys, true, "names replaced");
    }
}

//! Deep and huge files of every form: refused with a bounded stack, and large ones that are honest are read.

use std::{path::Path, rc::Rc, thread};

use backup_medic::{
    case::Case,
    commands::answers::Given,
    data::builtin,
    error::{Error, JobsFlaw},
    export,
    import::Importer,
    library::Library,
    store::record::{Unreadable, decode},
    triage::Triage,
};

use crate::fuzzed::bodies;

const DEEP: usize = 100_000;

/// Runs it on a thread with the stack that threads usually have.
fn on_a_small_stack<T: Send + 'static>(run: impl FnOnce() -> T + Send + 'static) -> T {
    thread::Builder::new().stack_size(2 << 20).spawn(run).expect("a thread").join().expect("it does not crash")
}

/// What is opened a hundred thousand times and never, or at last, closed; in JSON.
fn nested() -> Vec<String> {
    let closed = |open: &str, close: &str| format!("{}0{}", open.repeat(DEEP), close.repeat(DEEP));
    vec!["[".repeat(DEEP), "{\"a\":".repeat(DEEP), "[{\"a\":".repeat(DEEP), closed("[", "]"), closed("{\"a\":", "}")]
}

#[test]
fn the_file_of_a_case_is_refused() {
    let keys: String = (0..1_000_000).map(|at| format!("\"k{at}\":\"x\",")).collect();
    let wrapped = |deep: &String| format!("{{\"id\":\"a\",\"opened\":\"\",\"changed\":\"\",\"case\":{deep}}}");
    let all: Vec<String> = nested().iter().flat_map(|deep| [deep.clone(), wrapped(deep)]).collect();
    for json in all.into_iter().chain([format!("{{{keys}\"k\":NaN}}")]) {
        let refused = on_a_small_stack(move || {
            assert!(!bodies::case(format!("x\n{json}\n").as_bytes()));
            decode(&json)
        });
        assert_eq!(refused, Err(Unreadable::Damaged));
    }
}

#[test]
fn the_case_in_an_export_is_refused() {
    let deep = nested();
    on_a_small_stack(move || {
        let reader = Importer::new(&Rc::new(Library::new(Rc::new(builtin::embedded()))));
        let comment = export::comment(&Case::default());
        let sealed = |json: &str| bodies::sealed(json);
        assert!(sealed("{}").len() < comment.len() && sealed("{}").starts_with("<!-- backup-medic case 1 "));
        for json in &deep {
            assert!(reader.resume("ticket.md", &format!("# x\n\n{}", sealed(json))).is_err());
        }
    });
}

#[test]
fn answers_are_refused() {
    let check = |text: String| {
        let failure = on_a_small_stack(move || Given::file("answers.toml", &text)).err();
        assert!(
            failure.as_ref().is_some_and(|error| matches!(error, Error::AnswerFile { .. } | Error::TooLarge { .. })),
            "{failure:?}"
        );
    };
    check(format!("x = {}", "[".repeat(DEEP)));
    check(format!("x = {}", "{a=".repeat(80_000)));
    check(format!("x = {}{}", "[".repeat(DEEP), "]".repeat(DEEP)));
    check(format!("{}a = 1", "a.".repeat(DEEP)));
    check(format!("[{}a]", "a.".repeat(DEEP)));
    check("[a]\n".repeat(60_000));
    check("[[a]]\n".repeat(40_000));
    check(format!("[answers]\nx = {}", "+".repeat(200_000)));
    check(format!("[answers]\nx = \"{}\"", "x".repeat(1 << 20)));
    check((0..1_000_000).map(|at| format!("k{at} = 1\n")).collect());
    check("[answers]\na = \"x\"\na = \"y\"\n".to_owned());
    check("[answers]\na = nan\n".to_owned());
}

#[test]
fn streams_of_jobs_are_refused() {
    for json in nested() {
        let done = on_a_small_stack(move || Triage::new(&|_| None).read(Path::new("-"), &mut json.as_bytes()));
        let flaws = [JobsFlaw::Deep, JobsFlaw::Syntax, JobsFlaw::Foreign];
        assert!(matches!(&done, Err(Error::Jobs { flaw, .. }) if flaws.contains(flaw)), "{done:?}");
    }
}

#[test]
fn words_with_circles_and_explosions_say_little() {
    let laughs: String = (1..20).map(|at| format!("a{at} = {}\n", format!("{{ a{} }}", at - 1).repeat(10))).collect();
    let says = |text: String| on_a_small_stack(move || bodies::words(text.as_bytes()));
    let check = |text: String| assert!(says(text.clone()), "{}", text.chars().take(80).collect::<String>());
    check(format!("a0 = lol\n{laughs}"));
    check(format!("a0 = {}\n{laughs}", "x".repeat(100_000)));
    check(format!("-a0 = lol\n{}", laughs.replace("a0 }", "-a0 }")));
    check("a = { b }\nb = { c }\nc = { a }\n".to_owned());
    check("a = { a }\n".to_owned());
    check("a = { a.help }\n    .help = { a.note }\n    .note = { a }{ a.help }\n".to_owned());
    check("a = { $count ->\n    [one] { a }\n   *[other] { a }{ a }\n }\n".to_owned());
    check(format!("a = {}\n", "word ".repeat(1 << 18)));
    check(format!("a = {}\n", "{ $count } ".repeat(90)));
    // A backslash is one in prose, whatever follows it.
    check("a = C:\\Диски \\uЖ\n".to_owned());
    let overgrown = format!("a = {}\n", "{ ".repeat(1 << 19));
    assert!(!says(overgrown.clone()));
    check(format!("b = x\n{overgrown}"));
}

/// What takes longer than a second.
mod slow {
    use backup_medic::{
        evidence::{self, EvidenceRules, matching},
        guide::{self, Catalog},
        l10n, redact,
    };

    use super::*;

    /// Names in the ways that people write them, each with a number.
    const NAMES: [&str; 24] = [
        "rg-a#\n",
        "from rg-a# to rg-b#? ",
        "web-# (rg-web#)\n",
        "web-#-test (rg-web)\n",
        "web-test (rg-web)\n",
        "backup of web-# ",
        "`web-#` backup ",
        "web-#'in yede\u{11f}i ",
        "VM: web-#\nUserErrorX web-#\n",
        "Group: rg-#\nweb-# UserErrorX\n",
        "vault rsv-# in resource group rg-#\nweb-# (rg-#)\n",
        "VM web# in group rg-web ",
        "Target: subscription x / resource group y# / ",
        "subscription Prod (x# ",
        "(subscription x# ",
        "\u{4eee}\u{60f3}\u{30de}\u{30b7}\u{30f3}web-#\u{306e}\u{30d0}\u{30c3}\u{30af}\u{30a2}\u{30c3}\u{30d7}",
        "\u{ac00}\u{c0c1} \u{ba38}\u{c2e0} web-#\u{c758} \u{bc31}\u{c5c5}",
        "rg-web#/web-# UserErrorX\n",
        "web-#: UserErrorX\n",
        "web-# UserErrorX ",
        "root@web-#:~# ls\n",
        "| web-# | Failed | rg-# |\n",
        "web-# failed again, ",
        "den Fehler UserErrorRpCollectionLimitReached# hatten wir nie ",
    ];

    /// Ten megabytes that begin like all that is looked for, and never are it.
    #[test]
    fn ten_megabytes_against_all_rules_end() {
        let files = Rc::new(builtin::embedded());
        let guide = guide::load(&files, "azure-vm-backup").expect("the embedded guide is sound");
        let catalog = Catalog::read(&files).expect("the embedded guides are sound");
        let matcher = matching::Matcher::read(&files, &catalog, &l10n::available(&files));
        let messages = ["en", "ru"].map(|locale| {
            let text = files.get(&format!("i18n/{locale}/azure-vm-backup/problems.ftl")).expect("the problems");
            let messages = text.lines().filter_map(|line| Some(line.split_once(".message = ")?.1.chars()));
            messages.map(|message| message.take(60).chain(['\n']).collect::<String>()).collect::<String>()
        });
        let codes: String =
            catalog.entries.iter().map(|entry| format!("{}x {} ", entry.code, &entry.code[1..])).collect();
        let read = |text: &str| {
            let reading = evidence::read("ticket.txt", text.as_bytes(), &EvidenceRules::for_guide(&guide));
            let found = reading.map(|reading| matcher.find_in(&[reading]).len());
            assert!(found.is_err() || found.is_ok_and(|found| found <= catalog.entries.len()));
        };
        for piece in
            [&messages[0], &messages[1], &(codes + "\n"), "UserError ", "PowerState/ \n", "a=1;b \n", "400239 0x \n"]
        {
            read(&piece.repeat((10 << 20) / piece.len()));
        }
        // Names, of which none may look at all the others: what takes the square of this takes hours.
        for piece in NAMES {
            let texts = (0..(1 << 20) / piece.len()).map(|at| piece.replace('#', &at.to_string()));
            read(&texts.collect::<String>());
        }
        let note = "password = AccountKey=; token: Bearer sig= \n".repeat(20_000);
        let mut case = Case::default();
        case.notes.insert("case".to_owned(), note);
        assert!(!redact::masked(&case).notes["case"].is_empty());
    }
}

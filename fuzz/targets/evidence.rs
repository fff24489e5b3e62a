//! Whatever is handed in, reading ends, and nothing that it says acts on a terminal.

#![no_main]

use std::sync::LazyLock;

use backup_medic::{data::builtin, evidence::{self, Rules}, guide::{self, Guide}, text::sanitise};
use libfuzzer_sys::fuzz_target;

static GUIDE: LazyLock<Guide> =
    LazyLock::new(|| guide::load(&builtin::embedded(), "azure-vm-backup").expect("the embedded guide is sound"));

fuzz_target!(|bytes: &[u8]| {
    let Ok(reading) = evidence::read("fuzz", bytes, &Rules::of(&GUIDE)) else { return };
    let findings = reading.findings.iter().flat_map(|f| [&f.text, &f.option, &f.place.path]);
    let values = reading.variables.iter().flat_map(|v| [&v.value, &v.place.path]);
    let statements = reading.statements.iter().flat_map(|s| [&s.text, &s.place.path].into_iter().chain(&s.code));
    for text in findings.chain(values).chain(statements) {
        assert_eq!(sanitise::visible_line(text), *text);
    }
});

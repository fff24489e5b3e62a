//! Whatever stream of jobs is handed in, reading ends, and nothing that it says acts on a terminal.

#![no_main]

use std::sync::LazyLock;

use backup_medic::{data::builtin, guide::Catalog, text::sanitise, triage::{Table, Triage, json}};
use libfuzzer_sys::fuzz_target;

static CATALOG: LazyLock<Catalog> =
    LazyLock::new(|| Catalog::read(&builtin::embedded()).expect("the embedded guides are sound"));

fuzz_target!(|bytes: &[u8]| {
    // Every other code counts as known, so that both kinds of groups are made.
    let mut triage = Triage::new(&|said| (said.code.len() % 2 == 0).then_some(0));
    let mut source = bytes;
    if triage.read(&mut source).is_err() {
        return;
    }
    let summary = triage.summary(&CATALOG);
    let json = json(&summary, &CATALOG);
    for line in json.lines().map(str::to_owned).chain(
        Table::new(summary, CATALOG.clone()).flat_map(|part| part.lines().map(str::to_owned).collect::<Vec<_>>()),
    ) {
        assert_eq!(sanitise::visible_line(&line), line);
    }
});

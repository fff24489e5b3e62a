//! What a text is about.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    backup_medic_fuzz::matching(bytes);
});

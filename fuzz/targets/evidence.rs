//! Evidence.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    backup_medic_fuzz::evidence(bytes);
});

//! What takes longer than a second: `cargo test -- --skip slow::` leaves it out.

pub(crate) mod crash;
mod disk_full;
mod faults;
pub(crate) mod pty;
mod storms;
mod streams;
mod writers;

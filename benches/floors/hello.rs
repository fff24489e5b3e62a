//! A floor for the bench: writes as many bytes as its argument says, at once.

use std::{
    env,
    io::{self, Write},
};

fn main() -> io::Result<()> {
    let bytes = env::args().nth(1).and_then(|bytes| bytes.parse().ok()).unwrap_or(0);
    io::stdout().write_all(&vec![b'.'; bytes])
}

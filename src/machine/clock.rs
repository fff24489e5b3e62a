//! The clock, read at the edge only: the time as text.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::text::day;

/// Now, in UTC, as `YYYY-MM-DDTHH:MM:SSZ`; a clock before 1970 counts as 1970.
pub fn now() -> String {
    day::moment(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()))
}

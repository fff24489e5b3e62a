//! The clock, read at the edge only: the time as text, and the person's zone.

use std::time::{SystemTime, UNIX_EPOCH};

use time::{OffsetDateTime, UtcOffset};

use crate::text::{day, zone::Zone};

/// Now, in UTC, as `YYYY-MM-DDTHH:MM:SSZ`; a clock before 1970 counts as 1970.
pub fn now() -> String {
    #[cfg(debug_assertions)]
    if let Some(given) = given() {
        return given;
    }
    day::moment(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()))
}

/// The zone of this machine, or the one that `TZ` names; asked for a moment only when that is shown.
pub fn zone() -> Zone {
    Zone::new(|seconds| {
        let moment = i64::try_from(seconds).ok().and_then(|seconds| OffsetDateTime::from_unix_timestamp(seconds).ok());
        moment.and_then(|moment| UtcOffset::local_offset_at(moment).ok()).map_or(0, UtcOffset::whole_seconds)
    })
}

/// The time that a test gives: the text of the file that this variable names.
#[cfg(debug_assertions)]
fn given() -> Option<String> {
    let text = std::fs::read_to_string(std::env::var_os("BACKUP_MEDIC_TEST_CLOCK")?).ok()?;
    Some(text.trim().to_owned()).filter(|time| day::seconds(time).is_some())
}

//! A moment as the person's clock shows it, with its zone.

use std::{fmt, ptr};

use super::day::Day;

/// How many seconds the person's clock is ahead of UTC at a moment: a function, since that changes with the seasons.
#[derive(Clone, Copy)]
pub struct Zone(fn(u64) -> i32);

impl Zone {
    /// The zone of files.
    pub const UTC: Zone = Zone(|_| 0);

    /// A zone by what it adds at a moment.
    pub fn new(ahead: fn(u64) -> i32) -> Self {
        Zone(ahead)
    }

    /// The day there.
    pub fn day(self, seconds: u64) -> Day {
        Day::after_epoch(self.local(seconds) / 86_400)
    }

    /// Hour, minute and zone there, behind the day where that is not today.
    pub fn show(self, seconds: u64, now: u64) -> String {
        let clock = format!("{} {}", self.clock(seconds), self.name(seconds));
        if self.day(seconds) == self.day(now) { clock } else { format!("{} {clock}", self.day(seconds)) }
    }

    /// Hour and minute there.
    pub fn clock(self, seconds: u64) -> String {
        let local = self.local(seconds);
        format!("{:02}:{:02}", local / 3600 % 24, local / 60 % 60)
    }

    /// The day there, with the zone.
    pub fn date(self, seconds: u64) -> String {
        format!("{} {}", self.day(seconds), self.name(seconds))
    }

    fn local(self, seconds: u64) -> u64 {
        seconds.saturating_add_signed(self.0(seconds).into())
    }

    /// `UTC`, `UTC+3`, `UTC-3:30`.
    fn name(self, seconds: u64) -> String {
        let ahead = self.0(seconds);
        let (sign, minutes) = (if ahead < 0 { '-' } else { '+' }, ahead.unsigned_abs() / 60);
        match (minutes / 60, minutes % 60) {
            (0, 0) => "UTC".to_owned(),
            (hours, 0) => format!("UTC{sign}{hours}"),
            (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
        }
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        ptr::fn_addr_eq(self.0, other.0)
    }
}

impl Default for Zone {
    fn default() -> Self {
        Zone::UTC
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Zone")
    }
}

#[cfg(test)]
mod tests {
    use super::Zone;
    use crate::text::day::seconds;

    #[test]
    fn a_moment_has_the_day_and_the_hour_of_its_zone() {
        let check = |zone: Zone, at: &str, now: &str, expected: &str| {
            let [at, now] = [at, now].map(|time| seconds(time).expect("a moment"));
            assert_eq!(zone.show(at, now), expected);
        };
        let (tokyo, newfoundland) = (Zone::new(|_| 32_400), Zone::new(|_| -12_600));
        check(Zone::UTC, "2026-11-29T21:10:00Z", "2026-11-29T19:00:00Z", "21:10 UTC");
        check(tokyo, "2026-11-29T21:10:00Z", "2026-11-29T19:00:00Z", "06:10 UTC+9");
        check(tokyo, "2026-11-29T21:10:00Z", "2026-11-29T09:00:00Z", "2026-11-30 06:10 UTC+9");
        check(newfoundland, "2026-11-29T02:10:59Z", "2026-11-29T12:00:00Z", "2026-11-28 22:40 UTC-3:30");
        let summer = Zone::new(|seconds| if seconds < 1_792_890_000 { 7200 } else { 3600 });
        check(summer, "2026-10-25T00:30:00Z", "2026-10-25T00:30:00Z", "02:30 UTC+2");
        check(summer, "2026-10-25T01:30:00Z", "2026-10-25T01:30:00Z", "02:30 UTC+1");
        let late = seconds("2026-11-29T21:10:00Z").expect("a moment");
        assert_eq!((tokyo.date(late), tokyo.clock(late)), ("2026-11-30 UTC+9".to_owned(), "06:10".to_owned()));
    }
}

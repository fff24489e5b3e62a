//! The clock, read at the edge only: the time as text.

use std::time::{SystemTime, UNIX_EPOCH};

/// Now, in UTC, as `YYYY-MM-DDTHH:MM:SSZ`; a clock before 1970 counts as 1970.
pub fn now() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    text(seconds)
}

/// Seconds since 1970 as `YYYY-MM-DDTHH:MM:SSZ`.
fn text(seconds: u64) -> String {
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let day = crate::day::Day::after_epoch(days);
    format!("{day}T{:02}:{:02}:{:02}Z", rest / 3600, rest / 60 % 60, rest % 60)
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn seconds_become_days_and_hours() {
        let check = |seconds, expected: &str| assert_eq!(text(seconds), expected);
        check(0, "1970-01-01T00:00:00Z");
        check(951_827_696, "2000-02-29T12:34:56Z");
        check(1_795_000_000, "2026-11-18T11:06:40Z");
        check(4_291_747_199, "2105-12-31T23:59:59Z");
    }
}

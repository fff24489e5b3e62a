//! Points and lengths of time as Azure writes them, in whole seconds.

use super::day::Day;

/// Seconds since 1970 in UTC, `None` of what is no such time; a text that names no zone means UTC, as Azure does.
///
/// It reads ISO 8601, and the form of a log's table: `11/24/2026, 2:03:04.567 AM`.
pub fn moment(text: &str) -> Option<u32> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let (day, rest) = if text.as_bytes().get(4) == Some(&b'-') {
        (Day::parse(text.get(..10)?)?, text.get(10..)?.trim_start_matches(['T', 't', ' ']))
    } else {
        let (day, rest) = text.split_once(", ").or_else(|| text.split_once(' '))?;
        let mut parts = day.split('/').map(|part| part.parse::<u16>().ok());
        let (month, day, year) = (parts.next()??, parts.next()??, parts.next()??);
        (Day::parse(&format!("{year:04}-{month:02}-{day:02}"))?, rest)
    };
    let zone = rest.bytes().position(|byte| matches!(byte, b'Z' | b'z' | b'+' | b'-' | b' ')).unwrap_or(rest.len());
    let (clock, zone) = rest.split_at(zone);
    let mut seconds = clock_seconds(clock)?;
    let mut ahead = 0;
    match zone.trim() {
        "" | "Z" | "z" => {}
        "AM" if seconds >= 12 * 3600 => seconds -= 12 * 3600,
        "AM" => {}
        "PM" if seconds < 12 * 3600 => seconds += 12 * 3600,
        "PM" => {}
        zone => {
            let minutes = clock_seconds(zone.get(1..)?)?;
            ahead = if zone.starts_with('+') { minutes } else { -minutes };
        }
    }
    let days = day.since(Day::after_epoch(0));
    u32::try_from(days * 86_400 + seconds - ahead).ok()
}

/// The seconds of a length of time: `PT41M17.9S`, `00:20:23.08`, `1.02:03:04`, or a number of seconds; `None` of what is none.
pub fn duration(text: &str) -> Option<u32> {
    let text = text.trim();
    let seconds = if let Some(rest) = text.strip_prefix('P') {
        let (mut total, mut number) = (0, 0.0);
        for part in rest.split_inclusive(|c: char| c.is_ascii_alphabetic()) {
            let unit = match part.chars().next_back()? {
                'T' if part.len() == 1 => continue,
                'D' => 86_400.0,
                'H' => 3600.0,
                'M' => 60.0,
                'S' => 1.0,
                _ => return None,
            };
            number += part[..part.len() - 1].trim_start_matches('T').parse::<f64>().ok()? * unit;
            total = number as i64;
        }
        total
    } else if text.contains(':') {
        let days = text.split_once('.').filter(|(_, rest)| rest.contains(':'));
        let (days, clock) = days.map_or((0, text), |(days, clock)| (days.parse().unwrap_or(-1), clock));
        clock_seconds(clock)? + days * 86_400
    } else {
        text.parse::<f64>().ok()? as i64
    };
    u32::try_from(seconds).ok()
}

/// `h:mm`, `hh:mm:ss` or `hh:mm:ss.fff`.
fn clock_seconds(text: &str) -> Option<i64> {
    let (hours, rest) = one_or_two_digits(text.as_bytes(), 24)?;
    let (minutes, rest) = one_or_two_digits(rest.strip_prefix(b":")?, 59)?;
    let (seconds, rest) = match rest {
        [b':', rest @ ..] => one_or_two_digits(rest, 60)?,
        [] => (0, rest),
        _ => return None,
    };
    let is_whole = rest.is_empty() || (rest[0] == b'.' && !rest.contains(&b':'));
    is_whole.then_some(hours * 3600 + minutes * 60 + seconds)
}

/// The number at the start of a text, up to `most`, and what is behind it.
fn one_or_two_digits(text: &[u8], most: i64) -> Option<(i64, &[u8])> {
    let length = text.iter().take(2).take_while(|byte| byte.is_ascii_digit()).count();
    let number = text[..length].iter().fold(0, |number, digit| number * 10 + i64::from(digit - b'0'));
    (length > 0 && number <= most).then_some((number, &text[length..]))
}

#[cfg(test)]
mod tests {
    use super::{duration, moment};

    #[test]
    fn every_dialect_of_a_point_of_time_is_read() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(moment(text).map(|at| crate::text::day::moment(u64::from(at))).as_deref(), expected, "{text}");
        };
        check("2026-11-24T02:03:04.5678901Z", Some("2026-11-24T02:03:04Z"));
        check("2026-11-24T02:03:04.567890+00:00", Some("2026-11-24T02:03:04Z"));
        check("2026-11-24T02:03:04+05:30", Some("2026-11-23T20:33:04Z"));
        check("2026-11-24T02:03:04-08:00", Some("2026-11-24T10:03:04Z"));
        check("2026-11-24 02:03:04", Some("2026-11-24T02:03:04Z"));
        check("11/24/2026, 2:03:04.567 PM", Some("2026-11-24T14:03:04Z"));
        check("11/24/2026, 12:03:04.567 AM", Some("2026-11-24T00:03:04Z"));
        check("11/24/2026 12:03:04 PM", Some("2026-11-24T12:03:04Z"));
        check("2026-02-30T00:00:00Z", None);
        check("1969-12-31T00:00:00Z", None);
        check("2026-11-24", None);
        check("24.11.2026", None);
        check("", None);
        check("2026-11-24T99:00:00Z", None);
        check("2026-11-я4T00:00:00Z", None);
    }

    #[test]
    fn every_dialect_of_a_length_of_time_is_read() {
        let check = |text: &str, expected| assert_eq!(duration(text), expected, "{text}");
        check("PT41M17.9S", Some(41 * 60 + 17));
        check("PT0S", Some(0));
        check("P1DT2H", Some(93_600));
        check("00:20:23.0896697", Some(1223));
        check("0:00:29.718011", Some(29));
        check("1.02:03:04", Some(93_784));
        check("123.4", Some(123));
        check("soon", None);
        check("P1W", None);
        check("-5", None);
        check("", None);
    }
}

//! A calendar day, for the dates of sources, which knows no time of day and no zone; and a moment in UTC as text.

use std::fmt;

/// A day of the proleptic Gregorian calendar, ordered as days are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// Reads `YYYY-MM-DD`; a day that does not exist is `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let append = |number: u16, digit: &u8| digit.is_ascii_digit().then(|| number * 10 + u16::from(digit - b'0'));
        let number = |digits: &[u8]| digits.iter().try_fold(0, append);
        let (year, month, day) = (number(&bytes[..4])?, number(&bytes[5..7])? as u8, number(&bytes[8..])? as u8);
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let length = match month {
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u8::from(leap),
            1..=12 => 31,
            _ => return None,
        };
        (1..=length).contains(&day).then_some(Day { year, month, day })
    }

    /// Days since the first of March of the year 0, after Hinnant's days_from_civil.
    fn number(self) -> i64 {
        let (year, month) = (i64::from(self.year) - i64::from(self.month <= 2), (i64::from(self.month) + 9) % 12);
        365 * year + year.div_euclid(4) - year.div_euclid(100)
            + year.div_euclid(400)
            + (153 * month + 2) / 5
            + i64::from(self.day)
    }

    /// The day so many days after 1970-01-01, after Hinnant's civil_from_days.
    pub fn after_epoch(days: u64) -> Self {
        let shifted = days as i64 + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Day { year: year.clamp(0, 9999) as u16, month: month as u8, day: day as u8 }
    }

    /// How many days this day lies after `earlier`; negative where before.
    pub fn since(self, earlier: Day) -> i64 {
        self.number() - earlier.number()
    }
}

/// Seconds since 1970 as `YYYY-MM-DDTHH:MM:SSZ`.
pub fn moment(seconds: u64) -> String {
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    format!("{}T{:02}:{:02}:{:02}Z", Day::after_epoch(days), rest / 3600, rest / 60 % 60, rest % 60)
}

/// The seconds since 1970 of a moment that is written so; `None` of anything else.
pub fn seconds(moment: &str) -> Option<u64> {
    let (day, clock) = moment.strip_suffix('Z')?.split_once('T')?;
    let [hour, minute, second] = <[&str; 3]>::try_from(clock.split(':').collect::<Vec<_>>()).ok()?.map(|part| {
        part.parse::<u64>().ok().filter(|_| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit()))
    });
    let (hour, minute, second) = (hour?, minute?, second?);
    let epoch = Day { year: 1970, month: 1, day: 1 };
    let days = u64::try_from(Day::parse(day)?.since(epoch)).ok()?;
    (hour < 24 && minute < 60 && second < 60).then_some(days * 86_400 + hour * 3600 + minute * 60 + second)
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, moment, seconds};

    #[test]
    fn only_days_that_exist_are_days() {
        let check = |text: &str, good: bool| {
            assert_eq!(Day::parse(text).map(|day| day.to_string()), good.then(|| text.to_owned()), "{text}");
        };
        check("2019-07-05", true);
        check("2024-02-29", true);
        check("2023-02-29", false);
        check("2000-02-29", true);
        check("1900-02-29", false);
        check("2019-13-01", false);
        check("2019-04-31", false);
        check("2019-4-3", false);
        check("+019-04-03", false);
        check("2019-04-0я", false);
    }

    #[test]
    fn days_are_counted_across_leap_years() {
        let day = |text| Day::parse(text).expect("a day that exists");
        let check = |earlier, later, days| {
            assert_eq!(day(later).since(day(earlier)), days);
        };
        check("2024-02-28", "2024-03-01", 2);
        check("2023-02-28", "2023-03-01", 1);
        check("2019-07-05", "2020-07-05", 366);
        check("2026-11-24", "2026-11-23", -1);
        check("1999-12-31", "2000-01-01", 1);
    }

    #[test]
    fn seconds_become_days_and_hours() {
        let check = |seconds, expected: &str| assert_eq!(moment(seconds), expected);
        check(0, "1970-01-01T00:00:00Z");
        check(951_827_696, "2000-02-29T12:34:56Z");
        check(1_795_000_000, "2026-11-18T11:06:40Z");
        check(4_291_747_199, "2105-12-31T23:59:59Z");
    }

    #[test]
    fn only_moments_have_seconds() {
        for count in [0, 951_827_696, 1_795_000_000, 4_291_747_199] {
            assert_eq!(seconds(&moment(count)), Some(count));
        }
        let none = |text: &str| assert_eq!(seconds(text), None, "{text}");
        none("");
        none("2026-11-29T21:10:00");
        none("2026-11-29 21:10:00Z");
        none("2026-11-29T21:10Z");
        none("2026-11-29T24:00:00Z");
        none("2026-11-29T21:+1:00Z");
        none("1969-12-31T23:59:59Z");
    }
}

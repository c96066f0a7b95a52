use std::{fmt, str::FromStr};

use messaging_core::UnixMillis;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

const MILLIS: i64 = 24 * 60 * 60 * 1_000;

/// A day of the calendar in UTC, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i64);

impl Day {
    /// The day of a moment.
    #[must_use]
    pub const fn of(moment: UnixMillis) -> Self {
        Self(moment.0.div_euclid(MILLIS))
    }

    /// The moment it begins.
    #[must_use]
    pub const fn start(self) -> UnixMillis {
        UnixMillis(self.0.saturating_mul(MILLIS))
    }

    /// Returns the day so many days before it.
    #[must_use]
    pub const fn minus(self, days: i64) -> Self {
        Self(self.0.saturating_sub(days))
    }

    /// Year, month and day of the month: see <https://howardhinnant.github.io/date_algorithms.html#civil_from_days>.
    fn civil(self) -> (i64, i64, i64) {
        let shifted = self.0.saturating_add(719_468);
        let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_based = (5 * of_year + 2) / 153;
        let day = of_year - (153 * march_based + 2) / 5 + 1;
        let month = if march_based < 10 { march_based + 3 } else { march_based - 9 };
        (year_of_era + era * 400 + i64::from(month <= 2), month, day)
    }

    /// The day of a date, which must exist.
    fn from_civil(year: i64, month: i64, day: i64) -> Option<Self> {
        if !(1..=9_999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        let shifted = if month <= 2 { year - 1 } else { year };
        let (era, year_of_era) = (shifted.div_euclid(400), shifted.rem_euclid(400));
        let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
        let of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year;
        let found = Self(era * 146_097 + of_era - 719_468);
        (found.civil() == (year, month, day)).then_some(found)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// Why a text is no [`Day`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("write a date as `2026-11-20`")]
pub struct NoDay;

impl FromStr for Day {
    type Err = NoDay;

    fn from_str(text: &str) -> Result<Self, NoDay> {
        let parts: Vec<_> = text.split('-').collect();
        let number = |text: &str, length: usize| {
            let is_number = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
            if is_number { text.parse().map_err(|_| NoDay) } else { Err(NoDay) }
        };
        match parts.as_slice() {
            [year, month, day] => Self::from_civil(number(year, 4)?, number(month, 2)?, number(day, 2)?).ok_or(NoDay),
            _ => Err(NoDay),
        }
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_dates_and_back() {
        for (days, date) in [(0, "1970-01-01"), (-1, "1969-12-31"), (11_016, "2000-02-29"), (20_777, "2026-11-20")] {
            assert_eq!(Day(days).to_string(), date);
            assert_eq!(date.parse(), Ok(Day(days)));
        }
        for days in (-700_000..700_000).step_by(97) {
            assert_eq!(Day(days).to_string().parse(), Ok(Day(days)));
        }
        assert_eq!(Day::of(UnixMillis(1_795_176_000_000)).to_string(), "2026-11-20");
        assert_eq!(Day::of(UnixMillis(-1)), Day(-1));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for wrong in
            ["", "2026-02-29", "2026-13-01", "2026-1-1", "20-11-2026", "2026-11-20T00:00", "0000-01-01", "-1-01-01"]
        {
            assert_eq!(wrong.parse::<Day>(), Err(NoDay), "{wrong}");
        }
    }
}

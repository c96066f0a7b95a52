//! ISO 8601 durations, as conversations' timers are written.

use std::time::Duration;

/// A hundred years: no timer runs longer, so that its end is a date.
const LONGEST: u64 = 3_153_600_000;

/// Reads a duration such as `PT1M`, `P1D` or `P1DT12H`. A year has 365 days, a month 30. None if it is none, or
/// longer than a hundred years.
pub(crate) fn read(text: &str) -> Option<Duration> {
    let rest = text.strip_prefix('P')?;
    let (days, clock) = match rest.split_once('T') {
        Some((_, "")) => return None,
        Some((days, clock)) => (days, clock),
        None if rest.is_empty() => return None,
        None => (rest, ""),
    };
    let days = sum(days, &[('Y', 31_536_000), ('M', 2_592_000), ('W', 604_800), ('D', 86_400)])?;
    let clock = sum(clock, &[('H', 3_600), ('M', 60), ('S', 1)])?;
    days.checked_add(clock).filter(|total| *total <= LONGEST).map(Duration::from_secs)
}

/// Adds up numbers with their units, each at most once and the largest first.
fn sum(text: &str, units: &[(char, u64)]) -> Option<u64> {
    let (mut rest, mut total) = (text, 0_u64);
    for (unit, seconds) in units {
        if let Some((number, after)) = rest.split_once(*unit) {
            if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            total = total.checked_add(number.parse::<u64>().ok()?.checked_mul(*seconds)?)?;
            rest = after;
        }
    }
    rest.is_empty().then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_as_iso_8601_writes_them() {
        for (text, seconds) in [
            ("PT0S", 0),
            ("PT1M", 60),
            ("PT10M", 600),
            ("P1D", 86_400),
            ("P1DT12H", 129_600),
            ("P2W", 1_209_600),
            ("P1M", 2_592_000),
            ("PT1H30M5S", 5_405),
        ] {
            assert_eq!(read(text), Some(Duration::from_secs(seconds)), "{text}");
        }
        for wrong in ["", "P", "PT", "P1DT", "1M", "PT1", "PTM", "PT1M1H", "PT1.5M", "pt1m", "PT-1M", "PT1M1M", "P1H"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        assert_eq!((read("P99999999999999999999Y"), read("P101Y")), (None, None));
    }
}

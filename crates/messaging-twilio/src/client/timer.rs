//! Timers, as ISO 8601 durations.

use std::time::Duration;

/// Writes a duration in days, hours, minutes and whole seconds: `PT1M`, `P1DT12H`. What is left of a second counts as one.
pub(crate) fn write(duration: Duration) -> String {
    let seconds = duration.as_secs() + u64::from(duration.subsec_nanos() > 0);
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let part = |count: u64, unit: char| if count > 0 { format!("{count}{unit}") } else { String::new() };
    let (day, time) =
        (part(days, 'D'), part(rest / 3_600, 'H') + &part(rest % 3_600 / 60, 'M') + &part(rest % 60, 'S'));
    match (day.is_empty(), time.is_empty()) {
        (true, true) => "PT0S".to_owned(),
        (false, true) => format!("P{day}"),
        _ => format!("P{day}T{time}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_iso_8601() {
        for (seconds, text) in [
            (0, "PT0S"),
            (60, "PT1M"),
            (600, "PT10M"),
            (90, "PT1M30S"),
            (3_600, "PT1H"),
            (86_400, "P1D"),
            (129_661, "P1DT12H1M1S"),
            (7 * 86_400, "P7D"),
        ] {
            assert_eq!(write(Duration::from_secs(seconds)), text);
        }
        assert_eq!(write(Duration::from_millis(59_001)), "PT1M");
    }
}

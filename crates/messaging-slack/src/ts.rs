//! Slack's `ts`: a message's name within its channel and its time at once, seconds and six digits.
//!
//! Read and written digit by digit: a float would round two messages into one.
//! <https://docs.slack.dev/messaging/retrieving-messages>

use messaging_core::UnixMillis;

/// Reads seconds and microseconds, which also order messages.
pub(crate) fn parse(ts: &str) -> Option<(u64, u32)> {
    let (seconds, fraction) = ts.split_once('.')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(seconds) || !digits(fraction) || fraction.len() > 6 {
        return None;
    }
    let missing = u32::try_from(6 - fraction.len()).ok()?;
    Some((seconds.parse().ok()?, fraction.parse::<u32>().ok()? * 10_u32.pow(missing)))
}

/// Reads the moment.
pub(crate) fn moment(ts: &str) -> Option<UnixMillis> {
    let (seconds, micros) = parse(ts)?;
    let millis = i64::try_from(seconds).ok()?.checked_mul(1_000)?.checked_add(i64::from(micros / 1_000))?;
    Some(UnixMillis(millis))
}

/// Writes a moment as a bound for `oldest` or `latest`; nothing is older than 1970.
pub(crate) fn written(moment: UnixMillis) -> String {
    let millis = moment.0.max(0);
    format!("{}.{:03}000", millis / 1_000, millis % 1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_survive() {
        assert_eq!(moment("1610261659.001400"), Some(UnixMillis(1_610_261_659_001)));
        assert_eq!(moment("1610261659.999999"), Some(UnixMillis(1_610_261_659_999)));
        assert_eq!(moment("1610261659.5"), Some(UnixMillis(1_610_261_659_500)));
        assert_eq!(written(UnixMillis(1_610_261_659_001)), "1610261659.001000");
        assert_eq!(written(UnixMillis(-5)), "0.000000");
        assert!(parse("1610261659.001400") < parse("1610261659.001401"));
    }

    #[test]
    fn nonsense_is_no_moment() {
        for ts in ["", ".", "1", "1.", ".1", "1.0000001", "-1.0", "1.-0", "1e3.0", "99999999999999999999.0", "é.1"] {
            assert_eq!(moment(ts), None, "{ts}");
        }
    }
}

use messaging_core::UnixMillis;
use time::{
    OffsetDateTime,
    format_description::well_known::{Rfc2822, Rfc3339},
    macros::format_description,
};

/// Reads a date of either API: `Fri, 24 May 2019 17:44:46 +0000` (2010-04-01) or `2016-03-24T20:37:57Z` (v1).
pub(crate) fn read(text: &str) -> Option<UnixMillis> {
    let date = OffsetDateTime::parse(text, &Rfc3339).or_else(|_| OffsetDateTime::parse(text, &Rfc2822)).ok()?;
    i64::try_from(date.unix_timestamp_nanos() / 1_000_000).ok().map(UnixMillis)
}

/// Writes the UTC day of a moment, as date filters take it: `2026-11-20`.
pub(crate) fn day(moment: UnixMillis) -> Option<String> {
    let date = OffsetDateTime::from_unix_timestamp(moment.0.div_euclid(1_000)).ok()?;
    date.format(format_description!("[year]-[month]-[day]")).ok()
}

/// Writes a moment as v1 takes it: `2015-12-16T22:18:37.000Z`. None beyond the year 9999.
pub(crate) fn write(moment: UnixMillis) -> Option<String> {
    let date = OffsetDateTime::from_unix_timestamp_nanos(i128::from(moment.0) * 1_000_000).ok()?;
    date.format(format_description!("[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:3]Z")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_writing_are_read() {
        assert_eq!(read("Thu, 24 Aug 2023 05:01:45 +0000"), Some(UnixMillis(1_692_853_305_000)));
        assert_eq!(read("2015-12-16T22:18:37Z"), Some(UnixMillis(1_450_304_317_000)));
        assert_eq!(read("2025-09-17T22:23:11.350Z"), Some(UnixMillis(1_758_147_791_350)));
        for nonsense in ["", "today", "2015-12-16", "2015-13-16T22:18:37Z"] {
            assert_eq!(read(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn a_day_is_utc() {
        assert_eq!(day(UnixMillis(1_450_304_317_000)).as_deref(), Some("2015-12-16"));
        assert_eq!(day(UnixMillis(-1)).as_deref(), Some("1969-12-31"));
        assert_eq!(day(UnixMillis(i64::MAX)), None);
    }
}

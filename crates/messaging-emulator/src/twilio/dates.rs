//! RFC 2822 in the API of 2010, ISO 8601 in Conversations, with milliseconds in its webhooks.

use std::time::SystemTime;

use time::{
    Date, OffsetDateTime, UtcOffset,
    format_description::{
        BorrowedFormatItem,
        well_known::{Rfc2822, Rfc3339},
    },
    macros::format_description,
};

const SECONDS: &[BorrowedFormatItem<'_>] = format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]Z");
const MILLIS: &[BorrowedFormatItem<'_>] =
    format_description!("[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:3]Z");
const MINUTE: &[BorrowedFormatItem<'_>] = format_description!("[year repr:last_two][month][day][hour][minute]");
const DAY: &[BorrowedFormatItem<'_>] = format_description!("[year]-[month]-[day]");

/// `Thu, 24 Aug 2023 05:01:45 +0000`
pub(crate) fn rfc2822(at: SystemTime) -> String {
    OffsetDateTime::from(at).format(&Rfc2822).unwrap_or_default()
}

/// `2015-12-16T22:18:37Z`
pub(crate) fn iso(at: SystemTime) -> String {
    OffsetDateTime::from(at).format(&SECONDS).unwrap_or_default()
}

/// `2025-09-17T22:23:11.350Z`
pub(crate) fn iso_millis(at: SystemTime) -> String {
    OffsetDateTime::from(at).format(&MILLIS).unwrap_or_default()
}

/// `2308240501`, as carriers date their receipts.
pub(crate) fn minute(at: SystemTime) -> String {
    OffsetDateTime::from(at).format(&MINUTE).unwrap_or_default()
}

/// The seconds since 1970.
pub(crate) fn seconds(at: SystemTime) -> i64 {
    OffsetDateTime::from(at).unix_timestamp()
}

/// Seconds since 1970 of a day (its midnight, and true) or of a moment (false).
pub(crate) fn read(text: &str) -> Option<(i64, bool)> {
    if let Ok(day) = Date::parse(text, &DAY) {
        return Some((day.midnight().assume_utc().unix_timestamp(), true));
    }
    OffsetDateTime::parse(text, &Rfc3339).ok().map(|moment| (moment.unix_timestamp(), false))
}

/// A moment, or the midnight that a day begins with.
pub(crate) fn moment(text: &str) -> Option<SystemTime> {
    match Date::parse(text, &DAY) {
        Ok(day) => Some(day.midnight().assume_utc().into()),
        // What is in the year 10,000 by our clock cannot be written.
        Err(_) => OffsetDateTime::parse(text, &Rfc3339).ok()?.checked_to_offset(UtcOffset::UTC).map(SystemTime::from),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn dates_are_written_as_twilio_writes_them() {
        let at = SystemTime::UNIX_EPOCH + Duration::from_millis(1_692_853_305_350);
        assert_eq!(rfc2822(at + Duration::from_millis(50)), "Thu, 24 Aug 2023 05:01:45 +0000");
        assert_eq!(iso(at), "2023-08-24T05:01:45Z");
        assert_eq!(iso_millis(at), "2023-08-24T05:01:45.350Z");
        assert_eq!(minute(at), "2308240501");
        assert_eq!(read("2023-08-24"), Some((1_692_835_200, true)));
        assert_eq!(read("2023-08-24T05:01:45Z"), Some((1_692_853_305, false)));
        assert_eq!(read("yesterday"), None);
        assert_eq!(moment("2023-08-24T07:01:45+02:00").map(iso).as_deref(), Some("2023-08-24T05:01:45Z"));
        assert_eq!(moment("9999-12-31T23:59:59-23:00"), None);
    }
}

use messaging_core::UnixMillis;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

/// A moment as people and browsers read it: `2026-11-20T12:00:00Z`.
pub(crate) fn iso(moment: UnixMillis) -> Option<String> {
    let nanos = i128::from(moment.0) * 1_000_000;
    OffsetDateTime::from_unix_timestamp_nanos(nanos).ok()?.format(&Rfc3339).ok()
}

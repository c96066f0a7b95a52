use std::{
    fmt,
    time::{Duration, SystemTime},
};

/// When a message was posted and, within its channel, which message it is: `{seconds}.{6 digits}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Ts {
    micros: u64,
}

impl Ts {
    /// The next one of a channel whose last one was `last`.
    pub(crate) fn after(last: Option<Self>, wall: SystemTime) -> Self {
        let since = wall.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let now = u64::try_from(since.as_micros()).unwrap_or(u64::MAX);
        Self { micros: last.map_or(now, |last| now.max(last.micros.saturating_add(1))) }
    }

    /// Reads one exactly as it was given out.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (_, fraction) = text.split_once('.')?;
        (fraction.len() == 6).then(|| Self::read_bound(text)).flatten()
    }

    /// Reads the end of a time range, which may have fewer digits after the point, or none.
    pub(crate) fn read_bound(text: &str) -> Option<Self> {
        let (seconds, fraction) = text.split_once('.').unwrap_or((text, ""));
        let is_decimal = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
        if seconds.is_empty() || fraction.len() > 6 || !is_decimal(seconds) || !is_decimal(fraction) {
            return None;
        }
        let micros: u64 = format!("{fraction:0<6}").parse().ok()?;
        let whole = seconds.parse::<u64>().ok()?.checked_mul(1_000_000)?;
        Some(Self { micros: whole.checked_add(micros)? })
    }

    pub(crate) fn from_micros(micros: u64) -> Self {
        Self { micros }
    }

    pub(crate) fn micros(self) -> u64 {
        self.micros
    }

    pub(crate) fn seconds(self) -> u64 {
        Duration::from_micros(self.micros).as_secs()
    }
}

impl fmt::Display for Ts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:06}", self.micros / 1_000_000, self.micros % 1_000_000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_only_ever_grows() {
        let wall = SystemTime::UNIX_EPOCH + Duration::from_secs(1_790_000_000);
        let first = Ts::after(None, wall);
        assert_eq!(first.to_string(), "1790000000.000000");
        assert_eq!(Ts::after(Some(first), wall).to_string(), "1790000000.000001");
        assert_eq!(Ts::after(Some(first), SystemTime::UNIX_EPOCH).to_string(), "1790000000.000001");
    }

    #[test]
    fn an_id_has_six_digits_and_a_bound_may_have_fewer() {
        assert_eq!(Ts::read("1503435956.000247").map(|ts| ts.to_string()).as_deref(), Some("1503435956.000247"));
        for wrong in ["", "0", "1503435956", "1503435956.1", "1503435956.0002471", "-1.000000", "1e9.000000"] {
            assert_eq!(Ts::read(wrong), None, "{wrong}");
        }
        assert_eq!(Ts::read_bound("1503435956.1").map(Ts::micros), Some(1_503_435_956_100_000));
        assert_eq!(Ts::read_bound("0").map(Ts::micros), Some(0));
        for wrong in ["", ".5", "now", "1.0000000", "99999999999999999999"] {
            assert_eq!(Ts::read_bound(wrong), None, "{wrong}");
        }
    }
}

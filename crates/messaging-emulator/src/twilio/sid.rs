use crate::TwilioEmulator;

impl TwilioEmulator {
    /// Draws a name: its two letters and 32 lower-case hexadecimal digits.
    pub(crate) fn sid(&self, prefix: &str) -> String {
        format!("{prefix}{}", self.desk.hex(32))
    }

    /// Draws a token as long as a UUID.
    pub(crate) fn uuid(&self) -> String {
        let hex = |digits| self.desk.hex(digits);
        format!("{}-{}-{}-{}-{}", hex(8), hex(4), hex(4), hex(4), hex(12))
    }
}

/// Whether this is a name of that kind.
pub(crate) fn is_sid(prefix: &str, text: &str) -> bool {
    text.strip_prefix(prefix).is_some_and(|hex| hex.len() == 32 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

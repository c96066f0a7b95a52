use messaging_core::{Error, ErrorKind, Result};

/// Whether `text` is a SID: `prefix` and 32 hexadecimal digits (<https://www.twilio.com/docs/glossary/what-is-a-sid>).
pub(crate) fn is_sid(text: &str, prefix: &str) -> bool {
    text.strip_prefix(prefix)
        .is_some_and(|digits| digits.len() == 32 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

/// Refuses a setting that is not a SID of its kind. The value is not repeated: it may be a secret in the wrong place.
pub(crate) fn check(key: &str, value: &str, prefix: &str) -> Result<()> {
    if is_sid(value, prefix) {
        return Ok(());
    }
    let message = format!(
        "`{key}` of `twilio` is not {prefix} and 32 hexadecimal digits ({} characters were given); copy it from the \
         Twilio console",
        value.chars().count(),
    );
    Err(Error::new(ErrorKind::Config, message))
}

/// Refuses a parameter that is not a SID of its kind.
pub(crate) fn parameter(name: &str, value: &str, prefix: &str) -> Result<()> {
    if is_sid(value, prefix) {
        return Ok(());
    }
    let message = format!("`{name}` is not {prefix} and 32 hexadecimal digits: `{}`", value.escape_debug());
    Err(Error::new(ErrorKind::Invalid, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_prefix_and_32_digits_are_a_sid() {
        let digits = "0123456789abcdefABCDEF0123456789";
        assert!(is_sid(&format!("AC{digits}"), "AC"));
        for wrong in [format!("SK{digits}"), format!("AC{digits}0"), format!("ac{digits}"), "AC".into(), String::new()]
        {
            assert!(!is_sid(&wrong, "AC"), "{wrong}");
        }
        assert!(!is_sid("ACg123456789abcdefABCDEF0123456789", "AC"));
    }

    #[test]
    fn what_was_given_is_not_repeated() {
        let error = check("account_sid", "canary", "AC").unwrap_err().to_string();
        assert!(
            error.contains("account_sid") && error.contains("6 characters") && !error.contains("canary"),
            "{error}"
        );
    }
}

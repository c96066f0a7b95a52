use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// Digits after the point.
const DIGITS: usize = 6;

/// One whole unit of a currency.
const ONE: i64 = 1_000_000;

/// An exact amount of money: millionths of a currency's unit. Sums stay at the largest amount rather than wrapping.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(i64);

impl Amount {
    /// So many millionths.
    #[must_use]
    pub const fn micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Returns it in millionths.
    #[must_use]
    pub const fn as_micros(self) -> i64 {
        self.0
    }

    /// Adds another one.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// Takes another one away.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Takes it so many times.
    #[must_use]
    pub fn times(self, count: u32) -> Self {
        Self(self.0.saturating_mul(i64::from(count)))
    }
}

/// Why a text is no [`Amount`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("write a decimal number that is not negative, with at most 6 digits after the point: \"0.0079\"")]
pub struct NoAmount;

impl FromStr for Amount {
    type Err = NoAmount;

    /// Reads `12`, `0.0079` or `25.00`; no sign, no exponent, no more than six digits after the point but zeros.
    fn from_str(text: &str) -> Result<Self, NoAmount> {
        let (whole, rest) = match text.split_once('.') {
            Some((_, "")) => return Err(NoAmount),
            Some(parts) => parts,
            None => (text, ""),
        };
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !is_number(whole) || !is_number(rest) {
            return Err(NoAmount);
        }
        let (kept, beyond) = rest.split_at_checked(DIGITS).unwrap_or((rest, ""));
        if beyond.bytes().any(|byte| byte != b'0') {
            return Err(NoAmount);
        }
        let micros: i64 = format!("{kept:0<DIGITS$}").parse().map_err(|_| NoAmount)?;
        let whole: i64 = whole.parse().map_err(|_| NoAmount)?;
        whole.checked_mul(ONE).and_then(|whole| whole.checked_add(micros)).map(Self).ok_or(NoAmount)
    }
}

impl fmt::Display for Amount {
    /// Writes at least two digits after the point, and as many as it takes.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, micros) = (self.0.unsigned_abs() / ONE.unsigned_abs(), self.0.unsigned_abs() % ONE.unsigned_abs());
        let digits = format!("{micros:0DIGITS$}");
        let kept = digits.trim_end_matches('0');
        write!(f, "{sign}{whole}.{kept:0<2}")
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Amount {
    /// Reads a string only: a number would have been rounded on its way here.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// An amount of a currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// How much.
    pub amount: Amount,
    /// Of what, as an ISO 4217 code: `USD`.
    pub currency: String,
}

impl Money {
    /// So much of a currency.
    pub fn new(amount: Amount, currency: impl Into<String>) -> Self {
        Self { amount, currency: currency.into() }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount, self.currency)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_is_written_exactly() {
        for (text, micros, written) in [
            ("0", 0, "0.00"),
            ("25", 25_000_000, "25.00"),
            ("0.0079", 7_900, "0.0079"),
            ("0.00790", 7_900, "0.0079"),
            ("1.5", 1_500_000, "1.50"),
            ("0.123456000", 123_456, "0.123456"),
            ("9223372036854.775807", i64::MAX, "9223372036854.775807"),
        ] {
            let amount: Amount = text.parse().unwrap();
            assert_eq!((amount.as_micros(), amount.to_string().as_str()), (micros, written), "{text}");
            assert_eq!(amount.to_string().parse(), Ok(amount));
        }
        for wrong in ["", ".", "1.", ".5", "-1", "+1", "1e3", "1,5", " 1", "0.1234567", "9223372036854.775808", "½"] {
            assert_eq!(wrong.parse::<Amount>(), Err(NoAmount), "{wrong}");
        }
    }

    #[test]
    fn sums_are_exact_and_never_wrap() {
        let tenth: Amount = "0.1".parse().unwrap();
        assert_eq!((0..10).fold(Amount::default(), |sum, _| sum.plus(tenth)).to_string(), "1.00");
        assert_eq!(Amount::micros(i64::MAX).plus(tenth), Amount::micros(i64::MAX));
        assert_eq!(Amount::micros(-5).to_string(), "-0.000005");
        assert_eq!("0.0075".parse::<Amount>().unwrap().times(3).to_string(), "0.0225");
    }
}

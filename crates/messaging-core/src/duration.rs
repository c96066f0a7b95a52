//! Durations as people write them in settings: `30` and `0.2` are seconds, `"500ms"`, `"30s"`, `"15m"`, `"24h"` say
//! their unit.
//!
//! Name [`one`] or [`many`] in `#[serde(deserialize_with = "…")]`.

use std::time::Duration;

use serde::{Deserialize, Deserializer, de};

#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a duration: seconds as a number, or \"500ms\", \"30s\", \"15m\", \"24h\"")]
enum Written {
    Seconds(f64),
    Text(String),
}

impl Written {
    fn read<E: de::Error>(self) -> Result<Duration, E> {
        let read = match &self {
            Self::Seconds(seconds) => Duration::try_from_secs_f64(*seconds).ok(),
            Self::Text(text) => parse(text.trim()),
        };
        read.ok_or_else(|| {
            E::custom("not a duration; write seconds as a number, or \"500ms\", \"30s\", \"15m\", \"24h\"")
        })
    }
}

fn parse(text: &str) -> Option<Duration> {
    let at = text.find(|c: char| !(c.is_ascii_digit() || c == '.'))?;
    let (number, unit) = text.split_at_checked(at)?;
    let scale = match unit.trim() {
        "ms" => 0.001,
        "s" => 1.0,
        "m" | "min" => 60.0,
        "h" => 3_600.0,
        "d" => 86_400.0,
        _ => return None,
    };
    Duration::try_from_secs_f64(number.parse::<f64>().ok()? * scale).ok()
}

/// Reads one duration.
pub fn one<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
    Written::deserialize(deserializer)?.read()
}

/// Reads a list of durations.
pub fn many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Duration>, D::Error> {
    Vec::<Written>::deserialize(deserializer)?.into_iter().map(Written::read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_understood_and_nonsense_is_not() {
        assert_eq!(parse("500ms"), Some(Duration::from_millis(500)));
        assert_eq!(parse("1.5m"), Some(Duration::from_secs(90)));
        for text in ["", "ms", "-1s", "1 year", "1", "1e99h"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}

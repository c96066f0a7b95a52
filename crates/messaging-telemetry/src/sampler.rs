use std::collections::BTreeMap;

/// A sampler that nobody knows, in words.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct NoSampler(String);

/// Which traces are kept, decided once at the root of each: what comes later in a trace, in whichever process, obeys
/// (<https://opentelemetry.io/docs/specs/otel/trace/sdk/#sampling>).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sampler {
    /// A trace is kept if the last 8 bytes of its id, as a number, are not greater; none keeps none.
    most: Option<u64>,
}

impl Default for Sampler {
    /// Keeps all.
    fn default() -> Self {
        Self { most: Some(u64::MAX) }
    }
}

impl Sampler {
    /// Keeps none.
    pub const NONE: Self = Self { most: None };

    /// Keeps about this part of all traces: 0 none, 1 all.
    #[must_use]
    pub fn ratio(part: f64) -> Self {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a part of all numbers is meant, and the cast stays within them"
        )]
        let most = (part.clamp(0.0, 1.0) * u64::MAX as f64) as u64;
        Self { most: (part > 0.0).then_some(most) }
    }

    /// Reads `OTEL_TRACES_SAMPLER` and `OTEL_TRACES_SAMPLER_ARG`
    /// (<https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/#general-sdk-configuration>).
    ///
    /// # Errors
    /// A sampler that this program does not know, or a ratio that is none.
    pub fn read(environment: &BTreeMap<String, String>) -> Result<Self, NoSampler> {
        let told = |name: &str| environment.get(name).map_or("", |value| value.trim());
        let ratio = || match told("OTEL_TRACES_SAMPLER_ARG") {
            "" => Ok(Self::default()),
            text => match text.parse() {
                Ok(part) if (0.0..=1.0).contains(&part) => Ok(Self::ratio(part)),
                _ => Err(NoSampler(format!("OTEL_TRACES_SAMPLER_ARG is `{text}`: write 0 to 1"))),
            },
        };
        match told("OTEL_TRACES_SAMPLER") {
            "" | "always_on" | "parentbased_always_on" => Ok(Self::default()),
            "always_off" | "parentbased_always_off" => Ok(Self::NONE),
            "traceidratio" | "parentbased_traceidratio" => ratio(),
            other => Err(NoSampler(format!(
                "OTEL_TRACES_SAMPLER is `{other}`: write `always_on`, `always_off` or `traceidratio`, with or without \
                 `parentbased_`"
            ))),
        }
    }

    /// Whether the trace that begins with these random bits is kept.
    #[must_use]
    pub fn keeps(self, trace: u128) -> bool {
        let [_, _, _, _, _, _, _, _, last @ ..] = trace.to_be_bytes();
        self.most.is_some_and(|most| u64::from_be_bytes(last) <= most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(told: &[(&str, &str)]) -> Result<Sampler, NoSampler> {
        Sampler::read(&told.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn a_part_of_all_traces_is_kept() {
        let named = |name, part| read(&[("OTEL_TRACES_SAMPLER", name), ("OTEL_TRACES_SAMPLER_ARG", part)]);
        let quarter = named("parentbased_traceidratio", "0.25").unwrap();
        let kept = (0..4_000_u128).filter(|number| quarter.keeps(number * (u128::MAX / 4_000))).count();
        assert!((900..=1_100).contains(&kept), "{kept}");
        assert!(read(&[]).unwrap().keeps(u128::MAX));
        for none in [named("always_off", ""), named("traceidratio", "0")] {
            assert!(!none.unwrap().keeps(0));
        }
        for wrong in [named("jaeger_remote", ""), named("traceidratio", "2"), named("traceidratio", "half")] {
            assert!(wrong.unwrap_err().to_string().contains("write"));
        }
    }
}

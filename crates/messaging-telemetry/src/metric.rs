/// What a series of a metric is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MetricKind {
    /// A number that only grows, from the start of the process on.
    Counter,
    /// A number that goes up and down.
    Gauge,
    /// How values are spread.
    Histogram,
}

/// A metric as it is exported, by the conventions of
/// <https://opentelemetry.io/docs/specs/semconv/general/metrics/>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Metric {
    /// Its name; Prometheus writes it with `_`, and its unit behind it.
    pub name: &'static str,
    /// What its series are.
    pub kind: MetricKind,
    /// The unit, in UCUM: `s`, `{message}`.
    pub unit: &'static str,
    /// Which attributes its series differ in.
    pub attributes: &'static [&'static str],
    /// What it says, in a sentence.
    pub help: &'static str,
}

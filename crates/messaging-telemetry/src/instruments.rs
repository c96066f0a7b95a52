use opentelemetry::metrics::{Counter, Gauge, Histogram, Meter};

use crate::{Metric, capped::Capped, census::Taken, names};

/// Bounds of durations, in seconds, as the conventions for messaging have them, and on to the longest turn.
const SECONDS: [f64; 19] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0, 30.0, 120.0, 900.0,
];

/// Bounds of counts of tokens, as the conventions for generative AI have them
/// (<https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-metrics/>).
const TOKENS: [f64; 14] = [
    1.0,
    4.0,
    16.0,
    64.0,
    256.0,
    1_024.0,
    4_096.0,
    16_384.0,
    65_536.0,
    262_144.0,
    1_048_576.0,
    4_194_304.0,
    16_777_216.0,
    67_108_864.0,
];

/// Every instrument, made once.
#[derive(Debug)]
pub(crate) struct Instruments {
    pub(crate) webhook: Histogram<f64>,
    pub(crate) accepted: Counter<u64>,
    pub(crate) duplicates: Counter<u64>,
    pub(crate) process: Histogram<f64>,
    pub(crate) tokens: Histogram<u64>,
    pub(crate) operation: Histogram<f64>,
    pub(crate) sends: Counter<u64>,
    pub(crate) looks: Counter<u64>,
    pub(crate) retries: Counter<u64>,
    pub(crate) rate_limit_wait: Histogram<f64>,
    pub(crate) rate_limit_remaining: Gauge<u64>,
    pub(crate) retries_refused: Counter<u64>,
    pub(crate) breaker: Gauge<u64>,
    pub(crate) unknown_age: Gauge<f64>,
    pub(crate) lanes: Gauge<u64>,
    pub(crate) lane_depth: Gauge<u64>,
    pub(crate) lane_age: Gauge<f64>,
    pub(crate) chat_visitors: Gauge<u64>,
    pub(crate) chat_streams: Gauge<u64>,
    pub(crate) healthy: Gauge<u64>,
    pub(crate) segments: Counter<u64>,
    pub(crate) spend: Counter<u64>,
    pub(crate) spans_dropped: Counter<u64>,
    pub(crate) taken: Taken,
    /// Values of attributes that nobody bounds for us.
    pub(crate) words: Capped,
}

impl Instruments {
    pub(crate) fn new(meter: &Meter) -> Self {
        let taken = Taken::default();
        taken.register(meter);
        Self {
            webhook: seconds(meter, names::WEBHOOK),
            accepted: counter(meter, names::ACCEPTED),
            duplicates: counter(meter, names::DUPLICATES),
            process: seconds(meter, names::PROCESS),
            tokens: tokens(meter, names::TOKENS),
            operation: seconds(meter, names::OPERATION_DURATION),
            sends: counter(meter, names::SENDS),
            looks: counter(meter, names::LOOKS),
            retries: counter(meter, names::RETRIES),
            rate_limit_wait: seconds(meter, names::RATE_LIMIT_WAIT),
            rate_limit_remaining: gauge(meter, names::RATE_LIMIT_REMAINING),
            retries_refused: counter(meter, names::RETRIES_REFUSED),
            breaker: gauge(meter, names::BREAKER),
            unknown_age: age(meter, names::UNKNOWN_AGE),
            lanes: gauge(meter, names::LANES),
            lane_depth: gauge(meter, names::LANE_DEPTH),
            lane_age: age(meter, names::LANE_AGE),
            chat_visitors: gauge(meter, names::CHAT_VISITORS),
            chat_streams: gauge(meter, names::CHAT_STREAMS),
            healthy: gauge(meter, names::HEALTHY),
            segments: counter(meter, names::SEGMENTS),
            spend: counter(meter, names::SPEND),
            spans_dropped: counter(meter, names::SPANS_DROPPED),
            taken,
            words: Capped::default(),
        }
    }
}

fn counter(meter: &Meter, Metric { name, unit, help, .. }: Metric) -> Counter<u64> {
    meter.u64_counter(name).with_unit(unit).with_description(help).build()
}

fn gauge(meter: &Meter, Metric { name, unit, help, .. }: Metric) -> Gauge<u64> {
    meter.u64_gauge(name).with_unit(unit).with_description(help).build()
}

fn age(meter: &Meter, Metric { name, unit, help, .. }: Metric) -> Gauge<f64> {
    meter.f64_gauge(name).with_unit(unit).with_description(help).build()
}

fn tokens(meter: &Meter, Metric { name, unit, help, .. }: Metric) -> Histogram<u64> {
    meter.u64_histogram(name).with_unit(unit).with_description(help).with_boundaries(TOKENS.to_vec()).build()
}

fn seconds(meter: &Meter, Metric { name, unit, help, .. }: Metric) -> Histogram<f64> {
    meter.f64_histogram(name).with_unit(unit).with_description(help).with_boundaries(SECONDS.to_vec()).build()
}

//! `OpenMetrics` as text (<https://prometheus.io/docs/specs/om/open_metrics_spec/>), which differs from the format of
//! Prometheus in what counters are called, in naming units, and in having an end.

use std::fmt::Write as _;

use prometheus::proto::{LabelPair, Metric, MetricFamily, MetricType};

/// Units that a name ends with, as the exporter writes them.
const UNITS: [&str; 3] = ["seconds", "bytes", "ratio"];

pub(super) fn text(families: &[MetricFamily]) -> String {
    let mut text = String::new();
    for family in families {
        let counts = family.get_field_type() == MetricType::COUNTER;
        let name = if counts { family.name().trim_end_matches("_total") } else { family.name() };
        let kind = match family.get_field_type() {
            MetricType::COUNTER => "counter",
            MetricType::HISTOGRAM => "histogram",
            _ => "gauge",
        };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "# TYPE {name} {kind}");
        if let Some(unit) = UNITS.iter().find(|unit| name.ends_with(&format!("_{unit}"))) {
            let _ = writeln!(text, "# UNIT {name} {unit}");
        }
        let _ = writeln!(text, "# HELP {name} {}", escaped(family.help()));
        for metric in family.get_metric() {
            match family.get_field_type() {
                MetricType::COUNTER => {
                    sample(&mut text, name, "_total", metric, None, metric.get_counter().get_value());
                }
                MetricType::HISTOGRAM => histogram(&mut text, name, metric),
                _ => sample(&mut text, name, "", metric, None, metric.get_gauge().get_value()),
            }
        }
    }
    text.push_str("# EOF\n");
    text
}

fn histogram(text: &mut String, name: &str, metric: &Metric) {
    let histogram = metric.get_histogram();
    let mut last = 0.0;
    for bucket in histogram.get_bucket() {
        last = bucket.upper_bound();
        sample(text, name, "_bucket", metric, Some(last), count(bucket.cumulative_count()));
    }
    if last < f64::INFINITY {
        sample(text, name, "_bucket", metric, Some(f64::INFINITY), count(histogram.get_sample_count()));
    }
    sample(text, name, "_sum", metric, None, histogram.get_sample_sum());
    sample(text, name, "_count", metric, None, count(histogram.get_sample_count()));
}

#[allow(clippy::cast_precision_loss, reason = "both formats have nothing but floating point")]
fn count(count: u64) -> f64 {
    count as f64
}

fn sample(text: &mut String, name: &str, suffix: &str, metric: &Metric, bound: Option<f64>, value: f64) {
    let pair = |label: &LabelPair| format!("{}=\"{}\"", label.name(), escaped(label.value()));
    let bound = bound.map(|bound| format!("le=\"{}\"", number(bound)));
    let labels: Vec<_> = metric.get_label().iter().map(pair).chain(bound).collect();
    let labels = if labels.is_empty() { String::new() } else { format!("{{{}}}", labels.join(",")) };
    let _ = writeln!(text, "{name}{suffix}{labels} {}", number(value));
}

fn number(value: f64) -> String {
    if value == f64::INFINITY { "+Inf".into() } else { value.to_string() }
}

fn escaped(text: &str) -> String {
    text.replace('\\', r"\\").replace('\n', r"\n").replace('"', "\\\"")
}

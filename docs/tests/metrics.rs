//! The page on metrics, its alerts and its dashboard speak of what is exported, and of nothing else.
//!
//! `MESSAGING_BLESS=1 cargo test -p messaging-docs` writes the table.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that fails panics")]

#[allow(dead_code, reason = "the other parts are of other pages")]
mod generated;

use std::collections::BTreeSet;

use generated::check;
use messaging_telemetry::{MetricKind, names::METRICS};

const PAGE: &str = include_str!("../operate/metrics.md");
const ALERTS: &str = include_str!("../operate/alerts.yml");
const DASHBOARD: &str = include_str!("../operate/grafana.json");

#[test]
fn the_table_is_what_is_exported() {
    let head = ["| metric | is a | in | by | |", "|---|---|---|---|---|"].map(str::to_owned);
    let rows = METRICS.iter().map(|metric| {
        let kind = match metric.kind {
            MetricKind::Counter => "counter",
            MetricKind::Gauge => "gauge",
            _ => "histogram",
        };
        let keys: Vec<_> = metric.attributes.iter().map(|key| format!("`{key}`")).collect();
        format!("| `{}` | {kind} | `{}` | {} | {} |", metric.name, metric.unit, keys.join(", "), metric.help)
    });
    check("operate/metrics.md", "metrics", &head.into_iter().chain(rows).collect::<Vec<_>>().join("\n"));
}

/// Every name of ours in a text, as Prometheus has it.
fn named(text: &str) -> BTreeSet<&str> {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
    words.filter(|word| word.starts_with("messaging_") || word.starts_with("gen_ai_")).collect()
}

#[test]
fn alerts_and_dashboard_speak_of_what_is_exported() {
    let mut known = BTreeSet::new();
    for metric in METRICS {
        let name = metric.name.replace('.', "_");
        let name = if metric.unit == "s" { format!("{name}_seconds") } else { name };
        match metric.kind {
            MetricKind::Counter => known.extend([format!("{name}_total")]),
            MetricKind::Gauge => known.extend([name]),
            _ => known.extend(["_bucket", "_count", "_sum"].map(|suffix| format!("{name}{suffix}"))),
        }
        known.extend(metric.attributes.iter().map(|key| key.replace('.', "_")));
    }
    for text in [ALERTS, DASHBOARD] {
        let names = named(text);
        assert!(names.len() > 5, "{names:?}");
        let unknown: Vec<_> = names.iter().filter(|name| !known.contains(**name)).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}

#[test]
fn every_alert_says_what_to_do() {
    let alerts: BTreeSet<_> = ALERTS.lines().filter_map(|line| line.trim().strip_prefix("- alert: ")).collect();
    let told: BTreeSet<_> = PAGE.lines().filter_map(|line| line.strip_prefix("### ")).collect();
    assert_eq!(alerts, told);
    let runbooks: Vec<_> = ALERTS.lines().filter_map(|line| line.trim().strip_prefix("runbook_url: ")).collect();
    assert_eq!(runbooks.len(), alerts.len(), "one for each alert");
    let anchors: BTreeSet<_> = told.iter().map(|name| name.to_lowercase()).collect();
    for (alert, runbook) in ALERTS.lines().filter_map(|line| line.trim().strip_prefix("- alert: ")).zip(runbooks) {
        let anchor = runbook.strip_prefix("docs/operate/metrics.md#").unwrap_or_else(|| panic!("{runbook}"));
        assert!(anchors.contains(anchor) && anchor == alert.to_lowercase(), "{alert}: {runbook}");
        let about = PAGE.split(&format!("### {alert}\n")).nth(1).unwrap().split("\n#").next().unwrap();
        assert!(about.trim().len() > 60, "{alert} has no paragraph");
    }
    let dashboard: serde_json::Value = serde_json::from_str(DASHBOARD).unwrap();
    assert!(dashboard["panels"].as_array().unwrap().len() >= 12);
}

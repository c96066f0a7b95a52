//! Twilio's debugger: what was wrong with a webhook, and nobody asked.

use std::collections::VecDeque;

use serde_json::{Value, json};

use crate::{TwilioEmulator, twilio::dates};

/// Most alerts kept; the oldest go first.
const MOST_KEPT: usize = 1_000;

/// One line of the debugger.
#[derive(Debug)]
pub(crate) struct Alert {
    code: u32,
    what: String,
    url: String,
    at: String,
}

impl TwilioEmulator {
    /// Writes into the debugger; of the URL neither user nor query, which may hold a secret.
    pub(crate) fn alert(&self, code: u32, what: &str, url: &str) {
        let url = plain(url);
        let at = dates::iso_millis(self.desk.wall());
        let mut records = self.records();
        let alerts: &mut VecDeque<Alert> = &mut records.messaging.alerts;
        if alerts.len() >= MOST_KEPT {
            alerts.pop_front();
        }
        alerts.push_back(Alert { code, what: what.to_owned(), url, at });
    }

    /// The debugger, oldest first.
    pub(crate) fn alerts(&self) -> Value {
        let json = |alert: &Alert| json!({ "code": alert.code, "what": alert.what, "url": alert.url, "at": alert.at });
        self.records().messaging.alerts.iter().map(json).collect()
    }
}

/// A URL without user, password, query and fragment.
fn plain(url: &str) -> String {
    let url = url.split(['?', '#']).next().unwrap_or_default();
    match url.split_once("://") {
        Some((scheme, rest)) => {
            let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            format!("{scheme}://{}{path}", host.rsplit('@').next().unwrap_or_default())
        }
        None => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alert_keeps_no_secret() {
        assert_eq!(plain("https://u:p@a.test:8443/x?token=1#rc=2"), "https://a.test:8443/x");
        assert_eq!(plain("https://a.test"), "https://a.test");
        assert_eq!(plain("nowhere"), "nowhere");
    }
}

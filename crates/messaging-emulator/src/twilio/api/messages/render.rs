use serde_json::{Value, json};

use crate::{
    TwilioEmulator,
    twilio::{carrier, dates, records::Sms, segments},
};

impl TwilioEmulator {
    /// A message as the API of 2010 writes it.
    pub(crate) fn message(&self, sms: &Sms) -> Value {
        let now = self.desk.now();
        let account = &self.account.settings.account_sid;
        let uri = format!("/2010-04-01/Accounts/{account}/Messages/{}", sms.sid);
        let (step, is_done) = (sms.step(now), sms.is_done(now));
        // A Messaging Service picks the sender and cuts the segments after it has answered.
        let is_cut = !matches!(step.status, "accepted" | "scheduled");
        let body = if sms.options.forgets_body && is_done { "" } else { sms.body.as_str() };
        let to = if sms.options.forgets_address && is_done { obfuscated(&sms.to) } else { sms.to.clone() };
        let segments = if is_cut { segments::of(sms) } else { 0 };
        json!({
            "sid": sms.sid,
            "account_sid": account,
            "api_version": "2010-04-01",
            "body": body,
            "from": (is_cut || !sms.options.is_pooled).then_some(&sms.from),
            "to": to,
            "messaging_service_sid": sms.messaging_service_sid,
            "direction": sms.direction,
            "status": step.status,
            "num_segments": segments.to_string(),
            "num_media": sms.media.len().to_string(),
            "price": self.price(sms, step.status),
            "price_unit": "USD",
            "error_code": step.error_code,
            "error_message": step.error_code.map(carrier::message),
            "date_created": dates::rfc2822(sms.created),
            "date_sent": sms.sent(now).map(dates::rfc2822),
            "date_updated": dates::rfc2822(sms.updated(now)),
            "uri": format!("{uri}.json"),
            "subresource_uris": { "media": format!("{uri}/Media.json"), "feedback": format!("{uri}/Feedback.json") },
        })
    }

    /// What it cost: known when it is over, and nothing if it never left.
    fn price(&self, sms: &Sms, status: &str) -> Option<String> {
        let is_billed = matches!(status, "delivered" | "undelivered" | "read" | "received");
        let total = u64::from(self.account.settings.price) * u64::try_from(segments::of(sms)).unwrap_or(1);
        is_billed.then(|| format!("-{}.{:05}", total / 100_000, total % 100_000))
    }
}

/// A number without its last four digits.
fn obfuscated(address: &str) -> String {
    let kept = address.char_indices().rev().nth(3).map_or(0, |(at, _)| at);
    format!("{}XXXX", address.get(..kept).unwrap_or_default())
}

use http::StatusCode;

use super::{
    Outcome, Refusal,
    call::{Call, Parameters},
    form::Form,
    page::Page,
};
use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{dates, records::Sms},
};

const LIST: Parameters = Parameters {
    operation: "GET Messages",
    known: &["To", "From", "DateSent", "DateSent<", "DateSent>", "PageSize", "Page", "PageToken"],
    idle: &[],
};

/// When a message must have been sent, in seconds since 1970, both ends included.
struct Window {
    from: i64,
    until: i64,
}

impl TwilioEmulator {
    /// `GET /2010-04-01/Accounts/{AC}/Messages.json`, newest first.
    pub(crate) fn list_messages(&self, call: &Call) -> Outcome {
        self.check(&call.query, LIST);
        let window = Window::read(&call.query)?;
        let (to, from, now) = (call.query.get("To"), call.query.get("From"), self.desk.wall());
        let is_asked = |sms: &&Sms| {
            to.is_none_or(|to| sms.to == to) && from.is_none_or(|from| sms.from == from) && window.holds(sms, now)
        };
        let all: Vec<_> = self.records().messages.iter().rev().filter(is_asked).cloned().collect();
        let page = Page::cut(all, &call.query, 1_000, |sms| &sms.sid)?;
        self.desk.note(format_args!("twilio GET Messages {}", page.items.len()));
        let items = page.items.iter().map(|sms| self.message(sms)).collect();
        Ok(json_answer(StatusCode::OK, &page.uris(&call.path, "messages", items)))
    }
}

impl Window {
    fn read(query: &Form) -> Result<Self, Refusal> {
        let mut window = Self { from: i64::MIN, until: i64::MAX };
        for name in ["DateSent", "DateSent<", "DateSent>"] {
            let Some(text) = query.get(name) else { continue };
            let invalid =
                || Refusal::invalid(20_001, format!("{name} must be YYYY-MM-DD or an ISO 8601 moment in UTC"));
            let (at, is_day) = dates::read(text).ok_or_else(invalid)?;
            match name {
                "DateSent>" => window.from = window.from.max(at),
                "DateSent<" => window.until = window.until.min(at),
                _ => {
                    let last = if is_day { at + 86_399 } else { at };
                    window = Self { from: window.from.max(at), until: window.until.min(last) };
                }
            }
        }
        Ok(window)
    }

    /// A message that has not left yet was sent at no time at all.
    fn holds(&self, sms: &Sms, now: std::time::SystemTime) -> bool {
        let is_open = self.from == i64::MIN && self.until == i64::MAX;
        is_open || (sms.is_sent(now) && (self.from..=self.until).contains(&dates::seconds(sms.created)))
    }
}

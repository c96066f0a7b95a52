use http::StatusCode;

use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        api::{
            Outcome,
            call::{Call, Parameters},
            page::Page,
        },
        records::Sms,
    },
};

use super::window::Window;

const LIST: Parameters = Parameters {
    operation: "GET Messages",
    known: &["To", "From", "DateSent", "DateSent<", "DateSent>", "PageSize", "Page", "PageToken"],
    idle: &[],
};

impl TwilioEmulator {
    /// `GET /2010-04-01/Accounts/{AC}/Messages.json`, newest first.
    pub(crate) fn list_messages(&self, call: &Call) -> Outcome {
        self.check(&call.query, LIST);
        let window = Window::read(&call.query, "DateSent")?;
        let (to, from, now) = (call.query.get("To"), call.query.get("From"), self.desk.now());
        let is_asked = |sms: &&Sms| {
            to.is_none_or(|to| sms.to == to) && from.is_none_or(|from| sms.from == from) && window.holds(sms.sent(now))
        };
        let all: Vec<_> = self.records().messages.iter().rev().filter(is_asked).cloned().collect();
        let page = Page::cut(all, &call.query, 1_000, |sms| &sms.sid)?;
        self.desk.note(format_args!("twilio GET Messages {}", page.items.len()));
        let items = page.items.iter().map(|sms| self.message(sms)).collect();
        Ok(json_answer(StatusCode::OK, &page.uris(&call.path, "messages", items)))
    }
}

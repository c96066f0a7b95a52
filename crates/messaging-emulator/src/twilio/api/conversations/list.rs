use http::StatusCode;

use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        api::{
            Outcome, Refusal,
            call::{Call, Parameters},
            form::Form,
            page::Page,
        },
        dates,
        records::Conversation,
    },
};

const LIST: Parameters = Parameters {
    operation: "GET Conversations",
    known: &["State", "StartDate", "EndDate", "PageSize", "Page", "PageToken"],
    idle: &[],
};

impl TwilioEmulator {
    /// `GET …/Conversations/{C}`
    pub(crate) fn fetch_conversation(&self, call: &Call, name: &str) -> Outcome {
        let conversation = self.find(call, name)?;
        Ok(json_answer(StatusCode::OK, &self.conversation(&conversation, &call.root)))
    }

    /// `GET …/Conversations`: of these states and these days.
    pub(crate) fn list_conversations(&self, call: &Call) -> Outcome {
        self.check(&call.query, LIST);
        let (state, first, last) = (call.query.get("State"), from(&call.query)?, until(&call.query)?);
        if state.is_some_and(|state| !matches!(state, "active" | "inactive" | "closed" | "initializing")) {
            return Err(Refusal::invalid(50_378, "'State' parameter value is invalid"));
        }
        let is_asked = |conversation: &&Conversation| {
            let created = dates::seconds(conversation.created);
            conversation.service_sid == call.service
                && state.is_none_or(|state| conversation.state == state)
                && first.is_none_or(|first| created >= first)
                && last.is_none_or(|last| created <= last)
        };
        let all: Vec<_> = self.records().conversations.iter().filter(is_asked).cloned().collect();
        let page = Page::cut(all, &call.query, 100, |conversation| &conversation.sid)?;
        let items = page.items.iter().map(|conversation| self.conversation(conversation, &call.root)).collect();
        Ok(json_answer(StatusCode::OK, &page.meta(&self.absolute(&call.path), "conversations", items)))
    }
}

fn from(query: &Form) -> Result<Option<i64>, Refusal> {
    Ok(day(query, "StartDate")?.map(|(seconds, _)| seconds))
}

/// A day is over with its last second.
fn until(query: &Form) -> Result<Option<i64>, Refusal> {
    let end = |(seconds, is_day): (i64, bool)| if is_day { seconds.saturating_add(86_399) } else { seconds };
    Ok(day(query, "EndDate")?.map(end))
}

fn day(query: &Form, name: &str) -> Result<Option<(i64, bool)>, Refusal> {
    let Some(text) = query.get(name) else { return Ok(None) };
    let invalid = || Refusal::invalid(20_422, format!("Invalid Parameter: {name} must be an ISO 8601 date"));
    dates::read(text).map(Some).ok_or_else(invalid)
}

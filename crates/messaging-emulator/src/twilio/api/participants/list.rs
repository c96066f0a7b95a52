use http::StatusCode;

use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::api::{
        Outcome,
        call::{Call, Parameters},
        page::Page,
    },
};

const LIST: Parameters =
    Parameters { operation: "GET Participants", known: &["PageSize", "Page", "PageToken"], idle: &[] };

impl TwilioEmulator {
    /// `GET …/Conversations/{C}/Participants`
    pub(crate) fn list_participants(&self, call: &Call, name: &str) -> Outcome {
        self.check(&call.query, LIST);
        let conversation = self.find(call, name)?;
        let page = Page::cut(conversation.participants.clone(), &call.query, 100, |participant| &participant.sid)?;
        let json = |participant| self.participant(&conversation, participant, &call.root);
        let items = page.items.iter().map(json).collect();
        Ok(json_answer(StatusCode::OK, &page.meta(&self.absolute(&call.path), "participants", items)))
    }

    /// `GET …/Conversations/{C}/Participants/{MB or identity}`
    pub(crate) fn fetch_participant(&self, call: &Call, name: &str, who: &str) -> Outcome {
        let conversation = self.find(call, name)?;
        let participant = conversation.member(who).ok_or_else(|| call.not_found())?;
        Ok(json_answer(StatusCode::OK, &self.participant(&conversation, participant, &call.root)))
    }
}

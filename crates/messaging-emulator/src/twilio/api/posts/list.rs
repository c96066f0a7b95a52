use http::StatusCode;

use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::api::{
        Outcome, Refusal,
        call::{Call, Parameters},
        page::Page,
    },
};

const LIST: Parameters = Parameters {
    operation: "GET Conversations Messages",
    known: &["Order", "PageSize", "Page", "PageToken"],
    idle: &[],
};

impl TwilioEmulator {
    /// `GET …/Conversations/{C}/Messages`, oldest first unless `Order=desc`.
    pub(crate) fn list_posts(&self, call: &Call, name: &str) -> Outcome {
        self.check(&call.query, LIST);
        let mut conversation = self.find(call, name)?;
        let mut all = Vec::from(std::mem::take(&mut conversation.posts));
        match call.query.get("Order") {
            None | Some("asc") => {}
            Some("desc") => all.reverse(),
            Some(_) => return Err(Refusal::invalid(20_422, "Invalid Parameter: Order must be asc or desc")),
        }
        let page = Page::cut(all, &call.query, 100, |post| &post.sid)?;
        self.desk.note(format_args!("twilio GET Conversations Messages {}", page.items.len()));
        let items = page.items.iter().map(|post| self.render(&conversation, post, &call.root)).collect();
        Ok(json_answer(StatusCode::OK, &page.meta(&self.absolute(&call.path), "messages", items)))
    }

    /// `GET …/Conversations/{C}/Messages/{IM}`
    pub(crate) fn fetch_post(&self, call: &Call, name: &str, sid: &str) -> Outcome {
        let conversation = self.find(call, name)?;
        let post = conversation.posts.iter().find(|post| post.sid == sid).ok_or_else(|| call.not_found())?;
        Ok(json_answer(StatusCode::OK, &self.render(&conversation, post, &call.root)))
    }
}

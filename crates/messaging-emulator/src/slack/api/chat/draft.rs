use serde_json::{Value, json};

use super::content::{Content, Length};
use crate::slack::{
    SlackEmulator,
    api::{arguments::Arguments, caller::Caller, error::Refusal, method::CLIENT_MSG_ID},
    grant::TokenKind,
    message::{Author, Draft},
    ts::Ts,
};

impl SlackEmulator {
    /// Reads the arguments of a post as a message.
    pub(super) fn draft(&self, caller: &Caller, arguments: &Arguments, most: Length) -> Result<Draft, Refusal> {
        for flag in ["link_names", "mrkdwn", "unfurl_links", "unfurl_media"] {
            arguments.flag(flag)?;
        }
        if arguments.flag("as_user")? {
            return Err(Refusal::new("as_user_not_supported"));
        }
        if let Some(parse) = arguments.text("parse")?.filter(|parse| !matches!(*parse, "none" | "full")) {
            let message = format!("unsupported value: {parse} [json-pointer:/parse]");
            return Err(Refusal::arguments(&message));
        }
        let thread = arguments.text("thread_ts")?.map(thread).transpose()?;
        let author = match caller.kind {
            TokenKind::User => self.spoken_by(caller),
            _ => author(caller, arguments)?,
        };
        let content = self.content(caller, arguments, most)?;
        if content.is_nothing() {
            return Err(Refusal::new("no_text"));
        }
        let Content { text, read, blocks, attachments, metadata } = content;
        let broadcast = arguments.flag("reply_broadcast")? && thread.is_some();
        let subtype = None;
        let id = arguments.text(CLIENT_MSG_ID)?;
        let extra = id.into_iter().map(|id| (CLIENT_MSG_ID.to_owned(), json!(id))).collect();
        Ok(Draft { author, text, read, blocks, attachments, metadata, thread, broadcast, subtype, extra })
    }
}

impl SlackEmulator {
    /// Whose a message is that says nothing else: a person's token writes as the person.
    pub(in crate::slack::api) fn spoken_by(&self, caller: &Caller) -> Author {
        match caller.kind {
            TokenKind::User => Author::Person { user: caller.user.clone(), client_msg_id: Some(self.client_msg_id()) },
            TokenKind::Bot | TokenKind::Configuration => Author::App { username: None, icons: None },
        }
    }
}

/// Reads the first message of a thread.
pub(in crate::slack::api) fn thread(text: &str) -> Result<Ts, Refusal> {
    let wrong = || Refusal::new("invalid_thread_ts").saying(&format!("{text} is not a valid thread_ts"));
    Ts::read(text).ok_or_else(wrong)
}

/// A name of the message's own; it needs a scope that is easily forgotten, and icons count as well.
pub(crate) fn author(caller: &Caller, arguments: &Arguments) -> Result<Author, Refusal> {
    let name = arguments.text("username")?.map(str::to_owned);
    let (emoji, url) = (arguments.text("icon_emoji")?, arguments.text("icon_url")?);
    if name.is_none() && emoji.is_none() && url.is_none() {
        return Ok(Author::App { username: None, icons: None });
    }
    caller.needs_one(["chat:write.customize"])?;
    let icons: Option<Value> = match (emoji, url) {
        (Some(emoji), _) => Some(json!({ "emoji": emoji })),
        (None, url) => url.map(|url| json!({ "image_48": url })),
    };
    Ok(Author::App { username: name.or_else(|| Some("bot".to_owned())), icons })
}

//! Was it posted to a conversation? By our id in its attributes; where that could not be said, by author and words.

use messaging_core::{
    Result, UnixMillis,
    message::{FindSend, Found, Receipt},
};
use serde_json::Value;

use crate::{
    Twilio,
    chat::{MARK, attributes, written_out},
    client::{JsonText, messages as theirs},
    row, send,
};

/// The most pages of 100 messages read for one answer.
const MAX_PAGES: u32 = 10;

/// What a message that was sent looks like among those of the conversation.
enum Likeness {
    /// It carries our id.
    Marked(String),
    /// Our id could not go along.
    Alike(Box<Alike>),
}

/// What is compared; none is not.
struct Alike {
    author: String,
    body: Option<String>,
    file: Option<String>,
    template: Option<String>,
    attributes: Option<Value>,
}

impl Likeness {
    fn of(twilio: &Twilio, request: &FindSend) -> Result<Self> {
        let attributes = attributes(&request.message, Some(&request.intent))?;
        if attributes.is_marked {
            return Ok(Self::Marked(request.intent.as_str().to_owned()));
        }
        let content = &request.message.content;
        let native = send::native(content)?;
        let template = native.get("ContentSid").map(str::to_owned);
        let (text, file) = written_out(content)?;
        let body = native.get("Body").map_or(text, str::to_owned);
        Ok(Self::Alike(Box::new(Alike {
            author: twilio.author_of(&request.message).to_owned(),
            body: template.is_none().then_some(body),
            file: file.map(str::to_owned).filter(|_| template.is_none()),
            template,
            attributes: attributes.text.and_then(|text| serde_json::from_str(&text).ok()),
        })))
    }

    fn is(&self, found: &theirs::Message) -> bool {
        match self {
            Self::Marked(id) => row::attributes(found).get(MARK).and_then(Value::as_str) == Some(id),
            Self::Alike(alike) => alike.is(found),
        }
    }
}

impl Alike {
    fn is(&self, found: &theirs::Message) -> bool {
        let words = |text: Option<&str>| text.unwrap_or_default().trim().to_owned();
        let files = || found.media.iter().flatten().filter_map(|file| file.sid.as_deref());
        found.author.as_deref() == Some(self.author.as_str())
            && self.template.as_deref().is_none_or(|sid| found.content_sid.as_deref() == Some(sid))
            && self.body.as_deref().is_none_or(|body| words(Some(body)) == words(found.body.as_deref()))
            && self.file.as_deref().is_none_or(|file| files().any(|sid| sid == file))
            && self
                .attributes
                .as_ref()
                .is_none_or(|own| found.attributes.as_ref().and_then(JsonText::value).as_ref() == Some(own))
    }
}

impl Twilio {
    /// Looks through the conversation, newest first, until it is older than the send.
    ///
    /// Of those that are alike, the ones in `known` are accounted for; the oldest of the others is taken for it.
    pub(crate) async fn find_chat(&self, sid: &str, request: &FindSend, since: UnixMillis) -> Result<Found> {
        let (client, likeness) = (self.client(), Likeness::of(self, request)?);
        let list = theirs::List::new(sid).order(theirs::Order::Descending).page_size(100_u32);
        let (mut found, mut link) = (None, None);
        for _ in 0..MAX_PAGES {
            let page = client.page(&list, link.as_deref()).await?;
            let is_older = |message: &theirs::Message| row::created(message).is_some_and(|at| at < since);
            let is_end = page.items.last().is_some_and(is_older);
            let is_known = |message: &theirs::Message| request.known.iter().any(|id| id.as_str() == message.sid);
            let is_it = |message: &theirs::Message| match &likeness {
                Likeness::Marked(_) => likeness.is(message),
                Likeness::Alike(_) => !is_older(message) && !is_known(message) && likeness.is(message),
            };
            found = page.items.into_iter().rfind(is_it).map(|message| message.sid).or(found);
            match page.next {
                Some(next) if !is_end && (found.is_none() || matches!(likeness, Likeness::Alike(_))) => {
                    link = Some(next);
                }
                _ => return Ok(found.map_or(Found::DidNot, |sid| Found::Happened(Receipt::of(sid)))),
            }
        }
        Ok(found.map_or(Found::CannotTell, |sid| Found::Happened(Receipt::of(sid))))
    }
}

use std::time::SystemTime;

use bytes::Bytes;
use messaging_core::{
    Delivery, DeliveryStatus, Error, ErrorKind, Event, EventKind, Keyword, Place, PublicUrl, Result, SendMessage,
    UnixMillis,
    capability::{Inline, Received, Reply, Webhooks},
    event::Stop,
    message::{Author, Message},
};
use serde::Deserialize;
use serde_json::json;

use super::{Toy, signature};

/// A callback as it is on the wire.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(super) enum Callback {
    Message { key: String, conversation: String, index: Option<u64>, text: String, at: Option<i64> },
    Stopped { key: String, conversation: String },
    Keyword { key: String, conversation: String, keyword: Keyword },
    Delivered { key: String, conversation: String, intent: String, id: String },
}

impl Webhooks for Toy {
    fn receive(&self, request: &http::Request<Bytes>, _: &PublicUrl, now: SystemTime) -> Result<Received> {
        signature::verify(&self.secret, request.headers(), request.body(), now)?;
        let callback = serde_json::from_slice(request.body())
            .map_err(|cause| Error::new(ErrorKind::Invalid, format!("unreadable callback: {cause}")))?;
        let asks = matches!(callback, Callback::Message { .. });
        let events = vec![event(callback)];
        Ok(match self.waits.filter(|_| asks) {
            Some(deadline) => {
                let inline = Inline { deadline, word: Box::new(word) };
                Received::Inline { events, reply: Box::new(|_| Reply::empty()), inline }
            }
            None => Received::store(events, Reply::empty()),
        })
    }
}

/// Most replies the platform takes inside one answer.
const MOST: usize = 10;

/// The replies as the platform takes them inside the answer.
fn word(replies: &[SendMessage]) -> Option<Reply> {
    let texts: Vec<_> = replies.iter().map(|reply| reply.content.text.as_str()).collect();
    (texts.len() <= MOST).then(|| Reply::body("application/json", json!({ "replies": texts }).to_string()))
}

pub(super) fn room(name: String) -> Place {
    Place::new("room", [name])
}

pub(super) fn event(callback: Callback) -> Event {
    match callback {
        Callback::Message { key, conversation, index, text, at } => {
            let message = Message::new(key.as_str(), Author::new(conversation.as_str()), text);
            let event = Event::new(key, room(conversation), EventKind::MessageAdded(message));
            let event = index.into_iter().fold(event, Event::in_sequence);
            at.map(UnixMillis).into_iter().fold(event, Event::at)
        }
        Callback::Stopped { key, conversation } => {
            let stop = Stop::new(Author::new(conversation.as_str()), Vec::new());
            Event::new(key, room(conversation), EventKind::Stopped(stop))
        }
        Callback::Keyword { key, conversation, keyword } => {
            let message = Message::new(key.as_str(), Author::new(conversation.as_str()), key.as_str());
            Event::new(key, room(conversation), EventKind::MessageAdded(message)).with_keyword(keyword)
        }
        Callback::Delivered { key, conversation, intent, id } => {
            let mut delivery = Delivery::new(id, DeliveryStatus::Delivered);
            delivery.intent = (!intent.is_empty()).then(|| intent.into());
            Event::new(key, room(conversation), EventKind::Delivery(delivery))
        }
    }
}

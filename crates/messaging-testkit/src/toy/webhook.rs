use std::time::SystemTime;

use bytes::Bytes;
use messaging_core::{
    Delivery, DeliveryStatus, Error, ErrorKind, Event, EventKind, Place, PublicUrl, Result,
    capability::{Received, Reply, Webhooks},
    message::{Author, Message},
};
use serde::Deserialize;

use super::{Toy, signature};

/// A callback as it is on the wire.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Callback {
    Message { key: String, conversation: String, index: u64, text: String },
    Delivered { key: String, conversation: String, intent: String, id: String },
}

impl Webhooks for Toy {
    fn receive(&self, request: &http::Request<Bytes>, _: &PublicUrl, now: SystemTime) -> Result<Received> {
        signature::verify(&self.secret, request.headers(), request.body(), now)?;
        let callback = serde_json::from_slice(request.body())
            .map_err(|cause| Error::new(ErrorKind::Invalid, format!("unreadable callback: {cause}")))?;
        Ok(Received::store(vec![event(callback)], Reply::empty()))
    }
}

fn event(callback: Callback) -> Event {
    let room = |name: String| Place::new("room", [name]);
    match callback {
        Callback::Message { key, conversation, index, text } => {
            let message = Message::new(key.as_str(), Author::new(conversation.as_str()), text);
            Event::new(key, room(conversation), EventKind::MessageAdded(message)).in_sequence(index)
        }
        Callback::Delivered { key, conversation, intent, id } => {
            let mut delivery = Delivery::new(id, DeliveryStatus::Delivered);
            delivery.intent = Some(intent.into());
            Event::new(key, room(conversation), EventKind::Delivery(delivery))
        }
    }
}

//! What the emulated vendor has on record of the texts that the app sent.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use base64::{Engine, engine::general_purpose::STANDARD};
use messaging_http::Transport;

use crate::console::get;

/// Every text that the app sent, as the emulator's public API shows them. It forgets the oldest of 10,000: whoever lets
/// more be written reads now and then.
#[derive(Debug)]
pub struct Records {
    client: Transport,
    base: String,
    first: String,
    authorization: String,
    /// By their names.
    texts: Mutex<BTreeMap<String, String>>,
}

impl Records {
    /// Reads nothing yet.
    pub(super) fn of(emulator: &BTreeMap<String, String>, client: Transport) -> Self {
        let account = &emulator["TWILIO_ACCOUNT_SID"];
        let basic = STANDARD.encode(format!("{account}:{}", emulator["TWILIO_AUTH_TOKEN"]));
        Self {
            client,
            base: emulator["TWILIO_BASE_URL"].clone(),
            first: format!("/2010-04-01/Accounts/{account}/Messages.json?PageSize=1000"),
            authorization: format!("Basic {basic}"),
            texts: Mutex::default(),
        }
    }

    /// Reads what has been sent since the last time: the newest come first, so a page that is known ends it.
    ///
    /// # Panics
    /// The emulator does not answer.
    pub async fn read(&self) {
        let mut next = Some(self.first.clone());
        while let Some(path) = next {
            let page = get(&self.client, &format!("{}{path}", self.base), &self.authorization).await.expect("a page");
            let mut texts = self.texts.lock().unwrap_or_else(PoisonError::into_inner);
            let known = texts.len();
            for message in page["messages"].as_array().expect("a list") {
                if message["direction"] == "outbound-api" {
                    let text = |field: &str| message[field].as_str().expect("a text").to_owned();
                    texts.insert(text("sid"), text("body"));
                }
            }
            next = page["next_page_uri"].as_str().filter(|_| texts.len() > known).map(str::to_owned);
        }
    }

    /// Every text, with how often it was sent.
    #[must_use]
    pub fn sent(&self) -> BTreeMap<String, usize> {
        let mut sent = BTreeMap::new();
        for text in self.texts.lock().unwrap_or_else(PoisonError::into_inner).values() {
            *sent.entry(text.clone()).or_default() += 1;
        }
        sent
    }
}

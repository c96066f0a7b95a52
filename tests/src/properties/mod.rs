//! What holds whatever comes in: for every parser and verifier one function, which is told bytes and panics if it does
//! not hold.
//!
//! The ordinary run calls them with seeded bytes (`tests/tests/properties.rs`), fuzzers with theirs (`fuzz`).

mod access_token;
mod address;
mod agent;
mod events;
mod place;
mod settings;
mod shown;
mod slack;
mod text;
mod twilio;
mod twiml;

use std::{cell::RefCell, future::Future};

use tokio::runtime::{Builder, Runtime};

/// One of them.
#[derive(Clone, Copy, Debug)]
pub struct Property {
    /// What it is called, as its fuzz target is.
    pub name: &'static str,
    /// Panics if it does not hold for these bytes.
    pub check: fn(&[u8]),
    /// Bytes to begin with. Where it takes several texts, a NUL is between them.
    pub seeds: &'static [&'static str],
}

/// All of them.
pub const ALL: [Property; 15] = [
    Property { name: "twilio_webhook", check: twilio::webhook, seeds: twilio::WEBHOOKS },
    Property { name: "twilio_url", check: twilio::url, seeds: twilio::URLS },
    Property { name: "twilio_body_hash", check: twilio::body_hash, seeds: twilio::BODIES },
    Property { name: "slack_signature", check: slack::signature, seeds: slack::SIGNATURES },
    Property { name: "slack_event", check: slack::event, seeds: slack::EVENTS },
    Property { name: "slack_interaction", check: slack::interaction, seeds: slack::INTERACTIONS },
    Property { name: "place", check: place::place, seeds: place::PLACES },
    Property { name: "slack_message", check: shown::slack_message, seeds: text::TEXTS },
    Property { name: "text", check: text::text, seeds: text::TEXTS },
    Property { name: "twiml", check: twiml::twiml, seeds: text::TEXTS },
    Property { name: "agent_stream", check: agent::stream, seeds: agent::STREAMS },
    Property { name: "settings", check: settings::settings, seeds: settings::FILES },
    Property { name: "access_token", check: access_token::access_token, seeds: access_token::IDENTITIES },
    Property { name: "media_address", check: address::media, seeds: address::NAMES },
    Property { name: "chat_cursor", check: address::cursor, seeds: address::CURSORS },
];

/// Checks the one that is called `name`.
///
/// # Panics
/// It does not hold, or there is none.
pub fn check(name: &str, data: &[u8]) {
    let property = ALL.iter().find(|property| property.name == name).expect("a property of this name");
    (property.check)(data);
}

/// The texts between NULs; the last takes the rest.
fn pieces<const N: usize>(data: &[u8]) -> [&[u8]; N] {
    let mut pieces = data.splitn(N, |byte| *byte == 0);
    std::array::from_fn(|_| pieces.next().unwrap_or_default())
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Runs what waits for nothing outside.
fn run<T>(work: impl Future<Output = T>) -> T {
    thread_local! {
        static RUNTIME: RefCell<Runtime> =
            RefCell::new(Builder::new_current_thread().enable_time().build().expect("a runtime"));
    }
    RUNTIME.with_borrow(|runtime| runtime.block_on(work))
}

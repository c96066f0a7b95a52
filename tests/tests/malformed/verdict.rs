//! What must hold of every answer.

use std::{
    panic::AssertUnwindSafe,
    time::{Duration, Instant},
};

use axum::body::Body;
use futures_util::FutureExt;
use http::{Response, header};
use http_body_util::BodyExt;

use crate::{door::Door, draft::Draft, seal::covered, site::Site};

/// How long Slack waits, in seconds; everybody else waits longer.
const PATIENCE: u64 = 3;
/// What no request may take of a processor, in real seconds.
const SLOWEST: u64 = 5;
/// How much of an answer is looked at, in bytes.
const READ: usize = 1 << 20;

/// What was done to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Nothing.
    Honest,
    /// It was spoiled by somebody who can sign.
    Signed,
    /// It was spoiled after it was signed.
    Forged,
}

/// Asks, and says what is wrong with the answer.
pub(crate) async fn judge(site: &Site, kind: Kind, draft: &Draft, original: &Draft) -> Result<u16, String> {
    let Some(request) = draft.request() else { return Err("it cannot be asked".into()) };
    let before = stored(site).await;
    let started = Instant::now();
    let asked = tokio::time::timeout(Duration::from_secs(PATIENCE), site.ask(draft.door, request));
    let answered = AssertUnwindSafe(asked).catch_unwind().await.map_err(|_| "it panicked".to_owned())?;
    let response = answered.map_err(|_| format!("no answer within {PATIENCE} s"))?;
    let status = response.status().as_u16();
    let said = read(response).await;
    let took = started.elapsed().as_secs();
    let came = stored(site).await - before;

    if took >= SLOWEST {
        return Err(format!("{status} after {took} s of work"));
    }
    if status >= 500 {
        return Err(format!("{status}: {}", String::from_utf8_lossy(&said)));
    }
    if let Some(secret) = site.secrets().iter().find(|secret| holds(&said, secret.as_bytes())) {
        return Err(format!("{status}, and the answer says `{secret}`"));
    }
    let is_good = (200..300).contains(&status);
    if came > 0 && !is_good {
        return Err(format!("{status}, and {came} came in"));
    }
    if kind == Kind::Honest && (status, came) != (draft.door.welcome(), draft.door.brings()) {
        return Err(format!("honest, and {status}: {} ({came} came in)", String::from_utf8_lossy(&said)));
    }
    if kind == Kind::Forged && covered(draft) != covered(original) {
        if is_good && draft.door.is_locked() && !is_open(draft) {
            return Err(format!("{status} without a proof"));
        }
        if came > 0 && draft.door != Door::ChatMessage {
            return Err(format!("{status}, and {came} came in without a proof"));
        }
    }
    Ok(status)
}

/// Where nothing is behind the door: a preflight, the console's page, and Slack's look at a certificate.
fn is_open(draft: &Draft) -> bool {
    let form =
        if draft.method == "GET" { draft.query.clone().unwrap_or_default().into_bytes() } else { draft.body.clone() };
    let is_check = form_urlencoded::parse(&form).any(|(name, value)| name == "ssl_check" && value == "1");
    draft.method == "OPTIONS" || (draft.door.is_consoles() && draft.path == "/") || is_check
}

async fn stored(site: &Site) -> u64 {
    let counts = site.counts().await;
    counts.accepted + counts.noted + counts.duplicates
}

/// What an answer says, head and body; of a stream what comes at once.
async fn read(response: Response<Body>) -> Vec<u8> {
    let (head, mut body) = response.into_parts();
    let mut said = format!("{:?} ", head.headers).into_bytes();
    let is_stream = head.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/event-stream");
    let patience = Duration::from_millis(if is_stream { 1 } else { 3_000 });
    while let Ok(Some(Ok(frame))) = tokio::time::timeout(patience, body.frame()).await {
        said.extend(frame.into_data().unwrap_or_default());
        if said.len() > READ {
            break;
        }
    }
    said
}

fn holds(text: &[u8], word: &[u8]) -> bool {
    text.windows(word.len()).any(|window| window == word)
}

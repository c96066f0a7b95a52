//! How fast texts leave, and what is repeated: the shipped Twilio provider behind the standard stack.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Arc, Mutex},
    time::Duration,
};

use bytes::Bytes;
use http::{Request, Response};
use messaging_core::{ErrorKind, Messenger, Reached, SendMessage};
use messaging_http::{Transport, TransportError};
use messaging_resilience::{Policy, standard};
use messaging_twilio::{Twilio, TwilioConfig, conversation, direct};
use serde_json::json;
use tokio::time::Instant;

const AC: &str = "AC00000000000000000000000000000001";

/// A Twilio that answers as told, then says yes to everything, and remembers when it was asked by whom.
#[derive(Clone)]
struct Far {
    answers: Arc<Mutex<VecDeque<(u16, u32)>>>,
    asked: Arc<Mutex<Vec<(String, u64)>>>,
    started: Instant,
}

impl Far {
    fn new(answers: impl IntoIterator<Item = (u16, u32)>) -> Self {
        Self {
            answers: Arc::new(Mutex::new(answers.into_iter().collect())),
            asked: Arc::default(),
            started: Instant::now(),
        }
    }

    fn messenger(&self, rates: &[(&str, f64)]) -> (Twilio, Messenger) {
        let far = self.clone();
        let transport = Transport::new(tower::service_fn(move |request: Request<Bytes>| {
            let answer = far.answer(&request);
            async move { Ok::<_, TransportError>(answer) }
        }));
        let mut config = TwilioConfig::new(AC, "token");
        config.sender_rates = rates.iter().map(|(sender, rate)| ((*sender).to_owned(), *rate)).collect();
        let twilio = Twilio::new(config, transport).unwrap();
        (twilio.clone(), standard(Messenger::new(twilio), &Policy::default().with_seed(1)))
    }

    fn answer(&self, request: &Request<Bytes>) -> Response<Bytes> {
        let form: BTreeMap<_, _> = form_urlencoded::parse(request.body()).into_owned().collect();
        let from = form.get("From").or(form.get("Author")).cloned().unwrap_or_default();
        let mut asked = self.asked.lock().unwrap();
        asked.push((from, u64::try_from(self.started.elapsed().as_millis()).unwrap()));
        let (status, code) = self.answers.lock().unwrap().pop_front().unwrap_or((201, 0));
        let body = if status == 201 {
            json!({ "sid": format!("SM{:032}", asked.len()) })
        } else {
            json!({ "code": code, "message": "no" })
        };
        let response = Response::builder().status(status).header("Twilio-Concurrent-Requests", asked.len().to_string());
        response.body(body.to_string().into()).unwrap()
    }

    /// When somebody's requests came, in milliseconds.
    fn times(&self, from: &str) -> Vec<u64> {
        self.asked.lock().unwrap().iter().filter(|(by, _)| by == from).map(|(_, at)| *at).collect()
    }
}

async fn send_all(messenger: &Messenger, message: SendMessage, count: usize) {
    let sends: Vec<_> = (0..count)
        .map(|_| {
            tokio::spawn({
                let (messenger, message) = (messenger.clone(), message.clone());
                async move { messenger.send(message).await.map(drop) }
            })
        })
        .collect();
    for send in sends {
        send.await.unwrap().unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn a_sender_starts_a_minute_s_worth_and_then_keeps_its_rate() {
    let far = Far::new([]);
    let (_, messenger) = far.messenger(&[("+15550100002", 2.0)]);
    send_all(&messenger, SendMessage::new(direct("+15550100001", "+15550100777"), "hi"), 63).await;
    let times = far.times("+15550100001");
    assert_eq!((times[59], &times[60..]), (0, &[1_000, 2_000, 3_000][..]));
    // Another sender, with a rate of its own, does not wait for the first.
    let before = u64::try_from(far.started.elapsed().as_millis()).unwrap();
    send_all(&messenger, SendMessage::new(direct("+15550100002", "+15550100777"), "hi"), 122).await;
    let times: Vec<_> = far.times("+15550100002").into_iter().map(|at| at - before).collect();
    assert_eq!((times[119], &times[120..]), (0, &[500, 1_000][..]));
}

#[tokio::test(start_paused = true)]
async fn a_conversation_takes_thirty_changes_a_second() {
    let far = Far::new([]);
    let (_, messenger) = far.messenger(&[]);
    send_all(&messenger, SendMessage::new(conversation("CH00000000000000000000000000000002"), "hi"), 60).await;
    let times = far.times("assistant");
    assert_eq!(times[29], 0);
    assert!((950..=1_050).contains(&times[59]), "{times:?}");
}

#[tokio::test(start_paused = true)]
async fn what_was_never_looked_at_is_repeated_and_what_is_in_doubt_is_not() {
    let message = || SendMessage::new(direct("+15550100001", "+15550100777"), "hi");
    for refused in [(429, 20_429), (503, 20_429), (400, 20_429), (429, 50_063)] {
        let far = Far::new([refused, refused]);
        let (twilio, messenger) = far.messenger(&[]);
        messenger.send(message()).await.unwrap();
        assert_eq!(far.times("+15550100001").len(), 3, "{refused:?}");
        assert_eq!(twilio.concurrent_requests(), Some(3));
    }
    for doubtful in [(500, 20_500), (503, 20_503), (502, 0)] {
        let far = Far::new([doubtful]);
        let error = far.messenger(&[]).1.send(message()).await.unwrap_err();
        assert_eq!((error.kind(), error.reached()), (ErrorKind::Unavailable, Reached::MaybeSent));
        assert_eq!(far.times("+15550100001").len(), 1, "{doubtful:?}");
    }
    let far = Far::new([(400, 21_610)]);
    let error = far.messenger(&[]).1.send(message()).await.unwrap_err();
    assert_eq!((error.reached(), far.times("+15550100001").len()), (Reached::Answered, 1));
    assert!(far.started.elapsed() < Duration::from_secs(60));
}

use std::time::Duration;

use bytes::Bytes;
use http::Response;
use messaging_http::TransportError;
use tokio::{
    sync::oneshot,
    time::{Instant, sleep, sleep_until, timeout_at},
};

use crate::TwilioEmulator;

/// The pause before the one retry; Twilio does not document it.
const PAUSE: Duration = Duration::from_millis(500);

/// The largest answer that is read, in bytes (error 11750).
const LARGEST_ANSWER: usize = 64 * 1024;

/// One thing to tell the application.
#[derive(Debug)]
pub(crate) struct Callback {
    /// What it is, for the journal.
    pub(crate) label: String,
    pub(crate) url: String,
    pub(crate) params: Vec<(&'static str, String)>,
    /// How long it waits before it is told.
    pub(crate) after: Duration,
    /// How long the application may take, connection included.
    pub(crate) patience: Duration,
    /// Whether it is told again if there was no connection.
    pub(crate) retries: bool,
    /// What a person wrote, if that is what it tells.
    pub(crate) written: Option<String>,
    /// Person and number of ours, if the answer is `TwiML`.
    pub(crate) replies: Option<(String, String)>,
}

/// What came of telling.
#[derive(Clone, Debug, Default)]
pub(crate) struct Delivery {
    pub(crate) status: Option<u16>,
    pub(crate) took: Duration,
    pub(crate) trouble: Option<String>,
}

/// What came of telling once.
enum Told {
    Heard(Response<Bytes>),
    TimedOut,
    NoConnection,
    Failed(String),
}

impl TwilioEmulator {
    /// Tells the application in a task of its own; the receiver hears what came of it.
    pub(crate) fn deliver(&self, callback: Callback) -> oneshot::Receiver<Delivery> {
        self.desk.truth().open += 1;
        let (done, heard) = oneshot::channel();
        let emulator = self.clone();
        tokio::spawn(async move {
            sleep(callback.after + emulator.lateness()).await;
            let token = emulator.uuid();
            let started = Instant::now();
            let mut delivery = emulator.tell(&callback, &token).await;
            delivery.took = started.elapsed();
            emulator.desk.truth().open -= 1;
            // Whoever asked may have gone.
            let _ = done.send(delivery);
            if emulator.desk.strikes(emulator.desk.plan().duplicate) {
                sleep(emulator.desk.between(0, 20_000)).await;
                emulator.tell(&callback, &token).await;
            }
        });
        heard
    }

    fn lateness(&self) -> Duration {
        if self.desk.strikes(self.desk.plan().reorder) {
            self.desk.between(0, 1_500)
        } else if self.is_live() {
            Duration::ZERO
        } else {
            self.desk.between(0, 30)
        }
    }

    /// Tells, and once more if there was no connection. Nothing else is a reason: not a 5xx, not a silence.
    async fn tell(&self, callback: &Callback, token: &str) -> Delivery {
        let mut told = self.tell_once(callback, token).await;
        if callback.retries && matches!(told, Told::NoConnection) {
            sleep(PAUSE).await;
            told = self.tell_once(callback, token).await;
        }
        match told {
            Told::Heard(response) => {
                let status = response.status();
                if status.is_success() {
                    self.acknowledge(callback);
                    if let Some((person, ours)) = &callback.replies {
                        self.obey_twiml(&response, person, ours);
                    }
                }
                Delivery { status: Some(status.as_u16()), ..Delivery::default() }
            }
            Told::TimedOut => trouble("no answer in time (11205)"),
            Told::NoConnection => trouble("no connection (11205)"),
            Told::Failed(cause) => trouble(cause),
        }
    }

    async fn tell_once(&self, callback: &Callback, token: &str) -> Told {
        let Some(request) = self.signed(callback, token) else {
            return Told::Failed("the webhook's URL cannot be called (11100): give an absolute http(s) URL".to_owned());
        };
        if let Some(text) = &callback.written {
            let now = self.desk.now();
            self.desk.truth().written.entry(text.clone()).or_default().told.get_or_insert(now);
        }
        let deadline = Instant::now() + callback.patience;
        let answer = timeout_at(deadline, self.desk.call(request)).await;
        let told = match answer {
            Ok(Ok(_)) if self.desk.strikes(self.desk.plan().deaf) => {
                sleep_until(deadline).await;
                Told::TimedOut
            }
            Ok(Ok(response)) if response.body().len() > LARGEST_ANSWER => {
                Told::Failed("the answer is larger than 64 kB (11750)".to_owned())
            }
            Ok(Ok(response)) => Told::Heard(response),
            Ok(Err(error)) if error.timed_out => Told::TimedOut,
            Ok(Err(error)) if is_unsent(&error) => Told::NoConnection,
            Ok(Err(error)) => Told::Failed(error.message),
            Err(_) => Told::TimedOut,
        };
        self.desk.note(format_args!("twilio tell {} {}", callback.label, told.word()));
        told
    }

    /// The application said yes, and Twilio heard it.
    fn acknowledge(&self, callback: &Callback) {
        if let Some(text) = &callback.written {
            let now = self.desk.now();
            self.desk.truth().written.entry(text.clone()).or_default().acknowledged.get_or_insert(now);
        }
    }
}

impl Told {
    fn word(&self) -> String {
        match self {
            Self::Heard(response) => response.status().as_u16().to_string(),
            Self::TimedOut => "timed out".to_owned(),
            Self::NoConnection => "no connection".to_owned(),
            Self::Failed(cause) => cause.clone(),
        }
    }
}

fn trouble(cause: impl Into<String>) -> Delivery {
    Delivery { trouble: Some(cause.into()), ..Delivery::default() }
}

/// Whether no byte left. What broke later is no failed connection, and Twilio does not try again.
fn is_unsent(error: &TransportError) -> bool {
    error.reached == TransportError::not_sent("").reached
}

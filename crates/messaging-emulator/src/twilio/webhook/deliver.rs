use tokio::{
    sync::oneshot,
    time::{Duration, Instant, sleep},
};

use super::{
    Callback, Delivery, Says, Target,
    attempt::{PAUSE, Told},
    overrides::Overrides,
};
use crate::TwilioEmulator;

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

    /// Tells, as often as the URL's fragment allows, and then the fallback, which hears what was wrong.
    async fn tell(&self, callback: &Callback, token: &str) -> Delivery {
        let mut told = self.try_target(callback, &callback.target, &callback.says, token).await;
        let mut delivery = self.conclude(callback, &told).await;
        if let (Some(code), Some(fallback), Says::Form(parameters)) = (delivery.1, &callback.fallback, &callback.says) {
            let mut parameters = parameters.clone();
            let failed = callback.target.url.split('#').next().unwrap_or_default().to_owned();
            parameters.extend([("ErrorCode".to_owned(), code.to_string()), ("ErrorUrl".to_owned(), failed)]);
            told = self.try_target(callback, fallback, &Says::Form(parameters), token).await;
            delivery = self.conclude(callback, &told).await;
        }
        delivery.0
    }

    /// Tells one target: the first try, and those that its fragment allows.
    pub(crate) async fn try_target(&self, callback: &Callback, target: &Target, says: &Says, token: &str) -> Told {
        let overrides = Overrides::read(&target.url, callback.product);
        let end = Instant::now() + overrides.total;
        let mut retries = overrides.retries;
        loop {
            if let Some(text) = &callback.written {
                let now = self.desk.now();
                self.desk.truth().written.entry(text.clone()).or_default().told.get_or_insert(now);
            }
            let deadline = end.min(Instant::now() + overrides.attempt);
            let told = self.attempt(target, says, token, deadline).await;
            self.desk.note(format_args!("twilio tell {} {}", callback.label, told.word()));
            if retries == 0 || !overrides.allows(told.reason()) || Instant::now() + PAUSE >= end {
                return told;
            }
            retries -= 1;
            sleep(PAUSE).await;
        }
    }

    /// Takes the answer: a yes is noted and its `TwiML` obeyed. Returns the code of what was wrong, too.
    async fn conclude(&self, callback: &Callback, told: &Told) -> (Delivery, Option<u32>) {
        let mut code = told.code();
        if told.is_success() {
            self.acknowledge(callback);
        }
        let mut delivery = Delivery { trouble: told.trouble(), ..Delivery::default() };
        if let Told::Heard(response, url) = told {
            delivery.status = Some(response.status().as_u16());
            if let (true, Some(pair)) = (told.is_success(), &callback.replies) {
                code = self.obey_twiml(response, url, callback, pair).await.err();
            }
        }
        if let Some(code) = code {
            self.alert(code, &callback.label, &callback.target.url);
        }
        (delivery, code)
    }

    /// The application said yes, and Twilio heard it.
    fn acknowledge(&self, callback: &Callback) {
        if let Some(text) = &callback.written {
            let now = self.desk.now();
            self.desk.truth().written.entry(text.clone()).or_default().acknowledged.get_or_insert(now);
        }
    }
}

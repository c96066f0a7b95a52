//! The shipped Slack provider against the shipped Slack emulator, for the simulated world: over HTTP and over Socket Mode.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use messaging_core::{Clock, Messenger};
use messaging_emulator::{FaultPlan, Journal, Shown, SlackEmulator, SlackSettings, Truth, slack::SlackDelivery};
use messaging_http::Transport;
use messaging_slack::{Slack, SlackConfig};
use messaging_testkit::Pair;

use crate::{reset::reset, twice::twice};

/// What is broken on purpose between gateway and Slack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plant {
    /// Nothing.
    Nothing,
    /// Every message is posted twice.
    DoublePost,
    /// Webhooks are verified with another secret.
    WrongSecret,
    /// One answer in ten to a message that was carried is lost: the connection is reset.
    Resets,
}

/// How the app is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// At a URL of its own.
    Http,
    /// Over connections that every node opens.
    SocketMode,
}

/// People of one workspace. The first conversation is direct messages; the others are threads, some of them in direct
/// messages, and begin with a mention where there is a channel.
#[derive(Debug)]
pub struct SlackPair {
    emulator: SlackEmulator,
    way: Way,
    plant: Plant,
    seed: u64,
    journal: Journal,
    /// The root of each conversation that is a thread, and what was written there.
    roots: Mutex<BTreeMap<usize, Root>>,
}

#[derive(Clone, Debug)]
struct Root {
    channel: String,
    ts: String,
    text: String,
}

/// Makes the pair of one world; every identifier comes from the seed.
pub fn slack(way: Way, plant: Plant) -> impl Fn(FaultPlan, u64, Journal) -> Arc<dyn Pair> + Send + Sync + 'static {
    move |plan, seed, journal| {
        let mut settings = SlackSettings::generated(seed);
        "http://slack.test".clone_into(&mut settings.base_url);
        match way {
            Way::Http => settings.events_url = Some("http://gateway.test/webhooks/slack".into()),
            Way::SocketMode => settings.app.delivery = SlackDelivery::Socket,
        }
        let emulator = SlackEmulator::new(settings, plan, seed, journal.clone());
        Arc::new(SlackPair { emulator, way, plant, seed, journal, roots: Mutex::default() })
    }
}

impl SlackPair {
    /// The way to Slack's API, with a defect in it if there is to be one.
    fn api(&self) -> Transport {
        let api = self.emulator.api();
        match self.plant {
            Plant::DoublePost => twice(api, "/chat.postMessage"),
            Plant::Resets => reset(api, "/chat.postMessage", 100, self.seed, self.journal.clone()),
            _ => api,
        }
    }

    /// The thread of a conversation and what to write there. A thread of a channel begins with a mention; what comes
    /// after it mentions the app too until Slack was told that the first was heard: Slack may tell them in any order, and
    /// a reply in a thread that is nobody's yet is said to nobody.
    fn in_thread(&self, conversation: usize, channel: &str, text: &str) -> (Option<String>, String) {
        let mut roots = self.roots.lock().unwrap_or_else(PoisonError::into_inner);
        let settings = self.emulator.settings();
        let mention = format!("@bot {text}");
        match roots.get(&conversation) {
            Some(root) => {
                let is_heard = |root: &Root| {
                    let truth = self.emulator.truth();
                    truth.written.get(&root.text).is_some_and(|written| written.acknowledged.is_some())
                };
                let needs_mention = channel == settings.channel && !is_heard(root);
                (Some(root.ts.clone()), if needs_mention { mention } else { text.to_owned() })
            }
            None if channel == settings.channel => (None, mention),
            // What begins a thread in direct messages is in the lane of direct messages: it is said before.
            None => {
                let text_of_root = format!("topic {conversation}");
                let ts = self.emulator.write(&settings.user_id, channel, &text_of_root, None).expect("a member");
                let root = Root { channel: channel.to_owned(), ts: ts.clone(), text: text_of_root };
                roots.insert(conversation, root);
                (Some(ts), text.to_owned())
            }
        }
    }
}

impl Pair for SlackPair {
    fn account(&self) -> &'static str {
        "slack"
    }

    fn provider(&self, _: Clock) -> Messenger {
        let settings = self.emulator.settings();
        let config = match self.way {
            Way::Http if self.plant == Plant::WrongSecret => SlackConfig::new(settings.bot_token.as_str(), "another"),
            Way::Http => SlackConfig::new(settings.bot_token.as_str(), &settings.signing_secret),
            Way::SocketMode => SlackConfig::socket_mode(settings.bot_token.clone(), settings.app.app_token.clone()),
        };
        let slack = Slack::new(config.with_base_url("http://slack.test"), self.api()).expect("sound settings");
        Messenger::new(slack.with_dialer(self.emulator.dialer()))
    }

    fn connect(&self, gateway: Transport) {
        self.emulator.connect(gateway);
    }

    fn write(&self, conversation: usize, _: u64, text: &str) {
        let settings = self.emulator.settings();
        let channel = if conversation.is_multiple_of(2) { &settings.dm_channel } else { &settings.channel };
        let (thread, said) = match conversation {
            0 => (None, text.to_owned()),
            _ => self.in_thread(conversation, channel, text),
        };
        let ts = self.emulator.write(&settings.user_id, channel, &said, thread.as_deref()).expect("a member");
        let mut roots = self.roots.lock().unwrap_or_else(PoisonError::into_inner);
        if conversation > 0 {
            roots.entry(conversation).or_insert(Root { channel: channel.to_owned(), ts, text: said });
        }
    }

    /// A place is a channel, or a thread of it: what is said beside its thread is said in the wrong place.
    fn truth(&self) -> Truth {
        let mut truth = self.emulator.truth();
        let roots = self.roots.lock().unwrap_or_else(PoisonError::into_inner);
        // Slack names a message within its channel: two that are written at once have one name.
        let is_root = |shown: &Shown| {
            let channel = shown.place.rsplit(':').next();
            roots.values().any(|root| root.ts == shown.id && channel == Some(root.channel.as_str()))
        };
        for shown in &mut truth.shown {
            let thread = shown.thread.clone().or_else(|| is_root(shown).then(|| shown.id.clone()));
            if let Some(thread) = thread {
                shown.place = format!("{}/{thread}", shown.place);
            }
        }
        truth
    }

    /// Slack does not count messages: only what was acknowledged before the next was told is in order.
    fn hold_back(&self) -> Duration {
        Duration::ZERO
    }
}

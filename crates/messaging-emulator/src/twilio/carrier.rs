//! What happens to a message after Twilio has taken it: carriers that deliver, are slow, fail or keep silent.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::{
    TwilioEmulator,
    twilio::{
        address::{self, Channel},
        records::{Life, Step},
    },
};

/// What the carrier of one number does with messages to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Behaviour {
    /// Delivers within a second.
    #[default]
    Deliver,
    /// Delivers, and the person reads it a second later, on channels that tell.
    Read,
    /// Delivers after a minute.
    Slow,
    /// Never says what became of it: `sent` is the last word.
    Silent,
    /// Leaves it in the queue until its validity period is over: 30036.
    Stuck,
    /// The handset cannot be reached: 30003.
    Unreachable,
    /// The message is blocked: 30004.
    Blocked,
    /// The handset is not known: 30005.
    Unknown,
    /// A landline: 30006.
    Landline,
    /// Filtered as spam: 30007.
    Filtered,
    /// Lost for no known reason: 30008.
    Lost,
    /// Twilio's own queue overflows: 30001.
    Overflow,
    /// The carrier is congested: 30017.
    Congested,
    /// The sender's campaign is not registered: 30034.
    Unregistered,
    /// The carrier does not answer: 30410.
    Timeout,
    /// The person has opted out of everything: 21610, before it is accepted.
    OptedOut,
}

/// How long a message may stay in the queue unless told otherwise.
pub(crate) const VALIDITY: Duration = Duration::from_secs(36_000);

impl Behaviour {
    /// The error, and the state it ends in.
    fn failure(self) -> Option<(&'static str, u32)> {
        Some(match self {
            Self::Unreachable => ("undelivered", 30_003),
            Self::Blocked => ("undelivered", 30_004),
            Self::Unknown => ("undelivered", 30_005),
            Self::Landline => ("undelivered", 30_006),
            Self::Filtered => ("undelivered", 30_007),
            Self::Lost => ("undelivered", 30_008),
            Self::Congested => ("undelivered", 30_017),
            Self::Unregistered => ("undelivered", 30_034),
            Self::Timeout => ("failed", 30_410),
            Self::Overflow => ("failed", 30_001),
            Self::OptedOut => ("failed", 21_610),
            Self::Deliver | Self::Read | Self::Slow | Self::Silent | Self::Stuck => return None,
        })
    }

    /// After how long a message stands on the person's screen. None if it never does.
    pub(crate) fn seen(self) -> Option<Duration> {
        match self {
            Self::Deliver | Self::Read | Self::Silent => Some(Duration::ZERO),
            Self::Slow => Some(Duration::from_secs(60)),
            _ => None,
        }
    }

    /// What becomes of a message, from when it is sent on.
    pub(crate) fn life(self, channel: Channel, is_pooled: bool, validity: Duration) -> Life {
        let mut steps = vec![step(0, if is_pooled { "accepted" } else { "queued" })];
        if is_pooled {
            steps.push(step(50, "queued"));
        }
        match self {
            Self::Stuck => steps.push(Step { after: validity, status: "failed", error_code: Some(30_036) }),
            Self::Overflow | Self::OptedOut | Self::Timeout => {}
            _ => steps.extend([step(100, "sending"), step(200, "sent")]),
        }
        match self {
            Self::Deliver => steps.push(step(1_000, "delivered")),
            Self::Read if channel == Channel::Sms => steps.push(step(1_000, "delivered")),
            Self::Read => steps.extend([step(1_000, "delivered"), step(2_000, "read")]),
            Self::Slow => steps.push(step(60_000, "delivered")),
            _ => {}
        }
        if let Some((status, code)) = self.failure() {
            steps.push(Step { error_code: Some(code), ..step(1_000, status) });
        }
        Life { steps }
    }
}

/// A life that ends with this error, before the message leaves.
pub(crate) fn failed(code: u32, is_pooled: bool) -> Life {
    let first = step(0, if is_pooled { "accepted" } else { "queued" });
    Life { steps: vec![first, Step { error_code: Some(code), ..step(1_000, "failed") }] }
}

fn step(millis: u64, status: &'static str) -> Step {
    Step { after: Duration::from_millis(millis), status, error_code: None }
}

impl TwilioEmulator {
    /// What the carrier of an address does: as it was told while running, or as the settings have it.
    pub(crate) fn carrier(&self, address: &str) -> Behaviour {
        let number = address::parse(address).map_or(address, |(_, number)| number);
        let told = self.records().messaging.carriers.get(number).copied();
        told.or_else(|| self.account.settings.carriers.get(number).copied()).unwrap_or_default()
    }
}

/// What Twilio's error dictionary calls an error of delivery.
pub(crate) fn message(code: u32) -> &'static str {
    match code {
        14_107 => "SMS send rate limit exceeded",
        21_610 => "Attempt to send to unsubscribed recipient",
        30_001 => "Queue overflow",
        30_003 => "Unreachable destination handset",
        30_004 => "Message blocked",
        30_005 => "Unknown destination handset",
        30_006 => "Landline or unreachable carrier",
        30_007 => "Message filtered",
        30_017 => "Carrier network congestion",
        30_034 => "US A2P 10DLC - Message from an Unregistered Number",
        30_036 => "Validity Period Expired",
        30_410 => "Provider Timeout Error",
        63_015 => "Channel Sandbox can only send messages to phone numbers that have joined the Sandbox",
        63_016 => {
            "Failed to send freeform message because you are outside the allowed window. If you are using WhatsApp, \
             please use a Message Template."
        }
        _ => "Unknown error",
    }
}

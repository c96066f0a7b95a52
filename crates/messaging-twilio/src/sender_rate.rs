//! How many messages a second a sender of ours may start.

use std::collections::BTreeMap;

use messaging_core::{Error, ErrorKind, Result};

use crate::address::{bare, channel, is_e164, is_short_code};

/// What each kind of sender may start in a second. Twilio queues what is more, for ten hours at most (errors 30001 and
/// 21611).
const LONG_CODE: f64 = 1.0;
const TOLL_FREE: f64 = 3.0;
const SHORT_CODE: f64 = 100.0;
const WHATSAPP: f64 = 80.0;

/// How many seconds of a sender's rate may be started at once: what Twilio then has in its queue is a minute's.
const BURST: f64 = 60.0;

/// Area codes of toll-free numbers of the North American Numbering Plan.
const TOLL_FREE_CODES: [&str; 7] = ["800", "833", "844", "855", "866", "877", "888"];

/// What a sender of this kind may start in a second, where Twilio says so.
pub(crate) fn usual(sender: &str) -> Option<f64> {
    match channel(sender) {
        "whatsapp" => Some(WHATSAPP),
        "sms" if is_short_code(sender) => Some(SHORT_CODE),
        "sms" if is_e164(sender) => {
            let national = bare(sender).strip_prefix("+1")?;
            let is_toll_free = TOLL_FREE_CODES.iter().any(|code| national.starts_with(code));
            Some(if is_toll_free { TOLL_FREE } else { LONG_CODE })
        }
        _ => None,
    }
}

/// Refuses a rate that is none.
pub(crate) fn check(rates: &BTreeMap<String, f64>) -> Result<()> {
    match rates.iter().find(|(_, rate)| !(0.001..=10_000.0).contains(*rate)) {
        None => Ok(()),
        Some((sender, rate)) => {
            let message = format!(
                "`sender_rates` of `twilio` gives `{sender}` {rate} messages a second: 0.001 to 10,000 are possible"
            );
            Err(Error::new(ErrorKind::Config, message))
        }
    }
}

/// How many messages of a sender may start at once.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what a u32 holds")]
pub(crate) fn burst(rate: f64) -> u32 {
    (rate * BURST).clamp(1.0, 10_000.0) as u32
}

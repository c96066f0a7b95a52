//! Everything that is measured: the one place for names, units and words.

use crate::{
    Metric, MetricKind,
    attribute::{
        ACCOUNT, AI_MODEL, AI_OPERATION, AI_PROVIDER, CHANNEL, CURRENCY, DIRECTION, ERROR, OPERATION, OUTCOME, SIDE,
        STATUS, SYSTEM, TOKEN_TYPE,
    },
};

macro_rules! metrics {
    ($($(#[$doc:meta])* $kind:ident $constant:ident = $name:literal in $unit:literal by [$($attribute:ident),*]: $help:literal;)*) => {
        $(
            #[doc = $help]
            pub const $constant: Metric = Metric {
                name: $name, kind: MetricKind::$kind, unit: $unit, attributes: &[$($attribute),*], help: $help,
            };
        )*
        /// All of them, in the order of a message's way.
        pub const METRICS: &[Metric] = &[$($constant),*];
    };
}

metrics! {
    Histogram WEBHOOK = "messaging.gateway.webhook.duration" in "s" by [ACCOUNT, SYSTEM, STATUS]:
        "How long a platform waited for the answer to a webhook.";
    Counter ACCEPTED = "messaging.gateway.accepted" in "{message}" by [ACCOUNT, SYSTEM, CHANNEL]:
        "Messages that were stored and may want an answer, once each.";
    Counter DUPLICATES = "messaging.gateway.duplicates" in "{message}" by [ACCOUNT, SYSTEM, CHANNEL]:
        "Messages that were told again.";
    Histogram PROCESS = "messaging.process.duration" in "s" by [ACCOUNT, SYSTEM, CHANNEL, OUTCOME]:
        "How long turns took: from the claim to what the agent answered being stored.";
    Histogram TOKENS = "gen_ai.client.token.usage" in "{token}" by [ACCOUNT, SYSTEM, CHANNEL, AI_OPERATION, AI_PROVIDER, AI_MODEL, TOKEN_TYPE]:
        "Tokens that agents said turns took.";
    Histogram OPERATION_DURATION = "messaging.client.operation.duration" in "s" by [ACCOUNT, SYSTEM, OPERATION, ERROR]:
        "How long single tries of calls to a platform took.";
    Counter SENDS = "messaging.gateway.sends" in "{message}" by [ACCOUNT, SYSTEM, CHANNEL, OUTCOME]:
        "Replies by how an attempt at them ended: sent, again, doubted, held, dead, rejected.";
    Counter LOOKS = "messaging.gateway.looks" in "{look}" by [ACCOUNT, SYSTEM, OUTCOME]:
        "Doubtful sends that were looked up, by verdict.";
    Counter RETRIES = "messaging.gateway.retries" in "{try}" by [ACCOUNT, SYSTEM, OPERATION, ERROR]:
        "Calls that were tried again at once, without going back to the outbox.";
    Histogram RATE_LIMIT_WAIT = "messaging.gateway.rate_limit.wait" in "s" by [ACCOUNT, SYSTEM, OPERATION]:
        "How long calls waited for a limit of ours.";
    Gauge RATE_LIMIT_REMAINING = "messaging.gateway.rate_limit.remaining" in "{call}" by [ACCOUNT, SYSTEM, OPERATION]:
        "Calls more that would have passed without a wait, when the last one did.";
    Counter RETRIES_REFUSED = "messaging.gateway.retries.refused" in "{try}" by [ACCOUNT, SYSTEM, OPERATION]:
        "Calls that were not tried again, because the budget of retries was spent.";
    Gauge BREAKER = "messaging.gateway.breaker.state" in "{state}" by [ACCOUNT, SYSTEM]:
        "The circuit breaker: 0 closed, 1 letting a few calls try, 2 open.";
    Counter ANSWERED = "messaging.gateway.answered" in "{message}" by [ACCOUNT, SYSTEM, CHANNEL]:
        "Messages that ended with a reply that was carried.";
    Counter SILENT = "messaging.gateway.silent" in "{message}" by [ACCOUNT, SYSTEM, CHANNEL]:
        "Messages that ended deliberately without a reply.";
    Counter REJECTED = "messaging.gateway.rejected" in "{message}" by [ACCOUNT, SYSTEM, CHANNEL]:
        "Messages that ended with a reply that was not let out.";
    Counter DROPPED = "messaging.gateway.dropped" in "{message}" by [ACCOUNT, SYSTEM, CHANNEL]:
        "Messages about which a person decided that nothing more is done.";
    Counter ERASED = "messaging.gateway.erased" in "{message}" by [ACCOUNT, SYSTEM, CHANNEL]:
        "Messages that were erased before they had ended.";
    Gauge DEAD = "messaging.gateway.dead" in "{message}" by [ACCOUNT, SYSTEM, CHANNEL]:
        "Messages that failed for good and wait for a person.";
    Gauge UNKNOWN = "messaging.gateway.unknown" in "{message}" by [ACCOUNT, SYSTEM, CHANNEL]:
        "Messages whose reply nobody can tell the outcome of, and which wait for a person.";
    Gauge IN_FLIGHT = "messaging.gateway.in_flight" in "{message}" by [ACCOUNT, SYSTEM, CHANNEL]:
        "Messages that have not ended.";
    Gauge LOST = "messaging.gateway.lost" in "{message}" by [ACCOUNT, SYSTEM, CHANNEL]:
        "Messages that were accepted and are in no other place: accepted less all that ended, wait or are in flight.";
    Gauge UNKNOWN_AGE = "messaging.gateway.unknown.age" in "s" by []:
        "How long the first reply that nobody can tell the outcome of has waited for a person; 0 if there is none.";
    Gauge LANES = "messaging.gateway.lanes" in "{lane}" by [ACCOUNT, SYSTEM, SIDE]:
        "Lanes in which something waits or is under way: messages for a turn, or replies for their send.";
    Gauge LANE_DEPTH = "messaging.gateway.lane.depth" in "{message}" by [ACCOUNT, SYSTEM, SIDE]:
        "Messages or replies that wait in lanes or are under way.";
    Gauge LANE_AGE = "messaging.gateway.lane.age" in "s" by [ACCOUNT, SYSTEM, SIDE]:
        "How long the first of what is in lanes has been there; 0 if there is nothing.";
    Counter SEGMENTS = "messaging.gateway.segments" in "{segment}" by [ACCOUNT, SYSTEM, CHANNEL, DIRECTION]:
        "Billable units, such as segments of a text: of replies that were let out, and of messages that came in.";
    Counter SPEND = "messaging.gateway.spend" in "{micro}" by [ACCOUNT, SYSTEM, CHANNEL, DIRECTION, CURRENCY]:
        "Money that messages were estimated to take, in millionths of the currency's unit.";
    Gauge CHAT_VISITORS = "messaging.gateway.chat.visitors" in "{visitor}" by [ACCOUNT, SYSTEM]:
        "Visitors of the web chat who read along right now.";
    Gauge CHAT_STREAMS = "messaging.gateway.chat.streams" in "{stream}" by [ACCOUNT, SYSTEM]:
        "Event streams of the web chat that are open right now; a visitor may have several.";
    Gauge HEALTHY = "messaging.gateway.account.healthy" in "{account}" by [ACCOUNT, SYSTEM]:
        "Whether an account passed its last check: 1 if it did, 0 if it did not.";
    Counter SPANS_DROPPED = "messaging.gateway.spans.dropped" in "{span}" by []:
        "Spans that were not exported: the queue was full, or the collector did not take them.";
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_keep_the_conventions() {
        let names: BTreeSet<_> = METRICS.iter().map(|metric| metric.name).collect();
        assert_eq!(names.len(), METRICS.len(), "a name twice");
        for Metric { name, unit, help, attributes, .. } in METRICS {
            let is_plain = |letter: char| letter.is_ascii_lowercase() || matches!(letter, '.' | '_');
            let is_ours = name.starts_with("messaging.") || name.starts_with("gen_ai.");
            assert!(is_ours && name.chars().all(is_plain), "{name}");
            assert!(*unit == "s" || (unit.starts_with('{') && unit.ends_with('}')), "{name} in {unit}");
            assert!(help.ends_with('.') && help.len() > 20, "{name}: {help}");
            assert!(attributes.iter().collect::<BTreeSet<_>>().len() == attributes.len(), "{name}: {attributes:?}");
        }
    }
}

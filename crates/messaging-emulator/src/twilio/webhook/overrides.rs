//! The fragment of a webhook's URL: what Twilio is asked to do about time and failure
//! (<https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides>).

use std::time::Duration;

use super::Product;

/// How long a callback waits, how often it is told again, and after what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Overrides {
    /// The longest wait for an answer, each try.
    pub(crate) attempt: Duration,
    /// The longest wait of all tries together.
    pub(crate) total: Duration,
    /// How many tries follow the first.
    pub(crate) retries: u32,
    /// What is a reason to try again.
    pub(crate) policy: Vec<Reason>,
}

/// Why a callback may be told again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    /// No connection: `ct`.
    Connect,
    /// No answer in time: `rt`.
    Read,
    /// `4xx`
    Client,
    /// `5xx`
    Server,
}

impl Overrides {
    /// Reads the fragment; what is missing or wrong is as the product has it.
    pub(crate) fn read(url: &str, product: Product) -> Self {
        let mut overrides = Self::of(product);
        let Some((_, fragment)) = url.split_once('#') else { return overrides };
        let patience = overrides.attempt;
        for (name, value) in form_urlencoded::parse(fragment.as_bytes()) {
            match name.as_ref() {
                "rt" => overrides.attempt = millis(&value, 15_000).unwrap_or(patience).min(patience),
                "tt" => overrides.total = millis(&value, 15_000).unwrap_or(overrides.total),
                "rc" => {
                    let count = value.parse().ok().filter(|count| *count <= 5);
                    overrides.retries = count.unwrap_or(overrides.retries);
                }
                "rp" => overrides.policy = value.split(',').flat_map(reasons).copied().collect(),
                // Whoever carries the request connects with a patience of its own, so `ct` is not seen here; nor are
                // `sni` and `e`.
                _ => {}
            }
        }
        overrides
    }

    fn of(product: Product) -> Self {
        let policy = vec![Reason::Connect];
        match product {
            Product::Messaging => {
                let limit = Duration::from_secs(15);
                Self { attempt: limit, total: limit, retries: 1, policy }
            }
            Product::Conversations => {
                Self { attempt: Duration::from_secs(5), total: Duration::from_secs(15), retries: 0, policy }
            }
        }
    }

    pub(crate) fn allows(&self, reason: Option<Reason>) -> bool {
        reason.is_some_and(|reason| self.policy.contains(&reason))
    }
}

fn reasons(word: &str) -> &'static [Reason] {
    match word.trim() {
        "ct" => &[Reason::Connect],
        "rt" => &[Reason::Read],
        "4xx" => &[Reason::Client],
        "5xx" => &[Reason::Server],
        "all" => &[Reason::Connect, Reason::Read, Reason::Client, Reason::Server],
        _ => &[],
    }
}

fn millis(text: &str, most: u64) -> Option<Duration> {
    text.parse().ok().filter(|millis| (100..=most).contains(millis)).map(Duration::from_millis)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fragment_changes_what_it_names() {
        let plain = Overrides::read("https://a.test/x?y=1", Product::Messaging);
        assert_eq!((plain.retries, plain.attempt.as_secs(), plain.total.as_secs()), (1, 15, 15));
        assert!(plain.allows(Some(Reason::Connect)) && !plain.allows(Some(Reason::Server)) && !plain.allows(None));
        let asked = Overrides::read("https://a.test/x#rc=3&rp=5xx,rt&rt=2000&tt=9000", Product::Messaging);
        assert_eq!((asked.retries, asked.attempt.as_secs(), asked.total.as_secs()), (3, 2, 9));
        assert_eq!(asked.policy, [Reason::Server, Reason::Read]);
        let all = Overrides::read("https://a.test/x#rc=5&rp=all", Product::Conversations);
        assert_eq!((all.retries, all.attempt.as_secs(), all.policy.len()), (5, 5, 4));
    }

    #[test]
    fn what_is_out_of_bounds_changes_nothing() {
        let wrong = Overrides::read("https://a.test/#rc=6&rt=99&tt=15001&ct=x&sni=y", Product::Messaging);
        assert_eq!(wrong, Overrides::of(Product::Messaging));
    }
}

//! Conversations over REST: every resource, its bounds and its refusals.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench that cannot be set up is a failed test")]

#[allow(dead_code, reason = "other tests need more of it")]
#[path = "../twilio/bench.rs"]
mod bench;

mod addresses;
mod autocreation;
mod bounds;
mod configuration;
mod creations;
mod groups;
mod lifecycle;
mod lists;
mod members;
mod nonsense;
mod posts;
mod receipts;
mod roles;
mod scoped;
mod services;
mod shapes;
mod timers;
mod together;
mod users;

use crate::bench::{Answer, Bench};

/// Parameters, and the refusal they meet.
pub(crate) type Case<'a> = (&'a [(&'a str, &'a str)], u16, i64);

impl Bench {
    /// Sends each, and sees that it is refused as it should be.
    pub(crate) async fn refuses(&self, path: &str, cases: &[Case<'_>]) {
        for (pairs, status, code) in cases {
            let refusal = self.post(path, pairs).await;
            assert_eq!(refusal.code(), (*status, *code), "{path} {pairs:?}: {}", refusal.body);
            assert_eq!(refusal.text("/more_info"), format!("https://www.twilio.com/docs/errors/{code}"));
            assert!(!refusal.text("/message").is_empty());
        }
    }

    /// The default service's path.
    pub(crate) fn service(&self) -> String {
        format!("/v1/Services/{}", self.settings.conversations_service_sid)
    }

    /// The sids of a list.
    pub(crate) async fn sids(&self, path: &str, key: &str) -> Vec<String> {
        let page = self.get(path).await;
        assert_eq!((page.status.as_u16(), page.text("/meta/key").as_str()), (200, key), "{path} {}", page.body);
        sids(&page, key)
    }
}

pub(crate) fn sids(page: &Answer, key: &str) -> Vec<String> {
    page.body[key].as_array().unwrap().iter().map(|item| item["sid"].as_str().unwrap().to_owned()).collect()
}

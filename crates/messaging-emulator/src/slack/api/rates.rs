use std::{collections::BTreeMap, time::Duration};

use super::method::{Method, Nature};
use crate::slack::limits::SlackLimits;

/// How long the calls of a method are counted together.
const WINDOW: Duration = Duration::from_secs(60);

/// How often each method was called in each workspace, and how often was posted where.
#[derive(Debug, Default)]
pub(crate) struct Rates {
    methods: BTreeMap<(String, &'static str), Window>,
    posts: BTreeMap<String, Window>,
    channels: BTreeMap<(String, String), Bucket>,
}

/// The calls of a minute that begins with the first of them.
#[derive(Clone, Copy, Debug, Default)]
struct Window {
    since: Duration,
    calls: u32,
}

/// A channel takes one post a second; `full_at` is when it takes a whole burst again.
#[derive(Clone, Copy, Debug, Default)]
struct Bucket {
    full_at: Duration,
}

impl Rates {
    /// Counts a call, or says how long to wait for it. A call that has to wait counts nowhere.
    pub(super) fn count(
        &mut self,
        limits: &SlackLimits,
        now: Duration,
        team: &str,
        method: &'static Method,
        channel: Option<&str>,
    ) -> Result<(), Duration> {
        let is_history = matches!(method.name, "conversations.history" | "conversations.replies");
        let most = if limits.history_restricted && is_history { 1 } else { method.tier.per_minute() };
        let is_post = method.nature == Nature::Post;
        let called = self.methods.entry((team.to_owned(), method.name)).or_default();
        called.room(now, most)?;
        if is_post {
            let posted = self.posts.entry(team.to_owned()).or_default();
            posted.room(now, limits.posts_per_minute)?;
            if let Some(channel) = channel {
                let bucket = self.channels.entry((team.to_owned(), channel.to_owned())).or_default();
                bucket.take(now, limits.post_burst)?;
            }
            posted.calls += 1;
        }
        called.calls += 1;
        Ok(())
    }
}

impl Window {
    fn room(&mut self, now: Duration, most: u32) -> Result<(), Duration> {
        if self.calls == 0 || now.saturating_sub(self.since) >= WINDOW {
            *self = Self { since: now, calls: 0 };
        }
        if self.calls < most { Ok(()) } else { Err((self.since + WINDOW).saturating_sub(now)) }
    }
}

impl Bucket {
    fn take(&mut self, now: Duration, burst: u32) -> Result<(), Duration> {
        const EACH: Duration = Duration::from_secs(1);
        let full_at = self.full_at.max(now) + EACH;
        let most = now + EACH * burst.max(1);
        if full_at > most {
            return Err(full_at.saturating_sub(most));
        }
        self.full_at = full_at;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::slack::api::method::{Act, Tier};

    const fn method(name: &'static str, nature: Nature) -> Method {
        Method {
            name,
            tier: Tier::Two,
            scopes: "",
            takes: "",
            nature,
            act: Act::Open(|_, _| Ok(serde_json::Map::new())),
        }
    }
    static READ: Method = method("team.info", Nature::Read);
    static HISTORY: Method = method("conversations.history", Nature::LookUp);
    static POST: Method = Method { tier: Tier::Special(u32::MAX), ..method("chat.postMessage", Nature::Post) };

    fn at(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn a_window_is_a_minute_from_its_first_call() {
        let (mut rates, limits) = (Rates::default(), SlackLimits::default());
        for second in 10..30 {
            assert_eq!(rates.count(&limits, at(second), "T1", &READ, None), Ok(()));
        }
        assert_eq!(rates.count(&limits, at(30), "T1", &READ, None), Err(at(40)));
        assert_eq!(rates.count(&limits, at(30), "T2", &READ, None), Ok(()), "workspaces are apart");
        assert_eq!(rates.count(&limits, at(30), "T1", &HISTORY, None), Ok(()), "methods are apart");
        assert_eq!(rates.count(&limits, at(70), "T1", &READ, None), Ok(()));
    }

    #[test]
    fn a_channel_takes_a_burst_and_then_one_a_second() {
        let (mut rates, limits) = (Rates::default(), SlackLimits { post_burst: 2, ..SlackLimits::default() });
        let mut post =
            |millis, channel| rates.count(&limits, Duration::from_millis(millis), "T1", &POST, Some(channel));
        assert_eq!((post(0, "C1"), post(0, "C1")), (Ok(()), Ok(())));
        assert_eq!(post(0, "C1"), Err(at(1)));
        assert_eq!(post(0, "C2"), Ok(()), "channels are apart");
        assert_eq!(post(1_000, "C1"), Ok(()));
        assert_eq!(post(1_400, "C1"), Err(Duration::from_millis(600)));
    }

    #[test]
    fn a_workspace_takes_so_many_posts_a_minute() {
        let (mut rates, limits) = (Rates::default(), SlackLimits { posts_per_minute: 2, ..SlackLimits::default() });
        let mut post = |channel| rates.count(&limits, at(0), "T1", &POST, Some(channel));
        assert_eq!((post("C1"), post("C2"), post("C3")), (Ok(()), Ok(()), Err(at(60))));
    }

    #[test]
    fn restricted_history_is_answered_once_a_minute() {
        let (mut rates, limits) =
            (Rates::default(), SlackLimits { history_restricted: true, ..SlackLimits::default() });
        assert_eq!(rates.count(&limits, at(0), "T1", &HISTORY, None), Ok(()));
        assert_eq!(rates.count(&limits, at(1), "T1", &HISTORY, None), Err(at(59)));
    }
}

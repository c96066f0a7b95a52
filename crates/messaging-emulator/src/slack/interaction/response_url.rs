use std::{collections::BTreeMap, time::Duration};

use crate::slack::{SlackEmulator, ts::Ts};

/// How often and how long a URL can be used: <https://docs.slack.dev/interactivity/handling-user-interaction#message_responses>.
const USES: usize = 5;
const LIFE: Duration = Duration::from_secs(30 * 60);
/// Most URLs remembered.
const MOST_KEPT: usize = 10_000;

/// What an answer through a URL is about.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    pub(crate) channel: String,
    /// Who acted: an answer is for their eyes unless it says otherwise.
    pub(crate) user: String,
    /// The message they acted in, and whether only they see it.
    pub(crate) message: Option<(Ts, bool)>,
    pub(crate) thread: Option<Ts>,
}

#[derive(Debug)]
struct Given {
    origin: Origin,
    made: Duration,
    uses: usize,
}

/// The URLs that were given out, by path.
#[derive(Debug, Default)]
pub(crate) struct ResponseUrls {
    given: BTreeMap<String, Given>,
    oldest: std::collections::VecDeque<String>,
}

impl SlackEmulator {
    /// Gives out a URL under `actions` or `commands`.
    pub(crate) fn response_url(&self, kind: &str, origin: Origin) -> String {
        let settings = self.settings();
        let team = self.home_of(&origin.channel).map_or_else(|| settings.team_id.clone(), |home| home.team_id.clone());
        let number = self.desk().dice(|rng| rng.u64(100_000_000_000..1_000_000_000_000));
        let path = format!("/{kind}/{team}/{number}/{}", self.desk().hex(24));
        let url = format!("{}{path}", settings.base_url.trim_end_matches('/'));
        let given = Given { origin, made: self.desk().now(), uses: 0 };
        let urls = &mut self.app().response_urls;
        urls.given.insert(path.clone(), given);
        urls.oldest.push_back(path);
        if urls.oldest.len() > MOST_KEPT
            && let Some(oldest) = urls.oldest.pop_front()
        {
            urls.given.remove(&oldest);
        }
        url
    }

    /// Uses a URL once; in Slack's words, why not.
    pub(super) fn used(&self, path: &str) -> Result<Origin, &'static str> {
        let now = self.desk().now();
        let mut app = self.app();
        let given = app.response_urls.given.get_mut(path).ok_or("expired_url")?;
        if now > given.made + LIFE {
            return Err("expired_url");
        }
        if given.uses >= USES {
            return Err("used_url");
        }
        given.uses += 1;
        Ok(given.origin.clone())
    }
}

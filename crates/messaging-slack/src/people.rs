//! What people are called: `users.info`, with the scope `users:read`.
//! <https://docs.slack.dev/reference/methods/users.info>

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use async_trait::async_trait;
use messaging_core::{Context, Result, capability::People, message::FetchName};
use tokio::time::Instant;

use crate::{Slack, client::users};

/// People who are remembered at most.
const REMEMBERED: usize = 10_000;
/// How long a name is believed.
const FOR: Duration = Duration::from_secs(60 * 60);
/// How long it is believed that nobody tells it.
const IN_VAIN: Duration = Duration::from_secs(5 * 60);

/// A person of a workspace.
type Who = (String, String);

/// What is known of a name.
#[derive(Clone, Debug)]
struct Known {
    /// None where nobody tells it.
    name: Option<String>,
    until: Instant,
}

/// The names of people.
#[derive(Debug, Default)]
pub(crate) struct Names(Mutex<BTreeMap<Who, Known>>);

impl Names {
    fn get(&self, who: &Who) -> Option<Known> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(who).filter(|known| Instant::now() < known.until).cloned()
    }

    fn put(&self, who: Who, name: Option<String>) {
        let (mut known, now) = (self.0.lock().unwrap_or_else(PoisonError::into_inner), Instant::now());
        if known.len() >= REMEMBERED {
            known.retain(|_, known| now < known.until);
        }
        if known.len() >= REMEMBERED {
            // Everybody is new: asking again costs less than remembering without end.
            known.clear();
        }
        let until = now + if name.is_some() { FOR } else { IN_VAIN };
        known.insert(who, Known { name, until });
    }
}

#[async_trait]
impl People for Slack {
    /// Fetches the name that a person is shown by. Bots and apps have none of that kind.
    async fn name(&self, _: &Context, request: FetchName) -> Result<Option<String>> {
        let FetchName { conversation, author, .. } = request;
        if !author.starts_with(['U', 'W']) {
            return Ok(None);
        }
        let who = (conversation.part(0).unwrap_or_default().to_owned(), author);
        if let Some(known) = self.names.get(&who) {
            return Ok(known.name);
        }
        let asked = self.client_for(&conversation).await?.call(users::Info::new(who.1.as_str())).await;
        match asked {
            Ok(answer) => {
                let name = answer.value.user.as_ref().and_then(users::User::shown_name).map(str::to_owned);
                self.names.put(who, name.clone());
                Ok(name)
            }
            Err(error) => {
                if !error.is_transient() {
                    self.names.put(who, None);
                }
                Err(error)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_bounded() {
        let names = Names::default();
        for number in 0..=REMEMBERED {
            names.put(("T1".to_owned(), format!("U{number}")), None);
        }
        assert!(names.0.lock().unwrap().len() <= REMEMBERED);
        assert!(names.get(&("T1".to_owned(), format!("U{REMEMBERED}"))).is_some());
        assert!(names.get(&("T2".to_owned(), format!("U{REMEMBERED}"))).is_none());
    }
}

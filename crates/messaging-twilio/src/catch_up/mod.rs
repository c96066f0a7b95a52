//! What was said while nobody listened: the list of texts to a number of ours, the messages of a conversation, and the
//! conversations of the service that nobody has told of.

mod posts;
mod texts;

use std::time::Duration;

use async_trait::async_trait;
use messaging_core::{Context, Error, ErrorKind, ListMissed, Missed, Place, Result, UnixMillis, capability::CatchUp};

use crate::{
    Twilio,
    client::{
        Timestamp,
        conversations::{self, State},
    },
    date,
    place::{self, Target},
    sid::is_sid,
};

/// How much earlier than our clock says Twilio may date something: it cuts seconds off, and clocks differ a little.
const SKEW: Duration = Duration::from_secs(5);

/// Events that are told at once; those of one moment are not torn apart.
const MOST: usize = 500;

/// Conversations on one page, the most that Twilio gives.
const CONVERSATIONS: u32 = 100;

#[async_trait]
impl CatchUp for Twilio {
    /// Lists what people wrote since, as webhooks would have told it: to a number (`number:{ours}`), or in a
    /// conversation (`conv:{CH…}`), whose messages of our own are told as echoes. A service (`service:{IS…}`) names the
    /// conversations that were created since and are not closed.
    ///
    /// Looks back over 10,000 texts or 2,000 messages of one conversation at most.
    async fn missed(&self, _: &Context, request: ListMissed) -> Result<Missed> {
        let ListMissed { conversation, since, cursor, .. } = request;
        let since = since.minus(SKEW);
        match (conversation.kind(), conversation.parts()) {
            ("number", [ours]) if !ours.is_empty() => self.missed_texts(ours, None, since, cursor).await,
            ("service", [_]) => self.new_conversations(since, cursor).await,
            _ => match Target::of(&conversation)? {
                Target::Direct { ours, theirs } => self.missed_texts(ours, Some(theirs), since, cursor).await,
                Target::Conversation(sid) => self.missed_posts(sid, since, cursor).await,
            },
        }
    }

    /// Names the numbers that the settings name, whose texts are answered, and the Conversations service.
    async fn listings(&self, _: &Context) -> Result<Vec<Place>> {
        let named = self.account.phone_number.as_deref().into_iter().chain(self.account.inbound.numbers());
        let mut places: Vec<_> =
            named.filter(|number| self.account.inbound.of(number).answers_texts()).map(number).collect();
        places.sort_unstable();
        places.dedup();
        places.push(Place::new("service", [self.account.service.as_deref().unwrap_or("default")]));
        Ok(places)
    }

    /// Texts are listed by number of ours.
    fn listed_in(&self, place: &Place) -> Option<Place> {
        match Target::of(place) {
            Ok(Target::Direct { ours, .. }) if !is_sid(ours, "MG") => Some(number(ours)),
            _ => None,
        }
    }
}

impl Twilio {
    /// Names conversations that were created since, page by page.
    async fn new_conversations(&self, since: UnixMillis, cursor: Option<String>) -> Result<Missed> {
        let mut list = conversations::List::new().page_size(CONVERSATIONS);
        // By the day, which is all that Twilio takes.
        list.start_date = date::day(since);
        let page = self.client().page(&list, cursor.as_deref()).await?;
        let is_new = |found: &conversations::Conversation| {
            let created = found.date_created.as_ref().and_then(Timestamp::moment);
            created.is_none_or(|created| created >= since) && found.state != Some(State::Closed)
        };
        let found = page.items.into_iter().filter(is_new);
        Ok(Missed::new(Vec::new(), found.map(|found| place::conversation(found.sid)).collect(), page.next))
    }
}

/// Where everything that people wrote to a number of ours is listed.
fn number(ours: &str) -> Place {
    Place::new("number", [ours])
}

/// Reads where reading goes on.
fn mark<T: std::str::FromStr>(cursor: Option<&String>) -> Result<Option<T>> {
    let refuse = |_| Error::new(ErrorKind::Invalid, "the cursor is not one of ours: pass `next` of the page before");
    cursor.map(|cursor| cursor.parse().map_err(refuse)).transpose()
}

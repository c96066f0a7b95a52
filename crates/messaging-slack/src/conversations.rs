//! Channels and direct messages as conversations. <https://docs.slack.dev/reference/methods/conversations.create>

use async_trait::async_trait;
use messaging_core::{
    Context, Error, ErrorKind, Page, Place, Result,
    capability::Conversations,
    message::{Conversation, CreateConversation, FetchConversation, ListConversations},
};
use messaging_http::unreadable;
use serde_json::{Map, Value};

use crate::{
    Slack,
    client::{Csv, SlackClient, conversations as theirs},
    place,
    room::{Room, conversation},
};

/// Conversations on one page unless asked otherwise, and the most there are.
const PAGE: u32 = 200;
const MAX_PAGE: u32 = 999;

/// Pages of channels that are looked through for a name.
const PAGES: usize = 50;

#[async_trait]
impl Conversations for Slack {
    /// Creates a channel under its name, in lower case and with `-` for spaces as Slack's own clients write it. With a
    /// unique name, that is the channel's name, and the channel that has it already is given back.
    ///
    /// Attributes: `is_private` (true or false), `topic`, `purpose`; or `users`, a list of ids: opens the direct message
    /// with them, which may be repeated.
    async fn create(&self, _: &Context, request: CreateConversation) -> Result<Conversation> {
        let wishes = Wishes::of(request)?;
        let client = self.client().await?;
        if let Some(users) = wishes.users {
            let open = theirs::Open::new().users(users).return_im(true);
            let opened = client.call(open).await?.value.channel.unwrap_or_default();
            return self.conversation(&client, None, opened).await;
        }
        let create = theirs::Create { is_private: wishes.is_private, ..theirs::Create::new(wishes.name.clone()) };
        let made = match client.call(create).await {
            Ok(made) => made.value.channel.unwrap_or_default(),
            Err(error) if wishes.is_unique && is(&error, "name_taken") => {
                find(&client, &wishes.name).await?.ok_or(error)?
            }
            Err(error) => return Err(error),
        };
        let id = made.id.clone().ok_or_else(|| unreadable("`conversations.create` answered ok without an id"))?;
        let mut made = made;
        if let Some(topic) = wishes.topic {
            made.topic =
                client.call(theirs::SetTopic::new(id.clone(), topic)).await?.value.channel.and_then(|c| c.topic);
        }
        if let Some(purpose) = wishes.purpose {
            let set = client.call(theirs::SetPurpose::new(id, purpose)).await?;
            made.purpose = set.value.channel.and_then(|channel| channel.purpose);
        }
        self.conversation(&client, None, made).await
    }

    /// Fetches a channel by its id: `C1`, or `T1,C1` where the app is in several workspaces.
    async fn fetch(&self, _: &Context, request: FetchConversation) -> Result<Conversation> {
        let room = Room::of(request.id.as_str());
        let client = self.client_in(room.team).await?;
        let found = client.call(theirs::Info::new(room.channel)).await?.value.channel.unwrap_or_default();
        self.conversation(&client, room.team, found).await
    }

    /// Lists the public channels of the workspace; for others, ask `users.conversations` of the typed client.
    async fn list(&self, _: &Context, request: ListConversations) -> Result<Page<Conversation>> {
        let client = self.client().await?;
        let list = theirs::List::new().limit(request.limit.unwrap_or(PAGE).clamp(1, MAX_PAGE));
        let page = client.page(list, request.cursor).await?.value;
        let home = self.home(&client).await?;
        let items = page.items.into_iter().map(|channel| conversation(&home, None, channel)).collect::<Result<_>>()?;
        Ok(Page::new(items, page.next))
    }
}

impl Slack {
    /// Opens the direct message between the app and `user` (`U…`), and returns its place. It may be repeated.
    ///
    /// # Errors
    /// What Slack says: there is no such person, or they cannot be written to.
    pub async fn open_dm(&self, user: &str) -> Result<Place> {
        let client = self.client().await?;
        let opened = client.call(theirs::Open::new().users(user)).await?.value.channel.unwrap_or_default();
        let id = opened.id.ok_or_else(|| unreadable("`conversations.open` answered ok without an id"))?;
        Ok(place::dm(&self.home(&client).await?, &id))
    }
}

/// What a new channel is to be.
#[derive(Debug, Default)]
struct Wishes {
    name: String,
    is_unique: bool,
    is_private: Option<bool>,
    topic: Option<String>,
    purpose: Option<String>,
    users: Option<Csv>,
}

impl Wishes {
    fn of(request: CreateConversation) -> Result<Self> {
        let unsupported = |what: &str| Err(Error::new(ErrorKind::Unsupported, what));
        let CreateConversation { name, unique_name, attributes, timers, .. } = request;
        if timers.inactive.is_some() || timers.closed.is_some() {
            return unsupported("channels in Slack do not end by themselves: leave the timers out");
        }
        let mut wishes = Self { is_unique: unique_name.is_some(), ..Self::default() };
        match (name, unique_name) {
            (Some(name), Some(unique)) if slug(&name) != slug(&unique) => {
                return unsupported("a channel has one name: leave out the name or the unique name");
            }
            (name, unique) => wishes.name = unique.or(name).as_deref().map(slug).unwrap_or_default(),
        }
        wishes.take(attributes)?;
        if wishes.users.is_none() && wishes.name.is_empty() {
            return Err(Error::new(ErrorKind::Invalid, "a channel needs a name, a direct message `users`"));
        }
        Ok(wishes)
    }

    fn take(&mut self, attributes: Map<String, Value>) -> Result<()> {
        for (key, value) in attributes {
            match (key.as_str(), value) {
                ("is_private", Value::Bool(private)) => self.is_private = Some(private),
                ("topic", Value::String(text)) => self.topic = Some(text),
                ("purpose", Value::String(text)) => self.purpose = Some(text),
                ("users", Value::Array(users)) => {
                    let users: Option<Vec<_>> = users.iter().map(|user| user.as_str().map(str::to_owned)).collect();
                    self.users = users.filter(|users| !users.is_empty()).map(Csv);
                    if self.users.is_none() {
                        return Err(Error::new(ErrorKind::Invalid, "`users` is a list of ids, `U…`"));
                    }
                }
                _ => {
                    let message = format!(
                        "a channel keeps no attribute `{key}`: `is_private`, `topic`, `purpose` and `users` are understood"
                    );
                    return Err(Error::new(ErrorKind::Unsupported, message));
                }
            }
        }
        Ok(())
    }
}

/// A name as Slack's own clients write it: in lower case, with `-` for spaces, up to 80 characters. What else is wrong
/// with it Slack says.
pub(crate) fn slug(name: &str) -> String {
    let words: Vec<_> = name.trim().trim_start_matches('#').split_whitespace().collect();
    words.join("-").to_lowercase().chars().take(80).collect()
}

/// The channel of this name, among the public ones.
async fn find(client: &SlackClient, name: &str) -> Result<Option<theirs::Channel>> {
    let mut cursor = None;
    for _ in 0..PAGES {
        let page = client.page(theirs::List::new().limit(MAX_PAGE), cursor).await?.value;
        if let Some(found) = page.items.into_iter().find(|channel| channel.name.as_deref() == Some(name)) {
            return Ok(Some(found));
        }
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    Ok(None)
}

/// Whether an error is this one of Slack's.
fn is(error: &Error, code: &str) -> bool {
    error.vendor().is_some_and(|vendor| vendor.code == code)
}

//! A channel or a direct message as a conversation.

use messaging_core::{
    Place, Result, UnixMillis,
    message::{Conversation, ConversationState},
};
use messaging_http::unreadable;
use serde_json::Map;

use crate::{
    Slack,
    client::{SlackClient, auth, conversations::Channel},
    place,
};

/// Which channel, in which workspace: `C1`, or `T1,C1` where the app is in several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Room<'i> {
    pub(crate) team: Option<&'i str>,
    pub(crate) channel: &'i str,
}

impl<'i> Room<'i> {
    pub(crate) fn of(id: &'i str) -> Self {
        match id.split_once(',') {
            Some((team, channel)) => Self { team: Some(team), channel },
            None => Self { team: None, channel: id },
        }
    }
}

impl Slack {
    /// A client for a channel's workspace.
    pub(crate) async fn client_in(&self, team: Option<&str>) -> Result<SlackClient> {
        match team {
            Some(team) => self.client_for(&place::workspace(team)).await,
            None => self.client().await,
        }
    }

    /// A channel in our words. `team` is the workspace that its id named.
    pub(crate) async fn conversation(
        &self,
        client: &SlackClient,
        team: Option<&str>,
        channel: Channel,
    ) -> Result<Conversation> {
        let home = match team {
            Some(team) => team.to_owned(),
            None => self.home(client).await?,
        };
        conversation(&home, team, channel)
    }

    /// The workspace or organisation that the client's token is installed in.
    pub(crate) async fn home(&self, client: &SlackClient) -> Result<String> {
        if let Some(team) = self.identity.get().and_then(|identity| identity.team.clone()) {
            return Ok(team);
        }
        let identity = client.call(auth::Test::new()).await?.value;
        let organisation = identity.enterprise_id.filter(|_| identity.is_enterprise_install == Some(true));
        organisation.or(identity.team_id).ok_or_else(|| unreadable("`auth.test` answered ok without a `team_id`"))
    }
}

/// A channel of `home`; its id names the workspace if `team` does.
pub(crate) fn conversation(home: &str, team: Option<&str>, channel: Channel) -> Result<Conversation> {
    let id = channel.id.as_deref().ok_or_else(|| unreadable("Slack answered ok with a channel that has no id"))?;
    let reference = reference(home, id, channel.is_im == Some(true));
    let named = team.map_or_else(|| id.to_owned(), |team| format!("{team},{id}"));
    let mut conversation = Conversation::new(named, reference);
    conversation.state =
        if channel.is_archived == Some(true) { ConversationState::Closed } else { ConversationState::Active };
    conversation.created_at = channel.created.map(|created| UnixMillis(created.0.saturating_mul(1_000)));
    let texts = [("topic", channel.topic), ("purpose", channel.purpose)];
    let texts = texts.into_iter().filter_map(|(key, text)| Some((key, text?.value.filter(|value| !value.is_empty())?)));
    conversation.attributes = texts.map(|(key, text)| (key.to_owned(), text.into())).collect::<Map<_, _>>();
    if let Some(private) = channel.is_private {
        conversation.attributes.insert("is_private".to_owned(), private.into());
    }
    if let Some(user) = channel.user {
        conversation.attributes.insert("user".to_owned(), user.into());
    }
    conversation.unique_name.clone_from(&channel.name);
    conversation.name = channel.name;
    Ok(conversation)
}

fn reference(team: &str, id: &str, is_dm: bool) -> Place {
    if is_dm || id.starts_with('D') { place::dm(team, id) } else { place::channel(team, id) }
}

//! Who is in a channel. <https://docs.slack.dev/reference/methods/conversations.invite>

use async_trait::async_trait;
use messaging_core::{
    Context, Error, ErrorKind, Page, Result,
    capability::Participants,
    message::{
        AddParticipant, ListParticipants, Participant, ParticipantAddress, RemoveParticipant, UpdateParticipant,
    },
};
use messaging_http::unreadable;

use crate::{
    Slack,
    client::{SlackClient, conversations as theirs, users},
    room::Room,
    settled::settled,
};

/// People on one page unless asked otherwise, and the most there are.
const PAGE: u32 = 200;
const MAX_PAGE: u32 = 999;

#[async_trait]
impl Participants for Slack {
    /// Invites a person by id (`U…`) or by mail address (`users:read.email`); who is in the channel already stays there.
    async fn add(&self, _: &Context, request: AddParticipant) -> Result<Participant> {
        let unsupported = |message: &str| Err(Error::new(ErrorKind::Unsupported, message));
        if request.role.is_some() || !request.attributes.is_empty() {
            return unsupported("people in a channel have neither roles nor attributes");
        }
        let ParticipantAddress::Identity(name) = request.address else {
            return unsupported("people in Slack are named by id or mail address, not by a number");
        };
        let room = Room::of(request.conversation.as_str());
        let client = self.client_in(room.team).await?;
        let user = if name.contains('@') { by_address(&client, &name).await? } else { name };
        let invited = client.call(theirs::Invite::new(room.channel, user.clone())).await.map(|_| ());
        settled(invited, &["already_in_channel"])?;
        Ok(member(user))
    }

    async fn participants(&self, _: &Context, request: ListParticipants) -> Result<Page<Participant>> {
        let room = Room::of(request.conversation.as_str());
        let client = self.client_in(room.team).await?;
        let list = theirs::Members::new(room.channel).limit(request.limit.unwrap_or(PAGE).clamp(1, MAX_PAGE));
        let page = client.page(list, request.cursor).await?.value;
        Ok(Page::new(page.items.into_iter().map(member).collect(), page.next))
    }

    /// Refused: a channel keeps nothing about a person.
    async fn update_participant(&self, _: &Context, _: UpdateParticipant) -> Result<Participant> {
        Err(Error::new(ErrorKind::Unsupported, "people in a channel have neither roles nor attributes"))
    }

    /// Removes a person. `not_in_channel` may mean them or the app, so it stays an error.
    async fn remove(&self, _: &Context, request: RemoveParticipant) -> Result<()> {
        let room = Room::of(request.conversation.as_str());
        let client = self.client_in(room.team).await?;
        let kick = theirs::Kick::new(room.channel).user(request.id.as_str());
        client.call(kick).await.map(|_| ())
    }
}

fn member(user: String) -> Participant {
    Participant::new(user.clone(), ParticipantAddress::Identity(user))
}

async fn by_address(client: &SlackClient, address: &str) -> Result<String> {
    let found = client.call(users::LookupByEmail::new(address)).await?.value.user.and_then(|user| user.id);
    found.ok_or_else(|| unreadable("`users.lookupByEmail` answered ok without an id").not_sent())
}

use async_trait::async_trait;
use messaging_core::{
    Context, Error, ErrorKind, Page, Result,
    capability::Participants,
    message::{
        AddParticipant, ListParticipants, Participant, ParticipantAddress, RemoveParticipant, UpdateParticipant,
    },
};

use crate::{Twilio, client::participants as theirs, roles::Scope};

/// Changes fire the webhooks of the service, so that a gateway learns by which names people are shown.
#[async_trait]
impl Participants for Twilio {
    /// Adds a participant; who is in the conversation already is returned as they are, so that adding is safe to repeat.
    ///
    /// A pair of addresses that is in another conversation which is not closed cannot be added: the error has code
    /// 50416, and [`conversation_in_use`](crate::conversation_in_use) reads that conversation off it.
    async fn add(&self, _: &Context, request: AddParticipant) -> Result<Participant> {
        let add = theirs::Create::new(request.conversation.as_str());
        let mut add = match request.address {
            ParticipantAddress::Identity(identity) => add.identity(identity),
            ParticipantAddress::Address { address, proxy } => {
                let proxy = self.proxy(&address, proxy)?;
                add.messaging_binding_address(address).messaging_binding_proxy_address(proxy)
            }
            ParticipantAddress::Projected { identity, address } => {
                add.identity(identity).messaging_binding_projected_address(address)
            }
            _ => return Err(Error::new(ErrorKind::Unsupported, "this kind of address is unknown to twilio")),
        };
        add.role_sid = self.role(request.role.as_deref())?;
        add.attributes = Some(request.attributes).filter(|attributes| !attributes.is_empty()).map(Into::into);
        let found = match self.client().with_webhooks().call(add.clone()).await {
            Err(error) => self.adopted(add, error).await?,
            Ok(added) => added,
        };
        Ok(self.participant(found))
    }

    async fn participants(&self, _: &Context, request: ListParticipants) -> Result<Page<Participant>> {
        let mut list = theirs::List::new(request.conversation.as_str());
        list.page_size = request.limit.map(|limit| limit.clamp(1, 100));
        let page = self.client().page(&list, request.cursor.as_deref()).await?;
        Ok(Page::new(page.items.into_iter().map(|found| self.participant(found)).collect(), page.next))
    }

    async fn update_participant(&self, _: &Context, request: UpdateParticipant) -> Result<Participant> {
        let mut update = theirs::Update::new(request.conversation.as_str(), request.id.as_str());
        update.role_sid = self.role(request.role.as_deref())?;
        update.attributes = request.attributes.map(Into::into);
        Ok(self.participant(self.client().with_webhooks().call(update).await?))
    }

    async fn remove(&self, _: &Context, request: RemoveParticipant) -> Result<()> {
        let delete = theirs::Delete::new(request.conversation.as_str(), request.id.as_str());
        self.client().with_webhooks().call(delete).await
    }
}

impl Twilio {
    /// The SID of a role in a conversation.
    fn role(&self, word: Option<&str>) -> Result<Option<String>> {
        word.map(|word| self.account.roles.sid(word, Scope::Channel)).transpose()
    }

    /// A participant in our words.
    fn participant(&self, found: theirs::Participant) -> Participant {
        let binding = found.messaging_binding.unwrap_or_default();
        let mut participant = Participant::new(found.sid, address(found.identity, binding));
        participant.role = found.role_sid.map(|role| self.account.roles.word(role, Scope::Channel));
        participant.attributes = found.attributes.and_then(|attributes| attributes.object()).unwrap_or_default();
        participant
    }

    /// Our side of a binding: as asked, otherwise our number on the same channel.
    fn proxy(&self, address: &str, proxy: String) -> Result<String> {
        if !proxy.is_empty() {
            return Ok(proxy);
        }
        let Some(number) = self.phone_number() else {
            let message = "a participant with an address needs a proxy: name one of ours, or set `phone_number`";
            return Err(Error::new(ErrorKind::Invalid, message));
        };
        let number = number.split_once(':').map_or(number, |(_, number)| number);
        Ok(match address.split_once(':') {
            Some((channel, _)) => format!("{channel}:{number}"),
            None => number.to_owned(),
        })
    }
}

fn address(identity: Option<String>, binding: theirs::MessagingBinding) -> ParticipantAddress {
    let identity = identity.filter(|identity| !identity.is_empty());
    match (identity, binding.address, binding.projected_address) {
        (Some(identity), None, Some(address)) => ParticipantAddress::Projected { identity, address },
        (Some(identity), None, None) => ParticipantAddress::Identity(identity),
        (_, address, projected) => ParticipantAddress::Address {
            address: address.unwrap_or_default(),
            proxy: binding.proxy_address.or(projected).unwrap_or_default(),
        },
    }
}

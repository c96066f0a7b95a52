use async_trait::async_trait;
use messaging_core::{
    Context, Error, ErrorKind, Page, Result,
    capability::Participants,
    message::{AddParticipant, ListParticipants, Participant, ParticipantAddress},
};
use serde::Deserialize;

use crate::{
    Twilio,
    api::{resource, rows},
    fields::{Fields, segment},
    row,
};

/// A participant of Conversations v1
/// (<https://www.twilio.com/docs/conversations-classic/api/conversation-participant-resource>).
#[derive(Debug, Deserialize)]
struct ParticipantRow {
    sid: String,
    #[serde(default)]
    identity: Option<String>,
    #[serde(default)]
    messaging_binding: Option<Binding>,
    #[serde(default)]
    role_sid: Option<String>,
    #[serde(default)]
    attributes: Option<String>,
}

/// How a participant is reached over a channel; a group text has a projected address instead of a proxy.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Binding {
    address: Option<String>,
    proxy_address: Option<String>,
    projected_address: Option<String>,
}

impl From<ParticipantRow> for Participant {
    fn from(row: ParticipantRow) -> Self {
        let binding = row.messaging_binding.unwrap_or_default();
        let mut participant = Self::new(row.sid, address(row.identity, binding));
        participant.role = row.role_sid;
        participant.attributes = row::object(row.attributes.as_deref());
        participant
    }
}

fn address(identity: Option<String>, binding: Binding) -> ParticipantAddress {
    match (identity.filter(|identity| !identity.is_empty()), binding.address) {
        (Some(identity), None) => ParticipantAddress::Identity(identity),
        (_, address) => ParticipantAddress::Address {
            address: address.unwrap_or_default(),
            proxy: binding.proxy_address.or(binding.projected_address).unwrap_or_default(),
        },
    }
}

#[async_trait]
impl Participants for Twilio {
    async fn add(&self, _: &Context, request: AddParticipant) -> Result<Participant> {
        let form = match request.address {
            ParticipantAddress::Identity(identity) => Fields::default().with("Identity", identity),
            ParticipantAddress::Address { address, proxy } => {
                let proxy = self.proxy(&address, proxy)?;
                Fields::default().with("MessagingBinding.Address", address).with("MessagingBinding.ProxyAddress", proxy)
            }
            _ => return Err(Error::new(ErrorKind::Unsupported, "this kind of address is unknown to twilio")),
        };
        let path = self.account.conversation_path(request.conversation.as_str(), "/Participants")?;
        let added = self.post(&path, &form.with_object("Attributes", request.attributes)).await?;
        resource::<ParticipantRow>(added, "participant").map(Into::into)
    }

    async fn participants(&self, _: &Context, request: ListParticipants) -> Result<Page<Participant>> {
        let rest = format!("/{}/Participants", segment(request.conversation.as_str())?);
        let page =
            self.page_of(&rest, "Participants", Fields::default(), request.limit, request.cursor.as_deref()).await?;
        let (listed, next) = rows::<ParticipantRow>(page, "participants", "participant")?;
        Ok(Page::new(listed.into_iter().map(Into::into).collect(), next))
    }
}

impl Twilio {
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

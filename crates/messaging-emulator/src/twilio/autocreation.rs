//! Conversations that a first message creates
//! (<https://www.twilio.com/docs/conversations-classic/inbound-autocreation>).

use std::collections::VecDeque;

use http::Method;

use crate::{
    TwilioEmulator,
    twilio::{
        address::{self, Channel},
        api::duration,
        records::{AddressConfiguration, Conversation, Email, Participant, Records, Scoped, Target, Timers, Who, keep},
        webhook::Source,
    },
};

impl TwilioEmulator {
    /// Creates a conversation of this person and this number of ours, if the number's address configuration says so,
    /// and tells `onConversationAdded`, then `onParticipantAdded`. Returns its sid: the message goes into it next.
    ///
    /// For whoever writes to a number, if no open conversation binds the two.
    pub(crate) fn autocreate(&self, person: &str, ours: &str) -> Option<String> {
        let configuration = {
            let records = self.records();
            let is_meant = |other: &&AddressConfiguration| other.address == ours && other.creation.enabled;
            records.addresses.iter().find(is_meant).cloned()?
        };
        let conversation = self.created_for(&configuration, person, ours)?;
        {
            let mut records = self.records();
            if let Some(other) = records.bound(person, ours) {
                return Some(other.sid.clone());
            }
            keep(&mut records.conversations, conversation.clone());
        }
        self.desk.note(format_args!("twilio autocreate {} {person},{ours}", conversation.sid));
        self.watch();
        let source = Source::Phone(address::parse(person).map_or(Channel::Sms, |(channel, _)| channel));
        self.tell_conversation(&conversation, "onConversationAdded", &source);
        for participant in &conversation.participants {
            self.tell_participant(&conversation, participant, "onParticipantAdded", &source);
        }
        Some(conversation.sid)
    }

    fn created_for(&self, configuration: &AddressConfiguration, person: &str, ours: &str) -> Option<Conversation> {
        let (now, since) = (self.desk.wall(), self.desk.now());
        let (sid, participant_sid, webhook_sid) = (self.sid("CH"), self.sid("MB"), self.sid("WH"));
        let creation = &configuration.creation;
        let target = match creation.kind.as_str() {
            "webhook" => Some(Target::Webhook),
            "studio" => Some(Target::Studio),
            _ => None,
        };
        let webhook = target.map(|target| Scoped {
            sid: webhook_sid,
            target,
            url: creation.webhook_url.clone(),
            method: if target == Target::Webhook { creation.webhook_method.clone() } else { Method::POST },
            filters: creation.webhook_filters.clone(),
            triggers: Vec::new(),
            flow_sid: creation.studio_flow_sid.clone(),
            replay_after: None,
            created: now,
            updated: now,
        });
        let mut records = self.records();
        let service_sid = service_for(configuration, &mut records)?;
        let role_sid = records.service(&service_sid)?.defaults.participant_role_sid.clone();
        let account = &records.configuration;
        let wait = |timer: &Option<String>| timer.as_deref().and_then(duration::read);
        let timers = Timers {
            inactive: wait(&account.inactive_timer),
            closed: wait(&account.closed_timer),
            since,
            since_wall: now,
        };
        Some(Conversation {
            sid,
            service_sid,
            friendly_name: None,
            unique_name: None,
            messaging_service_sid: account.default_messaging_service_sid.clone(),
            attributes: "{}".to_owned(),
            state: "active".to_owned(),
            created: now,
            updated: now,
            participants: vec![Participant {
                sid: participant_sid,
                who: Who::Bound { address: person.to_owned(), proxy: ours.to_owned() },
                role_sid,
                attributes: "{}".to_owned(),
                created: now,
                updated: now,
                last_read_index: None,
                last_read_at: None,
            }],
            posts: VecDeque::new(),
            next_index: 0,
            timers,
            email: Email::default(),
            webhooks: webhook.into_iter().collect(),
            actions: VecDeque::new(),
            created_by: person.to_owned(),
        })
    }
}

/// The service that the configuration names, else the account's default one. None if it is gone.
fn service_for(configuration: &AddressConfiguration, records: &mut Records) -> Option<String> {
    let named = configuration.creation.service_sid.clone();
    let sid = named.unwrap_or_else(|| records.configuration.default_service_sid.clone());
    records.service(&sid).map(|service| service.sid.clone())
}

//! The conversations of a user
//! (<https://www.twilio.com/docs/conversations-classic/api/user-conversation-resource>).

use http::StatusCode;
use serde_json::{Value, json};

use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        api::{
            Outcome, Refusal,
            call::{Call, Parameters},
            conversations::{no_content, timers},
            page::Page,
            participants::{last_read_at, last_read_index},
        },
        dates,
        records::{Conversation, Participant, User},
    },
};

const UPDATE: Parameters = Parameters {
    operation: "POST Users Conversation",
    known: &["NotificationLevel", "LastReadTimestamp", "LastReadMessageIndex"],
    idle: &[],
};
const LIST: Parameters =
    Parameters { operation: "GET Users Conversations", known: &["PageSize", "Page", "PageToken"], idle: &[] };

impl TwilioEmulator {
    /// `GET …/Users/{US}/Conversations`
    pub(crate) fn list_user_conversations(&self, call: &Call, name: &str) -> Outcome {
        self.check(&call.query, LIST);
        let (user, _) = self.find_user(call, name)?;
        let records = self.records();
        let rooms = records.conversations.iter().filter(|other| other.service_sid == call.service);
        let theirs = rooms.filter_map(|room| Some((room.clone(), room.member(&user.identity)?.clone()))).collect();
        drop(records);
        let page = Page::cut(theirs, &call.query, 50, |(conversation, _): &(Conversation, _)| &conversation.sid)?;
        let json = |(conversation, member): &(Conversation, Participant)| {
            self.user_conversation(&user, conversation, member, &call.root)
        };
        let items = page.items.iter().map(json).collect();
        Ok(json_answer(StatusCode::OK, &page.meta(&self.absolute(&call.path), "conversations", items)))
    }

    /// `GET …/Users/{US}/Conversations/{CH}`
    pub(crate) fn fetch_user_conversation(&self, call: &Call, name: &str, room: &str) -> Outcome {
        let (user, conversation, member) = self.membership(call, name, room)?;
        Ok(json_answer(StatusCode::OK, &self.user_conversation(&user, &conversation, &member, &call.root)))
    }

    /// `POST …/Users/{US}/Conversations/{CH}`: how far they have read, and whether it is muted for them.
    pub(crate) fn update_user_conversation(&self, call: &Call, name: &str, room: &str) -> Outcome {
        let form = self.form(call, UPDATE)?;
        let (index, at) = (last_read_index(&form)?, last_read_at(&form)?);
        let is_muted = match form.get("NotificationLevel") {
            None => None,
            Some("default") => Some(false),
            Some("muted") => Some(true),
            Some(_) => return Err(Refusal::invalid(50_210, "Invalid notification level")),
        };
        let (mut user, conversation, member) = self.membership(call, name, room)?;
        let now = self.desk.wall();
        let member = self.change(call, &conversation.sid, |conversation| {
            let kept = conversation.participants.iter_mut().find(|other| other.sid == member.sid)?;
            kept.read(&index, &at, || dates::iso(now));
            Some(kept.clone())
        })?;
        if let Some(is_muted) = is_muted {
            let mut records = self.records();
            let users = records.service(&call.service).map(|service| &mut service.users);
            if let Some(kept) = users.and_then(|users| users.iter_mut().find(|kept| kept.sid == user.sid)) {
                if is_muted {
                    kept.mute(conversation.sid.clone());
                } else {
                    kept.muted.remove(&conversation.sid);
                }
                user.clone_from(kept);
            }
        }
        let member = member.ok_or_else(|| call.not_found())?;
        Ok(json_answer(StatusCode::OK, &self.user_conversation(&user, &conversation, &member, &call.root)))
    }

    /// `DELETE …/Users/{US}/Conversations/{CH}`: the user leaves.
    pub(crate) fn leave_user_conversation(&self, call: &Call, name: &str, room: &str) -> Outcome {
        let (_, conversation, member) = self.membership(call, name, room)?;
        self.change(call, &conversation.sid, |kept| kept.participants.retain(|other| other.sid != member.sid))?;
        Ok(no_content())
    }

    fn membership(&self, call: &Call, name: &str, room: &str) -> Result<(User, Conversation, Participant), Refusal> {
        let (user, _) = self.find_user(call, name)?;
        let conversation = self.find(call, room)?;
        let member = conversation.member(&user.identity).cloned().ok_or_else(|| call.not_found())?;
        Ok((user, conversation, member))
    }

    fn user_conversation(&self, user: &User, conversation: &Conversation, member: &Participant, root: &str) -> Value {
        let room = self.absolute(&format!("{root}/Conversations/{}", conversation.sid));
        let read = member.last_read_index;
        let unread = read.map(|read| conversation.next_index.saturating_sub(read.saturating_add(1)));
        let level = if user.muted.contains(&conversation.sid) { "muted" } else { "default" };
        json!({
            "account_sid": self.account.settings.account_sid,
            "chat_service_sid": conversation.service_sid,
            "conversation_sid": conversation.sid,
            "unread_messages_count": unread,
            "last_read_message_index": read,
            "participant_sid": member.sid,
            "user_sid": user.sid,
            "friendly_name": conversation.friendly_name,
            "conversation_state": conversation.state,
            "timers": timers(conversation),
            "attributes": conversation.attributes,
            "date_created": dates::iso(conversation.created),
            "date_updated": dates::iso(conversation.updated),
            "created_by": conversation.created_by,
            "notification_level": level,
            "unique_name": conversation.unique_name,
            "links": { "participant": format!("{room}/Participants/{}", member.sid), "conversation": room },
            "url": self.absolute(&format!("{root}/Users/{}/Conversations/{}", user.sid, conversation.sid)),
        })
    }
}

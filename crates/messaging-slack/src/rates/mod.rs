//! How fast Slack takes commands, as data for whoever slows down
//! (<https://docs.slack.dev/apis/web-api/rate-limits>).

mod tier;

use messaging_core::{
    Operation, Place,
    capability::{Limit, Rates},
    message::{ConversationState, Invoke, SendMessage, StartStream},
};
use serde_json::Value;

use crate::{
    Slack,
    place::{self, Destination},
};

/// The seconds that a minute's calls are spread over: one more than Slack counts, for calls that are under way longer
/// than those after them.
const MINUTE: f64 = 61.0;

impl Rates for Slack {
    /// Slack counts calls by method and workspace, in tiers: 20, 50 or 100 a minute. A message counts by its channel, one a
    /// second with short bursts, and by its workspace, 300 a minute. `rate_limits` of the settings says otherwise.
    ///
    /// What is called by name counts as its method does; what Slack says nothing of is not limited here.
    fn limits(&self, operation: &Operation) -> Vec<Limit> {
        match operation {
            Operation::Send(send) => self.posting(send),
            Operation::Edit(edit) => self.method_at("chat.update", &edit.conversation),
            Operation::StartStream(start) => self.streaming(start),
            Operation::AppendStream(append) => self.method_at("chat.appendStream", &append.conversation),
            // What is uncertain, or was closed meanwhile, is put right by an edit.
            Operation::FinishStream(finish) => {
                let edit = finish.shown.is_none().then(|| self.method_at("chat.update", &finish.conversation));
                let stop = self.method_at("chat.stopStream", &finish.conversation);
                stop.into_iter().chain(edit.into_iter().flatten()).collect()
            }
            Operation::DiscardStream(discard) => {
                let stop = self.method_at("chat.stopStream", &discard.conversation);
                stop.into_iter().chain(self.method_at("chat.delete", &discard.conversation)).collect()
            }
            Operation::FindStream(find) => self.reading(&find.conversation, false),
            Operation::DeleteMessage(delete) => self.method_at("chat.delete", &delete.conversation),
            Operation::FetchMessage(fetch) => self.reading(&fetch.conversation, false),
            Operation::History(list) => self.reading(&list.conversation, false),
            Operation::Find(find) => self.reading(&find.message.to, find.message.thread.is_some()),
            Operation::CatchUp(list) if place::is_workspace(&list.conversation) => {
                self.method_at("users.conversations", &list.conversation)
            }
            Operation::CatchUp(list) => self.reading(&list.conversation, false),
            Operation::CreateConversation(create) if create.attributes.contains_key("users") => {
                self.method("conversations.open", None)
            }
            Operation::CreateConversation(_) => self.method("conversations.create", None),
            Operation::FetchConversation(fetch) => self.method("conversations.info", team(fetch.id.as_str())),
            Operation::ListConversations(_) => self.method("conversations.list", None),
            Operation::UpdateConversation(update) => self.method("conversations.rename", team(update.id.as_str())),
            Operation::SetConversationState(set) => {
                let closes = set.state == ConversationState::Closed;
                let method = if closes { "conversations.archive" } else { "conversations.unarchive" };
                self.method(method, team(set.id.as_str()))
            }
            Operation::AddParticipant(add) => self.method("conversations.invite", team(add.conversation.as_str())),
            Operation::ListParticipants(list) => self.method("conversations.members", team(list.conversation.as_str())),
            Operation::RemoveParticipant(remove) => {
                self.method("conversations.kick", team(remove.conversation.as_str()))
            }
            Operation::FetchName(fetch) => self.method_at("users.info", &fetch.conversation),
            Operation::AddReaction(add) => self.method_at("reactions.add", &add.conversation),
            Operation::RemoveReaction(remove) => self.method_at("reactions.remove", &remove.conversation),
            Operation::SetTyping(typing) => self.method_at("assistant.threads.setStatus", &typing.conversation),
            Operation::UploadMedia(upload) => self.method_at("files.getUploadURLExternal", &upload.conversation),
            Operation::Health(_) => self.method("auth.test", None),
            Operation::Invoke(invoke) => self.invoking(invoke),
            _ => Vec::new(),
        }
    }
}

impl Slack {
    fn posting(&self, send: &SendMessage) -> Vec<Limit> {
        if send.attributes.contains_key("response_url") {
            return Vec::new();
        }
        if send.to.kind() == "webhook" {
            let name = send.to.parts().first().map_or("", String::as_str);
            return vec![self.limit("channel", format!("webhook:{name}"), tier::CHANNEL)];
        }
        let Ok(destination) = Destination::of(&send.to, None) else { return Vec::new() };
        let team = send.to.parts().first().map(String::as_str);
        let mut limits = self.post_limits(team, Some(destination.channel));
        limits.extend(self.method("chat.postMessage", team));
        limits
    }

    fn streaming(&self, start: &StartStream) -> Vec<Limit> {
        let place = &start.conversation;
        let team = place.parts().first().map(String::as_str);
        let mut limits = self.post_limits(team, place.parts().get(1).map(String::as_str));
        limits.extend(self.method("chat.startStream", team));
        limits
    }

    fn invoking(&self, invoke: &Invoke) -> Vec<Limit> {
        let named = |name: &str| invoke.payload.get(name).and_then(Value::as_str);
        let mut limits = Vec::new();
        if tier::posts(&invoke.method)
            && let Some(channel) = named("channel").or_else(|| named("channel_id"))
        {
            limits = self.post_limits(named("team_id"), Some(channel));
        }
        limits.extend(self.method(&invoke.method, named("team_id")));
        limits
    }

    /// What a message counts against beside its method.
    fn post_limits(&self, team: Option<&str>, channel: Option<&str>) -> Vec<Limit> {
        let team = self.counted(team);
        let channel = channel.map(|channel| self.limit("channel", format!("post:{team},{channel}"), tier::CHANNEL));
        channel.into_iter().chain([self.limit("posts", format!("posts:{team}"), tier::POSTS)]).collect()
    }

    fn reading(&self, place: &Place, in_thread: bool) -> Vec<Limit> {
        let in_thread = in_thread || place.kind() == "thread";
        self.method_at(if in_thread { "conversations.replies" } else { "conversations.history" }, place)
    }

    fn method_at(&self, method: &str, place: &Place) -> Vec<Limit> {
        self.method(method, place.parts().first().map(String::as_str))
    }

    fn method(&self, method: &str, team: Option<&str>) -> Vec<Limit> {
        // What posts a message, and nothing else, is counted by what it posts.
        if method == "chat.postMessage" && !self.rate_limits.contains_key(method) {
            return Vec::new();
        }
        let Some(usual) = tier::per_minute(method).or_else(|| self.rate_limits.get(method).copied()) else {
            return Vec::new();
        };
        vec![self.limit(method, format!("{method}:{}", self.counted(team)), usual)]
    }

    /// The workspace that a call counts in: the named one, otherwise our only one.
    fn counted<'t>(&'t self, team: Option<&'t str>) -> &'t str {
        team.or_else(|| self.identity.get()?.team.as_deref()).unwrap_or("-")
    }

    /// So many a minute, as `rate_limits` says under `name`, `usual` otherwise.
    ///
    /// Whatever the burst, no minute sees more than it may: what may start at once is not allowed a second time.
    fn limit(&self, name: &str, key: String, usual: f64) -> Limit {
        let minute = self.rate_limits.get(name).copied().unwrap_or(usual);
        let burst = burst(minute);
        Limit::new(key, (minute - f64::from(burst - 1)) / MINUTE).with_burst(burst)
    }
}

/// How many may start at once, of so many a minute.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a small number")]
fn burst(minute: f64) -> u32 {
    (minute / 30.0).clamp(1.0, 10.0) as u32
}

/// The workspace in a conversation's id, where it names one: `T1,C1`.
fn team(id: &str) -> Option<&str> {
    id.split_once(',').map(|(team, _)| team)
}

#[cfg(test)]
mod tests {
    use messaging_core::{
        ListMissed, Request, UnixMillis,
        message::{AddReaction, EditMessage, FetchConversation, ListMessages, SetTyping},
    };
    use messaging_http::{Transport, TransportError};
    use serde_json::json;

    use super::*;
    use crate::{SlackConfig, channel, dm, thread};

    fn slack(rates: &[(&str, f64)]) -> Slack {
        let mut config = SlackConfig::new("xoxb-1", "s");
        config.rate_limits = rates.iter().map(|(name, rate)| ((*name).to_owned(), *rate)).collect();
        let nobody = tower::service_fn(|_| async { Err(TransportError::not_sent("nobody")) });
        Slack::new(config, Transport::new(nobody)).unwrap()
    }

    fn keys(slack: &Slack, request: impl Request) -> Vec<String> {
        slack.limits(&request.into_operation()).into_iter().map(|limit| limit.key).collect()
    }

    #[test]
    fn a_post_counts_by_channel_and_workspace_and_a_change_by_method_and_workspace() {
        let slack = slack(&[]);
        for place in [channel("T1", "C1"), thread("T1", "C1", "1.000000"), dm("T1", "C1")] {
            assert_eq!(keys(&slack, SendMessage::new(place.clone(), "hi")), ["post:T1,C1", "posts:T1"]);
            let edit = EditMessage { conversation: place.clone(), id: "1.0".into(), content: "x".into() };
            assert_eq!(keys(&slack, edit), ["chat.update:T1"]);
            assert_eq!(keys(&slack, AddReaction::new(place.clone(), "1.0", "eyes")), ["reactions.add:T1"]);
            assert_eq!(keys(&slack, SetTyping::shown(place)), ["assistant.threads.setStatus:T1"]);
        }
        assert_eq!(keys(&slack, ListMessages::of(channel("T1", "C1"))), ["conversations.history:T1"]);
        assert_eq!(keys(&slack, ListMessages::of(thread("T1", "C1", "1.0"))), ["conversations.replies:T1"]);
        let missed = |place| keys(&slack, ListMissed::of(place, UnixMillis(0)));
        assert_eq!(missed(dm("T1", "D1")), ["conversations.history:T1"]);
        assert_eq!(missed(thread("T1", "C1", "1.0")), ["conversations.replies:T1"]);
        assert_eq!(missed(place::workspace("T1")), ["users.conversations:T1"]);
        assert_eq!(keys(&slack, FetchConversation { id: "T1,C1".into() }), ["conversations.info:T1"]);
        assert_eq!(keys(&slack, SendMessage::new("webhook:ops".parse().unwrap(), "hi")), ["webhook:ops"]);
    }

    #[test]
    fn what_is_called_by_name_counts_as_its_method() {
        let slack = slack(&[]);
        let invoke = |method: &str, payload: Value| keys(&slack, Invoke { method: method.to_owned(), payload });
        let post = json!({ "channel": "C1", "team_id": "T1" });
        assert_eq!(invoke("chat.postMessage", post.clone()), ["post:T1,C1", "posts:T1"]);
        assert_eq!(invoke("chat.meMessage", post), ["post:T1,C1", "posts:T1", "chat.meMessage:T1"]);
        assert_eq!(invoke("users.info", json!({ "user": "U1" })), ["users.info:-"]);
        assert!(invoke("admin.users.list", json!({})).is_empty(), "nothing is known of it");
    }

    #[test]
    fn no_minute_sees_more_than_it_may() {
        let slack = slack(&[("conversations.history", 1.0), ("channel", 30.0), ("admin.users.list", 20.0)]);
        let of = |request: Operation| slack.limits(&request);
        let history = &of(ListMessages::of(channel("T1", "C1")).into_operation())[0];
        assert_eq!((history.per_second, history.burst), (1.0 / 61.0, 1));
        let post = of(SendMessage::new(channel("T1", "C1"), "hi").into_operation());
        for (limit, minute) in [(&post[0], 30.0), (&post[1], 300.0)] {
            let most = f64::from(limit.burst) + (limit.per_second * 60.0).floor();
            assert!(most <= minute, "{limit:?}");
            assert!(limit.per_second * 60.0 >= 0.95 * minute, "{limit:?}");
        }
        let admin = Invoke { method: "admin.users.list".to_owned(), payload: Value::Null };
        assert_eq!(of(admin.into_operation()).len(), 1, "the settings say so");
    }
}

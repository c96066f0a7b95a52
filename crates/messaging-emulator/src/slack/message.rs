use serde_json::{Map, Value, json};

use super::{settings::SlackSettings, streams::Stream, ts::Ts};

/// Who wrote a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Author {
    /// A person, with the id that their client gave the message.
    Person { user: String, client_msg_id: String },
    /// The app, perhaps under a name of its choice.
    App { username: Option<String> },
}

/// A message as it was handed in.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) author: Author,
    /// As Slack keeps it: `&`, `<` and `>` escaped, mentions as `<@U…>`.
    pub(crate) text: String,
    /// As people read it.
    pub(crate) read: String,
    pub(crate) blocks: Option<Value>,
    pub(crate) attachments: Option<Value>,
    pub(crate) metadata: Option<Value>,
    pub(crate) thread: Option<Ts>,
    pub(crate) broadcast: bool,
}

impl Draft {
    /// The user it is shown under.
    pub(crate) fn user<'a>(&'a self, settings: &'a SlackSettings) -> &'a str {
        match &self.author {
            Author::Person { user, .. } => user,
            Author::App { .. } => &settings.bot_user_id,
        }
    }
}

/// A message as the channel keeps it.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub(crate) ts: Ts,
    /// Who wrote the first message of the thread.
    pub(crate) parent_user: Option<String>,
    pub(crate) draft: Draft,
    /// How it grows, if it is a streamed answer.
    pub(crate) stream: Option<Stream>,
}

/// What the first message of a thread knows about the rest.
#[derive(Clone, Debug)]
pub(crate) struct Thread {
    pub(crate) replies: usize,
    pub(crate) users: Vec<String>,
    pub(crate) latest: Ts,
}

impl Message {
    /// As the Web API and events tell it, metadata apart.
    pub(crate) fn json(&self, settings: &SlackSettings, thread: Option<&Thread>) -> Map<String, Value> {
        let mut json = Map::new();
        let mut put = |name: &str, value: Value| json.insert(name.to_owned(), value);
        put("type", json!("message"));
        put("ts", json!(self.ts.to_string()));
        put("text", json!(self.draft.text));
        put("team", json!(settings.team_id));
        if self.draft.broadcast {
            put("subtype", json!("thread_broadcast"));
        }
        match &self.draft.author {
            Author::Person { user, client_msg_id } => {
                put("user", json!(user));
                put("client_msg_id", json!(client_msg_id));
            }
            Author::App { username } => {
                put("bot_id", json!(settings.bot_id));
                put("app_id", json!(settings.app_id));
                put("bot_profile", bot_profile(settings));
                if let Some(username) = username {
                    put("subtype", json!("bot_message"));
                    put("username", json!(username));
                } else {
                    put("user", json!(settings.bot_user_id));
                }
            }
        }
        for (name, value) in [("blocks", &self.draft.blocks), ("attachments", &self.draft.attachments)] {
            if let Some(value) = value {
                put(name, value.clone());
            }
        }
        if let Some(stream) = &self.stream {
            put("streaming_state", json!(stream.state.name()));
        }
        if let Some(parent) = self.draft.thread {
            put("thread_ts", json!(parent.to_string()));
            if let Some(user) = &self.parent_user {
                put("parent_user_id", json!(user));
            }
        } else if let Some(thread) = thread {
            put("thread_ts", json!(self.ts.to_string()));
            put("reply_count", json!(thread.replies));
            put("reply_users_count", json!(thread.users.len()));
            put("reply_users", json!(thread.users));
            put("latest_reply", json!(thread.latest.to_string()));
            put("is_locked", json!(false));
            put("subscribed", json!(false));
        }
        json
    }
}

/// How the app presents itself in each of its messages.
fn bot_profile(settings: &SlackSettings) -> Value {
    json!({
        "id": settings.bot_id,
        "app_id": settings.app_id,
        "user_id": settings.bot_user_id,
        "name": SlackSettings::BOT_NAME,
        "deleted": false,
        "updated": 1_607_307_935,
        "team_id": settings.team_id,
        "icons": {},
    })
}

use serde_json::{Map, Value, json};

use super::{directory::Directory, streams::Stream, ts::Ts};

/// Who wrote a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Author {
    /// A person, with the id that their client gave the message; what Slack says in their name has none.
    Person { user: String, client_msg_id: Option<String> },
    /// Neither; the message's own fields say who.
    Other { shown_as: String },
    /// The app, perhaps under a name of its choice.
    App { username: Option<String>, icons: Option<Value> },
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
    /// What it is, if it is not simply a message: `me_message`, `file_share`, `channel_join`…
    pub(crate) subtype: Option<&'static str>,
    /// What only messages of its subtype say.
    pub(crate) extra: Map<String, Value>,
}

impl Draft {
    /// What Slack itself says about what a user did: `channel_join`, `channel_topic`…
    pub(crate) fn notice(
        user: &str,
        subtype: &'static str,
        text: String,
        read: String,
        extra: &[(&str, &str)],
    ) -> Self {
        Self {
            author: Author::Person { user: user.to_owned(), client_msg_id: None },
            text,
            read,
            blocks: None,
            attachments: None,
            metadata: None,
            thread: None,
            broadcast: false,
            subtype: Some(subtype),
            extra: extra.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect(),
        }
    }

    /// Whether it says nothing and shows nothing.
    pub(crate) fn is_nothing(&self) -> bool {
        let files = self.extra.get("files").and_then(Value::as_array);
        let is_empty = self.text.is_empty() && self.blocks.is_none() && self.attachments.is_none();
        is_empty && files.is_none_or(Vec::is_empty)
    }

    /// The user it is shown under.
    pub(crate) fn user<'a>(&'a self, directory: &'a Directory) -> &'a str {
        match &self.author {
            Author::Person { user, .. } => user,
            Author::Other { shown_as } => shown_as,
            Author::App { .. } => &directory.bot_user_id,
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
    /// By whom and when it was last edited.
    pub(crate) edited: Option<(String, Ts)>,
    /// Each with those who reacted so, in order.
    pub(crate) reactions: Vec<(String, Vec<String>)>,
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
    /// The id that whoever wrote it gave it, a person's client or the app.
    pub(crate) fn client_msg_id(&self) -> Option<&str> {
        match (self.draft.extra.get("client_msg_id"), &self.draft.author) {
            (Some(given), _) => given.as_str(),
            (None, Author::Person { client_msg_id, .. }) => client_msg_id.as_deref(),
            (None, Author::App { .. } | Author::Other { .. }) => None,
        }
    }

    /// As whoever may read metadata is told of it.
    pub(crate) fn told(&self, directory: &Directory) -> Map<String, Value> {
        let mut json = self.json(directory, None);
        if let Some(metadata) = &self.draft.metadata {
            json.insert("metadata".to_owned(), metadata.clone());
        }
        json
    }

    /// As the Web API and events tell it, metadata apart.
    pub(crate) fn json(&self, directory: &Directory, thread: Option<&Thread>) -> Map<String, Value> {
        let mut json = Map::new();
        let mut put = |name: &str, value: Value| json.insert(name.to_owned(), value);
        put("type", json!("message"));
        put("ts", json!(self.ts.to_string()));
        put("text", json!(self.draft.text));
        put("team", json!(directory.team_id));
        if let Some(subtype) = self.draft.subtype.or(self.draft.broadcast.then_some("thread_broadcast")) {
            put("subtype", json!(subtype));
        }
        match &self.draft.author {
            // Written below, with what only such messages say.
            Author::Other { .. } => {}
            Author::Person { user, client_msg_id } => {
                put("user", json!(user));
                if let Some(client_msg_id) = client_msg_id {
                    put("client_msg_id", json!(client_msg_id));
                }
            }
            Author::App { username, icons } => {
                put("bot_id", json!(directory.bot_id));
                put("app_id", json!(directory.app_id));
                put("bot_profile", bot_profile(directory));
                if let Some(username) = username {
                    put("subtype", json!("bot_message"));
                    put("username", json!(username));
                } else {
                    put("user", json!(directory.bot_user_id));
                }
                if let Some(icons) = icons {
                    put("icons", icons.clone());
                }
            }
        }
        if let Some((user, ts)) = &self.edited {
            put("edited", json!({ "user": user, "ts": ts.to_string() }));
        }
        if !self.reactions.is_empty() {
            let told = self.reactions.iter();
            put("reactions", told.map(|(name, users)| reaction(name, users)).collect());
        }
        for (name, value) in &self.draft.extra {
            put(name, value.clone());
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

fn reaction(name: &str, users: &[String]) -> Value {
    json!({ "name": name, "users": users, "count": users.len() })
}

/// How the app presents itself in each of its messages.
fn bot_profile(directory: &Directory) -> Value {
    json!({
        "id": directory.bot_id,
        "app_id": directory.app_id,
        "user_id": directory.bot_user_id,
        "name": directory.name_of(&directory.bot_user_id),
        "deleted": false,
        "updated": 1_607_307_935,
        "team_id": directory.team_id,
        "icons": {},
    })
}

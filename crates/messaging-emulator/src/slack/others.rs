use serde_json::{Map, Value, json};

use super::{
    SlackEmulator, WriteError,
    directory::Directory,
    message::{Author, Draft},
    screen::{kept, plain},
    ts::Ts,
    typed::typed,
};

/// Somebody or something that writes and is neither a person of the workspace nor the app.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SlackStranger {
    /// Another app's bot, as bots are today: a user without a subtype, told apart by `bot_id` alone.
    Bot {
        /// `B…`.
        bot_id: String,
        /// `A…`.
        app_id: String,
        /// `U…`.
        user_id: String,
    },
    /// A bot of old, or a webhook: `bot_message` without a user.
    ClassicBot {
        /// `B…`.
        bot_id: String,
        /// As people see it.
        username: String,
    },
    /// A person of another workspace, in a channel that is shared with it (Slack Connect).
    Outsider {
        /// `T…`, their workspace.
        team_id: String,
        /// `U…` or `W…`.
        user_id: String,
    },
}

impl SlackEmulator {
    /// Has a stranger write in a channel, `@bot` for a mention; returns the message's timestamp. A channel that an
    /// outsider writes in is shared from then on: its events say `is_ext_shared_channel`.
    ///
    /// # Errors
    /// The channel or the thread does not exist, or there is no text.
    ///
    /// # Panics
    /// Outside a tokio runtime: the app is told in tasks that this spawns.
    pub fn write_as(
        &self,
        stranger: &SlackStranger,
        channel: &str,
        text: &str,
        thread_ts: Option<&str>,
    ) -> Result<String, WriteError> {
        if text.trim().is_empty() {
            return Err(WriteError::NoText);
        }
        let directory = self.home_of(channel).ok_or(WriteError::NoSuchChannel)?;
        let thread = {
            let mut state = self.state();
            let room = state.room_mut(channel).ok_or(WriteError::NoSuchChannel)?;
            if let SlackStranger::Outsider { team_id, .. } = stranger
                && !room.shared_with.contains(team_id)
            {
                room.shared_with.push(team_id.clone());
            }
            let parent = |text: &str| Ts::read(text).filter(|&ts| room.find(ts).is_some());
            thread_ts.map(|text| parent(text).ok_or(WriteError::NoSuchThread)).transpose()?
        };
        let draft = draft(stranger, &directory, text, thread);
        let published = self.publish(&directory.team_id, channel, draft).ok_or(WriteError::NoSuchChannel)?;
        Ok(published.ts.to_string())
    }
}

fn draft(stranger: &SlackStranger, directory: &Directory, text: &str, thread: Option<Ts>) -> Draft {
    let is_person = matches!(stranger, SlackStranger::Outsider { .. });
    let (text, read, blocks) = if is_person {
        let (words, blocks) = typed(text, directory);
        (words, text.to_owned(), Some(blocks))
    } else {
        let words = kept(&typed(text, directory).0);
        let read = plain(&words, directory);
        (words, read, None)
    };
    let (shown_as, fields, subtype) = match stranger {
        SlackStranger::Bot { bot_id, app_id, user_id } => {
            let profile = json!({
                "id": bot_id, "app_id": app_id, "user_id": user_id, "name": "other-app", "deleted": false,
                "updated": 1_607_307_935, "team_id": directory.team_id, "icons": {},
            });
            (user_id, json!({ "user": user_id, "bot_id": bot_id, "app_id": app_id, "bot_profile": profile }), None)
        }
        SlackStranger::ClassicBot { bot_id, username } => {
            (bot_id, json!({ "bot_id": bot_id, "username": username }), Some("bot_message"))
        }
        SlackStranger::Outsider { team_id, user_id } => {
            (user_id, json!({ "user": user_id, "team": team_id, "user_team": team_id, "source_team": team_id }), None)
        }
    };
    let extra = if let Value::Object(fields) = fields { fields } else { Map::new() };
    Draft {
        author: Author::Other { shown_as: shown_as.clone() },
        text,
        read,
        blocks,
        attachments: None,
        metadata: None,
        thread,
        broadcast: false,
        subtype,
        extra,
    }
}

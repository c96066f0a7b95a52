use serde_json::json;

use super::{SlackEmulator, team::Team, ts::Ts};

/// Most different reactions to one message.
const MOST_DIFFERENT: usize = 50;
/// Most reactions of one user to one message.
const MOST_OF_ONE: usize = 23;

impl SlackEmulator {
    /// Has a person react to a message, or take a reaction back: `name` without colons.
    ///
    /// # Errors
    /// In Slack's words: there is no such channel or message, or they did already.
    ///
    /// # Panics
    /// Outside a tokio runtime: the app is told in tasks that this spawns.
    pub fn react(&self, user: &str, channel: &str, ts: &str, name: &str, on: bool) -> Result<(), &'static str> {
        let home = self.home_of(channel).ok_or("channel_not_found")?;
        if !home.is_person(user) {
            return Err("user_not_found");
        }
        let ts = Ts::read(ts).ok_or("bad_timestamp")?;
        self.set_reaction(&home.team_id, channel, ts, (user, name), on)
    }

    /// Adds a reaction to a message or takes it away, and tells the app.
    pub(crate) fn set_reaction(
        &self,
        team: &str,
        channel: &str,
        ts: Ts,
        (user, name): (&str, &str),
        on: bool,
    ) -> Result<(), &'static str> {
        let (author, is_told) = {
            let mut state = self.state();
            let Team { directory, rooms, .. } = state.team_mut(team).ok_or("channel_not_found")?;
            let room = rooms.iter_mut().find(|room| room.id == channel).ok_or("channel_not_found")?;
            let is_told = room.has(&directory.bot_user_id);
            let message = room.find_mut(ts).ok_or("message_not_found")?;
            let reactions = &mut message.reactions;
            let of_user = reactions.iter().filter(|(_, users)| users.iter().any(|other| other == user)).count();
            let different = reactions.len();
            let known = reactions.iter_mut().find(|(known, _)| known == name);
            if on {
                let did = known.as_ref().is_some_and(|(_, users)| users.iter().any(|other| other == user));
                match known {
                    _ if did => return Err("already_reacted"),
                    _ if of_user >= MOST_OF_ONE => return Err("too_many_reactions"),
                    Some((_, users)) => users.push(user.to_owned()),
                    None if different >= MOST_DIFFERENT => return Err("too_many_emoji"),
                    None => reactions.push((name.to_owned(), vec![user.to_owned()])),
                }
            } else {
                let (_, users) =
                    known.filter(|(_, users)| users.iter().any(|other| other == user)).ok_or("no_reaction")?;
                users.retain(|other| other != user);
                reactions.retain(|(_, users)| !users.is_empty());
            }
            (message.draft.user(directory).to_owned(), is_told)
        };
        self.desk().refresh(channel, &ts.to_string());
        if is_told {
            let event = json!({
                "type": if on { "reaction_added" } else { "reaction_removed" },
                "user": user,
                "reaction": name,
                "item_user": author,
                "item": { "type": "message", "channel": channel, "ts": ts.to_string() },
            });
            self.emit(team, Ts::after(None, self.desk().wall()), event);
        }
        Ok(())
    }
}

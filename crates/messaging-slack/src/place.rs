//! Where a conversation is in Slack.

use messaging_core::{Error, ErrorKind, Place, Result};

/// Names a channel, private channel or group message: what is posted there starts a new thread.
#[must_use]
pub fn channel(team: &str, channel: &str) -> Place {
    Place::new("channel", [team, channel])
}

/// Names the thread under the message `root` (its `ts`), in a channel or in a direct message.
#[must_use]
pub fn thread(team: &str, channel: &str, root: &str) -> Place {
    Place::new("thread", [team, channel, root])
}

/// Names the direct message `channel` (`D…`) between the bot and one person.
#[must_use]
pub fn dm(team: &str, channel: &str) -> Place {
    Place::new("dm", [team, channel])
}

/// Names the account's incoming webhook, by a name of your own: Slack knows to which channel it leads.
///
/// It takes messages and nothing else: no threads, no edits, and no look whether one arrived.
#[must_use]
pub fn incoming_webhook(name: &str) -> Place {
    Place::new("webhook", [name])
}

/// Whether a place is an incoming webhook.
pub(crate) fn is_webhook(place: &Place) -> bool {
    place.kind() == "webhook" && place.parts().len() == 1
}

/// Where events are told that belong to no conversation.
pub(crate) fn workspace(team: &str) -> Place {
    Place::new("workspace", [team])
}

/// Whether a place is a workspace as a whole.
pub(crate) fn is_workspace(place: &Place) -> bool {
    place.kind() == "workspace" && place.parts().len() == 1
}

/// What the Web API needs to know of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Destination<'p> {
    /// `C…`, `G…` or `D…`.
    pub(crate) channel: &'p str,
    /// The root of the thread.
    pub(crate) thread: Option<&'p str>,
}

impl<'p> Destination<'p> {
    /// Reads a place. Its thread wins over `thread`, because Slack's threads have one level: the root's.
    pub(crate) fn of(place: &'p Place, thread: Option<&'p str>) -> Result<Self> {
        match (place.kind(), place.parts()) {
            ("channel" | "dm", [_, channel]) => Ok(Self { channel, thread }),
            ("thread", [_, channel, root]) => Ok(Self { channel, thread: Some(root) }),
            ("webhook", [_]) => Err(Error::new(
                ErrorKind::Unsupported,
                format!("`{place}` is an incoming webhook: it takes messages and nothing else, so use the bot's token"),
            )),
            _ => Err(Error::new(
                ErrorKind::Invalid,
                format!(
                    "`{place}` is no conversation in Slack: write `channel:{{team}},{{channel}}`, \
                     `thread:{{team}},{{channel}},{{ts}}` or `dm:{{team}},{{channel}}`"
                ),
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_read_back() {
        for (place, text) in [
            (channel("T1", "C1"), "channel:T1,C1"),
            (thread("T1", "C1", "1610261659.001400"), "thread:T1,C1,1610261659.001400"),
            (dm("E1", "D1"), "dm:E1,D1"),
        ] {
            assert_eq!(place.to_string(), text);
            assert_eq!(text.parse::<Place>().unwrap(), place);
        }
    }

    #[test]
    fn a_places_thread_wins() {
        let place = thread("T1", "C1", "1.000000");
        assert_eq!(Destination::of(&place, Some("2.000000")).unwrap().thread, Some("1.000000"));
        assert_eq!(Destination::of(&dm("T1", "D1"), Some("2.000000")).unwrap().thread, Some("2.000000"));
    }

    #[test]
    fn other_places_are_refused_with_the_forms() {
        for text in ["workspace:T1", "channel:C1", "thread:T1,C1", "dm:T1,D1,1.0", "direct:+1,+2"] {
            let error = Destination::of(&text.parse().unwrap(), None).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Invalid, "{text}");
            assert!(error.to_string().contains("channel:{team},{channel}"), "{error}");
        }
    }
}

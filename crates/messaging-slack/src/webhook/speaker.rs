//! Who speaks in a message: never answer yourself, and no bot that is not allowed.

use super::envelope::{Envelope, Fields};
use crate::Slack;

/// Who spoke.
pub(super) enum Speaker<'a> {
    /// A person.
    Person(&'a str),
    /// We.
    Us,
    /// A bot that is answered, by its id as a user or as a bot.
    AllowedBot(&'a str),
    /// Another bot: answering it could go on for ever.
    Bot,
    /// Slack itself, about the conversation.
    Nobody,
}

impl Slack {
    /// Says who spoke in a message, which may be one inside another.
    pub(super) fn speaker<'a>(&self, envelope: &Envelope<'a>, inner: Fields<'a>) -> Speaker<'a> {
        let spoken = matches!(
            inner.text("/subtype"),
            None | Some("bot_message" | "file_share" | "thread_broadcast" | "me_message")
        );
        if !spoken || inner.is_true("/hidden") {
            return Speaker::Nobody;
        }
        let (user, bot) = (inner.text("/user"), inner.text("/bot_id"));
        let identity = self.identity.get();
        let is = |ours: Option<&str>, theirs: Option<&str>| ours.is_some() && ours == theirs;
        let app = envelope.text("/api_app_id");
        if is(self.bot_user(envelope), user)
            || is(identity.and_then(|identity| identity.bot.as_deref()), bot)
            || is(app, inner.text("/app_id"))
            || is(app, inner.text("/bot_profile/app_id"))
        {
            return Speaker::Us;
        }
        let ids =
            [bot, inner.text("/app_id"), inner.text("/bot_profile/app_id"), inner.text("/bot_profile/user_id"), user];
        let is_bot = bot.is_some() || inner.text("/subtype") == Some("bot_message");
        if let Some(id) = user.or(bot).filter(|_| is_bot)
            && ids.into_iter().flatten().any(|id| self.allowed_bots.hold(id))
        {
            return Speaker::AllowedBot(id);
        }
        match user {
            _ if is_bot => Speaker::Bot,
            Some("USLACKBOT") => Speaker::Bot,
            Some(user) => Speaker::Person(user),
            None => Speaker::Nobody,
        }
    }

    /// The bot as a user: the installation that heard the event knows best.
    pub(super) fn bot_user<'a>(&'a self, envelope: &Envelope<'a>) -> Option<&'a str> {
        envelope.bot().or_else(|| self.identity.get()?.user.as_deref())
    }
}

//! People.

use super::{
    Csv,
    conversations::{Channel, Channels},
    macros::{answer, call, list},
};

answer! {
    /// What a person says of themselves.
    Profile {
        display_name: String = "How they want to be called.",
        real_name: String = "Their full name.",
        email: String = "Their address (`users:read.email`).",
        title: String = "What they do.",
        phone: String = "Their number.",
        status_text: String = "Their status.",
        status_emoji: String = "The emoji beside it.",
        image_48: String = "Their picture, small.",
        image_192: String = "Their picture.",
        bot_id: String = "The bot, for a bot's user.",
        api_app_id: String = "The app, for a bot's user.",
    }
}

answer! {
    /// A person, or a bot's user.
    User {
        id: String = "Their id, `U…` or `W…`.",
        team_id: String = "Their workspace.",
        name: String = "Their old name, which is in no use.",
        real_name: String = "Their full name.",
        deleted: bool = "Whether the account is deactivated.",
        is_bot: bool = "Whether it is a bot.",
        is_app_user: bool = "Whether an app acts as them.",
        is_admin: bool = "Whether they administrate the workspace.",
        is_owner: bool = "Whether they own the workspace.",
        is_restricted: bool = "Whether they are a guest.",
        is_ultra_restricted: bool = "Whether they are a guest of one channel.",
        is_stranger: bool = "Whether they are from another organisation.",
        tz: String = "Their time zone.",
        tz_offset: i64 = "Its distance from UTC, in seconds.",
        locale: String = "Their language, if asked for.",
        profile: Profile = "What they say of themselves.",
    }
}

impl User {
    /// Returns how to call them: as they want to be called, otherwise their full name, otherwise their old one.
    #[must_use]
    pub fn shown_name(&self) -> Option<&str> {
        let profile = self.profile.as_ref();
        let names = [
            profile.and_then(|profile| profile.display_name.as_deref()),
            profile.and_then(|profile| profile.real_name.as_deref()),
            self.real_name.as_deref(),
            self.name.as_deref(),
        ];
        names.into_iter().flatten().find(|name| !name.trim().is_empty())
    }
}

answer! {
    /// One person.
    OneUser {
        user: User = "The person.",
    }
}

answer! {
    /// People.
    Users {
        members: Vec<User> = "The people.",
    }
}

call! {
    /// Fetches a person.
    Info: "users.info" => OneUser,
    of {
        user: String = "The person, by id.",
    } with {
        include_locale: bool = "Tells their language too.",
    }
}

list! {
    /// Lists everybody.
    List: "users.list" => Users,
    by 200 members: User = "How many a page holds.",
    of {} with {
        include_locale: bool = "Tells their language too.",
        team_id: String = "The workspace, with an organisation's token.",
    }
}

call! {
    /// Finds a person by address (`users:read.email`).
    LookupByEmail: "users.lookupByEmail" => OneUser,
    of {
        email: String = "Their address.",
    } with {}
}

list! {
    /// Lists the channels that somebody is in; that we are in, unless told otherwise.
    Conversations: "users.conversations" => Channels,
    by 200 channels: Channel = "How many a page holds, below 1,000.",
    of {} with {
        user: String = "Whose, by id.",
        types: Csv = "Which kinds: `public_channel`, `private_channel`, `mpim`, `im`. Public ones unless told otherwise.",
        exclude_archived: bool = "Leaves archived ones out.",
        team_id: String = "The workspace, with an organisation's token.",
    }
}

use super::channel::OneChannel;
use crate::client::macros::call;

call! {
    /// Creates a channel.
    Create: "conversations.create" => OneChannel,
    of {
        name: String = "Its name: lower-case letters, digits, `-` and `_`, up to 80.",
    } with {
        is_private: bool = "Whether it is for its members only.",
        team_id: String = "The workspace, with an organisation's token.",
    }
}

call! {
    /// Archives a channel.
    Archive: "conversations.archive" => (),
    of {
        channel: String = "The channel, by id.",
    } with {}
}

call! {
    /// Opens an archived channel again.
    Unarchive: "conversations.unarchive" => (),
    of {
        channel: String = "The channel, by id.",
    } with {}
}

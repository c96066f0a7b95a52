use super::channel::OneChannel;
use crate::client::macros::call;

call! {
    /// Renames a channel.
    Rename: "conversations.rename" => OneChannel,
    of {
        channel: String = "The channel, by id.",
        name: String = "Its new name.",
    } with {}
}

call! {
    /// Says what is talked about in a channel.
    SetTopic: "conversations.setTopic" => OneChannel,
    of {
        channel: String = "The channel, by id.",
        topic: String = "The topic, up to 250 characters.",
    } with {}
}

call! {
    /// Says what a channel is for.
    SetPurpose: "conversations.setPurpose" => OneChannel,
    of {
        channel: String = "The channel, by id.",
        purpose: String = "The purpose, up to 250 characters.",
    } with {}
}

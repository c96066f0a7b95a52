use super::channel::Channel;
use crate::client::{
    Csv,
    macros::{answer, call},
};

answer! {
    /// A direct message that is open.
    Opened {
        channel: Channel = "The direct message.",
        no_op: bool = "Nothing had to be done.",
        already_open: bool = "It was open before.",
    }
}

call! {
    /// Opens a direct message with one person or a few: `users` or `channel`. It may be repeated.
    Open: "conversations.open" => Opened,
    of {} with {
        users: Csv = "With whom, by id, up to 8.",
        channel: String = "A direct message that was there before, by id.",
        return_im: bool = "Tells all of it, and not its id alone.",
        prevent_creation: bool = "Opens only what was there before.",
    }
}

answer! {
    /// A direct message that is out of sight.
    Closed {
        no_op: bool = "Nothing had to be done.",
        already_closed: bool = "It was closed before.",
    }
}

call! {
    /// Takes a direct message out of sight.
    Close: "conversations.close" => Closed,
    of {
        channel: String = "The direct message, by id.",
    } with {}
}

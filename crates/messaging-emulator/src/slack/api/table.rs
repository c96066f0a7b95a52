use super::{auth, chat, conversations, method::Method, users};
use crate::slack::{socket, streams, views};

/// Every method, by what it is about. What Slack does beyond plain reads and writes is added here by its own folder.
static TABLE: [&[Method]; 7] = [
    auth::METHODS,
    chat::METHODS,
    conversations::METHODS,
    users::METHODS,
    socket::METHODS,
    streams::METHODS,
    views::METHODS,
];

/// The method of this name.
pub(super) fn method(name: &str) -> Option<&'static Method> {
    TABLE.iter().flat_map(|methods| methods.iter()).find(|method| method.name == name)
}

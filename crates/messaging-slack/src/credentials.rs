use messaging_core::Secret;

/// As whom a call is made.
#[derive(Clone, Copy, Debug)]
pub enum Credentials<'a> {
    /// As the client.
    Token,
    /// As the app itself.
    App {
        /// The client id.
        id: &'a str,
        /// The client secret.
        secret: &'a Secret,
    },
    /// As nobody: the arguments say it all.
    Nobody,
}

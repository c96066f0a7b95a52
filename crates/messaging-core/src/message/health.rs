/// Check that an account works, without changing anything.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct CheckHealth;

/// What a working account says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Healthy {
    /// Who we are to the vendor, for people: a workspace and bot, an account's name.
    pub identity: String,
}

impl Healthy {
    /// The account works, and we are `identity` there.
    pub fn new(identity: impl Into<String>) -> Self {
        Self { identity: identity.into() }
    }
}

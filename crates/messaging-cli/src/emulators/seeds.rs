/// What an emulator is made up from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seeds {
    /// Of the account: identifiers and credentials.
    pub(crate) account: u64,
    /// Of what happens: ids of messages, and faults.
    ///
    /// The same ids again are duplicates to a gateway that remembers the first ones.
    pub(crate) dice: u64,
}

impl Seeds {
    /// One seed for everything.
    pub(crate) fn all(seed: u64) -> Self {
        Self { account: seed, dice: seed }
    }
}

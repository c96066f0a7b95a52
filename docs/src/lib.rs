//! The pages of this project: their Rust blocks are doc tests of this package, the rest is checked in `tests`.

#[cfg(doctest)]
mod pages {
    #[doc = include_str!("../../README.md")]
    mod readme {}
    #[doc = include_str!("../author-a-provider.md")]
    mod author_a_provider {}
    #[doc = include_str!("../twilio-conversations.md")]
    mod twilio_conversations {}
    #[doc = include_str!("../testing-with-emulators.md")]
    mod testing_with_emulators {}
    #[doc = include_str!("../rfcs/0001-provider-contract.md")]
    mod provider_contract {}
}

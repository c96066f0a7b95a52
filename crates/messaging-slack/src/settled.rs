use messaging_core::Result;

/// Takes errors that say "it is so already" for the success that they are.
pub(crate) fn settled(answer: Result<()>, done: &[&str]) -> Result<()> {
    match answer {
        Err(error) if error.vendor().is_some_and(|vendor| done.contains(&vendor.code.as_str())) => Ok(()),
        answer => answer,
    }
}

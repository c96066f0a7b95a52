use messaging::Secret;

use crate::exit::{Exit, Failure};

/// So many random bytes of the system.
fn bytes<const N: usize>() -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)
        .map_err(|cause| Failure::new(Exit::Failed, "the system has no randomness").because(cause))?;
    Ok(bytes)
}

/// A number nobody can guess.
pub(crate) fn random() -> Result<u64, Failure> {
    bytes().map(u64::from_le_bytes)
}

/// A token of 128 bits.
pub(crate) fn token() -> Result<Secret, Failure> {
    Ok(Secret::new(format!("{:032x}", u128::from_le_bytes(bytes()?))))
}

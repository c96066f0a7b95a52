use fastrand::Rng;

/// An identifier as Slack makes them: a prefix that says what it names, then upper-case letters and digits.
pub(crate) fn fresh(rng: &mut Rng, prefix: &str, length: usize) -> String {
    const ALPHABET: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let tail = (0..length).map(|_| rng.choice(ALPHABET).copied().map_or('0', char::from));
    prefix.chars().chain(tail).collect()
}

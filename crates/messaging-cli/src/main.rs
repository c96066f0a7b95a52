//! The `messaging` command.
fn main() {}

//! Nobody but the inbox says that a batch is on disk.

use messaging_store::Committed;

fn main() {
    let _ = Committed { verdicts: Vec::new() };
}

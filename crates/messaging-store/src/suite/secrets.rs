use messaging_core::Secret;

use super::HandClock;
use crate::Store;

/// Whoever asks later, or asks for it on another node, is told the first one.
pub async fn the_first_secret_is_kept(store: &dyn Store, _: &HandClock) {
    let keep = async |name: &str, fresh: &str| store.secret(name, &Secret::new(fresh)).await.expect("a secret");
    assert_eq!(keep("one", "first").await.expose(), "first");
    assert_eq!(keep("one", "second").await.expose(), "first");
    assert_eq!(keep("other", "third").await.expose(), "third");
}

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use messaging_core::{Error, ErrorKind, Result, Secret};
use messaging_store::Store;
use tokio::sync::OnceCell;

/// What the key is called in the store.
const NAME: &str = "media";

/// Length of the key, in bytes.
const LENGTH: usize = 32;

/// The key that addresses of files are signed with: the store's, so that it outlives this process and other nodes know
/// it. What is offered to the store is made up once, and counts only if the store has none.
pub(crate) struct MediaKey {
    fresh: Secret,
    kept: OnceCell<Secret>,
}

impl MediaKey {
    /// Makes a key up.
    ///
    /// # Errors
    /// The system has no randomness.
    pub(crate) fn fresh() -> Result<Self> {
        Ok(Self { fresh: Self::random()?, kept: OnceCell::new() })
    }

    /// Makes a secret up.
    ///
    /// # Errors
    /// The system has no randomness.
    pub(crate) fn random() -> Result<Secret> {
        let mut bytes = [0; LENGTH];
        getrandom::fill(&mut bytes)
            .map_err(|cause| Error::new(ErrorKind::Config, format!("the system has no randomness: {cause}")))?;
        Ok(Secret::new(URL_SAFE_NO_PAD.encode(bytes)))
    }

    /// Returns the key, which the store is asked for once.
    pub(crate) async fn get(&self, store: &dyn Store) -> messaging_store::Result<&Secret> {
        self.kept.get_or_try_init(|| store.secret(NAME, &self.fresh)).await
    }
}

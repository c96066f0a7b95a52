use async_trait::async_trait;

use crate::{
    Context, Place, Result,
    missed::{ListMissed, Missed},
};

/// Telling what was said while nobody listened, from the provider's own records.
#[async_trait]
pub trait CatchUp: Send + Sync {
    /// Lists what was said in one conversation since a moment, as the events that callbacks would have brought, under
    /// the same keys.
    async fn missed(&self, context: &Context, request: ListMissed) -> Result<Missed>;

    /// Names where further conversations are listed that nobody may have told of, such as a workspace with its direct
    /// messages: [`missed`](Self::missed) there tells of [places](Missed::places). None unless told otherwise.
    async fn listings(&self, _: &Context) -> Result<Vec<Place>> {
        Ok(Vec::new())
    }

    /// Names where what was said in `place` is listed together with what was said elsewhere, such as a number of ours
    /// with everybody who wrote to it: [`missed`](Self::missed) is asked about that instead, once for all of them. None
    /// unless told otherwise: a conversation is looked at by itself.
    fn listed_in(&self, place: &Place) -> Option<Place> {
        let _ = place;
        None
    }
}

//! Rooms of several workspaces.

use std::sync::Arc;

use async_trait::async_trait;
use messaging_core::{
    Event, Place, Result,
    capability::{Attachment, InstallationCounts, Installs},
};

use super::Toy;

/// The workspace of a room: rooms are dealt out by their number.
pub(super) fn workspace(room: &str, workspaces: usize) -> usize {
    let number: usize = room.trim_start_matches(|c: char| !c.is_ascii_digit()).parse().unwrap_or_default();
    number % workspaces.max(1)
}

/// Needs no tokens, and keeps none.
#[async_trait]
impl Installs for Toy {
    fn attach(&self, _: Attachment) {}

    async fn tenant_of(&self, place: &Place) -> Result<Option<Arc<str>>> {
        let workspace = workspace(place.part(0).unwrap_or_default(), self.workspaces);
        Ok(Some(format!("workspace {workspace}").into()))
    }

    async fn heed(&self, _: &Event) -> Result<Option<String>> {
        Ok(None)
    }

    async fn count(&self) -> Result<InstallationCounts> {
        Ok(InstallationCounts::default())
    }
}

//! Whether the platform lets us open the connections over which it delivers.

use messaging::{
    Messenger, Registry,
    capability::{Frame, Heard, Socket},
};
use tokio::time::timeout;

use super::{Check, PATIENCE, account::refused, settings::Told};
use crate::{config::Account, serve::open};

/// Opens one connection and leaves it once it is in use. What it is told in between is told again to somebody else.
pub(super) async fn check(account: &Account, registry: &Registry, told: &Told) -> Option<Check> {
    let source = told.config.source.as_deref();
    // Settings that cannot be opened have been reported.
    let messenger: Messenger = open(registry, account, source).ok()?;
    let socket = messenger.provider().socket()?;
    let name = format!("socket of {}", account.name);
    let trouble = match timeout(PATIENCE, greeted(socket)).await {
        Ok(Ok(true)) => return Some(Check::ok(name, "a connection opens; no public URL is needed")),
        Ok(Err(error)) => return Some(refused(name, account, &error, source)),
        Ok(Ok(false)) => "the connection was closed before it came into use".to_owned(),
        Err(_) => format!("no connection came into use within {} s", PATIENCE.as_secs()),
    };
    let next = "check that Socket Mode is switched on for the app, and that this network lets WebSockets through";
    Some(Check::warn(name, trouble, next))
}

async fn greeted(socket: &dyn Socket) -> messaging::Result<bool> {
    let mut line = socket.connect().await?;
    while let Some(frame) = line.receive().await {
        let Frame::Text(text) = frame else { continue };
        match socket.hear(&text)? {
            Heard::Hello => return Ok(true),
            Heard::Goodbye(..) => return Ok(false),
            _ => {}
        }
    }
    Ok(false)
}

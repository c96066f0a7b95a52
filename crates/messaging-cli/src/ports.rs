//! Which port to listen on, and who is in the way.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
};

use tokio::net::TcpListener;

use crate::{
    exit::{Failure, config},
    holder,
};

/// The gateway: webhooks and web chat.
pub(crate) const GATEWAY: u16 = 7400;
/// The console, on this machine only.
pub(crate) const CONSOLE: u16 = 7401;
/// The Twilio emulator.
pub(crate) const TWILIO: u16 = 7402;
/// The Slack emulator.
pub(crate) const SLACK: u16 = 7403;

/// How many ports are tried after a default one that is taken.
const TRIED: u16 = 100;

/// A port, and how much it matters that it is this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// This one if it is free, else the next one that is.
    Usual(u16),
    /// This one; 0 lets the system choose.
    Exactly(u16),
}

impl Wanted {
    /// What `--port` says, or the default.
    pub(crate) fn or(flag: Option<u16>, usual: u16) -> Self {
        flag.map_or(Self::Usual(usual), Self::Exactly)
    }
}

/// A listener on this machine's loopback address.
#[derive(Debug)]
pub(crate) struct Bound {
    pub(crate) listener: TcpListener,
    pub(crate) address: SocketAddr,
    /// The default port that was taken.
    pub(crate) instead_of: Option<u16>,
}

impl Bound {
    /// The base URL of what listens here.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

/// Listens on a loopback port.
///
/// A default port that is taken moves on, past the four defaults, so that one service never sits on another's port.
pub(crate) async fn loopback(wanted: Wanted) -> Result<Bound, Failure> {
    match wanted {
        Wanted::Exactly(port) => exactly(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await,
        Wanted::Usual(usual) => {
            let next = SLACK + 1;
            for port in std::iter::once(usual).chain(next..next + TRIED) {
                match TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
                    Ok(listener) => return bound(listener, (port != usual).then_some(usual)),
                    Err(cause) if cause.kind() == io::ErrorKind::AddrInUse => {}
                    Err(cause) => return Err(refused(SocketAddr::from((Ipv4Addr::LOCALHOST, port)), &cause)),
                }
            }
            Err(config(format!("port {usual} and the {TRIED} ports from {next} on are taken")).next("use --port 0"))
        }
    }
}

/// Listens on exactly this address.
pub(crate) async fn exactly(address: SocketAddr) -> Result<Bound, Failure> {
    match TcpListener::bind(address).await {
        Ok(listener) => bound(listener, None),
        Err(cause) => Err(refused(address, &cause)),
    }
}

fn bound(listener: TcpListener, instead_of: Option<u16>) -> Result<Bound, Failure> {
    let address = listener.local_addr().map_err(|cause| config("a listener has no address").because(cause))?;
    Ok(Bound { listener, address, instead_of })
}

fn refused(address: SocketAddr, cause: &io::Error) -> Failure {
    let port = address.port();
    match cause.kind() {
        io::ErrorKind::AddrInUse => config(format!("port {port} is taken by {}", holder::of(port)))
            .next("stop it, choose another port, or 0 for any free one"),
        io::ErrorKind::PermissionDenied => config(format!("this user may not listen on port {port}"))
            .because(cause)
            .next("choose a port above 1023, or put a proxy in front"),
        _ => config(format!("{address} cannot be listened on")).because(cause).next("name an address of this machine"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_port_that_was_asked_for_is_that_one_or_none() {
        let first = loopback(Wanted::Exactly(0)).await.unwrap();
        let port = first.address.port();
        assert!(first.address.ip().is_loopback() && port != 0 && first.instead_of.is_none());
        let failure = loopback(Wanted::Exactly(port)).await.unwrap_err();
        assert_eq!(failure.exit.code(), 3);
        assert!(failure.to_string().starts_with(&format!("error: port {port} is taken by ")), "{failure}");
    }

    #[tokio::test]
    async fn a_default_port_that_is_taken_moves_on_and_says_so() {
        let first = loopback(Wanted::Exactly(0)).await.unwrap();
        let port = first.address.port();
        let moved = loopback(Wanted::Usual(port)).await.unwrap();
        assert_eq!(moved.instead_of, Some(port));
        assert!(moved.address.port() > SLACK, "{}", moved.address);
        assert_eq!(moved.url(), format!("http://127.0.0.1:{}", moved.address.port()));
    }

    #[tokio::test]
    async fn an_address_of_another_machine_is_refused_with_the_next_step() {
        let failure = exactly("192.0.2.1:0".parse().unwrap()).await.unwrap_err();
        assert_eq!(failure.exit.code(), 3);
        assert!(failure.to_string().contains("name an address of this machine"), "{failure}");
    }
}

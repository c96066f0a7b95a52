//! The server over real sockets, with a real gateway behind it.

#![cfg(test)]

mod bodies;
mod caller;
mod chat;
mod console;
mod conversation;
mod counts;
mod dead;
mod delivery;
mod endpoints;
mod erase;
mod ledgers;
mod media;
mod origins;
mod paths;
mod raw;
mod readiness;
mod site;
mod stop;
mod streams;
mod timeouts;

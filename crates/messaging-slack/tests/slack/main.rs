//! The provider over a scripted transport: exact requests, exact verdicts, and every callback Slack documents.

#![cfg(test)]

mod catch_up;
mod codes;
mod errors;
mod events;
mod health;
mod hooks;
mod inbound;
mod messages;
mod native;
mod oauth;
mod people;
mod probe;
mod rates;
mod reconcile;
mod registered;
mod rendered;
mod rooms;
mod rotation;
mod script;
mod send;
mod shelf;
mod shown;
mod signed;
mod socket_mode;
mod streaming;
mod table;
mod typed;
mod webhooks;
mod workspaces;

//! A store in one SQLite file, for one process: WAL, `synchronous=FULL`, group commit.
//!
//! One thread owns the file. It takes whatever calls are waiting into one transaction, commits, and only then answers
//! all of them. See <https://www.sqlite.org/wal.html> and <https://www.sqlite.org/pragma.html#pragma_synchronous>.

mod abandon;
mod about;
mod admit;
mod answer;
mod bills;
mod codes;
mod contacts;
mod decide;
mod delivery;
mod end;
mod erase;
mod export;
mod fault;
mod held;
mod inbox;
mod installations;
mod known;
mod lane;
mod lease;
mod live;
mod open;
mod options;
mod outbox;
mod places;
mod reach;
mod retention;
mod schema;
mod seal;
mod secrets;
mod share;
mod spend;
mod stamp;
mod stop;
mod store;
mod tally;
mod timeline;
mod turns;
mod verbs;
mod views;
mod waits;
mod writer;

#[cfg(test)]
mod differential;
#[cfg(test)]
mod group;
#[cfg(test)]
mod ledgers;
#[cfg(test)]
mod plans;
#[cfg(test)]
mod transcript;

pub use options::SqliteOptions;
pub use store::SqliteStore;

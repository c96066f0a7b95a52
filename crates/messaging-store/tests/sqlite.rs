//! The SQLite store keeps the suite.
#![cfg(feature = "sqlite")]
#![allow(missing_docs, unreachable_pub, dead_code)]

mod temporary;

use messaging_store::store_suite;
use temporary::Temporary;

store_suite!(async || Temporary::open());

//! How the application is called: whom, how, how long and how often.

mod before;
mod fallback;
mod fields;
mod numbers;
mod retries;
mod signing;
mod targets;

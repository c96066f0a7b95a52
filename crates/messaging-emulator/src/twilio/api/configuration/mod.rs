//! What the account's conversations begin with, and whom they tell.

mod account;
mod addresses;
mod asked;
mod webhooks;

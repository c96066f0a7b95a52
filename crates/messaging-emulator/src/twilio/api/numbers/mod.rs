//! `/2010-04-01/Accounts/{AC}/IncomingPhoneNumbers`: what the account's numbers call. Numbers are neither bought nor
//! given back here.

mod read;
mod update;

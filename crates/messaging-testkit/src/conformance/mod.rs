//! One suite for every provider: what is offered works, what is not is refused, nothing dubious gets through.
//!
//! ```
//! # mod acme {
//! use messaging_core::{Clock, Messenger, Place};
//! use messaging_emulator::{FaultPlan, Journal};
//! use messaging_testkit::toy::{Toy, ToyEmulator};
//!
//! /// Opens the provider, talking to its emulator, and names a place to write to.
//! fn open() -> (Messenger, Place) {
//!     let emulator = ToyEmulator::new("secret", FaultPlan::default(), 7, Journal::new());
//!     (Messenger::new(Toy::new("secret", emulator.api(), Clock::system())), Place::new("room", ["r1"]))
//! }
//!
//! messaging_testkit::conformance!(super::open());
//! # }
//! ```
#![allow(clippy::missing_panics_doc, clippy::expect_used, clippy::panic, reason = "every check here panics by design")]
#![allow(clippy::unused_async, reason = "every check has the same shape")]

mod inbound;
mod objects;
mod outbound;
mod seen;

pub use inbound::*;
pub use objects::*;
pub use outbound::*;
pub use seen::*;

/// Runs the whole suite, one test per check, against the `(Messenger, Place)` that `$open` makes.
///
/// `$open` is evaluated in a module inside the one that calls the macro, within a paused runtime: start its paths with
/// `super::`.
#[macro_export]
macro_rules! conformance {
    ($open:expr) => {
        $crate::conformance! { $open;
            the_name_is_one_that_accounts_may_have, a_send_returns_a_receipt, two_sends_are_two_messages,
            an_edit_answers_for_the_message, what_is_not_offered_is_refused, what_is_too_long_is_refused,
            what_is_empty_is_refused, a_late_command_does_not_leave, history_shows_what_was_sent,
            a_send_is_found_and_a_stranger_is_not, the_account_is_healthy, a_conversation_lives_and_ends,
            a_participant_comes_and_goes, what_is_deleted_is_gone, a_file_goes_there_and_back,
            a_reaction_comes_and_goes, typing_is_shown_and_ends, what_is_not_signed_is_refused, noise_is_refused_without_a_panic
        }
    };
    ($open:expr; $($check:ident),* $(,)?) => {
        mod conformance {
            $(
                #[test]
                fn $check() {
                    $crate::conformance::run(async {
                        let (client, place) = $open;
                        $crate::conformance::$check(client, place).await;
                    });
                }
            )*
        }
    };
}

/// Runs one check under a paused clock.
pub fn run(check: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build();
    runtime.expect("a runtime").block_on(check);
}

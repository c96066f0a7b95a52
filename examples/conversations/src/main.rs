//! Twilio Conversations as an application uses them, against a Twilio in this process.
//!
//! `cargo run -p conversations -- support`: one person writes, an agent answers.
//! `cargo run -p conversations -- expert`: two people talk, one by SMS and one in the application.

mod expert;
mod sockets;
mod support;

use std::{error::Error, process::ExitCode};

type Outcome = Result<(), Box<dyn Error>>;

#[tokio::main]
async fn main() -> ExitCode {
    let journey = std::env::args().nth(1);
    let outcome = match journey.as_deref() {
        Some("support") => support::run().await,
        Some("expert") => expert::run().await,
        _ => {
            eprintln!("which journey? cargo run -p conversations -- support | expert");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

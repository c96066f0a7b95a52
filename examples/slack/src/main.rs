//! Slack as an application uses it, against a Slack in this process.
//!
//! `cargo run -p slack-journeys -- webhook`: a message through an incoming webhook.
//! `cargo run -p slack-journeys -- echo`: an agent answers in a direct message and in a thread.
//! `cargo run -p slack-journeys -- support`: an agent with buttons and a form.

mod echo;
mod screen;
mod sockets;
mod support;
mod webhook;

use std::{error::Error, process::ExitCode};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

#[tokio::main]
async fn main() -> ExitCode {
    let journey = std::env::args().nth(1);
    let outcome = match journey.as_deref() {
        Some("webhook") => webhook::run().await,
        Some("echo") => echo::run().await,
        Some("support") => support::run().await,
        _ => {
            eprintln!("which journey? cargo run -p slack-journeys -- webhook | echo | support");
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

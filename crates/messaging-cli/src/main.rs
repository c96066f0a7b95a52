//! The `messaging` command.

mod admin;
mod arguments;
mod banner;
mod config;
mod costs;
mod dev;
mod dlq;
mod doctor;
mod emulate;
mod emulators;
mod env_file;
mod erase;
mod exit;
#[cfg(feature = "fail-points")]
mod fail_point;
mod holder;
mod logging;
mod node;
mod open_browser;
mod output;
mod paint;
mod ports;
mod providers;
mod replay;
mod serve;
mod signal;
mod summary;
mod trigger;

use std::{env, process::ExitCode, time::Duration};

use arguments::{Arguments, Verb};
use exit::{Exit, Failure};
use logging::Level;

/// A webhook and its turn are hundreds of small pieces that are gone at their end.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How long tasks that hold nothing durable may take to notice that all is over.
const LINGER: Duration = Duration::from_millis(200);

fn main() -> ExitCode {
    let arguments = match Arguments::read(env::args_os()) {
        Ok(arguments) => arguments,
        Err(asked) => {
            // Help, a version, or what is wrong with the command line. A reader that has gone is no failure of ours.
            let _ = asked.print();
            return ExitCode::from(u8::try_from(asked.exit_code()).unwrap_or(2));
        }
    };
    match run(arguments) {
        Ok(()) => Exit::Done.into(),
        Err(failure) => {
            output::error_line(&failure.to_string());
            failure.exit.into()
        }
    }
}

fn run(arguments: Arguments) -> Result<(), Failure> {
    let Arguments { verb, output } = arguments;
    output.logging().start(if matches!(verb, Verb::Serve(_)) { Level::Info } else { Level::Warn })?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|cause| Failure::new(Exit::Failed, "no threads can be started").because(cause))?;
    let done = runtime.block_on(async {
        match verb {
            Verb::Dev(dev) => dev::run(dev, output).await,
            Verb::Serve(serve) => serve::run(serve, output.color).await,
            Verb::Emulate(emulate) => emulate::run(emulate).await,
            Verb::Doctor(doctor) => doctor::run(*doctor).await,
            Verb::Trigger(trigger) => trigger::run(trigger).await,
            Verb::Providers(arguments::Providers::List { output }) => providers::list(output),
            Verb::Costs(costs) => costs::run(costs).await,
            Verb::Dlq(verb) => dlq::run(verb).await,
            Verb::Events(arguments::Events::Replay(replay)) => replay::run(replay).await,
            Verb::Export(subject) => erase::export(subject).await,
            Verb::Erase(erase) => erase::erase(erase).await,
            Verb::Version => {
                output::line(concat!("messaging ", env!("CARGO_PKG_VERSION")));
                Ok(())
            }
        }
    });
    runtime.shutdown_timeout(LINGER);
    done
}

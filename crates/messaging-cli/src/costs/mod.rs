//! `messaging costs`: what messages took, by day, country and channel.

mod source;
mod table;

use std::{fmt::Write, time::SystemTime};

use messaging::{
    UnixMillis,
    store::{Day, Spent},
};
use serde_json::json;

use crate::{
    arguments::{Costs, Layout},
    config::Environment,
    exit::{Failure, config},
    output,
};

/// How many days are shown unless told otherwise.
const DAYS: i64 = 30;

pub(crate) async fn run(arguments: Costs) -> Result<(), Failure> {
    let environment = Environment::of_process();
    let since = match &arguments.since {
        Some(text) => text.parse().map_err(|cause| config(format!("`--since {text}` is no date")).because(cause))?,
        None => Day::of(UnixMillis::from(SystemTime::now())).minus(DAYS),
    };
    let mut costs = source::read(&arguments, &environment, since).await?;
    costs.retain(|row| arguments.account.as_ref().is_none_or(|account| *row.account == **account));
    output::line(&match arguments.format {
        Layout::Json => json!({ "v": 1, "costs": costs }).to_string(),
        Layout::Table => words(&costs, since),
    });
    Ok(())
}

fn words(costs: &[Spent], since: Day) -> String {
    if costs.is_empty() {
        return format!("Nothing that costs anything was sent or received since {since}.");
    }
    let mut words = table::of(costs);
    let unpriced: u64 = costs.iter().map(|row| row.unpriced).sum();
    if unpriced > 0 {
        // Writing to a string does not fail.
        let _ = write!(
            words,
            "\n\nNot estimated: {unpriced} messages have no price; add it to [compliance.prices] for those to come."
        );
    }
    words
}

use serde_json::{Value, json};

use super::Check;
use crate::{
    exit::{Exit, Failure},
    logging::Format,
    output,
};

/// Everything that was looked at, in order.
#[derive(Debug, Default)]
pub(super) struct Report {
    checks: Vec<Check>,
}

impl Report {
    pub(super) fn add(&mut self, check: Check) {
        self.checks.push(check);
    }

    /// Prints one line a check, or one document. The first check whose failure has a name of its own says how the process
    /// ends.
    pub(super) fn tell(self, format: Format) -> Result<(), Failure> {
        match format {
            Format::Text => self.checks.iter().for_each(|check| output::line(&check.to_string())),
            Format::Json => {
                let checks: Vec<Value> = self.checks.iter().map(Check::as_json).collect();
                output::line(&json!({ "v": 1, "checks": checks }).to_string());
            }
        }
        let failed: Vec<Exit> = self.checks.iter().filter_map(Check::exit).collect();
        let Some(exit) = failed.iter().find(|exit| **exit != Exit::Failed).or(failed.first()) else { return Ok(()) };
        let count = failed.len();
        let what = format!("{count} of {} checks failed", self.checks.len());
        Err(Failure::new(*exit, what)
            .next("do what stands behind `next:` above, from the top, then `messaging doctor` again"))
    }
}

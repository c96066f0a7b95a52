//! Whether Twilio calls us.

use messaging::twilio::{Setup, SetupState, SetupStep};

use super::{Check, PATIENCE, account::refused, twilio};
use crate::config::Account;

pub(super) async fn check(account: &Account) -> Vec<Check> {
    let name = format!("webhooks of {}", account.name);
    let twilio = match twilio::open(account) {
        Ok(twilio) => twilio,
        Err(failure) => return vec![Check::failed(name, &failure)],
    };
    let setup = Setup::default();
    let steps = match tokio::time::timeout(PATIENCE, twilio.setup(&setup)).await {
        Ok(Ok(steps)) => steps,
        Ok(Err(error)) => return vec![refused(name, account, &error, None)],
        Err(_) => return vec![Check::warn(name, "Twilio did not say in time", "try again")],
    };
    let own = usize::from(!twilio.uses_conversations());
    // Whoever does not use Conversations need not be told that they are not set up.
    steps.iter().skip(own).map(|step| judged(&name, &account.name, step)).collect()
}

fn judged(name: &str, account: &str, step: &SetupStep) -> Check {
    let what = format!("{}: {}", step.about, step.differences.join("; "));
    let setup = format!("`messaging doctor --setup twilio --account {account}");
    match step.state {
        SetupState::Right => Check::ok(name, format!("{}: set", step.about)),
        SetupState::ByHand if !step.differences.is_empty() => {
            Check::warn(name, what, format!("{setup}` says what belongs there"))
        }
        SetupState::ByHand => {
            Check::ok(name, format!("{}: cannot be seen here; {setup}` says what belongs there", step.about))
        }
        SetupState::Unseen => {
            Check::warn(name, what, format!("{setup}` says what belongs there; check it in the console"))
        }
        SetupState::Missing => Check::warn(name, what, "correct the number, or buy it in the console"),
        _ => Check::warn(name, what, format!("{setup}` shows it, with --apply it is changed")),
    }
}

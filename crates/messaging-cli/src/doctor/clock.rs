//! Whether this machine's clock agrees with the vendor's: Slack's signatures and Twilio's access tokens hold for minutes.

use std::time::SystemTime;

use bytes::Bytes;
use http::{Request, header::DATE};
use messaging_http::Transport;
use time::{OffsetDateTime, format_description::well_known::Rfc2822};
use tower::ServiceExt;

use super::Check;
use crate::{config::Account, exit::Exit};

/// A difference that nobody minds, in seconds: the vendor's date has no fractions, and the way takes time.
const TOLERATED: i64 = 30;

/// A difference by which Slack's signatures are stale, in seconds.
const STALE: i64 = 300;

/// Compares the clocks; none where the vendor does not say what time it is.
pub(super) async fn check(account: &Account, transport: &Transport) -> Option<Check> {
    let usual = match account.provider.name() {
        "twilio" => "https://api.twilio.com",
        "slack" => "https://slack.com",
        _ => return None,
    };
    let url = account.text("base_url").filter(|url| !url.trim().is_empty()).unwrap_or(usual);
    let request = Request::head(url).body(Bytes::new()).ok()?;
    let answer = transport.clone().oneshot(request).await.ok()?;
    let date = answer.headers().get(DATE)?.to_str().ok()?.replace("GMT", "+0000");
    let theirs = OffsetDateTime::parse(&date, &Rfc2822).ok()?;
    let ours = OffsetDateTime::from(SystemTime::now());
    Some(judged(&account.name, (ours - theirs).whole_seconds()))
}

fn judged(account: &str, ahead: i64) -> Check {
    let name = format!("clock, by {account}");
    let way = if ahead < 0 { "behind" } else { "ahead" };
    let what = format!("this machine is {} s {way}", ahead.abs());
    let next = "set the clock by NTP: `timedatectl set-ntp true`";
    if ahead.abs() <= TOLERATED {
        Check::ok(name, what)
    } else if ahead.abs() <= STALE {
        Check::warn(name, what, next)
    } else {
        Check::fail(name, Exit::Failed, what, next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_may_be_a_little_wrong() {
        assert!(judged("twilio", -30).is_ok() && judged("twilio", 30).is_ok());
        assert!(judged("twilio", 31).to_string().starts_with("warn"));
        let off = judged("twilio", -301);
        assert!(off.exit().is_some() && off.to_string().contains("301 s behind"), "{off}");
    }
}

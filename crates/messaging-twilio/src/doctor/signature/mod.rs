//! Why the signature of a captured callback does not hold.
//!
//! It is tried again under other keys, for other spellings of the URL and for what a proxy makes of a body, a few
//! differences at once. No secret, and no signature that would have been right, is ever part of what is said.

mod bodies;
mod difference;
mod keys;
mod urls;

use bytes::Bytes;
use http::Request;
use messaging_core::PublicUrl;

use self::{bodies::Sent, difference::Difference};
use crate::{
    Twilio,
    webhook::{candidates, given},
};

/// The most differences of a URL that are looked for at once: a proxy may change scheme, host and path.
const MAX_DIFFERENCES: usize = 3;

/// The most differences where the key or the body is among them.
const MAX_MIXED: usize = 2;

/// What a look at a captured callback found.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnosis {
    /// Whether the signature holds, and if not, whether it is known why.
    pub finding: Finding,
    /// What differs, most telling first.
    pub differences: Vec<String>,
    /// What else is noteworthy, although it may not be the cause.
    pub notes: Vec<String>,
    /// What to do next.
    pub next: String,
}

/// How a look at a signature ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Finding {
    /// It holds: Twilio sent this.
    Valid,
    /// There is nothing to check: no signature, or not one.
    Unsigned,
    /// It does not hold, and it is known what differs.
    Explained,
    /// It does not hold, and nothing that was tried explains it.
    Unexplained,
}

impl Diagnosis {
    fn new(finding: Finding, next: impl Into<String>) -> Self {
        Self { finding, differences: Vec::new(), notes: Vec::new(), next: next.into() }
    }
}

impl Twilio {
    /// Says why the signature of `request`, which came to `url`, does not hold, or that it does.
    ///
    /// `url` is the URL as it is checked: the configured one, with what follows it in the path and the query. `others` are
    /// further accounts by name, one of whose tokens may have signed. Takes milliseconds; for people, not for servers.
    #[must_use]
    pub fn diagnose(&self, request: &Request<Bytes>, url: &PublicUrl, others: &[(&str, &Self)]) -> Diagnosis {
        let mut diagnosis = self.look_at(request, url, others);
        diagnosis.notes = self.notes(request, url);
        diagnosis
    }

    fn look_at(&self, request: &Request<Bytes>, url: &PublicUrl, others: &[(&str, &Self)]) -> Diagnosis {
        let Ok(given) = given(request.headers()) else {
            return unsigned(
                "no header, or several, called X-Twilio-Signature: a proxy took it away, or Twilio did not send this",
            );
        };
        if !is_signature(given) {
            return unsigned(
                "X-Twilio-Signature holds no signature (28 or 44 characters that end with `=`): copy it whole",
            );
        }
        let keys = match keys::of(request.headers(), &self.account, others) {
            Ok(keys) => keys,
            Err(diagnosis) => return *diagnosis,
        };
        let sent = Sent::of(request);
        let bodies = sent.variants(url.as_str());
        let urls = urls::variants(url.as_str(), request, self.account.webhook_url.as_deref());
        for count in 0..=MAX_DIFFERENCES {
            for (signed_url, of_url) in urls.iter().filter(|(_, of_url)| of_url.len() <= count) {
                let spellings = candidates(signed_url);
                for (body, of_body) in &bodies {
                    let fits = |key: &&keys::Key| {
                        let elsewhere = of_body.len() + key.difference.iter().count();
                        of_url.len() + elsewhere == count && (elsewhere == 0 || count <= MAX_MIXED)
                    };
                    let signs = |key: &&keys::Key| spellings.iter().any(|spelling| key.made(spelling, body, given));
                    if let Some(key) = keys.iter().filter(fits).find(signs) {
                        let differences = [of_url, of_body].into_iter().flatten().chain(&key.difference);
                        return explained(differences, sent.is_altered(signed_url));
                    }
                }
            }
        }
        let mut diagnosis = Diagnosis::new(
            Finding::Unexplained,
            "compare `auth_token` with the primary one of this account in Twilio's console first, then the URL, to the \
             letter, with the one the console has for this webhook",
        );
        let (keys, urls, bodies) = (keys.len(), urls.len(), bodies.len());
        let tried = format!("tried: keys {keys}, URLs {urls}, readings of the body {bodies}");
        diagnosis.differences.push(format!("the token is another one, or the URL or the body was changed ({tried})"));
        diagnosis
    }

    /// What can be seen without the signature.
    fn notes(&self, request: &Request<Bytes>, url: &PublicUrl) -> Vec<String> {
        let mut notes = Vec::new();
        if let Some(configured) = self.account.webhook_url.as_deref().filter(|own| !urls::is_below(url.as_str(), own)) {
            notes.push(format!(
                "this URL was looked at as given, but the gateway checks {}: if Twilio calls this one, set `webhook_url` \
                 (TWILIO_WEBHOOK_URL) or `public_url` to it",
                urls::shown(configured)
            ));
        }
        if let Some(told) = Sent::of(request).account(url.as_str()).filter(|told| *told != self.account.sid) {
            notes.push(format!(
                "the callback is of the account {told}, the settings name {}: a subaccount and the test credentials have \
                 tokens of their own",
                self.account.sid
            ));
        }
        if url.as_str().starts_with("http://") && !urls::is_local(url.as_str()) {
            notes.push("the URL is `http`: if Twilio calls `https` and a proxy ends TLS, write `https`".to_owned());
        }
        notes
    }
}

fn unsigned(what: &str) -> Diagnosis {
    let mut diagnosis = Diagnosis::new(
        Finding::Unsigned,
        "capture the request again with all its headers, as close to Twilio as possible; let proxies pass X-Twilio-Signature",
    );
    diagnosis.differences.push(what.to_owned());
    diagnosis
}

fn explained<'d>(differences: impl Iterator<Item = &'d Difference>, altered: Option<Difference>) -> Diagnosis {
    let all: Vec<Difference> = differences.cloned().chain(altered).collect();
    match all.first() {
        None => Diagnosis::new(Finding::Valid, "nothing: this callback is taken"),
        Some(first) => {
            let mut diagnosis = Diagnosis::new(Finding::Explained, first.next.clone());
            diagnosis.differences = all.into_iter().map(|difference| difference.what).collect();
            diagnosis
        }
    }
}

/// Whether this is Base64 of 20 or of 32 bytes.
fn is_signature(text: &str) -> bool {
    let known = matches!((text.len(), text.bytes().filter(|byte| *byte == b'=').count()), (28 | 44, 1));
    known && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='))
}

#[cfg(test)]
mod tests;

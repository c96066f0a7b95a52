//! How requests are signed, and what of them a signature covers.

use messaging_tests::signed;
use tokio::time::Instant;

use crate::{
    door::Door,
    draft::{Draft, HERE},
};

/// When everything begins, in seconds since 1970.
pub(crate) const NOW: u64 = 1_760_000_000;
/// The shared key that some of Twilio's callbacks are signed with.
pub(crate) const SHARED_KEY: &str = "webhooks_sharedkey_01";

/// How a request proves whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Seal {
    /// It does not, or by headers of its own.
    Nothing,
    /// `X-Twilio-Signature` over the URL and the fields.
    Twilio,
    /// The same with SHA-256 and a shared key.
    TwilioShared,
    /// `X-Twilio-Signature` over the URL, whose query holds the hash of the body.
    TwilioHashed,
    /// `X-Slack-Signature` over the body and the moment.
    Slack,
}

/// What signatures are made with.
#[derive(Clone, Debug)]
pub(crate) struct Keys {
    pub(crate) twilio: String,
    pub(crate) twilio_shared: String,
    pub(crate) slack: String,
    /// When the site was opened.
    pub(crate) began: Instant,
}

impl Keys {
    /// Signs a request as it is now.
    pub(crate) fn seal(&self, draft: &mut Draft) {
        if draft.seal == Seal::TwilioHashed {
            let mut pairs: Vec<_> = draft.query.iter().flat_map(|query| query.split('&')).map(str::to_owned).collect();
            pairs.retain(|pair| !pair.starts_with("bodySHA256=") && !pair.is_empty());
            pairs.push(format!("bodySHA256={}", signed::sha256(&draft.body)));
            draft.query = Some(pairs.join("&"));
        }
        let url = format!("{HERE}{}", draft.target());
        let form = is_posted(draft).then_some(draft.body.as_slice());
        let (signature, settings) = match draft.seal {
            Seal::Nothing => return,
            Seal::Slack => return self.seal_at(draft, &self.now().to_string()),
            Seal::Twilio | Seal::TwilioHashed => (signed::twilio(&self.twilio, &url, form), None),
            Seal::TwilioShared => {
                let settings = format!("key={SHARED_KEY},algorithm=HMAC_SHA256");
                (signed::twilio_shared(&self.twilio_shared, &url, form), Some(settings))
            }
        };
        draft.headers.push(("x-twilio-signature".into(), signature.into()));
        draft.headers.extend(settings.map(|settings| ("x-twilio-webhooks-signature-settings".into(), settings.into())));
    }

    /// What time it is, in seconds since 1970.
    pub(crate) fn now(&self) -> u64 {
        NOW + self.began.elapsed().as_secs()
    }

    /// Signs a request of Slack's as of another moment.
    pub(crate) fn seal_at(&self, draft: &mut Draft, moment: &str) {
        let signature = signed::slack(&self.slack, moment, &draft.body);
        draft.headers.push(("x-slack-request-timestamp".into(), moment.into()));
        draft.headers.push(("x-slack-signature".into(), signature.into()));
    }
}

fn is_posted(draft: &Draft) -> bool {
    draft.method == "POST" && draft.is_form()
}

/// What the proof of a request covers, and the proof. Two requests of which this is the same may be answered alike.
pub(crate) fn covered(draft: &Draft) -> Vec<Vec<u8>> {
    let given = |names: &[&str]| -> Vec<Vec<u8>> {
        // Spaces around a value do not travel.
        let lines = names.iter().map(|name| draft.values(name).into_iter().map(<[u8]>::trim_ascii).collect::<Vec<_>>());
        lines.map(|lines| lines.join(&b"\n"[..])).collect()
    };
    match draft.seal {
        Seal::Slack => {
            let proof = given(&["x-slack-signature", "x-slack-request-timestamp"]);
            [proof, vec![draft.body.clone()]].concat()
        }
        Seal::Twilio | Seal::TwilioShared | Seal::TwilioHashed => {
            let query = draft.query.clone().unwrap_or_default();
            let mut pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
            pairs.sort();
            let mut covered = given(&["x-twilio-signature", "x-twilio-webhooks-signature-settings"]);
            let fields = if is_posted(draft) { signed::twilio_fields(&draft.body) } else { String::new() };
            covered.push(format!("{} {pairs:?} {fields}", draft.path).into_bytes());
            if draft.seal == Seal::TwilioHashed {
                covered.push(draft.body.clone());
            }
            covered
        }
        Seal::Nothing => match draft.door {
            Door::Media => vec![draft.path.clone().into_bytes()],
            Door::Callback => vec![answered(draft)],
            // The scheme has no case.
            _ => given(&["authorization"])
                .into_iter()
                .map(|mut line| {
                    line.iter_mut().take("Bearer".len()).for_each(u8::make_ascii_lowercase);
                    line
                })
                .collect(),
        },
    }
}

/// What somebody brings back from Slack: the state, the code, and the cookie of the browser.
fn answered(draft: &Draft) -> Vec<u8> {
    let query = draft.query.clone().unwrap_or_default();
    let field = |name: &str| form_urlencoded::parse(query.as_bytes()).into_owned().find(|(key, _)| key == name);
    let cookies = String::from_utf8_lossy(&draft.values("cookie").join(&b";"[..])).into_owned();
    let cookie = cookies.split(';').find(|cookie| cookie.trim().len() == "messaging_slack=".len() + 32);
    format!("{:?} {:?} {:?}", field("state"), field("code"), cookie.map(str::trim)).into_bytes()
}

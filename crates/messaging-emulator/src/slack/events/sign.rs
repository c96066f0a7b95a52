//! Request signing, version 0: <https://docs.slack.dev/authentication/verifying-requests-from-slack>.

use std::fmt::Write;

use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use http::{Request, header::CONTENT_TYPE, header::USER_AGENT, request::Builder};
use sha2::Sha256;

use crate::slack::SlackEmulator;

impl SlackEmulator {
    /// A request to the app, signed now.
    pub(crate) fn signed(&self, url: &str, body: &Bytes, content_type: &'static str) -> Builder {
        let timestamp = (self.desk().unix_millis() / 1_000).to_string();
        let signature = signature(&self.settings().signing_secret, &timestamp, body);
        Request::post(url)
            .header(CONTENT_TYPE, content_type)
            .header(USER_AGENT, "Slackbot 1.0 (+https://api.slack.com/robots)")
            .header("x-slack-request-timestamp", timestamp)
            .header("x-slack-signature", signature)
    }
}

/// `v0=` and the HMAC-SHA256 of `v0:{timestamp}:{body}`, in lower-case hexadecimal digits.
fn signature(secret: &str, timestamp: &str, body: &[u8]) -> String {
    let mut signature = "v0=".to_owned();
    // HMAC takes keys of any length.
    if let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) {
        for part in [b"v0:", timestamp.as_bytes(), b":", body] {
            mac.update(part);
        }
        for byte in mac.finalize().into_bytes() {
            let _ = write!(signature, "{byte:02x}");
        }
    }
    signature
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "8f742231b10e8888abcd99yyyzzz85a5";
    const AT: &str = "1531420618";

    #[test]
    fn slacks_own_example() {
        let body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V\
            &channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=\
            &response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN\
            &trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        assert_eq!(body.len(), 362);
        let expected = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
        assert_eq!(signature(SECRET, AT, body.as_bytes()), expected);
        assert_ne!(signature(SECRET, "1531420619", body.as_bytes()), expected);
        assert_ne!(signature(SECRET, AT, format!("{body}------").as_bytes()), expected);
    }

    #[test]
    fn other_examples() {
        for (secret, body, expected) in [
            (
                "fa2c05deeef5a4077494e89f54394de0",
                "test-body",
                "v0=baa91ef62d346e56607bbdd278a8acd570b91226854f15a382f43d33be42f666",
            ),
            (SECRET, "", "v0=55f41ec73231010289b54e669149ea021fccab11b5524355523533ce930cb739"),
            (
                SECRET,
                r#"{"token":"x","challenge":"3eZbrw1aB","type":"url_verification"}"#,
                "v0=a78620fa7a25da61d66b164b89ac6382d8a683af103265371937fec9958dee5a",
            ),
            (
                SECRET,
                r#"{"text":"héllo 🎉 & <b>"}"#,
                "v0=afc600fd261df27de48b639ce9d071a03d729dcde1b380bf06207a826ff630e3",
            ),
        ] {
            assert_eq!(signature(secret, AT, body.as_bytes()), expected, "{body}");
        }
    }
}

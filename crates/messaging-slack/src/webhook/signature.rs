//! Request signing v0. <https://docs.slack.dev/authentication/verifying-requests-from-slack>

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use messaging_core::{Error, ErrorKind, Result, Secrets, signature::is_hmac_sha256_hex};

const TIMESTAMP: &str = "x-slack-request-timestamp";
const SIGNATURE: &str = "x-slack-signature";

/// How far the timestamp may be from our clock, in either direction; exactly this far passes.
const WINDOW: u64 = 300;

/// Checks the age of the timestamp, then `v0=` and the hex of HMAC-SHA-256 over `v0:{timestamp}:{body}`.
pub(super) fn verify(headers: &HeaderMap, body: &[u8], secrets: &Secrets, now: SystemTime) -> Result<()> {
    let (timestamp, signature) = (only(headers, TIMESTAMP)?, only(headers, SIGNATURE)?);
    if !timestamp.bytes().all(|byte| byte.is_ascii_digit()) {
        return refuse(format!("`{TIMESTAMP}` is no whole number of seconds"));
    }
    let Ok(told) = timestamp.parse::<u64>() else {
        return refuse(format!("`{TIMESTAMP}` is no whole number of seconds"));
    };
    let distance = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO).as_secs().abs_diff(told);
    if distance > WINDOW {
        return refuse(format!(
            "the request is {distance} s away from this machine's clock, and {WINDOW} s are allowed: set the clock, or \
             somebody repeats an old request"
        ));
    }
    let Some(hex) = signature.strip_prefix("v0=") else {
        return refuse(format!("`{SIGNATURE}` is not of version v0"));
    };
    let pieces = [b"v0:".as_slice(), timestamp.as_bytes(), b":", body];
    if secrets.iter().any(|secret| is_hmac_sha256_hex(secret.expose(), &pieces, hex)) {
        return Ok(());
    }
    refuse("the signature does not match `signing_secret` (SLACK_SIGNING_SECRET): compare it with the app's page")
}

/// The one value of a header. A second one is nobody's to choose from.
fn only<'h>(headers: &'h HeaderMap, name: &str) -> Result<&'h str> {
    let mut values = headers.get_all(name).iter();
    match (values.next().map(http::HeaderValue::to_str), values.next()) {
        (Some(Ok(value)), None) if !value.is_empty() => Ok(value),
        (None, _) => refuse(format!("there is no `{name}`: the request is not Slack's")),
        (_, Some(_)) => refuse(format!("there is more than one `{name}`")),
        _ => refuse(format!("`{name}` is unreadable")),
    }
}

fn refuse<T>(message: impl Into<String>) -> Result<T> {
    Err(Error::new(ErrorKind::Unauthorized, message))
}

#[cfg(test)]
mod tests {
    use messaging_core::Secret;

    use super::*;

    const S1: &str = "8f742231b10e8888abcd99yyyzzz85a5";
    const AT: u64 = 1_531_420_618;
    const A_BODY: &str = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&\
        channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2F\
        hooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&\
        trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    const A: &str = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    fn check(secrets: &Secrets, headers: &[(&'static str, &str)], body: &str, now: u64) -> Result<()> {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, value.parse().unwrap());
        }
        verify(&map, body.as_bytes(), secrets, SystemTime::UNIX_EPOCH + Duration::from_secs(now))
    }

    fn signed(secret: &str, timestamp: &str, signature: &str, body: &str, now: u64) -> Result<()> {
        check(&secret.into(), &[(TIMESTAMP, timestamp), (SIGNATURE, signature)], body, now)
    }

    #[test]
    fn published_and_computed_vectors_pass() {
        assert_eq!(A_BODY.len(), 362);
        for (secret, body, signature) in [
            (S1, A_BODY, A),
            (
                "fa2c05deeef5a4077494e89f54394de0",
                "test-body",
                "v0=baa91ef62d346e56607bbdd278a8acd570b91226854f15a382f43d33be42f666",
            ),
            (S1, "", "v0=55f41ec73231010289b54e669149ea021fccab11b5524355523533ce930cb739"),
            (
                S1,
                r#"{"token":"x","challenge":"3eZbrw1aB","type":"url_verification"}"#,
                "v0=a78620fa7a25da61d66b164b89ac6382d8a683af103265371937fec9958dee5a",
            ),
            (S1, r#"{"text":"héllo 🎉 & <b>"}"#, "v0=afc600fd261df27de48b639ce9d071a03d729dcde1b380bf06207a826ff630e3"),
        ] {
            for now in [AT - 300, AT, AT + 2, AT + 300] {
                signed(secret, "1531420618", signature, body, now).unwrap();
            }
        }
    }

    #[test]
    fn whatever_else_is_refused() {
        let tampered = format!("{A_BODY}------");
        let v1 = A.replace("v0=", "v1=");
        let upper = format!("v0={}", A[3..].to_uppercase());
        for (timestamp, signature, body, now) in [
            ("1531420618", A, A_BODY, AT + 301),
            ("1531420618", A, A_BODY, AT - 301),
            ("1531420618", A, A_BODY, 0),
            ("1531420618", A, &tampered, AT),
            ("1531420618", A, "", AT),
            ("1531420619", A, A_BODY, AT),
            ("01531420618", A, A_BODY, AT),
            ("+1531420618", A, A_BODY, AT),
            ("1531420618.0", A, A_BODY, AT),
            ("-1531420618", A, A_BODY, AT),
            ("99999999999999999999", A, A_BODY, AT),
            ("soon", A, A_BODY, AT),
            ("1531420618", &v1, A_BODY, AT),
            ("1531420618", &upper, A_BODY, AT),
            ("1531420618", &A[3..], A_BODY, AT),
            ("1531420618", &A[..66], A_BODY, AT),
            ("1531420618", "v0=", A_BODY, AT),
        ] {
            let error = signed(S1, timestamp, signature, body, now).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Unauthorized, "{timestamp} {signature}");
        }
        signed("another", "1531420618", A, A_BODY, AT).unwrap_err();
    }

    #[test]
    fn headers_come_once() {
        let once = [(TIMESTAMP, "1531420618"), (SIGNATURE, A)];
        check(&S1.into(), &once, A_BODY, AT).unwrap();
        check(&S1.into(), &once[..1], A_BODY, AT).unwrap_err();
        check(&S1.into(), &once[1..], A_BODY, AT).unwrap_err();
        for again in once {
            check(&S1.into(), &[once[0], once[1], again], A_BODY, AT).unwrap_err();
        }
    }

    #[test]
    fn any_of_several_secrets_is_believed() {
        let secrets = Secrets::new(vec![Secret::new("new"), Secret::new(S1)]);
        check(&secrets, &[(TIMESTAMP, "1531420618"), (SIGNATURE, A)], A_BODY, AT).unwrap();
        let others = Secrets::new(vec![Secret::new("new"), Secret::new("newer")]);
        check(&others, &[(TIMESTAMP, "1531420618"), (SIGNATURE, A)], A_BODY, AT).unwrap_err();
    }
}

//! Files of texts: whom our credentials reach.

use bytes::Bytes;
use http::Response;
use messaging_core::{
    ErrorKind,
    message::{FetchMedia, Media},
};
use messaging_twilio::TwilioConfig;

use crate::scripted::{AC, Answer, Script, refuses};

const FILE: &str = "/Messages/MM00000000000000000000000000000006/Media/ME00000000000000000000000000000008";

fn of_twilio() -> String {
    format!("https://api.twilio.com/2010-04-01/Accounts/{AC}{FILE}")
}

#[allow(clippy::unnecessary_wraps, reason = "a script also holds transport errors")]
fn file(body: &'static str) -> Answer {
    let response = Response::builder().header("content-type", "image/png");
    Ok(response
        .header("content-disposition", "inline; filename=\"a.png\"")
        .body(Bytes::from_static(body.as_bytes()))
        .unwrap())
}

#[allow(clippy::unnecessary_wraps, reason = "a script also holds transport errors")]
fn redirect(to: &str) -> Answer {
    Ok(Response::builder().status(307).header("location", to).body(Bytes::new()).unwrap())
}

async fn fetched(
    url: &str,
    answers: Vec<Answer>,
) -> (messaging_core::Result<messaging_core::message::MediaFile>, Script) {
    let script = Script::new(answers);
    let request = FetchMedia::of(Media::at(url)).at_most(10);
    let file = script.client_of(TwilioConfig::new(AC, "canary")).call(request).await;
    (file, script)
}

#[tokio::test]
async fn a_file_of_a_message_is_fetched_as_ourselves() {
    let region = of_twilio().replace("api.twilio.com", "api.dublin.ie1.twilio.com");
    for url in [of_twilio(), region] {
        let (read, script) = fetched(&url, vec![file("bytes")]).await;
        let read = read.unwrap();
        assert_eq!(
            (read.content_type.as_str(), &*read.bytes, read.name.as_deref()),
            ("image/png", &b"bytes"[..], Some("a.png"))
        );
        assert_eq!(script.asked(), [format!("GET {url}")]);
        assert_eq!(script.callers(), [format!("{AC}:canary")]);
    }
}

#[tokio::test]
async fn a_redirect_within_twilio_is_followed() {
    let (read, script) = fetched(&of_twilio(), vec![redirect(&format!("{}?x=1", of_twilio())), file("bytes")]).await;
    assert_eq!(&*read.unwrap().bytes, b"bytes");
    assert_eq!(script.asked().len(), 2);
}

/// The script sees every request that goes through the transport, and with it every one that carries credentials.
#[tokio::test]
async fn nobody_else_gets_our_credentials() {
    let account = format!("https://api.twilio.com/2010-04-01/Accounts/{AC}.json");
    for elsewhere in [
        "http://169.254.169.254/latest/meta-data",
        "https://127.0.0.1/x",
        "https://user:pass@media.example.com/a.png",
        "http://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1",
        "https://api.twilio.com@127.0.0.1/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1",
        "https://[::1]/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1",
        "file:///etc/passwd",
        "",
    ] {
        let (read, script) = fetched(elsewhere, vec![]).await;
        assert_eq!(read.unwrap_err().kind(), ErrorKind::Invalid, "{elsewhere}");
        assert!(script.asked().is_empty());
        let (read, script) = fetched(&of_twilio(), vec![redirect(elsewhere)]).await;
        assert_eq!(read.unwrap_err().kind(), ErrorKind::Invalid, "{elsewhere}");
        assert_eq!(script.asked().len(), 1, "{elsewhere}");
    }
    // The account itself, whose answer holds the auth token, is no file: it is asked for as nobody.
    for url in [account, of_twilio().replace("/Media/", "/Media/../../"), format!("{}.json/x", of_twilio())] {
        let (read, script) = fetched(&url, vec![refuses(401, 20003, "Authenticate")]).await;
        assert_eq!((read.unwrap_err().kind(), script.callers()), (ErrorKind::Unauthorized, vec!["nobody".to_owned()]));
    }
}

#[tokio::test]
async fn what_is_too_large_or_gone_is_said() {
    let (read, _) = fetched(&of_twilio(), vec![file("eleven bytes")]).await;
    assert!(read.unwrap_err().to_string().contains("larger than 10 bytes"));
    let (read, _) = fetched(&of_twilio(), vec![refuses(404, 20404, "gone")]).await;
    assert_eq!(read.unwrap_err().kind(), ErrorKind::NotFound);
    let circle = (0..6).map(|_| redirect(&of_twilio())).collect();
    assert!(fetched(&of_twilio(), circle).await.0.unwrap_err().to_string().contains("circle"));
}

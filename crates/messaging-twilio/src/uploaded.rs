//! How files in the media service are named.

use messaging_core::message::Media;
use serde_json::Value;

use crate::{account::Account, sid::is_sid};

/// Reads the files of a message, in the shape of the REST API (`sid`, `content_type`) and of webhooks (`MediaSid`,
/// `ContentType`) alike.
///
/// `service` is the Conversations service they are kept in. Where nobody names it, the file is `twilio-media:ME…`, and
/// looked for in the account's default service.
pub(crate) fn listed(files: &Value, service: Option<&str>, account: &Account) -> Vec<Media> {
    let service = service.or(account.service.as_deref());
    files.as_array().into_iter().flatten().filter_map(|file| one(file, service, account)).collect()
}

fn one(file: &Value, service: Option<&str>, account: &Account) -> Option<Media> {
    let word = |names: [&str; 3]| names.into_iter().find_map(|name| file.get(name)).and_then(Value::as_str);
    let sid = word(["sid", "Sid", "MediaSid"]).or_else(|| word(["mediaSid", "media_sid", "sid"]))?;
    let mut media = named(sid, service, account);
    media.content_type = word(["content_type", "ContentType", "contentType"]).map(str::to_owned);
    media.name = word(["filename", "Filename", "fileName"]).map(str::to_owned);
    Some(media)
}

/// Names a file by its SID.
pub(crate) fn named(sid: &str, service: Option<&str>, account: &Account) -> Media {
    Media::at(match service {
        Some(service) => account.bases.media_url(service, sid),
        None => format!("twilio-media:{sid}"),
    })
}

/// The SID in what [`listed`] wrote: `…/Media/ME…`, `twilio-media:ME…` or the SID alone.
pub(crate) fn sid_of(url: &str) -> Option<&str> {
    url.rsplit(['/', ':']).next().filter(|last| is_sid(last, "ME"))
}

/// The service, where it is named, and the SID of a file in the media service: `…/Services/IS…/Media/ME…` or what
/// [`listed`] wrote.
pub(crate) fn uploaded(url: &str) -> Option<(Option<&str>, &str)> {
    let sid = sid_of(url)?;
    let before = url.strip_suffix(sid)?;
    if matches!(before, "" | "twilio-media:") {
        return Some((None, sid));
    }
    let service = before.strip_suffix("/Media/")?.rsplit('/').next()?;
    is_sid(service, "IS").then_some((Some(service), sid))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::TwilioConfig;
    use serde_json::json;

    const ME: &str = "ME00000000000000000000000000000001";

    #[test]
    fn both_spellings_name_the_same_file() {
        let account = Account::new(TwilioConfig::new(format!("AC{}", "0".repeat(32)), "token")).unwrap();
        let rest = json!([{ "sid": ME, "size": 1, "content_type": "image/png", "filename": "x.png" }]);
        let hook = json!([{ "MediaSid": ME, "Filename": "x.png", "ContentType": "image/png", "Size": 1 }]);
        let read = listed(&rest, Some("IS1"), &account);
        assert_eq!(read, listed(&hook, Some("IS1"), &account));
        assert_eq!(read[0].url, format!("https://mcs.us1.twilio.com/v1/Services/IS1/Media/{ME}"));
        assert_eq!((read[0].content_type.as_deref(), read[0].name.as_deref()), (Some("image/png"), Some("x.png")));
        assert_eq!(sid_of(&read[0].url), Some(ME));
        assert_eq!(sid_of(&listed(&hook, None, &account)[0].url), Some(ME));
        assert!(listed(&Value::Null, None, &account).is_empty() && listed(&json!([{}]), None, &account).is_empty());
        assert_eq!((sid_of(ME), sid_of("https://x.test/a.png")), (Some(ME), None));
    }
}

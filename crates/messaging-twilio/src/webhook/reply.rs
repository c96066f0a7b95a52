//! Replies inside the answer to a text (<https://www.twilio.com/docs/messaging/twiml>).

use std::fmt::Write;

use messaging_core::{
    Place,
    capability::Reply,
    message::{Content, SendMessage},
};

use crate::{
    base::is_web_url,
    text::{Markup, render},
};

/// `TwiML` that does nothing.
const NOTHING: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Response/>"#;

/// The longest answer Twilio reads, in bytes (error 11750).
const MAX_ANSWER: usize = 64 * 1_024;

/// The longest text of one message, in UTF-16 code units.
const MAX_BODY: usize = 1_600;

/// The most files of one message.
const MAX_FILES: usize = 10;

/// Says nothing to the sender: our replies go out through the API.
pub(super) fn nothing() -> Reply {
    Reply::body("text/xml", NOTHING)
}

/// Words replies to `place`; none if one of them goes elsewhere or cannot be said in `TwiML`.
///
/// `callback` is told what becomes of them, by their SIDs: nobody has given them an id of ours.
pub(super) fn worded(replies: &[SendMessage], place: &Place, callback: Option<&str>) -> Option<Reply> {
    let is_whatsapp = place.part(1).is_some_and(|theirs| theirs.starts_with("whatsapp:"));
    let markup = if is_whatsapp { Markup::WhatsApp } else { Markup::Plain };
    let mut said = String::from(r#"<?xml version="1.0" encoding="UTF-8"?><Response>"#);
    for reply in replies {
        if reply.to != *place {
            return None;
        }
        said.push_str(&message(&reply.content, markup, callback)?);
        if said.len() > MAX_ANSWER {
            return None;
        }
    }
    said.push_str("</Response>");
    match said.len() {
        _ if replies.is_empty() => Some(nothing()),
        ..=MAX_ANSWER => Some(Reply::body("text/xml", said)),
        _ => None,
    }
}

fn message(content: &Content, markup: Markup, callback: Option<&str>) -> Option<String> {
    let Content { text, media, actions, native, .. } = content;
    let text = render(text, markup, MAX_BODY);
    let too_much = text.encode_utf16().count() > MAX_BODY || media.len() > MAX_FILES;
    if content.is_empty() || native.is_some() || !actions.is_empty() || too_much {
        return None;
    }
    let mut said = match callback {
        Some(url) => format!("<Message statusCallback=\"{}\">", escaped(url)?),
        None => "<Message>".to_owned(),
    };
    if !text.is_empty() {
        // Writing to a `String` cannot fail.
        let _ = write!(said, "<Body>{}</Body>", escaped(&text)?);
    }
    for file in media {
        let url = is_web_url(&file.url).then(|| escaped(&file.url)).flatten()?;
        let _ = write!(said, "<Media>{url}</Media>");
    }
    said.push_str("</Message>");
    Some(said)
}

/// Text as XML carries it; none if it holds a character that XML 1.0 has no way to write
/// (<https://www.w3.org/TR/xml/#charsets>).
fn escaped(text: &str) -> Option<String> {
    let mut said = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => said.push_str("&amp;"),
            '<' => said.push_str("&lt;"),
            '>' => said.push_str("&gt;"),
            '"' => said.push_str("&quot;"),
            '\'' => said.push_str("&apos;"),
            // Written plainly, a parser would read it as a line feed.
            '\r' => said.push_str("&#13;"),
            '\t' | '\n' => said.push(c),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => return None,
            _ => said.push(c),
        }
    }
    Some(said)
}

#[cfg(test)]
mod tests {
    use messaging_core::message::{Action, Media};
    use serde_json::json;

    use super::*;
    use crate::direct;

    fn place() -> Place {
        direct("+15550100001", "+15550100777")
    }

    fn said(replies: &[Content]) -> Option<String> {
        let replies: Vec<_> = replies.iter().map(|content| SendMessage::new(place(), content.clone())).collect();
        let reply = worded(&replies, &place(), None)?;
        assert_eq!(reply.content_type, Some("text/xml"));
        let text = String::from_utf8(reply.body.to_vec()).unwrap();
        Some(text.strip_prefix(r#"<?xml version="1.0" encoding="UTF-8"?>"#).unwrap().to_owned())
    }

    #[test]
    fn replies_are_messages_with_their_files() {
        let mut picture = Content::text("");
        picture.media = vec![Media::at("https://x.test/a.png?b=1&c=2")];
        let replies = [Content::text("**1** < 2 & \"é\" 🎉\n'"), picture];
        assert_eq!(
            said(&replies).unwrap(),
            "<Response><Message><Body>1 &lt; 2 &amp; &quot;é&quot; 🎉\n&apos;</Body></Message><Message>\
             <Media>https://x.test/a.png?b=1&amp;c=2</Media></Message></Response>"
        );
        let whatsapp = direct("whatsapp:+15550100001", "whatsapp:+15550100777");
        let reply = worded(&[SendMessage::new(whatsapp.clone(), "**b**")], &whatsapp, None).unwrap();
        assert!(reply.body.ends_with(b"<Body>*b*</Body></Message></Response>"), "{reply:?}");
        assert_eq!(said(&[]).unwrap(), "<Response/>");
    }

    #[test]
    fn what_does_not_fit_is_left_to_the_api() {
        let with = |change: fn(&mut Content)| {
            let mut content = Content::text("hi");
            change(&mut content);
            said(&[content])
        };
        assert!(with(|_| {}).is_some() && with(|content| content.text = "é".repeat(1_600)).is_some());
        for change in [
            (|content| content.text = "é".repeat(1_601)) as fn(&mut Content),
            |content| content.text = "🎉".repeat(801),
            |content| content.text = "bell \u{7}".into(),
            |content| content.text = "\u{ffff}".into(),
            |content| content.text.clear(),
            |content| content.native = Some(json!({ "ContentSid": "HX1" })),
            |content| content.actions = vec![Action::new("Yes", "1")],
            |content| content.media = vec![Media::at("ME00000000000000000000000000000001")],
            |content| content.media = vec![Media::at("https://x.test/a"); 11],
        ] {
            assert_eq!(with(change), None);
        }
        let long = vec![Content::text("&".repeat(1_600)); 8];
        assert!(said(&long).is_some());
        assert_eq!(said(&vec![Content::text("&".repeat(1_600)); 9]), None, "longer than Twilio reads");
        let elsewhere = [SendMessage::new(direct("+15550100001", "+15550100778"), "hi")];
        assert!(worded(&elsewhere, &place(), None).is_none());
        let told = worded(&[SendMessage::new(place(), "hi")], &place(), Some("https://x.test/in#rc=3&rp=ct")).unwrap();
        let message =
            "<Message statusCallback=\"https://x.test/in#rc=3&amp;rp=ct\"><Body>hi</Body></Message></Response>";
        assert!(told.body.ends_with(message.as_bytes()), "{told:?}");
    }

    /// Whatever a reply says, it is refused, or a reader of XML finds the same text again, inside its message.
    #[test]
    fn no_text_breaks_out_of_its_message() {
        const PIECES: [&str; 16] =
            ["<", ">", "&", "&amp;", "]]>", "</Body>", "<!--", "\"", "'", "\r", "\n", "\u{0}", "é", "🎉", " ", "a"];
        let marks = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#13;", "\r"), ("&amp;", "&")];
        let mut random = fastrand::Rng::with_seed(31);
        for round in 0..5_000 {
            let text: String = (0..random.usize(1..12)).map(|_| PIECES[random.usize(..PIECES.len())]).collect();
            match escaped(&text) {
                Some(body) => {
                    assert!(!body.contains(['<', '>', '\r']), "round {round}: {text:?}");
                    let read = marks.iter().fold(body, |read, (mark, plain)| read.replace(mark, plain));
                    assert_eq!(read, text, "round {round}");
                }
                None => assert!(text.contains('\u{0}'), "round {round}: {text:?}"),
            }
            if let Some(answer) = said(&[Content::text(text.clone())]) {
                let body = answer.strip_prefix("<Response><Message><Body>").unwrap();
                let body = body.strip_suffix("</Body></Message></Response>").unwrap();
                assert!(!body.contains(['<', '>']), "round {round}: {text:?}");
            }
        }
    }
}

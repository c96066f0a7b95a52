//! Images. <https://docs.slack.dev/reference/block-kit/blocks/image-block>

use messaging_core::message::Media;
use serde_json::{Value, json};

use super::limits::{IMAGE_TEXT, IMAGE_URL};
use crate::mrkdwn::neutral;

/// What Slack shows as an image, by MIME type and by the end of a name.
const KINDS: [(&str, &str); 5] = [
    ("image/png", ".png"),
    ("image/jpeg", ".jpg"),
    ("image/jpeg", ".jpeg"),
    ("image/gif", ".gif"),
    ("image/webp", ".webp"),
];

/// Writes an image that Slack fetches by its URL; nothing for a file of another kind, or a URL that it would not take.
pub(super) fn image(media: &Media) -> Option<Value> {
    let is_url = ["https://", "http://"].into_iter().any(|scheme| media.url.starts_with(scheme));
    let is_clean = !media.url.contains(|sign: char| sign.is_whitespace() || sign.is_control() || "<>|`".contains(sign));
    if !is_url || !is_clean || media.url.chars().count() > IMAGE_URL || !is_image(media) {
        return None;
    }
    let name = media.name.as_deref().unwrap_or_else(|| file_name(&media.url)).trim();
    let alt: String = neutral::words(if name.is_empty() { "image" } else { name }).chars().take(IMAGE_TEXT).collect();
    if is_slacks_own(&media.url) {
        return Some(json!({ "type": "image", "slack_file": { "url": media.url }, "alt_text": alt }));
    }
    Some(json!({ "type": "image", "image_url": media.url, "alt_text": alt }))
}

/// What a file is called: its name, or the end of its URL.
pub(super) fn name(media: &Media) -> &str {
    let name = media.name.as_deref().unwrap_or_else(|| file_name(&media.url));
    if name.is_empty() { &media.url } else { name }
}

/// A file in Slack, which it shows by reference; nobody could fetch it without a token.
fn is_slacks_own(url: &str) -> bool {
    let host = url.strip_prefix("https://").and_then(|rest| rest.split('/').next()).unwrap_or_default();
    host == "files.slack.com" || host == "files.slack-gov.com"
}

fn is_image(media: &Media) -> bool {
    let told = media.content_type.as_deref().map(|told| told.split(';').next().unwrap_or_default().trim());
    if let Some(told) = told {
        return KINDS.iter().any(|(kind, _)| told.eq_ignore_ascii_case(kind));
    }
    let names = [media.name.as_deref().unwrap_or_default(), file_name(&media.url)].map(str::to_ascii_lowercase);
    KINDS.iter().any(|(_, end)| names.iter().any(|name| name.ends_with(end)))
}

/// The last part of a URL's path.
fn file_name(url: &str) -> &str {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let after_host = path.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    after_host.rsplit('/').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn images_are_told_by_type_or_name() {
        let png = image(&Media::at("https://x.test/a/cat.png?x=1")).unwrap();
        let expected = json!({ "type": "image", "image_url": "https://x.test/a/cat.png?x=1", "alt_text": "cat.png" });
        assert_eq!(png, expected);
        let typed = image(&Media::at("https://x.test/f/1").with_type("image/JPEG; q=1")).unwrap();
        assert_eq!(typed["alt_text"], "1");
        let own = image(&Media::at("https://files.slack.com/files-pri/T1-F1/a.png")).unwrap();
        assert_eq!(own["slack_file"]["url"], "https://files.slack.com/files-pri/T1-F1/a.png");
        for media in [
            Media::at("https://x.test/a.pdf"),
            Media::at("https://x.test/a.png").with_type("application/pdf"),
            Media::at("ftp://x.test/a.png"),
            Media::at("https://x.test/<!here>.png"),
            Media::at(format!("https://x.test/{}.png", "x".repeat(3_000))),
            Media::at("https://x.png"),
        ] {
            assert_eq!(image(&media), None, "{media:?}");
        }
    }

    #[test]
    fn a_name_calls_nobody_and_fits() {
        let mut media = Media::at("https://x.test/a.png");
        media.name = Some(format!("<!channel> @here{}", "x".repeat(3_000)));
        let alt = image(&media).unwrap()["alt_text"].as_str().unwrap().to_owned();
        assert!(alt.starts_with("<\u{200B}!channel> @herexx"), "{alt}");
        assert_eq!(alt.chars().count(), 2_000);
    }
}

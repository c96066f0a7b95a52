//! What a text says on its channel.

use std::collections::BTreeMap;

use messaging_core::{
    Error, ErrorKind, Place, Reached, SendMessage,
    message::{Action, Content, EditMessage, FindSend, Found, Media},
    text::fit,
};
use messaging_twilio::{TwilioConfig, conversation, direct};
use serde_json::{Value, json};

use crate::scripted::{AC, CH, MG, OURS, SM, Script, THEIRS, says, texts};

const HX: &str = "HX00000000000000000000000000000007";

fn whatsapp() -> Place {
    direct("whatsapp:+15550100001", "whatsapp:+15550100777")
}

fn config() -> TwilioConfig {
    let mut config = TwilioConfig::new(AC, "token");
    config.quick_replies = BTreeMap::from([(2, HX.to_owned())]);
    config
}

/// What is sent of a content, by name.
async fn sent(place: Place, content: impl Into<Content>) -> BTreeMap<String, String> {
    let script = Script::new([says(201, &json!({ "sid": SM }))]);
    let messenger = script.client_of(config());
    let message = SendMessage::new(place, content);
    let limits = messenger.provider().limits(&message).into_owned();
    let [part] = fit(&message, &limits).unwrap().try_into().unwrap();
    messenger.send(part).await.unwrap();
    let asked = script.asked().remove(0);
    form_urlencoded::parse(asked.rsplit(' ').next().unwrap().as_bytes()).into_owned().collect()
}

async fn body(place: Place, text: &str) -> String {
    sent(place, text).await["Body"].clone()
}

fn choices(text: &str, labels: &[&str]) -> Content {
    let mut content = Content::text(text);
    content.actions = labels.iter().map(|label| Action::new(*label, "v")).collect();
    content
}

#[tokio::test]
async fn markdown_is_rendered_for_the_channel() {
    let markdown = "**Hi** [you](https://x.test)";
    assert_eq!(body(direct(OURS, THEIRS), markdown).await, "Hi you (https://x.test)");
    assert_eq!(body(direct(MG, THEIRS), markdown).await, "Hi you (https://x.test)");
    assert_eq!(body(whatsapp(), markdown).await, "*Hi* you (https://x.test)");
    assert_eq!(body(direct("rcs:agent", "rcs:+15550100777"), markdown).await, "Hi you (https://x.test)");
    assert_eq!(body(direct("messenger:1", "messenger:2"), markdown).await, "Hi you (https://x.test)");
    // Somebody in a conversation may be on SMS.
    assert_eq!(body(conversation(CH), markdown).await, "Hi you (https://x.test)");
}

#[tokio::test]
async fn the_operator_s_own_words_are_not_rendered() {
    let mut own = Content::text("**fallback**");
    own.native = Some(json!({ "Body": "**as it is**" }));
    assert_eq!(sent(direct(OURS, THEIRS), own).await["Body"], "**as it is**");
}

#[tokio::test]
async fn choices_are_buttons_where_the_operator_has_a_template() {
    let form = sent(whatsapp(), choices("**Sure?**", &["Yes", "No"])).await;
    assert_eq!(form["ContentSid"], HX);
    let variables: Value = serde_json::from_str(&form["ContentVariables"]).unwrap();
    assert_eq!(variables, json!({ "1": "*Sure?*", "2": "Yes", "3": "No" }));
    assert!(!form.contains_key("Body"));
    for (place, content) in [
        (direct(OURS, THEIRS), choices("Sure?", &["Yes", "No"])),
        (whatsapp(), choices("Sure?", &["Yes", "No, certainly not ever"])),
        (conversation(CH), choices("Sure?", &["Yes", "No"])),
    ] {
        let lines = format!("Sure?\n1. Yes\n2. {}", content.actions[1].label);
        let form = sent(place, content).await;
        assert_eq!((form["Body"].as_str(), form.get("ContentSid")), (&*lines, None));
    }
    let form = sent(whatsapp(), choices("Sure?", &["Yes", "No", "Perhaps"])).await;
    assert_eq!(form["Body"], "Sure?\n1. Yes\n2. No\n3. Perhaps");
    // What the links say is written out, and too long for a button's text.
    let links = format!("{}\n\n[1]: https://x.test/{}", "[a][1] ".repeat(10), "x".repeat(100));
    assert!(!sent(whatsapp(), choices(&links, &["Yes", "No"])).await.contains_key("ContentSid"));
    let mut file = choices("Sure?", &["Yes", "No"]);
    file.media = vec![Media::at("https://x.test/a.png")];
    assert_eq!(sent(whatsapp(), file).await["Body"], "Sure?\n1. Yes\n2. No");
}

/// Whoever answers "2" means the second choice, whatever stands above the choices.
#[tokio::test]
async fn choices_keep_their_numbers() {
    for text in [
        "Steps:\n1. a\n2. b",
        "1. a",
        "3. a\n4. b\n\n   more",
        "1. a\n   1. b",
        "> 1. a",
        "- a",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "<div>\n1. a",
        "[a]: x",
        "a\n\n---",
    ] {
        for place in [direct(OURS, THEIRS), whatsapp(), conversation(CH)] {
            let body = &sent(place.clone(), choices(text, &["Yes", "No", "Perhaps"])).await["Body"];
            let lines: Vec<_> = body.lines().rev().take(3).map(str::trim).collect();
            assert_eq!(lines, ["3. Perhaps", "2. No", "1. Yes"], "{text:?} at {place:?}: {body:?}");
        }
    }
}

#[tokio::test]
async fn links_to_files_do_not_make_a_conversation_s_message_too_long() {
    for text in ["word ".repeat(319), "🎉 ".repeat(500)] {
        let mut content = Content::text(text);
        content.media = vec![Media::at(format!("https://x.test/{}", "a".repeat(110)))];
        let messenger = Script::default().client();
        let message = SendMessage::new(conversation(CH), content);
        for part in fit(&message, &messenger.provider().limits(&message)).unwrap() {
            let script = Script::new([says(201, &json!({ "sid": "IM1" }))]);
            script.client().send(part).await.unwrap();
            let asked = script.asked().remove(0);
            let form: BTreeMap<String, String> =
                form_urlencoded::parse(asked.rsplit(' ').next().unwrap().as_bytes()).into_owned().collect();
            assert!(form["Body"].encode_utf16().count() <= 1_600, "{}", form["Body"]);
        }
    }
}

#[tokio::test]
async fn a_rendering_never_outgrows_a_message() {
    let bomb = format!("{}\n\n[1]: https://x.test/{}", "[1]".repeat(300), "x".repeat(600));
    assert_eq!(body(direct(OURS, THEIRS), &bomb).await, bomb);
}

#[tokio::test]
async fn what_counts_twice_is_cut_in_time() {
    let messenger = Script::default().client();
    let mut emoji = choices(&"🎉 ".repeat(800), &["Yes"]);
    for text in ["🎉 ".repeat(800), "é".repeat(1_598), "🎉".repeat(5_000)] {
        emoji.text = text;
        let message = SendMessage::new(direct(OURS, THEIRS), emoji.clone());
        for part in fit(&message, &messenger.provider().limits(&message)).unwrap() {
            assert!(part.content.text.encode_utf16().count() <= 1_600);
            assert!(messenger.provider().limits(&part).max_text.unwrap() >= part.content.text.chars().count());
        }
    }
}

#[tokio::test]
async fn channels_that_do_not_mix_are_refused() {
    for place in [direct(OURS, "whatsapp:+15550100777"), direct("whatsapp:+15550100001", THEIRS), direct(OURS, "ann")] {
        let error: Error = Script::default().client().send(SendMessage::new(place, "hi")).await.unwrap_err();
        assert_eq!((error.kind(), error.reached()), (ErrorKind::Invalid, Reached::NotSent), "{error}");
    }
}

#[tokio::test]
async fn a_look_compares_what_was_rendered() {
    let row = |body: &str| {
        let date = "Fri, 24 May 2019 17:44:46 +0000";
        json!([{ "sid": "SM1", "body": body, "direction": "outbound-api", "num_media": "0", "date_created": date }])
    };
    let find = |content: Content| FindSend {
        intent: "run-7/1".into(),
        message: SendMessage::new(direct(OURS, THEIRS), content),
        not_before: messaging_core::UnixMillis(1_558_719_886_500),
        known: Vec::new(),
    };
    let own = |native: Value| {
        let mut content = Content::text("**It’s** fine");
        content.native = Some(native);
        content
    };
    for (content, listed, happened) in [
        (Content::text("**It’s** fine"), "It’s fine", true),
        // A Messaging Service may have Smart Encoding on.
        (Content::text("**It’s** fine"), "It's fine", true),
        (Content::text("**It’s** fine"), "**It’s** fine", false),
        (own(json!({ "ValidityPeriod": 60 })), "It’s fine", true),
        (own(json!({ "Body": "**x**" })), "**x**", true),
        (own(json!({ "SendAt": "2019-05-25T00:00:00Z", "ScheduleType": "fixed" })), "It’s fine", true),
    ] {
        let script = Script::new([texts(&row(listed), None)]);
        let found = script.client().call(find(content)).await.unwrap();
        assert_eq!(matches!(found, Found::Happened(_)), happened, "{listed}");
    }
    for hidden in [
        json!({ "ContentSid": HX }),
        json!({ "ShortenUrls": true }),
        json!({ "ContentRetention": "discard" }),
        json!({ "AddressRetention": "obfuscate" }),
    ] {
        assert_eq!(Script::default().client().call(find(own(hidden))).await.unwrap(), Found::CannotTell);
    }
}

#[tokio::test]
async fn a_text_is_redacted_but_not_changed() {
    let script = Script::new([says(200, &json!({ "sid": SM, "body": "" }))]);
    let client = script.client();
    let edit = |content: Content| EditMessage { conversation: direct(OURS, THEIRS), id: SM.into(), content };
    assert_eq!(client.call(edit(Content::default())).await.unwrap().id().unwrap().as_str(), SM);
    let error = client.call(edit("new words".into())).await.unwrap_err();
    assert_eq!((error.kind(), error.reached()), (ErrorKind::Unsupported, Reached::NotSent));
    assert_eq!(
        script.asked(),
        [format!("POST https://api.twilio.com/2010-04-01/Accounts/{AC}/Messages/{SM}.json Body=")]
    );
}

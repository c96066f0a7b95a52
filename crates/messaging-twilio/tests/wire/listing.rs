//! Lists as streams: read when needed, followed where Twilio leads, and nowhere else.

use futures_util::{StreamExt, TryStreamExt};
use messaging_core::{ErrorKind, Reached};
use messaging_twilio::{
    TwilioConfig,
    client::{conversations, messages, participants},
};
use serde_json::{Value, json};

use crate::scripted::{AC, CH, Script, listed, refuses};

const LIST: &str = "https://conversations.twilio.com/v1/Conversations";

fn rows(sids: &[&str]) -> Value {
    sids.iter().map(|sid| json!({ "sid": sid })).collect()
}

#[tokio::test]
async fn pages_are_read_when_they_are_needed() {
    let next = format!("{LIST}?PageSize=2&PageToken=PT%2B1");
    let script = Script::new([
        listed("conversations", &rows(&["CH1", "CH2"]), Some(&next)),
        listed("conversations", &rows(&["CH3"]), None),
    ]);
    let client = script.provider_of(TwilioConfig::new(AC, "token")).client();
    let mut all = client.list(conversations::List::new().page_size(2_u32).state("active"));
    assert_eq!(script.times_asked(), 0);
    assert_eq!(all.next().await.unwrap().unwrap().sid, "CH1");
    assert_eq!(all.next().await.unwrap().unwrap().sid, "CH2");
    assert_eq!(script.times_asked(), 1);
    assert_eq!(all.next().await.unwrap().unwrap().sid, "CH3");
    assert!(all.next().await.is_none());
    assert_eq!(script.asked(), [format!("GET {LIST}?State=active&PageSize=2"), format!("GET {next}")]);
}

#[tokio::test]
async fn a_limit_ends_a_list() {
    let next = format!("{LIST}/{CH}/Participants?PageToken=PT1");
    let script = Script::new([listed("participants", &rows(&["MB1", "MB2"]), Some(&next))]);
    let client = script.provider_of(TwilioConfig::new(AC, "token")).client();
    let two = client.list(participants::List::new(CH)).up_to(2).collect().await.unwrap();
    assert_eq!(two.iter().map(|found| found.sid.as_str()).collect::<Vec<_>>(), ["MB1", "MB2"]);
    assert_eq!(script.asked(), [format!("GET {LIST}/{CH}/Participants")]);
}

#[tokio::test]
async fn credentials_go_to_hosts_that_are_trusted_only() {
    let other_region =
        format!("https://conversations.dublin.ie1.twilio.com/v1/Conversations/{CH}/Messages?PageToken=PT1");
    for (base, link, trusted) in [
        (None, other_region.clone(), true),
        (Some("http://127.0.0.1:7402"), format!("http://127.0.0.1:7402/v1/Conversations/{CH}/Messages?Page=1"), true),
        (Some("http://127.0.0.1:7402"), other_region, true),
        (None, format!("http://conversations.twilio.com/v1/Conversations/{CH}/Messages"), false),
        (None, format!("https://evil.test/v1/Conversations/{CH}/Messages"), false),
        (None, format!("https://conversations.twilio.com@evil.test/v1/Conversations/{CH}/Messages"), false),
        (Some("http://127.0.0.1:7402"), format!("http://127.0.0.1:7403/v1/Conversations/{CH}/Messages"), false),
    ] {
        let mut answers = vec![listed("messages", &rows(&["IM1"]), Some(&link))];
        if trusted {
            answers.push(listed("messages", &rows(&["IM2"]), None));
        }
        let script = Script::new(answers);
        let mut config = TwilioConfig::new(AC, "token");
        config.base_url = base.map(str::to_owned);
        let all = script.provider_of(config).client().list(messages::List::new(CH)).try_collect::<Vec<_>>().await;
        match all {
            Ok(all) => assert!(trusted && all.len() == 2, "{link}"),
            Err(error) => {
                let host = link.rsplit_once("//").unwrap().1.split('/').next().unwrap().rsplit('@').next().unwrap();
                assert!(!trusted && error.to_string().contains(&format!("`{host}`")), "{link}: {error}");
                assert_eq!((error.kind(), error.reached()), (ErrorKind::Invalid, Reached::NotSent));
            }
        }
        assert_eq!(script.asked().len(), if trusted { 2 } else { 1 });
    }
}

#[tokio::test]
async fn a_list_ends_at_the_first_error() {
    let next = format!("{LIST}?PageToken=PT1");
    let script = Script::new([listed("conversations", &rows(&["CH1"]), Some(&next)), refuses(429, 20_429, "Too many")]);
    let client = script.provider_of(TwilioConfig::new(AC, "token")).client();
    let mut all = client.list(conversations::List::new());
    assert!(all.next().await.unwrap().is_ok());
    assert_eq!(all.next().await.unwrap().unwrap_err().kind(), ErrorKind::RateLimited);
    assert!(all.next().await.is_none());
    let round = Script::new([
        listed("conversations", &rows(&["CH1"]), Some(&next)),
        listed("conversations", &rows(&["CH1"]), Some(&next)),
    ]);
    let all = round.provider_of(TwilioConfig::new(AC, "token")).client().list(conversations::List::new());
    assert!(all.collect().await.unwrap_err().to_string().contains("its own page"));
}

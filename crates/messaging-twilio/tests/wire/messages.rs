use messaging_core::{
    ErrorKind, UnixMillis,
    message::{FetchMessage, ListMessages, Message},
};
use messaging_twilio::{conversation, direct};
use serde_json::{Value, json};

use crate::scripted::{AC, CH, MG, OURS, SM, Script, THEIRS, listed, says, texts};

fn text(sid: &str, second: u32, body: &str) -> Value {
    let (direction, from) = if body.starts_with('>') { ("outbound-api", OURS) } else { ("inbound", THEIRS) };
    json!({
        "sid": sid, "from": from, "body": body, "direction": direction, "num_media": "0", "status": "sent",
        "messaging_service_sid": null, "date_created": format!("Fri, 24 May 2019 17:44:{second:02} +0000"),
    })
}

fn words(items: &[Message]) -> Vec<&str> {
    items.iter().map(|message| message.content.text.as_str()).collect()
}

#[tokio::test]
async fn one_text_is_fetched_with_its_files() {
    let mut row = text(SM, 46, "look");
    row["num_media"] = json!("1");
    let uri = format!("/2010-04-01/Accounts/{AC}/Messages/{SM}/Media/ME1.json");
    let files = json!({ "media_list": [{ "sid": "ME1", "content_type": "image/png", "uri": uri }], "uri": "/x" });
    let script = Script::new([says(200, &row), says(200, &files)]);
    let fetch = FetchMessage { conversation: direct(OURS, THEIRS), id: SM.into() };
    let message = script.client().call(fetch).await.unwrap();
    assert_eq!((message.author.id.as_str(), message.sent_at), (THEIRS, Some(UnixMillis(1_558_719_886_000))));
    let file = &message.content.media[0];
    assert_eq!(file.url, format!("https://api.twilio.com{}", uri.trim_end_matches(".json")));
    assert_eq!((file.content_type.as_deref(), &message.attributes["status"]), (Some("image/png"), &json!("sent")));
    let path = format!("GET https://api.twilio.com/2010-04-01/Accounts/{AC}/Messages/{SM}");
    assert_eq!(script.asked(), [format!("{path}.json"), format!("{path}/Media.json")]);
}

#[tokio::test]
async fn one_message_of_a_conversation_is_fetched() {
    let row = json!({
        "sid": "IM1", "author": "ann", "body": null, "index": 0, "date_created": "2016-03-24T20:37:57Z",
        "attributes": "{\"importance\": \"high\"}", "chat_service_sid": "IS1",
        "media": [{ "sid": "ME1", "size": 9, "content_type": "image/png", "filename": "x.png" }],
    });
    let script = Script::new([says(200, &row)]);
    let fetch = FetchMessage { conversation: conversation(CH), id: "IM1".into() };
    let message = script.client().call(fetch).await.unwrap();
    assert_eq!((message.author.id.as_str(), message.content.text.as_str()), ("ann", ""));
    assert_eq!(message.content.media[0].url, "https://mcs.us1.twilio.com/v1/Services/IS1/Media/ME1");
    assert_eq!(message.attributes["importance"], "high");
    assert_eq!(script.asked(), [format!("GET https://conversations.twilio.com/v1/Conversations/{CH}/Messages/IM1")]);
}

#[tokio::test]
async fn a_conversation_is_listed_newest_first_and_no_further_than_asked() {
    let row = |sid: &str, second: u32| json!({ "sid": sid, "author": "a", "body": sid, "date_created": format!("2016-03-24T20:37:{second:02}Z") });
    let next = format!("https://conversations.twilio.com/v1/Conversations/{CH}/Messages?PageToken=1");
    let script = Script::new([
        listed("messages", &json!([row("IM3", 30), row("IM2", 20)]), Some(&next)),
        listed("messages", &json!([row("IM1", 10), row("IM0", 5)]), Some(&next)),
    ]);
    let client = script.client();
    let mut list = ListMessages::of(conversation(CH));
    list.limit = Some(500);
    list.not_before = Some(UnixMillis(1_458_851_830_000));
    let page = client.call(list.clone()).await.unwrap();
    assert_eq!((words(&page.items), page.next.as_deref()), (vec!["IM3", "IM2"], Some(next.as_str())));
    list.cursor = page.next;
    let page = client.call(list).await.unwrap();
    assert_eq!((words(&page.items), page.next), (vec!["IM1"], None));
    let first = format!("GET https://conversations.twilio.com/v1/Conversations/{CH}/Messages?Order=desc&PageSize=100");
    assert_eq!(script.asked(), [first, format!("GET {next}")]);
}

#[tokio::test]
async fn an_exchange_is_both_directions_newest_first_over_pages() {
    let uri = |from: &str| format!("/2010-04-01/Accounts/{AC}/Messages.json?{from}&PageToken=PA1");
    let (ours, theirs) = (uri("From=ours"), uri("From=theirs"));
    let script = Script::new([
        texts(&json!([text("SM6", 6, ">six"), text("SM5", 5, ">five")]), Some(&ours)),
        texts(&json!([text("SM4", 6, "four"), text("SM3", 3, "three")]), Some(&theirs)),
        // Ours goes on at its second page, theirs once more at its first, because three is still to come.
        texts(&json!([text("SM1", 1, ">one")]), None),
        texts(&json!([text("SM7", 7, "late"), text("SM4", 6, "four"), text("SM3", 3, "three")]), Some(&theirs)),
        texts(&json!([text("SM1", 1, ">one")]), None),
        texts(&json!([text("SM0", 0, "zero")]), None),
    ]);
    let client = script.client();
    let mut list = ListMessages::of(direct(OURS, THEIRS));
    list.limit = Some(3);
    list.not_before = Some(UnixMillis(1_558_719_840_000));
    let mut seen = Vec::new();
    let mut pages = 0;
    loop {
        let page = client.call(list.clone()).await.unwrap();
        seen.extend(page.items);
        pages += 1;
        list.cursor = page.next;
        if list.cursor.is_none() {
            break;
        }
    }
    assert_eq!((words(&seen), pages), (vec![">six", "four", ">five", "three", ">one", "zero"], 3));
    let asked = script.asked();
    let path = format!("GET https://api.twilio.com/2010-04-01/Accounts/{AC}/Messages.json");
    assert_eq!(
        asked[..2],
        [
            format!("{path}?To=%2B15550100777&From=%2B15550100001&DateSent%3E=2019-05-24&PageSize=3"),
            format!("{path}?To=%2B15550100001&From=%2B15550100777&DateSent%3E=2019-05-24&PageSize=3"),
        ]
    );
    assert_eq!(asked[2], format!("GET https://api.twilio.com{ours}"));
    assert_eq!(asked[3], asked[1]);
    assert_eq!(asked[5], format!("GET https://api.twilio.com{theirs}"));
}

#[tokio::test]
async fn a_messaging_service_s_exchange_is_told_apart_by_its_sid() {
    let mut mine = text("SM1", 1, ">mine");
    mine["messaging_service_sid"] = json!(MG);
    let script = Script::new([texts(&json!([text("SM2", 2, ">another"), mine]), None), texts(&json!([]), None)]);
    let page = script.client().call(ListMessages::of(direct(MG, THEIRS))).await.unwrap();
    assert_eq!((words(&page.items), page.next), (vec![">mine"], None));
    let path = format!("GET https://api.twilio.com/2010-04-01/Accounts/{AC}/Messages.json");
    let wanted = [format!("{path}?To=%2B15550100777&PageSize=50"), format!("{path}?From=%2B15550100777&PageSize=50")];
    assert_eq!(script.asked(), wanted);
}

#[tokio::test]
async fn a_forged_cursor_reads_nothing() {
    for cursor in ["2", "[null]", r#"[{"page":"https://evil.test/Messages.json"},null]"#] {
        let mut list = ListMessages::of(direct(OURS, THEIRS));
        list.cursor = Some(cursor.into());
        let error = Script::default().client().call(list).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid, "{cursor}");
    }
}

use crate::bench::{ALICE, Bench, Reaction, US};

#[tokio::test(start_paused = true)]
async fn a_message_in_the_answer_is_sent() {
    let bench = Bench::new();
    bench.then(Reaction::Says(
        200,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Message>a &amp; b</Message></Response>",
    ));
    bench.twilio.write_sms(ALICE, US, "hi");
    bench.wait(1).await;
    assert_eq!(bench.screens()[1..], [(format!("{ALICE},{US}"), true, "a & b".to_owned())]);
    let list = bench.get(&bench.messages()).await;
    assert_eq!(list.text("/messages/0/direction"), "outbound-reply");
    assert!(bench.twilio.warnings().is_empty());
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_obeyed_is_warned_of() {
    for (answer, warning) in [
        ("<Response></Response>", None),
        ("", None),
        ("<Response><Dial>+1555</Dial></Response>", Some("TwiML: Dial is no verb of a message's reply (14110)")),
        ("<Response><Message to='x'>a</Message></Response>", Some("TwiML: the \"to\" attribute is invalid (14101)")),
        (
            "<Response><Message from='+15550100999'>a</Message></Response>",
            Some("TwiML: the \"from\" attribute is invalid (14102)"),
        ),
        ("<Response><Message/></Response>", Some("TwiML: the body is empty, or longer than 1600 characters (14103)")),
        ("<Reply/>", Some("TwiML: the root is Reply, not Response (12200)")),
        (" <Response/>", Some("TwiML: the document does not begin with an element (12100)")),
    ] {
        let bench = Bench::new();
        bench.then(Reaction::Says(200, answer)).twilio.write_sms(ALICE, US, "hi");
        bench.wait(1).await;
        assert_eq!(bench.twilio.warnings(), warning.into_iter().collect::<Vec<_>>(), "{answer}");
        assert_eq!(bench.screens().len(), 1);
    }
    // An answer that is no success is not read.
    let bench = Bench::new();
    bench.then(Reaction::Says(500, "<Response><Message>no</Message></Response>")).twilio.write_sms(ALICE, US, "hi");
    bench.wait(1).await;
    assert_eq!(bench.screens().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_redirect_is_followed_with_the_same_parameters() {
    let bench = Bench::new();
    bench.then(Reaction::Says(
        200,
        "<Response><Message>one</Message><Redirect method='GET'>next?x=1</Redirect><Message>never</Message></Response>",
    ));
    bench.then(Reaction::Says(200, "<Response><Message>two</Message></Response>"));
    bench.twilio.write_sms(ALICE, US, "hi");
    bench.wait(1).await;
    let heard = bench.heard();
    assert_eq!((heard[1].method.as_str(), heard[1].body.as_str()), ("GET", ""));
    assert!(heard[1].url.starts_with("https://app.test/webhooks/next?x=1&ToCountry=US&"), "{}", heard[1].url);
    assert_eq!(heard[1].headers["x-twilio-signature"], heard[1].signature(&bench.settings.auth_token));
    let texts: Vec<_> = bench.screens().into_iter().skip(1).map(|(.., text)| text).collect();
    assert_eq!(texts, ["one", "two"]);

    let bench = Bench::new();
    for _ in 0..60 {
        bench.then(Reaction::Says(200, "<Response><Redirect>/again</Redirect></Response>"));
    }
    bench.twilio.write_sms(ALICE, US, "hi");
    bench.wait(1).await;
    assert_eq!((bench.heard().len(), bench.alerts().await), (50, vec![14_106]));
}

#[tokio::test(start_paused = true)]
async fn a_reply_may_have_files_and_a_status_callback() {
    let bench = Bench::live(|_| {});
    bench.then(Reaction::Says(
        200,
        "<Response><Message statusCallback='https://app.test/status'><Body>a cat</Body>\
         <Media>https://app.test/cat.gif</Media></Message></Response>",
    ));
    bench.twilio.write_sms(ALICE, US, "hi");
    bench.wait(3).await;
    assert_eq!(bench.screens()[1].2, "a cat\nhttps://app.test/cat.gif");
    let list = bench.get(&bench.messages()).await;
    assert!(list.text("/messages/0/sid").starts_with("MM") && list.text("/messages/0/num_media") == "1");
    let steps: Vec<_> = bench.heard().iter().filter_map(|heard| heard.get("MessageStatus")).collect();
    assert_eq!(steps, ["queued", "sending", "sent", "delivered"]);
}

#[tokio::test(start_paused = true)]
async fn two_machines_that_answer_each_other_are_stopped() {
    let bench = Bench::new();
    let answer = "<Response><Message>again</Message></Response>";
    for round in 0..17 {
        bench.then(Reaction::Says(200, answer)).twilio.write_sms(ALICE, US, &format!("m{round}"));
        bench.wait(5).await;
    }
    let replies = bench.screens().iter().filter(|(_, from_app, _)| *from_app).count();
    assert_eq!(replies, 15);
    let list = bench.get(&bench.messages()).await;
    assert_eq!(
        (list.text("/messages/0/status").as_str(), &list.body["messages"][0]["error_code"]),
        ("failed", &14_107.into())
    );
    // Half a minute of silence, and it begins anew.
    bench.wait(30).await;
    bench.then(Reaction::Says(200, answer)).twilio.write_sms(ALICE, US, "later");
    bench.wait(1).await;
    assert_eq!(bench.screens().iter().filter(|(_, from_app, _)| *from_app).count(), 16);
}

#[tokio::test(start_paused = true)]
async fn an_action_hears_of_the_message_and_goes_on() {
    let bench = Bench::new();
    bench.then(Reaction::Says(
        200,
        "<Response><Message action='/sent' method='POST'>one</Message><Message>never</Message></Response>",
    ));
    bench.then(Reaction::Says(200, "<Response><Sms>two</Sms></Response>"));
    bench.twilio.write_sms(ALICE, US, "hi");
    bench.wait(1).await;
    let heard = bench.heard();
    let list = bench.get(&bench.messages()).await;
    let sid = list.text("/messages/1/sid");
    assert_eq!(heard[1].url, "https://app.test/sent");
    assert!(heard[1].pairs().contains(&("MessageSid".into(), sid)) && heard[1].get("MessageStatus").is_some());
    let texts: Vec<_> = bench.screens().into_iter().skip(1).map(|(.., text)| text).collect();
    assert_eq!(texts, ["one", "two"]);
}

#[tokio::test(start_paused = true)]
async fn mistakes_in_a_document_do_not_stop_the_rest() {
    let bench = Bench::new();
    bench.then(Reaction::Says(
        200,
        "<Response><Message colour='red'><Body>a</Body><Video/></Message><Play/><Message>b</Message></Response>",
    ));
    bench.twilio.write_sms(ALICE, US, "hi");
    bench.wait(1).await;
    let texts: Vec<_> = bench.screens().into_iter().skip(1).map(|(.., text)| text).collect();
    assert_eq!((texts, bench.alerts().await), (vec!["a".to_owned(), "b".to_owned()], vec![12_200, 12_200, 14_110]));
}

#[tokio::test(start_paused = true)]
async fn a_message_gets_ten_replies_at_most() {
    let bench = Bench::new();
    let eleven: &'static str = Box::leak(format!("<Response>{}</Response>", "<Message>a</Message>".repeat(11)).into());
    bench.then(Reaction::Says(200, eleven)).twilio.write_sms(ALICE, US, "hi");
    bench.wait(1).await;
    assert_eq!((bench.screens().len(), bench.alerts().await), (11, vec![14_109]));
}

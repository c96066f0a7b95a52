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
        ("<Response><Redirect>/next</Redirect></Response>", Some("TwiML: Redirect is not obeyed by this emulator")),
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

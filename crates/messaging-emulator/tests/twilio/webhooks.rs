use messaging_emulator::{FaultPlan, Journal};

use crate::bench::{ALICE, Bench, Heard, Reaction, US, WEBHOOK};

#[tokio::test(start_paused = true)]
async fn an_sms_is_told_signed_and_acknowledged() {
    let bench = Bench::new();
    let sid = bench.twilio.write_sms(ALICE, US, "héllo & 😀");
    assert_eq!(bench.twilio.truth().open, 1);
    bench.wait(1).await;
    let heard = bench.heard();
    assert_eq!(heard.len(), 1);
    let heard = &heard[0];
    assert_eq!(heard.url, WEBHOOK);
    assert_eq!(heard.headers["x-twilio-signature"], heard.signature(&bench.settings.auth_token));
    assert_eq!(heard.headers["content-type"], "application/x-www-form-urlencoded; charset=UTF-8");
    assert_eq!(heard.headers["user-agent"], "TwilioProxy/1.1");
    assert_eq!(heard.headers["i-twilio-idempotency-token"].len(), 36);
    let names: Vec<_> = heard.pairs().into_iter().map(|(name, _)| name).collect();
    let expected = "ToCountry ToState ToCity ToZip FromCountry FromState FromCity FromZip SmsMessageSid SmsSid SmsStatus \
                    MessageSid AccountSid From To Body NumMedia NumSegments ApiVersion";
    assert_eq!(names, expected.split_whitespace().collect::<Vec<_>>());
    for (name, value) in
        [("MessageSid", sid.as_str()), ("SmsSid", &sid), ("From", ALICE), ("To", US), ("Body", "héllo & 😀")]
    {
        assert_eq!(heard.get(name).as_deref(), Some(value), "{name}");
    }
    let truth = bench.twilio.truth();
    let written = &truth.written["héllo & 😀"];
    assert!(written.told.is_some() && written.acknowledged.is_some() && truth.open == 0);
    assert_eq!(bench.screens(), [(format!("{ALICE},{US}"), false, "héllo & 😀".to_owned())]);
}

#[tokio::test(start_paused = true)]
async fn whatsapp_has_its_own_fields() {
    let bench = Bench::new();
    bench.twilio.write_sms("whatsapp:+15550100777", "whatsapp:+15550100001", "hola");
    bench.wait(1).await;
    let heard = &bench.heard()[0];
    for (name, value) in
        [("WaId", "15550100777"), ("MessageType", "text"), ("ProfileName", ""), ("From", "whatsapp:+15550100777")]
    {
        assert_eq!(heard.get(name).as_deref(), Some(value), "{name}");
    }
    assert_eq!(heard.headers["x-twilio-signature"], heard.signature(&bench.settings.auth_token));
}

#[tokio::test(start_paused = true)]
async fn only_a_failed_connection_is_tried_again_and_only_once() {
    for (reactions, calls, acknowledged) in [
        (vec![Reaction::NoConnection], 2, true),
        (vec![Reaction::NoConnection, Reaction::NoConnection], 2, false),
        (vec![Reaction::Says(503, "")], 1, false),
        (vec![Reaction::Says(404, "")], 1, false),
        (vec![Reaction::Breaks], 1, false),
        (vec![Reaction::Sleeps(14)], 1, true),
        (vec![Reaction::Sleeps(16)], 1, false),
    ] {
        let bench = Bench::new();
        for reaction in &reactions {
            bench.then(*reaction);
        }
        bench.twilio.write_sms(ALICE, US, "hi");
        bench.wait(60).await;
        let (heard, truth) = (bench.heard(), bench.twilio.truth());
        assert_eq!((heard.len(), truth.open), (calls, 0), "{reactions:?}");
        assert_eq!(truth.written["hi"].acknowledged.is_some(), acknowledged, "{reactions:?}");
        assert!(truth.written["hi"].told.is_some());
        let token = |heard: &Heard| heard.headers["i-twilio-idempotency-token"].clone();
        assert!(heard.iter().all(|again| token(again) == token(&heard[0]) && again.body == heard[0].body));
    }
}

#[tokio::test(start_paused = true)]
async fn conversations_wait_five_seconds_and_never_try_again() {
    for (reaction, acknowledged) in [
        (Reaction::Sleeps(4), true),
        (Reaction::Sleeps(6), false),
        (Reaction::NoConnection, false),
        (Reaction::Says(500, ""), false),
    ] {
        let bench = Bench::new();
        bench.conversation().await;
        bench.then(reaction);
        bench.twilio.write_sms(ALICE, US, "hi");
        bench.wait(60).await;
        assert_eq!(bench.heard().len(), 1, "{reaction:?}");
        assert_eq!(bench.twilio.truth().written["hi"].acknowledged.is_some(), acknowledged, "{reaction:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_lost_acknowledgement_is_a_read_timeout() {
    let plan = FaultPlan { deaf: 1_000, until: std::time::Duration::from_secs(300), ..FaultPlan::default() };
    let bench = Bench::with(plan, 1, Journal::new());
    bench.twilio.write_sms(ALICE, US, "hi");
    bench.wait(60).await;
    assert_eq!(bench.heard().len(), 1);
    assert_eq!(bench.twilio.truth().written["hi"].acknowledged, None);
}

#[tokio::test(start_paused = true)]
async fn duplicates_and_delays_are_as_planned() {
    let plan = FaultPlan {
        duplicate: 1_000,
        reorder: 1_000,
        until: std::time::Duration::from_secs(300),
        ..FaultPlan::default()
    };
    let bench = Bench::with(plan, 1, Journal::new());
    for index in 0..10 {
        bench.twilio.write_sms(ALICE, US, &format!("{index}"));
    }
    bench.wait(60).await;
    let heard = bench.heard();
    assert_eq!(heard.len(), 20);
    let order: Vec<_> = heard.iter().map(|heard| heard.get("Body").unwrap()).collect();
    assert_ne!(order[..10], (0..10).map(|index| index.to_string()).collect::<Vec<_>>());
    for index in 0..10 {
        let twice: Vec<_> = heard.iter().filter(|heard| heard.get("Body") == Some(index.to_string())).collect();
        assert_eq!((twice.len(), &twice[0].body, &twice[0].headers), (2, &twice[1].body, &twice[1].headers));
        assert!(twice[0].at.as_secs_f32() <= 1.5 && twice[1].at.as_secs_f32() <= 21.5, "{twice:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_account_without_a_webhook_calls_nobody() {
    let mut bench = Bench::new();
    bench.settings.webhook_url = None;
    let twilio = messaging_emulator::TwilioEmulator::new(bench.settings, FaultPlan::default(), 1, Journal::new());
    twilio.write_sms(ALICE, US, "hi");
    assert_eq!((twilio.truth().open, twilio.truth().written["hi"].told), (0, None));
}

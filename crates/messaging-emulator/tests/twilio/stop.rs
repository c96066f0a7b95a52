use crate::bench::{ALICE, Bench, US};

#[tokio::test(start_paused = true)]
async fn who_says_stop_gets_nothing_until_start() {
    let bench = Bench::new();
    bench.twilio.write_sms(ALICE, US, " stop ");
    assert_eq!(bench.sms("hi").await.code(), (400, 21_610));
    assert_eq!(
        bench.post(&bench.messages(), &[("To", "+15550100778"), ("From", US), ("Body", "hi")]).await.status,
        201
    );
    bench.twilio.write_sms(ALICE, US, "start");
    assert_eq!(bench.sms("hi").await.status, 201);
    bench.wait(1).await;
    // The application hears both words, and answers neither: Twilio does.
    assert_eq!(bench.heard().len(), 2);
    let screens = bench.screens();
    assert!(screens[1].2.starts_with("You have successfully been unsubscribed") && !screens[1].1, "{screens:?}");
}

#[tokio::test(start_paused = true)]
async fn every_word_works_alone_in_any_case() {
    let bench = Bench::new();
    let stops = ["STOP", "StopAll", "unsubscribe", "Cancel", "END", "quit", "revoke", "OptOut"];
    for (stop, start) in stops.into_iter().zip(["START", "yes", "UnStop"].into_iter().cycle()) {
        bench.twilio.write_sms(ALICE, US, stop);
        assert_eq!(bench.sms("hi").await.code(), (400, 21_610), "{stop}");
        bench.twilio.write_sms(ALICE, US, start);
        assert_eq!(bench.sms("hi").await.status, 201, "{start}");
    }
    let answers = |bench: &Bench| bench.screens().iter().filter(|(.., text)| text.contains("Msg&Data")).count();
    let before = answers(&bench);
    for word in ["HELP", "info"] {
        bench.twilio.write_sms(ALICE, US, word);
    }
    assert_eq!(answers(&bench), before + 2);
    // Neither a sentence, nor START from somebody who never said STOP.
    for word in ["please stop", "stop!", "stopp", "start"] {
        bench.twilio.write_sms(ALICE, US, word);
    }
    assert_eq!((bench.sms("hi").await.status.as_u16(), answers(&bench)), (201, before + 2));
}

#[tokio::test(start_paused = true)]
async fn a_messaging_service_stops_with_any_of_its_numbers() {
    let bench = Bench::live(|settings| settings.phone_numbers.push("+15550100002".into()));
    let service = bench.settings.messaging_service_sid.clone();
    bench.twilio.write_sms(ALICE, "+15550100002", "stop");
    let pooled = [("To", ALICE), ("MessagingServiceSid", service.as_str()), ("Body", "hi")];
    assert_eq!(bench.post(&bench.messages(), &pooled).await.code(), (400, 21_610));
    assert_eq!(bench.sms("another number").await.status, 201);
}

#[tokio::test(start_paused = true)]
async fn in_a_conversation_one_member_alone_is_left_out() {
    let bench = Bench::live(|_| {});
    let path = bench.conversation().await;
    bench.twilio.write_sms(ALICE, US, "stop");
    bench.post(&format!("{path}/Messages"), &[("Author", "system"), ("Body", "news")]).await;
    bench.wait(2).await;
    let told = bench.events("onDeliveryUpdated").pop().unwrap();
    assert_eq!((told.get("Status"), told.get("ErrorCode")), (Some("failed".into()), Some("21610".into())));
    let readers: Vec<_> =
        bench.screens().into_iter().filter(|(.., text)| text == "news").map(|(place, ..)| place).collect();
    assert!(readers.len() == 1 && readers[0].ends_with(",assistant"), "{readers:?}");
}

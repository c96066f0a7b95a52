use std::collections::BTreeSet;

use crate::bench::{ALICE, Bench, US};

/// What every event tells besides what is its own.
const EVERY: &str = "AccountSid EventType Source RetryCount";

/// What an event tells, whether it is a REST request's or a phone's.
fn names(bench: &Bench, event: &str) -> BTreeSet<String> {
    let told = bench.events(event);
    assert!(!told.is_empty(), "{event} was not told");
    told[told.len() - 1].pairs().into_iter().map(|(name, _)| name).collect()
}

#[tokio::test(start_paused = true)]
async fn every_event_tells_what_is_documented() {
    let bench = Bench::live(|_| {});
    let made = bench.post_loudly(&bench.conversations(), &[("FriendlyName", "x"), ("UniqueName", "y")]).await;
    let path = format!("{}/{}", bench.conversations(), made.text("/sid"));
    let binding = [("MessagingBinding.Address", ALICE), ("MessagingBinding.ProxyAddress", US)];
    let alice = bench.post_loudly(&format!("{path}/Participants"), &binding).await.text("/sid");
    let bob = bench.post(&format!("{path}/Participants"), &[("Identity", "bob")]).await.text("/sid");
    bench.twilio.write_sms(ALICE, US, "hi");
    let message =
        bench.post_loudly(&format!("{path}/Messages"), &[("Author", "bob"), ("Body", "hello")]).await.text("/sid");
    bench.wait(3).await;
    bench.post_loudly(&format!("{path}/Messages/{message}"), &[("Body", "hallo")]).await;
    let bob = format!("{path}/Participants/{bob}");
    bench.post_loudly(&bob, &[("LastReadMessageIndex", "1")]).await;
    bench.post_loudly(&path, &[("State", "inactive")]).await;
    let users = bench.conversations().replace("/Conversations", "/Users");
    let user = bench.post_loudly(&users, &[("Identity", "ann"), ("FriendlyName", "Ann")]).await.text("/sid");
    bench.post_loudly(&format!("{users}/{user}"), &[("FriendlyName", "Anne")]).await;
    for gone in [format!("{path}/Messages/{message}"), format!("{path}/Participants/{alice}"), path] {
        let mut request = bench.request("DELETE", &gone).body(bytes::Bytes::new()).unwrap();
        request.headers_mut().insert("x-twilio-webhook-enabled", "true".parse().unwrap());
        assert_eq!(bench.try_send(request).await.unwrap().status, 204, "{gone}");
    }
    bench.wait(1).await;
    let conversation = "ConversationSid DateCreated DateUpdated FriendlyName UniqueName Attributes ChatServiceSid \
                        MessagingServiceSid State";
    let message = "ConversationSid MessageSid Index DateCreated DateUpdated Body Author ParticipantSid Attributes \
                   MessagingServiceSid ChatServiceSid";
    let member = "ConversationSid ParticipantSid DateCreated RoleSid Attributes";
    let bound = "MessagingBinding.ProxyAddress MessagingBinding.Address MessagingBinding.Type";
    let user = "ChatServiceSid UserSid Identity RoleSid Attributes FriendlyName";
    for (event, fields) in [
        ("onConversationAdded", conversation.to_owned()),
        ("onConversationUpdated", conversation.to_owned()),
        ("onConversationRemoved", format!("{conversation} DateRemoved")),
        (
            "onConversationStateUpdated",
            "ChatServiceSid ConversationSid StateUpdated StateFrom StateTo Reason MessagingServiceSid".to_owned(),
        ),
        ("onMessageAdded", message.replace("DateUpdated ", "")),
        ("onMessageUpdated", message.to_owned()),
        ("onMessageRemoved", format!("{message} DateRemoved")),
        ("onParticipantAdded", format!("{member} {bound}")),
        ("onParticipantUpdated", format!("{member} Identity DateUpdated LastReadMessageIndex")),
        ("onParticipantRemoved", format!("{member} {bound} DateUpdated DateRemoved")),
        (
            "onDeliveryUpdated",
            "ConversationSid ChatServiceSid MessageSid DeliveryReceiptSid ChannelMessageSid ParticipantSid Status \
             DateCreated DateUpdated"
                .to_owned(),
        ),
        ("onUserAdded", format!("{user} DateCreated")),
        ("onUserUpdated", format!("{user} DateUpdated isOnline isNotifiable")),
    ] {
        let wanted = fields.split_whitespace().chain(EVERY.split_whitespace()).map(str::to_owned).collect();
        assert_eq!(names(&bench, event), wanted, "{event}");
    }
    for heard in bench.heard() {
        for (name, value) in heard.pairs().iter().filter(|(name, _)| name.starts_with("Date") || name == "StateUpdated")
        {
            assert!(value.len() == 24 && value.ends_with('Z') && value.as_bytes()[19] == b'.', "{name}={value}");
        }
    }
}

//! Whatever is asked, there is an answer of Twilio's.

use bytes::Bytes;
use fastrand::Rng;

use crate::bench::{ALICE, Bench, US};

const NAMES: [&str; 34] = [
    "FriendlyName",
    "UniqueName",
    "Attributes",
    "State",
    "Timers.Inactive",
    "Timers.Closed",
    "DateCreated",
    "DateUpdated",
    "MessagingServiceSid",
    "Identity",
    "MessagingBinding.Address",
    "MessagingBinding.ProxyAddress",
    "MessagingBinding.ProjectedAddress",
    "RoleSid",
    "LastReadMessageIndex",
    "LastReadTimestamp",
    "Body",
    "Author",
    "MediaSid",
    "ContentSid",
    "ContentVariables",
    "Target",
    "Configuration.Url",
    "Configuration.Filters",
    "Configuration.Triggers",
    "Participant",
    "Type",
    "Permission",
    "Address",
    "AutoCreation.Type",
    "AutoCreation.WebhookUrl",
    "PreWebhookUrl",
    "Filters",
    "DefaultInactiveTimer",
];
const VALUES: [&str; 32] = [
    "",
    "null",
    "ann",
    "{}",
    "{\"identity\":\"bob\"}",
    "{\"messaging_binding\":{\"projected_address\":\"+15550100001\"}}",
    "{\"messaging_binding\":[{}]}",
    "[",
    "active",
    "inactive",
    "initializing",
    "closed",
    "PT1M",
    "PT10M",
    "P100Y",
    "P99999999999999999Y",
    "9999-12-31T23:59:59Z",
    "0000-01-01",
    "9999-12-31T23:59:59-23:00",
    "0000-01-01T00:00:00+23:00",
    "-262144-01-01T00:00:00Z",
    "18446744073709551615",
    ALICE,
    US,
    "whatsapp:+15550100001",
    "service",
    "conversation",
    "sendMessage",
    "https://a.test/#rc=1",
    "onMessageAdded",
    "webhook",
    "sms",
];
const PATHS: [&str; 20] = [
    "",
    "Conversations",
    "Participants",
    "Messages",
    "Receipts",
    "Webhooks",
    "Users",
    "Roles",
    "Services",
    "Configuration",
    "Addresses",
    "ConversationWithParticipants",
    "ParticipantConversations",
    "ann",
    "order",
    "assistant",
    "%2B15550100001",
    "%ff",
    "é",
    "0",
];

#[tokio::test(start_paused = true)]
async fn nonsense_is_answered() {
    let seed = 20_261_121;
    let (mut rng, bench) = (Rng::with_seed(seed), Bench::new());
    let path = bench.conversation().await;
    bench.post(&path, &[("UniqueName", "order")]).await;
    let roots = ["/v1", &bench.service(), &path, "/v1/Conversations/order", "/v1/Configuration", "/v1/Users"];
    let roots = roots.map(str::to_owned);
    let mut sids = vec![path.rsplit('/').next().unwrap().to_owned()];
    for round in 0..20_000 {
        let mut path = roots[rng.usize(..roots.len())].clone();
        for _ in 0..rng.usize(..4) {
            let sid = &sids[rng.usize(..sids.len())];
            let piece = if rng.bool() { PATHS[rng.usize(..PATHS.len())] } else { sid };
            path = format!("{path}/{piece}");
        }
        let pairs: Vec<_> =
            (0..rng.usize(..6)).map(|_| (NAMES[rng.usize(..NAMES.len())], VALUES[rng.usize(..VALUES.len())])).collect();
        let pairs = form_urlencoded::Serializer::new(String::new()).extend_pairs(&pairs).finish();
        let method = ["GET", "POST", "POST", "POST", "DELETE", "PUT"][rng.usize(..6)];
        let in_query = rng.u32(..4) == 0;
        let path = if in_query { format!("{path}?{pairs}") } else { path };
        let request = bench.request(method, &path).header("content-type", "application/x-www-form-urlencoded");
        let body = if in_query { Bytes::new() } else { Bytes::from(pairs) };
        let Ok(request) = request.body(body) else { continue };
        let answer = bench.try_send(request).await.expect("an answer");
        let (status, place) = (answer.status.as_u16(), format!("seed {seed} round {round}: {method} {path}"));
        assert!(matches!(status, 200 | 201 | 202 | 204 | 400 | 403 | 404 | 405 | 409), "{status} {place}");
        assert!(status < 300 || answer.body["code"].is_u64(), "{place}");
        if status == 201 || status == 202 {
            sids.push(answer.text("/sid"));
        }
    }
    assert!(sids.len() > 30, "{}", sids.len());
    bench.wait(1_000_000).await;
}

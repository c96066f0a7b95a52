//! What addresses of the account are told to do.

use serde_json::json;

use crate::bench::{Bench, US};

const PATH: &str = "/v1/Configuration/Addresses";

#[tokio::test(start_paused = true)]
async fn addresses_are_configured_changed_and_forgotten() {
    let bench = Bench::new();
    let service = bench.settings.conversations_service_sid.as_str();
    let pairs = [
        ("Type", "sms"),
        ("Address", US),
        ("FriendlyName", "Front desk"),
        ("AutoCreation.Enabled", "true"),
        ("AutoCreation.Type", "webhook"),
        ("AutoCreation.ConversationServiceSid", service),
        ("AutoCreation.WebhookUrl", "https://own.test/"),
        ("AutoCreation.WebhookMethod", "get"),
        ("AutoCreation.WebhookFilters", "onMessageAdded"),
        ("AutoCreation.WebhookFilters", "onParticipantAdded"),
    ];
    let made = bench.post(PATH, &pairs).await;
    let expected = json!({
        "enabled": true, "type": "webhook", "conversation_service_sid": service, "webhook_url": "https://own.test/",
        "webhook_method": "GET", "webhook_filters": ["onMessageAdded", "onParticipantAdded"],
    });
    assert_eq!((made.status.as_u16(), &made.body["auto_creation"]), (201, &expected));
    for name in [made.text("/sid"), "%2B15550100001".to_owned(), US.to_owned()] {
        assert_eq!(bench.get(&format!("{PATH}/{name}")).await.body, made.body, "{name}");
    }
    let flow = format!("FW{}", "0".repeat(32));
    let pairs = [
        ("AutoCreation.Type", "studio"),
        ("AutoCreation.StudioFlowSid", flow.as_str()),
        ("AutoCreation.StudioRetryCount", "2"),
        ("FriendlyName", "Night desk"),
    ];
    let changed = bench.post(&format!("{PATH}/{}", made.text("/sid")), &pairs).await;
    let expected = json!({
        "enabled": true, "type": "studio", "conversation_service_sid": service, "studio_flow_sid": flow,
        "studio_retry_count": 2,
    });
    assert_eq!((changed.text("/friendly_name"), &changed.body["auto_creation"]), ("Night desk".into(), &expected));
    let mail = bench.post(PATH, &[("Type", "email"), ("Address", "help@example.com")]).await;
    assert_eq!(mail.body["auto_creation"]["enabled"], false);
    assert_eq!(bench.sids(PATH, "address_configurations").await.len(), 2);
    assert_eq!(bench.sids(&format!("{PATH}?Type=email"), "address_configurations").await, [mail.text("/sid")]);
    let name = format!("{PATH}/{}", made.text("/sid"));
    assert_eq!(bench.delete(&name).await.status, 204);
    for answer in [bench.get(&name).await, bench.delete(&name).await, bench.post(&name, &[]).await] {
        assert_eq!(answer.code(), (404, 20_404));
    }
}

#[tokio::test(start_paused = true)]
async fn wrong_addresses_are_refused() {
    let bench = Bench::new();
    let (sms, us) = (("Type", "sms"), ("Address", US));
    let nobody = format!("IS{}", "0".repeat(32));
    let long = "n".repeat(257);
    let cases: &[super::Case<'_>] = &[
        (&[us], 400, 20_422),
        (&[("Type", "fax"), us], 400, 20_422),
        (&[sms], 400, 20_422),
        (&[sms, ("Address", "whatsapp:+15550100001")], 400, 20_422),
        (&[sms, ("Address", "desk")], 400, 20_422),
        (&[("Type", "email"), ("Address", "help")], 400, 20_422),
        (&[sms, ("Address", "+15550100888")], 400, 50_413),
        (&[sms, us, ("FriendlyName", &long)], 400, 50_003),
        (&[sms, us, ("AddressCountry", "usa")], 400, 20_422),
        (&[sms, us, ("AutoCreation.Enabled", "yes")], 400, 20_422),
        (&[sms, us, ("AutoCreation.Type", "email")], 400, 20_422),
        (&[sms, us, ("AutoCreation.Type", "webhook")], 400, 50_369),
        (&[sms, us, ("AutoCreation.Type", "studio")], 400, 50_367),
        (&[sms, us, ("AutoCreation.StudioFlowSid", "FW1")], 400, 50_367),
        (&[sms, us, ("AutoCreation.StudioRetryCount", "many")], 400, 20_422),
        (&[sms, us, ("AutoCreation.WebhookUrl", "own.test")], 400, 50_054),
        (&[sms, us, ("AutoCreation.WebhookMethod", "put")], 400, 50_055),
        (&[sms, us, ("AutoCreation.WebhookFilters", "onMessageAdd")], 400, 50_365),
        (&[sms, us, ("AutoCreation.ConversationServiceSid", &nobody)], 400, 50_050),
    ];
    bench.refuses(PATH, cases).await;
    assert_eq!(bench.post(PATH, &[sms, us]).await.status, 201);
    assert_eq!(bench.post(PATH, &[sms, us]).await.code(), (409, 20_409));
    // A short code is nobody's number.
    assert_eq!(bench.post(PATH, &[sms, ("Address", "12345"), ("AddressCountry", "US")]).await.status, 201);
}

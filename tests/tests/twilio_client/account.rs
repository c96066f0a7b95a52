//! What an account and a service are set to.

use std::time::Duration;

use messaging_twilio::client::{
    address_configurations as addresses, configuration, configuration_webhooks as hooks, services,
};

use crate::{OURS, Stage, conversation::role};

const FW: &str = "FW00000000000000000000000000000001";

/// Says everything there is to say, and finds no field that has no name in the client.
pub(crate) async fn walk(stage: &Stage) {
    let (client, settings) = (stage.twilio.client(), stage.emulator.settings());
    let made = client.call(services::Create::new("Second")).await.unwrap();
    assert_eq!(made.extra.len(), 0);
    assert_eq!(client.call(services::Fetch::new(&made.sid)).await.unwrap(), made);
    assert_eq!(client.list(services::List::new().page_size(1_u32)).collect().await.unwrap().len(), 2);

    let update = configuration::Update::new()
        .default_chat_service_sid(&settings.conversations_service_sid)
        .default_messaging_service_sid(&settings.messaging_service_sid)
        .default_inactive_timer(Duration::from_secs(3_600))
        .default_closed_timer(Duration::from_secs(86_400));
    client.call(update).await.unwrap();
    let found = client.call(configuration::Fetch::new()).await.unwrap();
    assert_eq!((found.extra.len(), found.default_inactive_timer.as_deref()), (0, Some("PT1H")));

    let inside = client.clone().in_service(&made.sid).unwrap();
    let (of_conversations, of_service) = (role(&inside, "conversation").await, role(&inside, "service").await);
    let update = configuration::UpdateService::new(&made.sid)
        .default_conversation_creator_role_sid(&of_conversations)
        .default_conversation_role_sid(&of_conversations)
        .default_chat_service_role_sid(&of_service)
        .reachability_enabled(true);
    client.call(update).await.unwrap();
    let found = client.call(configuration::FetchService::new(&made.sid)).await.unwrap();
    assert_eq!((found.extra.len(), found.reachability_enabled), (0, Some(true)));
    assert_eq!(found.default_chat_service_role_sid, Some(of_service));

    let events = || vec!["onMessageAdded".to_owned(), "onMessageAdd".to_owned()];
    let update = hooks::Update::new()
        .method("POST")
        .filters(events())
        .pre_webhook_url("http://app.test/pre")
        .post_webhook_url("http://app.test/post")
        .target("webhook");
    client.call(update).await.unwrap();
    let found = client.call(hooks::Fetch::new()).await.unwrap();
    assert_eq!((found.extra.len(), found.filters, found.method), (0, Some(events()), Some(hooks::Method::Post)));
    let update = hooks::UpdateService::new(&made.sid)
        .method("GET")
        .filters(events())
        .pre_webhook_url("http://app.test/pre")
        .post_webhook_url("http://app.test/post");
    client.call(update).await.unwrap();
    let found = client.call(hooks::FetchService::new(&made.sid)).await.unwrap();
    assert_eq!((found.extra.len(), found.pre_webhook_url.as_deref()), (0, Some("http://app.test/pre")));

    address(stage, &made.sid).await;
    client.call(services::Delete::new(made.sid)).await.unwrap();
}

async fn address(stage: &Stage, service: &str) {
    let client = stage.twilio.client();
    let create = addresses::Create::new(OURS)
        .address_type("sms")
        .friendly_name("Ours")
        .address_country("US")
        .auto_creation_enabled(true)
        .auto_creation_type("webhook")
        .auto_creation_conversation_service_sid(service)
        .auto_creation_webhook_url("http://app.test/")
        .auto_creation_webhook_method("post")
        .auto_creation_webhook_filters(vec!["onMessageAdded".to_owned()]);
    let made = client.call(create).await.unwrap();
    let creation = made.auto_creation.clone().unwrap();
    assert_eq!((made.extra.len(), creation.extra.len(), creation.enabled), (0, 0, Some(true)));
    let studio = addresses::Create::new("whatsapp:+15550100001")
        .address_type("whatsapp")
        .auto_creation_enabled(true)
        .auto_creation_type("studio")
        .auto_creation_studio_flow_sid(FW)
        .auto_creation_studio_retry_count(2_u32);
    let studio = client.call(studio).await.unwrap();
    let update = addresses::Update::new(&made.sid)
        .friendly_name("Support")
        .auto_creation_enabled(false)
        .auto_creation_type("default")
        .auto_creation_conversation_service_sid(service)
        .auto_creation_webhook_url("http://app.test/2")
        .auto_creation_webhook_method("get")
        .auto_creation_webhook_filters(vec!["onMessageAdded".to_owned()]);
    client.call(update).await.unwrap();
    let update = addresses::Update::new(&studio.sid).auto_creation_type("studio");
    client.call(update.auto_creation_studio_flow_sid(FW).auto_creation_studio_retry_count(1_u32)).await.unwrap();
    let found = client.call(addresses::Fetch::new(OURS)).await.unwrap();
    assert_eq!((found.sid.as_str(), found.friendly_name.as_deref()), (made.sid.as_str(), Some("Support")));
    let list = addresses::List::new().address_type("sms").page_size(1_u32);
    assert_eq!(client.list(list).collect().await.unwrap().len(), 1);
    client.call(addresses::Delete::new(made.sid)).await.unwrap();
    client.call(addresses::Delete::new(studio.sid)).await.unwrap();
}

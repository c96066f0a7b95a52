//! A traveller by SMS and a local expert in the application, in one conversation, from its beginning to its archive.

use bytes::Bytes;
use futures_util::TryStreamExt;
use http::{Request, header};
use messaging::{
    ConversationRef, Registry, SendMessage,
    agent::{Turn, from_fn},
    archive,
    gateway::Gateway,
    message::{AddParticipant, CreateConversation, ListParticipants, RemoveParticipant},
    store::MemoryStore,
};
use messaging_http::{ClientSettings, client};
use serde_json::{Map, Value, json};
use std::{sync::Arc, time::Duration};
use tokio::time::timeout;
use tower::ServiceExt;

use crate::{Outcome, sockets};

const OURS: &str = "+15550100001";
const TRAVELLER: &str = "+15550100777";
const EXPERT: &str = "ann@example.com";
const TOKEN_SECRET: &str = "made up for this example";

pub(crate) async fn run() -> Outcome {
    let door = sockets::open().await?;
    let twilio = sockets::twilio(&format!("{}/webhooks/twilio", door.url)).await?;
    let account = twilio.settings();
    let messenger = Registry::linked()?.open(
        "twilio",
        json!({
            "account_sid": account.account_sid, "auth_token": account.auth_token, "base_url": account.base_url,
            "api_key": account.api_key, "api_secret": account.api_secret,
            "conversations_service_sid": account.conversations_service_sid,
            "inbound": "conversations", "token_secret": TOKEN_SECRET,
        }),
    )?;

    // Two people talk: the agent listens, and says nothing.
    let silent = from_fn(|_: Turn| async { Ok(Vec::new()) });
    let gateway = Gateway::builder(Arc::new(MemoryStore::default()), silent)
        .account("twilio", messenger.clone())
        .public_url(&door.url)
        .build()?;
    let running = gateway.start().await?;
    let url = door.url.clone();
    door.lead_to(&gateway)?;

    // One conversation per inquiry, whoever asks for it twice.
    let inquiry = CreateConversation::named("Traveller - Ann").unique("inquiry-123456789");
    let conversation = messenger.call(inquiry).await?;
    let ann = from("Ann - Local Expert");
    let expert = AddParticipant::identity(conversation.id.clone(), EXPERT).with_attributes(ann.clone());
    let expert = messenger.call(expert).await?;
    let traveller =
        AddParticipant::address(conversation.id.clone(), TRAVELLER, OURS).with_attributes(from("Jo - Traveller"));
    messenger.call(traveller).await?;
    let page = messenger.call(ListParticipants::of(conversation.id.clone())).await?;
    for participant in page.items {
        println!("with      {}", participant.display_name());
    }

    // The expert's browser signs in with a token of its own.
    println!("token     {} characters", token(&url).await?.len());

    // Both write; the traveller's phone shows what the expert wrote.
    let place = conversation.reference.clone();
    let welcome = SendMessage::new(place.clone(), "Welcome! When do you arrive?").by(EXPERT).with_attributes(ann);
    messenger.send(welcome).await?;
    let said = gateway.messages(&ConversationRef::new("twilio", place.clone()), 0);
    twilio.write_sms(TRAVELLER, OURS, "On Friday");
    let mut said = std::pin::pin!(said);
    if let Some(heard) = timeout(Duration::from_secs(30), said.try_next()).await?? {
        let who = heard.author.map(|author| author.name.unwrap_or(author.id)).unwrap_or_default();
        println!("stored    {who}: {}", heard.content.text);
    }

    // It ends: the expert leaves, what was said is kept as JSON, and the conversation is closed for good.
    messenger.call(RemoveParticipant { conversation: conversation.id.clone(), id: expert.id }).await?;
    let transcript = archive(&messenger, &place).await?;
    let authors =
        transcript.messages.iter().map(|message| message.author.name.as_deref().unwrap_or(&message.author.id));
    println!("archived  {} messages: {}", transcript.messages.len(), authors.collect::<Vec<_>>().join(", "));
    println!("state     {}", serde_json::to_value(&transcript.conversation.state)?.as_str().unwrap_or_default());
    if let Err(error) = messenger.send(SendMessage::new(place, "One more thing")).await {
        println!("closed    {}", error.vendor().map(|vendor| vendor.code.as_str()).unwrap_or_default());
    }
    running.drain().await;
    for shown in twilio.truth().shown.iter().filter(|shown| shown.place.starts_with(TRAVELLER)) {
        println!("on screen {}: {}", shown.author, shown.text);
    }
    Ok(())
}

/// What people are shown for somebody.
fn from(name: &str) -> Map<String, Value> {
    Map::from_iter([("from".to_owned(), Value::from(name))])
}

/// Asks the gateway as the application's server does.
async fn token(url: &str) -> Result<String, Box<dyn std::error::Error>> {
    let request = Request::post(format!("{url}/twilio/token"))
        .header(header::AUTHORIZATION, format!("Bearer {TOKEN_SECRET}"))
        .header(header::CONTENT_TYPE, "application/json")
        .body(Bytes::from(json!({ "identity": EXPERT }).to_string()))?;
    let response = client(ClientSettings::default())?.oneshot(request).await?;
    let answer: Value = serde_json::from_slice(response.body())?;
    Ok(answer.get("token").and_then(Value::as_str).ok_or_else(|| answer.to_string())?.to_owned())
}

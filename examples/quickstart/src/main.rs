//! One message out and one conversation in: the library against a Twilio in this process, no account, no network.

mod sockets;

use std::{error::Error, sync::Arc, time::Duration};

use futures_util::{StreamExt, TryStreamExt};
use messaging::{
    ConversationRef, Registry, SendMessage,
    agent::{Turn, from_fn},
    gateway::Gateway,
    layers::{Policy, standard},
    store::MemoryStore,
    twilio::direct,
};
use serde_json::json;
use tokio::time::timeout;

const OURS: &str = "+15550100001";
const THEIRS: &str = "+15550100777";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let door = sockets::open().await?;
    let twilio = sockets::twilio(&format!("{}/webhooks/twilio", door.url)).await?;

    // As a library: a provider by its name, the standard layers, one message.
    let account = twilio.settings();
    let client = Registry::linked()?.open(
        "twilio",
        json!({
            "account_sid": account.account_sid, "auth_token": account.auth_token, "base_url": account.base_url,
        }),
    )?;
    let place = direct(OURS, THEIRS);
    let message = SendMessage::new(place.clone(), "Your table is ready.");
    let receipt = standard(client.clone(), &Policy::default()).send(message).await?;
    println!("sent      {}", receipt.parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));

    // As a gateway: webhooks in, an agent that is a closure, replies out.
    let agent = from_fn(|turn: Turn| async move { Ok(vec![format!("You said: {}", turn.text()).into()]) });
    let gateway = Gateway::builder(Arc::new(MemoryStore::default()), agent)
        .account("twilio", client)
        .public_url(&door.url)
        .build()?;
    let running = gateway.start().await?;
    door.lead_to(&gateway)?;

    // Somebody writes an SMS; their phone shows the answer.
    twilio.write_sms(THEIRS, OURS, "hi");
    let conversation = gateway.messages(&ConversationRef::new("twilio", place), 0).take(2);
    for record in timeout(Duration::from_secs(30), conversation.try_collect::<Vec<_>>()).await?? {
        println!("stored    {:?}: {}", record.speaker, record.content.text);
    }
    running.drain().await;
    for shown in twilio.truth().shown {
        println!("on screen {} {}: {}", shown.id, shown.author, shown.text);
    }
    Ok(())
}

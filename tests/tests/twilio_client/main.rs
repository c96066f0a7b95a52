//! The typed client of the shipped Twilio provider against the shipped Twilio emulator, every request of it held
//! against what Twilio documents.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod account;
mod conversation;
mod journey;
mod recorder;

use messaging_emulator::{FaultPlan, Journal, TwilioEmulator, TwilioSettings};
use messaging_twilio::{
    Twilio, TwilioConfig,
    client::{conversations, participants},
};

use recorder::Recorder;

/// Our number, and a traveller's.
const OURS: &str = "+15550100001";
const THEIRS: &str = "+15550100777";

/// One Twilio with one application.
struct Stage {
    emulator: TwilioEmulator,
    recorder: Recorder,
    twilio: Twilio,
}

/// Starts a Twilio, and a provider whose every request is recorded. The provider names the service, or does not.
fn stage(names_service: bool) -> Stage {
    stage_with(names_service, |_| {})
}

fn stage_with(names_service: bool, change: impl FnOnce(&mut TwilioConfig)) -> Stage {
    let settings = TwilioSettings::generated(7, "http://twilio.test");
    let emulator = TwilioEmulator::new(settings.clone(), FaultPlan::default(), 7, Journal::new());
    let mut config = TwilioConfig::new(settings.account_sid.clone(), settings.auth_token.as_str());
    config.base_url = Some("http://twilio.test".into());
    config.phone_number = Some(OURS.into());
    config.conversations_service_sid = names_service.then(|| settings.conversations_service_sid.clone());
    change(&mut config);
    let recorder = Recorder::new(emulator.api());
    let twilio = Twilio::new(config, recorder.transport()).unwrap();
    Stage { emulator, recorder, twilio }
}

/// Everything the client says is documented, and everything that is documented the client can say.
#[tokio::test(start_paused = true)]
async fn the_client_says_what_twilio_documents_and_nothing_else() {
    let recorder = Recorder::default();
    for names_service in [false, true] {
        let stage = stage(names_service);
        conversation::walk(&stage).await;
        account::walk(&stage).await;
        assert_eq!(stage.recorder.undocumented(), Vec::<String>::new());
        recorder.add(&stage.recorder);
        assert_eq!(stage.emulator.warnings(), Vec::<String>::new());
    }
    assert_eq!(recorder.unsaid(), Vec::<String>::new());
}

/// Twilio's examples have one parameter that its list has not: it is said only where somebody asks for it, and seen.
#[tokio::test(start_paused = true)]
async fn what_nobody_documents_is_seen() {
    let stage = stage(true);
    let client = stage.twilio.client();
    let room = client.call(conversations::Create::new()).await.unwrap().sid;
    let rcs = participants::Create::new(room)
        .messaging_binding_address("rcs:+15550100777")
        .messaging_binding_proxy_address("rcs:+15550100001")
        .messaging_binding_proxy_address_fallback(OURS);
    client.call(rcs).await.unwrap();
    let name = "MessagingBinding.ProxyAddressFallback in the form";
    assert_eq!(stage.recorder.undocumented(), [format!("CreateServiceConversationParticipant: {name}")]);
    assert!(stage.recorder.unsaid().len() > 100, "little was said");
}

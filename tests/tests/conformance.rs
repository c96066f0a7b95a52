//! One suite for every provider, each over the other side of its own wire.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod twilio_sms {
    use messaging_core::{Messenger, Place};
    use messaging_emulator::{FaultPlan, Journal, TwilioEmulator, TwilioSettings};
    use messaging_twilio::{Twilio, TwilioConfig, direct};

    fn open() -> (Messenger, Place) {
        let settings = TwilioSettings::generated(7, "http://twilio.test");
        let mut config = TwilioConfig::new(settings.account_sid.clone(), settings.auth_token.as_str());
        config.base_url = Some(settings.base_url.clone());
        let emulator = TwilioEmulator::new(settings, FaultPlan::default(), 7, Journal::new());
        let twilio = Twilio::new(config, emulator.api()).unwrap();
        (Messenger::new(twilio), direct("+15550100001", "+15550100777"))
    }

    messaging_testkit::conformance!(super::open());
}

mod twilio_conversations {
    use messaging_core::{Messenger, Place, message::CreateConversation};
    use messaging_emulator::{FaultPlan, Journal, TwilioEmulator, TwilioSettings};
    use messaging_twilio::{Twilio, TwilioConfig};

    async fn open() -> (Messenger, Place) {
        let settings = TwilioSettings::generated(7, "http://twilio.test");
        let mut config = TwilioConfig::new(settings.account_sid.clone(), settings.auth_token.as_str());
        config.base_url = Some(settings.base_url.clone());
        config.conversations_service_sid = Some(settings.conversations_service_sid.clone());
        let emulator = TwilioEmulator::new(settings, FaultPlan::default(), 7, Journal::new());
        let client = Messenger::new(Twilio::new(config, emulator.api()).unwrap());
        let created = client.call(CreateConversation::named("Support")).await.unwrap();
        (client, created.reference)
    }

    messaging_testkit::conformance!(super::open().await);
}

mod slack {
    use messaging_core::{Messenger, Place};
    use messaging_emulator::{FaultPlan, Journal, SlackEmulator, SlackSettings};
    use messaging_slack::{Slack, SlackConfig, channel};

    fn open() -> (Messenger, Place) {
        let settings = SlackSettings::generated(7);
        let config = SlackConfig::new(settings.bot_token.clone(), &settings.signing_secret)
            .with_base_url(settings.base_url.clone());
        let place = channel(settings.team_id.as_str(), settings.channel.as_str());
        let emulator = SlackEmulator::new(settings, FaultPlan::default(), 7, Journal::new());
        (Messenger::new(Slack::new(config, emulator.api()).unwrap()), place)
    }

    messaging_testkit::conformance!(super::open());
}

mod web {
    use messaging_core::{Messenger, Place};
    use messaging_web::{Visitor, Web, WebConfig};

    fn open() -> (Messenger, Place) {
        (Messenger::new(Web::new(WebConfig::default())), Visitor::new(7).place())
    }

    messaging_testkit::conformance!(super::open());
}

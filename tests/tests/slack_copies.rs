//! What the setting `client_msg_id` is worth: nothing in a workspace that does not look at it, one message in one that
//! does.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use messaging_core::{Context, Messenger, SendMessage};
use messaging_emulator::{FaultPlan, Journal, SlackEmulator, SlackLimits, SlackSettings};
use messaging_slack::{Slack, SlackConfig, channel, doctor::SecondPost};

/// A workspace, and an account in it.
struct Account {
    emulator: SlackEmulator,
    slack: Slack,
}

impl Account {
    fn new(drops_copies: bool, change: impl FnOnce(SlackConfig) -> SlackConfig) -> Self {
        let mut settings = SlackSettings::generated(7);
        settings.limits = SlackLimits::none();
        settings.drops_copies = drops_copies;
        let config = SlackConfig::new(settings.bot_token.clone(), &settings.signing_secret);
        let config = change(config.with_base_url(&settings.base_url));
        let emulator = SlackEmulator::new(settings, FaultPlan::default(), 7, Journal::new());
        let slack = Slack::new(config, emulator.api()).unwrap();
        Self { emulator, slack }
    }
}

/// Makes one send twice, as after an answer that was lost; returns how many messages people see, and the receipts.
async fn twice(drops_copies: bool, is_set: bool) -> (usize, Vec<String>, Vec<String>) {
    let account = Account::new(drops_copies, |config| if is_set { config.with_client_msg_id() } else { config });
    let settings = account.emulator.settings().clone();
    let messenger = Messenger::new(account.slack);
    let mut context = Context::default();
    context.intent = Some("6f1d".into());
    let mut receipts = Vec::new();
    for _ in 0..2 {
        let message = SendMessage::new(channel(&settings.team_id, &settings.channel), "once");
        let receipt = messenger.call_in(context.clone(), message).await.unwrap();
        receipts.push(receipt.id().unwrap().as_str().to_owned());
    }
    (account.emulator.truth().shown.len(), receipts, account.emulator.warnings())
}

#[tokio::test(start_paused = true)]
async fn a_copy_is_dropped_where_the_workspace_looks_and_the_account_says_so() {
    for (drops_copies, is_set, messages) in [(false, false, 2), (true, false, 2), (false, true, 2), (true, true, 1)] {
        let (seen, receipts, warnings) = twice(drops_copies, is_set).await;
        assert_eq!(seen, messages, "drops: {drops_copies}, set: {is_set}");
        assert_eq!(receipts[0] == receipts[1], messages == 1);
        let noted = if is_set { 2 } else { 0 };
        assert_eq!(warnings, vec!["chat.postMessage: unproven argument `client_msg_id`"; noted]);
    }
}

#[tokio::test(start_paused = true)]
async fn the_probe_sees_what_the_workspace_does() {
    for (drops_copies, second) in [(false, SecondPost::Doubled), (true, SecondPost::Dropped)] {
        let account = Account::new(drops_copies, |config| config);
        let channel = account.emulator.settings().channel.clone();
        let probed = account.slack.probe_idempotency(&channel, "968c94da-c271-4f2a-8ec9-12a9985e5df4").await.unwrap();
        assert_eq!((probed.second, probed.left), (second, vec![]));
        assert!(account.emulator.truth().shown.len() <= 2, "nothing else was posted");
    }
}

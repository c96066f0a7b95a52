//! Bots: never ourselves, others only where they are listed.

use messaging_core::EventKind;
use messaging_slack::AllowedBots;
use serde_json::{Value, json};

use super::{all, fixture};
use crate::signed::slack_with;

fn heard_by(allowed: &str, inner: &Value) -> Option<(String, Option<String>, bool)> {
    let slack = slack_with(|config| config.allowing_bots(AllowedBots::new([allowed])));
    match all(&slack, inner).pop()?.kind {
        EventKind::MessageAdded(message) => {
            let author = message.author;
            Some((author.id, author.name, author.bot))
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_listed_bot_is_heard_by_any_of_its_ids() {
    let post = fixture("bot_post");
    for id in ["B999", "A222", "UB111"] {
        assert_eq!(heard_by(id, &post), Some(("UB111".into(), Some("other-app".into()), true)), "{id}");
    }
    let classic = fixture("bot_message");
    assert_eq!(heard_by("B888", &classic), Some(("B888".into(), Some("classic-bot".into()), true)));
    for id in ["B99", "B9999", "T111", ""] {
        assert_eq!(heard_by(id, &post), None, "{id}");
    }
}

#[test]
fn we_are_no_bot_to_be_answered_even_where_we_are_listed() {
    let mut ours = fixture("bot_post");
    (ours["app_id"], ours["bot_profile"]["app_id"]) = (json!("A111"), json!("A111"));
    let slack = slack_with(|config| config.allowing_bots(AllowedBots::new(["B999", "A111", "U0BOT"])));
    assert!(matches!(all(&slack, &ours)[0].kind, EventKind::MessageEchoed { .. }));
}

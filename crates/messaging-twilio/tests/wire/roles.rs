//! The application's words for roles.

use messaging_core::{
    ErrorKind, Reached,
    message::{AddParticipant, RemoveParticipant, UpdateParticipant},
};
use messaging_twilio::TwilioConfig;
use serde_json::json;

use crate::scripted::{AC, CH, Script, raw, says};

fn role(digit: char) -> String {
    format!("RL{}", digit.to_string().repeat(32))
}

fn config() -> TwilioConfig {
    let mut config = TwilioConfig::new(AC, "token");
    config.roles.insert("expert".into(), role('1'));
    config.channel_admin_role = Some(role('2'));
    config.service_admin_role = Some(role('3'));
    config.service_user_role = Some(role('4'));
    config
}

#[tokio::test]
async fn words_become_roles_and_roles_words() {
    let answer = |digit| says(201, &json!({ "sid": "MB1", "identity": "ann", "role_sid": role(digit) }));
    let script = Script::new([answer('1'), answer('2'), answer('9'), raw(204, "")]);
    let client = script.client_of(config());
    let add = |word: &str| AddParticipant::identity(CH, "ann").with_role(word);
    assert_eq!(client.call(add("expert")).await.unwrap().role.as_deref(), Some("expert"));
    let update = UpdateParticipant::of(CH, "MB1").with_role("admin");
    assert_eq!(client.call(update).await.unwrap().role.as_deref(), Some("admin"));
    assert_eq!(client.call(add(&role('9'))).await.unwrap().role, Some(role('9')));
    client.call(RemoveParticipant { conversation: CH.into(), id: "MB1".into() }).await.unwrap();
    let path = format!("https://conversations.twilio.com/v1/Conversations/{CH}/Participants");
    let wanted = [
        format!("POST {path} Identity=ann&RoleSid={} with webhooks true", role('1')),
        format!("POST {path}/MB1 RoleSid={} with webhooks true", role('2')),
        format!("POST {path} Identity=ann&RoleSid={} with webhooks true", role('9')),
        format!("DELETE {path}/MB1 with webhooks true"),
    ];
    assert_eq!(script.asked(), wanted);
}

#[tokio::test]
async fn a_word_that_nothing_explains_is_a_setting_that_is_missing() {
    let script = Script::default();
    let client = script.client_of(config());
    for (word, named) in [
        ("user", ["`channel_user_role`", "TWILIO_CHANNEL_USER_ROLE"]),
        ("pilot", ["`roles = { \"pilot\" = \"RL…\" }`", "`pilot`"]),
        ("RL1", ["`RL1`", "`roles"]),
    ] {
        let error = client.call(AddParticipant::identity(CH, "ann").with_role(word)).await.unwrap_err();
        assert_eq!((error.kind(), error.reached()), (ErrorKind::Config, Reached::NotSent));
        assert!(named.iter().all(|part| error.to_string().contains(part)), "{error}");
    }
    let typed = script.provider_of(config()).client();
    assert_eq!(typed.conversation_role("admin").unwrap(), role('2'));
    assert_eq!(typed.service_role("admin").unwrap(), role('3'));
    assert_eq!((typed.service_role("user").unwrap(), typed.service_role("expert").unwrap()), (role('4'), role('1')));
    let bare = script.provider_of(TwilioConfig::new(AC, "token")).client();
    for (word, variable) in [("admin", "TWILIO_SERVICE_ADMIN_ROLE"), ("user", "TWILIO_SERVICE_USER_ROLE")] {
        assert!(bare.service_role(word).unwrap_err().to_string().contains(variable));
    }
}

#[test]
fn a_role_that_is_no_sid_is_refused_at_the_start() {
    type Change = fn(&mut TwilioConfig);
    let changes: [(Change, &str); 3] = [
        (|config| drop(config.roles.insert("expert".into(), "canary".into())), "`roles.expert`"),
        (|config| config.channel_user_role = Some("canary".into()), "`channel_user_role`"),
        (|config| config.service_admin_role = Some("canary".into()), "`service_admin_role`"),
    ];
    for (change, key) in changes {
        let mut config = TwilioConfig::new(AC, "token");
        change(&mut config);
        let error = Script::default().try_provider_of(config).unwrap_err();
        assert!(error.kind() == ErrorKind::Config && error.to_string().contains(key), "{error}");
        assert!(!error.to_string().contains("canary"));
    }
}

//! What a new account and a new service begin with.

use std::{collections::VecDeque, time::SystemTime};

use crate::{
    TwilioSettings,
    desk::Desk,
    twilio::records::{Configuration, Defaults, Hook, Records, Role, Scope, Service},
};

/// What may be done in both scopes.
pub(crate) const ANYWHERE: [&str; 10] = [
    "addParticipant",
    "removeParticipant",
    "deleteAnyMessage",
    "deleteConversation",
    "editAnyMessage",
    "editAnyMessageAttributes",
    "editOwnMessage",
    "editOwnMessageAttributes",
    "editConversationAttributes",
    "editConversationName",
];

/// What may be done in a conversation only.
pub(crate) const IN_CONVERSATION: [&str; 8] = [
    "sendMessage",
    "sendMediaMessage",
    "leaveConversation",
    "deleteOwnMessage",
    "editNotificationLevel",
    "addNonChatParticipant",
    "editOwnParticipantAttributes",
    "editAnyParticipantAttributes",
];

/// What may be done in a service only.
pub(crate) const IN_SERVICE: [&str; 4] =
    ["createConversation", "joinConversation", "editOwnUserInfo", "editAnyUserInfo"];

/// The account's first records: its default service, which calls the settings' webhook.
pub(crate) fn begin(settings: &TwilioSettings, desk: &Desk, now: SystemTime) -> Records {
    let mut service = service(&settings.conversations_service_sid, "Default Conversations Service", desk, now);
    service.hook.post_url.clone_from(&settings.webhook_url);
    let configuration = Configuration {
        default_service_sid: settings.conversations_service_sid.clone(),
        default_messaging_service_sid: settings.messaging_service_sid.clone(),
        inactive_timer: None,
        closed_timer: None,
    };
    Records::new(configuration, service)
}

/// A service with its four roles.
pub(crate) fn service(sid: &str, friendly_name: &str, desk: &Desk, now: SystemTime) -> Service {
    let role = |friendly_name: &str, scope, permissions: &[&[&str]]| Role {
        sid: format!("RL{}", desk.hex(32)),
        friendly_name: friendly_name.to_owned(),
        scope,
        permissions: permissions.concat().into_iter().map(str::to_owned).collect(),
        created: now,
        updated: now,
    };
    let member = ["sendMessage", "sendMediaMessage", "leaveConversation", "editOwnMessage", "editOwnMessageAttributes"];
    let own = ["deleteOwnMessage", "editNotificationLevel", "editOwnParticipantAttributes"];
    let roles = [
        role("channel user", Scope::Conversation, &[&member, &own]),
        role("channel admin", Scope::Conversation, &[&ANYWHERE, &IN_CONVERSATION]),
        role("service user", Scope::Service, &[&["createConversation", "joinConversation", "editOwnUserInfo"]]),
        role("service admin", Scope::Service, &[&ANYWHERE, &IN_SERVICE]),
    ];
    let [user, admin, service_user, _] = &roles;
    let defaults = Defaults {
        creator_role_sid: admin.sid.clone(),
        participant_role_sid: user.sid.clone(),
        user_role_sid: service_user.sid.clone(),
        reachability: false,
    };
    Service {
        sid: sid.to_owned(),
        friendly_name: friendly_name.to_owned(),
        created: now,
        updated: now,
        users: VecDeque::new(),
        roles: VecDeque::from(roles),
        defaults,
        hook: Hook::default(),
        actions: VecDeque::new(),
    }
}

//! How often each method may be called (<https://docs.slack.dev/apis/web-api/rate-limits>).

/// How many calls a minute each tier allows, at least.
const ONE: f64 = 1.0;
const TWO: f64 = 20.0;
const THREE: f64 = 50.0;
const FOUR: f64 = 100.0;

/// How many messages a minute a channel takes: one a second.
pub(crate) const CHANNEL: f64 = 60.0;

/// How many messages a minute a workspace takes from one app, however they are posted: Slack says "several hundred".
pub(crate) const POSTS: f64 = 300.0;

/// Calls a minute of a method; none where nothing is known.
pub(super) fn per_minute(method: &str) -> Option<f64> {
    Some(match method {
        "apps.uninstall" => ONE,
        "chat.startStream"
        | "chat.stopStream"
        | "conversations.archive"
        | "conversations.close"
        | "conversations.create"
        | "conversations.list"
        | "conversations.rename"
        | "conversations.setPurpose"
        | "conversations.setTopic"
        | "conversations.unarchive"
        | "reactions.remove"
        | "users.list" => TWO,
        "agents.sessions.rename"
        | "agents.sessions.setStatus"
        | "apps.connections.open"
        | "auth.revoke"
        | "bots.info"
        | "chat.delete"
        | "chat.deleteScheduledMessage"
        | "chat.meMessage"
        | "chat.scheduleMessage"
        | "chat.scheduledMessages.list"
        | "chat.unfurl"
        | "chat.update"
        | "conversations.history"
        | "conversations.info"
        | "conversations.invite"
        | "conversations.join"
        | "conversations.kick"
        | "conversations.leave"
        | "conversations.mark"
        | "conversations.open"
        | "conversations.replies"
        | "files.delete"
        | "oauth.v2.exchange"
        | "reactions.add"
        | "reactions.get"
        | "team.info"
        | "users.conversations"
        | "users.lookupByEmail" => THREE,
        "api.test"
        | "assistant.threads.setSuggestedPrompts"
        | "assistant.threads.setTitle"
        | "chat.appendStream"
        | "chat.postEphemeral"
        | "conversations.members"
        | "files.completeUploadExternal"
        | "files.getUploadURLExternal"
        | "files.info"
        | "users.info"
        | "views.open"
        | "views.publish"
        | "views.push"
        | "views.update"
        // Slack calls these special and names no number: a tier is careful enough.
        | "assistant.threads.setStatus"
        | "apps.event.authorizations.list"
        | "tooling.tokens.rotate" => FOUR,
        "auth.test" | "chat.getPermalink" => 300.0,
        "oauth.v2.access" => 600.0,
        "chat.postMessage" => POSTS,
        _ => return None,
    })
}

/// Methods that post where `channel` says.
pub(super) fn posts(method: &str) -> bool {
    matches!(
        method,
        "chat.postMessage"
            | "chat.postEphemeral"
            | "chat.meMessage"
            | "chat.startStream"
            | "files.completeUploadExternal"
    )
}

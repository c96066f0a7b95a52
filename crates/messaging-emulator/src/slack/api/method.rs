/// The methods that are emulated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    ApiTest,
    AuthTest,
    ChatAppendStream,
    ChatPostMessage,
    ChatStartStream,
    ChatStopStream,
    ConversationsHistory,
    ConversationsReplies,
    UsersInfo,
    ViewsOpen,
    ViewsPublish,
    ViewsPush,
    ViewsUpdate,
}

impl Method {
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "api.test" => Self::ApiTest,
            "auth.test" => Self::AuthTest,
            "chat.appendStream" => Self::ChatAppendStream,
            "chat.startStream" => Self::ChatStartStream,
            "chat.stopStream" => Self::ChatStopStream,
            "chat.postMessage" => Self::ChatPostMessage,
            "conversations.history" => Self::ConversationsHistory,
            "conversations.replies" => Self::ConversationsReplies,
            "users.info" => Self::UsersInfo,
            "views.open" => Self::ViewsOpen,
            "views.publish" => Self::ViewsPublish,
            "views.push" => Self::ViewsPush,
            "views.update" => Self::ViewsUpdate,
            _ => return None,
        })
    }

    /// Whether it wants a token.
    pub(super) fn wants_token(self) -> bool {
        self != Self::ApiTest
    }

    /// Whether it looks up messages.
    pub(super) fn is_lookup(self) -> bool {
        matches!(self, Self::ConversationsHistory | Self::ConversationsReplies)
    }

    /// What Slack documents that it takes; none if it takes anything.
    pub(super) fn documented(self) -> Option<&'static [&'static str]> {
        Some(match self {
            Self::ApiTest => return None,
            Self::AuthTest => &[],
            Self::ChatPostMessage => &[
                "as_user",
                "attachments",
                "blocks",
                "channel",
                "current_draft_last_updated_ts",
                "icon_emoji",
                "icon_url",
                "link_names",
                "markdown_text",
                "metadata",
                "mrkdwn",
                "parse",
                "reply_broadcast",
                "text",
                "thread_ts",
                "unfurl_links",
                "unfurl_media",
                "username",
            ],
            Self::ChatAppendStream => &["channel", "chunks", "markdown_text", "ts"],
            Self::ChatStartStream => &[
                "channel",
                "chunks",
                "icon_emoji",
                "icon_url",
                "markdown_text",
                "recipient_team_id",
                "recipient_user_id",
                "task_display_mode",
                "thread_ts",
                "username",
            ],
            Self::ChatStopStream => {
                &["blocks", "channel", "chunks", "markdown_text", "metadata", "session_status", "ts"]
            }
            Self::ConversationsHistory => {
                &["channel", "cursor", "include_all_metadata", "inclusive", "latest", "limit", "oldest"]
            }
            Self::ConversationsReplies => {
                &["channel", "cursor", "include_all_metadata", "inclusive", "latest", "limit", "oldest", "ts"]
            }
            Self::UsersInfo => &["include_locale", "user"],
            Self::ViewsOpen | Self::ViewsPush => &["interactivity_pointer", "trigger_id", "view"],
            Self::ViewsPublish => &["hash", "user_id", "view"],
            Self::ViewsUpdate => &["external_id", "hash", "view", "view_id"],
        })
    }
}

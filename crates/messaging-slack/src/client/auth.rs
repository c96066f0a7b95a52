//! Who a token is.

use super::macros::{answer, call};

answer! {
    /// Who a token is.
    Identity {
        url: String = "The workspace's own URL.",
        team: String = "The workspace's name.",
        user: String = "The user's name.",
        team_id: String = "The workspace, `T…`, or the organisation, `E…`.",
        user_id: String = "The user, `U…` or `W…`: the bot's own for a bot token.",
        bot_id: String = "The bot, `B…`, for a bot token.",
        enterprise_id: String = "The organisation, `E…`.",
        is_enterprise_install: bool = "Whether an organisation installed the app.",
    }
}

call! {
    /// Says who the token is.
    Test: "auth.test" => Identity, of {} with {}
}

answer! {
    /// Whether a token was revoked.
    Revoked {
        revoked: bool = "Whether it was.",
    }
}

call! {
    /// Revokes the token itself.
    Revoke: "auth.revoke" => Revoked, of {} with {
        test: bool = "Only says whether it would.",
    }
}

//! Tokens (<https://docs.slack.dev/authentication/tokens>).

super::rows! {
    "account_inactive" Credentials:
        "the token's user or workspace was deleted or deactivated", "install the app again";
    "auth_mismatch" Credentials:
        "the app-level token is another app's", "use the token of the app that received the event";
    "bad_token" Credentials:
        "the token is not the one that scheduled the message", "use the token that scheduled it";
    "invalid_auth" Credentials:
        "Slack knows no such token, or not from this address", "copy the Bot User OAuth Token again";
    "invalid_token" Credentials:
        "Slack knows no such token, or it may not be used for this", "copy the token again";
    "not_allowed_token_type" Credentials:
        "the method takes another kind of token", "use a bot token, or an app-level token where the method says so";
    "not_authed" Credentials:
        "no token came with the request", "set the token";
    "not_bearer_token" Credentials:
        "the token was not sent as a bearer token", "send it in the `Authorization` header";
    "team_disabled" Credentials:
        "the workspace is disabled", "ask its owner";
    "token_expired" Credentials:
        "a rotating token is over after 12 hours", "refresh it with `oauth.v2.access`, once";
    "token_revoked" Credentials:
        "the token was revoked, or the app was removed", "install the app again";
    "two_factor_setup_required" Credentials:
        "the workspace wants two-factor authentication of the token's user", "have the user set it up";
    "user_removed_from_team" Credentials:
        "the token's user is no longer in the workspace", "install the app again";
}

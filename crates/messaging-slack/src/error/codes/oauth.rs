//! Installing and refreshing (<https://docs.slack.dev/authentication/installing-with-oauth>).

super::rows! {
    "authorization_not_found" Credentials:
        "the token belongs to no installation", "install the app again";
    "bad_client_secret" Credentials:
        "the client secret is not the app's", "copy it from Basic Information";
    "bad_redirect_uri" Credentials:
        "the redirect URL is not the one the installation began with", "use a URL that the app's pages list";
    "cannot_install_an_org_installed_app" Credentials:
        "the organisation has installed the app", "use the organisation's installation";
    "client_id_token_mismatch" Credentials:
        "client id and token are of different apps", "use those of one app";
    "invalid_client_id" Credentials:
        "there is no such app", "copy the client id from Basic Information";
    "invalid_code" Credentials:
        "the code was used, or is too old", "begin the installation again";
    "invalid_code_verifier" Credentials:
        "the verifier does not fit the challenge", "begin the installation again";
    "invalid_event_context" Invalid:
        "the event context is none", "send it as the event carried it";
    "invalid_grant_type" Credentials:
        "there is no such grant type", "use `authorization_code` or `refresh_token`";
    "invalid_refresh_token" Credentials:
        "the refresh token was used, or is too old", "install the app again";
    "no_scopes" Credentials:
        "the installation asks for no scope", "ask for at least one";
    "oauth_authorization_url_mismatch" Credentials:
        "the installation began at another URL", "begin at `/oauth/v2/authorize`";
    "pkce_not_allowed" Credentials:
        "the app does not use PKCE", "leave the verifier out, or switch PKCE on";
    "preview_feature_not_available" Credentials:
        "the workspace does not have a feature that the app needs", "ask an administrator of the workspace";
    "token_already_exchanged" Done:
        "the token was exchanged for a rotating one", "use that one";
    "token_rotation_not_enabled" Invalid:
        "the app's tokens do not rotate", "switch token rotation on first";
    "user_email_unverified" Credentials:
        "the installing person's address is not confirmed", "have them confirm it";
}

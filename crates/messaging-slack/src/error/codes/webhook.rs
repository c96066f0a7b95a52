//! Incoming webhooks and response URLs (<https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks>).

super::rows! {
    "channel_is_archived" NotFound:
        "the channel is archived", "unarchive the channel first";
    "expired_url" Race:
        "the response URL is older than 30 minutes", "post to the channel";
    "invalid_payload" Invalid:
        "the payload is no JSON object of a message", "check it against the reference";
    "missing_text_or_fallback_or_attachments" Invalid:
        "there is nothing to show", "send `text`";
    "no_active_hooks" NotFound:
        "the webhook is switched off", "make another one on the app's page Incoming Webhooks";
    "no_service" NotFound:
        "the webhook was removed or switched off", "make another one on the app's page Incoming Webhooks";
    "no_service_id" NotFound:
        "the webhook's URL is cut", "copy it again";
    "no_team" NotFound:
        "the workspace is gone, or the URL is cut", "copy it again";
    "posting_to_general_channel_denied" Permission:
        "an administrator restricts posting to the general channel", "ask an administrator of the workspace";
    "used_url" Race:
        "the response URL was used five times", "post to the channel";
}

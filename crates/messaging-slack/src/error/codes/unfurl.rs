//! Links that the app shows more of (<https://docs.slack.dev/reference/methods/chat.unfurl>).

super::rows! {
    "cannot_auth_user" Permission:
        "the person cannot be asked to sign in here", "leave `user_auth_required` out";
    "cannot_find_channel" NotFound:
        "there is no such channel", "send the `channel` of the event";
    "cannot_find_message" NotFound:
        "there is no such message", "send the `ts` of the event";
    "cannot_find_service" NotFound:
        "the app does not unfurl this domain", "add it under Event Subscriptions";
    "cannot_parse_attachment" Invalid:
        "an unfurl is not written as Slack wants it", "check it against the reference";
    "cannot_prompt" Permission:
        "the person cannot be asked to sign in here", "leave `user_auth_required` out";
    "cannot_unfurl_message" Permission:
        "links in this message are not shown", "leave it";
    "cannot_unfurl_url" Invalid:
        "the URL is none of the message's", "send it as the event wrote it";
    "invalid_source" Invalid:
        "`source` is none", "use `conversations_history` or `composer`";
    "invalid_unfurl_id" Invalid:
        "the `unfurl_id` is none", "send it as the event carried it";
    "invalid_unfurls_format" Invalid:
        "the unfurls are no map from URL to content", "send a map";
    "missing_channel" Invalid:
        "`channel` is missing", "send it together with `ts`, or `unfurl_id` with `source`";
    "missing_source" Invalid:
        "`source` is missing", "send it together with `unfurl_id`";
    "missing_ts" Invalid:
        "`ts` is missing", "send it together with `channel`";
    "missing_unfurl_id" Invalid:
        "`unfurl_id` is missing", "send it together with `source`";
    "missing_unfurls" Invalid:
        "`unfurls` is missing", "send a map from URL to content";
}

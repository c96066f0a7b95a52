//! Failures of Slack's own (<https://docs.slack.dev/reference/methods/chat.postMessage#errors>).

super::rows! {
    "external_channel_migrating" Busy:
        "the channel is being moved to another organisation", "try again in a while";
    "fatal_error" Transient:
        "Slack failed; some aspect of the operation may have succeeded", "look whether it was done before repeating it";
    "fetch_members_failed" Transient:
        "Slack could not read the members", "try again in a while";
    "internal_error" Transient:
        "Slack failed; some aspect of the operation may have succeeded", "look whether it was done before repeating it";
    "list_record_comment_fetch_failed" Transient:
        "Slack could not read the comments of a list's record", "try again in a while";
    "messaging_processing_failed" Transient:
        "Slack could not process the message", "look whether it was posted before repeating it";
    "org_login_required" Busy:
        "the workspace is being moved into an organisation", "try again once the move is over";
    "request_timeout" Transient:
        "Slack did not get the whole request, or did not finish it in time",
        "look whether it was done before repeating it";
    "rollup_error" Transient:
        "Slack failed while it posted what a webhook sent", "look whether it was posted before repeating it";
    "service_unavailable" Transient:
        "Slack is down", "look whether it was done before repeating it, and at https://slack-status.com";
    "team_added_to_org" Busy:
        "the workspace is being moved into an organisation", "try again once the move is over";
    "unknown_error" Transient:
        "Slack failed, and says nothing more", "look whether it was done before repeating it";
    "update_failed" Transient:
        "Slack failed while it changed the message", "try again: a change may be repeated";
    "file_update_failed" Transient:
        "Slack failed while it completed the upload", "look at the file with `files.info` before repeating it";
}

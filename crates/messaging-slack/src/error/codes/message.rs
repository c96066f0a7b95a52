//! Messages (<https://docs.slack.dev/reference/methods/chat.postMessage>).

super::rows! {
    "attachment_payload_limit_exceeded" TooLarge:
        "the attachments are too large", "send fewer, or shorter ones";
    "block_mismatch" Race:
        "the blocks changed while they were being changed", "read the message, and change it again";
    "cannot_reply_to_message" Invalid:
        "this kind of message has no thread", "post to the channel itself";
    "draft_already_deleted" Race:
        "the draft was deleted", "post without it";
    "draft_already_sent" Race:
        "the draft was sent", "post without it";
    "draft_has_conflict" Race:
        "somebody changed the draft", "read it again";
    "draft_not_found" NotFound:
        "there is no such draft", "post without it";
    "duplicate_channel_not_found" NotFound:
        "the message was posted before, to a channel that is no longer there", "post another message";
    "duplicate_message_not_found" NotFound:
        "the message was posted before, and is no longer there", "post another message";
    "invalid_attachments" Invalid:
        "the attachments are not written as Slack wants them", "check them against the reference";
    "invalid_blocks" Invalid:
        "a block is not written as Slack wants it", "look where the JSON pointer leads, or at Block Kit Builder";
    "invalid_blocks_format" Invalid:
        "the blocks are no JSON array", "send an array of blocks";
    "invalid_metadata_filter_keys" Invalid:
        "a key to filter metadata by is none", "check the keys";
    "invalid_metadata_format" Invalid:
        "the metadata is no object with `event_type` and `event_payload`", "send both";
    "invalid_metadata_schema" Invalid:
        "the metadata is not as the app's manifest declares its type", "check the payload against the manifest";
    "invalid_scheduled_message_id" NotFound:
        "no such message waits, or it was sent", "list what is scheduled";
    "invalid_time" Invalid:
        "`post_at` is no time", "send Unix seconds";
    "invalid_timestamp" Invalid:
        "the `ts` is none", "send it as Slack wrote it, as text";
    "invalid_ts_latest" Invalid:
        "`latest` is no `ts`", "send it as Slack wrote it, as text";
    "invalid_ts_oldest" Invalid:
        "`oldest` is no `ts`", "send it as Slack wrote it, as text";
    "markdown_text_conflict" Invalid:
        "`markdown_text` was sent together with `text` or `blocks`", "send one of them";
    "message_not_found" NotFound:
        "there is no such message in the channel", "check channel and `ts`";
    "metadata_too_large" TooLarge:
        "the metadata is too large", "send less of it";
    "missing_file_data" Invalid:
        "a block names a file that is not there", "upload it first";
    "msg_blocks_too_long" TooLarge:
        "the text of all blocks is too long", "split the message";
    "msg_blocks_too_many" TooLarge:
        "there are too many blocks", "send at most 50 in a message";
    "msg_too_long" TooLarge:
        "the text is too long", "split the message: 4,000 characters are safe, 12,000 of `markdown_text`";
    "no_dual_broadcast_content_update" Invalid:
        "a reply is shown in its channel, or changed, not both at once", "make two calls";
    "no_text" Invalid:
        "there is nothing to show", "send `text`, `markdown_text`, `blocks` or `attachments`";
    "thread_not_found" NotFound:
        "there is no such thread in the channel", "check channel and `ts`";
    "time_in_past" Invalid:
        "`post_at` is over", "post it now";
    "time_too_far" Invalid:
        "`post_at` is more than 120 days ahead", "schedule it later";
    "too_many_attachments" TooLarge:
        "there are too many attachments", "send at most 100";
    "too_many_contact_cards" TooLarge:
        "there are too many contact cards", "send at most 10";
}

//! Streams and agents (<https://docs.slack.dev/reference/methods/chat.startStream>).

super::rows! {
    "invalid_chunks" Invalid:
        "a chunk is not written as Slack wants it", "check it against the reference";
    "invalid_thread_ts" Invalid:
        "there is no such thread, or the channel wants one", "name the root of a thread in this channel";
    "message_not_in_streaming_state" Race:
        "the stream is over: Slack ends it after about five minutes", "go on in another stream, or change the message";
    "missing_recipient_team_id" Invalid:
        "outside direct messages a stream has a recipient", "name `recipient_team_id`";
    "missing_recipient_user_id" Invalid:
        "outside direct messages a stream has a recipient", "name `recipient_user_id`";
    "stopped_by_user" Stopped:
        "the person stopped the answer", "stop writing";
    "streaming_mode_mismatch" Race:
        "a stream of chunks was given text, or the other way round", "send chunks only";
    "streaming_state_conflict" Race:
        "the message is being streamed", "stop the stream first";
}

use serde_json::Value;

use crate::client::macros::call;

call! {
    /// Shows more of the links in a message: `channel` with `ts`, or `unfurl_id` with `source`, as the event said.
    Unfurl: "chat.unfurl" => (),
    of {} with {
        channel: String = "The channel of the event.",
        ts: String = "The message of the event.",
        unfurl_id: String = "The link's id in the event.",
        source: String = "Where the link was written: `composer` or `conversations_history`.",
        unfurls: Value = "What to show for each URL.",
        user_auth_required: bool = "Asks the person to sign in first.",
        user_auth_message: String = "Says so in these words.",
        user_auth_url: String = "Says so with this URL.",
        user_auth_blocks: Value = "Says so with these blocks.",
    }
}

//! Files. [`SlackClient::upload`](super::SlackClient::upload) takes the three steps of an upload at once.

use serde::Serialize;
use serde_json::Value;

use super::{
    Csv, Seconds,
    macros::{answer, call},
};

answer! {
    /// A file.
    File {
        id: String = "Its id, `F…`.",
        name: String = "Its name.",
        title: String = "Its title.",
        mimetype: String = "Its MIME type.",
        filetype: String = "What Slack takes it for.",
        size: u64 = "How large it is, in bytes.",
        user: String = "Who uploaded it.",
        created: Seconds = "When it was uploaded.",
        mode: String = "How Slack keeps it: `hosted`, `external`, `snippet`, ….",
        file_access: String = "Whether we may see all of it: `visible`, `check_file_info`, ….",
        is_external: bool = "Whether it is kept elsewhere.",
        is_public: bool = "Whether a public channel shows it.",
        url_private: String = "Where it is, for whoever has a token.",
        url_private_download: String = "The same, as a download.",
        permalink: String = "Where people open it.",
        channels: Vec<String> = "The public channels that show it.",
        groups: Vec<String> = "The private channels that show it.",
        ims: Vec<String> = "The direct messages that show it.",
        shares: Value = "The messages that show it; may be empty for a while.",
    }
}

impl File {
    /// Whether a channel shows it, as far as Slack has said so.
    #[must_use]
    pub fn is_shared_with(&self, channel: &str) -> bool {
        let listed = [&self.channels, &self.groups, &self.ims].into_iter().flatten().flatten();
        let shares = self.shares.as_ref().and_then(Value::as_object).into_iter().flat_map(|kinds| kinds.values());
        let named = shares.filter_map(Value::as_object).any(|channels| channels.contains_key(channel));
        named || listed.into_iter().any(|known| known == channel)
    }
}

answer! {
    /// Where to upload a file.
    UploadUrl {
        upload_url: String = "Where the bytes go, once. Whoever has it may upload.",
        file_id: String = "The file's id from now on.",
    }
}

call! {
    /// Asks where to upload a file.
    GetUploadUrlExternal: "files.getUploadURLExternal" => UploadUrl,
    of {
        filename: String = "Its name.",
        length: u64 = "How large it is, in bytes; more than 0.",
    } with {
        alt_txt: String = "What it shows, for whoever does not see it; up to 1,000 characters.",
        snippet_type: String = "The language of a snippet.",
    }
}

/// A file that was uploaded and is to be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Uploaded {
    /// Its id, `F…`.
    pub id: String,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

impl Uploaded {
    /// A file without a title of its own.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), title: None }
    }

    /// Gives it a title.
    #[must_use]
    pub fn titled(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }
}

answer! {
    /// Files.
    Files {
        files: Vec<File> = "The files.",
    }
}

call! {
    /// Keeps files that were uploaded, and shows them in a channel if one is named. It is not safe to repeat.
    CompleteUploadExternal: "files.completeUploadExternal" => Files,
    of {
        files: Vec<Uploaded> = "The files.",
    } with {
        channel_id: String = "Where they are shown, by id; nowhere if none.",
        channels: Csv = "Where they are shown, by id, up to 100.",
        thread_ts: String = "The root of the thread they are shown in; with `channel_id` only.",
        initial_comment: String = "The text of the message that shows them.",
        blocks: Value = "The blocks of that message, instead of a text.",
    }
}

answer! {
    /// One file.
    OneFile {
        file: File = "The file.",
        content: String = "What is in it, where it is text.",
    }
}

call! {
    /// Fetches what is known of a file.
    Info: "files.info" => OneFile,
    of {
        file: String = "The file, by id.",
    } with {
        count: u32 = "How many comments a page holds.",
        page: u32 = "Which page of comments.",
        limit: u32 = "How many comments a page holds.",
        cursor: String = "Where the page before ended.",
    }
}

call! {
    /// Deletes a file of the app's own.
    Delete: "files.delete" => (),
    of {
        file: String = "The file, by id.",
    } with {}
}

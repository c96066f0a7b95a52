use serde_json::{Map, json};

use crate::slack::{
    SlackEmulator,
    api::{
        arguments::Arguments,
        caller::Caller,
        conversations::team_mut,
        error::{Answer, Refusal},
    },
    file::{File, Stage},
    id::fresh,
};

/// Longest description of a picture, in characters.
const MOST_ALT: usize = 1_000;
/// Largest file, in bytes.
const MOST_LENGTH: u64 = 1_073_741_824;
/// Most bytes that a workspace of the emulator keeps.
const MOST_STORED: u64 = 268_435_456;
/// Most files that it keeps.
const MOST_FILES: usize = 10_000;

impl SlackEmulator {
    /// The first of three steps: says where a file may be uploaded to
    /// (<https://docs.slack.dev/reference/methods/files.getUploadURLExternal>).
    pub(super) fn announce_upload(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let name = arguments.required("filename")?.to_owned();
        let length = arguments.count("length")?.filter(|length| *length > 0);
        let length = length.ok_or_else(|| Refusal::arguments("must be more than 0 [json-pointer:/length]"))?;
        let alt = arguments.text("alt_txt")?.map(str::to_owned);
        if alt.as_ref().is_some_and(|alt| alt.chars().count() > MOST_ALT) {
            return Err(Refusal::new("alt_txt_too_large"));
        }
        if let Some(kind) = arguments.text("snippet_type")? {
            let is_word = kind.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
            if !is_word {
                return Err(Refusal::new("unknown_snippet_type"));
            }
        }
        if length > MOST_LENGTH {
            return Err(Refusal::new("file_upload_size_restricted"));
        }
        let (id, ticket) = (self.desk().dice(|rng| fresh(rng, "F", 10)), self.desk().hex(32));
        let created = self.unix_seconds();
        let mut state = self.state();
        let team = team_mut(&mut state, caller)?;
        let stored: u64 = team.files.iter().map(|file| file.length).sum();
        if stored + length > MOST_STORED || team.files.len() >= MOST_FILES {
            return Err(Refusal::new("storage_limit_reached"));
        }
        team.files.push(File {
            id: id.clone(),
            title: name.clone(),
            name,
            ticket: ticket.clone(),
            length,
            alt,
            user: caller.user.clone(),
            created,
            content: None,
            stage: Stage::Announced,
            shares: Vec::new(),
        });
        let url = format!("{}/upload/v1/{ticket}", self.settings().base_url.trim_end_matches('/'));
        Ok(Map::from_iter([("upload_url".to_owned(), json!(url)), ("file_id".to_owned(), json!(id))]))
    }
}

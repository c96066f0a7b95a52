use bytes::Bytes;
use serde_json::{Map, Value, json};

use super::{directory::Directory, ts::Ts};

/// A file, from when it was announced on.
#[derive(Clone, Debug)]
pub(crate) struct File {
    /// `F…`
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) title: String,
    /// Where it may be uploaded to: the end of the path.
    pub(crate) ticket: String,
    /// As it was announced, in bytes.
    pub(crate) length: u64,
    pub(crate) alt: Option<String>,
    /// Who brought it.
    pub(crate) user: String,
    /// In seconds since 1970.
    pub(crate) created: u64,
    /// What it says; none until it was uploaded.
    pub(crate) content: Option<Bytes>,
    pub(crate) stage: Stage,
    /// Where it was shared, and with which message.
    pub(crate) shares: Vec<(String, bool, Ts)>,
}

/// How far a file has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// It may be uploaded.
    Announced,
    /// It is a file like any other.
    Complete,
    /// It is no more.
    Deleted,
}

impl File {
    /// As the Web API and events tell it: <https://docs.slack.dev/reference/objects/file-object>.
    pub(crate) fn json(&self, directory: &Directory, base_url: &str) -> Map<String, Value> {
        let (extension, mimetype) = self.kind();
        let base = format!("{}/files-pri/{}-{}", base_url.trim_end_matches('/'), directory.team_id, self.id);
        let path = slug(&self.name);
        let Value::Object(mut json) = json!({
            "id": self.id,
            "created": self.created,
            "timestamp": self.created,
            "name": self.name,
            "title": self.title,
            "mimetype": mimetype,
            "filetype": extension,
            "pretty_type": extension.to_uppercase(),
            "user": self.user,
            "user_team": directory.team_id,
            "editable": false,
            "size": self.length,
            "mode": "hosted",
            "is_external": false,
            "external_type": "",
            "is_public": self.shares.iter().any(|(_, public, _)| *public),
            "public_url_shared": false,
            "display_as_bot": false,
            "username": "",
            "url_private": format!("{base}/{path}"),
            "url_private_download": format!("{base}/download/{path}"),
            "permalink": format!("https://{}.slack.com/files/{}/{}/{path}", directory.domain, self.user, self.id),
            "has_rich_preview": false,
            "file_access": "visible",
        }) else {
            return Map::new();
        };
        if let Some(alt) = &self.alt {
            json.insert("alt_txt".to_owned(), json!(alt));
        }
        json
    }

    /// The file with where it was shared.
    pub(crate) fn json_with_shares(&self, directory: &Directory, base_url: &str) -> Map<String, Value> {
        let mut json = self.json(directory, base_url);
        let (mut public, mut private) = (Map::new(), Map::new());
        let (mut channels, mut groups, mut directs) = (Vec::new(), Vec::new(), Vec::new());
        for (room, is_public, ts) in &self.shares {
            let into = if *is_public { &mut public } else { &mut private };
            let share = json!({ "ts": ts.to_string(), "team_id": directory.team_id });
            if let Some(list) = into.entry(room.clone()).or_insert_with(|| json!([])).as_array_mut() {
                list.push(share);
            }
            match room.chars().next() {
                Some('D') => directs.push(room),
                _ if *is_public => channels.push(room),
                _ => groups.push(room),
            }
        }
        let mut shares = Map::new();
        for (name, rooms) in [("public", public), ("private", private)] {
            if !rooms.is_empty() {
                shares.insert(name.to_owned(), Value::Object(rooms));
            }
        }
        for (name, value) in [
            ("channels", json!(channels)),
            ("groups", json!(groups)),
            ("ims", json!(directs)),
            ("shares", json!(shares)),
        ] {
            json.insert(name.to_owned(), value);
        }
        json
    }

    /// The media type that its name says.
    pub(crate) fn mimetype(&self) -> &'static str {
        self.kind().1
    }

    /// What its name says it is: the ending, and the media type.
    fn kind(&self) -> (String, &'static str) {
        let (_, ending) = self.name.rsplit_once('.').unwrap_or(("", "text"));
        let ending = ending.to_ascii_lowercase();
        let mimetype = match ending.as_str() {
            "png" => "image/png",
            "jpg" | "jpeg" => "image/jpeg",
            "gif" => "image/gif",
            "webp" => "image/webp",
            "pdf" => "application/pdf",
            "json" => "application/json",
            "csv" => "text/csv",
            "html" => "text/html",
            "zip" => "application/zip",
            "mp3" => "audio/mpeg",
            "mp4" => "video/mp4",
            "txt" | "text" | "md" | "log" => "text/plain",
            _ => "application/octet-stream",
        };
        (ending, mimetype)
    }
}

/// A name as it stands in a URL.
fn slug(name: &str) -> String {
    let sign = |sign: char| match sign.to_ascii_lowercase() {
        sign if sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '_') => sign,
        _ => '_',
    };
    name.chars().map(sign).collect()
}

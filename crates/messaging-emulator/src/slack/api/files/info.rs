use serde_json::{Map, Value, json};

use crate::slack::{
    SlackEmulator,
    api::{
        arguments::Arguments,
        caller::Caller,
        conversations::{team, team_mut},
        error::{Answer, Refusal},
    },
    file::{File, Stage},
    ts::Ts,
};

/// Most files of a page.
const MOST_LISTED: usize = 1_000;

impl SlackEmulator {
    /// Describes a file, and says where it was shared: <https://docs.slack.dev/reference/methods/files.info>.
    pub(super) fn file_info(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let state = self.state();
        let files = &team(&state, caller)?.files;
        let file = known(files.iter(), arguments.required("file")?)?;
        let json = file.json_with_shares(&caller.directory, &self.settings().base_url);
        Ok(Map::from_iter([
            ("file".to_owned(), Value::Object(json)),
            ("comments".to_owned(), json!([])),
            ("response_metadata".to_owned(), json!({ "next_cursor": "" })),
        ]))
    }

    /// The files of a workspace, the newest first: <https://docs.slack.dev/reference/methods/files.list>.
    pub(super) fn list_files(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let (channel, user) = (arguments.text("channel")?, arguments.text("user")?);
        let number = |name, usual: u64| Ok(arguments.count(name)?.unwrap_or(usual).max(1));
        let (count, page) = (number("count", 100)?, number("page", 1)?);
        let each = usize::try_from(count).unwrap_or(MOST_LISTED).min(MOST_LISTED);
        let state = self.state();
        let wanted = team(&state, caller)?.files.iter().rev().filter(|file| {
            let is_in = |channel: &str| file.shares.iter().any(|(other, _, _)| other == channel);
            file.stage == Stage::Complete && channel.is_none_or(is_in) && user.is_none_or(|user| file.user == user)
        });
        let all: Vec<_> = wanted.collect();
        let skipped = usize::try_from(page - 1).unwrap_or(usize::MAX).saturating_mul(each);
        let json = |file: &&File| Value::Object(file.json_with_shares(&caller.directory, &self.settings().base_url));
        let files: Vec<_> = all.iter().skip(skipped).take(each).map(json).collect();
        let paging = json!({ "count": each, "total": all.len(), "page": page, "pages": all.len().div_ceil(each) });
        Ok(Map::from_iter([("files".to_owned(), json!(files)), ("paging".to_owned(), paging)]))
    }

    /// Takes a file away; where it was shared a tombstone stays: <https://docs.slack.dev/reference/methods/files.delete>.
    pub(super) fn delete_file(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let id = arguments.required("file")?.to_owned();
        let shares = {
            let mut state = self.state();
            let files = &mut team_mut(&mut state, caller)?.files;
            known(files.iter(), &id)?;
            let file = files.iter_mut().find(|file| file.id == id).ok_or_else(|| Refusal::new("file_not_found"))?;
            if file.user != caller.user {
                return Err(Refusal::new("cant_delete_file"));
            }
            file.stage = Stage::Deleted;
            file.content = None;
            std::mem::take(&mut file.shares)
        };
        for (channel, _, ts) in shares {
            self.revise(caller.team(), &channel, ts, |message| {
                let files = message.draft.extra.get_mut("files").and_then(Value::as_array_mut);
                for file in files.into_iter().flatten().filter(|file| file.get("id") == Some(&json!(id))) {
                    *file = json!({ "id": id, "mode": "tombstone" });
                }
            });
        }
        self.emit(caller.team(), Ts::after(None, self.desk().wall()), json!({ "type": "file_deleted", "file_id": id }));
        Ok(Map::new())
    }
}

/// The file of this id, if it is one and still there.
fn known<'a>(mut files: impl Iterator<Item = &'a File>, id: &str) -> Result<&'a File, Refusal> {
    let file = files.find(|file| file.id == id).ok_or_else(|| Refusal::new("file_not_found"))?;
    match file.stage {
        Stage::Announced => Err(Refusal::new("file_not_found")),
        Stage::Complete => Ok(file),
        Stage::Deleted => Err(Refusal::new("file_deleted")),
    }
}

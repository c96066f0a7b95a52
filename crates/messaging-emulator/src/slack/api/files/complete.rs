use std::time::Duration;

use serde_json::{Map, Value, json};
use tokio::time::sleep;

use crate::slack::{
    SlackEmulator,
    api::{
        arguments::Arguments,
        blocks,
        caller::Caller,
        chat::{may_post, thread},
        conversations::team_mut,
        error::{Answer, Refusal},
    },
    file::Stage,
    message::Draft,
    room::Kind,
    screen::{kept, of_blocks, plain},
    team::Team,
    ts::Ts,
};

/// Most channels a file is shared with at once.
const MOST_CHANNELS: usize = 100;

impl SlackEmulator {
    /// The third of three steps: makes files of what was uploaded, and shares them a moment later
    /// (<https://docs.slack.dev/reference/methods/files.completeUploadExternal>).
    pub(super) fn complete_upload(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let asked = files(arguments)?;
        let mut channels = arguments.list("channels")?;
        channels.extend(arguments.text("channel_id")?.map(str::to_owned));
        if channels.len() > MOST_CHANNELS {
            return Err(Refusal::new("channels_limit_exceeded"));
        }
        let thread = arguments.text("thread_ts")?.map(thread).transpose()?.filter(|_| channels.len() == 1);
        let blocks = blocks::of_message(arguments)?;
        let text = kept(arguments.text("initial_comment")?.unwrap_or_default());
        let base_url = &self.settings().base_url;
        let (told, shared) = {
            let mut state = self.state();
            if let Some(enterprise) = &caller.enterprise {
                gather(state.teams_mut(), enterprise, caller, &asked);
            }
            let team = team_mut(&mut state, caller)?;
            for channel in &channels {
                may_post(caller, team.room(channel).ok_or_else(|| Refusal::new("channel_not_found"))?)?;
            }
            for (id, _) in &asked {
                let file = team.files.iter().find(|file| file.id == *id && file.user == caller.user);
                let file = file.ok_or_else(|| Refusal::new("file_not_found"))?;
                if file.content.is_none() || file.stage != Stage::Announced {
                    return Err(Refusal::new("file_update_failed"));
                }
            }
            let (mut told, mut shared) = (Vec::new(), Vec::new());
            for (id, title) in &asked {
                let Some(file) = team.files.iter_mut().find(|file| file.id == *id) else { continue };
                file.stage = Stage::Complete;
                if let Some(title) = title {
                    file.title.clone_from(title);
                }
                told.push(Value::Object(file.json_with_shares(&caller.directory, base_url)));
                shared.push((
                    file.id.clone(),
                    Value::Object(file.json(&caller.directory, base_url)),
                    file.name.clone(),
                ));
            }
            (told, shared)
        };
        for (id, _, _) in &shared {
            let event = json!({ "type": "file_created", "file_id": id, "user_id": caller.user, "file": { "id": id } });
            self.emit(caller.team(), Ts::after(None, self.desk().wall()), event);
        }
        if !channels.is_empty() {
            let directory = &caller.directory;
            let said = blocks.as_ref().map_or_else(|| plain(&text, directory), |blocks| of_blocks(blocks, directory));
            let names = shared.iter().map(|(_, _, name)| format!("[{name}]"));
            let read: Vec<_> = Some(said).filter(|said| !said.is_empty()).into_iter().chain(names).collect();
            let files: Vec<_> = shared.iter().map(|(_, file, _)| file.clone()).collect();
            let extra = [("files", json!(files)), ("upload", json!(false)), ("display_as_bot", json!(false))];
            let draft = Draft {
                author: self.spoken_by(caller),
                text,
                read: read.join("\n"),
                blocks,
                attachments: None,
                metadata: None,
                thread,
                broadcast: false,
                subtype: Some("file_share"),
                extra: extra.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            };
            let ids = shared.into_iter().map(|(id, _, _)| id).collect();
            self.share_soon(caller.team().to_owned(), caller.user.clone(), channels, ids, draft);
        }
        Ok(Map::from_iter([("files".to_owned(), json!(told))]))
    }

    /// Sharing takes a moment: until then nothing says where a file is.
    fn share_soon(&self, team: String, user: String, channels: Vec<String>, files: Vec<String>, draft: Draft) {
        let (emulator, moment) = (self.clone(), self.desk().between(50, 1_000));
        tokio::spawn(async move {
            sleep(moment.max(Duration::from_millis(1))).await;
            for channel in channels {
                emulator.share(&team, &user, &channel, &files, draft.clone());
            }
        });
    }

    fn share(&self, team: &str, user: &str, channel: &str, files: &[String], draft: Draft) {
        let Some(published) = self.publish(team, channel, draft) else { return };
        let is_public = {
            let mut state = self.state();
            let Some(team) = state.team_mut(team) else { return };
            let is_public = team.room(channel).is_some_and(|room| room.kind == Kind::Public);
            for file in team.files.iter_mut().filter(|file| files.contains(&file.id)) {
                file.shares.push((channel.to_owned(), is_public, published.ts));
            }
            is_public
        };
        self.desk().note(format_args!("shared {} in {channel}, public: {is_public}", files.join(" ")));
        for id in files {
            let file = json!({ "id": id });
            let event =
                json!({ "type": "file_shared", "channel_id": channel, "file_id": id, "user_id": user, "file": file });
            self.emit(team, published.ts, event);
        }
    }
}

/// `[{"id":"F…","title":"…"}]`
fn files(arguments: &Arguments) -> Result<Vec<(String, Option<String>)>, Refusal> {
    let wrong = || Refusal::arguments("must provide a list of files with an id each [json-pointer:/files]");
    let value = arguments.structure("files").map_err(|()| wrong())?.ok_or_else(wrong)?;
    let list = value.as_array().filter(|list| !list.is_empty()).ok_or_else(wrong)?;
    let word = |file: &Value, name: &str| file.get(name).and_then(Value::as_str).map(str::to_owned);
    list.iter().map(|file| Ok((word(file, "id").ok_or_else(wrong)?, word(file, "title")))).collect()
}

/// Takes what an organization's token has uploaded to the workspace where it is shown: the upload named none.
fn gather(teams: &mut [Team], enterprise: &str, caller: &Caller, asked: &[(String, Option<String>)]) {
    let mut found = Vec::new();
    for team in teams.iter_mut().filter(|team| team.directory.enterprise_id.as_deref() == Some(enterprise)) {
        found.extend(
            team.files
                .extract_if(.., |file| file.stage == Stage::Announced && asked.iter().any(|(id, _)| *id == file.id)),
        );
    }
    if let Some(team) = teams.iter_mut().find(|team| team.directory.team_id == caller.team()) {
        team.files.append(&mut found);
    }
}

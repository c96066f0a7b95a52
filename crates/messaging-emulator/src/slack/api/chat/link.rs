use std::fmt::Write;

use serde_json::{Map, Value, json};

use crate::slack::{
    SlackEmulator,
    api::{
        arguments::Arguments,
        caller::Caller,
        conversations::{can_see, seen, team},
        error::{Answer, Refusal},
    },
    ts::Ts,
};

impl SlackEmulator {
    /// Where a message is found in a browser: <https://docs.slack.dev/reference/methods/chat.getPermalink>.
    pub(super) fn permalink(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        let state = self.state();
        let room = seen(&state, caller, arguments)?;
        let found = Ts::read(arguments.required("message_ts")?).and_then(|ts| room.find(ts));
        let message = found.ok_or_else(|| Refusal::new("message_not_found"))?;
        let (domain, ts) = (&caller.directory.domain, message.ts.to_string().replace('.', ""));
        let mut link = format!("https://{domain}.slack.com/archives/{}/p{ts}", room.id);
        if let Some(thread) = message.draft.thread {
            let _ = write!(link, "?thread_ts={thread}&cid={}", room.id);
        }
        Ok(Map::from_iter([("channel".to_owned(), json!(room.id)), ("permalink".to_owned(), json!(link))]))
    }

    /// Shows below a message what its links are about: <https://docs.slack.dev/reference/methods/chat.unfurl>.
    pub(super) fn unfurl(&self, caller: &Caller, arguments: &Arguments) -> Answer {
        arguments.flag("user_auth_required")?;
        let format = || Refusal::new("invalid_unfurls_format");
        if arguments.text("unfurl_id")?.is_some() || arguments.text("source")?.is_some() {
            // Composers are not emulated, so that no such id was ever given out.
            return Err(Refusal::new("invalid_unfurl_id"));
        }
        let missing = |name, error| arguments.text(name)?.ok_or_else(|| Refusal::new(error));
        let (channel, ts) = (missing("channel", "missing_channel")?, missing("ts", "missing_ts")?);
        let Some(unfurls) = arguments.structure("unfurls").map_err(|()| format())? else {
            return Err(Refusal::new("missing_unfurls"));
        };
        let unfurls =
            unfurls.as_object().filter(|unfurls| unfurls.values().all(Value::is_object)).ok_or_else(format)?;
        let (id, ts) = {
            let state = self.state();
            let room = team(&state, caller)?.room(channel).filter(|room| can_see(caller, room));
            let room = room.ok_or_else(|| Refusal::new("cannot_find_channel"))?;
            let message = Ts::read(ts).and_then(|ts| room.find(ts));
            let message = message.ok_or_else(|| Refusal::new("cannot_find_message"))?;
            // Slack keeps `&` escaped in what it keeps.
            let is_in = |url: &String| message.draft.text.replace("&amp;", "&").contains(url.as_str());
            if !unfurls.keys().all(is_in) {
                return Err(Refusal::new("cannot_unfurl_url"));
            }
            (room.id.clone(), message.ts)
        };
        let shown: Vec<_> = unfurls.iter().map(|(url, unfurl)| attachment(caller, url, unfurl)).collect();
        let changed = self.revise(caller.team(), &id, ts, |message| message.draft.attachments = Some(json!(shown)));
        changed.map(|_| Map::new()).ok_or_else(|| Refusal::new("cannot_find_message"))
    }
}

/// An unfurl as the attachment that it becomes.
fn attachment(caller: &Caller, url: &str, unfurl: &Value) -> Value {
    let mut attachment = unfurl.as_object().cloned().unwrap_or_default();
    attachment.insert("from_url".to_owned(), json!(url));
    attachment.insert("original_url".to_owned(), json!(url));
    attachment.insert("is_app_unfurl".to_owned(), json!(true));
    attachment.insert("app_unfurl_url".to_owned(), json!(url));
    attachment.insert("app_id".to_owned(), json!(caller.directory.app_id));
    Value::Object(attachment)
}

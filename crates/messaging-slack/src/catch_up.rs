//! What was said while nobody listened: `conversations.history`, and `conversations.replies` for threads, which the
//! history leaves out; `users.conversations` for direct messages that nobody has told of.
//! <https://docs.slack.dev/messaging/retrieving-messages>

use async_trait::async_trait;
use messaging_core::{Context, Event, ListMissed, Missed, Place, Result, UnixMillis, capability::CatchUp};
use serde_json::{Value, json};

use crate::{
    Slack,
    client::{Csv, users},
    place,
    place::Destination,
    records::Range,
    ts,
};

/// Messages on one page, as Slack recommends.
const PAGE: u32 = 200;
/// Messages on one page, and the most Slack gives, to apps whose reading it restricts.
const RESTRICTED_PAGE: u32 = 15;
/// Workspaces whose direct messages are listed at most.
const WORKSPACES: usize = 500;

#[async_trait]
impl CatchUp for Slack {
    /// Lists one page of what was said since, as callbacks would have told it. A channel names its threads in which
    /// something was said, a thread the channel that it is in, a workspace the direct messages that it holds.
    async fn missed(&self, _: &Context, request: ListMissed) -> Result<Missed> {
        let ListMissed { conversation, since, cursor, .. } = request;
        if place::is_workspace(&conversation) {
            return self.direct_messages(&conversation, cursor).await;
        }
        let destination = Destination::of(&conversation, None)?;
        // First of all: what is read may be all that is read within a minute.
        let heard = self.heard_by(&conversation).await?;
        let limit = if self.restricted_history { RESTRICTED_PAGE } else { PAGE };
        // With `oldest` alone, Slack goes forward from there.
        let range = Range { oldest: Some(ts::written(since)), latest: None, limit, cursor };
        let page = self.api_for(&conversation).await?.records(destination, &range).await?;
        let mut records: Vec<_> = page.messages.into_iter().filter_map(|record| Some((at(&record)?, record))).collect();
        // A thread's root is told with every page.
        records.retain(|(_, record)| moment(record, "ts").is_some_and(|moment| moment >= since));
        records.sort_by_key(|(at, _)| *at);
        let mut events: Vec<Event> = Vec::new();
        for (_, record) in &records {
            events.extend(self.recorded(&heard.callback(destination.channel, record))?);
        }
        let team = conversation.part(0).unwrap_or_default();
        let places = if destination.thread.is_some() {
            vec![around(team, destination.channel)]
        } else {
            let busy = |record: &&Value| moment(record, "latest_reply").is_some_and(|latest| latest >= since);
            let roots = records.iter().map(|(_, record)| record).filter(busy).filter_map(|record| text(record, "ts"));
            roots.map(|root| place::thread(team, destination.channel, root)).collect()
        };
        Ok(Missed::new(events, places, page.next))
    }

    /// Names the workspaces, whose direct messages are listed with the scope `im:read`.
    async fn listings(&self, _: &Context) -> Result<Vec<Place>> {
        let home = self.identity.get().and_then(|identity| identity.team.clone()).filter(|_| self.api.is_some());
        let mut teams: Vec<_> = home.into_iter().collect();
        if let Some(workspaces) = &self.workspaces {
            let installed = workspaces.all(WORKSPACES).await?;
            teams.extend(installed.into_iter().filter_map(|installed| installed.team.or(installed.enterprise)));
        }
        teams.sort_unstable();
        teams.dedup();
        Ok(teams.iter().map(|team| place::workspace(team)).collect())
    }
}

/// Who would have heard it: an installation, its bot and its app, as far as they are known.
struct Listener {
    workspace: String,
    bot: Option<String>,
    app: Option<String>,
    is_direct: bool,
}

impl Slack {
    /// Names one page of the direct messages that the bot is in.
    async fn direct_messages(&self, workspace: &Place, cursor: Option<String>) -> Result<Missed> {
        let team = workspace.part(0).unwrap_or_default();
        let asked = users::Conversations::new().types(Csv::from("im")).limit(PAGE);
        let page = self.client_for(workspace).await?.page(asked, cursor).await?.value;
        let channels = page.items.iter().filter_map(|channel| channel.id.as_deref());
        Ok(Missed::new(Vec::new(), channels.map(|channel| place::dm(team, channel)).collect(), page.next))
    }

    async fn heard_by(&self, place: &Place) -> Result<Listener> {
        let workspace = place.part(0).unwrap_or_default().to_owned();
        let channel = place.part(1).unwrap_or_default();
        let installed = match &self.workspaces {
            Some(workspaces) => workspaces.find(&workspace).await?,
            None => None,
        };
        let detail = |key: &str| installed.as_ref()?.details.get(key)?.as_str().map(str::to_owned);
        let mut bot = detail("bot_user");
        if bot.is_none() && self.api.is_some() {
            // A mention that is not seen to be one would be stored as talk among others, and never answered.
            if self.identity.get().is_none() {
                self.identify().await?;
            }
            bot = self.identity.get().and_then(|identity| identity.user.clone());
        }
        let is_direct = place.kind() == "dm" || channel.starts_with('D');
        Ok(Listener { workspace, bot, app: detail("app"), is_direct })
    }
}

impl Listener {
    /// The callback that would have told a record. It has no id of its own: the message's is the same.
    fn callback(&self, channel: &str, record: &Value) -> Value {
        let whole = self.workspace.starts_with('E');
        let (team, enterprise) = if whole { (None, Some(&self.workspace)) } else { (Some(&self.workspace), None) };
        let mut event = record.clone();
        if let Value::Object(fields) = &mut event {
            fields.insert("type".to_owned(), json!("message"));
            fields.insert("channel".to_owned(), json!(channel));
            fields.insert("channel_type".to_owned(), json!(if self.is_direct { "im" } else { "channel" }));
        }
        json!({
            "type": "event_callback",
            "team_id": self.workspace,
            "api_app_id": self.app,
            "authorizations": [{
                "enterprise_id": enterprise, "team_id": team, "user_id": self.bot, "is_bot": self.bot.is_some(),
                "is_enterprise_install": whole,
            }],
            "event": event,
        })
    }
}

/// The conversation that a thread is in.
fn around(team: &str, channel: &str) -> Place {
    if channel.starts_with('D') { place::dm(team, channel) } else { place::channel(team, channel) }
}

fn at(record: &Value) -> Option<(u64, u32)> {
    ts::parse(text(record, "ts")?)
}

fn moment(record: &Value, key: &str) -> Option<UnixMillis> {
    ts::moment(text(record, key)?)
}

fn text<'r>(record: &'r Value, key: &str) -> Option<&'r str> {
    record.get(key).and_then(Value::as_str).filter(|text| !text.is_empty())
}

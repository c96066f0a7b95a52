use serde_json::{Map, Value, json};

use super::{
    Origin, Question,
    outcome::{ActError, SlackOutcome},
};
use crate::{
    Shown,
    slack::{SlackEmulator, directory::ENTERPRISE_NAME, events::OLD_TOKEN},
};

impl SlackEmulator {
    /// Has a person use a slash command: <https://docs.slack.dev/interactivity/implementing-slash-commands>.
    ///
    /// What the app answers at once is shown as it asks; a failure is shown to the person as Slackbot words it.
    ///
    /// # Errors
    /// There is no such person, channel or command.
    pub async fn command(
        &self,
        user: &str,
        channel: &str,
        command: &str,
        text: &str,
    ) -> Result<SlackOutcome, ActError> {
        let settings = self.settings();
        let known = &settings.app.commands;
        if !command.starts_with('/') || !(known.is_empty() || known.iter().any(|known| known == command)) {
            return Err(ActError::NoSuchCommand);
        }
        let directory = self.workplace_of(user).ok_or(ActError::NoSuchUser)?;
        let name = directory.name_of(user).unwrap_or_default().to_owned();
        let is_organizations = self.state().installed_by(&directory).is_some();
        let channel_name = self.state().room(channel).map(|room| room.name().to_owned());
        let channel_name = channel_name.ok_or(ActError::NoSuchChannel)?;
        let (room, person) = (channel.to_owned(), user.to_owned());
        let origin = Origin { channel: room, user: person, message: None, thread: None };
        let fields = [
            ("token", OLD_TOKEN.to_owned()),
            ("team_id", directory.team_id.clone()),
            ("team_domain", directory.domain.clone()),
            ("channel_id", channel.to_owned()),
            ("channel_name", channel_name),
            ("user_id", user.to_owned()),
            ("user_name", name),
            ("command", command.to_owned()),
            ("text", text.to_owned()),
            ("api_app_id", settings.app_id.clone()),
            ("is_enterprise_install", is_organizations.to_string()),
            ("response_url", self.response_url("commands", origin.clone())),
            ("trigger_id", self.trigger(user, None)),
        ];
        let enterprise = directory
            .enterprise_id
            .as_ref()
            .map(|id| [("enterprise_id", id.clone()), ("enterprise_name", ENTERPRISE_NAME.to_owned())]);
        let fields = fields.into_iter().chain(enterprise.into_iter().flatten());
        let fields: Map<_, _> = fields.map(|(name, value)| (name.to_owned(), json!(value))).collect();
        let asked = self.ask(Question::Command(fields)).await;
        if let Some(failure) = asked.failure {
            self.slackbot(&origin, &format!("{command} failed with the error \"{failure}\""));
            return Ok(SlackOutcome::of(&asked));
        }
        let is_public = asked.said.get("response_type").and_then(Value::as_str) == Some("in_channel");
        if is_public {
            self.show_typed(&origin, format!("{command} {text}").trim_end());
        }
        let answer = match &asked.said {
            Value::String(text) => json!({ "text": text }),
            other => other.clone(),
        };
        let says = ["text", "blocks", "attachments"].into_iter().any(|name| answer.get(name).is_some());
        if says && let Err(wrong) = self.take(&origin, &answer) {
            self.desk().warn(format!("{command}: the answer shows nothing: {wrong}"));
        }
        Ok(SlackOutcome::of(&asked))
    }

    /// Everybody sees the command where its answer is for everybody.
    fn show_typed(&self, origin: &Origin, text: &str) {
        let wall = self.desk().wall();
        let Some(ts) = self.state().room_mut(&origin.channel).map(|room| room.tick(wall)) else { return };
        self.desk().show(Shown {
            seq: 0,
            place: origin.channel.clone(),
            thread: None,
            id: ts.to_string(),
            author: origin.user.clone(),
            from_app: false,
            text: text.to_owned(),
            at: 0,
        });
    }
}

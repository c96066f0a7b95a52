use messaging::Secret;
use messaging_emulator::{SlackEmulator, SlackSettings, TwilioEmulator, TwilioSettings, slack::SlackDelivery};
use serde_json::{Value, json};

use super::doors::Doors;
use crate::{
    banner::{Row, moved, rows},
    config::{AgentChoice, StorePlace},
    emulators::{slack_variables, twilio_variables},
    env_file::Variables,
    paint::Paint,
};

/// What `dev` tells about itself: to people, to scripts, and to the console's page.
pub(super) struct Words {
    gateway: String,
    console: Option<String>,
    /// Default ports that moved: gateway, console, Twilio, Slack.
    moved: [Option<u16>; 4],
    twilio: TwilioSettings,
    slack: SlackSettings,
    agent: String,
    store: StorePlace,
}

impl Words {
    pub(super) fn new(
        doors: &Doors,
        twilio: &TwilioEmulator,
        slack: &SlackEmulator,
        agent: &AgentChoice,
        store: &StorePlace,
        token: &Secret,
    ) -> Self {
        // In the fragment, which no browser sends anywhere.
        let console = doors.console.as_ref().map(|door| format!("{}/#t={}", door.url(), token.expose()));
        let console_moved = doors.console.as_ref().and_then(|door| door.instead_of);
        Self {
            gateway: doors.gateway.url(),
            console,
            moved: [doors.gateway.instead_of, console_moved, doors.twilio.instead_of, doors.slack.instead_of],
            twilio: twilio.settings().clone(),
            slack: slack.settings().clone(),
            agent: agent.to_string(),
            store: store.clone(),
        }
    }

    /// Where the console is, its token included.
    pub(super) fn console_url(&self) -> Option<&str> {
        self.console.as_deref()
    }

    /// What `--write-env` writes.
    pub(super) fn variables(&self) -> Variables {
        let mut variables = vec![("MESSAGING_GATEWAY_URL", self.gateway.clone())];
        variables.extend(self.console.clone().map(|url| ("MESSAGING_CONSOLE_URL", url)));
        variables.extend(twilio_variables(&self.twilio));
        variables.extend(slack_variables(&self.slack));
        if self.by_socket() {
            variables.push(("SLACK_APP_TOKEN", self.slack.app.app_token.clone()));
        }
        variables
    }

    /// Whether Slack's events come over connections that the gateway opens.
    fn by_socket(&self) -> bool {
        self.slack.app.delivery == SlackDelivery::Socket
    }

    /// What the console's page is told. No secret: the token is all it needs.
    pub(super) fn info(&self) -> Value {
        json!({
            "mode": "dev",
            "agent": self.agent,
            "store": self.store.to_string(),
            "chat": format!("{}/chat", self.gateway),
            "emulators": {
                "twilio": {
                    "path": "/emulator/twilio",
                    "base_url": self.twilio.base_url,
                    "account_sid": self.twilio.account_sid,
                    "phone_number": self.twilio.phone_numbers.first(),
                },
                "slack": {
                    "path": "/emulator/slack",
                    "base_url": self.slack.base_url,
                    "team_id": self.slack.team_id,
                    "user_id": self.slack.user_id,
                    "bot_user_id": self.slack.bot_user_id,
                    "channel": self.slack.channel,
                    "dm_channel": self.slack.dm_channel,
                },
            },
        })
    }

    /// The banner.
    pub(super) fn banner(&self, paint: Paint, opened: bool) -> String {
        let [gateway, console, twilio, slack] = self.moved.map(moved);
        let number = self.twilio.phone_numbers.first().map_or("no number", String::as_str);
        let open = if opened { "   opened in your browser (--no-open to skip)" } else { "" };
        let url =
            self.console.as_ref().map_or_else(|| "none (--headless)".to_owned(), |url| format!("{url}{console}{open}"));
        let agent = if self.agent.starts_with("built-in") {
            format!("{} (no key needed) · swap: --agent http://127.0.0.1:9000/agent", self.agent)
        } else {
            self.agent.clone()
        };
        let store = match &self.store {
            StorePlace::Memory => format!("{} (--db ./messaging.db to keep)", self.store),
            StorePlace::Sqlite(_) => self.store.to_string(),
        };
        let sid: String = self.twilio.account_sid.chars().take(8).collect();
        let (called, told) =
            if self.by_socket() { ("twilio", "Socket Mode") } else { ("{twilio,slack}", "signs webhooks: yes") };
        let table: [Row; 8] = [
            ("Console", url),
            ("Gateway", format!("{}/webhooks/{called}{gateway}", self.gateway)),
            ("Web chat", format!("{}/chat", self.gateway)),
            ("Twilio emu", format!("{}   {sid}…  {number}   signs webhooks: yes{twilio}", self.twilio.base_url)),
            ("Slack emu", format!("{}   #general  {}   {told}{slack}", self.slack.base_url, self.slack.channel)),
            ("Agent", agent),
            ("Store", store),
            ("Secrets", "generated for this run, shown by --print-secrets".to_owned()),
        ];
        let remark = "(not for production: see `messaging serve`)";
        format!("{}\n{}", rows(paint, "dev", remark, &table), self.try_it())
    }

    fn try_it(&self) -> String {
        let url = match self.moved {
            [_, _, None, _] if self.twilio.base_url.ends_with(":7402") => String::new(),
            _ => format!(" --url {}", self.twilio.base_url),
        };
        let where_ = if self.console.is_some() { "type in any phone in the console, or run" } else { "run" };
        format!("Try: {where_}   messaging trigger sms --from +15550100002 --body \"hi\"{url}")
    }
}

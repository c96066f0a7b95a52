//! A conversation's own webhooks
//! (<https://www.twilio.com/docs/conversations-classic/api/conversation-scoped-webhook-resource>).

use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::{
    Outcome, Refusal,
    call::{Call, Parameters},
    conversations::no_content,
    events::SCOPED,
    fields,
    form::Form,
    page::Page,
};
use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        dates,
        records::{Conversation, Scoped, Target},
        sid::is_sid,
    },
};

const CREATE: Parameters = Parameters {
    operation: "POST Conversations Webhooks",
    known: &[
        "Target",
        "Configuration.Url",
        "Configuration.Method",
        "Configuration.Filters",
        "Configuration.Triggers",
        "Configuration.FlowSid",
        "Configuration.ReplayAfter",
    ],
    idle: &[],
};
const UPDATE: Parameters = Parameters {
    operation: "POST Conversations Webhook",
    known: &[
        "Configuration.Url",
        "Configuration.Method",
        "Configuration.Filters",
        "Configuration.Triggers",
        "Configuration.FlowSid",
    ],
    idle: &[],
};
const LIST: Parameters =
    Parameters { operation: "GET Conversations Webhooks", known: &["PageSize", "Page", "PageToken"], idle: &[] };

/// Most webhooks of a conversation, and most words of one.
const MOST: usize = 5;

impl TwilioEmulator {
    /// `POST …/Conversations/{C}/Webhooks`
    pub(crate) fn create_scoped_webhook(&self, call: &Call, name: &str) -> Outcome {
        let form = self.form(call, CREATE)?;
        let conversation = self.find(call, name)?;
        let target = match form.get("Target") {
            None => return Err(Refusal::invalid(50_368, "Conversation webhook type not provided")),
            Some("webhook") => Target::Webhook,
            Some("trigger") => Target::Trigger,
            Some("studio") => Target::Studio,
            Some(_) => return Err(Refusal::invalid(50_364, "Invalid conversation webhook type")),
        };
        let replay_after = form.get("Configuration.ReplayAfter").map(str::parse).transpose();
        let now = self.desk.wall();
        let mut webhook = Scoped {
            sid: self.sid("WH"),
            target,
            url: None,
            method: Method::POST,
            filters: Vec::new(),
            triggers: Vec::new(),
            flow_sid: None,
            replay_after: replay_after.map_err(|_| Refusal::invalid(50_516, "Message index is not a number"))?,
            created: now,
            updated: now,
        };
        configure(&mut webhook, &form)?;
        self.change(call, &conversation.sid, |conversation| {
            if conversation.webhooks.len() >= MOST {
                return Err(Refusal::new(StatusCode::FORBIDDEN, 50_361, "Too many conversation webhooks"));
            }
            conversation.webhooks.push(webhook.clone());
            Ok(())
        })??;
        self.replay(&conversation, &webhook);
        Ok(json_answer(StatusCode::CREATED, &self.scoped_webhook(&conversation, &webhook, &call.root)))
    }

    /// `POST …/Conversations/{C}/Webhooks/{WH}`: changes what is named, never the target.
    pub(crate) fn update_scoped_webhook(&self, call: &Call, name: &str, sid: &str) -> Outcome {
        let form = self.form(call, UPDATE)?;
        let conversation = self.find(call, name)?;
        let mut webhook = scoped(&conversation, sid).ok_or_else(|| call.not_found())?.clone();
        configure(&mut webhook, &form)?;
        webhook.updated = self.desk.wall();
        self.change(call, &conversation.sid, |conversation| {
            if let Some(kept) = conversation.webhooks.iter_mut().find(|kept| kept.sid == sid) {
                kept.clone_from(&webhook);
            }
        })?;
        Ok(json_answer(StatusCode::OK, &self.scoped_webhook(&conversation, &webhook, &call.root)))
    }

    /// `GET …/Conversations/{C}/Webhooks`
    pub(crate) fn list_scoped_webhooks(&self, call: &Call, name: &str) -> Outcome {
        self.check(&call.query, LIST);
        let conversation = self.find(call, name)?;
        let page = Page::cut(conversation.webhooks.clone(), &call.query, MOST, |webhook| &webhook.sid)?;
        let json = |webhook| self.scoped_webhook(&conversation, webhook, &call.root);
        let items = page.items.iter().map(json).collect();
        Ok(json_answer(StatusCode::OK, &page.meta(&self.absolute(&call.path), "webhooks", items)))
    }

    /// `GET …/Conversations/{C}/Webhooks/{WH}`
    pub(crate) fn fetch_scoped_webhook(&self, call: &Call, name: &str, sid: &str) -> Outcome {
        let conversation = self.find(call, name)?;
        let webhook = scoped(&conversation, sid).ok_or_else(|| call.not_found())?;
        Ok(json_answer(StatusCode::OK, &self.scoped_webhook(&conversation, webhook, &call.root)))
    }

    /// `DELETE …/Conversations/{C}/Webhooks/{WH}`
    pub(crate) fn delete_scoped_webhook(&self, call: &Call, name: &str, sid: &str) -> Outcome {
        let conversation = self.find(call, name)?;
        scoped(&conversation, sid).ok_or_else(|| call.not_found())?;
        self.change(call, &conversation.sid, |kept| kept.webhooks.retain(|other| other.sid != sid))?;
        Ok(no_content())
    }

    fn scoped_webhook(&self, conversation: &Conversation, webhook: &Scoped, root: &str) -> Value {
        let path = format!("{root}/Conversations/{}/Webhooks/{}", conversation.sid, webhook.sid);
        let (url, method) = (&webhook.url, webhook.method.as_str().to_ascii_lowercase());
        let replay_after = webhook.replay_after;
        let (target, configuration) = match webhook.target {
            Target::Webhook => {
                let filters = &webhook.filters;
                let fields = json!({ "url": url, "method": method, "filters": filters, "replay_after": replay_after });
                ("webhook", fields)
            }
            Target::Trigger => {
                let triggers = &webhook.triggers;
                let fields =
                    json!({ "url": url, "method": method, "triggers": triggers, "replay_after": replay_after });
                ("trigger", fields)
            }
            Target::Studio => (
                "studio",
                json!({ "flow_sid": webhook.flow_sid, "filters": webhook.filters, "replay_after": replay_after }),
            ),
        };
        json!({
            "sid": webhook.sid,
            "account_sid": self.account.settings.account_sid,
            "chat_service_sid": conversation.service_sid,
            "conversation_sid": conversation.sid,
            "target": target,
            "configuration": configuration,
            "date_created": dates::iso(webhook.created),
            "date_updated": dates::iso(webhook.updated),
            "url": self.absolute(&path),
        })
    }
}

fn scoped<'a>(conversation: &'a Conversation, sid: &str) -> Option<&'a Scoped> {
    conversation.webhooks.iter().find(|webhook| webhook.sid == sid)
}

/// Writes into a webhook what was asked for, and sees that it has what its target needs.
fn configure(webhook: &mut Scoped, form: &Form) -> Result<(), Refusal> {
    let refuse = |code, message| Err(Refusal::invalid(code, message));
    webhook.url = fields::url(form, "Configuration.Url")?.or(webhook.url.take()).filter(|url| !url.is_empty());
    if let Some(method) = fields::method(form, "Configuration.Method")? {
        webhook.method = method;
    }
    if let Some(filters) = fields::filters(form, "Configuration.Filters", &SCOPED)? {
        webhook.filters = filters;
    }
    if form.has("Configuration.Triggers") {
        webhook.triggers = form.all("Configuration.Triggers").map(str::to_owned).collect();
    }
    if webhook.triggers.len() > MOST {
        return refuse(50_362, "Too many conversation webhook triggers");
    }
    if webhook.triggers.iter().any(|word| word.trim().is_empty() || word.chars().count() > 256) {
        return refuse(50_366, "Invalid conversation webhook trigger");
    }
    webhook.flow_sid = form.text("Configuration.FlowSid").or(webhook.flow_sid.take());
    match webhook.target {
        Target::Studio if !webhook.flow_sid.as_deref().is_some_and(|sid| is_sid("FW", sid)) => {
            refuse(50_367, "Invalid conversation webhook flow SID")
        }
        Target::Webhook | Target::Trigger if webhook.url.is_none() => {
            refuse(50_369, "Conversation webhook URL not provided")
        }
        Target::Webhook if webhook.filters.is_empty() => refuse(50_370, "Conversation webhook filter not provided"),
        Target::Trigger if webhook.triggers.is_empty() => refuse(50_371, "Conversation webhook trigger not provided"),
        _ => Ok(()),
    }
}

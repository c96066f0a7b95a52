//! Whom the account and its services tell
//! (<https://www.twilio.com/docs/conversations-classic/api/conversation-webhook-resource>).

use http::StatusCode;
use serde_json::{Value, json};

use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        api::{
            Outcome, Refusal,
            call::{Call, Parameters},
            events::ALL,
            fields,
            form::Form,
        },
        records::Hook,
    },
};

const ACCOUNT: Parameters = Parameters {
    operation: "POST Configuration Webhooks",
    known: &["Method", "Filters", "PreWebhookUrl", "PostWebhookUrl", "Target"],
    idle: &[],
};
const SERVICE: Parameters = Parameters {
    operation: "POST Services Configuration Webhooks",
    known: &["PreWebhookUrl", "PostWebhookUrl", "Filters", "Method"],
    idle: &[],
};

impl TwilioEmulator {
    /// `GET /v1/Configuration/Webhooks`, `GET /v1/Services/{IS}/Configuration/Webhooks`
    pub(crate) fn fetch_webhooks(&self, call: &Call) -> Outcome {
        let mut records = self.records();
        let hook = if call.service.is_empty() {
            records.hook.clone()
        } else {
            records.service(&call.service).ok_or_else(|| call.not_found())?.hook.clone()
        };
        Ok(json_answer(StatusCode::OK, &self.hook(&hook, call)))
    }

    /// `POST` of the same: changes what is named; an empty URL takes it away.
    pub(crate) fn update_webhooks(&self, call: &Call) -> Outcome {
        let is_account = call.service.is_empty();
        let form = self.form(call, if is_account { ACCOUNT } else { SERVICE })?;
        let mut records = self.records();
        let kept = if is_account {
            &mut records.hook
        } else {
            &mut records.service(&call.service).ok_or_else(|| call.not_found())?.hook
        };
        let mut hook = kept.clone();
        change(&mut hook, &form, is_account)?;
        kept.clone_from(&hook);
        Ok(json_answer(StatusCode::OK, &self.hook(&hook, call)))
    }

    fn hook(&self, hook: &Hook, call: &Call) -> Value {
        let root = if call.service.is_empty() { "/v1" } else { call.root.as_str() };
        let mut body = json!({
            "account_sid": self.account.settings.account_sid,
            "pre_webhook_url": hook.pre_url,
            "post_webhook_url": hook.post_url,
            "method": hook.method.as_str(),
            "filters": hook.filters,
            "url": self.absolute(&format!("{root}/Configuration/Webhooks")),
        });
        if let Some(fields) = body.as_object_mut() {
            if call.service.is_empty() {
                fields.insert("target".to_owned(), hook.target.clone().into());
            } else {
                fields.insert("chat_service_sid".to_owned(), call.service.clone().into());
            }
        }
        body
    }
}

fn change(hook: &mut Hook, form: &Form, is_account: bool) -> Result<(), Refusal> {
    if let Some(url) = fields::url(form, "PreWebhookUrl")? {
        hook.pre_url = Some(url).filter(|url| !url.is_empty());
    }
    if let Some(url) = fields::url(form, "PostWebhookUrl")? {
        hook.post_url = Some(url).filter(|url| !url.is_empty());
    }
    if let Some(method) = fields::method(form, "Method")? {
        hook.method = method;
    }
    if let Some(filters) = fields::filters(form, "Filters", &ALL)? {
        hook.filters = Some(filters);
    }
    match form.get("Target") {
        Some(target @ ("webhook" | "flex")) if is_account => target.clone_into(&mut hook.target),
        Some(_) if is_account => return Err(Refusal::invalid(50_364, "Invalid conversation webhook type")),
        _ => {}
    }
    Ok(())
}

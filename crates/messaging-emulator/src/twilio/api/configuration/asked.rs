use http::Method;

use crate::twilio::{
    address,
    api::{Refusal, events::SCOPED, fields, form::Form},
    records::AutoCreation,
    sid::is_sid,
};

/// The kinds of addresses that a configuration may be for.
const KINDS: [&str; 8] = ["sms", "whatsapp", "messenger", "gbm", "email", "rcs", "apple", "chat"];

/// No automatic creation.
pub(super) fn none() -> AutoCreation {
    AutoCreation {
        enabled: false,
        kind: "default".to_owned(),
        service_sid: None,
        webhook_url: None,
        webhook_method: Method::POST,
        webhook_filters: Vec::new(),
        studio_flow_sid: None,
        studio_retry_count: None,
    }
}

/// The kind of an address, and the address itself, which has to be of that kind.
pub(super) fn kind_and_address(form: &Form) -> Result<(String, String), Refusal> {
    let kind = form.text("Type").filter(|kind| KINDS.contains(&kind.as_str()));
    let kind = kind.ok_or_else(|| invalid("Type must be sms, whatsapp, messenger, gbm, email, rcs, apple or chat"))?;
    let address = form.text("Address").filter(|address| address.chars().count() <= 256);
    let address = address.ok_or_else(|| invalid("Address must be given, and have 256 characters at most"))?;
    let is_of_kind = match kind.as_str() {
        "sms" | "rcs" | "whatsapp" | "messenger" => {
            let channel = address::parse(&address).map(|(channel, _)| channel.lower());
            // A short code has no plus.
            let is_short = matches!(address.len(), 5 | 6) && address.bytes().all(|byte| byte.is_ascii_digit());
            channel == Some(kind.as_str()) || (kind == "sms" && is_short)
        }
        "email" => address.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty()),
        _ => true,
    };
    if is_of_kind { Ok((kind, address)) } else { Err(invalid("Address is none of that Type")) }
}

/// Writes what was asked for.
pub(super) fn apply(creation: &mut AutoCreation, form: &Form) -> Result<(), Refusal> {
    creation.enabled = fields::flag(form, "AutoCreation.Enabled")?.unwrap_or(creation.enabled);
    match form.get("AutoCreation.Type") {
        None => {}
        Some(kind @ ("webhook" | "studio" | "default")) => kind.clone_into(&mut creation.kind),
        Some(_) => return Err(invalid("AutoCreation.Type must be webhook, studio or default")),
    }
    if let Some(sid) = form.text("AutoCreation.ConversationServiceSid") {
        creation.service_sid = Some(sid);
    }
    if let Some(url) = fields::url(form, "AutoCreation.WebhookUrl")? {
        creation.webhook_url = Some(url).filter(|url| !url.is_empty());
    }
    if let Some(method) = fields::method(form, "AutoCreation.WebhookMethod")? {
        creation.webhook_method = method;
    }
    if let Some(filters) = fields::filters(form, "AutoCreation.WebhookFilters", &SCOPED)? {
        creation.webhook_filters = filters;
    }
    if let Some(sid) = form.text("AutoCreation.StudioFlowSid") {
        if !is_sid("FW", &sid) {
            return Err(Refusal::invalid(50_367, "Invalid conversation webhook flow SID"));
        }
        creation.studio_flow_sid = Some(sid);
    }
    if let Some(count) = form.get("AutoCreation.StudioRetryCount") {
        let count = count.parse().map_err(|_| invalid("AutoCreation.StudioRetryCount must be a number"))?;
        creation.studio_retry_count = Some(count);
    }
    match creation.kind.as_str() {
        "webhook" if creation.webhook_url.is_none() => {
            Err(Refusal::invalid(50_369, "Conversation webhook URL not provided"))
        }
        "studio" if creation.studio_flow_sid.is_none() => {
            Err(Refusal::invalid(50_367, "Invalid conversation webhook flow SID"))
        }
        _ => Ok(()),
    }
}

fn invalid(cause: &str) -> Refusal {
    Refusal::invalid(20_422, format!("Invalid Parameter: {cause}"))
}

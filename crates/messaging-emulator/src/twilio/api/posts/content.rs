use serde_json::{Map, Value};

use crate::twilio::{
    api::{Refusal, form::Form},
    sid::is_sid,
};

/// Most characters of all variables together, as JSON.
const LONGEST: usize = 27_801;

/// The template that a message is made of. Its variables need it, and are a JSON object of short names and texts.
pub(super) fn content_sid(form: &Form) -> Result<Option<String>, Refusal> {
    let (sid, variables) = (form.text("ContentSid"), form.get("ContentVariables"));
    if sid.as_deref().is_some_and(|sid| !is_sid("HX", sid)) {
        return Err(Refusal::invalid(50_526, "Invalid content SID"));
    }
    let Some(variables) = variables else { return Ok(sid) };
    if sid.is_none() {
        return Err(Refusal::invalid(50_528, "Content SID is missing"));
    }
    if variables.chars().count() > LONGEST {
        return Err(Refusal::invalid(50_529, "Content variables are too long"));
    }
    let object: Map<String, Value> =
        serde_json::from_str(variables).map_err(|_| Refusal::invalid(50_527, "Invalid content variables format"))?;
    if object.keys().any(|key| key.chars().count() > 16) {
        return Err(Refusal::invalid(50_540, "Content variable key is too long"));
    }
    if object.values().any(|value| length(value) > 256) {
        return Err(Refusal::invalid(50_541, "Content variable value is too long"));
    }
    Ok(sid)
}

fn length(value: &Value) -> usize {
    match value {
        Value::String(text) => text.chars().count(),
        other => other.to_string().chars().count(),
    }
}

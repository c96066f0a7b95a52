use serde_json::{Value, json};

use crate::arguments::Trigger;

/// Who writes unless told otherwise: a number nobody has.
pub(super) const SOMEBODY: &str = "+15550100002";

/// An SMS or a WhatsApp message to a number of the account.
pub(super) fn message(arguments: &Trigger, channel: &str) -> Value {
    let from = arguments.from.as_deref().unwrap_or(SOMEBODY);
    let mut said = json!({ "from": from, "text": arguments.body, "channel": channel });
    if let (Some(to), Value::Object(fields)) = (&arguments.to, &mut said) {
        fields.insert("to".to_owned(), Value::from(to.as_str()));
    }
    said
}

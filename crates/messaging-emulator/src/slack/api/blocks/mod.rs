//! What Slack checks of Block Kit: <https://docs.slack.dev/reference/block-kit/blocks>.

use serde_json::{Value, json};

use super::{arguments::Arguments, error::Refusal};

/// Most blocks of a message.
const MOST_BLOCKS: usize = 50;

/// Reads and checks the `blocks` of a message; none if there are none.
pub(super) fn of_message(arguments: &Arguments) -> Result<Option<Value>, Refusal> {
    let format = || Refusal::new("invalid_blocks_format");
    let Some(value) = arguments.structure("blocks").map_err(|()| format())? else { return Ok(None) };
    let list = value.as_array().ok_or_else(format)?;
    let wrong = |message: String| Refusal::new("invalid_blocks").saying(&message).with("errors", json!([message]));
    if list.len() > MOST_BLOCKS {
        return Err(wrong(format!("no more than {MOST_BLOCKS} items allowed [json-pointer:/blocks]")));
    }
    for (at, block) in list.iter().enumerate() {
        if !block.is_object() {
            return Err(wrong(format!("must provide an object [json-pointer:/blocks/{at}]")));
        }
        if !block.get("type").is_some_and(Value::is_string) {
            return Err(wrong(format!("missing required field: type [json-pointer:/blocks/{at}]")));
        }
    }
    Ok((!list.is_empty()).then_some(value))
}

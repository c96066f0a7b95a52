//! What Slack checks of Block Kit: <https://docs.slack.dev/reference/block-kit/blocks>.

mod block;
mod check;
mod element;

use serde_json::{Map, Value, json};

use super::{
    arguments::Arguments,
    error::{Answer, Refusal},
    method::{Act, Method, Nature, Tier},
};
use check::Check;

/// Most blocks of a message.
const MOST_BLOCKS: usize = 50;
/// Most blocks of a view.
const MOST_IN_VIEW: usize = 100;
/// Longest text of all `markdown` blocks together, in characters.
const MOST_MARKDOWN: usize = 12_000;

pub(super) const METHODS: &[Method] = &[Method {
    name: "blocks.validate",
    tier: Tier::Three,
    scopes: "",
    takes: "blocks message view",
    nature: Nature::Read,
    act: Act::Token(|_, _, arguments| validate(arguments)),
}];

/// Reads and checks the `blocks` of a message; none if there are none.
pub(super) fn of_message(arguments: &Arguments) -> Result<Option<Value>, Refusal> {
    let format = || Refusal::new("invalid_blocks_format");
    let Some(value) = arguments.structure("blocks").map_err(|()| format())? else { return Ok(None) };
    let list = value.as_array().ok_or_else(format)?;
    refuse(&checked(list, MOST_BLOCKS, "/blocks"))?;
    Ok((!list.is_empty()).then_some(value))
}

/// Checks blocks, and does nothing with them: <https://docs.slack.dev/reference/methods/blocks.validate>.
fn validate(arguments: &Arguments) -> Answer {
    let format = || Refusal::new("invalid_blocks_format");
    let given = |name| arguments.structure(name).map_err(|()| format());
    let within = |surface: &Value| surface.get("blocks").cloned().unwrap_or_default();
    let (blocks, most) = match (given("blocks")?, given("message")?, given("view")?) {
        (Some(blocks), None, None) => (blocks, MOST_BLOCKS),
        (None, Some(message), None) => (within(&message), MOST_BLOCKS),
        (None, None, Some(view)) => (within(&view), MOST_IN_VIEW),
        _ => return Err(Refusal::arguments("provide one of blocks, message and view")),
    };
    refuse(&checked(blocks.as_array().ok_or_else(format)?, most, "/blocks"))?;
    Ok(Map::new())
}

/// What is wrong with blocks, each with where it is.
fn checked(list: &[Value], most: usize, at: &str) -> Vec<String> {
    let mut check = Check::default();
    if list.len() > most {
        check.wrong(&format!("no more than {most} items allowed"), at);
    }
    let (mut markdown, mut ids) = (0, Vec::new());
    for (nth, value) in list.iter().enumerate() {
        let at = format!("{at}/{nth}");
        block::check(&mut check, value, &at);
        let word = |name: &str| value.get(name).and_then(Value::as_str);
        if let Some(id) = word("block_id") {
            if ids.contains(&id) {
                check.wrong("block_id must be unique", &format!("{at}/block_id"));
            }
            ids.push(id);
        }
        if word("type") == Some("markdown") {
            markdown += word("text").unwrap_or_default().chars().count();
        }
    }
    if markdown > MOST_MARKDOWN {
        check.wrong(&format!("must be less than {} characters in all markdown blocks", MOST_MARKDOWN + 1), at);
    }
    check.messages
}

fn refuse(messages: &[String]) -> Result<(), Refusal> {
    if messages.is_empty() {
        return Ok(());
    }
    let refusal = messages.iter().fold(Refusal::new("invalid_blocks"), |refusal, message| refusal.saying(message));
    Err(refusal.with("errors", json!(messages)))
}

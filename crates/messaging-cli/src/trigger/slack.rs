use serde_json::{Map, Value};

use super::call::Emulator;
use crate::{
    arguments::Trigger,
    exit::{Exit, Failure},
};

/// A message in a channel; a mention names the bot.
pub(super) async fn message(arguments: &Trigger, emulator: &Emulator, mention: bool) -> Result<Value, Failure> {
    let mut said = Map::new();
    let is_mention = arguments.body.contains("@bot");
    let text = if mention && !is_mention { format!("@bot {}", arguments.body) } else { arguments.body.clone() };
    said.insert("text".to_owned(), text.into());
    said.extend(whereabouts(arguments, emulator).await?);
    Ok(Value::Object(said))
}

/// Who it is and where, as far as that is said.
pub(super) async fn whereabouts(arguments: &Trigger, emulator: &Emulator) -> Result<Map<String, Value>, Failure> {
    let mut said = Map::new();
    if arguments.from.is_some() || arguments.to.is_some() {
        let places = emulator.get("/_emulator/places").await?;
        if let Some(user) = &arguments.from {
            said.insert("user".to_owned(), find(&places, "users", user.trim_start_matches('@'))?.into());
        }
        if let Some(channel) = &arguments.to {
            let dm = places.get("dm").and_then(Value::as_str).filter(|_| channel == "dm");
            let id = match dm {
                Some(dm) => dm.to_owned(),
                None => find(&places, "channels", channel.trim_start_matches('#'))?,
            };
            said.insert("channel".to_owned(), id.into());
        }
    }
    Ok(said)
}

/// The id of what is called `name`, or has it for an id.
fn find(places: &Value, kind: &str, name: &str) -> Result<String, Failure> {
    let rows = || ["dms", kind].into_iter().filter_map(|kind| places.get(kind)?.as_array()).flatten();
    let field = |row: &Value, key: &str| row.get(key).and_then(Value::as_str).map(str::to_owned);
    let is = |row: &&Value| field(row, "id").as_deref() == Some(name) || field(row, "name").as_deref() == Some(name);
    rows().find(is).and_then(|row| field(row, "id")).ok_or_else(|| {
        let known: Vec<_> = rows().filter_map(|row| field(row, "name")).collect();
        Failure::new(Exit::Failed, format!("the workspace has no `{name}` among its {kind}"))
            .next(format!("write one of: {}", known.join(", ")))
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn people_and_channels_are_found_by_name_or_id() {
        let places = json!({
            "channels": [{ "id": "C1", "name": "general" }, { "id": "C2", "name": "random" }],
            "users": [{ "id": "U1", "name": "ann" }],
            "dms": [{ "id": "D1", "user": "U1" }],
        });
        assert_eq!(find(&places, "channels", "random").unwrap(), "C2");
        assert_eq!(find(&places, "channels", "D1").unwrap(), "D1");
        assert_eq!(find(&places, "users", "U1").unwrap(), "U1");
        let failure = find(&places, "channels", "genral").unwrap_err().to_string();
        assert!(failure.contains("general, random"), "{failure}");
    }
}

use base64::{Engine, engine::general_purpose::STANDARD};

use serde_json::{Map, Value, json};

use super::{arguments::Arguments, error::Refusal};
use crate::slack::ts::Ts;

/// Which messages a lookup is about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range {
    oldest: Option<Ts>,
    latest: Option<Ts>,
    inclusive: bool,
}

impl Range {
    pub(super) fn read(arguments: &Arguments) -> Result<Self, Refusal> {
        let bound = |name: &str, error: &'static str| {
            let text = arguments.text(name)?;
            text.map(|text| Ts::read_bound(text).ok_or_else(|| Refusal::new(error))).transpose()
        };
        let (oldest, latest) = (bound("oldest", "invalid_ts_oldest")?, bound("latest", "invalid_ts_latest")?);
        Ok(Self { oldest, latest, inclusive: arguments.flag("inclusive")? })
    }

    pub(super) fn holds(&self, ts: Ts) -> bool {
        let at_an_end = Some(ts) == self.oldest || Some(ts) == self.latest;
        let within = self.oldest.is_none_or(|oldest| ts > oldest) && self.latest.is_none_or(|latest| ts < latest);
        within || (at_an_end && self.inclusive)
    }

    /// Only where it starts is given: pages then go forward from there.
    pub(super) fn goes_forward(&self) -> bool {
        self.oldest.is_some() && self.latest.is_none()
    }
}

/// How many messages an answer may hold.
pub(super) fn limit(arguments: &Arguments, usual: usize, most: usize) -> Result<usize, Refusal> {
    let Some(limit) = arguments.count("limit")? else { return Ok(usual) };
    match usize::try_from(limit) {
        Ok(limit) if (1..=most).contains(&limit) => Ok(limit),
        _ => Err(Refusal::new("invalid_limit")),
    }
}

/// Reads where the last page ended.
pub(super) fn read_cursor(arguments: &Arguments) -> Result<Option<Ts>, Refusal> {
    let Some(text) = arguments.text("cursor")? else { return Ok(None) };
    let read = || {
        let bytes = STANDARD.decode(text).ok()?;
        let micros = std::str::from_utf8(&bytes).ok()?.strip_prefix("next_ts:")?.parse().ok()?;
        Some(Ts::from_micros(micros))
    };
    read().map(Some).ok_or_else(|| Refusal::new("invalid_cursor"))
}

/// Says that a page ended with `last`.
pub(super) fn cursor(last: Ts) -> String {
    STANDARD.encode(format!("next_ts:{}", last.micros()))
}

/// A page of a list, of which `key` names each item: `limit` items from the one after `cursor` on.
///
/// A cursor names the last item of the page before, so that a page is the same whatever was added since.
pub(crate) fn listed<T>(
    arguments: &Arguments,
    (usual, most): (usize, usize),
    name: &str,
    items: impl Iterator<Item = T>,
    key: impl Fn(&T) -> String,
    json: impl Fn(&T) -> Value,
) -> Result<Map<String, Value>, Refusal> {
    let limit = limit(arguments, usual, most)?;
    let after = arguments.text("cursor")?.map(|text| decoded(text).ok_or_else(|| Refusal::new("invalid_cursor")));
    let after = after.transpose()?;
    let mut rest = items.skip_while(|item| after.as_ref().is_some_and(|after| key(item) != *after)).peekable();
    if after.is_some() && rest.next().is_none() {
        return Err(Refusal::new("invalid_cursor"));
    }
    let page: Vec<_> = rest.by_ref().take(limit).collect();
    let next = rest.peek().and(page.last()).map(|last| STANDARD.encode(format!("next:{}", key(last))));
    let mut answer = Map::new();
    answer.insert(name.to_owned(), page.iter().map(json).collect());
    answer.insert("response_metadata".to_owned(), json!({ "next_cursor": next.unwrap_or_default() }));
    Ok(answer)
}

fn decoded(cursor: &str) -> Option<String> {
    let bytes = STANDARD.decode(cursor).ok()?;
    std::str::from_utf8(&bytes).ok()?.strip_prefix("next:").map(str::to_owned)
}

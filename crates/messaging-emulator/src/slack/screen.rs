//! Between text as Slack keeps it and text as people read it.

use serde_json::Value;

use super::directory::Directory;

/// Escapes `&`, `<` and `>`, and nothing else (<https://docs.slack.dev/messaging/formatting-message-text>).
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// Text as an app may hand it in, as Slack keeps it: what is escaped stays, `<…>` that means something stays, the rest
/// is escaped.
pub(crate) fn kept(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>']) {
        let (before, special) = rest.split_at(at);
        kept.push_str(before);
        let whole = entity(special).or_else(|| reference(special));
        let (token, tail) = special.split_at(whole.unwrap_or(1));
        kept.push_str(&if whole.is_some() { token.to_owned() } else { escaped(token) });
        rest = tail;
    }
    kept.push_str(rest);
    kept
}

/// The length of the entity that `text` starts with.
fn entity(text: &str) -> Option<usize> {
    ["&amp;", "&lt;", "&gt;"].into_iter().find(|entity| text.starts_with(entity)).map(str::len)
}

/// The length of the mention or link that `text` starts with.
fn reference(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('<')?;
    let meant = ["@", "#", "!", "http://", "https://", "mailto:", "tel:"].into_iter();
    let end = inner.find(['<', '>', '\n']).filter(|&end| inner.get(end..).is_some_and(|rest| rest.starts_with('>')))?;
    meant.into_iter().any(|start| inner.starts_with(start)).then_some(end + 2)
}

/// Kept text as people read it: mentions by name, entities undone.
pub(crate) fn plain(text: &str, directory: &Directory) -> String {
    let mut read = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once("<@") {
        read.push_str(&unescaped(before));
        let (mention, tail) = tail.split_once('>').unwrap_or((tail, ""));
        let (user, label) = mention.split_once('|').unwrap_or((mention, mention));
        read.push('@');
        read.push_str(directory.name_of(user).unwrap_or(label));
        rest = tail;
    }
    read.push_str(&unescaped(rest));
    read
}

/// What people read of blocks: the text in them, one line each. They never see `text` where there are blocks.
pub(crate) fn of_blocks(blocks: &Value, directory: &Directory) -> String {
    let blocks = blocks.as_array().map(Vec::as_slice).unwrap_or_default();
    let lines: Vec<_> = blocks.iter().map(|block| of_block(block, directory)).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// What people read of one block.
pub(crate) fn of_block(block: &Value, directory: &Directory) -> String {
    if let Some(read) = of_shape(block, directory) {
        return read;
    }
    let mut parts = Vec::new();
    let is_markdown = block.get("type").and_then(Value::as_str) == Some("markdown");
    if let Some(text) = block.get("text") {
        parts.push(if is_markdown { text.as_str().unwrap_or_default().to_owned() } else { of_text(text, directory) });
    }
    for list in ["fields", "elements"] {
        let elements = block.get(list).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        parts.extend(elements.iter().map(|element| match element.get("type").and_then(Value::as_str) {
            Some("button") => {
                format!("[{}]", element.get("text").map_or_else(String::new, |text| of_text(text, directory)))
            }
            Some("rich_text_section" | "rich_text_quote" | "rich_text_preformatted") => {
                of_rich_text(element, directory)
            }
            _ => of_text(element, directory),
        }));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

/// `{"type":"mrkdwn","text":"…"}` is kept text, `plain_text` is not.
pub(crate) fn of_text(text: &Value, directory: &Directory) -> String {
    let words = text.get("text").and_then(Value::as_str).unwrap_or_default();
    match text.get("type").and_then(Value::as_str) {
        Some("mrkdwn") => plain(words, directory),
        _ => words.to_owned(),
    }
}

fn of_rich_text(section: &Value, directory: &Directory) -> String {
    let elements = section.get("elements").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let word = |element: &Value, name: &str| element.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let read = elements.iter().map(|element| match word(element, "type").as_str() {
        "user" => {
            let user = word(element, "user_id");
            format!("@{}", directory.name_of(&user).unwrap_or(&user))
        }
        "link" if word(element, "text").is_empty() => word(element, "url"),
        "emoji" => format!(":{}:", word(element, "name")),
        _ => word(element, "text"),
    });
    read.collect()
}

/// What people read of blocks whose words are not in a line: rich text, tables, images, menus.
fn of_shape(block: &Value, directory: &Directory) -> Option<String> {
    let list = |value: &Value, name: &str| value.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let kind = |value: &Value| value.get("type").and_then(Value::as_str).unwrap_or_default().to_owned();
    let number = |value: &Value, name: &str| value.get(name).and_then(Value::as_u64).unwrap_or_default();
    match kind(block).as_str() {
        "rich_text" => {
            let mut lines = Vec::new();
            for element in list(block, "elements") {
                let is_ordered = element.get("style").and_then(Value::as_str) == Some("ordered");
                let indent = "    ".repeat(usize::try_from(number(&element, "indent").min(8)).unwrap_or_default());
                match kind(&element).as_str() {
                    "rich_text_list" => {
                        lines.extend(list(&element, "elements").iter().zip(number(&element, "offset") + 1..).map(
                            |(item, at)| {
                                let mark = if is_ordered { format!("{at}.") } else { "•".to_owned() };
                                format!("{indent}{mark} {}", of_rich_text(item, directory))
                            },
                        ));
                    }
                    "rich_text_quote" => lines.push(format!("> {}", of_rich_text(&element, directory))),
                    _ => lines.push(of_rich_text(&element, directory)),
                }
            }
            Some(lines.join("\n"))
        }
        "table" => {
            let cell = |cell: &Value| match kind(cell).as_str() {
                "rich_text" => of_shape(cell, directory).unwrap_or_default(),
                _ => of_text(cell, directory),
            };
            let row = |row: &Value| {
                let cells = row.as_array().map(Vec::as_slice).unwrap_or_default();
                cells.iter().map(cell).collect::<Vec<_>>().join(" | ")
            };
            Some(list(block, "rows").iter().map(row).collect::<Vec<_>>().join("\n"))
        }
        "image" => {
            let alt = block.get("alt_text").and_then(Value::as_str).unwrap_or_default();
            Some(format!("({alt})"))
        }
        "actions" if list(block, "elements").iter().any(|element| element.get("options").is_some()) => {
            let elements = list(block, "elements");
            let options = elements.iter().flat_map(|element| list(element, "options"));
            let labels: Vec<_> = options.filter_map(|option| Some(of_text(option.get("text")?, directory))).collect();
            Some(format!("[{}]", labels.join(" | ")))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::slack::directory::generated;

    #[test]
    fn an_apps_text_is_escaped_once() {
        assert_eq!(kept("a & b &amp; c < d > <e> &lt;"), "a &amp; b &amp; c &lt; d &gt; &lt;e&gt; &lt;");
        assert_eq!(kept("<@U1> <https://x.test/?a=1&b|x> <!here>"), "<@U1> <https://x.test/?a=1&b|x> <!here>");
        assert_eq!(kept("<@U1 <b>"), "&lt;@U1 &lt;b&gt;");
        assert_eq!(kept("héllo 🎉<"), "héllo 🎉&lt;");
    }

    #[test]
    fn people_read_names_and_signs() {
        let settings = generated(1);
        let text = format!("<@{}> &lt;b&gt; &amp;amp; <@U9|zoe> *x*", settings.bot_user_id);
        assert_eq!(plain(&text, &settings), "@bot <b> &amp; @zoe *x*");
        assert_eq!(plain("<@", &settings), "@");
    }

    #[test]
    fn people_read_blocks_instead_of_text() {
        let settings = generated(1);
        let blocks = json!([
            { "type": "section", "text": { "type": "mrkdwn", "text": "a &amp; b" } },
            { "type": "divider" },
            { "type": "actions", "elements": [
                { "type": "button", "text": { "type": "plain_text", "text": "Yes & no" } },
            ] },
            { "type": "rich_text", "elements": [{ "type": "rich_text_section", "elements": [
                { "type": "text", "text": "hi " }, { "type": "user", "user_id": settings.bot_user_id },
            ] }] },
        ]);
        assert_eq!(of_blocks(&blocks, &settings), "a & b\n[Yes & no]\nhi @bot");
    }

    #[test]
    fn people_read_lists_tables_and_menus() {
        let settings = generated(1);
        let section =
            |text: &str| json!({ "type": "rich_text_section", "elements": [{ "type": "text", "text": text }] });
        let blocks = json!([
            { "type": "rich_text", "elements": [
                section("Do:"),
                { "type": "rich_text_list", "style": "ordered", "offset": 1, "elements": [section("a"), section("b")] },
                { "type": "rich_text_list", "style": "bullet", "indent": 1, "elements": [section("c")] },
                { "type": "rich_text_quote", "elements": [{ "type": "text", "text": "q" }] },
            ] },
            { "type": "table", "rows": [
                [{ "type": "raw_text", "text": "x" }, { "type": "rich_text", "elements": [section("y")] }],
            ] },
            { "type": "image", "alt_text": "cat.png" },
            { "type": "actions", "elements": [{ "type": "static_select", "options": [
                { "text": { "type": "plain_text", "text": "One" } }, { "text": { "type": "plain_text", "text": "Two" } },
            ] }] },
        ]);
        let read = "Do:\n2. a\n3. b\n    • c\n> q\nx | y\n(cat.png)\n[One | Two]";
        assert_eq!(of_blocks(&blocks, &settings), read);
    }
}

//! What content looks like on the wire, and what holds whatever an agent writes.

use messaging_core::{
    SendMessage,
    message::{Action, Content, Media},
    text::fit,
};
use messaging_slack::dm;
use serde_json::{Value, json};

use crate::script::Script;

async fn body(content: impl Into<Content>) -> Value {
    let script = Script::new().ok(&json!({ "ok": true, "ts": "1.000000" }));
    script.messenger().send(SendMessage::new(dm("T1", "D1"), content)).await.unwrap();
    script.request().json()
}

fn text(text: &str) -> Value {
    json!({ "type": "text", "text": text })
}

fn section(elements: &[Value]) -> Value {
    json!({ "type": "rich_text_section", "elements": elements })
}

#[tokio::test]
async fn plain_words_stay_text() {
    for markdown in ["hi", "**bold** and `code`\nand [a link](https://x.test)", "> a quote\n\nand more"] {
        let body = body(markdown).await;
        assert!(body.get("blocks").is_none() && body["text"].is_string(), "{body}");
    }
}

#[tokio::test]
async fn headings_lists_and_code_are_blocks() {
    let markdown = "# Plan\n\nDo **this**:\n\n1. one\n2. two `x`\n   - [in](https://x.test/?a=1&b)\n   \n   ```rust\n   \
                    <!DOCTYPE>\n   ```\n3. three\n\n> said\n\n---\n### Small";
    let body = body(markdown).await;
    let list = |style: &str, items: &[Value]| json!({ "type": "rich_text_list", "style": style, "elements": items });
    let with = |mut value: Value, name: &str, more: u64| {
        value[name] = json!(more);
        value
    };
    let code = json!({ "type": "text", "text": "x", "style": { "code": true } });
    let bold = |words: &str| json!({ "type": "text", "text": words, "style": { "bold": true } });
    let link = json!({ "type": "link", "url": "https://x.test/?a=1&b", "text": "in" });
    assert_eq!(
        body["blocks"],
        json!([
            { "type": "header", "text": { "type": "plain_text", "text": "Plan", "emoji": true } },
            { "type": "rich_text", "elements": [
                section(&[text("Do "), bold("this"), text(":")]),
                list("ordered", &[section(&[text("one")]), section(&[text("two "), code])]),
                with(list("bullet", &[section(&[link])]), "indent", 1),
                { "type": "rich_text_preformatted", "elements": [text("<!DOCTYPE>")] },
                with(list("ordered", &[section(&[text("three")])]), "offset", 2),
                { "type": "rich_text_quote", "elements": [text("said")] },
            ] },
            { "type": "divider" },
            { "type": "rich_text", "elements": [section(&[bold("Small")])] },
        ])
    );
    assert!(body["text"].as_str().unwrap().starts_with("*Plan*\n\nDo *this*:\n1. one"), "{body}");
}

#[tokio::test]
async fn the_first_table_is_one() {
    let table = "| a | b |\n|:--|--:|\n| 1 **2** | |";
    let body = body(format!("{table}\n\nand\n\n{table}")).await;
    let rich = json!({ "type": "rich_text", "elements": [section(&[
        text("1 "), json!({ "type": "text", "text": "2", "style": { "bold": true } }),
    ])] });
    assert_eq!(
        body["blocks"],
        json!([
            { "type": "table",
                "column_settings": [{ "align": "left", "is_wrapped": true }, { "align": "right", "is_wrapped": true }],
                "rows": [
                    [{ "type": "raw_text", "text": "a" }, { "type": "raw_text", "text": "b" }],
                    [rich, { "type": "raw_text", "text": " " }],
                ] },
            { "type": "rich_text", "elements": [
                section(&[text("and")]),
                { "type": "rich_text_preformatted", "elements": [text(table)] },
            ] },
        ])
    );
}

#[tokio::test]
async fn images_are_shown_and_files_linked() {
    let mut content = Content::default();
    content.media = vec![Media::at("https://x.test/cat.png"), Media::at("https://x.test/a_[b]*(1).pdf?x=<y>")];
    let body = body(content).await;
    let name = "a_[b]*(1).pdf";
    let url = "https://x.test/a_[b]*(1).pdf?x=%3Cy%3E";
    assert_eq!(
        body["blocks"],
        json!([
            { "type": "rich_text", "elements": [section(&[json!({ "type": "link", "url": url, "text": name })])] },
            { "type": "image", "image_url": "https://x.test/cat.png", "alt_text": "cat.png" },
        ])
    );
    assert_eq!(body["text"], format!("<{url}|{name}>"));
}

#[tokio::test]
async fn choices_follow_the_text_and_notify() {
    let mut content = Content::default();
    content.actions = vec![Action::new("Yes", "y"), Action::new("No", "")];
    let body = body(content).await;
    assert_eq!((&body["text"], body["blocks"].as_array().unwrap().len()), (&json!("Yes, No"), 1));
}

/// Pieces of which hostile texts are made.
const PIECES: [&str; 52] = [
    "<!channel>",
    "<!here>",
    "<!everyone|x>",
    "<@U123ABC>",
    "<#C123ABC|x>",
    "<!subteam^S1>",
    "<!date^1^{date}|x>",
    "@channel",
    "@here",
    "@everyone",
    "&lt;!channel&gt;",
    "&#60;!here>",
    "<!",
    "<@",
    "<#",
    "!channel",
    "@U1",
    ">",
    "<",
    "|",
    "[",
    "](",
    ")",
    "](!channel)",
    "](<!here>)",
    "[x]: !here\n",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```",
    "\n```\n",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "> ",
    "# ",
    "## ",
    "| a | b |\n|---|---|\n| ",
    " | ",
    "&",
    "\\",
    "![",
    "https://x.test/@channel",
    "<https://x.test|",
    "é🎉",
    "word ",
    "    ",
    "\n---\n",
    "@",
];

fn hostile(random: &mut fastrand::Rng, most: usize) -> String {
    let length = random.usize(0..most);
    (0..length).filter_map(|_| random.choice(PIECES)).collect()
}

/// Every string of a body, with the key it stands under.
fn strings<'v>(value: &'v Value, key: &'v str, found: &mut Vec<(&'v str, &'v str)>) {
    match value {
        Value::String(text) => found.push((key, text)),
        Value::Array(list) => list.iter().for_each(|value| strings(value, key, found)),
        Value::Object(fields) => fields.iter().for_each(|(key, value)| strings(value, key, found)),
        _ => {}
    }
}

fn assert_calls_nobody(body: &Value, seed: u64) {
    let mut found = Vec::new();
    strings(body, "", &mut found);
    for (key, text) in found.into_iter().filter(|(key, _)| !["value", "url", "image_url"].contains(key)) {
        for call in ["<!channel", "<!here", "<!everyone", "<!subteam", "<!date", "<@U", "<#C"] {
            assert!(!text.contains(call), "seed {seed}: {key}: {text:?}");
        }
    }
    let fallback = body["text"].as_str().unwrap_or_default();
    for after in fallback.match_indices('<').map(|(at, _)| &fallback[at + 1..]) {
        assert!(after.starts_with("http") || after.starts_with("mailto:"), "seed {seed}: {fallback:?}");
    }
    let outside: String =
        fallback.split('<').map(|part| part.split_once(['|', '>']).map_or(part, |(_, rest)| rest)).collect();
    for name in ["@channel", "@here", "@everyone"] {
        for (at, _) in outside.match_indices(name) {
            let (before, after) = (&outside[..at], &outside[at + name.len()..]);
            let is_word = before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
            assert!(is_word, "seed {seed}: {fallback:?}");
        }
    }
}

fn length(value: &Value) -> usize {
    value.as_str().map_or(0, |text| text.chars().count())
}

fn assert_within_limits(body: &Value, seed: u64) {
    let blocks = body["blocks"].as_array().map(Vec::as_slice).unwrap_or_default();
    assert!(length(&body["text"]) <= 4_000 && blocks.len() <= 50, "seed {seed}");
    assert!(blocks.iter().filter(|block| block["type"] == "table").count() <= 1, "seed {seed}");
    for block in blocks {
        match block["type"].as_str().unwrap() {
            "header" => assert!((1..=150).contains(&length(&block["text"]["text"])), "seed {seed}"),
            "image" => assert!(length(&block["alt_text"]) <= 2_000 && length(&block["image_url"]) <= 3_000),
            "table" => {
                let rows = block["rows"].as_array().unwrap();
                assert!((1..=100).contains(&rows.len()), "seed {seed}");
                assert!(rows.iter().all(|row| (1..=20).contains(&row.as_array().unwrap().len())), "seed {seed}");
            }
            "actions" => {
                let elements = block["elements"].as_array().unwrap();
                assert!((1..=25).contains(&elements.len()), "seed {seed}");
                for element in elements {
                    assert!(
                        length(&element["text"]["text"]) <= 75 && length(&element["value"]) <= 2_000,
                        "seed {seed}"
                    );
                    let options = element["options"].as_array().map(Vec::as_slice).unwrap_or_default();
                    assert!(options.len() <= 100, "seed {seed}");
                    for option in options {
                        assert!(
                            length(&option["text"]["text"]) <= 75 && length(&option["value"]) <= 150,
                            "seed {seed}"
                        );
                    }
                }
            }
            "rich_text" => assert!(!block["elements"].as_array().unwrap().is_empty(), "seed {seed}"),
            "divider" => {}
            other => panic!("seed {seed}: {other}"),
        }
    }
    let empty = format!("{body}");
    assert!(
        !empty.contains(r#""elements":[]"#) && !empty.contains(r#""type":"text","text":"""#),
        "seed {seed}: {empty}"
    );
}

#[tokio::test]
async fn whatever_an_agent_writes_calls_nobody_and_keeps_every_limit() {
    for seed in 0..1_000 {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut content = Content::text(hostile(&mut random, 60));
        for _ in 0..random.usize(0..4) {
            let mut media =
                Media::at(format!("https://x.test/{}", random.choice(["a.png", "b.pdf", "<!here>.gif"]).unwrap()));
            media.name = random.bool().then(|| hostile(&mut random, 5));
            content.media.push(media);
        }
        for at in 0..random.choice([0, 0, 1, 5, 6, 100]).unwrap_or_default() {
            let label: String = format!("{at} {}", hostile(&mut random, 4)).chars().take(60).collect();
            content.actions.push(Action::new(label, hostile(&mut random, 8)));
        }
        let message = SendMessage::new(dm("T1", "D1"), content);
        let script = (0..60).fold(Script::new(), |script, _| script.ok(&json!({ "ok": true, "ts": "1.000000" })));
        let messenger = script.messenger();
        let parts = fit(&message, &messenger.provider().limits(&message)).unwrap();
        for part in parts.into_iter().filter(|part| !part.content.is_empty()) {
            messenger.send(part).await.unwrap_or_else(|error| panic!("seed {seed}: {error}"));
        }
        for asked in script.requests() {
            let body = asked.json();
            assert_calls_nobody(&body, seed);
            assert_within_limits(&body, seed);
        }
    }
}

#[tokio::test]
async fn long_texts_are_split_within_every_limit() {
    for seed in 0..60 {
        let mut random = fastrand::Rng::with_seed(seed);
        let unit = hostile(&mut random, 12);
        let copies = 20_000 / unit.chars().count().max(1);
        let long =
            SendMessage::new(dm("T1", "D1"), if unit.is_empty() { "x".repeat(9_000) } else { unit.repeat(copies) });
        let script = (0..60).fold(Script::new(), |script, _| script.ok(&json!({ "ok": true, "ts": "1.000000" })));
        let messenger = script.messenger();
        for part in fit(&long, &messenger.provider().limits(&long)).unwrap() {
            if !part.content.is_empty() {
                messenger.send(part).await.unwrap_or_else(|error| panic!("seed {seed}: {error}"));
            }
        }
        for asked in script.requests() {
            assert_calls_nobody(&asked.json(), seed);
            assert_within_limits(&asked.json(), seed);
        }
    }
}

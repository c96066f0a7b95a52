use serde_json::{Value, json};

use crate::workspace::Workspace;

fn long(characters: usize) -> Value {
    json!({ "type": "plain_text", "text": "x".repeat(characters) })
}

#[tokio::test(start_paused = true)]
async fn what_slack_shows_is_fine() {
    let workspace = Workspace::new();
    let button = json!({ "type": "button", "text": long(75), "action_id": "a", "value": "v", "style": "primary" });
    let option = json!({ "text": long(75), "value": "1" });
    let select = json!({ "type": "static_select", "placeholder": long(150), "options": [option], "action_id": "s" });
    let blocks = json!([
        { "type": "header", "text": long(150) },
        { "type": "section", "text": { "type": "mrkdwn", "text": "x".repeat(3_000) }, "accessory": button },
        { "type": "section", "fields": vec![long(2_000); 10] },
        { "type": "context", "elements": [long(1), { "type": "image", "image_url": "https://x.test", "alt_text": "" }] },
        { "type": "actions", "elements": [button, select], "block_id": "b" },
        { "type": "image", "slack_file": { "id": "F0SAMPLE01" }, "alt_text": "x" },
        { "type": "input", "label": long(1), "element": { "type": "plain_text_input", "action_id": "i" } },
        { "type": "markdown", "text": "**x**" }, { "type": "divider" }, { "type": "rich_text", "elements": [] },
        { "type": "table", "rows": [[{ "type": "raw_text", "text": "x" }]] },
    ]);
    assert_eq!(workspace.call("blocks.validate", json!({ "blocks": blocks })).await, json!({ "ok": true }));
    let message = json!({ "message": { "blocks": blocks } });
    assert_eq!(workspace.call("blocks.validate", message).await, json!({ "ok": true }));
    let view = json!({ "view": { "type": "modal", "blocks": vec![json!({ "type": "divider" }); 100] } });
    assert_eq!(workspace.call("blocks.validate", view).await, json!({ "ok": true }));
    let answer = workspace.call("blocks.validate", json!({})).await;
    assert_eq!(answer["error"], "invalid_arguments");
}

#[tokio::test(start_paused = true)]
async fn what_is_wrong_is_pointed_at() {
    let workspace = Workspace::new();
    let section = |text: Value| json!({ "type": "section", "text": text });
    let actions = |element: Value| json!({ "type": "actions", "elements": [element] });
    let option = json!({ "text": long(1), "value": "1" });
    for (block, expected) in [
        (json!("x"), "must provide an object [json-pointer:/blocks/0]"),
        (json!({}), "missing required field: type [json-pointer:/blocks/0]"),
        (json!({ "type": "novel" }), "unsupported type: novel [json-pointer:/blocks/0/type]"),
        (json!({ "type": "header" }), "missing required field: text [json-pointer:/blocks/0]"),
        (
            json!({ "type": "header", "text": long(151) }),
            "must be less than 151 characters [json-pointer:/blocks/0/text/text]",
        ),
        (
            json!({ "type": "header", "text": { "type": "mrkdwn", "text": "x" } }),
            "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]",
        ),
        (section(long(3_001)), "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
        (section(long(0)), "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
        (json!({ "type": "section" }), "missing required field: text [json-pointer:/blocks/0]"),
        (
            json!({ "type": "section", "fields": vec![long(1); 11] }),
            "no more than 10 items allowed [json-pointer:/blocks/0/fields]",
        ),
        (
            json!({ "type": "section", "fields": [long(2_001)] }),
            "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]",
        ),
        (
            json!({ "type": "context", "elements": vec![long(1); 11] }),
            "no more than 10 items allowed [json-pointer:/blocks/0/elements]",
        ),
        (
            json!({ "type": "actions", "elements": vec![json!({ "type": "overflow", "options": [] }); 26] }),
            "no more than 25 items allowed [json-pointer:/blocks/0/elements]",
        ),
        (
            actions(json!({ "type": "button", "text": long(76) })),
            "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]",
        ),
        (
            actions(json!({ "type": "button", "text": long(1), "value": "x".repeat(2_001) })),
            "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]",
        ),
        (
            actions(json!({ "type": "button", "text": long(1), "action_id": "x".repeat(256) })),
            "must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]",
        ),
        (
            actions(json!({ "type": "button", "text": long(1), "style": "loud" })),
            "must be one of: primary, danger [json-pointer:/blocks/0/elements/0/style]",
        ),
        (
            actions(json!({ "type": "static_select" })),
            "missing required field: options [json-pointer:/blocks/0/elements/0]",
        ),
        (
            actions(json!({ "type": "static_select", "options": vec![option; 101] })),
            "no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]",
        ),
        (
            actions(json!({ "type": "static_select", "options": [{ "text": long(1), "value": "x".repeat(151) }] })),
            "must be less than 151 characters [json-pointer:/blocks/0/elements/0/options/0/value]",
        ),
        (
            json!({ "type": "image", "image_url": "https://x.test" }),
            "missing required field: alt_text [json-pointer:/blocks/0]",
        ),
        (
            json!({ "type": "image", "alt_text": "x", "slack_file": { "id": "f1" } }),
            "input must match regex pattern: ^[F][A-Z0-9]{8,}$ [json-pointer:/blocks/0/slack_file/id]",
        ),
        (json!({ "type": "input", "label": long(1) }), "missing required field: element [json-pointer:/blocks/0]"),
        (
            json!({ "type": "table", "rows": [vec![json!({}); 21]] }),
            "no more than 20 items allowed [json-pointer:/blocks/0/rows/0]",
        ),
        (
            json!({ "type": "divider", "block_id": "x".repeat(256) }),
            "must be less than 256 characters [json-pointer:/blocks/0/block_id]",
        ),
    ] {
        let arguments = json!({ "channel": workspace.settings().channel, "text": "x", "blocks": [block] });
        let answer = workspace.call("chat.postMessage", arguments).await;
        assert_eq!((&answer["error"], &answer["errors"]), (&json!("invalid_blocks"), &json!([expected])), "{block}");
        assert_eq!(answer["response_metadata"]["messages"], json!([format!("[ERROR] {expected}")]));
    }
    let twice = json!([{ "type": "divider", "block_id": "b" }, { "type": "divider", "block_id": "b" }]);
    let answer = workspace.call("blocks.validate", json!({ "blocks": twice })).await;
    assert_eq!(answer["errors"], json!(["block_id must be unique [json-pointer:/blocks/1/block_id]"]));
    let markdown = json!({ "type": "markdown", "text": "x".repeat(7_000) });
    let answer = workspace.call("blocks.validate", json!({ "blocks": [markdown, markdown] })).await;
    assert_eq!(answer["error"], "invalid_blocks");
    assert!(workspace.screen().is_empty());
}

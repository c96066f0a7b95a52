use messaging_core::text::{cut, first, split, whole};
use messaging_twilio::{
    segments,
    text::{Markup, render},
};

use super::lossy;

pub(super) const TEXTS: &[&str] = &[
    "# Plan\n\nDo **this** & <that>:\n\n1. one\n2. two `x`\n   - [in](https://x.test/?a=1&b)\n\n```rust\nlet x = 1;\n```\n> said\n\n---",
    "| a | b |\n|:--|--:|\n| 1 **2** | |\n\n~~gone~~ ![pic](https://x.test/a.png) <!channel> <@U1> @here &lt;!here&gt;",
    "👨‍👩‍👧‍👦 é\u{301} \u{202e}abc. Next one! And: \"quoted\"? *a* _b_ ~c~",
    "<Response><Message>&amp;]]></Message>\r\n\t'\"",
];

/// A text that is split fits and says the same; one that is rendered does so the same way every time.
pub(super) fn text(data: &[u8]) {
    let Some((max, text)) = data.split_first() else { return };
    let text = lossy(text);
    let max = usize::from(*max) + 1;
    let parts = split(&text, max);
    assert!(parts.iter().all(|part| part.chars().count() <= max), "{max}: {parts:?}");
    // A fence that is cut is closed and opened again.
    if !text.contains("```") && !text.contains("~~~") {
        let squeeze = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(squeeze(&parts.concat()), squeeze(&text), "{max}");
    }
    assert!(whole(&text) <= text.len());
    if let Some((head, tail)) = first(&text, max) {
        assert!(head.chars().count() <= max && tail.len() < text.len() + 200, "{max}: {head:?} {tail:?}");
    }
    let (head, tail) = cut(&text, max);
    assert!(head.len() + tail.len() <= 2 * text.len() + 8, "{max}: {head:?} {tail:?}");
    for markup in [Markup::Plain, Markup::WhatsApp] {
        assert_eq!(render(&text, markup, 1_600), render(&text, markup, 1_600));
    }
    assert_eq!(segments(&text), segments(&text));
}

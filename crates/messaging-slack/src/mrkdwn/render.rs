//! From Markdown to mrkdwn.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::{escape::escape_into, neutral, writer::Writer};

/// What we read beyond `CommonMark`.
pub(crate) const OPTIONS: Options =
    Options::ENABLE_STRIKETHROUGH.union(Options::ENABLE_TABLES).union(Options::ENABLE_TASKLISTS);

/// Where Slack cuts a text off, in characters.
const CUT: usize = 40_000;

/// Renders `markdown` for a message's `text`.
///
/// Everything that is not markup is escaped, so a text cannot call `<!channel>` or mention anybody. Slack has no
/// headings, tables or nested quotes: they become bold lines, code blocks and plain quotes.
pub(crate) fn render(markdown: &str) -> String {
    let mut writer = Writer::default();
    for (event, source) in Parser::new_ext(markdown, OPTIONS).into_offset_iter() {
        let apart = is_apart(markdown.get(..source.start).unwrap_or_default());
        step(&mut writer, event, apart, markdown.get(source).unwrap_or_default());
    }
    let text = writer.finish();
    // A reference written once and used a thousand times can outgrow its source; a lone definition renders to nothing.
    if text.is_empty() || text.chars().count() > CUT {
        let mut plain = String::new();
        escape_into(&mut plain, markdown.trim());
        return neutral::mrkdwn(plain);
    }
    neutral::mrkdwn(text)
}

/// Whether a blank line ends what stands `before` a block; the marks of quotes do not count.
fn is_apart(before: &str) -> bool {
    let line_before = before.rsplit('\n').nth(1);
    line_before.is_some_and(|line| line.trim_matches([' ', '\t', '\r', '>']).is_empty())
}

fn step(writer: &mut Writer, event: Event<'_>, apart: bool, source: &str) {
    match event {
        Event::Start(tag) => start(writer, tag, apart, source),
        Event::End(tag) => end(writer, tag),
        Event::Text(text)
        | Event::Html(text)
        | Event::InlineHtml(text)
        | Event::InlineMath(text)
        | Event::DisplayMath(text)
        | Event::FootnoteReference(text) => writer.text(&text),
        Event::Code(code) => writer.code(&code),
        Event::SoftBreak | Event::HardBreak => writer.line_break(),
        Event::Rule => {
            writer.block(apart);
            writer.text("———");
            writer.end_block();
        }
        Event::TaskListMarker(done) => writer.text(if done { "☑ " } else { "☐ " }),
    }
}

fn start(writer: &mut Writer, tag: Tag<'_>, apart: bool, source: &str) {
    match tag {
        Tag::Heading { .. } => {
            writer.block(apart);
            writer.open_mark('*');
        }
        Tag::BlockQuote(_) => writer.open_quote(apart),
        Tag::CodeBlock(_) => writer.open_code(apart),
        Tag::List(first) => writer.open_list(apart, first),
        Tag::Item => writer.open_item(),
        Tag::Table(_) => writer.table(apart, source),
        Tag::Emphasis => writer.open_mark('_'),
        Tag::Strong => writer.open_mark('*'),
        Tag::Strikethrough => writer.open_mark('~'),
        Tag::Link { link_type, dest_url, .. } => {
            let scheme = if link_type == LinkType::Email { "mailto:" } else { "" };
            writer.open_link(format!("{scheme}{dest_url}"));
        }
        Tag::Image { dest_url, .. } => writer.open_link(dest_url.into_string()),
        // The rest are blocks of their own, or are never parsed without their option.
        Tag::TableHead | Tag::TableRow | Tag::TableCell => {}
        _ => writer.block(apart),
    }
}

fn end(writer: &mut Writer, tag: TagEnd) {
    match tag {
        TagEnd::Heading(_) => {
            writer.close_mark();
            writer.end_block();
        }
        TagEnd::BlockQuote(_) => writer.close_quote(),
        TagEnd::CodeBlock => writer.close_code(),
        TagEnd::List(_) => writer.close_list(),
        TagEnd::Item => writer.close_item(),
        TagEnd::Table => writer.close_table(),
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => writer.close_mark(),
        TagEnd::Link | TagEnd::Image => writer.close_link(),
        TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell => {}
        _ => writer.end_block(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_becomes_mrkdwn() {
        for (markdown, mrkdwn) in [
            ("plain", "plain"),
            ("**bold** and __bold__", "*bold* and *bold*"),
            ("*it* and _it_", "_it_ and _it_"),
            ("~~gone~~", "~gone~"),
            ("***both***", "_*both*_"),
            ("**bold *and it* more**", "*bold _and it_ more*"),
            ("**a **b** c**", "*a b c*"),
            ("half**way**there", "half\u{200B}*way*\u{200B}there"),
            ("**two\nlines**", "*two*\n*lines*"),
            ("# Title *it* **b**\ntext", "*Title _it_ b*\ntext"),
            ("# Title\n\ntext", "*Title*\n\ntext"),
            ("Pick:\n- a\n- b\n\nnow", "Pick:\n• a\n• b\n\nnow"),
            ("#", "#"),
            ("one\ntwo  \nthree", "one\ntwo\nthree"),
            ("one\n\ntwo", "one\n\ntwo"),
            ("`a < b & c`", "`a &lt; b &amp; c`"),
            (
                "x\n```rust\nif a < b && *c {\n\n    **d**\n}\n```\ny",
                "x\n```\nif a &lt; b &amp;&amp; *c {\n\n    **d**\n}\n```\ny",
            ),
            ("    indented <code>", "```\nindented &lt;code&gt;\n```"),
            ("~~~\n```\n~~~", "```\n``\u{200B}`\n```"),
            ("- a\n- b\n  - c\n    1. d\n\n- e", "• a\n• b\n    • c\n        1. d\n• e"),
            ("3. a\n4. b\n\n   more", "3. a\n4. b\n  more"),
            ("- [x] done\n- [ ] open", "• ☑ done\n• ☐ open"),
            ("- a\n  ```\n  x\n  ```\n  b", "• a\n```\nx\n```\n  b"),
            ("> quote\n> more\n>\n> last\n\nafter", "> quote\n> more\n> \n> last\n\nafter"),
            ("> a\n> > b", "> a\n> b"),
            ("> a\n>\n> > b\n\n\nc", "> a\n> \n> b\n\nc"),
            ("- > q", "• q"),
            ("a\n\n---\n\nb", "a\n\n———\n\nb"),
            ("| a | b |\n|---|---|\n| 1 | <2> |", "```\n| a | b |\n|---|---|\n| 1 | &lt;2&gt; |\n```"),
            ("x &amp; y &lt; z &copy;", "x &amp; y &lt; z ©"),
            ("<b>html</b>", "&lt;b&gt;html&lt;/b&gt;"),
            ("<div>\n<p>x\n</div>\n\ny", "&lt;div&gt;\n&lt;p&gt;x\n&lt;/div&gt;\n\ny"),
            ("[x]: https://x.test", "[x]: https://x.test"),
            ("", ""),
        ] {
            assert_eq!(render(markdown), mrkdwn, "{markdown}");
        }
    }

    #[test]
    fn links_are_links_and_nothing_else() {
        for (markdown, mrkdwn) in [
            ("[a **b** `c`](https://x.test/?a=1&b=2)", "<https://x.test/?a=1&amp;b=2|a b c>"),
            ("**[a](https://x.test)**", "*<https://x.test|a>*"),
            ("[a\nb](https://x.test)", "<https://x.test|a b>"),
            ("<https://x.test/a|b>", "<https://x.test/a%7Cb|https://x.test/a|b>"),
            ("<https://x.test>", "<https://x.test>"),
            ("<a@x.test>", "<mailto:a@x.test>"),
            ("[](https://x.test)", "<https://x.test>"),
            ("![alt](https://x.test/a.png)", "<https://x.test/a.png|alt>"),
            ("[![alt](https://x.test/a.png)](https://x.test)", "<https://x.test|alt>"),
            ("[x > y](https://x.test)", "<https://x.test|x &gt; y>"),
            ("[a](/relative)", "a (/relative)"),
            ("[a](javascript:x)", "a (javascript:x)"),
            ("https://x.test/a_b_c?d=1&e", "https://x.test/a_b_c?d=1&amp;e"),
        ] {
            assert_eq!(render(markdown), mrkdwn, "{markdown}");
        }
    }

    #[test]
    fn nobody_is_called() {
        for (markdown, mrkdwn) in [
            ("<!channel> <!here> <!everyone>", "&lt;!channel&gt; &lt;!here&gt; &lt;!everyone&gt;"),
            ("<!channel>\n", "&lt;!channel&gt;"),
            ("<@U0BOT> <#C1> <!subteam^S1>", "&lt;@U0BOT&gt; &lt;#C1&gt; &lt;!subteam^S1&gt;"),
            ("&lt;!channel&gt;", "&lt;!channel&gt;"),
            ("\\<!channel\\>", "&lt;!channel&gt;"),
            ("[all](!channel)", "all (!channel)"),
            ("[you](@U1)", "you (@U1)"),
            ("[x](<!channel>)", "x (!channel)"),
            ("`<!channel>`", "`&lt;!channel&gt;`"),
            ("```\n<!channel>\n```", "```\n&lt;!channel&gt;\n```"),
            ("[<!channel>](https://x.test)", "<https://x.test|&lt;!channel&gt;>"),
        ] {
            assert_eq!(render(markdown), mrkdwn, "{markdown}");
        }
    }

    #[test]
    fn no_text_whatever_opens_a_call() {
        const PIECES: [&str; 28] = [
            "<!",
            "<@",
            "<#",
            "!channel",
            "@U1",
            ">",
            "|",
            "[",
            "](",
            ")",
            "](!",
            "](<",
            "*",
            "**",
            "_",
            "~~",
            "`",
            "```",
            "\n",
            "\n\n",
            "- ",
            "> ",
            "# ",
            "&lt;",
            "https://x.test",
            "\\",
            "![",
            "x",
        ];
        for seed in 0..4_000 {
            let mut random = fastrand::Rng::with_seed(seed);
            let length = random.usize(1..24);
            let markdown: String = (0..length).filter_map(|_| random.choice(PIECES)).collect();
            let mrkdwn = render(&markdown);
            let opens = mrkdwn.match_indices('<').map(|(at, _)| &mrkdwn[at + 1..]);
            for after in opens {
                assert!(
                    after.starts_with("http") || after.starts_with("mailto:"),
                    "seed {seed}: {markdown:?} {mrkdwn:?}"
                );
            }
        }
    }

    #[test]
    fn what_is_rendered_is_not_cut() {
        let worst = "&".repeat(4_000);
        assert_eq!(render(&worst).chars().count(), 20_000);
        let bomb = format!("{}\n\n[1]: https://x.test/{}", "[1]".repeat(600), "x".repeat(2_000));
        assert!(bomb.len() < 4_000);
        assert_eq!(render(&bomb), bomb);
        let lists = format!("{}x", "- ".repeat(1_999));
        assert_eq!(render(&lists), lists);
        let deep = format!("{}x", "> - ".repeat(900));
        assert!(render(&deep).chars().count() < CUT);
    }
}

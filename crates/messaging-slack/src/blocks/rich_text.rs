//! From Markdown to the blocks that Slack's own composer writes: nothing in them is markup, so nothing needs escaping.

use pulldown_cmark::{Event, HeadingLevel, LinkType, Parser, Tag, TagEnd};
use serde_json::{Value, json};

use super::{
    inline::{Inline, Style},
    layout::Layout,
    limits::HEADER,
    table::Table,
};
use crate::mrkdwn;

/// Whether Markdown says more than mrkdwn can: headings, lists, code blocks, tables, rules.
pub(super) fn is_rich(markdown: &str) -> bool {
    Parser::new_ext(markdown, mrkdwn::OPTIONS).any(|event| {
        let rich = matches!(
            event,
            Event::Start(Tag::Heading { .. } | Tag::List(_) | Tag::CodeBlock(_) | Tag::Table(_)) | Event::Rule
        );
        rich
    })
}

/// Renders `markdown` as blocks; as a single one, without headers, tables and dividers, where there is room for `most`
/// only. No blocks for a text that shows nothing.
pub(super) fn blocks(markdown: &str, most: usize) -> Vec<Value> {
    let blocks = Reader::new(false).read(markdown);
    if blocks.len() <= most { blocks } else { Reader::new(true).read(markdown) }
}

/// Reads Markdown event by event.
#[derive(Debug)]
struct Reader {
    layout: Layout,
    /// Whether everything must be one block.
    compact: bool,
    inline: Inline,
    style: Style,
    /// How often each mark is open: bold, italic, strike.
    marks: [usize; 3],
    /// The links and images we are in; the outermost one is the link, with its words so far.
    links: usize,
    link: Option<(String, String)>,
    code: Option<String>,
    table: Option<Table>,
    has_table: bool,
}

impl Reader {
    fn new(compact: bool) -> Self {
        Self {
            layout: Layout::default(),
            compact,
            inline: Inline::default(),
            style: Style::default(),
            marks: [0; 3],
            links: 0,
            link: None,
            code: None,
            table: None,
            has_table: false,
        }
    }

    fn read(mut self, markdown: &str) -> Vec<Value> {
        for (event, source) in Parser::new_ext(markdown, mrkdwn::OPTIONS).into_offset_iter() {
            match event {
                Event::Start(tag) => self.start(tag, markdown.get(source).unwrap_or_default()),
                Event::End(tag) => self.end(tag),
                Event::Text(text)
                | Event::Html(text)
                | Event::InlineHtml(text)
                | Event::InlineMath(text)
                | Event::DisplayMath(text)
                | Event::FootnoteReference(text) => self.text(&text),
                Event::Code(code) => {
                    let style = Style { code: true, ..self.style };
                    self.words(&code, style);
                }
                Event::SoftBreak | Event::HardBreak => self.text(if self.links > 0 { " " } else { "\n" }),
                Event::Rule => {
                    self.flush();
                    if self.compact || self.layout.is_nested() {
                        self.text("———");
                        self.flush();
                    } else {
                        self.layout.block(json!({ "type": "divider" }));
                    }
                }
                Event::TaskListMarker(done) => self.text(if done { "☑ " } else { "☐ " }),
            }
        }
        self.flush();
        self.layout.finish()
    }

    fn start(&mut self, tag: Tag<'_>, source: &str) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.paragraph(),
            Tag::Heading { .. } => self.flush(),
            Tag::BlockQuote(_) => {
                self.flush();
                self.layout.open_quote();
            }
            Tag::CodeBlock(_) => {
                self.flush();
                self.code = Some(String::new());
            }
            Tag::List(first) => {
                self.flush();
                self.layout.open_list(first);
            }
            Tag::Item => {
                self.flush();
                self.layout.open_item();
            }
            Tag::Table(alignments) => {
                self.flush();
                self.table = Some(Table::new(alignments, source));
            }
            Tag::TableHead | Tag::TableRow => {
                if let Some(table) = &mut self.table {
                    table.start_row();
                }
            }
            Tag::Emphasis => self.mark(1, true),
            Tag::Strong => self.mark(0, true),
            Tag::Strikethrough => self.mark(2, true),
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => self.open_link(format!("mailto:{dest_url}")),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => self.open_link(dest_url.into_string()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.layout.close_quote();
            }
            TagEnd::CodeBlock => {
                if let Some(code) = self.code.take() {
                    self.layout.code(&code);
                }
            }
            TagEnd::List(_) => {
                self.flush();
                self.layout.close_list();
            }
            TagEnd::Item => {
                self.flush();
                self.layout.close_item();
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.inline);
                if let Some(table) = &mut self.table {
                    table.push(cell);
                }
            }
            TagEnd::Table => self.close_table(),
            TagEnd::Emphasis => self.mark(1, false),
            TagEnd::Strong => self.mark(0, false),
            TagEnd::Strikethrough => self.mark(2, false),
            TagEnd::Link | TagEnd::Image => self.close_link(),
            _ => {}
        }
    }

    /// Paragraphs of one section are told apart by an empty line, those of an item by a line.
    fn paragraph(&mut self) {
        if !self.inline.is_empty() {
            self.text(if self.layout.is_in_item() { "\n" } else { "\n\n" });
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        let large = matches!(level, HeadingLevel::H1 | HeadingLevel::H2);
        let text = self.inline.text();
        let header = mrkdwn::neutral::words(text.trim());
        if large && !self.compact && !self.layout.is_nested() && self.inline.is_plain() && is_header(&header) {
            self.inline = Inline::default();
            let text = json!({ "type": "plain_text", "text": header, "emoji": true });
            return self.layout.block(json!({ "type": "header", "text": text }));
        }
        self.inline.embolden();
        self.flush();
    }

    /// Slack takes one table in a message. <https://docs.slack.dev/reference/block-kit/blocks/table-block>
    fn close_table(&mut self) {
        let Some(table) = self.table.take() else { return };
        let fits = !self.has_table && !self.compact && !self.layout.is_nested();
        match table.block().filter(|_| fits) {
            Some(block) => {
                self.has_table = true;
                self.layout.block(block);
            }
            None => self.layout.code(&table.into_source()),
        }
    }

    fn mark(&mut self, which: usize, opens: bool) {
        if let Some(count) = self.marks.get_mut(which) {
            *count = if opens { *count + 1 } else { count.saturating_sub(1) };
        }
        let [bold, italic, strike] = self.marks.map(|count| count > 0);
        self.style = Style { bold, italic, strike, code: false };
    }

    fn open_link(&mut self, url: String) {
        self.links += 1;
        if self.links == 1 {
            self.link = Some((url, String::new()));
        }
    }

    /// A URL that cannot be a link is written out.
    fn close_link(&mut self) {
        self.links = self.links.saturating_sub(1);
        if self.links > 0 {
            return;
        }
        let Some((url, label)) = self.link.take() else { return };
        let label = label.trim();
        match mrkdwn::url(&url) {
            Some(url) => self.inline.push_link(url, label.to_owned(), self.style),
            None if label.is_empty() || label == url => self.inline.push(&url, self.style),
            None if url.is_empty() => self.inline.push(label, self.style),
            None => self.inline.push(&format!("{label} ({url})"), self.style),
        }
    }

    fn text(&mut self, text: &str) {
        match &mut self.code {
            Some(code) => code.push_str(text),
            None => self.words(text, self.style),
        }
    }

    fn words(&mut self, text: &str, style: Style) {
        match &mut self.link {
            Some((_, label)) => label.push_str(text),
            None => self.inline.push(text, style),
        }
    }

    fn flush(&mut self) {
        self.layout.words(std::mem::take(&mut self.inline));
    }
}

fn is_header(text: &str) -> bool {
    !text.is_empty() && !text.contains('\n') && text.chars().count() <= HEADER
}

use std::{collections::HashSet, ops::Range};

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::{
    literal::{is_at_edges, is_literal},
    writer::{Writer, number},
};

/// What a channel shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Markup {
    /// Text and nothing else, in characters that are cheap to send: SMS, MMS, RCS, Messenger, conversations.
    Plain,
    /// `*bold*`, `_italic_`, `~struck~`, `` `code` `` and fenced code.
    WhatsApp,
}

/// Renders Markdown for a channel, in at most `max` UTF-16 code units, which is how Twilio measures a text.
///
/// Links become `label (url)`, headings lines of their own, lists keep their numbers and have `-` for a bullet, tables
/// are rows with `|` between their cells. What only looks like Markdown stays: `2 * 3 * 4`, `snake_case`, `#1`. A text
/// whose rendering is empty, or longer than `max`, stays as it is written.
#[must_use]
pub fn render(markdown: &str, markup: Markup, max: usize) -> String {
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES;
    let mut unused = unused_definitions(markdown, options).into_iter().peekable();
    let (mut writer, counted) = (Writer::new(markup), counted_lists(markdown, options));
    let mut depth = 0_usize;
    for (event, source) in Parser::new_ext(markdown, options).into_offset_iter() {
        if depth == 0 {
            while let Some(definition) = unused.next_if(|definition| definition.start <= source.start) {
                define(&mut writer, markdown, definition);
            }
        }
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        let is_counted = counted.contains(&source.start);
        step(&mut writer, event, &Around::of(markdown, source), is_counted);
    }
    unused.for_each(|definition| define(&mut writer, markdown, definition));
    let text = writer.finish();
    if text.is_empty() || text.encode_utf16().count() > max { markdown.trim().to_owned() } else { text }
}

/// An event's source, and what stands before and behind it.
struct Around<'m> {
    before: &'m str,
    source: &'m str,
    after: &'m str,
}

impl<'m> Around<'m> {
    fn of(markdown: &'m str, source: Range<usize>) -> Self {
        Self {
            before: markdown.get(..source.start).unwrap_or_default(),
            after: markdown.get(source.end..).unwrap_or_default(),
            source: markdown.get(source).unwrap_or_default(),
        }
    }

    /// Whether a blank line ends what stands before a block; the marks of quotes do not count.
    fn is_apart(&self) -> bool {
        let line_before = self.before.rsplit('\n').nth(1);
        line_before.is_some_and(|line| line.trim_matches([' ', '\t', '\r', '>']).is_empty())
    }

    /// The line below what Markdown takes for a heading and nobody underlines like that: `1+1` over `=`.
    fn underline(&self) -> Option<&'m str> {
        let line = self.source.trim_end().rsplit('\n').next()?.trim();
        let is_short = line.len() < 3 && line.bytes().all(|byte| matches!(byte, b'=' | b'-'));
        (is_short && !self.source.trim_start().starts_with('#')).then_some(line)
    }

    /// The marks the source begins with.
    fn marks(&self) -> &'m str {
        let first = self.source.chars().next().unwrap_or_default();
        let length = self.source.chars().take(2).take_while(|char| *char == first).count();
        self.source.get(..length).unwrap_or_default()
    }
}

/// Where link definitions are that no link uses: `[Berlin]: nice` is one to Markdown, and must not be lost.
fn unused_definitions(markdown: &str, options: Options) -> Vec<Range<usize>> {
    let parser = Parser::new_ext(markdown, options);
    let mut unused: Vec<_> =
        parser.reference_definitions().iter().map(|(id, link)| (id.to_owned(), link.span.clone())).collect();
    if unused.is_empty() {
        return Vec::new();
    }
    let used: HashSet<String> = parser
        .filter_map(|event| match event {
            Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) => Some(id.to_lowercase()),
            _ => None,
        })
        .collect();
    unused.retain(|(id, _)| !used.contains(&id.to_lowercase()));
    let mut spans: Vec<_> = unused.into_iter().map(|(_, span)| span).collect();
    spans.sort_by_key(|span| span.start);
    spans
}

/// Where lists begin whose items all have the same number: whoever writes `1.` before each leaves the counting to us.
/// Of any other list the numbers are meant, such as those of choices below a list of something else.
fn counted_lists(markdown: &str, options: Options) -> HashSet<usize> {
    let (mut open, mut counted) = (Vec::<(usize, Option<u64>, bool)>::new(), HashSet::new());
    for (event, source) in Parser::new_ext(markdown, options).into_offset_iter() {
        match event {
            Event::Start(Tag::List(first)) => open.push((source.start, first, true)),
            Event::Start(Tag::Item) => {
                if let Some((_, first, alike)) = open.last_mut() {
                    *alike &= *first == number(markdown.get(source).unwrap_or_default());
                }
            }
            Event::End(TagEnd::List(_)) => {
                counted.extend(open.pop().filter(|(.., alike)| *alike).map(|(start, ..)| start));
            }
            _ => {}
        }
    }
    counted
}

fn define(writer: &mut Writer, markdown: &str, definition: Range<usize>) {
    let around = Around::of(markdown, definition);
    writer.block(around.is_apart());
    writer.text(around.source.trim_end());
    writer.end_block();
}

fn step(writer: &mut Writer, event: Event<'_>, around: &Around<'_>, is_counted: bool) {
    match event {
        Event::Start(Tag::List(first)) => writer.open_list(around.is_apart(), first, is_counted),
        Event::Start(tag) => start(writer, tag, around),
        Event::End(tag) => end(writer, tag, around),
        Event::Text(text)
        | Event::Html(text)
        | Event::InlineHtml(text)
        | Event::InlineMath(text)
        | Event::DisplayMath(text)
        | Event::FootnoteReference(text) => writer.text(&text),
        Event::Code(code) => writer.code(&code, is_at_edges(around.before, around.after)),
        Event::SoftBreak | Event::HardBreak => writer.line_break(),
        Event::Rule => {
            writer.block(around.is_apart());
            writer.text(around.source.trim());
            writer.end_block();
        }
        Event::TaskListMarker(done) => writer.text(if done { "[x] " } else { "[ ] " }),
    }
}

fn start(writer: &mut Writer, tag: Tag<'_>, around: &Around<'_>) {
    match tag {
        Tag::Heading { .. } => {
            writer.block(around.is_apart());
            match around.underline() {
                Some(_) => writer.open_nothing(),
                None => writer.open_mark('*'),
            }
        }
        Tag::BlockQuote(_) => writer.open_quote(around.is_apart()),
        Tag::CodeBlock(CodeBlockKind::Fenced(_)) => writer.open_code(around.is_apart(), true),
        Tag::CodeBlock(CodeBlockKind::Indented) => writer.open_code(around.is_apart(), false),
        Tag::Item => writer.open_item(around.source),
        Tag::TableHead => writer.open_row(true),
        Tag::TableRow => writer.open_row(false),
        Tag::TableCell => writer.open_cell(),
        Tag::Emphasis => emphasize(writer, '_', around),
        Tag::Strong => emphasize(writer, '*', around),
        Tag::Strikethrough => emphasize(writer, '~', around),
        Tag::Link { link_type, dest_url, .. } => {
            let scheme = if link_type == LinkType::Email { "mailto:" } else { "" };
            writer.open_link(format!("{scheme}{dest_url}"));
        }
        Tag::Image { dest_url, .. } => writer.open_link(dest_url.into_string()),
        // The rest are blocks of their own, or are never parsed without their option.
        _ => writer.block(around.is_apart()),
    }
}

fn emphasize(writer: &mut Writer, mark: char, around: &Around<'_>) {
    if is_literal(around.before, around.source, around.after) {
        // Emphasis has one mark on either side, whatever its neighbours are.
        let marks = around.marks();
        writer.open_literal(if mark == '_' { marks.get(..1).unwrap_or(marks) } else { marks });
    } else if is_at_edges(around.before, around.after) {
        writer.open_mark(mark);
    } else {
        writer.open_nothing();
    }
}

fn end(writer: &mut Writer, tag: TagEnd, around: &Around<'_>) {
    match tag {
        TagEnd::Heading(_) => {
            writer.close_mark();
            if let Some(line) = around.underline() {
                writer.line_break();
                writer.text(line);
            }
            writer.end_block();
        }
        TagEnd::BlockQuote(_) => writer.close_quote(),
        TagEnd::CodeBlock => writer.close_code(),
        TagEnd::List(_) => writer.close_list(),
        TagEnd::Item => writer.close_item(),
        TagEnd::TableHead | TagEnd::TableRow => writer.close_row(),
        TagEnd::TableCell => writer.close_cell(),
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => writer.close_mark(),
        TagEnd::Link | TagEnd::Image => writer.close_link(),
        _ => writer.end_block(),
    }
}

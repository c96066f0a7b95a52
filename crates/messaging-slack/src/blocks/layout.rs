//! Where words stand: in sections, quotes and lists within lists, which Slack keeps flat.

use serde_json::{Map, Value, json};

use super::{inline::Inline, limits::INDENT};
use crate::mrkdwn::neutral;

/// Blocks that are being laid out.
#[derive(Debug, Default)]
pub(super) struct Layout {
    blocks: Vec<Value>,
    /// Elements of the block of rich text at the end.
    rich: Vec<Value>,
    quotes: usize,
    lists: Vec<List>,
    items: Vec<Item>,
    /// Items that are written and may get company.
    run: Option<Run>,
}

/// A list we are in: the number of its next item, if it counts.
#[derive(Clone, Copy, Debug)]
struct List(Option<u64>);

/// An item we are in: its number, and whether its bullet is written.
#[derive(Clone, Copy, Debug)]
struct Item {
    number: Option<u64>,
    written: bool,
}

/// Items that Slack keeps together.
#[derive(Debug)]
struct Run {
    ordered: bool,
    indent: usize,
    offset: u64,
    quoted: bool,
    items: Vec<Value>,
}

impl Layout {
    pub(super) fn is_nested(&self) -> bool {
        self.quotes > 0 || !self.lists.is_empty()
    }

    pub(super) fn is_in_item(&self) -> bool {
        !self.items.is_empty()
    }

    pub(super) fn open_quote(&mut self) {
        self.quotes += 1;
    }

    pub(super) fn close_quote(&mut self) {
        self.quotes = self.quotes.saturating_sub(1);
    }

    pub(super) fn open_list(&mut self, first: Option<u64>) {
        if let Some(item) = self.items.last_mut().filter(|item| !item.written) {
            item.written = true;
            let number = item.number;
            self.item(number, &[json!({ "type": "text", "text": " " })]);
        }
        self.lists.push(List(first));
    }

    pub(super) fn close_list(&mut self) {
        self.lists.pop();
        if self.lists.is_empty() {
            self.end_run();
        }
    }

    pub(super) fn open_item(&mut self) {
        let number = self.lists.last_mut().and_then(|list| {
            let number = list.0?;
            list.0 = Some(number.saturating_add(1));
            Some(number)
        });
        self.items.push(Item { number, written: false });
    }

    /// An item that says nothing is an item.
    pub(super) fn close_item(&mut self) {
        if let Some(item) = self.items.pop()
            && !item.written
        {
            self.item(item.number, &[json!({ "type": "text", "text": " " })]);
        }
    }

    /// Puts words where we are: the first ones of an item behind its bullet, later ones below it.
    pub(super) fn words(&mut self, words: Inline) {
        let elements = words.elements();
        if elements.is_empty() {
            return;
        }
        if let Some(item) = self.items.last_mut().filter(|item| !item.written) {
            item.written = true;
            let number = item.number;
            return self.item(number, &elements);
        }
        let kind = if self.quotes > 0 { "rich_text_quote" } else { "rich_text_section" };
        self.element(json!({ "type": kind, "elements": elements }));
    }

    /// Puts a block of code. <https://docs.slack.dev/reference/block-kit/blocks/rich-text-block>
    pub(super) fn code(&mut self, code: &str) {
        let code = code.strip_suffix('\n').unwrap_or(code);
        let shown = if code.is_empty() { " ".into() } else { neutral::code(code) };
        let mut block = json!({ "type": "rich_text_preformatted", "elements": [{ "type": "text", "text": shown }] });
        if self.quotes > 0
            && let Some(fields) = block.as_object_mut()
        {
            fields.insert("border".to_owned(), 1.into());
        }
        self.element(block);
    }

    /// Puts a block that is no rich text.
    pub(super) fn block(&mut self, block: Value) {
        self.end_rich();
        self.blocks.push(block);
    }

    pub(super) fn finish(mut self) -> Vec<Value> {
        self.end_rich();
        self.blocks
    }

    fn element(&mut self, element: Value) {
        self.end_run();
        self.rich.push(element);
    }

    fn item(&mut self, number: Option<u64>, elements: &[Value]) {
        let (ordered, quoted) = (number.is_some(), self.quotes > 0);
        let indent = self.lists.len().saturating_sub(1).min(INDENT);
        let item = json!({ "type": "rich_text_section", "elements": elements });
        if let Some(run) = &mut self.run
            && (run.ordered, run.indent, run.quoted) == (ordered, indent, quoted)
        {
            return run.items.push(item);
        }
        self.end_run();
        let offset = number.unwrap_or(1).saturating_sub(1);
        self.run = Some(Run { ordered, indent, offset, quoted, items: vec![item] });
    }

    fn end_run(&mut self) {
        let Some(Run { ordered, indent, offset, quoted, items }) = self.run.take() else { return };
        let mut list = Map::new();
        list.insert("type".to_owned(), "rich_text_list".into());
        list.insert("style".to_owned(), if ordered { "ordered" } else { "bullet" }.into());
        for (name, value) in
            [("indent", indent as u64), ("offset", if ordered { offset } else { 0 }), ("border", quoted.into())]
        {
            if value > 0 {
                list.insert(name.to_owned(), value.into());
            }
        }
        list.insert("elements".to_owned(), items.into());
        self.rich.push(list.into());
    }

    fn end_rich(&mut self) {
        self.end_run();
        if !self.rich.is_empty() {
            let elements = std::mem::take(&mut self.rich);
            self.blocks.push(json!({ "type": "rich_text", "elements": elements }));
        }
    }
}

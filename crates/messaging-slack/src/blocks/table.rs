//! Tables. <https://docs.slack.dev/reference/block-kit/blocks/table-block>

use pulldown_cmark::Alignment;
use serde_json::{Value, json};

use super::{
    inline::Inline,
    limits::{CELLS, ROWS},
};
use crate::mrkdwn::neutral;

/// A table that is being read.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    rows: Vec<Vec<Inline>>,
    /// As it was written, which lines up.
    source: String,
}

impl Table {
    pub(super) fn new(alignments: Vec<Alignment>, source: &str) -> Self {
        Self { alignments, rows: Vec::new(), source: source.trim_end().to_owned() }
    }

    pub(super) fn start_row(&mut self) {
        self.rows.push(Vec::new());
    }

    pub(super) fn push(&mut self, cell: Inline) {
        if let Some(row) = self.rows.last_mut() {
            row.push(cell);
        }
    }

    /// Writes the block; nothing for a table that is too large for one.
    pub(super) fn block(&self) -> Option<Value> {
        if self.rows.len() > ROWS || self.rows.iter().any(|row| row.is_empty() || row.len() > CELLS) {
            return None;
        }
        let rows: Vec<Vec<Value>> = self.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        let columns: Vec<Value> = self.alignments.iter().copied().map(column).collect();
        Some(json!({ "type": "table", "column_settings": columns, "rows": rows }))
    }

    pub(super) fn into_source(self) -> String {
        self.source
    }
}

fn column(alignment: Alignment) -> Value {
    let align = match alignment {
        Alignment::Right => "right",
        Alignment::Center => "center",
        Alignment::Left | Alignment::None => "left",
    };
    json!({ "align": align, "is_wrapped": true })
}

/// A cell must say something.
fn cell(inline: &Inline) -> Value {
    let text = inline.text();
    if inline.is_plain() || text.trim().is_empty() {
        let shown = if text.trim().is_empty() { " ".into() } else { neutral::words(text.trim()) };
        return json!({ "type": "raw_text", "text": shown });
    }
    let section = json!({ "type": "rich_text_section", "elements": inline.clone().elements() });
    json!({ "type": "rich_text", "elements": [section] })
}

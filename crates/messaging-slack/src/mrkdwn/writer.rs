use super::{escape::escape_into, link::Link};

/// Invisible, without width: Slack knows a mark only at the edge of a word.
const EDGE: char = '\u{200B}';

/// Lists within lists are indented no further: what nobody reads must not grow with the square of its source.
const DEEPEST: usize = 8;

/// Writes mrkdwn block by block: what separates two blocks is written when the second one begins.
#[derive(Debug, Default)]
pub(super) struct Writer {
    out: String,
    gap: Gap,
    quotes: usize,
    /// The lists we are in, with the number of the next item.
    lists: Vec<Option<u64>>,
    items: usize,
    /// Whether nothing follows the bullet yet.
    fresh: bool,
    /// The marks we are in, each with where it was opened; none for one that is in force already.
    marks: Vec<Option<(char, usize)>>,
    /// Whether a mark has just been closed.
    closed: bool,
    link: Option<Link>,
    /// How many links and images we are in; only the outermost is one.
    links: usize,
    verbatim: Verbatim,
}

/// What is written as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Verbatim {
    #[default]
    Nothing,
    /// The content of a code block.
    Code,
    /// A table, which has been written already.
    Table,
}

/// What stands between two blocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Gap {
    #[default]
    None,
    Line,
    Blank,
}

impl Writer {
    pub(super) fn finish(self) -> String {
        self.out.trim_end().to_owned()
    }

    /// Begins a block, `apart` from the one before as its source was. Items are told line by line.
    pub(super) fn block(&mut self, apart: bool) {
        if !self.fresh {
            self.gap = if apart && self.items == 0 { Gap::Blank } else { Gap::Line };
        }
    }

    /// Ends a block.
    pub(super) fn end_block(&mut self) {
        let trimmed = self.out.trim_end_matches(['\n', ' ']).len();
        if trimmed > 0 && !self.fresh {
            self.out.truncate(trimmed);
        }
        self.gap = Gap::Line;
    }

    pub(super) fn text(&mut self, text: &str) {
        match self.verbatim {
            Verbatim::Table => {}
            // Slack's blocks have one fence.
            Verbatim::Code => escape_into(&mut self.out, &text.replace("```", "``\u{200B}`")),
            Verbatim::Nothing => {
                for (index, line) in text.split('\n').enumerate() {
                    if index > 0 {
                        self.line_break();
                    }
                    self.inline(line);
                }
            }
        }
    }

    pub(super) fn code(&mut self, code: &str) {
        if self.verbatim == Verbatim::Table || self.links > 0 {
            return self.text(code);
        }
        self.begin();
        self.edge_before();
        self.out.push('`');
        escape_into(&mut self.out, code);
        self.out.push('`');
        self.closed = true;
    }

    /// Goes on in the next line. Slack's marks end with the line, so they are closed and opened again.
    pub(super) fn line_break(&mut self) {
        if self.links > 0 {
            return self.out.push(' ');
        }
        let open: Vec<char> = self.marks.iter().flatten().map(|(mark, _)| *mark).collect();
        self.out.extend(open.iter().rev());
        self.out.push('\n');
        self.prefix();
        for (mark, at) in self.marks.iter_mut().flatten() {
            *at = self.out.len();
            self.out.push(*mark);
        }
    }

    pub(super) fn open_mark(&mut self, mark: char) {
        let in_force = self.links > 0 || self.marks.iter().flatten().any(|(open, _)| *open == mark);
        if in_force {
            return self.marks.push(None);
        }
        self.begin();
        self.edge_before();
        self.marks.push(Some((mark, self.out.len())));
        self.out.push(mark);
    }

    pub(super) fn close_mark(&mut self) {
        let Some((mark, at)) = self.marks.pop().flatten() else { return };
        if self.out.len() == at + 1 {
            self.out.truncate(at);
        } else {
            self.out.push(mark);
            self.closed = true;
        }
    }

    pub(super) fn open_link(&mut self, url: String) {
        self.links += 1;
        if self.links == 1 && self.verbatim == Verbatim::Nothing {
            self.begin();
            self.link = Some(Link::open(&mut self.out, url));
        }
    }

    pub(super) fn close_link(&mut self) {
        self.links = self.links.saturating_sub(1);
        if self.links == 0
            && let Some(link) = self.link.take()
        {
            link.close(&mut self.out);
        }
    }

    pub(super) fn open_quote(&mut self, apart: bool) {
        self.block(apart);
        self.quotes += 1;
    }

    pub(super) fn close_quote(&mut self) {
        self.quotes = self.quotes.saturating_sub(1);
        self.end_block();
    }

    /// A fence stands at the start of its line, wherever it belongs, or its content would be indented too.
    pub(super) fn open_code(&mut self, apart: bool) {
        self.block(apart);
        self.separate();
        self.fresh = false;
        self.out.push_str("```\n");
        self.verbatim = Verbatim::Code;
    }

    pub(super) fn close_code(&mut self) {
        self.verbatim = Verbatim::Nothing;
        if !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        self.out.push_str("```");
        self.end_block();
    }

    /// Shows a table as it was written, which is how it lines up.
    pub(super) fn table(&mut self, apart: bool, source: &str) {
        self.open_code(apart);
        self.text(source.trim_end());
        self.close_code();
        self.verbatim = Verbatim::Table;
    }

    pub(super) fn close_table(&mut self) {
        self.verbatim = Verbatim::Nothing;
    }

    pub(super) fn open_list(&mut self, apart: bool, first: Option<u64>) {
        self.block(apart);
        self.lists.push(first);
    }

    pub(super) fn close_list(&mut self) {
        self.lists.pop();
        self.end_block();
    }

    pub(super) fn open_item(&mut self) {
        self.fresh = false;
        self.block(false);
        self.separate();
        self.quote();
        self.indent(self.items);
        match self.lists.last_mut() {
            Some(Some(number)) => {
                self.out.push_str(&number.to_string());
                self.out.push_str(". ");
                *number = number.saturating_add(1);
            }
            _ => self.out.push_str("• "),
        }
        self.items += 1;
        self.fresh = true;
    }

    pub(super) fn close_item(&mut self) {
        self.items = self.items.saturating_sub(1);
        self.fresh = false;
        self.gap = Gap::Line;
    }

    fn inline(&mut self, text: &str) {
        let Some(first) = text.chars().next() else { return };
        self.begin();
        if std::mem::take(&mut self.closed) && first.is_alphanumeric() {
            self.out.push(EDGE);
        }
        escape_into(&mut self.out, text);
    }

    /// Writes what is due before the first word of a block.
    fn begin(&mut self) {
        self.fresh = false;
        if self.separate() {
            self.prefix();
        }
    }

    /// Writes the gap; says whether a new line has begun.
    fn separate(&mut self) -> bool {
        let gap = std::mem::take(&mut self.gap);
        if self.out.is_empty() || gap == Gap::None {
            return self.out.is_empty();
        }
        self.closed = false;
        self.out.push('\n');
        if gap == Gap::Blank {
            self.quote();
            self.out.push('\n');
        }
        true
    }

    /// Starts a line where we are.
    fn prefix(&mut self) {
        self.quote();
        if let Some(outer) = self.items.checked_sub(1) {
            self.indent(outer);
            self.out.push_str("  ");
        }
    }

    fn indent(&mut self, levels: usize) {
        self.out.push_str(&"    ".repeat(levels.min(DEEPEST)));
    }

    fn quote(&mut self) {
        if self.quotes > 0 {
            self.out.push_str("> ");
        }
    }

    /// Keeps a mark from the word before it.
    fn edge_before(&mut self) {
        self.closed = false;
        if self.out.chars().next_back().is_some_and(char::is_alphanumeric) {
            self.out.push(EDGE);
        }
    }
}

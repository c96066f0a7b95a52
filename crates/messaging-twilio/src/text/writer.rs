use super::Markup;

/// Lists within lists are indented no further: what nobody reads must not grow with the square of its source.
const DEEPEST: usize = 8;

/// Writes text block by block: what separates two blocks is written when the second one begins.
#[derive(Debug)]
pub(super) struct Writer {
    markup: Markup,
    out: String,
    gap: Gap,
    quotes: usize,
    /// The lists we are in, with the number of the next item, and whether it counts or the item's own.
    lists: Vec<Option<(u64, bool)>>,
    items: usize,
    /// Whether nothing follows the bullet yet.
    fresh: bool,
    marks: Vec<Mark>,
    /// How many links and images we are in; only the outermost is one.
    links: usize,
    link: Option<Link>,
    code: Option<Code>,
    row: Option<Row>,
}

/// What stands between two blocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Gap {
    #[default]
    None,
    Line,
    Blank,
}

/// What was opened and is to be closed.
#[derive(Debug)]
enum Mark {
    /// A mark of the channel's, and where its text begins.
    Shown(char, usize),
    /// What was no mark after all.
    Literal(String),
    /// Nothing: the channel has no such mark, or it is in force already.
    Nothing,
}

/// A link that is being written: where its label begins.
#[derive(Debug)]
struct Link {
    url: String,
    label_at: usize,
}

#[derive(Debug)]
struct Code {
    fenced: bool,
}

#[derive(Debug)]
struct Row {
    cells: usize,
    bold: bool,
}

/// The number that an item begins with.
pub(super) fn number(item: &str) -> Option<u64> {
    let digits = item.trim_start().split(|char: char| !char.is_ascii_digit()).next()?;
    digits.parse().ok()
}

impl Writer {
    pub(super) fn new(markup: Markup) -> Self {
        Self {
            markup,
            out: String::new(),
            gap: Gap::None,
            quotes: 0,
            lists: Vec::new(),
            items: 0,
            fresh: false,
            marks: Vec::new(),
            links: 0,
            link: None,
            code: None,
            row: None,
        }
    }

    pub(super) fn finish(self) -> String {
        self.out.trim().to_owned()
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
        if let Some(code) = &self.code {
            let indent = if code.fenced || self.items > 0 { "" } else { "    " };
            for line in text.split_inclusive('\n') {
                if self.out.ends_with('\n') || self.out.is_empty() {
                    self.out.push_str(indent);
                }
                self.out.push_str(line);
            }
            return;
        }
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.line_break();
            }
            if !line.is_empty() {
                self.begin();
                self.out.push_str(line);
            }
        }
    }

    pub(super) fn code(&mut self, code: &str, at_edges: bool) {
        self.begin();
        let marked = self.markup == Markup::WhatsApp && at_edges && self.links == 0 && !code.contains('`');
        let mark = if marked { "`" } else { "" };
        for piece in [mark, code, mark] {
            self.out.push_str(piece);
        }
    }

    /// Goes on in the next line. A channel's marks end with the line, so they are closed and opened again.
    pub(super) fn line_break(&mut self) {
        if self.links > 0 || self.row.is_some() {
            return self.out.push(' ');
        }
        let open: Vec<char> = self.shown().collect();
        self.out.extend(open.iter().rev());
        self.out.push('\n');
        self.prefix();
        for mark in &mut self.marks {
            if let Mark::Shown(mark, at) = mark {
                self.out.push(*mark);
                *at = self.out.len();
            }
        }
    }

    /// Opens a mark, where the channel has it.
    pub(super) fn open_mark(&mut self, mark: char) {
        let in_force = self.links > 0 || self.shown().any(|open| open == mark);
        if in_force || self.markup == Markup::Plain {
            return self.open_nothing();
        }
        self.begin();
        self.out.push(mark);
        self.marks.push(Mark::Shown(mark, self.out.len()));
    }

    /// Writes what looked like a mark as it stands, on either side.
    pub(super) fn open_literal(&mut self, marks: &str) {
        self.begin();
        self.out.push_str(marks);
        self.marks.push(Mark::Literal(marks.to_owned()));
    }

    pub(super) fn open_nothing(&mut self) {
        self.marks.push(Mark::Nothing);
    }

    pub(super) fn close_mark(&mut self) {
        match self.marks.pop() {
            // Nothing stands between the two.
            Some(Mark::Shown(mark, at)) if self.out.len() == at => self.out.truncate(at - mark.len_utf8()),
            Some(Mark::Shown(mark, _)) => self.out.push(mark),
            Some(Mark::Literal(marks)) => self.out.push_str(&marks),
            Some(Mark::Nothing) | None => {}
        }
    }

    pub(super) fn open_link(&mut self, url: String) {
        self.links += 1;
        if self.links == 1 {
            self.begin();
            self.link = Some(Link { url, label_at: self.out.len() });
        }
    }

    /// Closes a link: `label (url)`, or the URL alone where the label says the same.
    pub(super) fn close_link(&mut self) {
        self.links = self.links.saturating_sub(1);
        let Some(Link { url, label_at }) = self.link.take_if(|_| self.links == 0) else { return };
        let label = self.out.get(label_at..).unwrap_or_default().trim();
        let bare = |url: &str| {
            let rest = ["https://", "http://", "mailto:", "tel:"].iter().find_map(|scheme| url.strip_prefix(scheme));
            rest.unwrap_or(url).trim_end_matches('/').to_owned()
        };
        if url.is_empty() {
            return;
        }
        if label.is_empty() || bare(label) == bare(&url) {
            let shown = if label.is_empty() || url.starts_with("http") { url } else { label.to_owned() };
            self.out.truncate(label_at);
            self.out.push_str(&shown);
        } else {
            let url = url.strip_prefix("mailto:").unwrap_or(&url);
            self.out.push_str(" (");
            self.out.push_str(url);
            self.out.push(')');
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

    /// Opens a code block; only a fenced one is shown as code, the other may be anything that is indented.
    pub(super) fn open_code(&mut self, apart: bool, fenced: bool) {
        self.block(apart);
        self.separate();
        self.fresh = false;
        if fenced && self.markup == Markup::WhatsApp {
            self.out.push_str("```\n");
        }
        self.code = Some(Code { fenced });
    }

    pub(super) fn close_code(&mut self) {
        let fenced = self.code.take().is_some_and(|code| code.fenced);
        if fenced && self.markup == Markup::WhatsApp {
            if !self.out.ends_with('\n') {
                self.out.push('\n');
            }
            self.out.push_str("```");
        }
        self.end_block();
    }

    pub(super) fn open_row(&mut self, bold: bool) {
        self.block(false);
        self.row = Some(Row { cells: 0, bold });
    }

    pub(super) fn close_row(&mut self) {
        self.row = None;
        self.end_block();
    }

    pub(super) fn open_cell(&mut self) {
        self.begin();
        let Some(row) = &mut self.row else { return };
        row.cells += 1;
        let (first, bold) = (row.cells == 1, row.bold);
        if !first {
            self.out.push_str(" | ");
        }
        if bold { self.open_mark('*') } else { self.open_nothing() }
    }

    pub(super) fn close_cell(&mut self) {
        self.close_mark();
    }

    pub(super) fn open_list(&mut self, apart: bool, first: Option<u64>, is_counted: bool) {
        self.block(apart);
        self.lists.push(first.map(|first| (first, is_counted)));
    }

    pub(super) fn close_list(&mut self) {
        self.lists.pop();
        self.end_block();
    }

    /// Opens an item; `source` begins with its marker, whose `)` and `+` are kept.
    pub(super) fn open_item(&mut self, source: &str) {
        self.fresh = false;
        self.block(false);
        self.separate();
        self.quote();
        self.indent(self.items);
        let marker = source.split_whitespace().next().unwrap_or_default();
        match self.lists.last_mut() {
            Some(Some((next, is_counted))) => {
                let own = number(marker).filter(|_| !*is_counted).unwrap_or(*next);
                self.out.push_str(&own.to_string());
                self.out.push_str(if marker.ends_with(')') { ") " } else { ". " });
                *next = own.saturating_add(1);
            }
            // An item with nothing in it may be no item at all.
            _ if marker == source.trim() => self.out.extend([marker, " "]),
            _ => self.out.push_str(if marker.starts_with('+') { "+ " } else { "- " }),
        }
        self.items += 1;
        self.fresh = true;
    }

    pub(super) fn close_item(&mut self) {
        self.items = self.items.saturating_sub(1);
        self.fresh = false;
        self.gap = Gap::Line;
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
        self.out.push_str(&"  ".repeat(levels.min(DEEPEST)));
    }

    fn quote(&mut self) {
        if self.quotes > 0 {
            self.out.push_str("> ");
        }
    }

    fn shown(&self) -> impl Iterator<Item = char> {
        self.marks.iter().filter_map(|mark| match mark {
            Mark::Shown(mark, _) => Some(*mark),
            _ => None,
        })
    }
}

//! The two directions of one exchange, merged: Twilio lists what we sent and what they sent apart.

use std::{cmp::Reverse, collections::VecDeque};

use messaging_core::{
    Error, ErrorKind, Page, Result, UnixMillis,
    message::{ListMessages, Message},
};
use serde::{Deserialize, Serialize};

use crate::{Twilio, api::rows, date, fields::Fields, row::TextRow, sid::is_sid};

/// Where reading goes on in one direction: a page, and the last row that was given out of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Mark {
    page: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after: Option<String>,
}

/// Where reading goes on: what we sent, then what they sent. None: that direction is at its end.
#[derive(Debug, Serialize, Deserialize)]
struct Cursor([Option<Mark>; 2]);

/// One direction while it is read.
#[derive(Debug, Default)]
struct Side {
    page: String,
    after: Option<String>,
    rows: VecDeque<TextRow>,
    next: Option<String>,
}

impl Side {
    /// Whether what comes next is on a page that has not been read.
    fn is_cut(&self) -> bool {
        self.rows.is_empty() && self.next.is_some()
    }

    fn newest(&self) -> Option<UnixMillis> {
        self.rows.front().map(|row| row.created().unwrap_or_default())
    }

    fn take(&mut self) -> Option<TextRow> {
        let row = self.rows.pop_front()?;
        self.after = Some(row.sid.clone());
        Some(row)
    }

    fn mark(self) -> Option<Mark> {
        if self.rows.is_empty() {
            self.next.map(|page| Mark { page, after: None })
        } else {
            Some(Mark { page: self.page, after: self.after })
        }
    }
}

impl Twilio {
    /// Lists an exchange, newest first.
    ///
    /// A page ends where the next row of one direction is on a page not read yet, so it may be shorter than asked.
    pub(crate) async fn exchanged(&self, ours: &str, theirs: &str, request: &ListMessages) -> Result<Page<Message>> {
        let limit = request.limit.unwrap_or(50).clamp(1, 1_000);
        let service = is_sid(ours, "MG").then_some(ours);
        let [mine, other] = match &request.cursor {
            Some(cursor) => read(cursor)?,
            None => self.first_pages(ours, theirs, limit, request.not_before)?,
        };
        let wanted = |row: &TextRow| {
            service.is_none_or(|service| row.messaging_service_sid.as_deref() == Some(service))
                && request.not_before.is_none_or(|limit| row.created().is_none_or(|at| at >= limit))
        };
        let (mut mine, mut other) = (self.side(mine, wanted).await?, self.side(other, wanted).await?);
        let mut items = Vec::new();
        while items.len() < usize::try_from(limit).unwrap_or(usize::MAX) && !mine.is_cut() && !other.is_cut() {
            // Seconds are the finest there is: within one, ours is taken for the answer, so it is the newer.
            let side = [&mut other, &mut mine].into_iter().max_by_key(|side| side.newest());
            let Some(row) = side.and_then(Side::take) else { break };
            items.push(row.message());
        }
        let cursor = Cursor([mine.mark(), other.mark()]);
        let next = if cursor.0.iter().all(Option::is_none) { None } else { serde_json::to_string(&cursor).ok() };
        Ok(Page::new(items, next))
    }

    /// Where both directions start. A service is filtered later, because Twilio lists by number only.
    fn first_pages(
        &self,
        ours: &str,
        theirs: &str,
        limit: u32,
        not_before: Option<UnixMillis>,
    ) -> Result<[Option<Mark>; 2]> {
        let number = if is_sid(ours, "MG") { None } else { Some(ours) };
        let list = self.account.bases.url(&self.account.path("/Messages.json"))?;
        let first = |from: Option<&str>, to: Option<&str>| {
            let query = Fields::default()
                .with_some("To", to)
                .with_some("From", from)
                .with_some("DateSent>", not_before.and_then(date::day))
                .with("PageSize", limit.to_string());
            Some(Mark { page: query.query_of(&list), after: None })
        };
        Ok([first(number, Some(theirs)), first(Some(theirs), number)])
    }

    /// Reads on in one direction.
    async fn side(&self, mark: Option<Mark>, wanted: impl Fn(&TextRow) -> bool) -> Result<Side> {
        let Some(Mark { page, after }) = mark else { return Ok(Side::default()) };
        let page = self.account.bases.page(&page, "Messages.json")?;
        let (mut listed, next) = rows::<TextRow>(self.get_page(&page).await?, "messages", "message")?;
        // Sorted before the mark is looked for, because rows are given out in this order.
        listed.sort_by_key(|row| Reverse(row.created()));
        // A first page moves when somebody writes; rows before the mark have been given out.
        if let Some(at) = after.as_ref().and_then(|after| listed.iter().position(|row| row.sid == *after)) {
            listed.drain(..=at);
        }
        listed.retain(wanted);
        let next = next.map(|link| self.account.bases.page(&link, "Messages.json")).transpose()?;
        Ok(Side { page, after, rows: listed.into(), next })
    }
}

fn read(cursor: &str) -> Result<[Option<Mark>; 2]> {
    let refuse = |_| {
        let message = "the cursor is not one of ours: pass `next` of the page before, unchanged";
        Error::new(ErrorKind::Invalid, message)
    };
    serde_json::from_str(cursor).map(|Cursor(marks)| marks).map_err(refuse)
}

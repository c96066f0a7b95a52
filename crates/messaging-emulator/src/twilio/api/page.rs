use form_urlencoded::Serializer;
use serde_json::{Value, json};

use super::{Refusal, form::Form};

/// A stretch of a list: one page, and the ways to its neighbours.
#[derive(Debug)]
pub(crate) struct Page<T> {
    pub(crate) items: Vec<T>,
    number: usize,
    size: usize,
    start: usize,
    /// The query of every page: the filters that were asked for.
    filters: Vec<(String, String)>,
    previous: Option<String>,
    next: Option<String>,
}

impl<T> Page<T> {
    /// Cuts the page that the query asks for out of the whole list; `most` is the largest page.
    ///
    /// A token names the neighbour it starts from, so a page stands still while the list grows at its other end.
    pub(crate) fn cut(all: Vec<T>, query: &Form, most: usize, sid: impl Fn(&T) -> &str) -> Result<Self, Refusal> {
        let size = number(query, "PageSize", most.min(50))?;
        if !(1..=most).contains(&size) {
            return Err(Refusal::invalid(20_007, format!("Page size must be between 1 and {most}")));
        }
        let page = number(query, "Page", 0)?;
        let position = |wanted: &str| all.iter().position(|item| sid(item) == wanted);
        let start = match query.get("PageToken") {
            None => page.saturating_mul(size),
            Some(token) => match (token.get(..2), token.get(2..).and_then(position)) {
                (Some("PA"), Some(last)) => last + 1,
                (Some("PB"), Some(first)) => first.saturating_sub(size),
                _ => return Err(Refusal::invalid(20_001, "Invalid PageToken")),
            },
        };
        let filters =
            query.pairs().iter().filter(|(name, _)| !matches!(name.as_str(), "PageSize" | "Page" | "PageToken"));
        let filters = filters.cloned().collect();
        let end = start.saturating_add(size).min(all.len());
        let first = all.get(start).map(|item| format!("PB{}", sid(item)));
        let last = end.checked_sub(1).and_then(|last| all.get(last)).map(|item| format!("PA{}", sid(item)));
        let previous = first.filter(|_| start > 0 && page > 0);
        let next = last.filter(|_| end < all.len() && end > start);
        let items = all.into_iter().skip(start).take(size).collect();
        Ok(Self { items, number: page, size, start, filters, previous, next })
    }

    /// The page of the API of 2010: one key for the list beside the paging, whose URIs are relative.
    pub(crate) fn uris(&self, path: &str, key: &str, items: Vec<Value>) -> Value {
        let uri = |number, token| format!("{path}?{}", self.query(number, token));
        let mut body = json!({
            "start": self.start,
            "end": (self.start + items.len()).saturating_sub(1),
            "page": self.number,
            "page_size": self.size,
            "uri": uri(self.number, None),
            "first_page_uri": uri(0, None),
            "previous_page_uri": self.back().map(|(number, token)| uri(number, Some(token))),
            "next_page_uri": self.next.as_deref().map(|token| uri(self.number.saturating_add(1), Some(token))),
        });
        if let Some(fields) = body.as_object_mut() {
            fields.insert(key.to_owned(), items.into());
        }
        body
    }

    /// The page of the version 1 APIs: `meta` with absolute URLs.
    pub(crate) fn meta(&self, url: &str, key: &str, items: Vec<Value>) -> Value {
        let link = |number, token| format!("{url}?{}", self.query(number, token));
        let meta = json!({
            "page": self.number,
            "page_size": self.size,
            "first_page_url": link(0, None),
            "previous_page_url": self.back().map(|(number, token)| link(number, Some(token))),
            "url": link(self.number, None),
            "next_page_url": self.next.as_deref().map(|token| link(self.number.saturating_add(1), Some(token))),
            "key": key,
        });
        let mut body = json!({ "meta": meta });
        if let Some(fields) = body.as_object_mut() {
            fields.insert(key.to_owned(), items.into());
        }
        body
    }

    fn back(&self) -> Option<(usize, &str)> {
        Some((self.number.saturating_sub(1), self.previous.as_deref()?))
    }

    fn query(&self, number: usize, token: Option<&str>) -> String {
        let mut query = Serializer::new(String::new());
        query.extend_pairs(&self.filters);
        query.append_pair("PageSize", &self.size.to_string()).append_pair("Page", &number.to_string());
        if let Some(token) = token {
            query.append_pair("PageToken", token);
        }
        query.finish()
    }
}

fn number(query: &Form, name: &str, default: usize) -> Result<usize, Refusal> {
    let Some(text) = query.get(name) else { return Ok(default) };
    text.parse().map_err(|_| Refusal::invalid(20_001, format!("{name} must be a number")))
}

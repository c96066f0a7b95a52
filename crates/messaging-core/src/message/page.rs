/// One page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Page<T> {
    /// What is on it. May be shorter than asked although there is more.
    pub items: Vec<T>,
    /// Asks for the next page; none on the last one.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// A page, and what asks for the next one.
    #[must_use]
    pub fn new(items: Vec<T>, next: Option<String>) -> Self {
        Self { items, next }
    }
}

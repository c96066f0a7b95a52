//! The spellings of the URL that callbacks come to, which need not be made for each of them.

use std::{borrow::Cow, sync::OnceLock};

/// Those of the first URL that was believed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spellings(OnceLock<(String, Vec<String>)>);

impl Spellings {
    /// Those of `url`, kept or made anew.
    pub(crate) fn of(&self, url: &str, make: impl FnOnce(&str) -> Vec<String>) -> Cow<'_, [String]> {
        match self.0.get() {
            Some((known, spellings)) if known == url => Cow::Borrowed(spellings),
            _ => Cow::Owned(make(url)),
        }
    }

    /// Keeps those of a URL for which a signature was good. One with a query is another one every time.
    pub(crate) fn keep(&self, url: &str, spellings: Cow<'_, [String]>) {
        if let Cow::Owned(spellings) = spellings
            && !url.contains('?')
        {
            self.0.get_or_init(|| (url.to_owned(), spellings));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_of_the_first_url_without_a_query_are_kept() {
        let make = |url: &str| vec![url.to_owned(), format!("{url}!")];
        let spellings = Spellings::default();
        for (url, is_kept) in
            [("https://x.test/w?mid=1", false), ("https://x.test/w", true), ("https://x.test/w/hint", false)]
        {
            let made = spellings.of(url, make);
            assert_eq!(*made, make(url));
            spellings.keep(url, made);
            assert_eq!(matches!(spellings.of(url, make), Cow::Borrowed(_)), is_kept, "{url}");
            assert_eq!(*spellings.of(url, make), make(url));
        }
        assert!(matches!(spellings.of("https://x.test/w", make), Cow::Borrowed(_)));
    }
}

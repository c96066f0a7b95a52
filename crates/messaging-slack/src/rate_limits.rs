//! What the operator knows better than the tiers.

use std::collections::BTreeMap;

use messaging_core::{Error, ErrorKind, Result};

/// Refuses a rate that is none.
pub(crate) fn check(rates: &BTreeMap<String, f64>) -> Result<()> {
    let known = |name: &str| matches!(name, "channel" | "posts") || name.split('.').count() > 1;
    for (name, rate) in rates {
        let refuse = |why: &str| Err(Error::new(ErrorKind::Config, format!("`rate_limits` of `slack` {why}")));
        if !known(name) {
            return refuse(&format!(
                "names `{name}`: write a method such as `conversations.history`, `channel` for posts in one channel or \
                 `posts` for posts in one workspace"
            ));
        }
        if !(0.1..=100_000.0).contains(rate) {
            return refuse(&format!("gives `{name}` {rate} calls a minute: 0.1 to 100,000 are possible"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_that_is_none_is_refused() {
        for (name, rate) in [("channel", 0.0), ("posts", f64::NAN), ("posts", -1.0), ("chanel", 60.0), ("", 1.0)] {
            let error = check(&BTreeMap::from([(name.to_owned(), rate)])).unwrap_err();
            assert!(error.to_string().contains("rate_limits"), "{error}");
        }
        assert!(check(&BTreeMap::from([("conversations.history".to_owned(), 1.0)])).is_ok());
    }
}

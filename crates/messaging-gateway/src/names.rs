//! What people call whoever wrote: asked for before a turn, because a webhook waits for nobody.

use std::{collections::BTreeMap, panic::AssertUnwindSafe, time::Duration};

use futures_util::{FutureExt, future::join_all};
use messaging_core::{Place, capability::RememberedName, message::FetchName};
use tokio::time::timeout;

use crate::account::Account;

/// People who are asked about before one turn, at most.
const PEOPLE: usize = 8;

/// Longest time that a turn waits for names. It goes on without.
const PATIENCE: Duration = Duration::from_secs(2);

/// Tells the names of `authors` as far as the provider knows them, some at most, and never for long.
///
/// Whoever it remembers is not asked about: that would wait for its limits, and take of them.
pub(crate) async fn names<'a>(
    account: &Account,
    place: &Place,
    authors: impl Iterator<Item = &'a str>,
) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    let Some(people) = account.messenger.provider().people() else { return names };
    let (mut met, mut asked) = (Vec::new(), Vec::new());
    for author in authors {
        if met.len() == PEOPLE || met.contains(&author) {
            continue;
        }
        met.push(author);
        match people.remembered_name(place, author) {
            RememberedName::Unknown => asked.push(author),
            RememberedName::Nameless => {}
            RememberedName::Name(name) => drop(names.insert(author.to_owned(), name)),
        }
    }
    let ask = |author: &'a str| async move {
        let call = AssertUnwindSafe(account.messenger.call(FetchName::of(place.clone(), author))).catch_unwind();
        let why = match timeout(PATIENCE, call).await {
            Ok(Ok(Ok(name))) => return Some((author.to_owned(), name?)),
            Ok(Ok(Err(error))) => error.to_string(),
            Ok(Err(_)) => "the provider panicked".to_owned(),
            Err(_) => "no answer in time".to_owned(),
        };
        tracing::debug!(account = account.name, author, why, "somebody is told of without a name");
        None
    };
    names.extend(join_all(asked.into_iter().map(ask)).await.into_iter().flatten());
    names
}

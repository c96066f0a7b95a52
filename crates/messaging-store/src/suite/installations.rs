use std::{sync::Arc, time::Duration};

use super::HandClock;
use crate::{Installation, Store, Workspace};

fn row(account: &str, enterprise: Option<&str>, team: Option<&str>, sealed: &str) -> Installation {
    let workspace = Workspace::of(&Arc::from(account), enterprise, team).expect("a workspace");
    let mut row = Installation::new(workspace, "ada".into(), sealed.into(), messaging_core::UnixMillis(5));
    row.enterprise = enterprise.map(str::to_owned);
    row.details = r#"{"name":"Acme"}"#.into();
    row
}

/// What is kept is found as it was, listed by name, and gone once it is forgotten: twice is as good as once.
pub async fn an_installation_is_kept_until_it_is_forgotten(store: &dyn Store, _: &HandClock) {
    let store = store.installations();
    let team = row("app", Some("E1"), Some("T1"), "one");
    let whole = row("app", Some("E1"), None, "two");
    let other = row("other", None, Some("T1"), "three");
    for row in [&team, &whole, &other] {
        assert_eq!(store.keep(row.clone(), None).await, Ok(true));
    }
    for row in [&team, &whole, &other] {
        let mut found = store.find(&row.workspace).await.expect("found").expect("kept");
        assert!(found.revision > 0);
        found.revision = 0;
        assert_eq!(&found, row);
    }
    let listed = async |limit| {
        let rows = store.list("app", limit).await.expect("listed");
        rows.into_iter().map(|row| row.workspace.id).collect::<Vec<_>>()
    };
    assert_eq!((listed(9).await, listed(1).await), (vec!["E1".into(), "T1".into()], vec!["E1".to_owned()]));
    assert_eq!(store.forget(&team.workspace).await, Ok(true));
    assert_eq!(store.forget(&team.workspace).await, Ok(false));
    assert_eq!(store.find(&team.workspace).await, Ok(None));
    assert!(store.find(&other.workspace).await.expect("found").is_some(), "of another account");
}

/// A change to what was seen is kept only if that is still what is there: a new installation wins over a renewal of the
/// old one, and nothing comes back that was forgotten.
pub async fn a_renewal_changes_only_what_it_saw(store: &dyn Store, _: &HandClock) {
    let store = store.installations();
    let first = row("app", None, Some("T1"), "first");
    let seen = async || store.find(&first.workspace).await.expect("found").map(|row| row.revision);
    let sealed = async || store.find(&first.workspace).await.expect("found").map(|row| row.sealed);
    assert_eq!(store.keep(first.clone(), Some(1)).await, Ok(false), "there is nothing to renew");
    store.keep(first.clone(), None).await.expect("kept");
    let before = seen().await;
    assert_eq!(store.keep(row("app", None, Some("T1"), "renewed"), before).await, Ok(true));
    assert_eq!(store.keep(row("app", None, Some("T1"), "late"), before).await, Ok(false));
    assert_eq!(sealed().await, Some(b"renewed".to_vec()));
    let before = seen().await;
    store.forget(&first.workspace).await.expect("forgotten");
    assert_eq!(store.keep(row("app", None, Some("T1"), "late"), before).await, Ok(false));
    store.keep(first.clone(), None).await.expect("kept again");
    assert_eq!(store.keep(row("app", None, Some("T1"), "late"), before).await, Ok(false));
    assert_eq!(sealed().await, Some(b"first".to_vec()));
}

/// A word can be spent once within its time, by each account for itself.
pub async fn a_word_is_spent_once(store: &dyn Store, clock: &HandClock) {
    let until = clock.clock().millis().plus(Duration::from_secs(600));
    let spend = async |account: &str, word: &str| store.installations().spend(account, word, until).await;
    assert_eq!(spend("app", "a").await, Ok(true));
    assert_eq!(spend("app", "a").await, Ok(false));
    assert_eq!((spend("app", "b").await, spend("other", "a").await), (Ok(true), Ok(true)));
    clock.advance(Duration::from_secs(601));
    let later = clock.clock().millis().plus(Duration::from_secs(600));
    assert_eq!(store.installations().spend("app", "a", later).await, Ok(true), "its time was over");
}

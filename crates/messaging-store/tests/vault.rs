//! Credentials at rest: nobody reads them off a disk, and keys can be rotated.
#![cfg(feature = "sqlite")]
#![allow(
    missing_docs,
    unreachable_pub,
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "it is a test, and shares a folder with others"
)]

mod temporary;

use std::sync::Arc;

use messaging_core::{ErrorKind, Installed, Reached, Secret, Secrets, UnixMillis, capability::InstallationStore};
use messaging_store::{
    Keyring, MemoryStore, SqliteStore, Store, Vault, Workspace,
    suite::{HandClock, run},
};
use temporary::{Folder, options};

const FIRST: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
const SECOND: &str = "ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100";

fn keys(keys: &str) -> Keyring {
    Keyring::read(&Secrets::from(keys)).unwrap()
}

fn vault(store: &Arc<dyn Store>, account: &str, with: &str) -> Vault {
    Vault::new(Arc::clone(store), account, keys(with))
}

fn installed(team: &str, token: &str) -> Installed {
    let installed = Installed::new("ada", Secret::new(token), UnixMillis(5));
    let mut installed = installed.in_workspace(Some("E1".into()), Some(team.into()));
    installed.details.insert("name".into(), "Acme".into());
    installed
}

async fn token(vault: &Vault, team: &str) -> Option<String> {
    let found = vault.find(None, Some(team)).await.unwrap()?;
    assert_eq!((found.team.as_deref(), &*found.tenant, &found.details["name"]), (Some(team), "ada", &"Acme".into()));
    Some(found.credentials.expose().to_owned())
}

/// Whether any file of the store holds these bytes.
fn is_on_disk(folder: &std::path::Path, bytes: &[u8]) -> bool {
    let files = std::fs::read_dir(folder).unwrap().map(|file| std::fs::read(file.unwrap().path()).unwrap());
    files.into_iter().any(|content| content.windows(bytes.len()).any(|window| window == bytes))
}

#[test]
fn no_token_can_be_read_off_the_disk() {
    run(async {
        let (hand, folder) = (HandClock::new(), Folder::new());
        let file = folder.file("messaging.db");
        let store: Arc<dyn Store> = Arc::new(SqliteStore::open(&file, options(&hand)).unwrap());
        let vault = vault(&store, "slack", FIRST);
        vault.save(installed("T1", r#"{"token":"xoxb-canary-access","refresh":"xoxe-canary-refresh"}"#)).await.unwrap();
        let mut renewed = vault.find(None, Some("T1")).await.unwrap().unwrap();
        renewed.credentials = Secret::new("xoxb-canary-renewed");
        assert!(vault.renew(&renewed).await.unwrap());
        let here = file.parent().unwrap();
        assert!(is_on_disk(here, b"Acme"), "the search finds what is not encrypted");
        assert!(!is_on_disk(here, b"canary"));
        drop((vault, store));
        assert!(is_on_disk(here, b"Acme") && !is_on_disk(here, b"canary"));
        let store: Arc<dyn Store> = Arc::new(SqliteStore::open(&file, options(&hand)).unwrap());
        assert_eq!(token(&self::vault(&store, "slack", FIRST), "T1").await.unwrap(), "xoxb-canary-renewed");
    });
}

#[test]
fn a_new_key_takes_over_as_installations_are_read() {
    run(async {
        let store: Arc<dyn Store> = Arc::new(MemoryStore::default());
        vault(&store, "slack", FIRST).save(installed("T1", "token")).await.unwrap();
        let both = vault(&store, "slack", &format!("{SECOND},{FIRST}"));
        let found = both.find(None, Some("T1")).await.unwrap().unwrap();
        assert!(both.renew(&found).await.unwrap(), "what was read can be changed, sealed anew or not");
        assert_eq!(token(&vault(&store, "slack", SECOND), "T1").await.unwrap(), "token");
        let error = vault(&store, "slack", FIRST).find(None, Some("T1")).await.unwrap_err();
        assert_eq!((error.kind(), error.reached()), (ErrorKind::Unavailable, Reached::NotSent));
        assert!(error.to_string().contains("MESSAGING_ENCRYPTION_KEY"), "{error}");
    });
}

#[test]
fn what_was_sealed_for_one_row_opens_in_no_other() {
    run(async {
        let store: Arc<dyn Store> = Arc::new(MemoryStore::default());
        let vault = vault(&store, "slack", FIRST);
        vault.save(installed("T1", "token of T1")).await.unwrap();
        let workspace = |account: &str, team: &str| Workspace::of(&account.into(), None, Some(team)).unwrap();
        let stolen = store.installations().find(&workspace("slack", "T1")).await.unwrap().unwrap();
        let mut elsewhere = stolen.clone();
        elsewhere.workspace = workspace("slack", "T2");
        let mut of_another = stolen.clone();
        of_another.tenant = "eve".into();
        of_another.workspace = workspace("slack", "T1");
        for row in [elsewhere, of_another] {
            let team = row.workspace.id.clone();
            store.installations().keep(row, None).await.unwrap();
            assert!(vault.find(None, Some(&team)).await.is_err(), "{team}");
        }
    });
}

#[test]
fn a_team_is_found_before_its_organisation() {
    run(async {
        let store: Arc<dyn Store> = Arc::new(MemoryStore::default());
        let vault = vault(&store, "slack", FIRST);
        let whole = Installed::new("default", Secret::new("whole"), UnixMillis(5));
        vault.save(whole.in_workspace(Some("E1".into()), None)).await.unwrap();
        let found = async |team| {
            let found = vault.find(Some("E1"), team).await.unwrap();
            found.map(|found| found.credentials.expose().to_owned())
        };
        assert_eq!(found(Some("T1")).await.as_deref(), Some("whole"));
        vault.save(installed("T1", "own")).await.unwrap();
        assert_eq!((found(Some("T1")).await.as_deref(), found(None).await.as_deref()), (Some("own"), Some("whole")));
        assert!(vault.remove(Some("E1"), Some("T1")).await.unwrap());
        assert_eq!((found(Some("T1")).await.as_deref(), vault.list(9).await.unwrap().len()), (Some("whole"), 1));
        assert!(vault.find(None, None).await.unwrap().is_none());
        assert_eq!(
            vault.save(installed("T1", "x").in_workspace(None, None)).await.unwrap_err().kind(),
            ErrorKind::Invalid
        );
    });
}

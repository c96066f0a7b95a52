use async_trait::async_trait;
use messaging_core::UnixMillis;
use rusqlite::Row;

use super::{SqliteStore, fault::Done, verbs::Verbs};
use crate::{Installation, Installations, Result, StoreError, Workspace, installation::WORDS};

const COLUMNS: &str = "account, organisation, workspace, tenant, enterprise, details, sealed, installed_ms, revision";

impl Verbs<'_> {
    fn keep_installation(&self, row: &Installation, seen: Option<u64>) -> Done<bool> {
        let Workspace { account, id, is_organisation } = &row.workspace;
        if let Some(seen) = seen
            && self.installation(&row.workspace)?.is_none_or(|kept| kept.revision != seen)
        {
            return Ok(false);
        }
        let sql = "INSERT OR REPLACE INTO installation (account, organisation, workspace, tenant, enterprise, details, \
                   sealed, installed_ms, revision) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let revision = self.next_cursor()?;
        let Installation { tenant, enterprise, details, sealed, installed_at, .. } = row;
        self.run(sql, (account, is_organisation, id, tenant, enterprise, details, sealed, installed_at.0, revision))?;
        Ok(true)
    }

    fn installation(&self, workspace: &Workspace) -> Done<Option<Installation>> {
        let Workspace { account, id, is_organisation } = workspace;
        let sql =
            format!("SELECT {COLUMNS} FROM installation WHERE account = ?1 AND organisation = ?2 AND workspace = ?3");
        self.one(&sql, (account, is_organisation, id), read)
    }

    fn installations_of(&self, account: &str, limit: usize) -> Done<Vec<Installation>> {
        let sql =
            format!("SELECT {COLUMNS} FROM installation WHERE account = ?1 ORDER BY workspace, organisation LIMIT ?2");
        self.all(&sql, (account, i64::try_from(limit).unwrap_or(i64::MAX)), read)
    }

    fn forget_installation(&self, workspace: &Workspace) -> Done<bool> {
        let Workspace { account, id, is_organisation } = workspace;
        let sql = "DELETE FROM installation WHERE account = ?1 AND organisation = ?2 AND workspace = ?3";
        Ok(self.run(sql, (account, is_organisation, id))? > 0)
    }

    fn spend_word(&self, account: &str, word: &str, until: UnixMillis) -> Done<bool> {
        self.run("DELETE FROM spent_word WHERE until_ms <= ?1", [self.now.0])?;
        let sql = "SELECT 1 FROM spent_word WHERE account = ?1 AND word = ?2";
        if self.one(sql, (account, word), |_| Ok(()))?.is_some() {
            return Ok(false);
        }
        let count = self.one("SELECT count(*) FROM spent_word", [], |row| row.get::<_, usize>(0))?;
        if count.unwrap_or_default() >= WORDS {
            return Err(StoreError::Full(format!("{WORDS} words are spent; come back in a few minutes")).into());
        }
        let sql = "INSERT INTO spent_word (account, word, until_ms) VALUES (?1, ?2, ?3)";
        self.run(sql, (account, word, until.0))?;
        Ok(true)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Installation> {
    Ok(Installation {
        workspace: Workspace { account: row.get(0)?, is_organisation: row.get(1)?, id: row.get(2)? },
        tenant: row.get(3)?,
        enterprise: row.get(4)?,
        details: row.get(5)?,
        sealed: row.get(6)?,
        installed_at: UnixMillis(row.get(7)?),
        revision: row.get(8)?,
    })
}

#[async_trait]
impl Installations for SqliteStore {
    async fn keep(&self, row: Installation, seen: Option<u64>) -> Result<bool> {
        self.ask(move |verbs| verbs.keep_installation(&row, seen)).await
    }

    async fn find(&self, workspace: &Workspace) -> Result<Option<Installation>> {
        let workspace = workspace.clone();
        self.ask(move |verbs| verbs.installation(&workspace)).await
    }

    async fn list(&self, account: &str, limit: usize) -> Result<Vec<Installation>> {
        let account = account.to_owned();
        self.ask(move |verbs| verbs.installations_of(&account, limit)).await
    }

    async fn forget(&self, workspace: &Workspace) -> Result<bool> {
        let workspace = workspace.clone();
        self.ask(move |verbs| verbs.forget_installation(&workspace)).await
    }

    async fn spend(&self, account: &str, word: &str, until: UnixMillis) -> Result<bool> {
        let (account, word) = (account.to_owned(), word.to_owned());
        self.ask(move |verbs| verbs.spend_word(&account, &word, until)).await
    }
}

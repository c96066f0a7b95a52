//! A store of installations that keeps them in plain sight, and fails when it is told to.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, Ordering},
};

use async_trait::async_trait;
use messaging_core::{Error, ErrorKind, Installed, Result, UnixMillis, capability::InstallationStore};

#[derive(Clone, Debug, Default)]
pub(crate) struct Shelf {
    rows: Arc<Mutex<Vec<Installed>>>,
    words: Arc<Mutex<Vec<String>>>,
    pub(crate) is_down: Arc<AtomicBool>,
}

impl Shelf {
    pub(crate) fn all(&self) -> Vec<Installed> {
        self.rows.lock().unwrap().clone()
    }

    fn up(&self) -> Result<()> {
        if self.is_down.load(Ordering::Relaxed) {
            return Err(Error::new(ErrorKind::Unavailable, "the shelf is down").not_sent());
        }
        Ok(())
    }

    fn put(&self, installed: &Installed) {
        let mut rows = self.rows.lock().unwrap();
        let revision = rows.iter().map(|row| row.revision).max().unwrap_or_default() + 1;
        rows.retain(|row| !is(row, installed.enterprise.as_deref(), installed.team.as_deref()));
        let mut row = installed.clone();
        row.revision = revision;
        rows.push(row);
    }
}

fn is(row: &Installed, enterprise: Option<&str>, team: Option<&str>) -> bool {
    row.team.as_deref() == team && (team.is_some() || row.enterprise.as_deref() == enterprise)
}

#[async_trait]
impl InstallationStore for Shelf {
    async fn save(&self, installed: Installed) -> Result<()> {
        self.up()?;
        self.put(&installed);
        Ok(())
    }

    async fn renew(&self, installed: &Installed) -> Result<bool> {
        self.up()?;
        let seen = self.all().iter().any(|row| row.revision == installed.revision);
        if seen {
            self.put(installed);
        }
        Ok(seen)
    }

    async fn find(&self, enterprise: Option<&str>, team: Option<&str>) -> Result<Option<Installed>> {
        let rows = self.all();
        let of_team = rows.iter().find(|row| team.is_some() && is(row, None, team));
        let whole = rows.iter().find(|row| enterprise.is_some() && is(row, enterprise, None));
        Ok(of_team.or(whole).cloned())
    }

    async fn list(&self, limit: usize) -> Result<Vec<Installed>> {
        Ok(self.all().into_iter().take(limit).collect())
    }

    async fn remove(&self, enterprise: Option<&str>, team: Option<&str>) -> Result<bool> {
        self.up()?;
        let mut rows = self.rows.lock().unwrap();
        let before = rows.len();
        rows.retain(|row| !is(row, enterprise, team));
        Ok(rows.len() < before)
    }

    async fn redeem(&self, word: &str, _: UnixMillis) -> Result<bool> {
        let mut words = self.words.lock().unwrap();
        let fresh = !words.iter().any(|known| known == word);
        words.push(word.to_owned());
        Ok(fresh)
    }
}

use std::collections::BTreeMap;

use messaging_core::UnixMillis;

use super::Tables;
use crate::{Installation, Result, StoreError, Workspace, installation::WORDS};

/// Where apps are installed, and what was spent. Nothing of it may be forgotten: a bound refuses.
#[derive(Debug, Default)]
pub(super) struct Installed {
    rows: BTreeMap<Workspace, Installation>,
    /// When each spent word is forgotten.
    words: BTreeMap<(String, String), UnixMillis>,
}

impl Tables {
    /// Keeps an installation, as [`Installations::keep`](crate::Installations::keep).
    ///
    /// # Errors
    /// [`Full`](StoreError::Full): there are as many as memory has room for.
    pub fn keep_installation(&mut self, mut row: Installation, seen: Option<u64>) -> Result<bool> {
        let kept = self.installed.rows.get(&row.workspace).map(|row| row.revision);
        if seen.is_some() && seen != kept {
            return Ok(false);
        }
        if kept.is_none() && self.installed.rows.len() >= self.limits.contacts {
            return Err(StoreError::Full(format!("there are {} installations", self.limits.contacts)));
        }
        self.written = true;
        row.revision = self.next_cursor();
        self.installed.rows.insert(row.workspace.clone(), row);
        Ok(true)
    }

    /// Finds an installation.
    #[must_use]
    pub fn installation(&self, workspace: &Workspace) -> Option<Installation> {
        self.installed.rows.get(workspace).cloned()
    }

    /// Lists an account's installations by name.
    #[must_use]
    pub fn installations_of(&self, account: &str, limit: usize) -> Vec<Installation> {
        let rows = self.installed.rows.values();
        rows.filter(|row| &*row.workspace.account == account).take(limit).cloned().collect()
    }

    /// Forgets an installation; says whether there was one.
    pub fn forget_installation(&mut self, workspace: &Workspace) -> bool {
        let gone = self.installed.rows.remove(workspace).is_some();
        self.written |= gone;
        gone
    }

    /// Spends a word, as [`Installations::spend`](crate::Installations::spend).
    ///
    /// # Errors
    /// [`Full`](StoreError::Full): too many are spent already.
    pub fn spend_word(&mut self, now: UnixMillis, account: &str, word: &str, until: UnixMillis) -> Result<bool> {
        let words = &mut self.installed.words;
        words.retain(|_, until| *until > now);
        let key = (account.to_owned(), word.to_owned());
        if words.contains_key(&key) {
            return Ok(false);
        }
        if words.len() >= WORDS {
            return Err(StoreError::Full(format!("{WORDS} words are spent; come back in a few minutes")));
        }
        self.written = true;
        words.insert(key, until);
        Ok(true)
    }
}

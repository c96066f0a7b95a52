use messaging_core::Secret;

use super::{fault::Done, verbs::Verbs};

impl Verbs<'_> {
    /// Keeps `fresh` under `name` unless something is kept there; returns what is kept.
    pub(super) fn secret(&self, name: &str, fresh: &Secret) -> Done<Secret> {
        let sql = "INSERT INTO secret (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING";
        self.run(sql, (name, fresh.expose()))?;
        let kept = self.one("SELECT value FROM secret WHERE name = ?1", [name], |row| row.get::<_, String>(0))?;
        Ok(kept.map_or_else(|| fresh.clone(), Secret::new))
    }
}

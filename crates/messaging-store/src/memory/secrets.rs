use messaging_core::Secret;

use super::Tables;

impl Tables {
    /// Keeps `fresh` under `name` unless something is kept there; returns what is kept.
    pub fn secret(&mut self, name: &str, fresh: &Secret) -> Secret {
        if let Some(kept) = self.secrets.get(name) {
            return kept.clone();
        }
        self.written = true;
        self.secrets.insert(name.to_owned(), fresh.clone());
        fresh.clone()
    }
}

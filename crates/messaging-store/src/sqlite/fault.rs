use crate::StoreError;

/// Why a verb failed: it was refused, or SQLite failed.
#[derive(Debug)]
pub(super) enum Fault {
    Refused(StoreError),
    Sqlite(rusqlite::Error),
}

pub(super) type Done<T = ()> = Result<T, Fault>;

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::Refused(error)
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Self {
        Self::Refused(StoreError::Unavailable(format!("it cannot be written as JSON: {error}; nothing was stored")))
    }
}

impl From<Fault> for StoreError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Refused(error) => error,
            Fault::Sqlite(error) => Self::Unavailable(format!("SQLite says: {error}; nothing was written")),
        }
    }
}

/// What the account's conversations begin with (`/v1/Configuration`).
#[derive(Clone, Debug)]
pub(crate) struct Configuration {
    pub(crate) default_service_sid: String,
    pub(crate) default_messaging_service_sid: String,
    /// An ISO 8601 duration.
    pub(crate) inactive_timer: Option<String>,
    /// An ISO 8601 duration.
    pub(crate) closed_timer: Option<String>,
}

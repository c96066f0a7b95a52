/// Call a vendor method this library has no verb for. It still passes every layer.
#[derive(Clone, Debug)]
pub struct Invoke {
    /// The vendor's name for the method: `users.info`, `GET /2010-04-01/Accounts/AC…/Messages.json`.
    pub method: String,
    /// Its arguments, as the vendor names them.
    pub payload: serde_json::Value,
}

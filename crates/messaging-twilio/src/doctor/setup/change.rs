/// What is to be changed at Twilio.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// The webhooks of a service, or of the account where no service is named.
    Conversations { service: Option<String>, url: String, filters: Vec<String> },
    /// The webhook of a number.
    Number { sid: String, url: String },
}

use std::{fmt, sync::Arc};

use messaging_core::{Command, Operation, Place, Verb};

/// What shares a limit, and is paused together when the provider says "too many requests".
///
/// [`Key::of`] is the default and follows how vendors count; build another from [`Key::default`], which is one limit
/// for everything.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Key {
    tenant: Option<Arc<str>>,
    verb: Option<Verb>,
    place: Option<Place>,
    name: Option<Arc<str>>,
}

impl Key {
    /// Tells tenants, verbs and what vendors count by apart.
    ///
    /// A send counts against our own number (`direct`), the channel with its threads (`channel`, `thread`, `dm`: Slack
    /// allows one message per second there, <https://docs.slack.dev/apis/web-api/rate-limits>) or the first part of any
    /// other place. Reads and edits of a place count against its first part alone, which is the team in Slack, whose
    /// tiers are per method and workspace. Vendor methods called by name count by that name.
    #[must_use]
    pub fn of(command: &Command) -> Self {
        let key = Self::default().tenant(command.context.tenant.clone()).verb(command.verb());
        match &command.operation {
            Operation::Send(send) => key.place(counted(&send.to, true)),
            Operation::Edit(edit) => key.place(counted(&edit.conversation, false)),
            Operation::FetchMessage(fetch) => key.place(counted(&fetch.conversation, false)),
            Operation::History(list) => key.place(counted(&list.conversation, false)),
            Operation::CatchUp(list) => key.place(counted(&list.conversation, false)),
            Operation::Find(find) => key.place(counted(&find.message.to, false)),
            Operation::Invoke(invoke) => key.place(Place::new("method", [invoke.method.as_str()])),
            _ => key,
        }
    }

    /// Limits this tenant apart from others.
    #[must_use]
    pub fn tenant(mut self, tenant: Option<Arc<str>>) -> Self {
        self.tenant = tenant;
        self
    }

    /// Limits this verb apart from others.
    #[must_use]
    pub fn verb(mut self, verb: Verb) -> Self {
        self.verb = Some(verb);
        self
    }

    /// Limits this place apart from others.
    #[must_use]
    pub fn place(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Limits what a provider calls by this name apart from others ([`Limit::key`](messaging_core::capability::Limit)).
    #[must_use]
    pub fn name(mut self, name: impl Into<Arc<str>>) -> Self {
        self.name = Some(name.into());
        self
    }
}

/// Tenant, place and name stay out: they can hold a phone number.
impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Key").field("verb", &self.verb).finish_non_exhaustive()
    }
}

/// The part of a place that a vendor counts by.
fn counted(place: &Place, sends: bool) -> Place {
    let (kind, parts) = match place.kind() {
        "channel" | "thread" | "dm" => ("channel", if sends { 2 } else { 1 }),
        other => (other, 1),
    };
    Place::new(kind, place.parts().iter().take(parts).map(String::as_str))
}

#[cfg(test)]
mod tests {
    use messaging_core::{
        Context, Request, SendMessage,
        message::{Invoke, ListMessages},
    };

    use super::*;

    fn key<R: Request>(request: R) -> Key {
        Key::of(&Command { operation: request.into_operation(), context: Context::default() })
    }

    fn send(to: &str) -> Key {
        key(SendMessage::new(to.parse().unwrap(), "hi"))
    }

    fn history(of: &str) -> Key {
        key(ListMessages::of(of.parse().unwrap()))
    }

    #[test]
    fn sends_count_by_our_number_or_by_the_channel() {
        assert_eq!(send("direct:+1,+2"), send("direct:+1,+3"));
        assert_ne!(send("direct:+1,+2"), send("direct:+9,+2"));
        assert_eq!(send("channel:T1,C1"), send("thread:T1,C1,1610261659.001400"));
        assert_eq!(send("dm:T1,D1"), send("thread:T1,D1,1610261659.001400"));
        assert_ne!(send("channel:T1,C1"), send("channel:T1,C2"));
        assert_ne!(send("conv:CH1"), send("conv:CH2"));
    }

    #[test]
    fn reads_count_by_workspace_and_never_together_with_sends() {
        assert_eq!(history("channel:T1,C1"), history("dm:T1,D1"));
        assert_ne!(history("channel:T1,C1"), history("channel:T2,C1"));
        assert_ne!(history("conv:CH1"), send("conv:CH1"));
    }

    #[test]
    fn vendor_methods_count_by_name() {
        let invoke = |method: &str| key(Invoke { method: method.to_owned(), payload: serde_json::Value::Null });
        assert_eq!(invoke("users.info"), invoke("users.info"));
        assert_ne!(invoke("users.info"), invoke("users.list"));
    }

    #[test]
    fn debug_shows_no_address() {
        let key = send("direct:+15550100001,+15550100777").tenant(Some("acme".into()));
        assert_eq!(format!("{key:?}"), "Key { verb: Some(Send), .. }");
    }
}

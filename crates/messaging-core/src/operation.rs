//! Every outbound operation, in one table.

use crate::{
    Context, Error, ErrorKind, Provider, Result,
    message::{
        AddParticipant, CheckHealth, Conversation, CreateConversation, EditMessage, FetchConversation, FetchMessage,
        FindSend, Found, Healthy, Invoke, ListConversations, ListMessages, ListParticipants, Message, Page,
        Participant, Receipt, SendMessage,
    },
};

mod sealed {
    pub trait Sealed {}
}

/// A request with a known answer: `messenger.call(EditMessage { .. })` returns a `Receipt`.
///
/// Sealed: new operations are added to the table in this module.
pub trait Request: sealed::Sealed + Sized + Send {
    /// What the provider answers.
    type Output: Send;
    /// The verb this request stands for.
    const VERB: Verb;

    #[doc(hidden)]
    fn into_operation(self) -> Operation;
    #[doc(hidden)]
    fn from_outcome(outcome: Outcome) -> Option<Self::Output>;
}

/// Whether doing it twice is the same as doing it once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// Repeating changes nothing; retries are always safe.
    Harmless,
    /// Repeating duplicates the effect; retry only what was never sent.
    Duplicates,
}

macro_rules! operations {
    ($( $(#[$doc:meta])* $Verb:ident = $name:literal: $Request:ident => $Output:ty, $ability:expr, $method:ident, $repeat:ident; )*) => {
        /// The name of an operation: a stable key for limits, spans and metrics.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Verb { $( $(#[$doc])* $Verb, )* }

        /// An operation a caller asked for.
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        #[allow(clippy::large_enum_variant, reason = "commands are boxed once, by the stack")]
        pub enum Operation { $( $(#[$doc])* $Verb($Request), )* }

        /// What came of an [`Operation`].
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum Outcome { $( $(#[$doc])* $Verb($Output), )* }

        impl Verb {
            /// Every verb there is.
            pub const ALL: [Self; [$( Self::$Verb ),*].len()] = [$( Self::$Verb ),*];

            /// The verb as it appears in spans and metric labels.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $( Self::$Verb => $name, )* }
            }

            /// Whether repeating the operation is safe.
            #[must_use]
            pub const fn repeat(self) -> Repeat {
                match self { $( Self::$Verb => Repeat::$repeat, )* }
            }

            /// Whether `provider` implements the trait this verb belongs to.
            #[must_use]
            pub fn is_offered_by(self, provider: &dyn Provider) -> bool {
                match self { $( Self::$Verb => ability(provider, $ability).is_some(), )* }
            }
        }

        impl Operation {
            /// The verb of this operation.
            #[must_use]
            pub const fn verb(&self) -> Verb {
                match self { $( Self::$Verb(_) => Verb::$Verb, )* }
            }
        }

        $(
            impl sealed::Sealed for $Request {}
            impl Request for $Request {
                type Output = $Output;
                const VERB: Verb = Verb::$Verb;
                fn into_operation(self) -> Operation { Operation::$Verb(self) }
                fn from_outcome(outcome: Outcome) -> Option<$Output> {
                    match outcome {
                        Outcome::$Verb(output) => Some(output),
                        #[allow(unreachable_patterns)]
                        _ => None,
                    }
                }
            }
        )*

        /// The single place where an operation meets a provider.
        pub(crate) async fn dispatch(provider: &dyn Provider, context: &Context, operation: Operation) -> Result<Outcome> {
            match operation {
                $( Operation::$Verb(request) => match ability(provider, $ability) {
                    Some(ability) => ability.$method(context, request).await.map(Outcome::$Verb),
                    None => Err(Error::new(ErrorKind::Unsupported, concat!("does not offer `", $name, "`"))),
                }, )*
            }
        }
    };
}

/// Lets the table name an accessor by path.
fn ability<'p, A: ?Sized>(
    provider: &'p dyn Provider,
    get: impl FnOnce(&'p dyn Provider) -> Option<&'p A>,
) -> Option<&'p A> {
    get(provider)
}

operations! {
    /// Post a message.
    Send = "send": SendMessage => Receipt, Some, send, Duplicates;
    /// Replace a message's content.
    Edit = "edit": EditMessage => Receipt, Provider::edits, edit, Harmless;
    /// Fetch one message.
    FetchMessage = "messages.fetch": FetchMessage => Message, Provider::messages, fetch_message, Harmless;
    /// List the messages of a conversation.
    History = "messages.list": ListMessages => Page<Message>, Provider::messages, history, Harmless;
    /// Create a conversation.
    CreateConversation = "conversations.create":
        CreateConversation => Conversation, Provider::conversations, create, Duplicates;
    /// Fetch a conversation.
    FetchConversation = "conversations.fetch":
        FetchConversation => Conversation, Provider::conversations, fetch, Harmless;
    /// List conversations.
    ListConversations = "conversations.list":
        ListConversations => Page<Conversation>, Provider::conversations, list, Harmless;
    /// Add a participant.
    AddParticipant = "participants.add": AddParticipant => Participant, Provider::participants, add, Duplicates;
    /// List the participants of a conversation.
    ListParticipants = "participants.list":
        ListParticipants => Page<Participant>, Provider::participants, participants, Harmless;
    /// Look up an earlier send.
    Find = "find": FindSend => Found, Provider::reconcile, find, Harmless;
    /// Check that the account works.
    Health = "health": CheckHealth => Healthy, Provider::health, check, Harmless;
    /// Call a vendor method by name.
    Invoke = "invoke": Invoke => serde_json::Value, Provider::native, invoke, Duplicates;
}

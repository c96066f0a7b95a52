//! What callers ask for, and what comes of it.

pub use crate::verb::{Repeat, Verb};

use crate::message::{
    AddParticipant, AddReaction, AppendStream, CheckHealth, Conversation, CreateConversation, DeleteConversation,
    DeleteMessage, DiscardStream, EditMessage, FetchConversation, FetchMedia, FetchMessage, FetchName, FetchPrice,
    FindSend, FindStream, FinishStream, Found, Healthy, Invoke, ListConversations, ListMessages, ListParticipants,
    Media, MediaFile, Message, Page, Participant, Price, Receipt, RemoveParticipant, RemoveReaction, SendMessage,
    SetConversationState, SetTyping, StartStream, UpdateConversation, UpdateParticipant, UploadMedia,
};
use crate::missed::{ListMissed, Missed};

mod sealed {
    pub trait Sealed {}
}

/// A request with a known answer: `messenger.call(EditMessage { .. })` returns a `Receipt`.
///
/// Sealed: new operations are rows of one table in this crate.
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

macro_rules! operations {
    ($( $(#[$doc:meta])* $Verb:ident = $name:literal:
        $Request:ty => $Output:ty, $ability:expr, $method:ident, $repeat:ident; )*) => {
        /// An operation a caller asked for.
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        #[allow(clippy::large_enum_variant, reason = "commands are boxed once, by the stack")]
        pub enum Operation { $( $(#[$doc])* $Verb($Request), )* }

        /// What came of an [`Operation`].
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum Outcome { $( $(#[$doc])* $Verb($Output), )* }

        impl Operation {
            /// Returns the verb of this operation.
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
                    if let Outcome::$Verb(output) = outcome { Some(output) } else { None }
                }
            }
        )*
    };
}

crate::table::table!(operations);

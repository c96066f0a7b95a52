//! What is done with one message that is there.

use messaging_core::Result;

use super::Message;
use crate::{
    client::{
        Call,
        call::{Root, Spelled},
    },
    fields::{Fields, segment},
};

macro_rules! of_one_message {
    ($(#[$doc:meta])* $Request:ident, $Output:ty, $spelled:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $Request {
            sid: String,
        }

        impl $Request {
            /// Names a message, `SM…` or `MM…`.
            pub fn new(sid: impl Into<String>) -> Self {
                Self { sid: sid.into() }
            }
        }

        impl Call for $Request {
            type Output = $Output;

            fn spell(&self, root: &Root<'_>) -> Result<Spelled> {
                Ok($spelled(root.account(&format!("/Messages/{}.json", segment(&self.sid)?))))
            }
        }
    };
}

of_one_message! {
    /// Fetches a message.
    Fetch, Message, |path| Spelled::get(path, Fields::default())
}

of_one_message! {
    /// Cancels a message that was to be sent later; error 30409 says that it is too late.
    Cancel, Message, |path| Spelled::post(path, Fields::default().with("Status", "canceled"))
}

of_one_message! {
    /// Removes the text of a message from Twilio's records once it is past its way. The rest stays.
    Redact, Message, |path| Spelled::post(path, Fields::default().with("Body", ""))
}

of_one_message! {
    /// Deletes a message from Twilio's records once it is past its way. Who has received it keeps it.
    Delete, (), Spelled::delete
}

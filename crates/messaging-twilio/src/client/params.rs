//! How requests are written down: one struct per request, one named parameter per field.

use std::time::Duration;

use messaging_core::UnixMillis;

use super::{JsonText, timer};
use crate::{date, fields::Fields};

/// A value that a form can carry.
pub(crate) trait Param {
    /// Writes it under `name`.
    fn put(&self, name: &'static str, fields: Fields) -> Fields;
}

/// What a request may say.
pub(crate) trait Params {
    /// Writes what it does say.
    fn fields(&self) -> Fields;
}

impl Param for String {
    fn put(&self, name: &'static str, fields: Fields) -> Fields {
        fields.with(name, self.as_str())
    }
}

impl Param for bool {
    fn put(&self, name: &'static str, fields: Fields) -> Fields {
        fields.with(name, self.to_string())
    }
}

impl Param for u32 {
    fn put(&self, name: &'static str, fields: Fields) -> Fields {
        fields.with(name, self.to_string())
    }
}

impl Param for u64 {
    fn put(&self, name: &'static str, fields: Fields) -> Fields {
        fields.with(name, self.to_string())
    }
}

impl Param for JsonText {
    fn put(&self, name: &'static str, fields: Fields) -> Fields {
        fields.with(name, self.as_str())
    }
}

/// As an ISO 8601 duration.
impl Param for Duration {
    fn put(&self, name: &'static str, fields: Fields) -> Fields {
        fields.with(name, timer::write(*self))
    }
}

/// As an ISO 8601 date; one beyond what that can write is left out.
impl Param for UnixMillis {
    fn put(&self, name: &'static str, fields: Fields) -> Fields {
        fields.with_some(name, date::write(*self))
    }
}

/// By repeating the name.
impl<T: Param> Param for Vec<T> {
    fn put(&self, name: &'static str, fields: Fields) -> Fields {
        self.iter().fold(fields, |fields, value| value.put(name, fields))
    }
}

/// Makes a request: what it must name, in order, and what it may say. Each optional field has a setter of its name.
macro_rules! params {
    (
        $(#[$doc:meta])*
        $Request:ident of { $( $(#[$needed_doc:meta])* $needed:ident ),* $(,)? }
        with { $( $(#[$field_doc:meta])* $field:ident: $Type:ty = $name:literal ),* $(,)? }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        #[non_exhaustive]
        pub struct $Request {
            $( $(#[$needed_doc])* pub $needed: String, )*
            $( $(#[$field_doc])* pub $field: Option<$Type>, )*
        }

        impl $Request {
            /// Names what the request is about; everything else is left to Twilio.
            #[must_use]
            pub fn new($( $needed: impl Into<String> ),*) -> Self {
                Self { $( $needed: $needed.into(), )* $( $field: None, )* }
            }

            $(
                #[doc = concat!("Sets `", $name, "`.")]
                #[must_use]
                pub fn $field(mut self, value: impl Into<$Type>) -> Self {
                    self.$field = Some(value.into());
                    self
                }
            )*

        }

        impl $crate::client::params::Params for $Request {
            fn fields(&self) -> $crate::fields::Fields {
                let fields = $crate::fields::Fields::default();
                $(
                    let fields = match &self.$field {
                        Some(value) => $crate::client::params::Param::put(value, $name, fields),
                        None => fields,
                    };
                )*
                fields
            }
        }
    };
}
pub(crate) use params;

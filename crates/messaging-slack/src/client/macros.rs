//! How requests and answers are written down: one field per name of Slack's.

/// Makes a request: what it must name, in order, and what it may say. Each optional field has a setter of its name.
macro_rules! call {
    (
        $(#[$doc:meta])*
        $Request:ident: $method:literal => $Output:ty,
        of { $( $needed:ident: $Needed:ty = $needed_doc:literal ),* $(,)? }
        with { $( $field:ident: $Type:ty = $field_doc:literal ),* $(,)? }
    ) => {
        $(#[$doc])*
        #[doc = concat!("\n<https://docs.slack.dev/reference/methods/", $method, ">")]
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
        #[non_exhaustive]
        pub struct $Request {
            $( #[doc = $needed_doc] pub $needed: $Needed, )*
            $( #[doc = $field_doc] #[serde(skip_serializing_if = "Option::is_none")] pub $field: Option<$Type>, )*
        }

        impl $Request {
            /// Names what the method requires; everything else is left to Slack.
            #[must_use]
            #[allow(clippy::new_without_default, reason = "a request that requires something is none by default")]
            pub fn new($( $needed: impl Into<$Needed> ),*) -> Self {
                Self { $( $needed: $needed.into(), )* $( $field: None, )* }
            }

            $(
                #[doc = concat!("Sets `", stringify!($field), "`: ", $field_doc)]
                #[must_use]
                pub fn $field(mut self, value: impl Into<$Type>) -> Self {
                    self.$field = Some(value.into());
                    self
                }
            )*
        }

        impl $crate::client::call::Call for $Request {
            type Output = $Output;
            const METHOD: &'static str = $method;

            fn arguments(&self) -> messaging_core::Result<serde_json::Map<String, serde_json::Value>> {
                $crate::client::call::arguments(self)
            }
        }
    };
}
pub(crate) use call;

/// Makes a request that is answered with pages: how many items a page holds unless told otherwise, where it holds them,
/// and the rest as [`call!`] has it.
macro_rules! list {
    (
        $(#[$doc:meta])*
        $Request:ident: $method:literal => $Output:ty,
        by $limit:literal $items:ident: $Item:ty = $limit_doc:literal,
        of { $( $needed:ident: $Needed:ty = $needed_doc:literal ),* $(,)? }
        with { $( $field:ident: $Type:ty = $field_doc:literal ),* $(,)? }
    ) => {
        $crate::client::macros::call! {
            $(#[$doc])*
            $Request: $method => $Output,
            of { $( $needed: $Needed = $needed_doc ),* }
            with {
                $( $field: $Type = $field_doc, )*
                limit: u32 = $limit_doc,
                cursor: String = "Where the page before ended.",
            }
        }

        impl $crate::client::call::List for $Request {
            type Item = $Item;

            fn turn_to(&mut self, cursor: Option<String>) {
                self.cursor = cursor.or_else(|| self.cursor.take());
                self.limit.get_or_insert($limit);
            }

            fn items(page: Self::Output) -> Vec<$Item> {
                page.$items.unwrap_or_default()
            }
        }
    };
}
pub(crate) use list;

/// Makes something that Slack answers with. Every field may be missing, and one of another form counts as missing: the
/// whole answer is kept beside it. What this version does not know is in `extra`.
macro_rules! answer {
    (
        $(#[$doc:meta])*
        $Answer:ident { $( $field:ident $(as $name:literal)?: $Type:ty = $field_doc:literal ),* $(,)? }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, serde::Deserialize)]
        #[serde(default)]
        #[non_exhaustive]
        pub struct $Answer {
            $(
                #[doc = $field_doc]
                $( #[serde(rename = $name)] )?
                #[serde(deserialize_with = "crate::client::lenient::lenient")]
                pub $field: Option<$Type>,
            )*
            /// What this version does not know.
            #[serde(flatten)]
            pub extra: serde_json::Map<String, serde_json::Value>,
        }

        impl $crate::client::call::Output for $Answer {
            fn read(method: &str, body: &serde_json::Value) -> messaging_core::Result<Self> {
                $crate::client::call::read(method, body)
            }
        }
    };
}
pub(crate) use answer;

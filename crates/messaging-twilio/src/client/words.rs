//! Words of Twilio's that may become more.

/// Makes an enum of the words Twilio documents, open for others.
macro_rules! words {
    (
        $(#[$doc:meta])*
        $Words:ident { $( $(#[$word_doc:meta])* $Word:ident = $text:literal ),+ $(,)? }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $Words {
            $( $(#[$word_doc])* $Word, )+
            /// A word this version does not know.
            Other(String),
        }

        impl $Words {
            /// Returns Twilio's word.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $( Self::$Word => $text, )+
                    Self::Other(word) => word,
                }
            }
        }

        impl From<&str> for $Words {
            fn from(word: &str) -> Self {
                match word {
                    $( $text => Self::$Word, )+
                    other => Self::Other(other.to_owned()),
                }
            }
        }

        impl std::fmt::Display for $Words {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $Words {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $Words {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                Ok(Self::from(&*word))
            }
        }

        impl $crate::client::params::Param for $Words {
            fn put(&self, name: &'static str, fields: $crate::fields::Fields) -> $crate::fields::Fields {
                fields.with(name, self.as_str())
            }
        }
    };
}
pub(crate) use words;

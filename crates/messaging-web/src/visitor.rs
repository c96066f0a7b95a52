use std::{fmt, str::FromStr};

use messaging_core::{Error, ErrorKind, Place};

/// Someone who chats on a page: 128 random bits, made by the server, known to their browser only.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Visitor(String);

impl Visitor {
    /// Names a visitor by 128 bits, which must be random: whoever knows them reads the conversation.
    #[must_use]
    pub fn new(bits: u128) -> Self {
        Self(format!("{bits:032x}"))
    }

    /// Returns the visitor's conversation.
    #[must_use]
    pub fn place(&self) -> Place {
        Place::new("visitor", [self.0.as_str()])
    }

    /// Returns the 32 hexadecimal digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Visitor {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if text.len() == 32 && text.bytes().all(is_hex) {
            return Ok(Self(text.to_owned()));
        }
        let message = "`visitor` is not one that this server made: get one by POST /chat/visitors";
        Err(Error::new(ErrorKind::Invalid, message))
    }
}

impl fmt::Debug for Visitor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Visitor").finish_non_exhaustive()
    }
}

use serde::{Deserialize, Deserializer};

/// The bots that are answered, by any of their ids: `B…`, `A…` of the app, `U…` of the bot user. None unless listed.
///
/// Written as a list, or with commas between.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AllowedBots(Vec<String>);

impl AllowedBots {
    /// Answers the bots with these ids.
    pub fn new(ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let ids = ids.into_iter().map(|id| id.into().trim().to_owned());
        Self(ids.filter(|id| !id.is_empty()).collect())
    }

    pub(crate) fn hold(&self, id: &str) -> bool {
        self.0.iter().any(|allowed| allowed == id)
    }
}

impl<'de> Deserialize<'de> for AllowedBots {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            List(Vec<String>),
            Line(String),
        }
        Ok(match Written::deserialize(deserializer)? {
            Written::List(ids) => Self::new(ids),
            Written::Line(line) => Self::new(line.split(',')),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_and_a_line_say_the_same() {
        let read = |json: &str| serde_json::from_str::<AllowedBots>(json).unwrap();
        assert_eq!(read(r#"["B1"," A2 "]"#), read(r#""B1, A2,""#));
        assert!(read(r#""B1""#).hold("B1") && !read(r#""B1""#).hold("B11") && !read(r#""""#).hold(""));
        assert!(serde_json::from_str::<AllowedBots>("7").is_err());
    }
}

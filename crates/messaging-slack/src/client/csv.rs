use serde::{Serialize, Serializer};

/// Several words in one argument, with commas between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Csv(pub Vec<String>);

impl Serialize for Csv {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.join(","))
    }
}

impl From<&str> for Csv {
    fn from(word: &str) -> Self {
        Self(vec![word.to_owned()])
    }
}

impl From<String> for Csv {
    fn from(word: String) -> Self {
        Self(vec![word])
    }
}

impl From<Vec<String>> for Csv {
    fn from(words: Vec<String>) -> Self {
        Self(words)
    }
}

impl<const N: usize> From<[&str; N]> for Csv {
    fn from(words: [&str; N]) -> Self {
        Self(words.map(str::to_owned).to_vec())
    }
}

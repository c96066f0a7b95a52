//! Customer shared keys, as settings write them.

use std::collections::BTreeMap;

use messaging_core::Secret;
use serde::{Deserialize, Deserializer, de::Error};

/// Reads a table of names and secrets, or lines of `name=secret`, as one text or a list: the form an environment
/// variable, or a value that is looked up there, can take. Blank lines count as absent.
///
/// # Errors
/// It is neither, or a name is there twice. No value is repeated.
pub(crate) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, Secret>, D::Error> {
    #[derive(Deserialize)]
    #[serde(
        untagged,
        expecting = "expected `webhook_signing_keys` as a table of names and secrets, or as `name=secret`, or a list of that"
    )]
    enum Written {
        Table(BTreeMap<String, Secret>),
        One(Secret),
        Many(Vec<Secret>),
    }
    let texts = match Written::deserialize(deserializer)? {
        Written::Table(keys) => return Ok(keys),
        Written::One(text) => vec![text],
        Written::Many(texts) => texts,
    };
    let mut keys = BTreeMap::new();
    for line in texts.iter().flat_map(|text| text.expose().lines()).filter(|line| !line.trim().is_empty()) {
        let Some((name, secret)) = line.split_once('=') else {
            return Err(D::Error::custom("a line of `webhook_signing_keys` is not `name=secret`"));
        };
        if keys.insert(name.trim().to_owned(), Secret::new(secret.trim())).is_some() {
            return Err(D::Error::custom("`webhook_signing_keys` has one name twice"));
        }
    }
    Ok(keys)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::TwilioConfig;

    fn read(keys: &Value) -> Result<Vec<(String, String)>, String> {
        let settings = json!({ "account_sid": "AC", "auth_token": "t", "webhook_signing_keys": keys });
        let config: TwilioConfig = serde_json::from_value(settings).map_err(|error| error.to_string())?;
        assert!(!format!("{config:?}").contains("canary"));
        Ok(config.webhook_signing_keys.into_iter().map(|(name, secret)| (name, secret.expose().to_owned())).collect())
    }

    #[test]
    fn keys_are_written_as_a_table_or_as_lines() {
        let two = vec![("a".to_owned(), "canary=".to_owned()), ("b".to_owned(), "2".to_owned())];
        for written in [
            json!({ "a": "canary=", "b": "2" }),
            json!(["a=canary=", "b=2"]),
            json!("a=canary=\nb=2\n"),
            json!(["\n", " b = 2 \r\n a = canary= "]),
        ] {
            assert_eq!(read(&written).as_ref(), Ok(&two), "{written}");
        }
        for nothing in [json!({}), json!([]), json!(""), json!(" \n")] {
            assert_eq!(read(&nothing), Ok(Vec::new()));
        }
    }

    #[test]
    fn what_is_neither_is_refused_and_not_repeated() {
        for wrong in [
            json!("canary"),
            json!(["a=1", "canary"]),
            json!(["a=canary", "a=2"]),
            json!(7),
            json!({ "a": ["canary"] }),
        ] {
            let error = read(&wrong).unwrap_err();
            assert!(error.contains("`webhook_signing_keys`") && !error.contains("canary"), "{wrong}: {error}");
        }
    }
}

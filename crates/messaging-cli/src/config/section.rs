//! A table that is read into a type: its keys are the type's fields.

use std::fmt;

use serde::{
    Deserializer,
    de::{DeserializeOwned, Error as _, Visitor, value::Error as Probed},
};
use toml::{Table, Value};

use super::ConfigError;

/// Reads the table called `name`. Every key of it is tried alone first, so that an error can name it.
pub(crate) fn read<T: DeserializeOwned>(name: &str, table: &Table) -> Result<T, ConfigError> {
    let fields = fields_of::<T>();
    for (key, value) in table {
        if !fields.contains(&key.as_str()) {
            return Err(ConfigError::unknown(name, key, fields.iter().copied()));
        }
        let alone = Table::from_iter([(key.clone(), value.clone())]);
        if let Err(cause) = T::deserialize(Value::Table(alone)) {
            return Err(ConfigError::new(format!("`{name}.{key}`: {}", cause.message())));
        }
    }
    T::deserialize(Value::Table(table.clone()))
        .map_err(|cause| ConfigError::new(format!("`[{name}]`: {}", cause.message())))
}

/// The names of a struct's fields, as serde asks for them.
fn fields_of<T: DeserializeOwned>() -> &'static [&'static str] {
    let mut fields: &'static [&'static str] = &[];
    // It asks, and gets an error for an answer.
    let _ = T::deserialize(Probe(&mut fields));
    fields
}

struct Probe<'f>(&'f mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Probe<'_> {
    type Error = Probed;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Probed> {
        *self.0 = fields;
        Err(Probed::custom(Asked))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Probed> {
        Err(Probed::custom(Asked))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

struct Asked;

impl fmt::Display for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("only asked for its fields")
    }
}

#[cfg(test)]
mod tests {
    use messaging::gateway::{LimitSettings, SendSettings, TurnSettings};
    use messaging_server::ListenerSettings;

    use super::*;

    fn failure<T: DeserializeOwned + fmt::Debug>(name: &str, text: &str) -> String {
        read::<T>(name, &toml::from_str(text).unwrap()).unwrap_err().to_string()
    }

    #[test]
    fn the_fields_of_every_section_are_known() {
        assert!(fields_of::<TurnSettings>().contains(&"max_turn"));
        assert!(fields_of::<SendSettings>().contains(&"on_unknown"));
        assert!(fields_of::<LimitSettings>().contains(&"lanes"));
        assert!(fields_of::<ListenerSettings>().contains(&"head_timeout"));
    }

    #[test]
    fn an_error_names_the_key() {
        assert_eq!(
            failure::<TurnSettings>("turns", "heartbeet = 3"),
            "there is no key `turns.heartbeet`; did you mean `heartbeat`?"
        );
        let cases = [
            failure::<TurnSettings>("turns", "lease = 30\nheartbeat = \"soon\""),
            failure::<TurnSettings>("turns", "policy = \"drop\""),
            failure::<SendSettings>("sends", "looks = 3"),
            failure::<LimitSettings>("limits", "lanes = \"many\""),
            failure::<ListenerSettings>("listener", "connections = -1"),
        ];
        let expected = [
            ("`turns.heartbeat`: ", "duration"),
            ("`turns.policy`: ", "expected one of `queue`, `burst`, `supersede`, `concurrent`"),
            ("`sends.looks`: ", "expected a sequence"),
            ("`limits.lanes`: ", "expected usize"),
            ("`listener.connections`: ", "expected usize"),
        ];
        for (message, (key, what)) in cases.iter().zip(expected) {
            assert!(message.starts_with(key) && message.contains(what), "{message}");
        }
    }

    #[test]
    fn what_is_right_is_read() {
        let turns: TurnSettings = read("turns", &toml::from_str("tries = 3\nlease = \"1m\"").unwrap()).unwrap();
        assert_eq!((turns.tries, turns.lease.as_secs()), (3, 60));
    }
}

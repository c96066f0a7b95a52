use serde_json::{Map, Number, Value};
use toml::Value as Written;

use super::{ConfigError, Environment};

/// Turns a written value into what it stands for: `{ env = "X" }` and `{ file = "path" }` are looked up, also in lists.
pub(crate) fn resolve(key: &str, written: &Written, environment: &Environment) -> Result<Value, ConfigError> {
    Ok(match written {
        Written::String(text) => Value::from(text.as_str()),
        Written::Integer(number) => Value::from(*number),
        Written::Boolean(flag) => Value::from(*flag),
        Written::Float(number) => Number::from_f64(*number)
            .map(Value::Number)
            .ok_or_else(|| ConfigError::wrong_type(key, "a number that is finite", "not"))?,
        Written::Datetime(_) => return Err(ConfigError::wrong_type(key, "text, a number, true or false", "a date")),
        Written::Array(items) => {
            let items = items.iter().enumerate().map(|(n, item)| resolve(&format!("{key}[{n}]"), item, environment));
            Value::Array(items.collect::<Result<_, _>>()?)
        }
        Written::Table(source) => Value::String(look_up(key, source, environment)?),
    })
}

fn look_up(key: &str, source: &toml::Table, environment: &Environment) -> Result<String, ConfigError> {
    let forms = "a value, `{ env = \"NAME\" }` or `{ file = \"path\" }`";
    let mut entries = source.iter();
    let (Some((kind, named)), None) = (entries.next(), entries.next()) else {
        return Err(ConfigError::wrong_type(key, forms, "a table of another shape"));
    };
    let Written::String(named) = named else {
        return Err(ConfigError::wrong_type(&format!("{key}.{kind}"), "a string", type_of(named)));
    };
    match kind.as_str() {
        "env" => environment.get_or_file(named)?.ok_or_else(|| {
            ConfigError::new(format!("`{key}` is read from the environment variable {named}, which is not set"))
                .next(format!("set {named}, or {named}_FILE to the path of a file that holds it"))
        }),
        "file" => environment.file(key, named),
        other => Err(ConfigError::unknown(key, other, ["env", "file"])),
    }
}

/// What kind of value it is, for people.
pub(crate) fn type_of(written: &Written) -> &'static str {
    match written {
        Written::String(_) => "a string",
        Written::Integer(_) | Written::Float(_) => "a number",
        Written::Boolean(_) => "true or false",
        Written::Datetime(_) => "a date",
        Written::Array(_) => "a list",
        Written::Table(_) => "a table",
    }
}

/// The table as a map of resolved values; `skip` names keys that are not looked at.
pub(crate) fn resolve_all(
    within: &str,
    table: &toml::Table,
    environment: &Environment,
    skip: impl Fn(&str) -> bool,
) -> Result<Map<String, Value>, ConfigError> {
    let kept = table.iter().filter(|(key, _)| !skip(key));
    kept.map(|(key, value)| Ok((key.clone(), resolve(&format!("{within}.{key}"), value, environment)?))).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(text: &str) -> Result<Value, String> {
        let table: toml::Table = toml::from_str(&format!("x = {text}")).unwrap();
        let environment = Environment::of(
            &[("SET", "from env"), ("BLANK", " "), ("IN_FILE", ""), ("IN_FILE_FILE", "f")],
            &[("f", "from file\n"), ("empty", "\n")],
        );
        resolve("a.x", &table["x"], &environment).map_err(|error| error.to_string())
    }

    #[test]
    fn values_sources_and_lists_of_them() {
        assert_eq!(read(r#""plain""#), Ok(json!("plain")));
        assert_eq!(read("true"), Ok(json!(true)));
        assert_eq!(read("7"), Ok(json!(7)));
        assert_eq!(read(r#"{ env = "SET" }"#), Ok(json!("from env")));
        assert_eq!(read(r#"{ env = "IN_FILE" }"#), Ok(json!("from file")));
        assert_eq!(read(r#"{ file = "f" }"#), Ok(json!("from file")));
        assert_eq!(read(r#"[{ env = "SET" }, "old"]"#), Ok(json!(["from env", "old"])));
    }

    #[test]
    fn what_cannot_be_looked_up_is_named() {
        let cases = [
            (r#"{ env = "BLANK" }"#, "`a.x` is read from the environment variable BLANK, which is not set"),
            (r#"{ file = "none" }"#, "`a.x` names the file `none`, which cannot be read: entity not found"),
            (r#"{ file = "empty" }"#, "`a.x` names the file `empty`, which is empty"),
            (r#"{ evn = "SET" }"#, "there is no key `a.x.evn`; did you mean `env`?"),
            ("{ env = 7 }", "`a.x.env` must be a string; it is a number"),
            (r#"["a", { env = "NO" }]"#, "`a.x[1]` is read from the environment variable NO, which is not set"),
            ("2026-11-20", "`a.x` must be text, a number, true or false; it is a date"),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), Err(expected.to_owned()), "{text}");
        }
        assert!(read(r#"{ env = "SET", file = "f" }"#).unwrap_err().contains("a table of another shape"));
    }
}

use async_trait::async_trait;
use messaging_core::{Context, Error, ErrorKind, Result, capability::Native, message::Invoke};
use serde_json::{Map, Value};

use crate::{Slack, credentials::Credentials};

#[async_trait]
impl Native for Slack {
    /// Calls any method of the Web API with our token, and gives back its whole answer.
    ///
    /// The payload is an object, or null for none. <https://docs.slack.dev/reference/methods>
    async fn invoke(&self, _: &Context, request: Invoke) -> Result<Value> {
        let refuse = |message: String| Err(Error::new(ErrorKind::Invalid, message));
        let method = request.method.as_str();
        if !is_method(method) {
            return refuse(format!("`{method}` is no method of the Web API: write it as `users.info`"));
        }
        let arguments = match request.payload {
            Value::Object(arguments) => arguments,
            Value::Null => Map::new(),
            _ => return refuse(format!("the payload of `{method}` is no object: write its arguments by name")),
        };
        let api = self.api_of(arguments.get("team_id").and_then(Value::as_str)).await?;
        api.carry(method, &arguments, Credentials::Token).await
    }
}

/// Whether `name` can be a method's name, which becomes part of a URL.
fn is_method(name: &str) -> bool {
    !name.is_empty()
        && name.split('.').all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_leave_the_api() {
        assert!(["users.info", "auth.test", "admin.users.session.reset", "oauth.v2.access"].into_iter().all(is_method));
        let wrong = ["", ".", "users.", "../x", "users.info?token=x", "users/info", "users.info#", "users info", "é.x"];
        assert!(!wrong.into_iter().any(is_method));
    }
}

//! Whether the agent answers at all. It is not asked anything.

use bytes::Bytes;
use http::Request;
use messaging_http::Transport;
use tower::ServiceExt;

use super::Check;
use crate::{config::AgentChoice, exit::Exit};

const NAME: &str = "agent";

pub(super) async fn check(agent: &AgentChoice, transport: &Transport) -> Check {
    let shown = agent.to_string();
    let AgentChoice::Http { url, .. } = agent else { return Check::ok(NAME, shown) };
    // Without the token and with a method that does nothing: any answer shows that somebody is there.
    let request = Request::head(url).body(Bytes::new());
    let answer = match request {
        Ok(request) => transport.clone().oneshot(request).await.map_err(|cause| cause.to_string()),
        Err(cause) => Err(cause.to_string()),
    };
    match answer {
        Ok(answer) if answer.status().is_server_error() && answer.status() != http::StatusCode::NOT_IMPLEMENTED => {
            let what = format!("{shown} answers {} to HEAD", answer.status());
            Check::warn(NAME, what, "look at the agent's own log; turns are tried again after a 5xx")
        }
        Ok(_) => Check::ok(NAME, format!("{shown} answers")),
        Err(cause) => {
            let what = format!("{shown} does not answer: {cause}");
            Check::fail(NAME, Exit::Failed, what, "start the agent, or correct `agent.url` (MESSAGING_AGENT_URL)")
        }
    }
}

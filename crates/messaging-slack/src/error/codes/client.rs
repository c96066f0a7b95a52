//! Connections of apps (<https://docs.slack.dev/reference/methods/apps.connections.open>).

super::rows! {
    "insecure_request" Invalid:
        "the request did not come over TLS", "use `https`";
}

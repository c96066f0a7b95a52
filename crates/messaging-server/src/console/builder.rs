use std::{convert::Infallible, fmt, sync::Arc};

use axum::{
    Router,
    extract::Request,
    middleware,
    response::Response,
    routing::{get, post},
};
use bytes::Bytes;
use messaging_core::{BoxError, Error, ErrorKind, Result, place::is_name};
use messaging_gateway::Gateway;
use tokio::time::Instant;
use tower::{Service, util::BoxCloneSyncService};

use super::{
    Console, ConsoleSettings, contacts, conversation, costs, dead, erase, files, guard, hops, replay, shelved, status,
    waterfall,
};
use crate::{Buffered, MetricsPage, Readiness, answer, health, metrics, protect::protected};

/// Largest request body a mounted service sees.
const MAX_BODY: usize = 1024 * 1024;

/// Begins a console over `gateway`.
pub fn console(gateway: Gateway, settings: ConsoleSettings, readiness: Readiness) -> ConsoleBuilder {
    ConsoleBuilder { gateway, settings, readiness, mounts: Vec::new(), metrics: None }
}

/// Puts a console together: `/` and its files for everyone on this machine, everything else with a token.
#[must_use = "a builder does nothing until it is built"]
pub struct ConsoleBuilder {
    gateway: Gateway,
    settings: ConsoleSettings,
    readiness: Readiness,
    mounts: Vec<(String, BoxCloneSyncService<Request, Response, Infallible>)>,
    metrics: Option<MetricsPage>,
}

impl ConsoleBuilder {
    /// Shows the metrics at `/metrics`, behind the console's token.
    pub fn metrics(mut self, page: MetricsPage) -> Self {
        self.metrics = Some(page);
        self
    }

    /// Serves `service` under `prefix`, such as `/emulator/twilio`, behind the console's token.
    ///
    /// The service sees paths without the prefix and requests without `Authorization`, with bodies of 1 MiB at most.
    /// Its answers may be streams.
    pub fn mount<S, B>(mut self, prefix: impl Into<String>, service: S) -> Self
    where
        S: Service<http::Request<Bytes>, Response = http::Response<B>, Error = Infallible>,
        S: Clone + Send + Sync + 'static,
        S::Future: Send,
        B: http_body::Body<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        self.mounts.push((prefix.into(), BoxCloneSyncService::new(Buffered::new(service, MAX_BODY))));
        self
    }

    /// Checks everything and puts it together.
    ///
    /// # Errors
    /// [`ErrorKind::Config`]: the token is blank, a name or an origin cannot be read, or a prefix is taken.
    pub fn build(self) -> Result<Router> {
        let door = guard::Door::new(&self.settings)?;
        let key = guard::Key::new(&self.settings)?;
        let page = files::routes(&self.settings)?;
        let metrics = self.metrics.map(|page| get(metrics::read).with_state((self.gateway.clone(), page)));
        let health = get(health::health).with_state((self.gateway.clone(), self.readiness.clone()));
        let console = Console {
            gateway: self.gateway,
            readiness: self.readiness,
            settings: self.settings,
            started: Instant::now(),
        };
        let mut guarded: Router = Router::new()
            .route("/api/status", get(status::status))
            .route("/api/hops", get(hops::stream))
            .route("/api/shelved", get(shelved::list))
            .route("/api/dead/{id}", get(dead::show).post(dead::decide))
            .route("/api/replay", post(replay::replay))
            .route("/api/export", post(erase::export))
            .route("/api/erase", post(erase::erase))
            .route("/api/costs", get(costs::list))
            .route("/api/contacts", get(contacts::list))
            .route("/api/conversation", get(conversation::read))
            .route("/api/traces/{cursor}", get(waterfall::read))
            .with_state(Arc::new(console))
            .route("/health", health);
        if let Some(metrics) = metrics {
            guarded = guarded.route("/metrics", metrics);
        }
        let mut taken: Vec<String> = Vec::new();
        for (prefix, service) in self.mounts {
            check(&prefix, &taken)?;
            guarded = guarded.nest_service(&prefix, service);
            taken.push(prefix);
        }
        Ok(guarded
            .method_not_allowed_fallback(answer::wrong_method)
            .layer(middleware::from_fn_with_state(Arc::new(key), guard::unlock))
            .merge(page)
            .fallback(answer::not_found)
            .method_not_allowed_fallback(answer::wrong_method)
            .layer(middleware::from_fn_with_state(Arc::new(door), guard::admit))
            .layer(middleware::map_response(protected)))
    }
}

/// Refuses a prefix under which a service could not be told from another one.
fn check(prefix: &str, taken: &[String]) -> Result<()> {
    let mut parts = prefix.strip_prefix('/').unwrap_or_default().split('/').peekable();
    let ours = matches!(parts.peek(), Some(&"api" | &"health" | &"metrics"));
    let within = |one: &str, other: &str| one == other || one.strip_prefix(other).is_some_and(|r| r.starts_with('/'));
    if ours || !parts.all(is_name) || taken.iter().any(|taken| within(prefix, taken) || within(taken, prefix)) {
        let message = format!("`{prefix}` cannot be mounted: write `/emulator/name`, a path nothing else is under");
        return Err(Error::new(ErrorKind::Config, message));
    }
    Ok(())
}

impl fmt::Debug for ConsoleBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mounts: Vec<_> = self.mounts.iter().map(|(prefix, _)| prefix).collect();
        f.debug_struct("ConsoleBuilder")
            .field("settings", &self.settings)
            .field("mounts", &mounts)
            .finish_non_exhaustive()
    }
}

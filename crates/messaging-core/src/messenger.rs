//! The client applications hold.

use std::{fmt, sync::Arc};

use tower::{Layer, Service, ServiceExt, util::BoxCloneSyncService};

use crate::{
    BoxError, Command, Context, Error, ErrorKind, Outcome, Provider, Request, Result,
    dispatch::Dispatch,
    message::{EditMessage, Receipt, SendMessage},
};

/// The type every layer wraps and every layered stack becomes.
pub type Stack = BoxCloneSyncService<Command, Outcome, BoxError>;

/// A provider behind any number of layers. Cheap to clone; share it freely.
#[derive(Clone)]
pub struct Messenger {
    provider: Arc<dyn Provider>,
    stack: Stack,
}

impl Messenger {
    /// A client with no layers.
    pub fn new(provider: impl Provider) -> Self {
        Self::from_arc(Arc::new(provider))
    }

    /// A client over a provider that is already shared.
    pub fn from_arc(provider: Arc<dyn Provider>) -> Self {
        let stack = BoxCloneSyncService::new(Dispatch::new(Arc::clone(&provider)).map_err(Into::into));
        Self { provider, stack }
    }

    /// Wraps everything so far in `layer`: a layer added later sees a command earlier.
    #[must_use]
    pub fn layer<L>(self, layer: L) -> Self
    where
        L: Layer<Stack>,
        L::Service:
            Service<Command, Response = Outcome, Error: Into<BoxError>, Future: Send> + Clone + Send + Sync + 'static,
        <L::Service as Service<Command>>::Error: 'static,
    {
        let stack = BoxCloneSyncService::new(layer.layer(self.stack).map_err(Into::into));
        Self { stack, ..self }
    }

    /// The provider underneath, for its [`descriptor`](Provider::descriptor) and inbound side.
    #[must_use]
    pub fn provider(&self) -> &dyn Provider {
        &*self.provider
    }

    /// Returns the provider, for a layer that asks it something.
    #[must_use]
    pub fn shared_provider(&self) -> Arc<dyn Provider> {
        Arc::clone(&self.provider)
    }

    /// Performs any request; the answer's type follows from the request's.
    pub async fn call<R: Request>(&self, request: R) -> Result<R::Output> {
        self.call_in(Context::default(), request).await
    }

    /// Like [`call`](Self::call), with a context of the caller's making.
    pub async fn call_in<R: Request>(&self, context: Context, request: R) -> Result<R::Output> {
        let command = Command { operation: request.into_operation(), context };
        let outcome = self.stack.clone().oneshot(command).await.map_err(Error::from_stack)?;
        R::from_outcome(outcome)
            .ok_or_else(|| Error::new(ErrorKind::Middleware, "a layer answered with another operation's outcome"))
    }

    /// Sends a message.
    pub async fn send(&self, message: SendMessage) -> Result<Receipt> {
        self.call(message).await
    }

    /// Edits a message.
    pub async fn edit(&self, edit: EditMessage) -> Result<Receipt> {
        self.call(edit).await
    }
}

impl fmt::Debug for Messenger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messenger").field("provider", &self.provider).finish_non_exhaustive()
    }
}

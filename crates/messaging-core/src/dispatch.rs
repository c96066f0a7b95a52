//! The innermost tower service: from a [`Command`] to a provider's method.

use std::{
    future::Future,
    pin::Pin,
    sync::Arc,
    task::{Context as TaskContext, Poll},
};

use tower::Service;

use crate::{
    Command, Context, Error, ErrorKind, Operation, Outcome, Provider, Result, Verb,
    context::{Departure, NotAfter},
};

/// Calls a provider. Always ready; every limit lives in a layer above.
#[derive(Clone, Debug)]
pub struct Dispatch {
    provider: Arc<dyn Provider>,
}

impl Dispatch {
    /// Dispatches to `provider`.
    #[must_use]
    pub fn new(provider: Arc<dyn Provider>) -> Self {
        Self { provider }
    }
}

impl Service<Command> for Dispatch {
    type Response = Outcome;
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Outcome>> + Send>>;

    fn poll_ready(&mut self, _: &mut TaskContext<'_>) -> Poll<Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, command: Command) -> Self::Future {
        let provider = Arc::clone(&self.provider);
        Box::pin(async move {
            let (name, verb) = (provider.descriptor().name, command.verb());
            // The last step before bytes leave, so nothing below can wait between this check and the send.
            if command.context.not_after.as_ref().is_some_and(NotAfter::has_passed) {
                return Err(Error::new(ErrorKind::Timeout, "too late to start").not_sent().at(name, verb));
            }
            let answer = match check(&*provider, &command.operation) {
                Ok(()) => depart(&*provider, command).await,
                Err(error) => Err(error),
            };
            answer.map_err(|error| error.at(name, verb))
        })
    }
}

/// Hands the command over, and notes in its [`Departure`] what a caller who stops listening must assume.
async fn depart(provider: &dyn Provider, command: Command) -> Result<Outcome> {
    let departure = command.context.extensions.get::<Departure>().cloned();
    let left_before = departure.as_ref().is_some_and(Departure::leave);
    let answer = perform(provider, &command.context, command.operation).await;
    let harmless = answer.as_ref().is_err_and(|error| !error.may_have_been_sent());
    if let Some(departure) = departure.filter(|_| harmless && !left_before) {
        departure.take_back();
    }
    answer
}

/// Refuses what the provider has declared it cannot carry, before anything is sent.
fn check(provider: &dyn Provider, operation: &Operation) -> Result<()> {
    let Operation::Send(message) = operation else { return Ok(()) };
    let limits = provider.limits(message);
    let refuse = |what: &str| Err(Error::new(ErrorKind::Unsupported, format!("cannot carry {what}")));
    let content = &message.content;
    if content.is_empty() {
        return Err(Error::new(
            ErrorKind::Invalid,
            "the message is empty: give it text, media, actions or native content",
        ));
    }
    if message.thread.is_some() && !limits.threads {
        return refuse("a thread reply");
    }
    if !content.media.is_empty() && !limits.media {
        return refuse("media; send a link in the text instead");
    }
    if !content.actions.is_empty() && !limits.actions {
        return refuse("actions; write them as numbered lines instead");
    }
    match limits.max_text {
        Some(max) if content.text.chars().count() > max => {
            let message =
                format!("the text is longer than {max} characters; split it with `messaging_core::text::split`");
            Err(Error::new(ErrorKind::Invalid, message))
        }
        _ => Ok(()),
    }
}

macro_rules! dispatch {
    ($( $(#[$doc:meta])* $Verb:ident = $name:literal:
        $Request:ty => $Output:ty, $ability:expr, $method:ident, $repeat:ident; )*) => {
        /// The single place where an operation meets a provider.
        async fn perform(provider: &dyn Provider, context: &Context, operation: Operation) -> Result<Outcome> {
            match operation {
                $( Operation::$Verb(request) => match ability(provider, $ability) {
                    Some(ability) => ability.$method(context, request).await.map(Outcome::$Verb),
                    None => Err(Error::new(ErrorKind::Unsupported, concat!("does not offer `", $name, "`"))),
                }, )*
            }
        }

        impl Verb {
            /// Says whether `provider` implements the trait this verb belongs to.
            #[must_use]
            pub fn is_offered_by(self, provider: &dyn Provider) -> bool {
                match self { $( Self::$Verb => ability(provider, $ability).is_some(), )* }
            }
        }
    };
}

crate::table::table!(dispatch);

impl dyn Provider {
    /// Says what this provider can do, read off the traits it implements, so it cannot drift from them.
    pub fn verbs(&self) -> impl Iterator<Item = Verb> {
        Verb::ALL.into_iter().filter(|verb| verb.is_offered_by(self))
    }
}

/// Lets the table name an accessor by path.
fn ability<'p, A: ?Sized>(
    provider: &'p dyn Provider,
    get: impl FnOnce(&'p dyn Provider) -> Option<&'p A>,
) -> Option<&'p A> {
    get(provider)
}

//! Finding providers by name.

use std::{cell::RefCell, collections::BTreeMap, fmt, iter, sync::Arc};

use serde::de::{DeserializeOwned, value::MapDeserializer};
use serde_json::{Map, Value};

use crate::{
    Error, ErrorKind, Messenger, Provider, Result,
    setting::{self, Setting},
};

/// Settings that can be read from anything serde reads, and built into a provider.
pub trait Configure: DeserializeOwned + 'static {
    /// The name users write.
    const NAME: &'static str;
    /// The keys, with their environment variables. Keys that are not here are refused with a suggestion.
    const SETTINGS: &'static [Setting];
    /// What the settings build.
    type Provider: Provider;

    /// Builds the provider. No network: whether the credentials work is for its health check to say.
    fn build(self) -> Result<Self::Provider>;
}

type Build = fn(Map<String, Value>) -> Result<Arc<dyn Provider>>;

/// One entry of the registry. Made by [`register!`](crate::register).
#[derive(Clone, Copy)]
pub struct Registration {
    name: &'static str,
    settings: &'static [Setting],
    build: Build,
}

inventory::collect!(Registration);

impl Registration {
    /// The entry for the provider that `C` configures.
    #[must_use]
    pub const fn of<C: Configure>() -> Self {
        Self { name: C::NAME, settings: C::SETTINGS, build: build::<C> }
    }

    /// Returns the registered name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the keys of its settings.
    #[must_use]
    pub const fn settings(&self) -> &'static [Setting] {
        self.settings
    }
}

fn build<C: Configure>(settings: Map<String, Value>) -> Result<Arc<dyn Provider>> {
    setting::check(C::NAME, C::SETTINGS, &settings)?;
    Ok(Arc::new(read::<C>(settings)?.build()?))
}

/// Reads the settings; an error names the key and what belongs there, and never quotes a value, which may be a secret.
fn read<C: Configure>(settings: Map<String, Value>) -> Result<C> {
    let mut left = settings.into_iter();
    let at = RefCell::new(None);
    let entries = iter::from_fn(|| {
        let entry = left.next();
        at.replace(entry.as_ref().map(|(key, _)| key.clone()));
        entry
    });
    C::deserialize(MapDeserializer::new(entries)).map_err(|cause: serde_json::Error| {
        // Serde says what it found, then what it expected: the last `expected` is the code's own word.
        let cause = cause.to_string();
        let expected = cause.rsplit_once("expected ").map_or(String::new(), |(_, what)| format!(": expected {what}"));
        let what = match at.borrow().as_ref() {
            Some(key) => format!("`{key}` has the wrong type{expected}"),
            None => "a value is missing or has the wrong type".to_owned(),
        };
        Error::new(ErrorKind::Config, format!("settings of `{}`: {what}; see `messaging providers list`", C::NAME))
    })
}

impl fmt::Debug for Registration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Registration").field(&self.name).finish()
    }
}

/// Providers by name.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    entries: BTreeMap<&'static str, Registration>,
}

impl Registry {
    /// An empty registry, for targets without link-time registration and for tests.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Every provider linked into this program.
    ///
    /// # Errors
    /// Two linked providers claim the same name.
    pub fn linked() -> Result<Self> {
        inventory::iter::<Registration>().try_fold(Self::new(), |mut registry, entry| {
            match registry.entries.insert(entry.name, *entry) {
                None => Ok(registry),
                Some(_) => Err(Error::new(ErrorKind::Config, format!("two providers are named `{}`", entry.name))),
            }
        })
    }

    /// Adds or replaces one provider by hand.
    #[must_use]
    pub fn with<C: Configure>(mut self) -> Self {
        self.entries.insert(C::NAME, Registration::of::<C>());
        self
    }

    /// Returns the names, sorted.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.entries.keys().copied()
    }

    /// Returns every entry, sorted by name.
    pub fn entries(&self) -> impl Iterator<Item = &Registration> {
        self.entries.values()
    }

    /// Finds the provider called `name`.
    ///
    /// # Errors
    /// No provider of that name is linked; the error lists those that are, and says how to link another.
    pub fn find(&self, name: &str) -> Result<&Registration> {
        self.entries.get(name).ok_or_else(|| {
            let known = self.names().collect::<Vec<_>>().join(", ");
            let hint = setting::did_you_mean(name, self.names());
            let hint = if hint.is_empty() { "." } else { &hint };
            Error::new(
                ErrorKind::Config,
                format!(
                    "no provider is named `{name}`{hint} Linked: [{known}]. To link another, enable its feature of the \
                     `messaging` crate, or write `use its_crate as _;`",
                ),
            )
        })
    }

    /// Builds the provider called `name` and wraps it in a client without layers. `settings` is a JSON object.
    ///
    /// # Errors
    /// The name is unknown, a key is unknown or missing, or the provider refuses its settings.
    pub fn open(&self, name: &str, settings: Value) -> Result<Messenger> {
        let entry = self.find(name)?;
        let Value::Object(settings) = settings else {
            return Err(Error::new(ErrorKind::Config, format!("settings of `{name}` are not a table")));
        };
        (entry.build)(settings).map(Messenger::from_arc)
    }
}

/// Registers a provider with every program that links this crate.
///
/// Call it beside the [`Configure`] implementation: `messaging_core::register!(EchoConfig);`
#[macro_export]
macro_rules! register {
    ($Config:ty) => {
        $crate::__private::inventory::submit! { $crate::Registration::of::<$Config>() }
    };
}

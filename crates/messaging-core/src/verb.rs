//! The names of the operations.

/// Whether doing it twice is the same as doing it once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// Repeating changes nothing; retries are always safe.
    Harmless,
    /// Repeating duplicates the effect; retry only what was never sent.
    Duplicates,
}

macro_rules! verbs {
    ($( $(#[$doc:meta])* $Verb:ident = $name:literal:
        $Request:ty => $Output:ty, $ability:expr, $method:ident, $repeat:ident; )*) => {
        /// The name of an operation: a stable key for limits, spans and metrics.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Verb { $( $(#[$doc])* $Verb, )* }

        impl Verb {
            /// Every verb there is.
            pub const ALL: [Self; [$( Self::$Verb ),*].len()] = [$( Self::$Verb ),*];

            /// Returns the verb as it appears in spans and metric labels.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $( Self::$Verb => $name, )* }
            }

            /// Says whether repeating the operation is safe.
            #[must_use]
            pub const fn repeat(self) -> Repeat {
                match self { $( Self::$Verb => Repeat::$repeat, )* }
            }
        }
    };
}

crate::table::table!(verbs);

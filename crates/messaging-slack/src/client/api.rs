//! Trying the Web API out.

use serde_json::{Map, Value};

use super::macros::{answer, call};

answer! {
    /// What `api.test` was told.
    Tested {
        args: Map<String, Value> = "The arguments, as they came.",
    }
}

call! {
    /// Says whether the Web API is there, and what it was told.
    Test: "api.test" => Tested, of {} with {
        error: String = "Asks for this error instead.",
    }
}

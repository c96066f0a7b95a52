//! A layer hands a command on by `self.inner.clone().oneshot(command)`: the clone is ready when it is called, and `self` is not held.

use super::{Violation, code::Code};

/// The one layer that calls at once, to be inside its span.
const TRACE: &str = "trace.rs";

pub(super) fn check(code: &Code<'_>) -> Vec<Violation> {
    if code.file.name() == TRACE || !code.text.contains("Service<Command> for") {
        return Vec::new();
    }
    let calls = code.lines().filter(|(line, text)| !code.is_test(*line) && text.contains("self.inner.call("));
    calls
        .map(|(line, _)| Violation {
            path: code.file.path.clone(),
            line,
            rule: "layers",
            found: "a layer that calls its inner service, which may not be ready".to_owned(),
            remedy: "write self.inner.clone().oneshot(command)",
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::File;

    const LAYER: &str = "impl<S> Service<Command> for Breaker<S> {\n    fn call() { self.inner.call(command) }\n}";

    fn lines(path: &str, text: &str) -> Vec<usize> {
        let file = File { path: path.into(), text: text.into() };
        check(&Code::of(&file)).into_iter().map(|violation| violation.line).collect()
    }

    #[test]
    fn a_layer_that_calls_is_found() {
        assert_eq!(lines("crates/a/src/breaker.rs", LAYER), [2]);
        assert_eq!(lines("crates/a/src/trace.rs", LAYER), [0; 0]);
        assert_eq!(lines("crates/a/src/a.rs", &LAYER.replace(".call(", ".clone().oneshot(")), [0; 0]);
        assert_eq!(lines("crates/a/src/a.rs", &LAYER.replace("Command", "Request")), [0; 0]);
    }
}

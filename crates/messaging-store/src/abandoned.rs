use crate::attempts::Trace;

/// Says why a send has ended that nobody can make any more, nor look up.
pub(crate) fn abandoned(why: &str, trace: Trace) -> String {
    match trace {
        Trace::Fresh => why.to_owned(),
        _ => format!("{why}; it may have been carried before, and nobody can look that up any more"),
    }
}

use messaging_core::{BoxError, Error, ErrorKind, Outcome, Reached, command::NotAfter};

/// What one call tells about the provider's health.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It answered; that it refused does not matter.
    Healthy,
    /// It is down, unreachable or silent.
    Failed,
    /// The call ended in this process.
    Unknown,
}

impl Verdict {
    /// Reads an answer; `not_after` tells a provider that was late from a command that was.
    pub(crate) fn of(answer: &Result<Outcome, BoxError>, not_after: Option<&NotAfter>) -> Self {
        let Err(error) = answer else { return Self::Healthy };
        // Any other layer's error counts as `Middleware`, as it does for the caller.
        let Some(error) = error.downcast_ref::<Error>() else { return Self::Failed };
        let own_fault = error.reached() == Reached::NotSent;
        match error.kind() {
            ErrorKind::Timeout if own_fault && not_after.is_some_and(NotAfter::has_passed) => Self::Unknown,
            ErrorKind::Unavailable | ErrorKind::Timeout | ErrorKind::Middleware => Self::Failed,
            _ if own_fault => Self::Unknown,
            _ => Self::Healthy,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(error: Error) -> Verdict {
        Verdict::of(&Err(error.into()), Some(&NotAfter::new(|| true)))
    }

    #[test]
    fn only_the_provider_itself_can_fail() {
        let error = |kind| Error::new(kind, "x");
        for kind in [ErrorKind::Unavailable, ErrorKind::Timeout, ErrorKind::Middleware] {
            assert_eq!(verdict(error(kind)), Verdict::Failed, "{kind:?}");
        }
        for kind in [ErrorKind::RateLimited, ErrorKind::NotFound, ErrorKind::Unauthorized, ErrorKind::Unexpected] {
            assert_eq!(verdict(error(kind)), Verdict::Healthy, "{kind:?}");
        }
        assert_eq!(verdict(error(ErrorKind::Unavailable).not_sent()), Verdict::Failed, "connection refused");
        assert_eq!(Verdict::of(&Err("a stranger's".into()), None), Verdict::Failed);
    }

    #[test]
    fn what_ended_here_tells_nothing() {
        for kind in [ErrorKind::RateLimited, ErrorKind::Timeout, ErrorKind::Invalid, ErrorKind::Unsupported] {
            assert_eq!(verdict(Error::new(kind, "x").not_sent()), Verdict::Unknown, "{kind:?}");
        }
        let connect_timed_out = Error::new(ErrorKind::Timeout, "x").not_sent();
        assert_eq!(Verdict::of(&Err(connect_timed_out.into()), None), Verdict::Failed);
    }
}

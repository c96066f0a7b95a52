use std::{future::Future, pin::pin, task::Poll, time::Duration};

use futures_util::poll;
use tokio::time::{error::Elapsed, timeout};

/// Waits for `work`, `longest` at most. What is done at once costs no look at the clock.
pub(crate) async fn within<F: Future>(longest: Duration, work: F) -> Result<F::Output, Elapsed> {
    let mut work = pin!(work);
    match poll!(work.as_mut()) {
        Poll::Ready(done) => Ok(done),
        Poll::Pending => timeout(longest, work).await,
    }
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};

    use tokio::time::Instant;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn what_is_done_is_done_and_what_is_not_is_waited_for_so_long() {
        assert_eq!(within(Duration::ZERO, ready(1)).await, Ok(1));
        let begun = Instant::now();
        assert!(within(Duration::from_secs(2), pending::<()>()).await.is_err());
        assert_eq!(begun.elapsed(), Duration::from_secs(2));
        let later = tokio::time::sleep(Duration::from_secs(1));
        assert!(within(Duration::from_secs(2), later).await.is_ok());
    }
}

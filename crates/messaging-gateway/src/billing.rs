//! What messages really cost, as their providers say once they were delivered.

use std::{future::Future, panic::AssertUnwindSafe, time::Duration};

use futures_util::{FutureExt, StreamExt, stream};
use messaging_core::{
    Error, ErrorKind, Result,
    message::{FetchPrice, Price},
};
use messaging_store::{Bill, Money, StoreError};
use tokio::time::{sleep, timeout};

use crate::Gateway;

/// How often the store is asked for prices that are due.
const EVERY: Duration = Duration::from_secs(10);

/// Prices asked for at once.
const AT_ONCE: usize = 4;

/// Prices taken from the store at once.
const BATCH: usize = 32;

/// Longest time for one answer; the next question is in the store already.
const PATIENCE: Duration = Duration::from_secs(20);

impl Gateway {
    /// Asks for prices that are due until `stop`. Dropping it loses nothing: the store asks again.
    pub(crate) async fn bill(&self, stop: impl Future<Output = ()>) {
        let is_billed = |account: &crate::account::Account| account.messenger.provider().billing().is_some();
        if !self.parts.accounts.values().any(is_billed) {
            return;
        }
        tokio::select! {
            biased;
            () = stop => {}
            () = self.bills() => {}
        }
    }

    async fn bills(&self) {
        loop {
            match self.parts.store.bills(BATCH).await {
                Ok(bills) => {
                    let is_full = bills.len() == BATCH;
                    stream::iter(bills).for_each_concurrent(AT_ONCE, |bill| self.ask_price(bill)).await;
                    if is_full {
                        continue;
                    }
                }
                Err(StoreError::Broken(_)) => return,
                Err(error) => tracing::warn!(%error, "what is to be billed could not be read"),
            }
            sleep(EVERY).await;
        }
    }

    async fn ask_price(&self, bill: Bill) {
        let price = match self.price(&bill).await {
            Ok(Some(price)) => Some(price),
            Ok(None) if !bill.last => return,
            Ok(None) => None,
            // Some messages have no price of their own, and never will.
            Err(error) if error.kind() == ErrorKind::Unsupported => None,
            Err(error) => {
                let (lane, message) = (&bill.lane, &bill.message);
                tracing::warn!(%lane, %message, %error, last = bill.last, "the price of a message is not known");
                if !bill.last && !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::Invalid) {
                    return;
                }
                None
            }
        };
        if let Err(error) = self.parts.store.billed(bill.id, price).await {
            tracing::warn!(lane = %bill.lane, %error, "the price of a message was not stored; it is asked for again");
        }
    }

    async fn price(&self, bill: &Bill) -> Result<Option<Money>> {
        let account = bill.lane.conversation.account();
        let Some(account) = self.parts.accounts.get(account) else {
            return Err(Error::new(ErrorKind::NotFound, format!("no account is named `{account}` any more")));
        };
        let request = FetchPrice { conversation: bill.lane.conversation.place().clone(), id: bill.message.clone() };
        let call = AssertUnwindSafe(account.messenger.call(request)).catch_unwind();
        let answer = match timeout(PATIENCE, call).await {
            Ok(Ok(answer)) => answer?,
            Ok(Err(_)) => return Err(Error::new(ErrorKind::Unexpected, "the provider panicked")),
            Err(_) => return Err(Error::new(ErrorKind::Timeout, "no answer in time")),
        };
        answer.map(money).transpose()
    }
}

fn money(Price { amount, currency, .. }: Price) -> Result<Money> {
    let amount = amount.parse().map_err(|cause| {
        Error::new(ErrorKind::Unexpected, format!("the price `{amount} {currency}` cannot be read: {cause}"))
    })?;
    Ok(Money::new(amount, currency.to_ascii_uppercase()))
}

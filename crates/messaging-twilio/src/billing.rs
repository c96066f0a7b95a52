use async_trait::async_trait;
use messaging_core::{
    Context, Error, ErrorKind, Result,
    capability::Billing,
    message::{FetchPrice, Price},
};

use crate::{Twilio, messaging, place::Target};

#[async_trait]
impl Billing for Twilio {
    /// Reads `price` and `price_unit` of a text: Twilio sets them some time after the text got where it gets. What a
    /// conversation's message cost is written with the texts it became, and not with the message.
    async fn price(&self, _: &Context, request: FetchPrice) -> Result<Option<Price>> {
        let Target::Direct { .. } = Target::of(&request.conversation)? else {
            let message = "a conversation's message has no price of its own: ask for those of the texts it became";
            return Err(Error::new(ErrorKind::Unsupported, message));
        };
        let message = self.client().call(messaging::Fetch::new(request.id.as_str())).await?;
        let currency = message.price_unit.unwrap_or_else(|| "USD".to_owned());
        Ok(message.price.as_deref().and_then(amount).map(|amount| Price::new(amount, currency.to_ascii_uppercase())))
    }
}

/// Twilio writes what it takes as a negative number: `-0.00750` is `0.00750`. None for what is no decimal number.
fn amount(price: &str) -> Option<String> {
    let amount = price.trim().strip_prefix('-').unwrap_or(price.trim());
    let (whole, part) = amount.split_once('.').unwrap_or((amount, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(whole) && digits(part)).then(|| amount.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_is_a_decimal_number_that_is_not_negative() {
        for (written, read) in [
            ("-0.00750", Some("0.00750")),
            ("0.00750", Some("0.00750")),
            ("-0", Some("0")),
            (" -1.5 ", Some("1.5")),
            ("", None),
            ("-", None),
            ("--1", None),
            ("1e3", None),
            ("NaN", None),
            (".5", None),
            ("5.", None),
        ] {
            assert_eq!(amount(written).as_deref(), read, "{written}");
        }
    }
}

use bytes::Bytes;
use form_urlencoded::Serializer;
use http::{
    Request, Uri,
    header::{ACCEPT, CONTENT_TYPE, USER_AGENT},
};

use super::{Callback, sign::sign};
use crate::TwilioEmulator;

impl TwilioEmulator {
    /// The request that a callback is made of. None if its URL is none.
    ///
    /// The fragment of a URL is for Twilio itself (connection overrides): it is neither sent nor signed.
    pub(crate) fn signed(&self, callback: &Callback, token: &str) -> Option<Request<Bytes>> {
        let url = callback.url.split('#').next().unwrap_or_default();
        let target: Uri = url.parse().ok()?;
        target.host()?;
        let signature = sign(&self.account.settings.auth_token, url, &callback.params);
        let body = Serializer::new(String::new()).extend_pairs(&callback.params).finish();
        Request::post(target)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded; charset=UTF-8")
            .header(ACCEPT, "*/*")
            .header(USER_AGENT, "TwilioProxy/1.1")
            .header("x-twilio-signature", signature)
            .header("i-twilio-idempotency-token", token)
            .header("x-home-region", "us1")
            .body(body.into())
            .ok()
    }
}

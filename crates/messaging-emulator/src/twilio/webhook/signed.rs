use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use form_urlencoded::Serializer;
use http::{
    HeaderValue, Method, Request, Uri,
    header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, USER_AGENT},
};

use super::{
    Says, Target,
    sign::{hashed, sign, sign_shared},
};
use crate::TwilioEmulator;

const FORM: &str = "application/x-www-form-urlencoded; charset=UTF-8";

/// One request as it is about to be made.
struct Draft {
    method: Method,
    /// As it is called and signed.
    url: String,
    /// What is signed besides the URL.
    signed: Vec<(String, String)>,
    kind: Option<&'static str>,
    body: Bytes,
}

impl TwilioEmulator {
    /// The request that tells something. None if the URL is none.
    ///
    /// The fragment of a URL is for Twilio itself: it is neither sent nor signed. A GET has its parameters in the
    /// query, so nothing else is signed. A URL's user and password are signed, and sent as HTTP Basic.
    pub(crate) fn signed(&self, target: &Target, says: &Says, token: &str) -> Option<Request<Bytes>> {
        let draft = Draft::of(target, says);
        let uri: Uri = draft.url.parse().ok()?;
        matches!(uri.scheme_str(), Some("http" | "https")).then(|| uri.host())??;
        let (uri, credentials) = without_userinfo(uri)?;
        let mut request = Request::builder().method(&draft.method).uri(uri);
        let settings = &self.account.settings;
        let signature = match &self.switches().shared_key {
            None => sign(&settings.auth_token, &draft.url, &draft.signed),
            Some(key) => {
                let how = format!("key={},algorithm=HMAC_SHA256", key.name);
                request = request.header("x-twilio-webhooks-signature-settings", how);
                sign_shared(&key.secret, &draft.url, &draft.signed)
            }
        };
        if let Some(kind) = draft.kind {
            request = request.header(CONTENT_TYPE, kind);
        }
        if let Some(credentials) = credentials {
            request = request.header(AUTHORIZATION, credentials);
        }
        request
            .header(ACCEPT, "*/*")
            .header(USER_AGENT, "TwilioProxy/1.1")
            .header("x-twilio-signature", signature)
            .header("i-twilio-idempotency-token", token)
            .header("x-home-region", "us1")
            .body(draft.body)
            .ok()
    }
}

impl Draft {
    fn of(target: &Target, says: &Says) -> Self {
        let url = target.url.split('#').next().unwrap_or_default().to_owned();
        match says {
            Says::Body { kind, bytes } => Self {
                method: Method::POST,
                url: hashed(&url, bytes),
                signed: Vec::new(),
                kind: Some(kind),
                body: bytes.clone(),
            },
            Says::Form(parameters) => {
                let form = Serializer::new(String::new()).extend_pairs(parameters).finish();
                if target.method == Method::GET {
                    let joint = if url.contains('?') { '&' } else { '?' };
                    let url = if form.is_empty() { url } else { format!("{url}{joint}{form}") };
                    return Self { method: Method::GET, url, signed: Vec::new(), kind: None, body: Bytes::new() };
                }
                let (signed, kind) = (parameters.clone(), Some(FORM));
                Self { method: Method::POST, url, signed, kind, body: form.into() }
            }
        }
    }
}

/// Takes user and password out of a URL.
fn without_userinfo(uri: Uri) -> Option<(Uri, Option<HeaderValue>)> {
    let Some((user, host)) = uri.authority().and_then(|authority| authority.as_str().rsplit_once('@')) else {
        return Some((uri, None));
    };
    let mut header = HeaderValue::try_from(format!("Basic {}", STANDARD.encode(user))).ok()?;
    header.set_sensitive(true);
    let authority = host.parse().ok()?;
    let mut parts = uri.into_parts();
    parts.authority = Some(authority);
    Some((Uri::from_parts(parts).ok()?, Some(header)))
}

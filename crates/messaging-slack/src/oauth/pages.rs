use std::{sync::Arc, time::SystemTime};

use bytes::Bytes;
use http::{
    HeaderValue, Method, Request, Response, StatusCode, Uri,
    header::{ALLOW, COOKIE, LOCATION, SET_COOKIE},
};
use messaging_core::{Error, ErrorKind, Installed, Result, UnixMillis, capability::Attachment};
use serde_json::Value;

use super::{
    Tenants, exchange,
    page::{guard, page},
    rotation::name,
    state::{MINUTES, State, random},
    workspaces::Workspaces,
};

/// Binds a state to the browser in which it was begun.
const BROWSER: &str = "messaging_slack";
/// Longest code or state that is looked at.
const LONGEST: usize = 1_024;

impl Workspaces {
    /// Sends people to Slack's page at `install`, and takes them back at `oauth`, both with GET.
    pub(crate) async fn answer(&self, name: &str, request: &Request<Bytes>, now: SystemTime) -> Response<Bytes> {
        if request.method() != Method::GET {
            let mut response =
                page(StatusCode::METHOD_NOT_ALLOWED, "Not here", "Open this address in a browser.", None);
            response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET"));
            return response;
        }
        let answer = match (name, self.attachment()) {
            (_, Err(error)) => Err(error),
            ("install", Ok(attachment)) => self.begin(attachment, request, now.into()),
            (_, Ok(attachment)) => self.come_back(attachment, request, now.into()).await,
        };
        answer.unwrap_or_else(|error| {
            tracing::error!(%error, "an install failed");
            let text = "The app could not be installed now. Try again in a few minutes.";
            page(StatusCode::SERVICE_UNAVAILABLE, "Something went wrong", text, None)
        })
    }

    fn begin(&self, attachment: &Attachment, request: &Request<Bytes>, now: UnixMillis) -> Result<Response<Bytes>> {
        let unlucky = || Error::new(ErrorKind::Unavailable, "the system has no randomness");
        // A second tab does not end what the first one began.
        let browser = browser(request).map(str::to_owned).or_else(random).ok_or_else(unlucky)?;
        let state = State::begin(now).ok_or_else(unlucky)?.written(&self.app.client_secret, &browser);
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("client_id", &self.app.client_id)
            .append_pair("scope", &self.app.scope())
            .append_pair("redirect_uri", &back(attachment))
            .append_pair("state", &state)
            .finish();
        let url = attachment.url.as_str();
        let path = url.parse::<Uri>().ok().map_or_else(|| "/".to_owned(), |url| url.path().to_owned());
        let secure = if url.starts_with("https:") { "; Secure" } else { "" };
        let cookie =
            format!("{BROWSER}={browser}; Path={path}; Max-Age={}; HttpOnly; SameSite=Lax{secure}", MINUTES * 60);
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = StatusCode::FOUND;
        guard(&mut response);
        let to = format!("{}/oauth/v2/authorize?{query}", self.api.base);
        for (name, value) in [(LOCATION, to), (SET_COOKIE, cookie)] {
            let value = HeaderValue::try_from(value)
                .map_err(|cause| Error::new(ErrorKind::Config, "an address cannot be written").with_source(cause))?;
            response.headers_mut().insert(name, value);
        }
        Ok(response)
    }

    async fn come_back(
        &self,
        attachment: &Attachment,
        request: &Request<Bytes>,
        now: UnixMillis,
    ) -> Result<Response<Bytes>> {
        let again = format!("{}/install", attachment.url);
        let link = Some((again.as_str(), "Start again"));
        let query = request.uri().query().unwrap_or_default();
        let field = |name: &str| {
            let found = form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == name);
            found.map(|(_, value)| value.into_owned()).filter(|value| !value.is_empty() && value.len() <= LONGEST)
        };
        let state = field("state")
            .zip(browser(request))
            .and_then(|(state, browser)| State::read(&state, &self.app.client_secret, browser, now));
        let Some(state) = state else {
            let text = "This install was begun in another browser, or more than ten minutes ago.";
            return Ok(page(StatusCode::BAD_REQUEST, "Please start again", text, link));
        };
        if let Some(error) = field("error") {
            return Ok(match error.as_str() {
                "access_denied" => {
                    page(StatusCode::FORBIDDEN, "Not installed", "You said no, and nothing has changed.", link)
                }
                _ => page(StatusCode::BAD_REQUEST, "Not installed", &format!("Slack said `{error}`."), link),
            });
        }
        let Some(code) = field("code") else {
            return Ok(page(StatusCode::BAD_REQUEST, "Not installed", "Slack sent no code along.", link));
        };
        if !attachment.store.redeem(&state.nonce, state.until).await? {
            return Ok(page(StatusCode::BAD_REQUEST, "Please start again", "This link was used before.", link));
        }
        let installed = match exchange::install(&self.api, &code, &back(attachment), now).await {
            Ok(installed) => installed,
            Err(error) => return Ok(refused(&error, link)),
        };
        let installed = self.owned(attachment, installed).await?;
        let shown = |key: &str| installed.details.get(key).and_then(Value::as_str);
        let team = shown("team").or_else(|| shown("enterprise")).unwrap_or("your workspace").to_owned();
        let open = shown("app").map(|app| {
            let team = name(&installed);
            format!("{}/app_redirect?app={app}&team={team}", self.api.base)
        });
        attachment.store.save(installed).await?;
        let open = open.as_deref().map(|url| (url, "Open it in Slack"));
        Ok(page(
            StatusCode::OK,
            "Installed",
            &format!("The app is installed in {team}. You can close this page."),
            open,
        ))
    }

    /// Says whom an installation belongs to: as before, if the app was installed there already.
    async fn owned(&self, attachment: &Attachment, mut installed: Installed) -> Result<Installed> {
        let before = attachment.store.find(installed.enterprise.as_deref(), installed.team.as_deref()).await;
        // One that cannot be read any more is replaced: that is what people install again for.
        let before = before.ok().flatten().filter(|before| before.team == installed.team);
        installed.tenant = match (before, self.app.tenants) {
            (Some(before), _) => before.tenant,
            (None, Tenants::One) => Arc::from("default"),
            (None, Tenants::Workspace) => Arc::from(name(&installed)),
        };
        Ok(installed)
    }
}

/// Where Slack sends people back to.
fn back(attachment: &Attachment) -> String {
    format!("{}/oauth", attachment.url)
}

/// Which browser this is, if it was here before.
fn browser(request: &Request<Bytes>) -> Option<&str> {
    let cookies = request.headers().get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = cookies.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let ours = pairs.filter(|(name, _)| *name == BROWSER).map(|(_, value)| value);
    let mut plain = ours.filter(|value| value.len() == 32 && value.bytes().all(|byte| byte.is_ascii_hexdigit()));
    plain.next()
}

/// Words what Slack said to the code.
fn refused(error: &Error, link: Option<(&str, &str)>) -> Response<Bytes> {
    tracing::warn!(%error, "Slack did not take the code of an install");
    match error.vendor().map(|vendor| vendor.code.as_str()) {
        Some("invalid_code" | "code_already_used") => {
            let text = "The code that Slack sent along was used before, or is too old.";
            page(StatusCode::BAD_REQUEST, "Please start again", text, link)
        }
        Some(
            code @ ("bad_client_secret" | "invalid_client_id" | "bad_redirect_uri" | "invalid_scope" | "no_scopes"),
        ) => {
            let text = format!("The app is not set up correctly: Slack said `{code}`. Tell whoever runs it.");
            page(StatusCode::INTERNAL_SERVER_ERROR, "Not installed", &text, None)
        }
        Some(code) if !error.may_have_been_sent() => {
            page(StatusCode::BAD_REQUEST, "Not installed", &format!("Slack said `{code}`."), link)
        }
        _ => {
            let text = "Slack did not answer. Whether the app was installed is not known: start again.";
            page(StatusCode::BAD_GATEWAY, "Not installed", text, link)
        }
    }
}

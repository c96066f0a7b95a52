use std::fmt;

use bytes::Bytes;
use form_urlencoded::Serializer;
use http::{HeaderValue, Method, Request, Response, StatusCode, header::CONTENT_TYPE, header::LOCATION};

use super::{installs::Code, page};
use crate::slack::{SlackEmulator, api::Reply};

/// What somebody answers who is asked to install the app.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SlackConsent {
    /// The workspace, `T…`; the first one if none.
    pub team: Option<String>,
    /// Who answers; the workspace's first person if none.
    pub user: Option<String>,
    /// Whether the whole organization of the workspace gets the app.
    pub is_enterprise: bool,
    /// Whether they agree.
    pub allow: bool,
}

impl SlackConsent {
    /// Agrees for a workspace.
    #[must_use]
    pub fn allow(team: &str) -> Self {
        Self { team: Some(team.to_owned()), user: None, is_enterprise: false, allow: true }
    }

    /// Says no.
    #[must_use]
    pub fn deny() -> Self {
        Self { team: None, user: None, is_enterprise: false, allow: false }
    }

    /// Agrees for the whole organization that the workspace belongs to.
    #[must_use]
    pub fn for_organization(mut self) -> Self {
        self.is_enterprise = true;
        self
    }
}

/// Why nobody is even asked, in Slack's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuthorizeError(pub(super) &'static str);

impl AuthorizeError {
    /// Slack's word for it: `invalid_client_id`, `bad_redirect_uri`, `no_scopes`…
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for AuthorizeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the app cannot be installed by this link: {}", self.0)
    }
}

impl std::error::Error for AuthorizeError {}

/// What the link to the page asks for.
#[derive(Clone, Debug, Default)]
pub(super) struct Wish {
    pub(super) scopes: Vec<String>,
    /// What it asks for as whoever answers.
    pub(super) user_scopes: Vec<String>,
    pub(super) redirect_uri: Option<String>,
    pub(super) state: Option<String>,
    challenge: Option<String>,
}

impl SlackEmulator {
    /// `/oauth/v2/authorize`: GET asks, POST is the answer.
    pub(crate) fn authorize_page(&self, request: &Request<Bytes>) -> Reply {
        let query = request.uri().query().unwrap_or_default();
        let wish = match self.wish(query) {
            Ok(wish) => wish,
            Err(error) => return html(StatusCode::BAD_REQUEST, page::refusal(error)),
        };
        if request.method() != Method::POST {
            let state = self.state();
            let teams = state.teams().iter().map(|team| (team.directory.team_id.clone(), team.directory.name.clone()));
            return html(StatusCode::OK, page::question(query, &wish, &teams.collect::<Vec<_>>()));
        }
        let field = |name: &str| {
            let value = form_urlencoded::parse(request.body()).find(|(key, _)| key == name).map(|(_, value)| value);
            value.map(std::borrow::Cow::into_owned).filter(|value| !value.is_empty())
        };
        let consent = SlackConsent {
            team: field("team"),
            user: field("user"),
            is_enterprise: field("organization").is_some(),
            allow: field("answer").as_deref() == Some("allow"),
        };
        match self.agreed(wish, &consent) {
            Ok(url) => {
                let mut response = Response::new(Bytes::new());
                *response.status_mut() = StatusCode::FOUND;
                if let Ok(url) = HeaderValue::try_from(url) {
                    response.headers_mut().insert(LOCATION, url);
                }
                Reply::Answer(response)
            }
            Err(error) => html(StatusCode::BAD_REQUEST, page::refusal(error)),
        }
    }

    /// Has somebody answer the page that a link leads to (`…/oauth/v2/authorize?…`); returns where they are sent.
    ///
    /// # Errors
    /// The link is wrong: they are shown that, and sent nowhere.
    pub fn authorize(&self, url: &str, consent: &SlackConsent) -> Result<String, AuthorizeError> {
        let query = url.split_once('?').map_or("", |(_, query)| query);
        self.wish(query).and_then(|wish| self.agreed(wish, consent))
    }

    fn wish(&self, query: &str) -> Result<Wish, AuthorizeError> {
        let field = |name: &str| {
            let value = form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == name).map(|(_, value)| value);
            value.map(std::borrow::Cow::into_owned).filter(|value| !value.is_empty())
        };
        let app = &self.settings().app;
        if field("client_id").as_deref() != Some(app.client_id.as_str()) {
            return Err(AuthorizeError("invalid_client_id"));
        }
        let redirect_uri = field("redirect_uri");
        let known = &app.redirect_urls;
        let fits = |uri: &String| known.is_empty() || known.iter().any(|known| uri.starts_with(known.as_str()));
        if redirect_uri.as_ref().or(known.first()).is_none_or(|uri| !fits(uri)) {
            return Err(AuthorizeError("bad_redirect_uri"));
        }
        let words = |name: &str| -> Vec<_> {
            let list = field(name).unwrap_or_default();
            list.split([',', ' ']).filter(|scope| !scope.is_empty()).map(str::to_owned).collect()
        };
        let (scopes, user_scopes) = (words("scope"), words("user_scope"));
        if scopes.is_empty() && user_scopes.is_empty() {
            return Err(AuthorizeError("no_scopes"));
        }
        let challenge = field("code_challenge");
        if challenge.is_some() && field("code_challenge_method").as_deref() != Some("S256") {
            return Err(AuthorizeError("invalid_code_challenge_method"));
        }
        Ok(Wish { scopes, user_scopes, redirect_uri, state: field("state"), challenge })
    }

    fn agreed(&self, wish: Wish, consent: &SlackConsent) -> Result<String, AuthorizeError> {
        let target = wish.redirect_uri.clone().or_else(|| self.settings().app.redirect_urls.first().cloned());
        let target = target.ok_or(AuthorizeError("bad_redirect_uri"))?;
        let mut answer = Serializer::new(String::new());
        if consent.allow {
            let directory = {
                let state = self.state();
                let team = match &consent.team {
                    Some(team) => state.team(team),
                    None => state.teams().first(),
                };
                team.map(|team| team.directory.clone()).ok_or(AuthorizeError("invalid_team"))?
            };
            if consent.is_enterprise && directory.enterprise_id.is_none() {
                return Err(AuthorizeError("invalid_team"));
            }
            let user = consent.user.clone().or_else(|| directory.people().next().map(|user| user.id.clone()));
            let code =
                format!("{}.{}", self.desk().dice(|rng| rng.u64(1_000_000_000..9_999_999_999)), self.desk().hex(64));
            let agreed = Code {
                team: directory.team_id.clone(),
                user: user.unwrap_or_default(),
                scopes: wish.scopes,
                user_scopes: wish.user_scopes,
                enterprise: directory.enterprise_id.clone().filter(|_| consent.is_enterprise),
                redirect_uri: wish.redirect_uri,
                challenge: wish.challenge,
                made: self.desk().now(),
            };
            self.app().installs.keep(code.clone(), agreed);
            answer.append_pair("code", &code);
        } else {
            answer.append_pair("error", "access_denied");
        }
        if let Some(state) = &wish.state {
            answer.append_pair("state", state);
        }
        let joint = if target.contains('?') { '&' } else { '?' };
        Ok(format!("{target}{joint}{}", answer.finish()))
    }
}

fn html(status: StatusCode, page: String) -> Reply {
    let mut response = Response::new(Bytes::from(page));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    Reply::Answer(response)
}

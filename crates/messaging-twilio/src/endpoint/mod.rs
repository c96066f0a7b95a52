//! `POST /twilio/token`: an access token for whoever can prove who they are.

mod answer;
mod asked;

use std::time::SystemTime;

use async_trait::async_trait;
use bytes::Bytes;
use http::{Method, Request, Response, StatusCode};
use messaging_core::{Error, ErrorKind, Secret, capability::Endpoints};

use self::{answer::refused, asked::asked_identity};
use crate::{AccessToken, Authenticated, ChatGrant, Refusal, SyncGrant, Twilio, VideoGrant, VoiceGrant};

#[async_trait]
impl Endpoints for Twilio {
    fn names(&self) -> &'static [&'static str] {
        &["token"]
    }

    fn allowed_origins(&self) -> &[String] {
        &self.account.tokens.allowed_origins
    }

    async fn answer(&self, _: &str, request: Request<Bytes>, now: SystemTime) -> Response<Bytes> {
        match self.mint(&request, now).await {
            Ok(token) => answer::token(&token),
            Err(response) => response,
        }
    }
}

impl Twilio {
    /// Starts an access token for `identity`, signed with the `api_key` of the settings. Where they name a
    /// `conversations_service_sid`, Conversations is granted already.
    ///
    /// # Errors
    /// `Config`: the settings have no `api_key` and `api_secret`.
    pub fn access_token(&self, identity: impl Into<String>) -> messaging_core::Result<AccessToken> {
        let Some((key, secret)) = &self.account.api_key else {
            let message = "an access token is signed with an API key: set `api_key` and `api_secret` of `twilio` (the \
                           auth token cannot sign one)";
            return Err(Error::new(ErrorKind::Config, message));
        };
        let token = AccessToken::of(self.account.sid.clone(), key.clone(), secret.clone(), identity.into());
        Ok(match &self.account.service {
            Some(service) => token.with_chat(ChatGrant::new(service)),
            None => token,
        })
    }
}

impl Twilio {
    /// Asks who it is, then who the token is to be for, then makes it.
    async fn mint(&self, request: &Request<Bytes>, now: SystemTime) -> Result<Secret, Response<Bytes>> {
        if request.method() != Method::POST {
            return Err(answer::wrong_method());
        }
        let caller = self.authenticate(request, now).await?;
        let asked = asked_identity(request).map_err(|why| refused(StatusCode::BAD_REQUEST, why))?;
        let identity = match (caller.identity, asked) {
            (Some(own), Some(asked)) if own != asked => {
                return Err(refused(StatusCode::FORBIDDEN, "this caller may have a token for its own identity only"));
            }
            (Some(own), _) => own,
            (None, Some(asked)) => asked,
            (None, None) => return Err(refused(StatusCode::BAD_REQUEST, "identity required")),
        };
        self.token_for(identity, now).map_err(|error| match error.kind() {
            ErrorKind::Invalid => refused(StatusCode::BAD_REQUEST, &error.to_string()),
            _ => unavailable(&error),
        })
    }

    /// The first authenticator that knows the caller decides; whoever none of them knows is refused.
    async fn authenticate(&self, request: &Request<Bytes>, now: SystemTime) -> Result<Authenticated, Response<Bytes>> {
        if self.authenticators.is_empty() {
            let why = "nobody can be told apart here: set `token_secret` (TWILIO_TOKEN_SECRET) or `token_issuer` \
                       (TWILIO_TOKEN_ISSUER), or give the provider an authenticator";
            return Err(refused(StatusCode::SERVICE_UNAVAILABLE, why));
        }
        for authenticator in &self.authenticators {
            match authenticator.authenticate(request.headers(), now).await {
                Ok(Some(caller)) => return Ok(caller),
                Ok(None) => {}
                Err(Refusal::Unauthorized) => break,
                Err(Refusal::Unavailable(cause)) => {
                    tracing::warn!(cause, "a caller of the token endpoint could not be authenticated");
                    return Err(answer::later("who calls cannot be checked at the moment; try again"));
                }
            }
        }
        Err(answer::unauthorized())
    }

    /// An access token with every grant the settings name.
    fn token_for(&self, identity: String, now: SystemTime) -> messaging_core::Result<Secret> {
        let tokens = &self.account.tokens;
        let mut token = self.access_token(identity)?.with_ttl(tokens.ttl);
        if let Some(application) = &tokens.voice_application {
            token = token
                .with_voice(VoiceGrant::new().with_incoming().with_outgoing(application, serde_json::Map::default()));
        }
        if tokens.video {
            token = token.with_video(VideoGrant::every_room());
        }
        if let Some(service) = &tokens.sync_service {
            token = token.with_sync(SyncGrant::new(service));
        }
        token.sign(now)
    }
}

/// The settings are not enough to make a token: the operator reads why, the caller that it is not their fault.
fn unavailable(error: &Error) -> Response<Bytes> {
    tracing::warn!(%error, "no access token can be made");
    refused(StatusCode::SERVICE_UNAVAILABLE, "no access token can be made here: the gateway's log says what is missing")
}

use bytes::Bytes;
use http::{
    HeaderValue, Method, Request, Response, StatusCode,
    header::{AUTHORIZATION, CONTENT_TYPE},
};

use crate::slack::{
    SlackEmulator,
    api::{multipart::parts, router::Reply},
    file::Stage,
};

impl SlackEmulator {
    /// Takes the bytes of a file, or gives them out; none if the path is about no file.
    pub(in crate::slack::api) fn transfer(&self, request: &Request<Bytes>) -> Option<Reply> {
        let path = request.uri().path();
        if let Some(ticket) = path.strip_prefix("/upload/v1/") {
            return Some(Reply::Answer(self.take_file(request, ticket)));
        }
        let named = path.strip_prefix("/files-pri/")?;
        Some(Reply::Answer(self.give_file(request, named)))
    }

    /// The second of three steps. Bytes come as they are, whatever their content type says, or as a part of a form.
    fn take_file(&self, request: &Request<Bytes>, ticket: &str) -> Response<Bytes> {
        if !matches!(*request.method(), Method::POST | Method::PUT) {
            return plain(StatusCode::METHOD_NOT_ALLOWED, "POST the bytes of the file");
        }
        let content = content(request);
        let mut state = self.state();
        let files = state.teams_mut().iter_mut().flat_map(|team| &mut team.files);
        let Some(file) = files.into_iter().find(|file| file.ticket == ticket && file.stage == Stage::Announced) else {
            return plain(StatusCode::NOT_FOUND, "no file is awaited here");
        };
        let length = content.len();
        if u64::try_from(length).ok() != Some(file.length) {
            let said = file.length;
            self.desk().warn(format!("upload of {}: {length} bytes came, {said} were announced", file.id));
            return plain(StatusCode::BAD_REQUEST, "the length is not the one that was announced");
        }
        file.content = Some(content);
        plain(StatusCode::OK, &format!("OK - {length}"))
    }

    /// Gives a file to whoever has a token of its workspace; others see a page to log in on, with status 200.
    fn give_file(&self, request: &Request<Bytes>, named: &str) -> Response<Bytes> {
        let key = named.split('/').next().unwrap_or_default();
        let (team, id) = key.split_once('-').unwrap_or((key, ""));
        let authorization = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let token = authorization.and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default();
        let (now, state) = (self.desk().wall(), self.state());
        let may = state.granted(token).is_some_and(|grant| {
            state.team(team).is_some_and(|team| grant.covers(&team.directory))
                && grant.refusal(now).is_none()
                && grant.scopes.iter().any(|scope| scope == "files:read")
        });
        if !may {
            let mut response = plain(StatusCode::OK, "<!DOCTYPE html><title>Sign in | Slack</title>");
            response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
            return response;
        }
        let file = state.team(team).and_then(|team| team.files.iter().find(|file| file.id == id));
        let found =
            file.filter(|file| file.stage == Stage::Complete).and_then(|file| Some((file, file.content.clone()?)));
        let Some((file, content)) = found else { return plain(StatusCode::NOT_FOUND, "no such file") };
        let mut response = Response::new(content);
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(file.mimetype()));
        response
    }
}

/// The bytes of a file: those of the part that is one, if the body is a form of several parts.
fn content(request: &Request<Bytes>) -> Bytes {
    let (kind, body) = (request.headers().get(CONTENT_TYPE), request.body());
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let (kind, parameters) = kind.split_once(';').unwrap_or((kind, ""));
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return body.clone();
    }
    let parts = parts(parameters, body).unwrap_or_default();
    let file = parts.iter().find(|part| part.is_file).or_else(|| parts.first());
    file.map_or_else(Bytes::new, |part| body.slice_ref(part.content))
}

fn plain(status: StatusCode, text: &str) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(text.to_owned()));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}

//! URLs that Twilio may have called instead of the one that is checked.

use bytes::Bytes;
use http::{HeaderMap, Request};

use super::Difference;

/// A URL in its parts, each as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Parts {
    scheme: String,
    authority: String,
    path: String,
    query: Option<String>,
}

impl Parts {
    fn of(url: &str) -> Option<Self> {
        let (url, _) = url.split_once('#').unwrap_or((url, ""));
        let (scheme, rest) = url.split_once("://")?;
        let (rest, query) = rest.split_once('?').map_or((rest, None), |(rest, query)| (rest, Some(query.to_owned())));
        let (authority, path) = rest.find('/').and_then(|at| rest.split_at_checked(at)).unwrap_or((rest, ""));
        Some(Self { scheme: scheme.to_owned(), authority: authority.to_owned(), path: path.to_owned(), query })
    }

    fn url(&self) -> String {
        let Self { scheme, authority, path, query } = self;
        let query = query.as_ref().map(|query| format!("?{query}")).unwrap_or_default();
        format!("{scheme}://{authority}{path}{query}")
    }

    /// Without what may be a password, and without the query, which callbacks bring themselves.
    fn shown(&self) -> String {
        format!("{}://{}{}", self.scheme, masked(&self.authority), self.path)
    }
}

/// Returns the URL as it is, and others with what makes each different, at most three differences at once.
pub(super) fn variants(
    url: &str,
    request: &Request<Bytes>,
    configured: Option<&str>,
) -> Vec<(String, Vec<Difference>)> {
    let Some(parts) = Parts::of(url) else { return vec![(url.to_owned(), Vec::new())] };
    let configured = configured.and_then(Parts::of);
    let schemes = others(&parts.scheme, schemes(&parts).map(str::to_owned));
    let authorities = others(&parts.authority, authorities(&parts, request.headers(), configured.as_ref()));
    let paths = others(&parts.path, paths(&parts, request, configured.as_ref()));
    let queries = others(&parts.query, queries(&parts, request));

    let mut all = Vec::new();
    for query in &queries {
        for path in &paths {
            for authority in &authorities {
                for scheme in &schemes {
                    let other = Parts {
                        scheme: scheme.clone(),
                        authority: authority.clone(),
                        path: path.clone(),
                        query: query.clone(),
                    };
                    let differences = differences(&parts, &other);
                    if differences.len() <= super::MAX_DIFFERENCES {
                        all.push((other.url(), differences));
                    }
                }
            }
        }
    }
    all
}

/// Whether a URL leads to this machine.
pub(super) fn is_local(url: &str) -> bool {
    let Some(parts) = Parts::of(url) else { return false };
    let host = parts.authority.rsplit('@').next().unwrap_or_default();
    ["localhost", "127.", "[::1]"].iter().any(|local| host.starts_with(local))
}

/// Whether a URL is the configured one, with whatever callbacks add to its path and query.
pub(super) fn is_below(url: &str, configured: &str) -> bool {
    let rest = url.strip_prefix(configured.trim_end_matches('/'));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
}

/// A URL as it may be shown.
pub(super) fn shown(url: &str) -> String {
    Parts::of(url).map_or_else(|| "another URL".to_owned(), |parts| parts.shown())
}

/// `first`, then what is not there yet.
fn others<T: PartialEq + Clone>(first: &T, more: impl IntoIterator<Item = T>) -> Vec<T> {
    more.into_iter().fold(vec![first.clone()], |mut all, one| {
        if !all.contains(&one) {
            all.push(one);
        }
        all
    })
}

fn schemes(parts: &Parts) -> impl Iterator<Item = &'static str> {
    let socket = parts.scheme.starts_with("ws");
    if socket { ["wss", "ws", "https", "http"] } else { ["https", "http", "wss", "ws"] }.into_iter()
}

fn authorities(parts: &Parts, headers: &HeaderMap, configured: Option<&Parts>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for name in ["x-forwarded-host", "x-original-host", "host"] {
        let value = headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let first = value.split(',').next().unwrap_or_default().trim();
        if !first.is_empty() {
            all.push(first.to_owned());
        }
    }
    all.extend(configured.map(|configured| configured.authority.clone()));
    if let Some((_, host)) = parts.authority.rsplit_once('@') {
        all.push(host.to_owned());
    }
    let bare = parts.authority.strip_prefix("www.");
    all.push(bare.map_or_else(|| format!("www.{}", parts.authority), str::to_owned));
    all
}

fn paths(parts: &Parts, request: &Request<Bytes>, configured: Option<&Parts>) -> Vec<String> {
    let path = &parts.path;
    let mut all = vec![path.strip_suffix('/').map_or_else(|| format!("{path}/"), str::to_owned)];
    for name in ["x-forwarded-uri", "x-original-uri", "x-original-url", "x-rewrite-url"] {
        let value = request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let before_query = value.split('?').next().unwrap_or_default();
        if before_query.starts_with('/') {
            all.push(before_query.to_owned());
        }
    }
    let prefix = request.headers().get("x-forwarded-prefix").and_then(|value| value.to_str().ok());
    all.extend(prefix.map(|prefix| format!("{}{path}", prefix.trim_end_matches('/'))));
    all.push(request.uri().path().to_owned());
    all.extend(configured.map(|configured| configured.path.clone()));
    let without_first = path.get(1..).and_then(|rest| rest.find('/').and_then(|at| rest.get(at..)));
    all.extend(without_first.map(str::to_owned));
    let without_last = path.trim_end_matches('/').rfind('/').filter(|at| *at > 0).and_then(|at| path.get(..at));
    all.extend(without_last.map(str::to_owned));
    all.push(path.replace("//", "/"));
    all.push(path.to_ascii_lowercase());
    all
}

fn queries(parts: &Parts, request: &Request<Bytes>) -> Vec<Option<String>> {
    let mut all = vec![None, request.uri().query().map(str::to_owned)];
    if let Some(query) = &parts.query {
        let mut pairs: Vec<_> = query.split('&').collect();
        pairs.reverse();
        all.push(Some(pairs.join("&")));
        pairs.sort_unstable();
        all.push(Some(pairs.join("&")));
        // One was added on the way.
        for left_out in query.split('&').take(8) {
            let rest: Vec<_> = query.split('&').filter(|pair| *pair != left_out).collect();
            all.push((!rest.is_empty()).then(|| rest.join("&")));
        }
    }
    all
}

fn differences(checked: &Parts, signed: &Parts) -> Vec<Difference> {
    let set = format!("set `webhook_url` (TWILIO_WEBHOOK_URL) so that {} is checked, or `public_url`", signed.shown());
    let mut all = Vec::new();
    let mut add = |what: String, next: String| all.push(Difference::new(what, next));
    if signed.scheme != checked.scheme {
        let next = format!("{set}; a proxy that ends TLS is the usual cause");
        add(format!("Twilio signed `{}`, `{}` is checked", signed.scheme, checked.scheme), next);
    }
    if signed.authority != checked.authority {
        let (signed, checked) = (masked(&signed.authority), masked(&checked.authority));
        add(format!("Twilio signed the host `{signed}`, `{checked}` is checked"), set.clone());
    }
    if signed.path != checked.path {
        let slash = signed.path.trim_end_matches('/') == checked.path.trim_end_matches('/');
        let which = if slash { "a slash at the end makes the difference: " } else { "" };
        add(format!("{which}Twilio signed the path `{}`, `{}` is checked", signed.path, checked.path), set.clone());
    }
    if signed.query != checked.query {
        let sorted = |query: &Option<String>| {
            let mut pairs: Vec<_> = query.iter().flat_map(|query| query.split('&')).map(str::to_owned).collect();
            pairs.sort_unstable();
            pairs
        };
        let (of_signed, of_checked) = (sorted(&signed.query), sorted(&checked.query));
        let how = if of_signed == of_checked {
            "in another order"
        } else if of_signed.is_empty() {
            "that Twilio did not sign"
        } else {
            "with other parts than Twilio signed"
        };
        let next = "let proxies pass the query as it came: nothing added, removed, sorted or encoded again";
        add(format!("the query came {how}"), next.to_owned());
    }
    all
}

/// An authority without its password.
fn masked(authority: &str) -> String {
    match authority.rsplit_once('@') {
        Some((_, host)) => format!("***@{host}"),
        None => authority.to_owned(),
    }
}

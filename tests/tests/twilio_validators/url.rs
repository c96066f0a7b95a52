//! URLs as they are called, and as another part of Twilio may have written them when it signed.

use fastrand::Rng;

pub(crate) fn pick<'t>(rng: &mut Rng, of: &[&'t str]) -> &'t str {
    of[rng.usize(..of.len())]
}

/// The parts of a URL.
#[derive(Clone, Debug)]
pub(crate) struct Url {
    pub(crate) scheme: String,
    pub(crate) user: String,
    pub(crate) host: String,
    pub(crate) port: String,
    pub(crate) path: String,
    pub(crate) query: Option<String>,
}

impl Url {
    pub(crate) fn generate(rng: &mut Rng) -> Self {
        let part = |rng: &mut Rng, usual: &str, odd: &[&str]| {
            if rng.u8(..3) > 0 { usual.to_owned() } else { pick(rng, odd).to_owned() }
        };
        let query = match rng.u8(..4) {
            0 => None,
            _ => Some((0..rng.usize(..4)).map(|_| pair(rng)).collect::<Vec<_>>().join("&")),
        };
        Self {
            scheme: part(rng, "https", &["http", "https", "wss"]),
            user: part(rng, "", &["user:pass@", "user@", "us%40er:p%3Ass@", "a:b:c@"]),
            host: part(
                rng,
                "mycompany.com",
                &["127.0.0.1", "[::1]", "[2001:db8::7]", "MyCompany.com", "my-company.test"],
            ),
            port: part(rng, "", &[":443", ":80", ":8443", ":1234"]),
            path: part(
                rng,
                "/myapp.php",
                &["/", "/webhooks/twilio", "/a%20b/c", "/it's", "/a:b@c", "/%C3%BC", "/a//b"],
            ),
            query,
        }
    }

    pub(crate) fn text(&self) -> String {
        let query = self.query.as_ref().map(|query| format!("?{query}")).unwrap_or_default();
        format!("{}://{}{}{}{}{query}", self.scheme, self.user, self.host, self.port, self.path)
    }

    /// What is not so in every URL.
    pub(crate) fn oddities(&self) -> impl Iterator<Item = &'static str> {
        let held = [
            ("user", !self.user.is_empty()),
            ("a colon in the password", self.user.matches(':').count() > 1),
            ("IPv6", self.host.starts_with('[')),
            ("capitals in the host", self.host.contains('M')),
            ("a port", !self.port.is_empty()),
            ("wss", self.scheme == "wss"),
            ("an empty query", self.query.as_deref() == Some("")),
        ];
        held.into_iter().filter(|(_, holds)| *holds).map(|(name, _)| name)
    }

    /// With one more pair in the query.
    pub(crate) fn with(&self, pair: &str) -> Self {
        let query = self.query.as_deref().filter(|query| !query.is_empty());
        let query = query.map_or_else(|| pair.to_owned(), |query| format!("{query}&{pair}"));
        Self { query: Some(query), ..self.clone() }
    }

    /// As some back end may have written it: the same URL, to whoever reads it.
    pub(crate) fn rewritten(&self, rng: &mut Rng) -> (&'static str, Self) {
        let other = self.clone();
        let query = |change: fn(&str) -> String| self.query.as_deref().map(change);
        match rng.u8(..9) {
            2 => ("without its port", Self { port: String::new(), ..other }),
            3 if self.port.is_empty() => {
                let port = if self.scheme == "http" { ":80" } else { ":443" };
                ("with the usual port", Self { port: port.into(), ..other })
            }
            0 | 1 | 3 => ("as it is", other),
            4 => ("quotes escaped", Self { query: query(|query| query.replace('\'', "%27")), ..other }),
            5 => ("spaces escaped", Self { query: query(|query| query.replace('+', "%20")), ..other }),
            6 => ("host in lower case", Self { host: self.host.to_lowercase(), ..other }),
            7 => ("query encoded again", Self { query: query(again), host: self.host.to_lowercase(), ..other }),
            _ => {
                let (port, host) = (String::new(), self.host.to_lowercase());
                ("query encoded again", Self { query: query(again), port, host, ..other })
            }
        }
    }

    /// Another URL.
    pub(crate) fn tampered(&self, rng: &mut Rng) -> (&'static str, Self) {
        let other = self.clone();
        match rng.u8(..6) {
            0 => ("another path", Self { path: format!("{}x", self.path), ..other }),
            1 => ("another host", Self { host: "evil.example".into(), ..other }),
            2 => (
                "another scheme",
                Self { scheme: if self.scheme == "http" { "https" } else { "http" }.into(), ..other },
            ),
            3 => ("another port", Self { port: ":9999".into(), ..other }),
            4 => ("another query", self.with("more=1")),
            _ => ("another user", Self { user: "mallory:pass@".into(), ..other }),
        }
    }
}

fn pair(rng: &mut Rng) -> String {
    let name = pick(rng, &["foo", "bar", "a", "it's", "a%20b", "a+b", "caf%C3%A9", "a[]", "A"]);
    let value = pick(
        rng,
        &[
            "1",
            "2",
            "",
            "a b",
            "a+b",
            "a%20b",
            "it's",
            "%27",
            "x%2Fy",
            "x/y",
            "%2B1555",
            "caf%C3%A9",
            "*~!()",
            "a:b@c",
            "a=b",
        ],
    );
    match (rng.u8(..12), value) {
        (0, _) => name.to_owned(),
        (_, "a b") => format!("{name}=a%20b"),
        (_, value) => format!("{name}={value}"),
    }
}

/// Decoded and encoded as Node's old `querystring` does it: names side by side, only letters, digits and `-_.!~*'()` plain.
fn again(query: &str) -> String {
    let mut pairs: Vec<(String, Vec<String>)> = Vec::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()).into_owned() {
        match pairs.iter_mut().find(|(known, _)| *known == name) {
            Some((_, values)) => values.push(value),
            None => pairs.push((name, vec![value])),
        }
    }
    let escape = |text: &str| -> String {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte);
        text.bytes()
            .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
            .collect()
    };
    let each = pairs.iter().flat_map(|(name, values)| values.iter().map(move |value| (name, value)));
    each.map(|(name, value)| format!("{}={}", escape(name), escape(value))).collect::<Vec<_>>().join("&")
}

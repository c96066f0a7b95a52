//! What a callback carried, and what it may have carried before somebody on the way changed it.

use std::collections::BTreeSet;

use bytes::Bytes;
use http::Request;

use super::Difference;
use crate::webhook::{Body, Form, is_form, is_hashed, query};

/// Fields as they are signed.
pub(super) type Fields = BTreeSet<(String, String)>;

/// The most fields of which each is left out once.
const MAX_LEFT_OUT: usize = 64;

/// Fields that Twilio sends without a value, and which proxies drop.
const OFTEN_EMPTY: [&str; 9] =
    ["Body", "FromCity", "FromCountry", "FromState", "FromZip", "ToCity", "ToCountry", "ToState", "ToZip"];

const UNTOUCHED: &str = "let the body through as it came, to the byte: check what proxies and middleware do to forms";

/// What a callback carried.
pub(super) struct Sent<'r> {
    raw: &'r [u8],
    is_form: bool,
    fields: Fields,
}

impl<'r> Sent<'r> {
    pub(super) fn of(request: &'r Request<Bytes>) -> Self {
        let raw: &[u8] = request.body();
        Self { raw, is_form: is_form(request), fields: fields(raw) }
    }

    /// The fields as they are, and as they may have been.
    pub(super) fn variants(&self, url: &str) -> Vec<(Fields, Vec<Difference>)> {
        let nothing = Fields::new();
        if !self.is_form {
            let mut all = vec![(nothing, Vec::new())];
            if !self.raw.is_empty() && !is_hashed(url) {
                let what = "the body is a form, but its Content-Type does not say so";
                let next = "let the Content-Type through: `application/x-www-form-urlencoded`";
                all.push((self.fields.clone(), vec![Difference::new(what, next)]));
            }
            return all;
        }
        let mut all = vec![(self.fields.clone(), Vec::new())];
        let mut add = |fields: Fields, what: &str, next: &str| {
            if !all.iter().any(|(known, _)| *known == fields) {
                all.push((fields, vec![Difference::new(what, next)]));
            }
        };
        let what = "the body is not signed: Twilio sent a GET, or the hash of a body that is no form";
        add(nothing, what, "let redirects keep the method, and proxies the Content-Type");
        let plus = |text: &str| match text.strip_prefix(' ') {
            Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => format!("+{rest}"),
            _ => text.replace(": ", ":+"),
        };
        add(self.values(plus), "a `+` of a number became a space on the way: the form was decoded twice", UNTOUCHED);
        add(
            self.values(|text| text.trim().to_owned()),
            "values have white space around them that Twilio did not sign",
            UNTOUCHED,
        );
        let trimmed = self.fields.iter().map(|(name, value)| (name.trim().to_owned(), value.clone())).collect();
        add(trimmed, "names of fields have white space around them that Twilio did not sign", UNTOUCHED);
        add(self.values(|text| text.replace("\r\n", "\n")), "line ends were written as CR LF on the way", UNTOUCHED);
        add(
            self.values(|text| text.replace("\r\n", "\n").replace('\n', "\r\n")),
            "line ends were written as LF on the way",
            UNTOUCHED,
        );
        let dropped = "empty fields were dropped on the way";
        let absent = || OFTEN_EMPTY.into_iter().filter(|name| !self.fields.iter().any(|(known, _)| known == name));
        let with = |names: &mut dyn Iterator<Item = &str>| {
            let empty = names.map(|name| (name.to_owned(), String::new()));
            self.fields.iter().cloned().chain(empty).collect::<Fields>()
        };
        add(with(&mut absent().filter(|name| *name == "Body")), dropped, UNTOUCHED);
        add(with(&mut absent().filter(|name| *name != "Body")), dropped, UNTOUCHED);
        add(with(&mut absent()), dropped, UNTOUCHED);
        for (name, _) in self.fields.iter().take(MAX_LEFT_OUT) {
            let others = self.fields.iter().filter(|(other, _)| other != name).cloned().collect();
            add(others, &format!("the field `{}` was added on the way", shown(name)), UNTOUCHED);
        }
        all
    }

    /// Says that the body is not the one whose hash was signed.
    pub(super) fn is_altered(&self, url: &str) -> Option<Difference> {
        if self.is_form || Body::Raw(self.raw).is_the_hashed_one(url) {
            return None;
        }
        let what = "the body is not the one whose hash (`bodySHA256`) is in the signed URL: it was changed on the way";
        Some(Difference::new(
            what,
            "let the body through to the byte: JSON that is read and written again has other bytes",
        ))
    }

    /// The account that the callback says it is of.
    pub(super) fn account(&self, url: &str) -> Option<String> {
        let query = fields(query(url).as_bytes());
        let said = self.fields.iter().chain(&query).find(|(name, _)| name == "AccountSid");
        said.map(|(_, sid)| sid.clone()).filter(|sid| crate::sid::is_sid(sid, "AC"))
    }

    fn values(&self, change: impl Fn(&str) -> String) -> Fields {
        self.fields.iter().map(|(name, value)| (name.clone(), change(value))).collect()
    }
}

/// Decodes a form; one with too many fields has none that can be looked at.
fn fields(raw: &[u8]) -> Fields {
    let Ok(form) = Form::parse(raw) else { return Fields::new() };
    form.fields().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// A name as a line of a terminal may hold it.
fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(80).collect()
}

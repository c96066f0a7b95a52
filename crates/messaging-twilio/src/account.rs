//! The account as the settings name it: checked once, then believed.

use std::{collections::BTreeMap, time::Duration};

use messaging_core::{Error, ErrorKind, Result, Secret, Secrets};

use crate::{
    Inbound, Replies, TwilioConfig, WindowTemplate,
    authenticator::Tokens,
    base::{Bases, is_web_url},
    fields::segment,
    replies::is_heard_after,
    roles::Roles,
    sender_rate, sid,
    spellings::Spellings,
    templates,
};

/// Checked settings.
#[derive(Clone)]
pub(crate) struct Account {
    pub(crate) sid: String,
    pub(crate) auth_token: Secrets,
    pub(crate) api_key: Option<(String, Secret)>,
    pub(crate) service: Option<String>,
    pub(crate) messaging_service: Option<String>,
    pub(crate) phone_number: Option<String>,
    /// Without a fragment: Twilio signs the URL without it.
    pub(crate) webhook_url: Option<String>,
    /// The fragment with its `#`: connection overrides, meant for Twilio alone.
    pub(crate) overrides: String,
    /// By the name a callback gives.
    pub(crate) webhook_signing_keys: BTreeMap<String, Secret>,
    pub(crate) author: String,
    pub(crate) inbound: Inbound,
    pub(crate) replies: Replies,
    pub(crate) reply_wait: Duration,
    pub(crate) quick_replies: BTreeMap<usize, String>,
    pub(crate) window_template: Option<WindowTemplate>,
    pub(crate) sender_rates: BTreeMap<String, f64>,
    pub(crate) roles: Roles,
    pub(crate) tokens: Tokens,
    pub(crate) bases: Bases,
    /// Of the URL that callbacks come to.
    pub(crate) spellings: Spellings,
}

impl Account {
    /// Checks the settings. No value of a secret, or of what may be one in the wrong place, is repeated.
    pub(crate) fn new(config: TwilioConfig) -> Result<Self> {
        let tokens = Tokens::of(&config)?;
        let present = |value: Option<String>| value.filter(|value| !value.trim().is_empty());
        sid::check("account_sid", &config.account_sid, "AC")?;
        if config.auth_token.is_blank() {
            return Err(refuse("`auth_token` of `twilio` is empty, or one of its list is"));
        }
        let api_secret = config.api_secret.filter(|secret| !secret.expose().trim().is_empty());
        let api_key = match (present(config.api_key), api_secret) {
            (Some(key), Some(secret)) => {
                sid::check("api_key", &key, "SK")?;
                Some((key, secret))
            }
            (None, None) => None,
            _ => return Err(refuse("`api_key` and `api_secret` of `twilio` belong together: set both, or neither")),
        };
        let service = present(config.conversations_service_sid);
        if let Some(service) = &service {
            sid::check("conversations_service_sid", service, "IS")?;
        }
        let messaging_service = present(config.messaging_service_sid);
        if let Some(service) = &messaging_service {
            sid::check("messaging_service_sid", service, "MG")?;
        }
        let phone_number = present(config.phone_number);
        if phone_number.as_deref().is_some_and(|number| !is_sender(number)) {
            return Err(refuse(
                "`phone_number` of `twilio` is not a number: write it as `+15550100001`, a short code, or with its \
                 channel as `whatsapp:+15550100001`",
            ));
        }
        let keys = &config.webhook_signing_keys;
        if keys.iter().any(|(name, secret)| name.trim().is_empty() || secret.expose().trim().is_empty()) {
            return Err(refuse("`webhook_signing_keys` of `twilio` has a key without a name or without a secret"));
        }
        let webhook_url = present(config.webhook_url);
        if webhook_url.as_deref().is_some_and(|url| !is_web_url(url) || before_fragment(url).0.contains('?')) {
            return Err(refuse(
                "`webhook_url` of `twilio` is not the `https://…` URL that Twilio calls, or has a `?`: callbacks add \
                 their own query",
            ));
        }
        let (webhook_url, overrides) = match webhook_url.as_deref().map(before_fragment) {
            Some((url, overrides)) => (Some(url.to_owned()), overrides.to_owned()),
            None => (None, String::new()),
        };
        if config.inbound.numbers().any(|number| !is_sender(number)) {
            return Err(refuse(
                "`inbound` of `twilio` names something that is not a number of yours: write it as `+15550100001`, or with \
                 its channel as `whatsapp:+15550100001`",
            ));
        }
        if !is_heard_after(config.reply_wait) {
            return Err(refuse("`reply_wait` of `twilio` is not below 15 s: Twilio waits no longer for an answer"));
        }
        let roles = Roles {
            named: config.roles,
            service_admin: present(config.service_admin_role),
            service_user: present(config.service_user_role),
            channel_admin: present(config.channel_admin_role),
            channel_user: present(config.channel_user_role),
        };
        roles.check()?;
        templates::check(&config.quick_replies, config.window_template.as_ref())?;
        sender_rate::check(&config.sender_rates)?;
        Ok(Self {
            sid: config.account_sid,
            auth_token: config.auth_token,
            api_key,
            service,
            messaging_service,
            phone_number,
            webhook_url,
            overrides,
            webhook_signing_keys: config.webhook_signing_keys,
            author: present(Some(config.author)).unwrap_or_else(|| "assistant".to_owned()),
            inbound: config.inbound,
            replies: config.replies,
            reply_wait: config.reply_wait,
            quick_replies: config.quick_replies,
            window_template: config.window_template,
            sender_rates: config.sender_rates,
            roles,
            tokens,
            bases: Bases::new(present(config.base_url).as_deref())?,
            spellings: Spellings::default(),
        })
    }

    /// A path of the 2010-04-01 API below this account.
    pub(crate) fn path(&self, rest: &str) -> String {
        format!("/2010-04-01/Accounts/{}{rest}", self.sid)
    }

    /// A path of Conversations v1: within the service the settings name, otherwise the account's default service.
    pub(crate) fn conversations_path(&self, rest: &str) -> String {
        match &self.service {
            Some(service) => format!("/v1/Services/{service}/Conversations{rest}"),
            None => format!("/v1/Conversations{rest}"),
        }
    }

    /// A path below one conversation.
    pub(crate) fn conversation_path(&self, id: &str, rest: &str) -> Result<String> {
        Ok(self.conversations_path(&format!("/{}{rest}", segment(id)?)))
    }
}

fn refuse(message: &str) -> Error {
    Error::new(ErrorKind::Config, message)
}

/// Splits a URL into what is requested and the fragment, `#` included.
fn before_fragment(url: &str) -> (&str, &str) {
    url.find('#').and_then(|at| url.split_at_checked(at)).unwrap_or((url, ""))
}

/// Whether `text` looks like something that can send: `+15550100001`, `12345`, `whatsapp:+15550100001`.
fn is_sender(text: &str) -> bool {
    let number = text.split_once(':').map_or(text, |(_, address)| address);
    let digits = number.strip_prefix('+').unwrap_or(number);
    (3..=15).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit())
}

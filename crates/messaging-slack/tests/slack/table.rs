//! Slack's own table of methods.

use std::collections::{BTreeMap, BTreeSet};

const TABLE: &str = include_str!("../methods.tsv");

/// Errors that any method may answer with.
pub(crate) const COMMON: [&str; 30] = [
    "access_denied",
    "accesslimited",
    "account_inactive",
    "deprecated_endpoint",
    "ekm_access_denied",
    "enterprise_is_restricted",
    "fatal_error",
    "internal_error",
    "invalid_arg_name",
    "invalid_arguments",
    "invalid_array_arg",
    "invalid_auth",
    "invalid_charset",
    "invalid_form_data",
    "invalid_post_type",
    "method_deprecated",
    "missing_post_type",
    "missing_scope",
    "no_permission",
    "not_allowed_token_type",
    "not_authed",
    "org_login_required",
    "ratelimited",
    "request_timeout",
    "service_unavailable",
    "team_access_not_granted",
    "team_added_to_org",
    "token_expired",
    "token_revoked",
    "two_factor_setup_required",
];

/// One method, as Slack documents it.
#[derive(Clone, Debug)]
pub(crate) struct Method {
    pub(crate) tier: &'static str,
    pub(crate) arguments: BTreeSet<&'static str>,
    pub(crate) required: BTreeSet<&'static str>,
    pub(crate) errors: BTreeSet<&'static str>,
}

/// Every method, by name.
pub(crate) fn methods() -> BTreeMap<&'static str, Method> {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
    rows.map(|row| {
        let columns: Vec<_> = row.split('\t').collect();
        let [name, tier, arguments, errors] = columns[..] else { panic!("{row}") };
        let words = |text: &'static str| text.split(' ').filter(|word| !word.is_empty());
        let bare = |word: &'static str| word.trim_end_matches('*');
        let required = words(arguments).filter(|word| word.ends_with('*')).map(bare).collect();
        let arguments = words(arguments).map(bare).collect();
        (name, Method { tier, arguments, required, errors: words(errors).collect() })
    })
    .collect()
}

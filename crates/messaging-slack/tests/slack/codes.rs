use std::collections::BTreeSet;

use messaging_core::{ErrorKind, Reached};
use messaging_slack::{Class, Retry, codes};

use crate::table::{COMMON, methods};

#[test]
fn every_documented_error_is_in_the_table() {
    let known: BTreeSet<_> = codes().iter().map(|code| code.code).collect();
    let documented = methods().into_values().flat_map(|method| method.errors).chain(COMMON);
    let unknown: BTreeSet<_> = documented.filter(|code| !known.contains(code)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    assert!(known.len() >= 260, "{}", known.len());
}

#[test]
fn what_may_have_been_done_is_never_safe_to_repeat() {
    for code in ["internal_error", "fatal_error", "service_unavailable", "request_timeout", "rollup_error"] {
        let found = codes().iter().find(|known| known.code == code).unwrap();
        assert_eq!((found.class.reached(), found.class.retry()), (Reached::MaybeSent, Retry::Unknown), "{code}");
    }
    for code in codes().iter().filter(|code| code.class == Class::Busy || code.class == Class::Limited) {
        assert_eq!((code.class.reached(), code.class.retry()), (Reached::Answered, Retry::Soon), "{}", code.code);
    }
    for code in ["already_reacted", "no_reaction", "already_archived", "not_archived", "already_in_channel"] {
        let found = codes().iter().find(|known| known.code == code).unwrap();
        assert_eq!((found.class, found.class.kind()), (Class::Done, ErrorKind::Invalid), "{code}");
    }
}

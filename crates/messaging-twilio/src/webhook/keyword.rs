//! The words by which a person takes back their consent, gives it again, or asks who writes
//! (<https://help.twilio.com/articles/223134027>).

use messaging_core::Keyword;

use super::form::Form;

const STOP: [&str; 8] = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"];
const START: [&str; 2] = ["START", "UNSTOP"];
const HELP: [&str; 2] = ["HELP", "INFO"];

/// What Twilio itself took a text for, with Advanced Opt-Out: words of the operator's own, on whichever channel.
pub(super) fn told(form: &Form<'_>) -> Option<Keyword> {
    match form.get("OptOutType")?.trim().to_ascii_uppercase().as_str() {
        "STOP" => Some(Keyword::Stop),
        "START" => Some(Keyword::Start),
        "HELP" => Some(Keyword::Help),
        _ => None,
    }
}

/// What a text message is, by its whole body. Twilio knows these words on SMS and MMS alone: on WhatsApp and other
/// channels they are words like any others, unless it says so itself ([`told`]).
///
/// Twilio takes `YES` for `START` where somebody had opted out, and for an answer everywhere else.
pub(super) fn of_text(body: &str) -> Option<Keyword> {
    let is = |words: &[&str]| words.iter().any(|word| body.trim().eq_ignore_ascii_case(word));
    match () {
        () if is(&STOP) => Some(Keyword::Stop),
        () if is(&START) => Some(Keyword::Start),
        () if is(&HELP) => Some(Keyword::Help),
        () if is(&["YES"]) => Some(Keyword::Yes),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_keyword_is_the_whole_text() {
        for (body, keyword) in [
            ("STOP", Some(Keyword::Stop)),
            (" stop\n", Some(Keyword::Stop)),
            ("OptOut", Some(Keyword::Stop)),
            ("Start", Some(Keyword::Start)),
            ("info", Some(Keyword::Help)),
            ("yes", Some(Keyword::Yes)),
            ("yes please", None),
            ("stop it", None),
            ("STOP.", None),
            ("", None),
            ("ſtop", None),
        ] {
            assert_eq!(of_text(body), keyword, "{body}");
        }
    }
}

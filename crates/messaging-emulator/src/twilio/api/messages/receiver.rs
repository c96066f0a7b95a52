use crate::twilio::{
    address::{self, Channel},
    api::{Refusal, form::Form},
};

/// Who is meant to get it. The numbers that the vendor's documents give to those who only try are obeyed
/// (<https://www.twilio.com/docs/iam/test-credentials#test-sms-messages>).
pub(super) fn receiver(form: &Form) -> Result<(String, Channel), Refusal> {
    let Some(to) = form.get("To") else {
        return Err(Refusal::invalid(21_604, "The destination 'To' phone number is required to send an SMS"));
    };
    let (code, message) = match address::parse(to) {
        None | Some((_, "+15005550001")) => (21_211, format!("Invalid 'To' Phone Number: {to}")),
        Some((_, "+15005550002")) => (21_612, "The 'To' phone number is not currently reachable via SMS".to_owned()),
        Some((_, "+15005550003")) => (
            21_408,
            "Permission to send an SMS has not been enabled for the region indicated by the 'To' number".to_owned(),
        ),
        Some((_, "+15005550004")) => (21_610, "Attempt to send to unsubscribed recipient".to_owned()),
        Some((_, "+15005550009")) => (21_614, "'To' number is not a valid mobile number".to_owned()),
        Some((channel, _)) => return Ok((to.to_owned(), channel)),
    };
    Err(Refusal::invalid(code, message))
}

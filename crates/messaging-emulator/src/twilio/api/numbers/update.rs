use http::StatusCode;

use crate::{
    TwilioEmulator,
    side::json_answer,
    twilio::{
        api::{
            Outcome, Refusal,
            call::{Call, Parameters},
            form::Form,
        },
        sid::is_sid,
    },
};

const UPDATE: Parameters = Parameters {
    operation: "POST IncomingPhoneNumber",
    known: &[
        "FriendlyName",
        "SmsUrl",
        "SmsMethod",
        "SmsFallbackUrl",
        "SmsFallbackMethod",
        "SmsApplicationSid",
        "StatusCallback",
        "StatusCallbackMethod",
        "ApiVersion",
    ],
    idle: &[
        "AccountSid",
        "VoiceApplicationSid",
        "VoiceCallerIdLookup",
        "VoiceFallbackMethod",
        "VoiceFallbackUrl",
        "VoiceMethod",
        "VoiceUrl",
        "VoiceReceiveMode",
        "EmergencyStatus",
        "EmergencyAddressSid",
        "TrunkSid",
        "IdentitySid",
        "AddressSid",
        "BundleSid",
    ],
};

impl TwilioEmulator {
    /// `POST /2010-04-01/Accounts/{AC}/IncomingPhoneNumbers/{PN}.json`: changes what is named; empty removes.
    pub(crate) fn update_number(&self, call: &Call, sid: &str) -> Outcome {
        let form = self.form(call, UPDATE)?;
        let number = self.number_of(call, sid)?;
        let mut line = self.line(&number);
        line.sms_url = url(&form, "SmsUrl", line.sms_url)?;
        line.sms_fallback_url = url(&form, "SmsFallbackUrl", line.sms_fallback_url)?;
        let status_callback = url(&form, "StatusCallback", Some(line.status_callback))?;
        line.status_callback = status_callback.unwrap_or_default();
        line.sms_method = method(&form, "SmsMethod", line.sms_method)?;
        line.sms_fallback_method = method(&form, "SmsFallbackMethod", line.sms_fallback_method)?;
        line.status_callback_method = method(&form, "StatusCallbackMethod", line.status_callback_method)?;
        if let Some(name) = form.all("FriendlyName").next() {
            name.clone_into(&mut line.friendly_name);
        }
        if let Some(application) = form.all("SmsApplicationSid").next() {
            if !application.is_empty() && !is_sid("AP", application) {
                return Err(Refusal::invalid(21_420, "ApplicationSid is not accessible"));
            }
            application.clone_into(&mut line.sms_application_sid);
        }
        if line.sms_fallback_url.is_some() && line.sms_url.is_none() {
            return Err(Refusal::invalid(21_406, "Cannot set SmsFallbackUrl without setting SmsUrl"));
        }
        self.records().messaging.lines.insert(number.clone(), line);
        Ok(json_answer(StatusCode::OK, &self.number(&number)))
    }
}

fn url(form: &Form, name: &str, before: Option<String>) -> Result<Option<String>, Refusal> {
    let Some(url) = form.all(name).next() else { return Ok(before) };
    let target = url.split('#').next().unwrap_or_default().parse::<http::Uri>();
    let is_web = target.is_ok_and(|uri| matches!(uri.scheme_str(), Some("http" | "https")) && uri.host().is_some());
    match url {
        "" => Ok(None),
        _ if is_web => Ok(Some(url.to_owned())),
        _ => Err(Refusal::invalid(21_402, format!("Invalid Url: {name} must be an absolute URL"))),
    }
}

fn method(form: &Form, name: &str, before: String) -> Result<String, Refusal> {
    match form.get(name).map(str::to_ascii_uppercase) {
        None => Ok(before),
        Some(method) if matches!(method.as_str(), "GET" | "POST") => Ok(method),
        Some(_) => Err(Refusal::invalid(21_403, format!("Invalid Method: {name} must be GET or POST"))),
    }
}

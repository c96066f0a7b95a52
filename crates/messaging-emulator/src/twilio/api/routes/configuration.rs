use http::Method;

use super::{not_allowed, nothing};
use crate::{
    TwilioEmulator,
    twilio::api::{Answer, call::Call},
};

impl TwilioEmulator {
    /// `/v1/Configuration/…`, of the account.
    pub(crate) fn route_configuration(&self, call: &Call, rest: &[&str]) -> Answer {
        match (&call.method, rest) {
            (&Method::GET, []) => self.look(|| Ok(self.fetch_configuration())),
            (&Method::POST, []) => self.update_configuration(call).into(),
            (&Method::GET, ["Webhooks"]) => self.look(|| self.fetch_webhooks(call)),
            (&Method::POST, ["Webhooks"]) => self.update_webhooks(call).into(),
            (&Method::GET, ["Addresses"]) => self.look(|| self.list_addresses(call)),
            (&Method::POST, ["Addresses"]) => self.create_address(call).into(),
            (&Method::GET, ["Addresses", name]) => self.look(|| self.fetch_address(call, name)),
            (&Method::POST, ["Addresses", name]) => self.update_address(call, name).into(),
            (&Method::DELETE, ["Addresses", name]) => self.delete_address(call, name).into(),
            (_, [] | ["Webhooks" | "Addresses"] | ["Addresses", _]) => Err(not_allowed()).into(),
            _ => nothing(call),
        }
    }

    /// `/v1/Services` and `/v1/Services/{IS}`
    pub(crate) fn route_services(&self, call: &Call, sid: Option<&str>) -> Answer {
        match (&call.method, sid) {
            (&Method::GET, None) => self.look(|| self.list_services(call)),
            (&Method::POST, None) => self.create_service(call).into(),
            (&Method::GET, Some(sid)) => self.look(|| self.fetch_service(call, sid)),
            (&Method::DELETE, Some(sid)) => self.delete_service(call, sid).into(),
            _ => Err(not_allowed()).into(),
        }
    }

    /// `/v1/Services/{IS}/Configuration/…`
    pub(crate) fn route_service_configuration(&self, call: &Call, rest: &[&str]) -> Answer {
        match (&call.method, rest) {
            (&Method::GET, []) => self.look(|| self.fetch_service_configuration(call)),
            (&Method::POST, []) => self.update_service_configuration(call).into(),
            (&Method::GET, ["Webhooks"]) => self.look(|| self.fetch_webhooks(call)),
            (&Method::POST, ["Webhooks"]) => self.update_webhooks(call).into(),
            (_, [] | ["Webhooks"]) => Err(not_allowed()).into(),
            _ => nothing(call),
        }
    }
}

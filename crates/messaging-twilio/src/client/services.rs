//! Conversations services (<https://www.twilio.com/docs/conversations-classic/api/service-resource>): an account has one
//! by default, and may have more that know nothing of each other.

use std::collections::BTreeMap;

use messaging_core::Result;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    Call, List as Lists, Timestamp, bounds,
    call::{Root, Spelled, answer},
    params::{Params, params},
};
use crate::fields::segment;

/// A Conversations service.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Service {
    /// Its SID, `IS…`.
    pub sid: String,
    /// The account, `AC…`.
    pub account_sid: Option<String>,
    /// What people call it.
    pub friendly_name: Option<String>,
    /// When it was created.
    pub date_created: Option<Timestamp>,
    /// When it was changed last.
    pub date_updated: Option<Timestamp>,
    /// Its own URL.
    pub url: Option<String>,
    /// The URLs of what belongs to it.
    pub links: Option<BTreeMap<String, String>>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

answer!(Service, "Conversations service");

params! {
    /// Creates a service.
    Create of {
        /// What people call it, up to 256 characters.
        friendly_name,
    } with {}
}

params! {
    /// Fetches a service.
    Fetch of {
        /// Which one, by SID.
        service,
    } with {}
}

params! {
    /// Deletes a service, with everything in it.
    Delete of {
        /// Which one, by SID.
        service,
    } with {}
}

params! {
    /// Lists services.
    List of {} with {
        /// How many a page holds; up to 100, 50 unless told otherwise.
        page_size: u32 = "PageSize",
    }
}

impl Call for Create {
    type Output = Service;

    fn spell(&self, _: &Root<'_>) -> Result<Spelled> {
        bounds::at_most("FriendlyName", Some(&self.friendly_name), bounds::NAME)?;
        let fields = self.fields().with("FriendlyName", self.friendly_name.as_str());
        Ok(Spelled::post("/v1/Services".to_owned(), fields))
    }
}

impl Call for Fetch {
    type Output = Service;

    fn spell(&self, _: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::get(format!("/v1/Services/{}", segment(&self.service)?), self.fields()))
    }
}

impl Call for Delete {
    type Output = ();

    fn spell(&self, _: &Root<'_>) -> Result<Spelled> {
        Ok(Spelled::delete(format!("/v1/Services/{}", segment(&self.service)?)))
    }
}

impl Lists for List {
    type Item = Service;
    const KEY: &'static str = "services";
    const WHAT: &'static str = "Conversations service";

    fn spell(&self, _: &Root<'_>) -> Result<Spelled> {
        bounds::page_size(self.page_size, 100)?;
        Ok(Spelled::get("/v1/Services".to_owned(), self.fields()))
    }
}

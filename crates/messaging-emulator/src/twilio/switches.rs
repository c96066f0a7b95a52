//! What can be turned on and off while the emulator runs.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::{SharedKey, TwilioEmulator, TwilioSettings};

/// The part of the settings that a running account may change.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Switches {
    pub(crate) advanced_opt_out: bool,
    pub(crate) inbound_twice: bool,
    pub(crate) whatsapp_sandbox: Option<String>,
    pub(crate) shared_key: Option<SharedKey>,
}

impl Switches {
    /// As an account begins.
    pub(crate) fn of(settings: &TwilioSettings) -> Self {
        Self {
            advanced_opt_out: settings.advanced_opt_out,
            inbound_twice: settings.inbound_twice,
            whatsapp_sandbox: settings.whatsapp_sandbox.clone(),
            shared_key: settings.shared_key.clone(),
        }
    }

    /// Without the key's secret.
    pub(crate) fn json(&self) -> Value {
        json!({
            "advanced_opt_out": self.advanced_opt_out,
            "inbound_twice": self.inbound_twice,
            "whatsapp_sandbox": self.whatsapp_sandbox,
            "shared_key": self.shared_key.as_ref().map(|key| json!({ "name": key.name })),
        })
    }
}

impl TwilioEmulator {
    /// How they stand: as they were told while running, or as the settings have them.
    pub(crate) fn switches(&self) -> Switches {
        let told = self.records().messaging.switches.clone();
        told.unwrap_or_else(|| Switches::of(&self.account.settings))
    }
}

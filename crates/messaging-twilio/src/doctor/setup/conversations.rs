//! The webhooks of Conversations.

use messaging_core::Result;

use super::{Change, Setup, SetupState, SetupStep, url_difference};
use crate::{
    Twilio,
    client::configuration_webhooks::{Fetch, FetchService, Method, Update, UpdateService},
};

impl Twilio {
    pub(super) async fn conversations_step(&self, setup: &Setup, url: &str) -> Result<SetupStep> {
        let client = self.client();
        let service = self.account.service.clone();
        let (about, (has, method, filters)) = if let Some(service) = &service {
            let webhooks = client.call(FetchService::new(service.as_str())).await?;
            let about = format!("the webhooks of the Conversations service {service}");
            (about, (webhooks.post_webhook_url, webhooks.method, webhooks.filters))
        } else {
            let webhooks = client.call(Fetch::new()).await?;
            let about = "the webhooks of Conversations, for the whole account".to_owned();
            (about, (webhooks.post_webhook_url, webhooks.method, webhooks.filters))
        };
        let mut filters = filters.unwrap_or_default();
        let missing: Vec<_> = setup.events.iter().filter(|event| !filters.contains(event)).cloned().collect();
        let mut differences: Vec<_> = url_difference("PostWebhookUrl", has.as_deref(), url).into_iter().collect();
        if !matches!(&method, Some(Method::Post)) {
            let method = method.map_or_else(|| "not set".to_owned(), |method| method.to_string());
            differences.push(format!("Method is {method}"));
        }
        if !missing.is_empty() {
            differences.push(format!("Filters lack {}", missing.join(", ")));
        }
        // What others asked for, such as hooks that are asked before something happens, stays.
        filters.extend(missing);

        // Without a service of its own, an account that leaves Conversations alone does not take another application's
        // webhook away.
        let is_taken = has.as_deref().is_some_and(|has| !has.is_empty()) && !self.uses_conversations();
        let state = match differences.is_empty() {
            true => SetupState::Right,
            false if is_taken => SetupState::ByHand,
            false => SetupState::Wrong,
        };
        if state == SetupState::ByHand {
            differences
                .push("it may be another application's: set `conversations_service_sid` to have your own".to_owned());
        }
        let mut step = SetupStep::new(about, state).wants("PostWebhookUrl", url).wants("Method", "POST");
        step = step.wants("Filters", filters.join(", "));
        step.differences = differences;
        if state == SetupState::Wrong {
            step.change = Some(Change::Conversations { service, url: url.to_owned(), filters });
        }
        Ok(step)
    }

    pub(super) async fn tell_conversations(&self, service: Option<&str>, url: &str, filters: &[String]) -> Result<()> {
        let (client, filters) = (self.client(), filters.to_vec());
        if let Some(service) = service {
            let update = UpdateService::new(service).method(Method::Post).filters(filters).post_webhook_url(url);
            client.call(update).await.map(drop)
        } else {
            client.call(Update::new().method(Method::Post).filters(filters).post_webhook_url(url)).await.map(drop)
        }
    }
}
